import type { Interest } from '@schaalsprong/methods/cases';
import {
  type AskedSensitivity,
  type Grouping,
  groupingOf,
  type SensitivityMethod,
  sensitivityMethods,
} from '@schaalsprong/methods/sensitivity';
import { nearest } from '@schaalsprong/words';
import type { Given } from './options.ts';
import { saySensitivity } from './texts.ts';

/** What a method is asked, before it is known of what. */
export interface Asked extends Omit<AskedSensitivity, 'outcome' | 'groups' | 'method'> {
  readonly method: SensitivityMethod;
  readonly seed: number;
  /** Base rows, trajectories or runs; null for what suits the subject. */
  readonly size: number | null;
  readonly inputs: readonly string[] | undefined;
  readonly groups: ((inputs: readonly string[]) => Grouping) | undefined;
  /** Rows of the table. */
  readonly top: number;
}

/** The options that mean something to some methods only. */
const ofMethods = {
  'second-order': ['sobol', 'ff'],
  groups: ['sobol', 'morris'],
  levels: ['morris'],
  intervals: ['pawn'],
  trees: ['features'],
  harmonics: ['rbd-fast'],
  step: ['dgsm'],
  above: ['regional'],
  below: ['regional'],
  equals: ['regional'],
} as const satisfies Partial<Record<Parameters<Given['value']>[0], readonly SensitivityMethod[]>>;

/**
 * What the words after `sensitivity` ask of a method.
 *
 * @throws UsageError for a method that is not there, an option of another method, and a value that cannot be
 */
export function askedOf(given: Given): Asked {
  const [word] = given.rest;
  const known = sensitivityMethods.join(', ');
  if (word === undefined) return given.wrong('no-method', { known });
  const method = sensitivityMethods.find((one) => one === word);
  if (method === undefined) {
    return given.wrong(
      'not-one-of',
      { what: 'sensitivity', known, value: word },
      nearest(word, sensitivityMethods),
    );
  }
  for (const [name, methods] of Object.entries(ofMethods)) {
    const option = name as keyof typeof ofMethods;
    if (given.value(option) !== null && !methods.some((one) => one === method)) {
      given.wrong('only-with', { what: `--${name}`, other: methods.join(saySensitivity(given.lang, 'or')) });
    }
  }
  const groups = groupsOf(given);
  const inputs = given.names('inputs');
  return {
    method,
    size: given.count('n'),
    inputs: inputs.length > 0 ? inputs : undefined,
    groups: groups === null ? undefined : (names) => groupingOf(names, groups),
    secondOrder: given.value('second-order') !== null,
    levels: given.count('levels') ?? undefined,
    intervals: given.count('intervals') ?? undefined,
    trees: given.count('trees') ?? undefined,
    harmonics: given.count('harmonics') ?? undefined,
    step: given.number('step') ?? undefined,
    interest: interestOf(given),
    resamples: given.count('resamples'),
    confidence: given.number('confidence'),
    seed: given.count('seed'),
    top: given.count('top'),
  };
}

function interestOf(given: Given): Interest | undefined {
  const kind = given.atMostOne(['above', 'below', 'equals']);
  if (kind === null) return undefined;
  if (kind === 'equals')
    return { equals: given.value('equals') ?? given.wrong('missing-value', { what: '--equals' }) };
  const limit = given.number(kind) ?? given.wrong('missing-value', { what: `--${kind}` });
  return kind === 'above' ? { above: limit } : { below: limit };
}

/** `--groups demand=a,b --groups supply=c`: what is behind a name with a `=` belongs to it, until the next. */
function groupsOf(given: Given): Readonly<Record<string, readonly string[]>> | null {
  const words = given.names('groups');
  if (words.length === 0) return null;
  const groups: Record<string, string[]> = {};
  let current: string[] | undefined;
  for (const word of words) {
    const at = word.indexOf('=');
    const name = word.slice(0, Math.max(at, 0)).trim();
    if (at >= 0) current = groups[name] ??= [];
    const member = word.slice(at + 1).trim();
    if (current === undefined || member === '' || (at >= 0 && name === '')) {
      given.wrong('not-groups', { value: word });
    }
    current?.push(member);
  }
  return groups;
}
