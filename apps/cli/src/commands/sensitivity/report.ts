import {
  type Estimate,
  type InputResult,
  leastUnits,
  narrowInterval,
  type PairResult,
  ranked,
} from '@schaalsprong/methods/sensitivity';
import { at, type Lang } from '@schaalsprong/words';
import { type Column, renderTable, section, wrap } from '../../terminal/table.ts';
import type { Answered } from './subject.ts';
import { meanings, saySensitivity } from './texts.ts';

/** So many inputs are proposed to go on with, where there were too few runs for all. */
const fewer = 12;

/** The same answer for programs. Names are stable. */
export function sensitivityJson({ result, source, exact, titles }: Answered): unknown {
  return {
    method: result.method,
    outcome: result.outcome,
    source,
    settings: result.settings,
    runs: result.runs,
    dropped: result.dropped,
    enough: result.enough,
    runsNeeded: result.runsNeeded,
    rule: { narrowInterval, leastUnits, decisive: result.decisive },
    inputs: result.inputs.map(({ name, indices }) => ({
      name,
      ...(titles[name] === undefined ? {} : { title: titles[name] }),
      ...indices,
    })),
    pairs: result.pairs,
    ranking: ranked(result).map(({ name }) => name),
    ...(exact === null ? {} : { exact }),
    warnings: result.warnings,
  };
}

/** The answer for people, ending in a newline. */
export function sensitivityTable(answered: Answered, lang: Lang, top: number, width: number): string {
  const { result, titles } = answered;
  const label = (name: string): string => titles[name]?.[lang] ?? name;
  const order = ranked(result);
  const shown = order.slice(0, top);
  const title = saySensitivity(lang, 'title', { method: result.method, outcome: label(result.outcome) });
  return `${[
    ...wrap(title, width),
    ...wrap(meanings[result.method][lang], width),
    '',
    ...inputLines(answered, shown, lang, width),
    ...(shown.length < order.length
      ? wrap(saySensitivity(lang, 'more', { count: order.length - shown.length, all: order.length }), width)
      : []),
    ...pairLines(answered, lang, top, width),
    ...verdictLines(answered, order, lang, width),
    ...section(
      saySensitivity(lang, 'warnings'),
      result.warnings.map(({ text }) => text[lang]),
      width,
    ),
    '',
    ...wrap(sourceLine(answered, lang), width),
  ].join('\n')}\n`;
}

function inputLines(
  { result, exact, titles }: Answered,
  shown: readonly InputResult[],
  lang: Lang,
  width: number,
): readonly string[] {
  const known =
    exact === null ? [] : (['S1', 'ST'] as const).filter((index) => index in (shown[0]?.indices ?? {}));
  const titled = shown.some(({ name }) => titles[name] !== undefined);
  const columns: Column[] = [
    { title: saySensitivity(lang, 'input'), align: 'left', gives: true },
    ...(titled ? [{ title: 'id', align: 'left', gives: true } as const] : []),
    ...result.indices.map((title): Column => ({ title, align: 'right' })),
    ...known.map((index): Column => ({ title: saySensitivity(lang, 'exact', { index }), align: 'right' })),
  ];
  const digits = new Map(
    result.indices.map((index) => [
      index,
      decimalsFor(result.inputs.map(({ indices }) => indices[index] ?? null)),
    ]),
  );
  const rows = shown.map(({ name, indices }) => {
    const place = result.inputs.findIndex((input) => input.name === name);
    const exactly = (index: 'S1' | 'ST'): number =>
      exact === null ? Number.NaN : at(index === 'S1' ? exact.first : exact.total, place);
    return [
      titles[name]?.[lang] ?? name,
      ...(titled ? [name] : []),
      ...result.indices.map((index) => estimateText(indices[index] ?? null, digits.get(index) ?? 3, lang)),
      ...known.map((index) => numberText(exactly(index), digits.get(index) ?? 3, lang)),
    ];
  });
  return renderTable(columns, [{ title: '', rows }], width);
}

function pairLines({ result, titles }: Answered, lang: Lang, top: number, width: number): readonly string[] {
  if (result.pairs === null || result.pairs.length === 0) return [];
  const label = (name: string): string => titles[name]?.[lang] ?? name;
  const size = ({ estimate }: PairResult): number => Math.abs(estimate.value);
  const aliased = result.pairs.some(({ aliases }) => aliases !== undefined);
  const columns: Column[] = [
    { title: saySensitivity(lang, 'pairs'), align: 'left', gives: true },
    { title: saySensitivity(lang, 'pair-effect'), align: 'right' },
    ...(aliased ? [{ title: saySensitivity(lang, 'aliases'), align: 'left', gives: true } as const] : []),
  ];
  const digits = decimalsFor(result.pairs.map(({ estimate }) => estimate));
  const rows = [...result.pairs]
    .sort((one, other) => size(other) - size(one))
    .slice(0, top)
    .map(({ inputs, estimate, aliases }) => [
      inputs.map(label).join(' × '),
      estimateText(estimate, digits, lang),
      (aliases ?? []).map((pair) => pair.map(label).join(' × ')).join(', '),
    ]);
  return ['', ...renderTable(columns, [{ title: '', rows }], width)];
}

/** Whether there were enough runs, and which of the first places could as well be the other way round. */
function verdictLines(
  { result, titles }: Answered,
  order: readonly InputResult[],
  lang: Lang,
  width: number,
): readonly string[] {
  const label = (name: string): string => titles[name]?.[lang] ?? name;
  const halfWidth = (input: InputResult): number | null => input.indices[result.decisive]?.halfWidth ?? null;
  const lines: string[] = [];
  if (order.every((input) => halfWidth(input) === null)) {
    lines.push(saySensitivity(lang, 'no-interval', { runs: result.runs }));
  } else if (result.enough && order.some((input) => (input.indices[result.decisive]?.value ?? 0) !== 0)) {
    lines.push(saySensitivity(lang, 'enough', { runs: result.runs }));
  }
  const { base } = result.settings;
  if (!result.enough && result.runsNeeded !== null && typeof base === 'number' && order.length > fewer) {
    const runs = Math.ceil((result.runsNeeded / (result.runs / base)) * (fewer + 2));
    lines.push(
      saySensitivity(lang, 'fewer-inputs', {
        fewer,
        runs,
        inputs: order
          .slice(0, fewer)
          .map(({ name }) => name)
          .join(','),
      }),
    );
  }
  for (const [place, one] of order.slice(0, 3).entries()) {
    const other = order[place + 1];
    if (other === undefined) break;
    const [mine, its] = [one.indices[result.decisive], other.indices[result.decisive]];
    // Nothing is said of an input that has no estimate.
    if (mine == null || its == null) continue;
    const gap = Math.abs(mine.value - its.value);
    const reach = (mine.halfWidth ?? 0) + (its.halfWidth ?? 0);
    if (gap < reach) {
      lines.push(saySensitivity(lang, 'close', { one: label(one.name), other: label(other.name) }));
    }
  }
  return lines.length === 0 ? [] : ['', ...lines.flatMap((line) => wrap(line, width))];
}

function sourceLine({ source, result }: Answered, lang: Lang): string {
  const seed = result.settings.seed ?? 0;
  switch (source.kind) {
    case 'function':
      return saySensitivity(lang, 'from-function', { name: source.name, source: source.published });
    case 'model':
      return saySensitivity(lang, 'from-model', {
        file: source.file,
        hash: source.model.slice(0, 12),
        scenario: source.scenario ?? saySensitivity(lang, 'no-scenario'),
        seed,
      });
    case 'sample':
      return saySensitivity(lang, 'from-sample', {
        file: source.file,
        hash: source.hash.slice(0, 12),
        rows: source.rows,
        seed,
      });
  }
}

function estimateText(estimate: Estimate | null, digits: number, lang: Lang): string {
  if (estimate === null) return '–';
  const value = numberText(estimate.value, digits, lang);
  return estimate.halfWidth === null ? value : `${value} ±${numberText(estimate.halfWidth, digits, lang)}`;
}

/** Decimals that suit the largest number of a column, so that all its numbers are written alike. */
function decimalsFor(estimates: readonly (Estimate | null)[]): number {
  const largest = Math.max(0, ...estimates.map((estimate) => Math.abs(estimate?.value ?? 0)));
  if (largest === 0 || largest >= 1000) return largest === 0 ? 3 : 0;
  return largest >= 10 ? 1 : Math.max(3, 2 - Math.floor(Math.log10(largest)));
}

const numberText = (value: number, digits: number, lang: Lang): string =>
  new Intl.NumberFormat(lang, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    signDisplay: 'negative',
  }).format(value);
