import type { Lang } from '@schaalsprong/words';
import { assignments } from './assignments.ts';
import { type Given, options } from './options.ts';

/** `simulate`; null where the model decides. */
export interface SimulateRequest {
  readonly lang: Lang;
  /** A model file, a region folder, or the name of a region. */
  readonly model: string;
  readonly set: Readonly<Record<string, number>>;
  readonly uncertain: string | null;
  readonly futures: number | null;
  readonly seed: number;
  readonly form: 'table' | 'json';
  readonly out: { readonly path: string; readonly form: OutForm } | null;
  /** Every variable, the named ones, or null for those that the model is about. */
  readonly outcomes: 'all' | readonly string[] | null;
  readonly mode: 'exact' | 'fast';
  readonly threads: number | null;
  readonly data: readonly string[];
  readonly units: 'fail' | 'warn' | 'off' | null;
  /** Of a region, whose levers and assumptions are taken: an id or a file. */
  readonly scenario: string | null;
  /** Folder in which the futures are kept, and in which a run that was stopped goes on. */
  readonly keep: string | null;
}
/** In what form the numbers of every future are written. */
export type OutForm = 'csv' | 'parquet' | 'arrow' | 'tar.gz';
/** `simulate --from`: look at futures that were kept, or write them to a file. */
export interface KeptRequest {
  readonly lang: Lang;
  readonly from: string;
  readonly form: 'table' | 'json';
  readonly out: { readonly path: string; readonly form: OutForm } | null;
}

/** @throws UsageError that says what is wrong */
export function simulateRequest(given: Given): SimulateRequest {
  const { lang, rest, value, all, names, count, oneOf, wrong } = given;
  const model = rest[0] ?? wrong('no-model');
  if (value('all') !== null && value('outcomes') !== null) wrong('all-or-some');
  return {
    lang,
    model,
    set: assignments(all('set'), lang),
    uncertain: value('uncertain'),
    futures: count('futures'),
    seed: count('seed'),
    form: value('json') === null ? 'table' : 'json',
    out: outOf(given),
    outcomes: value('all') !== null ? 'all' : value('outcomes') === null ? null : names('outcomes'),
    mode: oneOf('mode') ?? 'exact',
    threads: count('threads'),
    data: all('data'),
    units: oneOf('units'),
    scenario: value('scenario'),
    keep: value('keep'),
  };
}

/** `simulate --from`: nothing but where the futures are and where they go. */
export function keptRequest(given: Given, from: string): KeptRequest {
  const { lang, rest, value, wrong } = given;
  const fitting: readonly string[] = ['from', 'out', 'json'];
  const other = (Object.keys(options) as (keyof typeof options)[]).find(
    (name) => !fitting.includes(name) && value(name) !== null,
  );
  if (other !== undefined) wrong('one-form', { known: `--from, --${other}` });
  if (rest.length > 0) wrong('too-many', { what: rest.join(' ') });
  return { lang, from, form: value('json') === null ? 'table' : 'json', out: outOf(given) };
}

function outOf({ value, wrong }: Given): SimulateRequest['out'] {
  const path = value('out');
  if (path === null) return null;
  const ending = /\.(csv|parquet|arrow|tar\.gz)$/i.exec(path)?.[1]?.toLowerCase();
  if (ending === 'csv' || ending === 'parquet' || ending === 'arrow' || ending === 'tar.gz') {
    return { path, form: ending };
  }
  return wrong('not-out-form', { value: path });
}
