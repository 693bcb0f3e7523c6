import { type FocusEvent, type KeyboardEvent, useCallback, useState } from 'react';

/**
 * Attributes of what takes the focus in a roving list. Whatever else belongs to an item is inside an element with `data-item` of the
 * same id.
 */
export const roves = (id: string): { readonly 'data-item': string; readonly 'data-roves': string } => ({
  'data-item': id,
  'data-roves': id,
});

interface Roving {
  /** The item that is the one tab stop of the list. */
  readonly active: string;
  /** Handlers of the element around the list. */
  readonly list: {
    readonly onFocus: (event: FocusEvent<HTMLElement>) => void;
    readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  };
}

/**
 * Roving focus (WAI-ARIA): the list has one tab stop, and the arrows up and down go from item to item, so that a long list is not in the
 * way of who uses the keyboard. Left and right are for the item itself.
 *
 * @param first id of the item that is the tab stop at first
 */
export function useRoving(first: string): Roving {
  const [active, setActive] = useState(first);
  const onFocus = useCallback(({ target }: FocusEvent<HTMLElement>) => {
    const id = target.closest<HTMLElement>('[data-item]')?.dataset.item;
    if (id !== undefined) setActive(id);
  }, []);
  const onKeyDown = useCallback((event: KeyboardEvent<HTMLElement>) => {
    const { key, target, currentTarget, ctrlKey, metaKey, altKey } = event;
    if ((key !== 'ArrowUp' && key !== 'ArrowDown') || ctrlKey || metaKey || altKey) return;
    if (!(target instanceof HTMLElement) || target.dataset.roves === undefined) return;
    event.preventDefault();
    const items = [...currentTarget.querySelectorAll<HTMLElement>('[data-roves]')].filter(
      (item) => item.getClientRects().length > 0,
    );
    items[items.indexOf(target) + (key === 'ArrowDown' ? 1 : -1)]?.focus();
  }, []);
  return { active, list: { onFocus, onKeyDown } };
}
