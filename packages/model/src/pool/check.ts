import { ModelError, type ModelProblem } from '../problems.ts';
import type { Program, TimeSettings } from '../program.ts';
import { checkAsks } from '../summary/summarise.ts';
import { say } from '../texts.ts';
import type { SummaryRequest } from './protocol.ts';

/** How many times are kept. */
export function keptTimes({ start, stop, step, saveEvery }: TimeSettings, at?: readonly number[]): number {
  if (at !== undefined) return at.length;
  return Math.floor(Math.round((stop - start) / step) / Math.round(saveEvery / step)) + 1;
}

/**
 * Finds what must be right before futures can be cut in chunks; the model itself checks the rest.
 * @throws ModelError with every fault
 */
export function checkRequest({ futures, at, asks }: SummaryRequest, { time, file }: Program): void {
  const { count, values = {} } = futures;
  const fault = (part: Pick<ModelProblem, 'message' | 'expected'>): ModelProblem => ({
    code: 'MODEL_BAD_INPUT',
    file,
    line: 0,
    hint: say('inputLengthHint'),
    ...part,
  });
  if (!Number.isInteger(count) || count < 1) {
    throw new ModelError([
      fault({ message: say('inputCount', { count }), expected: say('inputCountExpected') }),
    ]);
  }
  const wrong = Object.entries(values).filter(([, column]) => column.length !== count);
  if (wrong.length > 0) {
    throw new ModelError(
      wrong.map(([name, { length }]) =>
        fault({
          message: say('inputLength', { name, got: length }),
          expected: say('inputLengthExpected', { wanted: count }),
        }),
      ),
    );
  }
  checkAsks(asks, keptTimes(time, at), count, file);
}
