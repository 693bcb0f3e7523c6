import { isSeed } from '@schaalsprong/model';
import { at } from '@schaalsprong/words';
import { FuturesError, type FuturesProblem } from '../problems.ts';
import { EpsilonArchive } from './archive.ts';
import { dominatedShare } from './indicators.ts';
import type { Decision, SearchProblem, Solution } from './problem.ts';
import { searchProblems as problems } from './problems.ts';
import { Draws } from './random.ts';
import { compareRanked, type Ranked, rankSolutions, truncate } from './ranking.ts';
import {
  type ProgressPoint,
  type SearchProgress,
  type SearchSettings,
  type SearchState,
  solutionOf,
} from './state.ts';
import { children, randomDecision, redrawn, usualVariation } from './variation.ts';

/**
 * Settings with what is left out at its usual value. A small population to begin with, as Kollat and Reed advise: the archive decides
 * how large it becomes.
 */
export function searchSettings(asked: Partial<SearchSettings> = {}): SearchSettings {
  const population = asked.population ?? 40;
  return {
    evaluations: 10_000,
    population,
    mostPopulation: Math.max(population, 1000),
    seed: 0,
    window: 10,
    injection: 0.25,
    recordEvery: Math.max(population, 250),
    variation: usualVariation,
    ...asked,
  };
}

/** How to follow a search, stop it, and keep it. */
export interface SearchOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: SearchProgress) => void) | undefined;
  /** Called after every generation: what was asked can be kept, and taken up later. */
  readonly onGeneration?: ((state: SearchState) => void) | undefined;
}

/** What a search gives. */
export interface SearchResult {
  /** The best solutions, none of which breaks a constraint or is dominated; in the order in which they were found. */
  readonly front: readonly Solution[];
  /** The last state, from which it can go on. */
  readonly state: SearchState;
}

/**
 * Epsilon-NSGA-II: NSGA-II whose best solutions are kept in an epsilon-box archive, and whose population is renewed from that archive
 * when it has stopped bringing progress or no longer fits the archive. Whole generations are evaluated at once; the last one is cut
 * short where fewer evaluations are left.
 *
 * The same problem, settings and state give the same to the last bit, however many workers evaluate; a search that was stopped and taken
 * up again gives the same as one that was not.
 *
 * @param problem what to search
 * @param settings from `searchSettings`; with a state, that of the state except its number of evaluations
 * @param from a state to go on from; a new search where it is not there
 * @throws FuturesError for a problem or settings that cannot be, or where an evaluation gives a number that is not finite; the
 *   signal's reason on abort
 *
 * Sources: J. Kollat and P. Reed, Adv. Water Resources 29 (2006); K. Deb et al., IEEE Trans. Evol. Comp. 6 (2002).
 *
 * @example
 * ```ts
 * import { schaffer, search, searchSettings } from '@schaalsprong/methods/search';
 *
 * const { front } = await search(schaffer('integer'), searchSettings({ evaluations: 2000 }));
 * // x^2 and (x - 2)^2: from 0 to 2 neither gets better without the other getting worse.
 * front.map(({ decision: [x] }) => x).sort(); // => [0, 1, 2]
 * ```
 */
export async function search(
  problem: SearchProblem,
  settings: SearchSettings,
  { signal, onProgress, onGeneration }: SearchOptions = {},
  from?: SearchState,
): Promise<SearchResult> {
  checkProblem(problem);
  checkSettings(settings);
  let state = from === undefined ? beginning(settings) : { ...from, settings: withBudget(from, settings) };
  let paused = performance.now();
  while (state.evaluations < state.settings.evaluations) {
    signal?.throwIfAborted();
    state = await generation(problem, state, signal);
    if (performance.now() - paused > MOST_WITHOUT_PAUSE_MS) {
      await new Promise((done) => setTimeout(done, 0));
      paused = performance.now();
    }
    onGeneration?.(state);
    const last = state.record.at(-1);
    if (last !== undefined) onProgress?.({ ...last, ...countsOf(state), of: state.settings.evaluations });
  }
  return { front: state.archive, state };
}

/** Yield to the event loop: a synchronous problem would starve the abort signal. */
const MOST_WITHOUT_PAUSE_MS = 50;

const withBudget = (from: SearchState, { evaluations }: SearchSettings): SearchSettings => ({
  ...from.settings,
  evaluations,
});

function checkProblem({ variables, objectives }: SearchProblem): void {
  const found: FuturesProblem[] = [];
  if (variables.length === 0) found.push(problems.noVariables());
  if (objectives.length === 0) found.push(problems.noObjectives());
  for (const variable of variables) {
    if (variable.kind === 'category') {
      if (variable.categories.length === 0) found.push(problems.range(variable.name, 0, 0));
      continue;
    }
    const { kind, min, max, name } = variable;
    const whole = kind === 'real' || (Number.isSafeInteger(min) && Number.isSafeInteger(max));
    if (!(min <= max && Number.isFinite(min) && Number.isFinite(max) && whole)) {
      found.push(problems.range(name, min, max));
    }
  }
  for (const { name, epsilon, bounds } of objectives) {
    if (!(epsilon > 0 && Number.isFinite(epsilon))) found.push(problems.epsilon(name, epsilon));
    if (!Number.isFinite(bounds.best - bounds.worst) || bounds.best === bounds.worst) {
      found.push(problems.range(name, bounds.worst, bounds.best));
    }
  }
  if (found.length > 0) throw new FuturesError(found);
}

function checkSettings(settings: SearchSettings): void {
  const found: FuturesProblem[] = [];
  const whole = (
    name: 'evaluations' | 'population' | 'mostPopulation' | 'window' | 'recordEvery',
    least: number,
  ) => {
    if (Number.isSafeInteger(settings[name]) && settings[name] >= least) return;
    found.push(
      problems.setting(name, settings[name], {
        nl: `een geheel getal vanaf ${least}`,
        en: `a whole number of at least ${least}`,
      }),
    );
  };
  whole('evaluations', 1);
  whole('population', 4);
  whole('mostPopulation', settings.population);
  whole('window', 1);
  whole('recordEvery', 1);
  if (!(settings.injection > 0 && settings.injection <= 1)) {
    found.push(
      problems.setting('injection', settings.injection, {
        nl: 'een getal boven 0 tot en met 1',
        en: 'a number above 0, at most 1',
      }),
    );
  }
  if (!isSeed(settings.seed)) {
    found.push(
      problems.setting('seed', settings.seed, {
        nl: 'een geheel getal van 0 tot en met 2^53 - 1',
        en: 'a whole number from 0 to 2^53 - 1',
      }),
    );
  }
  if (found.length > 0) throw new FuturesError(found);
}

const beginning = (settings: SearchSettings): SearchState => ({
  settings,
  evaluations: 0,
  generations: 0,
  drawn: 0,
  population: [],
  archive: [],
  improvements: 0,
  restarts: 0,
  size: settings.population,
  looked: { generations: 0, improvements: 0 },
  renew: true,
  nearest: null,
  leastViolations: [],
  record: [],
});

/** One generation more. The state given stays as it was. */
async function generation(
  problem: SearchProblem,
  state: SearchState,
  signal: AbortSignal | undefined,
): Promise<SearchState> {
  const { settings, renew } = state;
  const draws = new Draws(settings.seed, 'search', state.drawn);
  const size = renew ? renewedSize(state) : state.size;
  const parents = renew ? survivors(state, size, draws) : state.population;
  const wanted = Math.max(
    1,
    Math.min(settings.evaluations - state.evaluations, renew ? size - parents.length : size),
  );
  const batch = renew
    ? newDecisions(problem, state, wanted, draws)
    : offspring(problem, parents, wanted, settings, draws);
  const evaluated = await evaluate(problem, batch, signal);

  const archive = new EpsilonArchive(
    problem.objectives.map(({ epsilon }) => epsilon),
    problem.objectives.length,
  );
  archive.restore(state.archive, state.improvements);
  let { nearest } = state;
  // A new search has seen no violation yet.
  const least = problem.constraints.map((_, c) => state.leastViolations[c] ?? Number.MAX_VALUE);
  for (const solution of evaluated) {
    archive.add(solution);
    solution.violations.forEach((violation, c) => {
      least[c] = Math.min(at(least, c), violation);
    });
    if (nearest === null || solution.violation < nearest.violation) nearest = solution;
  }
  const next = {
    ...state,
    evaluations: state.evaluations + evaluated.length,
    generations: state.generations + 1,
    drawn: draws.drawn,
    population: truncate(rankSolutions([...parents, ...evaluated]), size).map(({ solution }) => solution),
    archive: archive.solutions,
    improvements: archive.improvements,
    size,
    nearest,
    leastViolations: least,
  };
  return recorded(problem, looked({ ...next, renew: false }));
}

/** Looks, once per window, whether the population still brings progress and fits the archive; if not, it is renewed. */
function looked(state: SearchState): SearchState {
  const { settings, generations, improvements, archive, size } = state;
  if (generations - state.looked.generations < settings.window) return state;
  const fitting = archive.length / settings.injection;
  const unfit = Math.abs(size - clamped(fitting, settings)) > settings.injection * size;
  const renew = improvements === state.looked.improvements || unfit;
  return {
    ...state,
    renew,
    restarts: state.restarts + (renew ? 1 : 0),
    looked: { generations, improvements },
  };
}

function recorded(problem: SearchProblem, state: SearchState): SearchState {
  const { settings, record, evaluations, archive } = state;
  const since = Math.floor((record.at(-1)?.evaluations ?? 0) / settings.recordEvery);
  if (Math.floor(evaluations / settings.recordEvery) === since && evaluations < settings.evaluations)
    return state;
  const point: ProgressPoint = { ...countsOf(state), hypervolume: dominatedShare(problem, archive) };
  return { ...state, record: [...record, point] };
}

const countsOf = (state: SearchState): Omit<ProgressPoint, 'hypervolume'> => ({
  evaluations: state.evaluations,
  improvements: state.improvements,
  archive: state.archive.length,
  population: state.population.length,
  restarts: state.restarts,
});

const clamped = (size: number, { population, mostPopulation }: SearchSettings): number =>
  Math.min(mostPopulation, Math.max(population, Math.round(size)));

const renewedSize = ({ settings, archive, generations }: SearchState): number =>
  generations === 0 ? settings.population : clamped(archive.length / settings.injection, settings);

/** What of the search so far goes into a renewed population: the archive, or as much of it as fits; where that is empty the best there are. */
function survivors(
  { archive, population, settings }: SearchState,
  size: number,
  draws: Draws,
): readonly Solution[] {
  const most = Math.max(1, Math.floor(size * settings.injection));
  if (archive.length === 0) return population.slice(0, most);
  if (archive.length <= most) return archive;
  const left = [...archive];
  return Array.from({ length: most }, () => left.splice(draws.below(left.length), 1)).flat();
}

/**
 * New decisions for a renewed population. At the very start those that are known beforehand, then draws from everything; later the
 * archive again, each time with some variables redrawn, so that what was learnt is not thrown away (D. Hadka and P. Reed,
 * 'Borg', Evol. Comp. 21 (2013), section 3.4).
 */
function newDecisions(
  { variables, known = [] }: SearchProblem,
  { generations, archive }: SearchState,
  count: number,
  draws: Draws,
): readonly Decision[] {
  if (generations > 0 && archive.length > 0) {
    return Array.from({ length: count }, () => {
      const like = at(archive, draws.below(archive.length)).decision;
      return redrawn(variables, like, draws);
    });
  }
  const first = generations === 0 ? known.slice(0, count).map((decision) => Float64Array.from(decision)) : [];
  return [...first, ...Array.from({ length: count - first.length }, () => randomDecision(variables, draws))];
}

function offspring(
  { variables }: SearchProblem,
  population: readonly Solution[],
  count: number,
  settings: SearchSettings,
  draws: Draws,
): readonly Decision[] {
  const ranked = rankSolutions(population);
  const made: Decision[] = [];
  while (made.length < count) {
    const pair = [tournament(ranked, draws), tournament(ranked, draws)] as const;
    made.push(...children(variables, pair, settings.variation, draws));
  }
  return made.slice(0, count);
}

/** The better of two drawn at random. */
function tournament(ranked: readonly Ranked[], draws: Draws): Decision {
  const a = ranked[draws.below(ranked.length)];
  const b = ranked[draws.below(ranked.length)];
  if (a === undefined || b === undefined) throw new Error('a tournament of nobody');
  return (compareRanked(a, b) <= 0 ? a : b).solution.decision;
}

async function evaluate(
  problem: SearchProblem,
  batch: readonly Decision[],
  signal: AbortSignal | undefined,
): Promise<readonly Solution[]> {
  const evaluations = await problem.evaluate(batch, signal);
  if (evaluations.length !== batch.length) throw new Error('not one evaluation per decision');
  return batch.map((decision, i) => {
    const { objectives, violations } = at(evaluations, i);
    const sound =
      objectives.length === problem.objectives.length &&
      violations.length === problem.constraints.length &&
      objectives.every(Number.isFinite) &&
      violations.every((violation) => violation >= 0 && Number.isFinite(violation));
    if (!sound) throw new FuturesError([problems.notFinite(problem.id, [...decision])]);
    const costs = objectives.map((value, o) =>
      at(problem.objectives, o).direction === 'maximise' ? 0 - value : value + 0,
    );
    return solutionOf(decision, costs, violations);
  });
}
