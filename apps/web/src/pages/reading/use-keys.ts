import { type RefObject, useEffect } from 'react';

/** Keys for who judges many proposals in a row; they work only while the focus is on one. */
export function useKeys(list: RefObject<HTMLElement | null>, back: () => void): void {
  useEffect(() => {
    const element = list.current;
    if (element === null) return;
    const hear = (event: KeyboardEvent): void => {
      const { target } = event;
      if (!(target instanceof HTMLElement) || event.ctrlKey || event.metaKey || event.altKey) return;
      if (target.closest('input, textarea, select') !== null) return;
      const item = target.closest<HTMLElement>('[data-proposal]');
      if (item === null) return;
      const all = [...element.querySelectorAll<HTMLElement>('[data-proposal]')];
      const at = all.indexOf(item);
      const press = (action: string): void =>
        item.querySelector<HTMLButtonElement>(`[data-action=${action}]`)?.click();
      const acts: Readonly<Record<string, () => void>> = {
        j: () => all[at + 1]?.focus(),
        ArrowDown: () => all[at + 1]?.focus(),
        k: () => all[at - 1]?.focus(),
        ArrowUp: () => all[at - 1]?.focus(),
        a: () => press('accept'),
        x: () => press('reject'),
        e: () => press('edit'),
        u: back,
      };
      const act = acts[event.key.length === 1 ? event.key.toLowerCase() : event.key];
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    element.addEventListener('keydown', hear);
    return () => element.removeEventListener('keydown', hear);
  }, [list, back]);
}
