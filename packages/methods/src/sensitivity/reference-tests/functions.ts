import { at } from '@schaalsprong/words';
import type { Cases } from '../../cases/index.ts';
import { saltelliPoints } from '../../designs/index.ts';
import { rowsOf } from '../../statistics/rows.ts';
import type { Resampling } from '../estimates/resampling.ts';
import { evaluateAll, scaleToInputs, type TestFunction } from '../test-functions/index.ts';
import { type SobolSensitivity, sobolIndices } from '../variance/sobol.ts';

export const namesOf = (of: TestFunction): readonly string[] => of.inputs.map(({ name }) => name);

/** The indices of a function over a Saltelli scheme, on the points as published. */
export function sobolOf(
  of: TestFunction,
  base: number,
  secondOrder: boolean,
  given: Partial<Resampling> = {},
  scramble?: { readonly seed: number },
): SobolSensitivity {
  const unit = saltelliPoints(base, of.inputs.length, { secondOrder, ...(scramble && { scramble }) });
  const values = evaluateAll(of, scaleToInputs(of.inputs, unit));
  return sobolIndices({ names: namesOf(of), outcome: 'Y', values, secondOrder }, given);
}

/** A function at the points of a design, as a table of cases. */
export function casesOf(of: TestFunction, unit: readonly Float64Array[]): Cases {
  const columns = scaleToInputs(of.inputs, unit);
  const real = (name: string, values: Float64Array) => ({ name, kind: 'real', values }) as const;
  return {
    count: rowsOf(columns),
    columns: [
      ...columns.map((values, i) => real(at(of.inputs, i).name, values)),
      real('Y', evaluateAll(of, columns)),
    ],
  };
}
