import type { Width } from '@schaalsprong/agenda/claims';
import { type ConflictKind, conflictKinds } from '@schaalsprong/audit';
import { UsageError } from '../../command/usage-error.ts';
import { defaultRegion } from '../../region/default-region.ts';
import type { Given } from './options.ts';

type Lang = Given['lang'];

/** `audit`; null where the region or the machine decides. */
export interface AuditRequest {
  readonly lang: Lang;
  readonly region: string;
  readonly form: 'table' | 'json' | 'csv' | 'markdown';
  readonly setting: Width;
  /** By id: assumptions that were switched on or off. */
  readonly assumptions: Readonly<Record<string, boolean>>;
  /** Claim to the reading in which it is taken. */
  readonly readings: Readonly<Record<string, string>>;
  /** Only these kinds; all where null. */
  readonly kinds: readonly ConflictKind[] | null;
  /** Whether a conflict that stands makes the exit code 1. */
  readonly strict: boolean;
  /** What the agenda is compared with: another one, what the model computes, a file of results; at most one. */
  readonly against: string | null;
  readonly scenario: string | null;
  readonly results: string | null;
  readonly futures: number | null;
  readonly seed: number | null;
  readonly threads: number | null;
  readonly out: string | null;
}

/** @throws UsageError that says what is wrong */
export function auditRequest(given: Given): AuditRequest {
  const { lang, rest, value, names, count, oneOf, among, atMostOne, wrong } = given;
  const form = atMostOne(['json', 'csv', 'markdown']) ?? 'table';
  const subject = atMostOne(['against', 'scenario', 'results']);
  for (const name of ['futures', 'seed', 'threads'] as const) {
    if (value(name) !== null && subject !== 'scenario') {
      wrong('only-with', { what: `--${name}`, other: '--scenario' });
    }
  }
  const switched = (name: 'assume' | 'without', on: boolean): readonly (readonly [string, boolean])[] =>
    names(name).map((id) => [id, on] as const);
  const assumptions = eachOnce([...switched('assume', true), ...switched('without', false)], lang);
  return {
    lang,
    region: rest[0] ?? value('region') ?? defaultRegion,
    form,
    setting: oneOf('setting') ?? 'default',
    assumptions,
    readings: readingsOf(names('reading'), lang),
    kinds:
      value('kind') === null
        ? null
        : [...new Set(names('kind').map((kind) => among('kind', kind, conflictKinds)))],
    strict: value('strict') !== null,
    against: value('against'),
    scenario: value('scenario'),
    results: value('results'),
    futures: count('futures'),
    seed: count('seed'),
    threads: count('threads'),
    out: value('out'),
  };
}

/** The values of `--reading claim=reading`. */
function readingsOf(given: readonly string[], lang: Lang): Readonly<Record<string, string>> {
  const pairs = given.map((text) => {
    const [claim = '', reading = '', ...more] = text.split('=').map((part) => part.trim());
    if (claim === '' || reading === '' || more.length > 0) {
      throw new UsageError(lang, 'not-reading', { value: text });
    }
    return [claim, reading] as const;
  });
  return eachOnce(pairs, lang);
}

/** What was chosen, by name; a name that was given two choices is a mistake. */
function eachOnce<T>(pairs: readonly (readonly [string, T])[], lang: Lang): Readonly<Record<string, T>> {
  const chosen = new Map<string, T>();
  for (const [name, choice] of pairs) {
    if (chosen.has(name) && chosen.get(name) !== choice) {
      throw new UsageError(lang, 'both-ways', { what: name });
    }
    chosen.set(name, choice);
  }
  return Object.fromEntries(chosen);
}
