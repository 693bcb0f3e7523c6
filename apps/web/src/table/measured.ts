let measures = 0;

/** Records a `performance.measure` from a moment to the paint of the next frame. */
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
