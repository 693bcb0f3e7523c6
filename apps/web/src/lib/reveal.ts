import { useEffect } from 'react';
import { useLocation } from 'react-router';

/** Opens the folds that an element is in, and the fold that it is. */
export function reveal(id: string): HTMLElement | null {
  const found = globalThis.document.getElementById(id);
  for (let fold = found?.closest('details'); fold != null; fold = fold.parentElement?.closest('details')) {
    fold.open = true;
  }
  return found;
}

/**
 * Goes to the place that the address names, also inside folds. The content comes after the page, so the browser could not yet find
 * the place by itself.
 *
 * @param isThere whether the content is there
 */
export function useRevealed(isThere = true): void {
  const { hash } = useLocation();
  useEffect(() => {
    if (isThere && hash !== '') reveal(decodeURIComponent(hash.slice(1)))?.scrollIntoView();
  }, [hash, isThere]);
}
