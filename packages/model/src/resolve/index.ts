import { must } from '@schaalsprong/words';
import type { Program } from '../ir/program.ts';
import { dependentsOf } from '../ir/references.ts';
import type { ModelProblem } from '../problems/problems.ts';
import { say } from '../problems/say.ts';
import { commonTexts } from '../problems/texts.ts';
import type { DataSource } from '../read/data-source.ts';
import { canonical } from '../syntax/names.ts';
import type { ParsedModel } from '../syntax/parsed-model.ts';
import type { Absent } from './absent.ts';
import { Arena } from './arena.ts';
import { Declarer } from './declare.ts';
import { describe } from './describe.ts';
import { Faults, TooLarge } from './faults.ts';
import { checkLoops } from './loops.ts';
import { Ranges } from './ranges.ts';
import { resolveTexts } from './texts.ts';
import { readTime } from './time.ts';
import { type Variable, Variables } from './variables.ts';
import { Writer } from './write.ts';

/** Maximum number of elements of a program, helpers included; a program of this size takes some gigabytes. */
const maxElements = 2_000_000;

/** Maximum number of terms of all right sides: a sum over a dimension has one per element. */
const maxTerms = 6_000_000;

/**
 * Resolves names, subscripts and functions of a parsed model into a program of scalar elements.
 *
 * @param data source of the files that the model reads
 */
export function resolve(
  parsed: ParsedModel,
  file: string,
  data?: DataSource,
): { program: Program; problems: ModelProblem[] } {
  const faults = new Faults(file);
  const arena = new Arena(maxElements, maxTerms);
  const ranges = new Ranges(parsed, data, faults);
  const variables = new Variables(parsed, ranges, faults);
  const shown = [...variables.values()].filter((variable) => !variable.hidden);
  let time: Program['time'] = { start: 0, stop: 1, step: 1, saveEvery: 1, method: 'euler' };
  let warnings: ModelProblem[] = [];
  let lacking: Program['lacking'];
  try {
    const declarer = new Declarer(ranges, variables, arena, data, faults);
    const numbers = new Map(shown.map((variable, number) => [variable.key, number]));
    for (const variable of variables.values()) {
      declarer.declare(variable, must(numbers, shownKey(variable, variables)));
    }
    const { jobs, faulty, absent, unread } = declarer;
    const writer = new Writer({ ranges, variables, arena, faults, jobs, faulty, absent, unread });
    time = readTime(parsed, writer);
    writer.time = time;
    writer.fillAll();
    checkLoops(arena.elements, file, faults);
    const missing = [...new Set([...absent.values(), ...unread.values()])];
    warnings = missing.map(({ line, message, expected = say(commonTexts.expectedData), hint }) => ({
      code: 'MODEL_DATA',
      message,
      file,
      line,
      expected,
      hint,
    }));
    // A variable without data holds Vensim's missing value in a run, a number of 33 digits: it may not be asked for either.
    const own = [...variables.values()].flatMap((variable) => {
      const cause = absent.get(variable.key);
      return cause === undefined || cause.file !== undefined
        ? []
        : variable.own.map(({ element }) => [element, cause] as const);
    });
    const roots = new Map([...own, ...unread, ...writer.lacking]);
    lacking = [...(roots.size === 0 ? [] : dependentsOf(arena.elements, roots))].map(
      ([element, { name, line, file: lost }]) => ({
        element,
        name,
        line,
        ...(lost === undefined ? {} : { file: lost }),
        ...(roots.has(element) ? { root: true } : {}),
      }),
    );
    const without = new Set(own.map(([element]) => element));
    const needing = lacking.filter(({ element }) => !without.has(element));
    warnings.push(...leftOut(file, arena.elements, needing, missing));
  } catch (error) {
    if (!(error instanceof TooLarge)) throw error;
    faults.report(
      'MODEL_TOO_LARGE',
      0,
      say(resolveTexts.tooLarge, { most: maxElements, terms: maxTerms }),
      say(resolveTexts.tooLargeHint),
    );
  }
  const program: Program = {
    file,
    time,
    dimensions: ranges.describe(),
    variables: faults.problems.length > 0 ? [] : describe(shown, variables, ranges, arena),
    elements: arena.elements,
    lookups: arena.lookups,
    warnings,
    ...(lacking === undefined || lacking.length === 0 ? {} : { lacking }),
  };
  return { program, problems: faults.problems };
}

/** One warning for all outcomes that cannot be asked for because they need missing data. */
function leftOut(
  file: string,
  elements: Program['elements'],
  lacking: NonNullable<Program['lacking']>,
  missing: readonly Absent[],
): readonly ModelProblem[] {
  const names = lacking.flatMap(({ element }) => {
    const { name, hidden } = elements[element] ?? { name: '', hidden: true };
    return hidden === true ? [] : [name];
  });
  const [first] = lacking;
  const cause = missing.find(({ name, line }) => name === first?.name && line === first.line);
  if (first === undefined || cause === undefined || names.length === 0) return [];
  const shown = names.slice(0, 8).join(', ');
  return [
    {
      code: 'MODEL_DATA',
      message: say(resolveTexts.lackingData, {
        count: names.length,
        names: names.length > 8 ? `${shown}, ...` : shown,
      }),
      file,
      line: first.line,
      expected: say(commonTexts.expectedData),
      hint: cause.hint,
    },
  ];
}

/** Key of the visible variable: this one, or for a helper the variable whose equation made it. */
function shownKey(variable: Variable, variables: Variables): string {
  let at = variable;
  for (let i = 0; i < 100; i++) {
    const caller = at.equations[0]?.hiddenIn;
    const next = caller === undefined ? undefined : variables.get(canonical(caller));
    if (next === undefined) break;
    at = next;
  }
  return at.key;
}
