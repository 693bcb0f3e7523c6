import { type CompileOptions, compile, type Model, ModelError, type ModelProblem } from '../src/index.ts';

/** For tests: a small model of the equations given, from 0 to `stop` in steps of `step`. */
export function small(
  equations: string,
  time: { stop?: number; step?: number } = {},
  options: CompileOptions = { units: 'off' },
): Model {
  return compile(withTime(equations, time), { file: 'small.mdl', ...options });
}

/** The text of that model. The equations come first, so that their lines are those of the test. */
export function withTime(equations: string, time: { stop?: number; step?: number } = {}): string {
  return `${equations}
INITIAL TIME = 0 ~ Year ~ |
FINAL TIME = ${time.stop ?? 4} ~ Year ~ |
TIME STEP = ${time.step ?? 1} ~ Year ~ |
SAVEPER = TIME STEP ~ Year ~ |
`;
}

/** The values over time of one outcome in one future. */
export function course(model: Model, outcome: string, levers: Record<string, number> = {}): number[] {
  return [...model.run({ futures: { count: 1 }, levers, outcomes: [outcome] }).get(outcome)];
}

/** What goes wrong when `act` is done. */
export function problemsOf(act: () => unknown): readonly ModelProblem[] {
  try {
    act();
  } catch (error) {
    if (error instanceof ModelError) return error.problems;
    throw error;
  }
  return [];
}
