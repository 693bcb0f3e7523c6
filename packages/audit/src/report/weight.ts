import type { ConflictKind, Width } from '../types.ts';

/** What weighs in the order of the report. */
export interface Weighed {
  readonly kind: ConflictKind;
  /** the widest setting under which it holds */
  readonly setting: Width;
  readonly everyReading: boolean;
  readonly assumptions: readonly string[];
  /** targets that the claims at stake state */
  readonly targets: number;
  /** smallest uniform relative change that removes it; half of what is demanded beyond a moot target; 0 without numbers */
  readonly size: number;
}

const ofKind: Readonly<Record<ConflictKind, number>> = {
  contradiction: 100,
  'contradiction-under-assumption': 80,
  shortfall: 80,
  horizon: 70,
  dominance: 60,
  definition: 50,
  missing: 20,
  near: 8,
  duplicate: 4,
};
const ofSetting: Readonly<Record<Width, number>> = { generous: 1, default: 0.8, bare: 0.6 };

/**
 * How much a conflict weighs, for the order of the report; higher is more serious. Made of five factors:
 *
 *     weight = kind x setting x readings x stake x size
 *
 * - kind: 100 for a contradiction, 80 where it needs an assumption or parts fall short, 70 years, 60 a target made moot,
 *   50 another meaning, 20 something missing, 8 what just fits, 4 said twice;
 * - setting: 1 where it is under the widest reading of the words, 0.8 the usual, 0.6 only the bare figures;
 * - readings: 1 where it is under every reading, 0.8 where a reading remains; each assumption times 0.95;
 * - stake: 1 + 0.1 for each target at stake, at most 1.5 (`missing` concerns lists of targets and takes 1);
 * - size: 1 + the smallest uniform relative change that removes it, at most 1.5; for a moot target half of the part by
 *   which the rest demands more than its figure, since a uniform change moves both sides.
 *
 * Rounded to one decimal, so that equal ones are seen to be equal; then the id decides.
 */
export function weightOf(conflict: Weighed): number {
  const stake = conflict.kind === 'missing' ? 1 : 1 + Math.min(0.5, 0.1 * conflict.targets);
  const size = 1 + Math.min(0.5, Math.max(0, conflict.size));
  const readings = (conflict.everyReading ? 1 : 0.8) * 0.95 ** conflict.assumptions.length;
  return Math.round(10 * ofKind[conflict.kind] * ofSetting[conflict.setting] * readings * stake * size) / 10;
}
