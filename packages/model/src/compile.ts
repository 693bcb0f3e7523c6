import { ModelError } from './problems/problems.ts';
import type { DataSource } from './read/data-source.ts';
import { parse } from './read/parse.ts';
import { checkUnits } from './resolve/check-units.ts';
import { resolve } from './resolve/index.ts';
import { type Model, modelFromProgram } from './run/model.ts';

/** Options of {@link compile}. */
export interface CompileOptions {
  /** File name for error messages. */
  readonly file?: string;
  /** Unit mismatches are errors (default), warnings, or not checked. */
  readonly units?: 'fail' | 'warn' | 'off';
  /** Source of what the model reads from files. Without it only outcomes that need no file can be run. */
  readonly data?: DataSource;
}

/**
 * Parses a model in Vensim text (.mdl) or XMILE (.xmile, .stmx) and compiles it to a program that can be run.
 * @throws ModelError with every problem found, each with its line.
 *
 * @example
 * ```ts
 * import { compile } from '@schaalsprong/model';
 *
 * const model = compile(`
 * homes = INTEG(built, start) ~ home ~ |
 * start = 100 ~ home ~ |
 * built = 10 ~ home/Year ~ |
 * INITIAL TIME = 2020 ~ Year ~ |
 * FINAL TIME = 2022 ~ Year ~ |
 * TIME STEP = 1 ~ Year ~ |
 * SAVEPER = 1 ~ Year ~ |
 * `);
 * const result = model.run({ futures: { count: 1 }, outcomes: ['homes'] });
 * result.time; // => Float64Array.of(2020, 2021, 2022)
 * result.get('homes'); // => Float64Array.of(100, 110, 120)
 * ```
 */
export function compile(source: string, options: CompileOptions = {}): Model {
  const file = options.file ?? 'model.mdl';
  const parsed = parse(source, file);
  const { program, problems } = resolve(parsed, file, options.data);
  const wanted = options.units ?? 'fail';
  const units = wanted === 'off' ? [] : checkUnits(parsed, file);
  const faults = [...parsed.problems, ...problems, ...(wanted === 'fail' ? units : [])];
  if (faults.length > 0) {
    faults.sort((a, b) => a.line - b.line);
    throw new ModelError(faults);
  }
  return modelFromProgram({
    ...program,
    warnings: [...program.warnings, ...(parsed.warnings ?? []), ...(wanted === 'warn' ? units : [])],
  });
}
