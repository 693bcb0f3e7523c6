import type { RuleBreak, TableRegion, TableSetting } from '../types.ts';

/** Of what is asked of a budget, this part more than there is counts as rounding. */
const ROUNDING = 1e-9;

/**
 * Which rules between measures, and which shared budgets, a setting breaks. A measure is on where its lever does not
 * stand at `none`. Broken rules are told, never prevented.
 *
 * @returns rules in the order of the file, then budgets, `asked` and `most` in the unit of the budget
 */
export function ruleBreaks(
  region: Pick<TableRegion, 'measures' | 'table'>,
  setting: Pick<TableSetting, 'levers'>,
): readonly RuleBreak[] {
  const on = new Set<string>(
    region.measures.flatMap(({ id, lever }) => {
      const value = setting.levers[id];
      return value === undefined || value === lever.positions.none ? [] : [id];
    }),
  );
  const broken = region.table.rules.flatMap(({ kind, measure, other }, rule): RuleBreak[] => {
    const isBroken = on.has(measure) && (kind === 'excludes' ? on.has(other) : !on.has(other));
    return isBroken ? [{ kind, rule, measure, other }] : [];
  });
  const overspent = region.table.budgets.flatMap(({ id, most, measures }): RuleBreak[] => {
    const asked = askedOf(measures, setting);
    return asked > most * (1 + ROUNDING) ? [{ kind: 'budget', budget: id, asked, most }] : [];
  });
  return [...broken, ...overspent];
}

/** What measures ask of a budget together, in its unit: each lever times what one of it takes. One that is not set takes nothing. */
export function askedOf(
  measures: readonly { readonly measure: string; readonly per: number }[],
  { levers }: Pick<TableSetting, 'levers'>,
): number {
  return measures.reduce((sum, { measure, per }) => sum + (levers[measure] ?? 0) * per, 0);
}
