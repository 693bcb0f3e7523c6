import { FuturesError } from '../problems.ts';
import type { SearchProblem, Solution } from './problem.ts';
import { searchProblems as problems } from './problems.ts';
import type { SeedsState } from './seeds.ts';
import { type ProgressPoint, type SearchSettings, type SearchState, solutionOf } from './state.ts';

/** The form of the file; a later form that means something else gets another number. */
const FORM = 1;

/**
 * What makes two searches the same question: problem, variables, objectives, constraints, and what the caller adds. Goes into the
 * checkpoint, so that one of another question is refused.
 */
export const questionOf = (
  { id, variables, objectives, constraints }: SearchProblem,
  more: Readonly<Record<string, unknown>> = {},
): string =>
  JSON.stringify({ id, variables, objectives, constraints: constraints.map(({ name }) => name), ...more });

/** Where a search is, as text: JSON, in which every number comes back to the last bit. */
export function checkpointText(question: string, { done, current }: SeedsState): string {
  return `${JSON.stringify({
    form: FORM,
    question,
    done: done.map(plainState),
    current: current === null ? null : plainState(current),
  })}\n`;
}

const plainSolution = ({ decision, costs, violations }: Solution) => [
  [...decision],
  [...costs],
  [...violations],
];
const plainState = (state: SearchState) => ({
  ...state,
  population: state.population.map(plainSolution),
  archive: state.archive.map(plainSolution),
  nearest: state.nearest === null ? null : plainSolution(state.nearest),
});

type No = (what: string) => never;

/**
 * Reads what `checkpointText` wrote.
 *
 * @param path for messages
 * @param question of the search that wants to go on
 * @throws FuturesError where the text is no checkpoint, is truncated, or is of another question
 */
export function readCheckpoint(path: string, text: string, question: string): SeedsState {
  const no: No = (what) => {
    throw new FuturesError([problems.checkpoint(path, what)]);
  };
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return no('JSON');
  }
  if (!isRecord(raw) || raw.form !== FORM) return no('form');
  if (typeof raw.question !== 'string') return no('question');
  if (raw.question !== question) {
    throw new FuturesError([problems.otherProblem(path, differenceIn(raw.question, question))]);
  }
  if (!Array.isArray(raw.done)) return no('done');
  return {
    done: raw.done.map((state) => stateIn(state, no)),
    current: raw.current === null ? null : stateIn(raw.current, no),
  };
}

function stateIn(raw: unknown, no: No): SearchState {
  if (!isRecord(raw)) return no('state');
  const whole = (name: string, of: Record<string, unknown> = raw): number => {
    const value = of[name];
    return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : no(name);
  };
  const list = (name: string): readonly unknown[] => {
    const value = raw[name];
    return Array.isArray(value) ? value : no(name);
  };
  const numbers = (value: unknown, name: string): number[] =>
    Array.isArray(value) && value.every((each) => typeof each === 'number') ? value : no(name);
  const solution = (value: unknown, name: string): Solution => {
    if (!Array.isArray(value) || value.length !== 3) return no(name);
    const [decision, costs, violations] = value.map((part) => numbers(part, name));
    return solutionOf(Float64Array.from(decision ?? []), costs ?? [], violations ?? []);
  };
  const record = (name: string): Record<string, unknown> => {
    const value = raw[name];
    return isRecord(value) ? value : no(name);
  };
  return {
    settings: settingsIn(record('settings'), no),
    evaluations: whole('evaluations'),
    generations: whole('generations'),
    drawn: whole('drawn'),
    population: list('population').map((each) => solution(each, 'population')),
    archive: list('archive').map((each) => solution(each, 'archive')),
    improvements: whole('improvements'),
    restarts: whole('restarts'),
    size: whole('size'),
    looked: {
      generations: whole('generations', record('looked')),
      improvements: whole('improvements', record('looked')),
    },
    renew: raw.renew === true,
    nearest: raw.nearest === null ? null : solution(raw.nearest, 'nearest'),
    leastViolations: numbers(raw.leastViolations, 'leastViolations'),
    record: list('record').map((each): ProgressPoint => {
      if (!isRecord(each) || typeof each.hypervolume !== 'number') return no('record');
      return {
        evaluations: whole('evaluations', each),
        improvements: whole('improvements', each),
        archive: whole('archive', each),
        population: whole('population', each),
        restarts: whole('restarts', each),
        hypervolume: each.hypervolume,
      };
    }),
  };
}

function settingsIn(raw: Record<string, unknown>, no: No): SearchSettings {
  const number = (name: string, of: Record<string, unknown> = raw): number => {
    const value = of[name];
    return typeof value === 'number' ? value : no(`settings.${name}`);
  };
  const { variation } = raw;
  if (!isRecord(variation)) return no('settings.variation');
  return {
    evaluations: number('evaluations'),
    population: number('population'),
    mostPopulation: number('mostPopulation'),
    seed: number('seed'),
    window: number('window'),
    injection: number('injection'),
    recordEvery: number('recordEvery'),
    variation: {
      crossover: number('crossover', variation),
      crossoverIndex: number('crossoverIndex', variation),
      mutation: variation.mutation === null ? null : number('mutation', variation),
      mutationIndex: number('mutationIndex', variation),
    },
  };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The first of the parts of two questions that differ, as each has it: `futures: 200 / 100`. */
function differenceIn(found: string, expected: string): string {
  try {
    const [a, b]: readonly unknown[] = [JSON.parse(found), JSON.parse(expected)];
    if (isRecord(a) && isRecord(b)) {
      const name = [...Object.keys(b), ...Object.keys(a)].find(
        (key) => JSON.stringify(a[key]) !== JSON.stringify(b[key]),
      );
      if (name !== undefined) return `${name}: ${shortened(a[name])} / ${shortened(b[name])}`;
    }
  } catch {
    // A question that is no JSON differs as a whole.
  }
  return `${shortened(found)} / ${shortened(expected)}`;
}

const shortened = (value: unknown): string => {
  const text = JSON.stringify(value) ?? '-';
  return text.length > 100 ? `${text.slice(0, 100)} ...` : text;
};
