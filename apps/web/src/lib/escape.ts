import { useEffect } from 'react';

/** What opens a panel: the summary of a fold, or a button that says what it controls. */
const openers = 'summary, [aria-expanded][aria-controls]';

/** Folds that give a page its order rather than answer a question: Escape leaves them as they are. */
const structural = 'data-stays-open';

const isOpen = (opener: HTMLElement): boolean =>
  opener.tagName === 'SUMMARY'
    ? opener.parentElement instanceof HTMLDetailsElement &&
      opener.parentElement.open &&
      !opener.parentElement.hasAttribute(structural)
    : opener.getAttribute('aria-expanded') === 'true';

/** The element that an opener shows. */
const panelOf = (opener: HTMLElement): HTMLElement | null =>
  opener.tagName === 'SUMMARY'
    ? opener.parentElement
    : globalThis.document.getElementById(opener.getAttribute('aria-controls') ?? '');

/** The opener of the innermost open panel around an element; the opener itself counts as part of its panel. */
function openerAround(element: Element): HTMLElement | null {
  let found: { readonly opener: HTMLElement; readonly panel: HTMLElement } | null = null;
  for (const opener of globalThis.document.querySelectorAll<HTMLElement>(openers)) {
    if (!isOpen(opener)) continue;
    if (opener === element) return opener;
    const panel = panelOf(opener);
    if (panel?.contains(element) && (found === null || found.panel.contains(panel)))
      found = { opener, panel };
  }
  return found?.opener ?? null;
}

/** Whether the key belongs to the field that has the focus: a field to search in is emptied first. */
const isTheirs = (target: EventTarget | null): boolean =>
  target instanceof HTMLSelectElement ||
  (target instanceof HTMLInputElement && target.type === 'search' && target.value !== '');

/** Whether somebody writes there, and is not to be taken away to a panel elsewhere. */
const isWritten = (element: Element): boolean =>
  element instanceof HTMLTextAreaElement ||
  (element instanceof HTMLInputElement && ['text', 'search', 'number', 'url'].includes(element.type));

/**
 * Escape closes the panel that the focus is in and gives the focus back to what opened it, on every page: folds (`details`), and
 * whatever a button with `aria-expanded` and `aria-controls` shows. With the focus in no panel it closes what was opened last. A component that
 * has a use of its own for the key calls `preventDefault`; a fold with `data-stays-open` is left as it is.
 */
export function useEscape(): void {
  useEffect(() => {
    const opened: HTMLElement[] = [];
    const remember = ({ target }: MouseEvent): void => {
      const opener = target instanceof Element ? target.closest<HTMLElement>(openers) : null;
      if (opener !== null) opened.push(opener);
    };
    const lastOpened = (): HTMLElement | null => {
      for (let one = opened.pop(); one !== undefined; one = opened.pop()) {
        if (one.isConnected && isOpen(one)) return one;
      }
      return null;
    };
    const close = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing || isTheirs(event.target))
        return;
      const active = globalThis.document.activeElement ?? globalThis.document.body;
      const opener = openerAround(active) ?? (isWritten(active) ? null : lastOpened());
      if (opener === null) return;
      event.preventDefault();
      opener.click();
      opener.focus();
    };
    globalThis.addEventListener('click', remember, true);
    globalThis.addEventListener('keydown', close);
    return () => {
      globalThis.removeEventListener('click', remember, true);
      globalThis.removeEventListener('keydown', close);
    };
  }, []);
}
