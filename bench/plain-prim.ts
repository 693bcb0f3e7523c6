import { peelQuantile } from '@schaalsprong/methods/discovery';

/**
 * PRIM written down plainly, step for step as it is defined: every candidate sorts its values and counts all rows anew. It
 * serves as the oracle of the tests and as the baseline of the bench, and shares with the product the quantile alone.
 */
export type PlainColumn =
  | { readonly kind: 'real' | 'integer'; readonly values: ArrayLike<number> }
  | { readonly kind: 'category'; readonly values: ArrayLike<number>; readonly categories: number };

export interface PlainStep {
  readonly limits: readonly (readonly number[])[];
  readonly n: number;
  readonly k: number;
}

interface Settings {
  readonly alpha: number;
  readonly pasteAlpha: number;
  readonly minMass: number;
  readonly objective: 'lenient1' | 'lenient2' | 'original';
}

interface Candidate extends PlainStep {
  readonly rows: readonly number[];
  readonly score: number;
  readonly free: number;
}

/** Limits are [min, max], or the places of the categories that are allowed. */
export function plainPrim(
  columns: readonly PlainColumn[],
  interest: ArrayLike<number>,
  settings: Settings,
): readonly PlainStep[] {
  const everything = Array.from({ length: interest.length }, (_, row) => row);
  const initial = columns.map((column): readonly number[] => {
    const values = Array.from(column.values);
    if (column.kind !== 'category') return [Math.min(...values), Math.max(...values)];
    return Array.from({ length: column.categories }, (_, at) => at).filter((at) => values.includes(at));
  });
  const inside = (limits: readonly (readonly number[])[], row: number): boolean =>
    columns.every((column, at) => {
      const value = column.values[row] ?? Number.NaN;
      const limit = limits[at] ?? [];
      if (column.kind === 'category') return limit.includes(value);
      return value >= (limit[0] ?? 0) && value <= (limit[1] ?? 0);
    });
  const count = (rows: readonly number[]): number => rows.reduce((sum, row) => sum + (interest[row] ?? 0), 0);
  const order = (['real', 'integer', 'category'] as const).flatMap((kind) =>
    columns.flatMap((column, at) => (column.kind === kind ? [at] : [])),
  );
  const same = (a: readonly number[], b: readonly number[]): boolean => a.join() === b.join();

  let limits: readonly (readonly number[])[] = initial;
  let rows = everything;
  const steps: PlainStep[] = [{ limits, n: rows.length, k: count(rows) }];
  const mean = (list: readonly number[]): number => (list.length > 0 ? count(list) / list.length : 0);
  const candidate = (next: readonly (readonly number[])[], kept: readonly number[]): Candidate => {
    const [before, after] = [mean(rows), mean(kept)];
    const change = Math.abs(rows.length - kept.length);
    const gain = before === after ? 0 : after - before;
    const score =
      settings.objective === 'original'
        ? kept.length > 0
          ? after
          : -1
        : gain === 0
          ? 0
          : settings.objective === 'lenient1'
            ? gain / change
            : (kept.length * gain) / change;
    const free = next.filter((limit, at) => same(limit, initial[at] ?? [])).length;
    return { limits: next, rows: kept, n: kept.length, k: count(kept), score, free };
  };
  const put = (at: number, limit: readonly number[]): readonly (readonly number[])[] =>
    limits.map((each, i) => (i === at ? limit : each));
  const best = (candidates: readonly Candidate[]): Candidate | undefined =>
    candidates.reduce<Candidate | undefined>(
      (winner, each) =>
        winner === undefined ||
        each.score > winner.score ||
        (each.score === winner.score && each.free > winner.free)
          ? each
          : winner,
      undefined,
    );

  for (;;) {
    const candidates = order.flatMap((at): readonly Candidate[] => {
      const column = columns[at];
      const [min = 0, max = 0] = limits[at] ?? [];
      if (column === undefined) return [];
      const valueAt = (row: number): number => column.values[row] ?? Number.NaN;
      if (column.kind === 'category') {
        const allowed = limits[at] ?? [];
        if (allowed.length < 2) return [];
        return allowed.map((dropped) =>
          candidate(
            put(
              at,
              allowed.filter((each) => each !== dropped),
            ),
            rows.filter((row) => valueAt(row) !== dropped),
          ),
        );
      }
      const sorted = Float64Array.from(rows, valueAt).sort();
      return (['upper', 'lower'] as const).map((end) => {
        const quantile = peelQuantile(sorted, end === 'upper' ? 1 - settings.alpha : settings.alpha);
        const whole = column.kind === 'integer';
        const cut = whole ? Math.trunc(quantile) : quantile;
        const itself = whole && cut === (end === 'upper' ? max : min);
        const kept = rows.filter((row) => {
          const value = valueAt(row);
          if (itself) return value !== cut;
          return end === 'upper' ? value <= cut : value >= cut;
        });
        const outermost = kept.length === 0 ? rows : kept;
        const values = outermost.map(valueAt);
        if (end === 'upper') return candidate(put(at, [min, whole ? Math.max(...values) : cut]), kept);
        return candidate(put(at, [whole ? Math.min(...values) : cut, max]), kept);
      });
    });
    const chosen = best(candidates);
    if (chosen === undefined || chosen.n / interest.length < settings.minMass) break;
    if (chosen.n >= rows.length || chosen.score <= 0) break;
    ({ limits } = chosen);
    rows = [...chosen.rows];
    steps.push({ limits, n: chosen.n, k: chosen.k });
  }

  for (;;) {
    const candidates = order.flatMap((at): readonly Candidate[] => {
      const column = columns[at];
      const limit = limits[at] ?? [];
      const full = initial[at] ?? [];
      if (column === undefined || same(limit, full)) return [];
      const take = (next: readonly number[]): Candidate =>
        candidate(
          put(at, next),
          everything.filter((row) => inside(put(at, next), row)),
        );
      if (column.kind === 'category') {
        return full
          .filter((each) => !limit.includes(each))
          .map((each) => take(full.filter((one) => one === each || limit.includes(one))));
      }
      const [min = 0, max = 0] = limit;
      const [least = 0, most = 0] = full;
      return (['lower', 'upper'] as const).map((end) => {
        const slabLimits = put(at, end === 'lower' ? [least, min] : [max, most]);
        const present = end === 'lower' ? min : max;
        const slab = everything
          .filter((row) => inside(slabLimits, row))
          .map((row) => column.values[row] ?? Number.NaN)
          .filter((value) => column.kind === 'real' || value !== present);
        const q = end === 'lower' ? 1 - settings.pasteAlpha : settings.pasteAlpha;
        const quantile =
          slab.length === 0
            ? end === 'lower'
              ? least
              : most
            : peelQuantile(Float64Array.from(slab).sort(), q);
        const to =
          column.kind === 'real'
            ? quantile
            : (end === 'lower' ? Math.ceil(quantile) : Math.floor(quantile)) + 0;
        return take(end === 'lower' ? [to, max] : [min, to]);
      });
    });
    const chosen = best(candidates);
    if (chosen === undefined || chosen.n / interest.length < settings.minMass) break;
    if (chosen.n <= rows.length || chosen.score <= 0 || chosen.k / chosen.n <= mean(rows)) break;
    ({ limits } = chosen);
    rows = [...chosen.rows];
    steps.push({ limits, n: chosen.n, k: chosen.k });
  }
  return steps;
}
