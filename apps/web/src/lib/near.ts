import { useEffect, useState } from 'react';

/** How far below the window something is made ready, so that a reader who scrolls finds it there. */
const ahead = '600px';

/**
 * Whether an element has come near the window; from then on true. Where a browser cannot say, at once; and on paper, where nobody scrolls.
 *
 * @returns a ref for the element, and whether it was near
 */
export function useNear(): readonly [(node: HTMLElement | null) => void, boolean] {
  const [node, setNode] = useState<HTMLElement | null>(null);
  const [near, setNear] = useState(false);
  useEffect(() => {
    if (node === null || near) return undefined;
    if (!('IntersectionObserver' in globalThis)) {
      setNear(true);
      return undefined;
    }
    const show = (): void => setNear(true);
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) show();
      },
      { rootMargin: ahead },
    );
    observer.observe(node);
    globalThis.addEventListener('beforeprint', show);
    return () => {
      observer.disconnect();
      globalThis.removeEventListener('beforeprint', show);
    };
  }, [node, near]);
  return [setNode, near];
}
