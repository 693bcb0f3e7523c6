import { at, type Interval, type Lang, type Text, type Units } from '@schaalsprong/words';
import { type Chain, compute, type Operand, type Origin, type Stated, type Step } from '../repair/chain.ts';
import { clean, sideOf } from '../repair/chain-interval.ts';
import { both, intervalInWords, isCount, linesInWords, listed, roundedOutwards, shown } from './words.ts';

/** What the writer needs to know of the quantities. */
export interface Names {
  readonly units: Units;
  unitOf(variable: string): string;
  titleOf(variable: string): Text;
}

/** An operand after steps that change nothing were left out, with its weight in a sum. */
export interface Term {
  readonly weight: number;
  readonly operand: Operand;
}

/** A step as it is written; sums of sums are one line. */
export interface Line {
  readonly at: number;
  readonly step: Step;
  readonly terms: readonly Term[];
}

/** An identity step: one quantity equals another, the number is unchanged. */
const isAlias = (step: Step): boolean =>
  step.operation.kind === 'linear' &&
  step.operands.length === 1 &&
  step.operation.weights[0] === 1 &&
  step.operation.constant === 0;

/** True where numbers of the two units can be in one sum: both the same, or counts, whose words are left out. */
export const sameMeasure = (a: string, b: string, units: Units): boolean =>
  a === b || (isCount(a, units) && isCount(b, units));

/** The operand that is behind steps that change nothing. */
function behind(steps: readonly Step[], operand: Operand): Operand {
  if (operand.origin.kind !== 'step') return operand;
  const step = steps[operand.origin.at];
  const [only] = step?.operands ?? [];
  return step && only && isAlias(step) ? behind(steps, only) : operand;
}

export function linesOf(chain: Chain, names: Names): Line[] {
  const { steps } = chain;
  const uses = new Map<number, number>();
  const visible = new Set<number>();
  const visit = (origin: Origin): void => {
    if (origin.kind !== 'step') return;
    uses.set(origin.at, (uses.get(origin.at) ?? 0) + 1);
    if (visible.has(origin.at)) return;
    visible.add(origin.at);
    for (const operand of steps[origin.at]?.operands ?? []) visit(behind(steps, operand).origin);
  };
  visit(lastOf(chain));
  const inlined = new Set<number>();
  const termsOf = (step: Step): Term[] => {
    const operation = step.operation;
    return step.operands.flatMap((raw, i): Term[] => {
      const operand = behind(steps, raw);
      const weight = operation.kind === 'linear' ? at(operation.weights, i) : 1;
      const inner = operand.origin.kind === 'step' ? steps[operand.origin.at] : undefined;
      if (
        operation.kind === 'linear' &&
        operand.origin.kind === 'step' &&
        inner?.operation.kind === 'linear' &&
        uses.get(operand.origin.at) === 1 &&
        sameMeasure(names.unitOf(inner.variable), names.unitOf(step.variable), names.units)
      ) {
        inlined.add(operand.origin.at);
        return termsOf(inner).map((t) => ({ ...t, weight: clean(t.weight * weight) }));
      }
      return [{ weight, operand }];
    });
  };
  const order = [...visible].sort((a, b) => b - a);
  const lines: Line[] = [];
  for (const at of order) {
    const step = steps[at];
    if (step && !inlined.has(at)) lines.push({ at, step, terms: termsOf(step) });
  }
  return lines.reverse();
}

/** The position of the claim that states the number itself, where no step changes it. */
function claimBehind(chain: Chain): number | null {
  const origin = lastOf(chain);
  return origin.kind === 'claim' ? origin.at : null;
}

/** The last step that changes a number. */
function lastOf(chain: Chain): Origin {
  const operand: Operand = {
    variable: chain.pivot.variable,
    origin: chain.origin,
    // only the origin is looked at, and a chain that leans on a bound has no value
    value: chain.value ?? Number.NaN,
    interval: chain.computed,
  };
  return behind(chain.steps, operand).origin;
}

/** True where the number is a sum of figures of the text and nothing was divided or multiplied. */
export function isExact(chain: Chain, origin: Origin): boolean {
  if (origin.kind !== 'step') return true;
  const step = chain.steps[origin.at];
  return (
    step?.operation.kind === 'linear' &&
    step.operation.weights.every(Number.isInteger) &&
    step.operands.every((o) => isExact(chain, o.origin))
  );
}

/** How each number is written: the figures of the text, or the ends that decide. */
interface Pen {
  readonly lang: Lang;
  readonly names: Names;
  value(operand: Operand, step: Step): number;
  result(step: Step): number;
  exact(origin: Origin): boolean;
}

const words = {
  nl: {
    minus: 'min',
    plus: 'plus',
    of: 'van',
    asks: 'vraagt dan',
    beside: 'naast',
    from: 'van',
    to: 'naar',
    is: 'is',
    atLeast: 'ten minste',
    atMost: 'ten hoogste',
    says: 'de tekst zegt',
    lowest: 'op zijn laagst',
    highest: 'op zijn hoogst',
    margin: 'met speling',
    follows: 'volgt',
    out: 'uit',
  },
  en: {
    minus: 'less',
    plus: 'plus',
    of: 'of',
    asks: 'then needs',
    beside: 'beside',
    from: 'from',
    to: 'to',
    is: 'is',
    atLeast: 'at least',
    atMost: 'at most',
    says: 'the text says',
    lowest: 'at its lowest',
    highest: 'at its highest',
    margin: 'with its margin',
    follows: 'follows',
    out: 'from',
  },
} as const;

const sideWord = (only: Step['only'], lang: Lang): string =>
  only === 'min' ? `${words[lang].atLeast} ` : only === 'max' ? `${words[lang].atMost} ` : '';

function number(pen: Pen, value: number, variable: string, origin: Origin, signed = false): string {
  return shown(value, pen.names.unitOf(variable), pen.lang, pen.names.units, {
    exact: pen.exact(origin),
    signed,
  });
}

const times = (weight: number, pen: Pen): string =>
  `${shown(Math.abs(weight), '', pen.lang, pen.names.units, { exact: true })} x `;

/** `10 x 12.000`, and `71.200 / 10` rather than a tenth of it. */
function weighted(weight: number, formatted: string, pen: Pen): string {
  const size = Math.abs(weight);
  if (size === 1) return formatted;
  const by = clean(1 / size);
  return size < 1 && Number.isInteger(by)
    ? `${formatted} / ${shown(by, '', pen.lang, pen.names.units, { exact: true })}`
    : times(weight, pen) + formatted;
}

/** The left side of a line. `follows` is the step written just before, which need not be repeated. */
function left(line: Line, pen: Pen, follows: number | null): string {
  const { step, terms } = line;
  const say = ({ operand }: Term): string =>
    number(pen, pen.value(operand, step), operand.variable, operand.origin);
  const w = words[pen.lang];
  const operation = step.operation;
  if (operation.kind === 'linear') {
    // What is nothing, or more than nothing, adds no number to a sum.
    const shownTerms = terms.filter((t) => !(t.operand.origin.kind === 'bound' && t.operand.value === 0));
    const ordered = [...shownTerms.filter((t) => t.weight > 0), ...shownTerms.filter((t) => t.weight <= 0)];
    return ordered
      .map((term, i) => {
        const { operand, weight } = term;
        const amount = weighted(weight, say(term), pen);
        if (i > 0) return ` ${weight < 0 ? '-' : '+'} ${amount}`;
        const before = operand.origin.kind === 'step' && operand.origin.at === follows;
        if (before && ordered.length > 1 && weight === 1) return '';
        return weight < 0 ? `-${amount}` : amount;
      })
      .join('')
      .replace(/^ ([+-]) /, (_, sign: string) => `${sign === '-' ? w.minus : w.plus} `);
  }
  const [a, b] = terms;
  if (!a || !b) return '';
  // A power of ten only brings the units together, and the units are there.
  const scale = (factor: number) => (Number.isInteger(clean(Math.log10(factor))) ? '' : times(factor, pen));
  if (step.relationKind === 'growth') {
    const rate = Math.abs(pen.value(b.operand, step));
    if (operation.kind === 'product') {
      const growth = pen.value(b.operand, step);
      const formatted = number(pen, rate, b.operand.variable, b.operand.origin);
      return `${say(a)} ${growth < 0 ? '-' : '+'} ${formatted}`;
    }
    if (operation.kind === 'factor') {
      const factor = clean(1 + pen.value(b.operand, step) / 100);
      return `${say(a)} / ${shown(factor, '', pen.lang, pen.names.units, { exact: true })}`;
    }
    return `${w.from} ${say(b)} ${w.to} ${say(a)} ${w.is}`;
  }
  if (operation.kind === 'share-of-sum') {
    const rest = terms
      .slice(1)
      .map((term, i) => {
        const weight = operation.rest[i] ?? 1;
        const amount = weighted(weight, say(term), pen);
        return i === 0 ? amount : `${weight < 0 ? '-' : '+'} ${amount}`;
      })
      .join(' ');
    const [only] = terms.slice(1);
    const before = only?.operand.origin.kind === 'step' && only.operand.origin.at === follows;
    return before && terms.length === 2 ? `${say(a)} ${w.asks}` : `${say(a)} ${w.beside} ${rest} ${w.asks}`;
  }
  if (step.relationKind === 'share') {
    if (operation.kind === 'product') return `${say(a)} ${w.of} ${say(b)}`;
    return `${say(a)} / ${say(b)}`;
  }
  if (operation.kind === 'product') return `${scale(operation.factor)}${say(a)} x ${say(b)}`;
  return `${say(a)} / ${scale(operation.factor) === '' ? say(b) : `(${scale(operation.factor)}${say(b)})`}`;
}

/** Lines of text that already contain their result: `15% vraagt EUR 13,7 mld`, `van 9 naar 12 is +33%`. */
const speaks = (step: Step): boolean =>
  step.operation.kind === 'share-of-sum' ||
  (step.relationKind === 'growth' && step.operation.kind === 'other');

const isRate = (step: Step | undefined): boolean =>
  step?.relationKind === 'growth' && step.operation.kind === 'other';

/** The figures of the text, computed through. */
const figures = (chain: Chain, lang: Lang, names: Names): Pen => ({
  lang,
  names,
  value: (operand) => operand.value,
  result: (step) => step.value,
  exact: (origin) => isExact(chain, origin),
});

/** Which end of an operand makes the result smallest (or largest); every operation here is monotone in each operand. */
function endsOf(step: Step, side: 'min' | 'max'): number[] | null {
  const flip = side === 'min' ? 'max' : 'min';
  const wanted = step.operands.map((_, i): 'min' | 'max' => {
    const { operation } = step;
    if (operation.kind === 'linear') return at(operation.weights, i) >= 0 ? side : flip;
    if (operation.kind === 'share-of-sum') return i === 0 || at(operation.rest, i - 1) >= 0 ? side : flip;
    return operation.kind === 'product' || i === 0 ? side : flip;
  });
  const ends = step.operands.map((operand, i) => operand.interval[at(wanted, i)]);
  return ends.every((x) => x !== null) ? ends : null;
}

/** The ends that decide, computed through; null where the numbers of the steps do not show it by themselves. */
function deciding(chain: Chain, lang: Lang, names: Names): Pen | null {
  const side = chain.side === 1 ? 'min' : 'max';
  const values = new Map<Step, readonly number[]>();
  const walk = (origin: Origin, end: 'min' | 'max'): boolean => {
    if (origin.kind !== 'step') return true;
    const step = chain.steps[origin.at];
    const ends = step ? endsOf(step, end) : null;
    if (!step || !ends || values.has(step)) return false;
    const bound = step.interval[end];
    const made = compute(step.operation, ends);
    if (bound === null || Math.abs(made - bound) > 1e-9 * Math.max(1, Math.abs(bound))) return false;
    values.set(step, ends);
    return step.operands.every((operand, i) => {
      const { operation } = step;
      const rises =
        operation.kind === 'linear'
          ? at(operation.weights, i) >= 0
          : operation.kind === 'share-of-sum'
            ? i === 0 || at(operation.rest, i - 1) >= 0
            : operation.kind === 'product' || i === 0;
      return walk(operand.origin, rises ? end : end === 'min' ? 'max' : 'min');
    });
  };
  const end = chain.computed[side];
  if (end === null || !walk(chain.origin, side)) return null;
  return {
    lang,
    names,
    // A number that was written before keeps the end that it was written with.
    value: (operand, step) => {
      const own = values.get(step)?.[step.operands.indexOf(operand)];
      if (own !== undefined) return own;
      for (const [other, ends] of values) {
        const at = other.operands.indexOf(operand);
        if (at >= 0) return ends[at] ?? operand.value;
      }
      return operand.value;
    },
    result: (step) => compute(step.operation, values.get(step) ?? []),
    exact: () => true,
  };
}

/** The interval that the others imply for the pivot's quantity, on the side of the claim. */
export function decidingEnd(chain: Chain): Interval {
  const computed = roundedOutwards(chain.computed, chain.pivot.interval);
  return chain.side === 1
    ? { ...computed, max: null, maxOpen: false }
    : { ...computed, min: null, minOpen: false };
}

/** True where the figures as printed already show it: they differ, on the side on which the intervals do. */
export function figuresShow(chain: Chain): boolean {
  if (chain.value === null) return false;
  const point: Interval = { min: chain.value, max: chain.value, minOpen: false, maxOpen: false };
  return (
    Math.sign(chain.value - chain.pivot.value) === chain.side &&
    sideOf(point, chain.pivot.interval) === chain.side
  );
}

/** The figure to compare with: that of the text, or the end of what it allows where the text allows more on this side. */
function against(chain: Chain): { readonly value: number; readonly margin: boolean } {
  const { interval, value } = chain.pivot;
  const near = chain.side === 1 ? interval.max : interval.min;
  const far = chain.side === 1 ? interval.min : interval.max;
  return near !== null && far === value && near !== value
    ? { value: near, margin: true }
    : { value, margin: false };
}

/** The measure that a chain of proportions was given, where it has one. */
function measureIn(lines: readonly Line[]): { operand: Operand; claim: string | null } | null {
  for (const { terms } of lines) {
    for (const { operand } of terms) {
      if (operand.origin.kind === 'measure') return { operand, claim: operand.origin.claim };
    }
  }
  return null;
}

/** Says where the measure comes from: `(EUR 9,9 mld: regel 355)`, or what was put at 100. */
function withMeasure(
  text: string,
  lines: readonly Line[],
  lineOf: (claim: string) => number,
  pen: Pen,
): string {
  const found = measureIn(lines);
  if (!found) return text;
  const { operand, claim } = found;
  const formatted = number(pen, operand.value, operand.variable, operand.origin);
  if (claim === null)
    return `${pen.lang === 'nl' ? 'stel' : 'say'} ${pen.names.titleOf(operand.variable)[pen.lang]} = ${formatted}; ${text}`;
  return `${text} (${formatted}: ${linesInWords([lineOf(claim)], pen.lang)})`;
}

function written(chain: Chain, lines: readonly Line[], pen: Pen): string {
  const w = words[pen.lang];
  const unit = pen.names.unitOf(chain.pivot.variable);
  const parts: string[] = [];
  let before: number | null = null;
  const last = lines[lines.length - 1];
  lines.forEach((line, i) => {
    const { step } = line;
    const final = line === last;
    // A required rate follows the number that requires it.
    const next = lines[i + 1];
    if (final && isRate(step) && parts.length > 0 && before !== null) {
      const to = line.terms[0]?.operand;
      const from = line.terms[1]?.operand;
      if (to?.origin.kind === 'step' && to.origin.at === before && from) {
        const rate = number(pen, pen.result(step), step.variable, { kind: 'step', at: line.at }, true);
        const asked = `${parts.pop()} (${rate})`;
        const result = clean(pen.value(from, step) * (1 + chain.pivot.value / 100));
        const implied = number(pen, result, to.variable, { kind: 'step', at: line.at });
        parts.push(
          `${asked}, ${w.says} ${implied} (${shown(chain.pivot.value, unit, pen.lang, pen.names.units, { exact: true, signed: true })})`,
        );
        before = line.at;
        return;
      }
    }
    const leadsToRate = next === last && isRate(next?.step);
    const side = final || leadsToRate ? sideWord(step.only, pen.lang) : '';
    const result = number(pen, pen.result(step), step.variable, { kind: 'step', at: line.at }, isRate(step));
    parts.push(`${left(line, pen, before)} ${speaks(step) ? '' : '= '}${side}${result}`);
    before = line.at;
  });
  return parts.join('; ');
}

/** Says of the last line that it does not fit: `> 50.000`. */
function compared(chain: Chain, lang: Lang, units: Units, unit: string): string {
  const { value, margin } = against(chain);
  const signed = isRate(chain.origin.kind === 'step' ? chain.steps[chain.origin.at] : undefined);
  const formatted = shown(value, unit, lang, units, { exact: true, signed });
  const why = margin
    ? ` (${shown(chain.pivot.value, unit, lang, units, { exact: true, signed })} ${words[lang].margin})`
    : '';
  return ` ${chain.side === 1 ? '>' : '<'} ${formatted}${why}`;
}

/** The arithmetic of a chain in one line, in both languages. */
export function arithmeticOf(
  chain: Chain,
  stated: readonly Stated[],
  lineOf: (claim: string) => number,
  about: Names,
): Text {
  const unit = about.unitOf(chain.pivot.variable);
  const { units } = about;
  const lines = linesOf(chain, about);
  return both((lang) => {
    const w = words[lang];
    const says = intervalInWords(chain.pivot.interval, unit, lang, units);
    if (figuresShow(chain)) {
      const tail = compared(chain, lang, units, unit);
      if (lines.length > 0) {
        const text = written(chain, lines, figures(chain, lang, about));
        const sentence = text.includes(w.says) ? text : `${text}${tail}`;
        return withMeasure(sentence, lines, lineOf, figures(chain, lang, about));
      }
      const other = claimBehind(chain);
      const from = other === null ? undefined : stated[other];
      if (from && chain.value !== null) {
        const where = (claim: string) => linesInWords([lineOf(claim)], lang);
        const own = shown(chain.value, unit, lang, units, { exact: true });
        return `${own} (${where(from.claim)})${tail} (${where(chain.pivot.claim)})`;
      }
    }
    const pen = lines.length > 0 ? deciding(chain, lang, about) : null;
    if (pen) {
      const text = written(chain, lines, pen);
      if (!text.includes(w.says)) {
        const sentence = `${chain.side === 1 ? w.lowest : w.highest} ${text}; ${w.says} ${says}`;
        return withMeasure(sentence, lines, lineOf, pen);
      }
    }
    const rest = intervalInWords(decidingEnd(chain), unit, lang, units);
    const sources = stated
      .filter((_, at) => at !== chain.pivotAt)
      .map((s) => shown(s.value, about.unitOf(s.variable), lang, units, { exact: true }));
    return `${w.out} ${listed(sources, lang)} ${w.follows} ${rest}; ${w.says} ${says}`;
  });
}
