import { type PlacedUncertainty, type Problem, problem, readUncertainties } from '@schaalsprong/agenda';
import { type Model, nameKey } from '@schaalsprong/model';
import { variableJudge } from './variable-judge.ts';

/** Ranges of a file, and every fault of it in the order of its lines. */
export interface Ranges {
  readonly uncertainties: readonly PlacedUncertainty[];
  readonly problems: readonly Problem[];
}

/**
 * Reads ranges for constants of a model, of a region or of anybody's own: CSV, YAML or JSON (`readUncertainties`), whose names must be
 * constants of the model and no two the same.
 *
 * @param file for messages; its extension determines the format
 */
export function readRanges(file: string, text: string, model: Pick<Model, 'variables'>): Ranges {
  const { uncertainties, problems } = readUncertainties(file, text);
  const judge = variableJudge(model);
  const faults: Problem[] = [
    ...problems,
    ...uncertainties.flatMap(({ variable, place }) => judge(variable, true, place) ?? []),
    ...twice(uncertainties),
  ];
  return { uncertainties, problems: faults.sort((a, b) => a.line - b.line || a.column - b.column) };
}

/** A constant that has two ranges, told at the second. */
function twice(uncertainties: readonly PlacedUncertainty[]): readonly Problem[] {
  const first = new Map<string, PlacedUncertainty>();
  return uncertainties.flatMap((one) => {
    const before = first.get(nameKey(one.variable));
    if (before === undefined) {
      first.set(nameKey(one.variable), one);
      return [];
    }
    return [
      problem('REGION_CONSTANT_TWICE', one.place, {
        found: one.variable,
        expected: { nl: 'een eigen constante', en: 'a constant of its own' },
        other: before.id,
        first: `${before.place.file}:${before.place.line}`,
      }),
    ];
  });
}
