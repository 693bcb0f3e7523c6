import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { findQuantities } from '../../src/read/find.ts';
import type { FoundQuantity } from '../../src/read/types.ts';

/**
 * Passages of many kinds of text, all invented for this test, with the quantities that a careful reader finds in them.
 * A third of the first ones (`set: held`) was put aside before the finder was tuned on the others; `later` ones were
 * written when that was done.
 */

const Expected = z.strictObject({
  figure: z.string().describe('as it stands in the text; searched from the quantity before it on'),
  value: z.number(),
  unit: z.string().optional(),
  qualifier: z.string().optional(),
  range: z.tuple([z.number(), z.number()]).optional(),
  horizon: z.coerce.string().optional(),
  period: z.coerce.string().optional(),
  negated: z.boolean().optional(),
  optional: z.boolean().default(false).describe('may be found or not: readers differ'),
});
type Expected = z.infer<typeof Expected>;
const Passage = z.strictObject({
  kind: z.string(),
  set: z.enum(['tune', 'held', 'later']),
  language: z.enum(['nl', 'en']),
  text: z.string(),
  expected: z.array(Expected).min(1),
});
export type Passage = z.infer<typeof Passage> & { readonly file: string };

export interface Placed extends Expected {
  readonly from: number;
  readonly to: number;
}

export interface Measured {
  readonly file: string;
  readonly set: 'tune' | 'held' | 'later';
  readonly expected: number;
  readonly found: number;
  readonly missed: readonly Placed[];
  readonly wrong: readonly FoundQuantity[];
  /** what is said of the right ones: how many were labelled, and which are not as labelled */
  readonly labels: Readonly<Record<Label, { of: number; wrong: string[] }>>;
}
export const labels = ['unit', 'qualifier', 'range', 'horizon', 'period', 'negated'] as const;
export type Label = (typeof labels)[number];

export function passages(): readonly Passage[] {
  const folder = new URL('.', import.meta.url);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((file) => ({ file, ...Passage.parse(parse(readFileSync(new URL(file, folder), 'utf8'))) }));
}

/** Where the figure stands, searched from an offset on: a whole word or number, not a part of a longer one. */
function placeOf(lines: string, words: string, start: number): number {
  const text = lines.replaceAll('\n', ' ');
  const figure = words.replaceAll('\n', ' ');
  for (const from of [start, 0]) {
    for (let at = text.indexOf(figure, from); at >= 0; at = text.indexOf(figure, at + 1)) {
      const before = text.slice(Math.max(0, at - 2), at);
      const after = text.slice(at + figure.length, at + figure.length + 2);
      const startsIn = /^[\p{L}\d]/u.test(figure) && (/[\p{L}\d]$/u.test(before) || /\d[.,]$/.test(before));
      const endsIn = /\p{L}$/u.test(figure) && /^\p{L}/u.test(after);
      if (!startsIn && !endsIn && !(/\d$/.test(figure) && /^[.,]\d/.test(after))) return at;
    }
  }
  throw new RangeError(`no ${JSON.stringify(figure)} in the passage`);
}

const close = (a: number, b: number): boolean =>
  Math.abs(a - b) <= 0.001 * Math.max(Math.abs(a), Math.abs(b), 1e-9);

/** Compares the findings in a passage with its labels. */
export function measure(passage: Passage): Measured {
  const { text, language, file, set } = passage;
  const reading = findQuantities(
    { name: file, format: 'txt', language, text, pages: [{ number: 1, offset: 0 }], warnings: [] },
    { lists: false },
  );
  let last = 0;
  const expected: Placed[] = passage.expected.map((one) => {
    const from = placeOf(text, one.figure, last);
    last = from + 1;
    return { ...one, from, to: from + one.figure.length };
  });
  const free = new Set(reading.claims);
  const said = Object.fromEntries(labels.map((label) => [label, { of: 0, wrong: [] as string[] }])) as Record<
    Label,
    { of: number; wrong: string[] }
  >;
  const missed: Placed[] = [];
  for (const one of expected) {
    const hit = [...free].find(
      (found) => found.offset < one.to && found.end > one.from && close(found.value, one.value),
    );
    if (hit === undefined) {
      if (!one.optional) missed.push(one);
      continue;
    }
    free.delete(hit);
    const check = (label: Label, wanted: unknown, is: unknown): void => {
      if (wanted === undefined) return;
      said[label].of++;
      if (String(wanted) !== String(is)) said[label].wrong.push(`${one.figure}: ${wanted}, not ${is}`);
    };
    check('unit', one.unit, hit.unit);
    check('qualifier', one.qualifier, hit.qualifier);
    check('range', one.range, [hit.interval.min, hit.interval.max]);
    check('horizon', one.horizon, hit.horizon);
    check('period', one.period, hit.period);
    check('negated', one.negated, hit.negated);
  }
  const optional = expected.filter((one) => one.optional);
  const wrong = [...free].filter(
    (found) => !optional.some((one) => found.offset < one.to && found.end > one.from),
  );
  const needed = expected.filter((one) => !one.optional).length;
  return {
    file,
    set,
    expected: needed,
    found: needed - missed.length + wrong.length,
    missed,
    wrong,
    labels: said,
  };
}

/** Recall and precision over several passages. */
export function score(measured: readonly Measured[]): {
  readonly recall: number;
  readonly precision: number;
} {
  const total = (of: (one: Measured) => number): number => measured.reduce((sum, one) => sum + of(one), 0);
  const right = total((one) => one.expected - one.missed.length);
  return { recall: right / total((one) => one.expected), precision: right / total((one) => one.found) };
}
