/** A case whose numbers cannot be met, for a reason that lies in the suite: measured, so that a fault of ours still shows. */
export interface Known {
  readonly reason: string;
  /** Variables that may be off; all where none are named. */
  readonly columns?: readonly string[];
  /** No number is further off than this share of the largest of its series. */
  readonly within: number;
}

/** By folder and form. They count as not passed. */
export const known: Readonly<Record<string, Known>> = {
  'samples/Roessler_Chaos .mdl': {
    reason: 'chaos: the single precision of the program that wrote the numbers grows to this over the run',
    within: 1e-3,
  },
  'samples/Query_file .mdl': {
    reason: 'kWhPerStovePerDay is drawn at random, by another generator',
    columns: ['kWhPerStovePerDay', 'EnergyConsumptionRate', 'TotalEnergyConsumption'],
    within: 1,
  },
  'tests/trend .mdl': {
    reason: 'the difference of two nearly equal numbers of single precision',
    columns: ['TREND of input'],
    within: 1e-4,
  },
};
