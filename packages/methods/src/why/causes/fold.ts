import { type Program, variableKey } from '@schaalsprong/model';
import { at } from '@schaalsprong/words';

/**
 * Variables of a short feedback loop from a variable back to itself through one stock: an outflow, and the stock that it drains. Such
 * a loop is folded into one node, because unrolling it explains nothing ('fewer start since more started before'). Other outflows
 * that depend on that stock are included.
 *
 * @returns numbers of variables, without the variable itself
 */
export function localLoop(program: Program, variable: number): number[] {
  const numberOf = new Map(program.variables.map(({ name }, v) => [variableKey(name), v]));
  const usesOf = (v: number): number[] =>
    // Names that are no variable are lookups and built-ins.
    at(program.variables, v).uses.flatMap((name) => numberOf.get(variableKey(name)) ?? []);
  const isStock = (v: number): boolean => at(program.variables, v).kind === 'stock';
  const isFlow = (v: number): boolean => at(program.variables, v).kind === 'auxiliary';
  /** What flows in or out of a stock and depends on it, directly or by one variable between. */
  const drains = (stock: number): number[] =>
    usesOf(stock)
      .filter(isFlow)
      .flatMap((flow) => {
        const reads = usesOf(flow);
        const between = reads.filter((v) => isFlow(v) && v !== flow && usesOf(v).includes(stock));
        return reads.includes(stock) || between.length > 0 ? [flow, ...between] : [];
      });
  const stocks = isStock(variable)
    ? [variable]
    : [...new Set([variable, ...usesOf(variable).filter(isFlow)].flatMap(usesOf))].filter(
        (stock) => isStock(stock) && drains(stock).includes(variable) && usesOf(stock).includes(variable),
      );
  const found = new Set(stocks.flatMap((stock) => [stock, ...drains(stock)]));
  found.delete(variable);
  return [...found];
}
