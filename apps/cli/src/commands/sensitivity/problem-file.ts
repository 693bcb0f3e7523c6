import { RegionError, readUncertainties } from '@schaalsprong/agenda';
import { quantile } from '@schaalsprong/methods/distributions';
import { CommandFault } from '../../problems/messages.ts';

/** What a file says of the inputs of a sample. */
export interface ProblemFile {
  readonly names: readonly string[];
  readonly ranges: Readonly<Record<string, { readonly min: number; readonly max: number }>>;
  /** Name of a group to its inputs; null where the file has none. */
  readonly groups: Readonly<Record<string, readonly string[]>> | null;
}

/**
 * Reads what the inputs of a sample are: a problem as SALib has it, in JSON (`names`, `bounds`, perhaps `groups`), or a file of
 * ranges and distributions, as `sample` and `simulate --uncertain` read it.
 *
 * @param text the content
 * @param typed the path as the user wrote it
 * @throws CommandFault for JSON that is no problem; RegionError with the faults of a file of ranges
 */
export function readProblem(text: string, typed: string): ProblemFile {
  const salib = salibProblem(text, typed);
  if (salib !== null) return salib;
  const { uncertainties, problems } = readUncertainties(typed, text);
  if (problems.length > 0) throw new RegionError(typed, problems);
  return {
    names: uncertainties.map(({ id }) => id),
    ranges: Object.fromEntries(
      uncertainties.map(({ id, distribution }) => [
        id,
        { min: quantile(distribution, 0), max: quantile(distribution, 1) },
      ]),
    ),
    groups: null,
  };
}

/** Null where the text is not JSON with names and bounds. */
function salibProblem(text: string, typed: string): ProblemFile | null {
  if (!text.trimStart().startsWith('{')) return null;
  let found: unknown;
  try {
    found = JSON.parse(text);
  } catch (error) {
    throw new CommandFault('cannot-read', { what: typed, reason: String(error) });
  }
  if (typeof found !== 'object' || found === null || !('names' in found) || !('bounds' in found)) return null;
  const { names, bounds } = found;
  const groups = 'groups' in found ? found.groups : null;
  const areNames = (list: unknown): list is readonly string[] =>
    Array.isArray(list) && list.every((name) => typeof name === 'string');
  const isBound = (bound: unknown): bound is readonly number[] =>
    Array.isArray(bound) && bound.length >= 2 && bound.every((end) => Number.isFinite(end));
  const fits =
    areNames(names) &&
    Array.isArray(bounds) &&
    bounds.length === names.length &&
    bounds.every(isBound) &&
    (groups === null || (areNames(groups) && groups.length === names.length));
  if (!fits) {
    throw new CommandFault('cannot-read', {
      what: typed,
      reason: 'names, bounds, groups: [string], [[number, number]], [string]',
    });
  }
  const ranges = Object.fromEntries(
    names.map((name, i) => {
      const [min = 0, max = 1] = bounds[i] ?? [];
      return [name, { min, max }];
    }),
  );
  if (!areNames(groups)) return { names, ranges, groups: null };
  const members: Record<string, string[]> = {};
  names.forEach((name, i) => {
    const group = groups[i] ?? name;
    members[group] = [...(members[group] ?? []), name];
  });
  return { names, ranges, groups: members };
}
