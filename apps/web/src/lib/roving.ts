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
    readonly onFocus: (event: FocusEvent<Element>) => void;
    readonly onKeyDown: (event: KeyboardEvent<Element>) => void;
  };
}

/** The item that a key goes to; none for a key that is not of the list. */
type Step = (at: number, count: number) => number;
const lines: Readonly<Record<string, Step>> = {
  ArrowUp: (at) => at - 1,
  ArrowDown: (at) => at + 1,
};
/** Of a list whose items have no keys of their own. */
const everyKey: Readonly<Record<string, Step>> = {
  ...lines,
  ArrowLeft: (at) => at - 1,
  ArrowRight: (at) => at + 1,
  Home: () => 0,
  End: (_, count) => count - 1,
};

/**
 * Roving focus (WAI-ARIA): the list has one tab stop, and the arrows up and down go from item to item, so that a long list is not in the
 * way of who uses the keyboard. The other keys are for the item itself, unless it has none of its own.
 *
 * @param first id of the item that is the tab stop at first
 * @param keys whether left, right, Home and End are of the list too
 */
export function useRoving(first: string, keys: 'lines' | 'every' = 'lines'): Roving {
  const [active, setActive] = useState(first);
  const steps = keys === 'every' ? everyKey : lines;
  const onFocus = useCallback(({ target }: FocusEvent<Element>) => {
    const id = target.closest<HTMLElement>('[data-item]')?.dataset.item;
    if (id !== undefined) setActive(id);
  }, []);
  const onKeyDown = useCallback(
    (event: KeyboardEvent<Element>) => {
      const { key, target, currentTarget, ctrlKey, metaKey, altKey } = event;
      const step = steps[key];
      if (step === undefined || ctrlKey || metaKey || altKey) return;
      if (!(target instanceof HTMLElement || target instanceof SVGElement)) return;
      if (target.dataset.roves === undefined) return;
      event.preventDefault();
      const items = [...currentTarget.querySelectorAll<HTMLElement | SVGElement>('[data-roves]')].filter(
        (item) => item.getClientRects().length > 0,
      );
      items[step(items.indexOf(target), items.length)]?.focus();
    },
    [steps],
  );
  return { active, list: { onFocus, onKeyDown } };
}
