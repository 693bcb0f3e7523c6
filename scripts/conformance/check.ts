import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile, DataFault, decodeText, type Model, ModelError, nameKey } from '@schaalsprong/model';
import { dataFrom } from '@schaalsprong/model/node';
import type { Case } from './cases.ts';
import { type Expected, type ExpectedColumn, readExpected } from './expected.ts';
import { type Known, known } from './known.ts';

/**
 * What became of a case.
 * - `pass`: every expected number came out
 * - `near`: some number did not, but none is off by more than 1e-6 of the largest of its series: the programs that
 *   wrote the files compute in single precision, so that a difference of large numbers is off by that much
 * - `suite`: some number is off for a reason that lies in the suite (known.ts), and by no more than that explains
 * - `wrong`: some number is off by more
 * - `unmatched`: numbers are expected of something that the model does not know
 * - `unsupported`: refused, with a problem that says what and where
 * - `crash`: anything thrown that is no such problem, or no answer in time
 */
export type Outcome = 'pass' | 'near' | 'suite' | 'wrong' | 'unmatched' | 'unsupported' | 'crash';

/** What became of a case, and why. */
export interface Result {
  readonly name: string;
  readonly format: string;
  readonly model: string;
  readonly outcome: Outcome;
  /** One line each: problem with code and line, or variable, time, expected, got. */
  readonly reasons: readonly string[];
  /**
   * Of numbers that are off: the largest difference as a multiple of what the tolerance allows and as a share of the
   * largest number of its series, and how many are off of how many.
   */
  readonly worst?: {
    readonly timesTolerance: number;
    readonly ofMaximum: number;
    readonly wrong: number;
    readonly of: number;
  };
  readonly milliseconds: number;
}

/** A number of the suite and ours agree within this: the programs that wrote them print six digits. */
export const agrees = (a: number, b: number): boolean => excess(a, b) <= 1;

/** A difference as a multiple of what is allowed. */
function excess(a: number, b: number): number {
  if (a === b) return 0;
  const allowed = 1e-4 * (0.01 + Math.max(Math.abs(a), Math.abs(b)));
  const share = Math.abs(a - b) / allowed;
  return Number.isNaN(share) ? Number.POSITIVE_INFINITY : share;
}

const readText = (path: string): string => decodeText(readFileSync(path));

/** A name written with the escapes of another program: `\n` is a blank, `\"` a quote. */
const loose = (name: string): string =>
  nameKey(
    name
      .replace(/^"|"$/g, '')
      .replace(/\\n/g, ' ')
      .replace(/\\(["\\])/g, '$1'),
  );

/** Settings of the run are in the tables too, also where the model writes them outside its equations. */
function settingOf(model: Model, name: string): number | undefined {
  const { start, stop, step, saveEvery } = model.time;
  const settings: Readonly<Record<string, number>> = {
    'initial time': start,
    'final time': stop,
    'time step': step,
    saveper: saveEvery,
  };
  return settings[nameKey(name)];
}

interface Matched {
  readonly column: ExpectedColumn;
  readonly element?: string;
  readonly setting?: number;
}

function match(model: Model, expected: Expected): { matched: Matched[]; unmatched: string[] } {
  const elements = new Map<string, string>();
  for (const { kind, elements: names } of model.variables) {
    if (kind === 'lookup') continue;
    for (const name of names) elements.set(nameKey(name), name);
  }
  for (const name of [...elements.values()]) {
    if (!elements.has(loose(name))) elements.set(loose(name), name);
  }
  const matched: Matched[] = [];
  const unmatched: string[] = [];
  for (const column of expected.columns) {
    const element = elements.get(nameKey(column.name)) ?? elements.get(loose(column.name));
    const setting = settingOf(model, column.name);
    if (element !== undefined) matched.push({ column, element });
    else if (setting !== undefined) matched.push({ column, setting });
    else unmatched.push(column.name);
  }
  return { matched, unmatched };
}

/** Values by element at the expected times. */
function runAt(
  model: Model,
  expected: Expected,
  outcomes: readonly string[],
): { of(element: string, row: number): number; missing: readonly number[] } {
  // A time is printed with six digits: 10.03125 is there as 10.0312.
  const near = (a: number, b: number): boolean =>
    Math.abs(a - b) < Math.min(model.time.step / 4, 1e-6 * model.time.step + 6e-6 * Math.abs(a));
  const question = { futures: { count: 1 }, outcomes };
  let result = model.run(question);
  let rows = expected.time.map((t) => result.time.findIndex((saved) => near(t, saved)));
  // Vensim writes what SAVEPER keeps; Stella may export every step, whatever the model keeps.
  const everyStep = !/\.mdl$/i.test(model.program.file) && rows.includes(-1);
  if (everyStep) {
    const { start, stop, step } = model.time;
    const last = Math.round((stop - start) / step);
    const stepOf = expected.time.map((t) => Math.round((t - start) / step));
    const asked = stepOf.map(
      (k, row) => k >= 0 && k <= last && near(expected.time[row] ?? 0, start + k * step),
    );
    const kept = stepOf.filter((k, row) => asked[row] === true && stepOf.indexOf(k) === row);
    result = model.run({ ...question, at: kept.map((k) => start + k * step) });
    rows = stepOf.map((k, row) => (asked[row] === true ? kept.indexOf(k) : -1));
  }
  return {
    of: (element, row) => result.get(element)[rows[row] ?? -1] ?? Number.NaN,
    missing: expected.time.filter((_, row) => rows[row] === -1),
  };
}

/** Compares a model with the numbers that it should give. */
export function compare(
  model: Model,
  expected: Expected,
  excuse?: Known,
): Pick<Result, 'outcome' | 'reasons' | 'worst'> {
  const { matched, unmatched } = match(model, expected);
  const outcomes = matched.flatMap(({ element }) => element ?? []);
  const found = runAt(model, expected, outcomes);
  const reasons: string[] = [];
  let of = 0;
  let wrong = 0;
  let timesTolerance = 0;
  let ofMaximum = 0;
  let excused = excuse !== undefined;
  for (const { column, element, setting } of matched) {
    let first: string | undefined;
    let count = 0;
    const largest = Math.max(...column.values.map((value) => Math.abs(value ?? 0)));
    column.values.forEach((value, row) => {
      const time = expected.time[row] ?? Number.NaN;
      if (value === undefined || found.missing.includes(time)) return;
      of++;
      const got = element === undefined ? (setting ?? Number.NaN) : found.of(element, row);
      if (agrees(value, got)) return;
      count++;
      timesTolerance = Math.max(timesTolerance, excess(value, got));
      const share = Math.abs(value - got) / largest;
      ofMaximum = Math.max(ofMaximum, Number.isNaN(share) ? Number.POSITIVE_INFINITY : share);
      first ??= `${column.name} at ${time}: expected ${value}, got ${got}`;
    });
    wrong += count;
    if (count > 0 && excuse?.columns?.includes(column.name) === false) excused = false;
    if (first !== undefined) reasons.push(count === 1 ? first : `${first} (and ${count - 1} later)`);
  }
  if (found.missing.length > 0) reasons.push(`not kept: time ${found.missing.slice(0, 5).join(', ')}`);
  for (const name of unmatched) reasons.push(`no such variable: ${name}`);
  if (ofMaximum > (excuse?.within ?? 0) || found.missing.length > 0 || unmatched.length > 0) excused = false;
  const outcome: Outcome =
    excused && wrong > 0
      ? 'suite'
      : ofMaximum > 1e-6 || found.missing.length > 0
        ? 'wrong'
        : unmatched.length > 0 || of === 0
          ? 'unmatched'
          : wrong > 0
            ? 'near'
            : 'pass';
  if (outcome === 'suite' && excuse !== undefined) reasons.unshift(excuse.reason);
  return { outcome, reasons, ...(wrong > 0 ? { worst: { timesTolerance, ofMaximum, wrong, of } } : {}) };
}

/** Compiles, runs and compares one case. */
export function check({ name, format, folder, model: file, expected, series }: Case): Result {
  const begin = performance.now();
  const result = (outcome: Outcome, reasons: readonly string[], worst?: Result['worst']): Result => ({
    name,
    format,
    model: join(folder, file),
    outcome,
    reasons,
    ...(worst === undefined ? {} : { worst }),
    milliseconds: performance.now() - begin,
  });
  try {
    const numbers = readExpected(readText(join(folder, expected)));
    const data = dataFrom([folder, ...series.map((one) => join(folder, one))]);
    const options = { file, units: 'off', data } as const;
    const model = compile(readText(join(folder, file)), options);
    const { outcome, reasons, worst } = compare(model, numbers, known[name]);
    return result(outcome, reasons, worst);
  } catch (error) {
    if (error instanceof DataFault) return result('unsupported', [error.message]);
    if (!(error instanceof ModelError)) {
      return result('crash', [error instanceof Error ? (error.stack ?? error.message) : String(error)]);
    }
    const said = error.problems.map((p) => `${p.file}:${p.line} ${p.code} ${p.message.en}`);
    return result('unsupported', said);
  }
}
