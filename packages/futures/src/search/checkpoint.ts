import { FuturesError } from '../problems.ts';
import type { SearchProblem, Solution } from './problem.ts';
import { searchProblems as problems } from './problems.ts';
import type { ProgressPoint, SearchSettings, SearchState } from './state.ts';
import { solutionOf } from './state.ts';

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

/** A state as text: JSON, in which every number comes back to the last bit. */
export function checkpointText(question: string, state: SearchState): string {
  const plain = ({ decision, costs, violations }: Solution) => [[...decision], [...costs], [...violations]];
  return `${JSON.stringify({
    form: FORM,
    question,
    ...state,
    population: state.population.map(plain),
    archive: state.archive.map(plain),
    nearest: state.nearest === null ? null : plain(state.nearest),
  })}\n`;
}

/**
 * Reads what `checkpointText` wrote.
 *
 * @param path for messages
 * @param question of the search that wants to go on
 * @throws FuturesError where the text is no checkpoint, is cut short, or is of another question
 */
export function readCheckpoint(path: string, text: string, question: string): SearchState {
  const no = (what: string): never => {
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
    throw new FuturesError([problems.otherProblem(path, shortened(raw.question), shortened(question))]);
  }
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

function settingsIn(raw: Record<string, unknown>, no: (what: string) => never): SearchSettings {
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

const shortened = (question: string): string =>
  question.length > 160 ? `${question.slice(0, 160)} ...` : question;
