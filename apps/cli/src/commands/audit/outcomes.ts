import {
  type PlacedResult,
  type Problem,
  problem,
  type Region,
  RegionError,
  readResults,
  type Target,
} from '@schaalsprong/agenda';
import type { AuditInput } from '@schaalsprong/audit';
import type { Assessment } from '@schaalsprong/futures';
import { type Interval, nearest } from '@schaalsprong/words';

/** What a quantity of the agenda is thought to become, to be compared with what the text says of it. */
export interface Outcome {
  readonly variable: string;
  readonly interval: Interval;
  /** The target that it answers; null where a quantity was named itself. */
  readonly target: string | null;
}

/** Outcomes, and the targets of which none could be made. */
export interface Outcomes {
  readonly outcomes: readonly Outcome[];
  /** Ids of targets that have a result, but no claim in the same number and unit to hold it against. */
  readonly notCompared: readonly string[];
}

/**
 * The quantities in which the text states a target: those of its claims that give its very number in its very unit. A claim
 * that may mean more than one thing is taken as it is written.
 */
export function quantitiesOf(
  input: Pick<AuditInput, 'claims'>,
  target: Pick<Target, 'id' | 'value' | 'unit'>,
): readonly string[] {
  const found = input.claims.flatMap(({ document, targets, readings }) => {
    const [first] = readings;
    if (document !== null || first === undefined || !targets.includes(target.id)) return [];
    return first.value === target.value && first.unit === target.unit ? [first.variable] : [];
  });
  return [...new Set(found)];
}

/** Digits that mean something in what a model computes over some hundreds of futures. */
const modelDigits = 3;
/** Somebody who writes a file may mean every digit; a program that writes one means few of its seventeen. */
const fileDigits = 6;

/**
 * The same interval in so few digits that people can read it, never narrower: what clashes with it clashes with what was
 * computed.
 */
export function readable({ min, max }: Interval, digits: number): Interval {
  const round = (value: number | null, towards: (x: number) => number): number | null => {
    if (value === null || value === 0) return value;
    const [mantissa = '', exponent = ''] = value.toExponential().split('e');
    const step = Number(exponent) - digits + 1;
    return Number(`${towards(Number(`${mantissa}e${digits - 1}`))}e${step}`);
  };
  return { min: round(min, Math.floor), max: round(max, Math.ceil), minOpen: false, maxOpen: false };
}

/** What the model gives for each target in an assessment, from p10 to p90 over its futures, three digits wide. */
export function outcomesOfModel(
  assessment: Pick<Assessment, 'targets'>,
  region: Pick<Region, 'targets'>,
  input: Pick<AuditInput, 'claims'>,
): Outcomes {
  const notCompared: string[] = [];
  const outcomes = assessment.targets.flatMap(({ id, projected }): Outcome[] => {
    const target = region.targets.find((one) => one.id === id);
    if (projected === null || target === undefined) return [];
    const interval = readable(
      { min: projected.p10, max: projected.p90, minOpen: false, maxOpen: false },
      modelDigits,
    );
    const variables = quantitiesOf(input, target);
    if (variables.length === 0) notCompared.push(id);
    return variables.map((variable) => ({ variable, interval, target: id }));
  });
  return { outcomes, notCompared };
}

/**
 * What a file of results gives for targets and quantities.
 *
 * @param file as the user wrote it, for messages
 * @throws RegionError with every fault of the file at its line
 */
export function outcomesOfFile(
  file: string,
  text: string,
  region: Pick<Region, 'targets'>,
  input: Pick<AuditInput, 'claims' | 'variables'>,
): Outcomes {
  const { results, problems } = readResults(file, text);
  const faults: Problem[] = [...problems];
  const notCompared: string[] = [];
  const unknown = (
    result: PlacedResult,
    kind: { nl: string; en: string },
    found: string,
    known: string[],
  ): void => {
    const near = nearest(found, known);
    const values = { kind, found, expected: near.join(', ') || kind, nearest: near.join(', ') };
    faults.push(problem('REGION_UNKNOWN_ID', result.place, values));
  };
  const sameUnit = (result: PlacedResult, name: string, unit: string): boolean => {
    if (result.unit === null || result.unit === unit) return true;
    const values = { target: file, other: name, found: result.unit, expected: unit };
    faults.push(problem('REGION_UNIT_DIFFERS', result.place, values));
    return false;
  };
  const outcomes = results.flatMap((result): Outcome[] => {
    const { target: id, variable: name } = result;
    const interval = readable(result.interval, fileDigits);
    if (name !== null) {
      const variable = input.variables.find((one) => one.id === name);
      if (variable === undefined) {
        unknown(
          result,
          { nl: 'grootheid', en: 'quantity' },
          name,
          input.variables.map((one) => one.id),
        );
        return [];
      }
      return sameUnit(result, name, variable.unit) ? [{ variable: name, interval, target: null }] : [];
    }
    const target = region.targets.find((one) => one.id === id);
    if (target === undefined) {
      unknown(
        result,
        { nl: 'doelstelling', en: 'target' },
        id ?? '',
        region.targets.map((one) => String(one.id)),
      );
      return [];
    }
    if (!sameUnit(result, target.id, target.unit)) return [];
    const variables = quantitiesOf(input, target);
    if (variables.length === 0) notCompared.push(target.id);
    return variables.map((variable) => ({ variable, interval, target: target.id }));
  });
  if (faults.length > 0) throw new RegionError(file, faults);
  return { outcomes, notCompared };
}
