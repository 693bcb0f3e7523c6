import type { Given } from './options.ts';
import { type ProblemName, problemNames } from './options.ts';

/** What a search is asked, of whatever kind; null where the kind decides. */
export interface SearchAsk {
  readonly evaluations: number | null;
  readonly population: number | null;
  readonly epsilons: readonly number[] | null;
  readonly seeds: number;
  readonly seed: number | null;
  /** Where the search is kept as it goes. */
  readonly checkpoint: string | null;
  /** Where it goes on. */
  readonly resume: string | null;
  readonly json: boolean;
  readonly out: string | null;
}

/** A search of a problem whose front is known. */
export interface ProblemAsk extends SearchAsk {
  readonly kind: 'problem';
  readonly problem: ProblemName;
  readonly objectives: number | null;
}

/** A search over the levers of a region. */
export interface RegionAsk extends SearchAsk {
  readonly kind: 'region';
  readonly region: string;
  readonly objectives: readonly string[];
  readonly keep: readonly string[];
  readonly never: readonly string[];
  /** Id of a scenario; null for no such line, undefined where it is left to the search. */
  readonly noWorseThan: string | null | undefined;
  readonly levers: readonly string[] | null;
  readonly parts: number | undefined;
  readonly packages: number;
  readonly scenario: string | null;
  readonly futures: number;
  readonly threads: number | null;
}

/** Options that only one of the two kinds has. */
const ofRegion = [
  'objectives',
  'keep',
  'never',
  'no-worse-than',
  'levers',
  'parts',
  'packages',
  'scenario',
  'futures',
  'threads',
] as const;

/**
 * The words after `search`.
 *
 * @throws UsageError that says what is wrong
 */
export function searchAsk(given: Given): ProblemAsk | RegionAsk {
  const { rest, value, names, count, oneOf, wrong } = given;
  const [region, ...more] = rest;
  if (more.length > 0) wrong('too-many', { what: more.join(' ') });
  const epsilons = names('epsilons').map((text) => {
    const epsilon = Number(text);
    if (!(epsilon > 0 && Number.isFinite(epsilon))) {
      wrong('not-number', { what: '--epsilons', min: 0, max: '1e308', value: text });
    }
    return epsilon;
  });
  const problem = oneOf('problem');
  const asked: SearchAsk = {
    evaluations: count('evaluations'),
    population: count('population'),
    epsilons: epsilons.length === 0 ? null : epsilons,
    seeds: count('seeds'),
    seed: count('seed'),
    checkpoint: value('checkpoint') ?? value('resume'),
    resume: value('resume'),
    json: value('json') !== null,
    out: value('out'),
  };
  if (problem !== null) {
    if (region !== undefined) wrong('too-many', { what: region });
    for (const name of ofRegion) {
      if (value(name) !== null) wrong('only-with', { what: `--${name}`, other: 'search REGION' });
    }
    const objectives = count('objective-count');
    if (objectives !== null && !problem.startsWith('dtlz')) {
      wrong('only-with', { what: '--objective-count', other: '--problem dtlz1, dtlz2, dtlz7' });
    }
    return { kind: 'problem', problem, objectives, ...asked };
  }
  if (region === undefined) {
    return wrong('needs-option', {
      command: 'search',
      what: '--problem',
      why:
        given.lang === 'nl'
          ? `een van ${problemNames.join(', ')}, of geef een regiomap`
          : `one of ${problemNames.join(', ')}, or give a region folder`,
    });
  }
  if (value('objective-count') !== null) {
    wrong('only-with', { what: '--objective-count', other: '--problem' });
  }
  const noWorse = value('no-worse-than');
  const levers = names('levers');
  return {
    kind: 'region',
    region,
    objectives: names('objectives'),
    keep: names('keep'),
    never: names('never'),
    noWorseThan: noWorse === null ? undefined : noWorse === 'nothing' ? null : noWorse,
    levers: levers.length === 0 ? null : levers,
    parts: count('parts') ?? undefined,
    packages: count('packages'),
    scenario: value('scenario'),
    futures: count('futures'),
    threads: count('threads'),
    ...asked,
  };
}
