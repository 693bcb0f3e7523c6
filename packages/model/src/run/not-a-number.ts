import { at, numberAt } from '@schaalsprong/words';
import { interpreter } from '../evaluate/interpret.ts';
import type { Program } from '../ir/program.ts';
import { eachReference, reachedFrom } from '../ir/references.ts';
import type { ModelProblem } from '../problems/problems.ts';
import { say } from '../problems/say.ts';
import { commonTexts } from '../problems/texts.ts';
import type { ResolvedRequest } from './request.ts';
import { runTexts } from './texts.ts';

/** Reruns the failing future in the interpreter and reports the first value that is not finite. */
export function notANumber(program: Program, asked: ResolvedRequest, bad: number): ModelProblem {
  const { inputs, outcomes, first, seed } = asked;
  const overrides = new Map<number, number>();
  for (const [e, value] of inputs) overrides.set(e, typeof value === 'number' ? value : numberAt(value, bad));
  const serves = reachedFrom(program.elements, outcomes);
  const last = new Map<number, number>();
  let found: { e: number; value: number; step: number; inputs: [string, number][] } | undefined;
  const watch = (e: number, value: number, step: number): void => {
    if (found === undefined && !Number.isFinite(value) && serves.has(e)) {
      const element = program.elements[e];
      const read: [string, number][] = [];
      for (const s of [element?.expr, element?.init]) {
        if (s === undefined) continue;
        eachReference(s, (other) => {
          const name = program.elements[other]?.name ?? '?';
          if (!read.some(([known]) => known === name)) read.push([name, last.get(other) ?? Number.NaN]);
        });
      }
      found = { e, value, step, inputs: read };
    }
    last.set(e, value);
  };
  interpreter(program)(overrides, outcomes, watch, { seed, future: first + bad });
  // What overflows in fast mode only is not found again: then the first outcome is named, which is what the run could not answer.
  const element = program.elements[found?.e ?? at(outcomes, 0)];
  const list = (found?.inputs ?? []).slice(0, 8).map(([name, value]) => `${name} = ${value}`);
  return {
    code: 'MODEL_NOT_A_NUMBER',
    message: say(runTexts.notANumber, {
      element: element?.name ?? '?',
      value: found?.value ?? Number.NaN,
      time: program.time.start + (found?.step ?? 0) * program.time.step,
      future: first + bad,
      inputs: list.length === 0 ? '' : ` (${list.join('; ')})`,
    }),
    file: program.file,
    line: element?.line ?? 0,
    ...(element === undefined ? {} : { element: element.name }),
    expected: say(commonTexts.notANumberExpected),
    hint: say(runTexts.notANumberHint),
  };
}
