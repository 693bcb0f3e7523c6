/**
 * What runs in the page to find the elements that were not checked before. Each function goes over to the page as text, so it
 * takes nothing from this module.
 */
interface Compare {
  /** Elements that were visible where all rules that matter were run. */
  readonly seen: WeakSet<Element>;
  /** Visible elements, with how each looks in what decides its contrast: colours, what it stands on, size of its letters. */
  looks(): readonly (readonly [Element, string])[];
  /** What `compareWith` found, outermost elements only. */
  unlike: readonly Element[];
}

declare global {
  var compare: Compare;
}

/** Puts the comparison into the page; one that is there stays. */
export function installCompare(): void {
  if ('compare' in globalThis) return;
  globalThis.compare = {
    seen: new WeakSet(),
    unlike: [],
    looks() {
      const grounds = new Map<Element, string>();
      const found: [Element, string][] = [];
      for (const element of document.querySelectorAll('body, body *')) {
        const style = getComputedStyle(element);
        const own = style.backgroundColor;
        const above = element.parentElement === null ? '' : (grounds.get(element.parentElement) ?? '');
        const ground =
          own === 'rgba(0, 0, 0, 0)' ? above : own.startsWith('rgba') ? `${own} on ${above}` : own;
        grounds.set(element, ground);
        if (!element.checkVisibility({ visibilityProperty: true })) continue;
        const size = Number.parseFloat(style.fontSize);
        const isBold = Number(style.fontWeight) >= 700;
        const letters = size >= 24 || (isBold && size >= 18.66) ? 'large' : 'small';
        const line = style.textDecorationLine;
        found.push([
          element,
          `${element.localName}.${element.getAttribute('class') ?? ''} ${style.color} ${ground} ${style.opacity} ${letters} ${line}`,
        ]);
      }
      return found;
    },
  };
}

/** How the visible elements look, each look once. */
export function lookNow(): string[] {
  return [...new Set(globalThis.compare.looks().map(([, look]) => look))];
}

/** Says of the visible elements that they were checked. */
export function markSeen(): void {
  for (const [element] of globalThis.compare.looks()) globalThis.compare.seen.add(element);
}

/**
 * Finds the visible elements that were not visible before, or whose look is none of the known ones.
 *
 * @param known looks that were checked; null where any look was
 * @returns how many there are
 */
export function compareWith(known: readonly string[] | null): number {
  const { compare } = globalThis;
  const looks = known === null ? null : new Set(known);
  const unlike = new Set<Element>();
  for (const [element, look] of compare.looks()) {
    // A parent comes before what is in it, and includes it.
    if (element.parentElement !== null && unlike.has(element.parentElement)) unlike.add(element);
    else if (!compare.seen.has(element) || (looks !== null && !looks.has(look))) unlike.add(element);
  }
  compare.unlike = [...unlike].filter(
    (element) => element.parentElement === null || !unlike.has(element.parentElement),
  );
  return compare.unlike.length;
}
