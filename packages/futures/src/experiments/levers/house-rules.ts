import type { MeasureRule, Region, SharedBudget } from '@schaalsprong/agenda';
import type { Text } from '@schaalsprong/words';

/** Something that the levers of a package must keep among themselves, whatever the future. */
export interface LeverRule {
  readonly name: string;
  readonly text: Text;
  /** By how much it is broken, as part of what there is; 0 where it is kept. */
  violation(positions: Readonly<Record<string, number>>): number;
}

/** The shared budgets and the rules between measures of a region's policy table (`table.yaml`), as constraints. */
export function leverRules({ measures, table }: Pick<Region, 'measures' | 'table'>): readonly LeverRule[] {
  const titleOf = (id: string): Text =>
    measures.find((measure) => measure.id === id)?.title ?? { nl: id, en: id };
  const used = (id: string, positions: Readonly<Record<string, number>>): number => {
    const lever = measures.find((measure) => measure.id === id)?.lever;
    if (lever === undefined) return 0;
    const { min, max, positions: named } = lever;
    const away = Math.abs((positions[id] ?? named.none) - named.none);
    return max === min ? 0 : away / (max - min);
  };
  return [
    ...table.budgets.map((budget) => budgetRule(budget)),
    ...table.rules.map((rule) => measureRule(rule, titleOf, used)),
  ];
}

const budgetRule = ({ id, title, most, measures }: SharedBudget): LeverRule => ({
  name: `budget ${id}`,
  text: { nl: `${title.nl}: niet meer dan er is`, en: `${title.en}: no more than there is` },
  violation: (positions) => {
    // a measure that is not set takes nothing
    const asked = measures.reduce((sum, { measure, per }) => sum + per * (positions[measure] ?? 0), 0);
    // Rounding of a sum that just fits is no breach.
    return asked <= most * (1 + 1e-9) ? 0 : asked / most - 1;
  },
});

function measureRule(
  { kind, measure, other }: MeasureRule,
  titleOf: (id: string) => Text,
  used: (id: string, positions: Readonly<Record<string, number>>) => number,
): LeverRule {
  const [a, b] = [titleOf(measure), titleOf(other)];
  return kind === 'needs'
    ? {
        name: `${measure} needs ${other}`,
        text: { nl: `${a.nl} kan niet zonder ${b.nl}`, en: `${a.en} cannot do without ${b.en}` },
        violation: (positions) => (used(other, positions) > 0 ? 0 : used(measure, positions)),
      }
    : {
        name: `${measure} excludes ${other}`,
        text: { nl: `${a.nl} gaat niet samen met ${b.nl}`, en: `${a.en} does not go with ${b.en}` },
        violation: (positions) => Math.min(used(measure, positions), used(other, positions)),
      };
}
