import type { Program, TimeSettings } from '../ir/program.ts';
import { ModelError, type ModelProblem } from '../problems/problems.ts';
import { say } from '../problems/say.ts';
import { runTexts } from '../run/texts.ts';
import { checkAsks } from '../summary/summarise.ts';
import type { SummaryRequest } from './protocol.ts';

/** The times that a request keeps, if it is right. */
export function keptTimes(
  { start, stop, step, saveEvery }: TimeSettings,
  at?: readonly number[],
): Float64Array {
  if (at !== undefined)
    return Float64Array.from(at, (time) => start + Math.round((time - start) / step) * step);
  const each = Math.round(saveEvery / step);
  const count = Math.floor(Math.round((stop - start) / step) / each) + 1;
  return Float64Array.from({ length: count }, (_, k) => start + k * each * step);
}

/**
 * Finds what must be right before futures can be cut in chunks; the model itself checks the rest.
 * @throws ModelError with every fault
 */
export function checkRequest({ futures, at, asks, maxBytes }: SummaryRequest, { time, file }: Program): void {
  const { count, values = {} } = futures;
  const fault = (part: Pick<ModelProblem, 'message' | 'expected'>): ModelProblem => ({
    code: 'MODEL_BAD_INPUT',
    file,
    line: 0,
    hint: say(runTexts.inputLengthHint),
    ...part,
  });
  if (!Number.isInteger(count) || count < 1) {
    throw new ModelError([
      fault({ message: say(runTexts.inputCount, { count }), expected: say(runTexts.inputCountExpected) }),
    ]);
  }
  const wrong = Object.entries(values).filter(([, column]) => column.length !== count);
  if (wrong.length > 0) {
    throw new ModelError(
      wrong.map(([name, { length }]) =>
        fault({
          message: say(runTexts.inputLength, { name, got: length }),
          expected: say(runTexts.inputLengthExpected, { wanted: count }),
        }),
      ),
    );
  }
  checkAsks(asks, keptTimes(time, at).length, count, file, maxBytes);
}
