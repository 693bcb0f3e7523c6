import { at } from '@schaalsprong/words';
import { EpsilonArchive } from './archive.ts';
import { dominatedShare } from './indicators.ts';
import type { SearchProblem, Solution } from './problem.ts';
import { type SearchOptions, type SearchResult, search } from './search.ts';
import type { SearchSettings, SearchState } from './state.ts';

/** What several searches gave that differ in their seed alone. */
export interface SeedsResult {
  readonly runs: readonly {
    readonly seed: number;
    readonly result: SearchResult;
    /** Share of the space between the bounds of the objectives that is dominated. */
    readonly hypervolume: number;
  }[];
  /** The best of all together, by the same boxes. */
  readonly front: readonly Solution[];
  readonly hypervolume: number;
  /** Of the hypervolumes of the runs. */
  readonly spread: { readonly least: number; readonly median: number; readonly most: number };
}

/** Where several searches are: those that are done and the one under way. */
export interface SeedsState {
  readonly done: readonly SearchState[];
  readonly current: SearchState | null;
}

/** As of one search; what is kept is the state of all. */
export interface SeedsOptions extends Omit<SearchOptions, 'onGeneration'> {
  readonly onGeneration?: ((state: SeedsState) => void) | undefined;
}

/**
 * Runs a search from several seeds, one after the other, and puts their fronts together: what one search finds is partly chance, and
 * the spread shows how much.
 *
 * @param settings of the first; the others have the seeds after it
 * @param count how many, at least 1
 * @param from where to go on
 * @throws what `search` throws
 */
export async function searchSeeds(
  problem: SearchProblem,
  settings: SearchSettings,
  count: number,
  { onGeneration, ...options }: SeedsOptions = {},
  from: SeedsState = { done: [], current: null },
): Promise<SeedsResult> {
  const done: SearchState[] = [];
  for (let k = 0; k < count; k++) {
    const known = from.done[k] ?? (k === from.done.length ? (from.current ?? undefined) : undefined);
    const { state } = await search(
      problem,
      { ...settings, seed: settings.seed + k },
      { ...options, onGeneration: (current) => onGeneration?.({ done: [...done], current }) },
      known,
    );
    done.push(state);
  }
  const archive = new EpsilonArchive(
    problem.objectives.map(({ epsilon }) => epsilon),
    problem.objectives.length,
  );
  for (const { archive: found } of done) for (const solution of found) archive.add(solution);
  const runs = done.map((state) => ({
    seed: state.settings.seed,
    result: { front: state.archive, state },
    hypervolume: dominatedShare(problem, state.archive),
  }));
  const sorted = runs.map(({ hypervolume }) => hypervolume).sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return {
    runs,
    front: archive.solutions,
    hypervolume: dominatedShare(problem, archive.solutions),
    spread: {
      least: at(sorted, 0),
      median: (at(sorted, Math.floor(middle)) + at(sorted, Math.ceil(middle))) / 2,
      most: at(sorted, sorted.length - 1),
    },
  };
}
