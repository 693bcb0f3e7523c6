/** Outcomes that the reader has before them, in their order. */
export type Shown = readonly string[];

/** At most this many charts: more do not fit on one screen, and each is drawn at every move. */
export const mostShown = 8;

/** What was kept, as far as the region still has it; what the region begins with where nothing was. */
export function readShown(kept: string | null, known: readonly string[], begin: readonly string[]): Shown {
  const wanted = (kept ?? '').split(',').filter((id) => known.includes(id));
  const ids = wanted.length > 0 ? wanted : begin.length > 0 ? begin : known;
  return [...new Set(ids)].slice(0, mostShown);
}

export const writeShown = (shown: Shown): string => shown.join(',');

/** Puts an outcome with the others, at the end, or takes it away; the last one stays, and a ninth does not come. */
export function toggled(shown: Shown, id: string): Shown {
  if (shown.includes(id)) return shown.length === 1 ? shown : shown.filter((other) => other !== id);
  return shown.length >= mostShown ? shown : [...shown, id];
}

/** Shows an outcome first; where all places are taken the last one gives way. */
export function withFirst(shown: Shown, id: string): Shown {
  return [id, ...shown.filter((other) => other !== id)].slice(0, mostShown);
}

/** Moves an outcome one place earlier (-1) or later (1). */
export function moved(shown: Shown, id: string, by: -1 | 1): Shown {
  const from = shown.indexOf(id);
  const to = from + by;
  const other = shown[to];
  if (from < 0 || other === undefined) return shown;
  return shown.map((at, i) => (i === from ? other : i === to ? id : at));
}
