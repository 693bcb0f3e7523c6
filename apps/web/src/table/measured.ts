let measures = 0;

/** Notes in the browser's own timeline how long it took from a moment until the frame after now was painted. */
export function measured(name: string, start: number): void {
  if (typeof requestAnimationFrame !== 'function') return;
  measures += 1;
  const detail = measures;
  requestAnimationFrame(() => {
    const painted = new MessageChannel();
    painted.port1.onmessage = () => {
      performance.measure(name, { start, end: performance.now(), detail });
    };
    painted.port2.postMessage(null);
  });
}
