import type { Region, StatisticsSource } from '@schaalsprong/agenda';
import type { Text } from '@schaalsprong/words';
import { batchOf } from '../batch.ts';
import type { Doubt } from '../checks/doubt.ts';
import type { Certainty, Fact, ValueState } from '../facts.ts';
import { oneArea, type Selection, type TableDescription } from './cbs/structure.ts';
import { gather, toFact, unitDoubt } from './facts.ts';
import type { Fetched, Validators } from './fetched.ts';
import { fault } from './problems.ts';
import { absentAreas, unknownAttribute } from './warnings.ts';

/** A cell of a table as a service gives it. */
export interface RawCell {
  /** which cell it is, for a fault */
  readonly label: string;
  /** code per dimension, as the service writes it */
  readonly codes: Readonly<Record<string, unknown>>;
  /** null where the table has no measures */
  readonly measure: string | null;
  readonly value: number | string | null;
  /** what the service says of the cell besides its value; a value that is null is missing in any case */
  readonly state: ValueState;
  readonly attribute: string;
  /** by default that of the period */
  readonly standing?: Certainty | null;
  readonly note?: string;
}

/** Takes cells, and in the end gives all of them as one batch. */
export interface Assembly {
  /**
   * @param question the selections of the question that gave the cell; by default all
   * @throws MonitorError for a cell that was not asked for
   */
  take(cell: RawCell, question?: readonly Selection[]): void;
  /** says that a service marked cells in a way that is not known */
  unknownMark(mark: string): void;
  /** @throws MonitorError where no cell came at all */
  finish(about: {
    readonly published: string | null;
    readonly retrieved: string;
    readonly check: Validators;
  }): Promise<Extract<Fetched, { outcome: 'fetched' }>>;
}

const partsOf = ({ where }: Selection): number =>
  [...where.values()].reduce((product, codes) => product * codes.length, 1);

/** Makes facts of cells, each for the series that asked for it. */
export function assemble(
  source: StatisticsSource,
  region: Region,
  table: TableDescription,
  { selections, absent }: { readonly selections: readonly Selection[]; readonly absent: readonly string[] },
  from: string,
): Assembly {
  const made = new Map<Selection, (Fact | Doubt)[]>(selections.map((selection) => [selection, []]));
  const marks = new Set<string>();
  const listed = new Map(
    table.dimensions.map(({ id, codes }) => [id, new Set(codes.map(({ code }) => code))]),
  );
  const outside = (cell: RawCell, dimension: string, found: unknown) =>
    fault('MONITOR_SHAPE', table.address, {
      found: {
        nl: `cel ${cell.label} is niet gevraagd: ${dimension} is ${String(found)}`,
        en: `cell ${cell.label} was not asked for: ${dimension} is ${String(found)}`,
      },
    });
  const areaOf = ({ areas, series }: Selection, cell: RawCell): string => {
    const { dimension } = series.area;
    if (areas === null || dimension === undefined) return oneArea(series, region.area);
    const code = cell.codes[dimension];
    const area = typeof code === 'string' ? areas.get(code) : undefined;
    if (area === undefined) throw outside(cell, dimension, code);
    return area;
  };
  function takeFor(selection: Selection, cell: RawCell): void {
    const { series, measure, where, periods } = selection;
    for (const [dimension, codes] of where) {
      const code = cell.codes[dimension];
      if (typeof code !== 'string' || !codes.includes(code)) throw outside(cell, dimension, code);
    }
    const code = cell.codes[series.period.dimension];
    const period = typeof code === 'string' ? periods.get(code) : undefined;
    const area = areaOf(selection, cell);
    if (period === undefined) {
      // A question has no last period, so later ones come with it.
      if (typeof code === 'string' && listed.get(series.period.dimension)?.has(code)) return;
      throw outside(cell, series.period.dimension, code);
    }
    const { value, state, attribute, note } = cell;
    const fact = toFact(
      series,
      {
        area,
        period: period.period,
        value,
        state: state === 'value' && value === null ? 'missing' : state,
        standing: cell.standing ?? period.standing ?? 'observed',
        decimals: measure?.decimals ?? null,
        attribute,
        ...(note === undefined ? {} : { note }),
      },
      from,
    );
    made.get(selection)?.push(fact);
  }
  return {
    take(cell, question = selections) {
      const asked = question.filter(({ measure }) => measure === null || measure.code === cell.measure);
      if (asked.length === 0) throw outside(cell, 'Measure', cell.measure);
      for (const selection of asked) takeFor(selection, cell);
    },
    unknownMark: (mark) => marks.add(mark),
    async finish({ published, retrieved, check }) {
      const facts: Fact[] = [];
      const doubts: Doubt[] = selections.flatMap(({ series, measure }) =>
        measure === null ? [] : (unitDoubt(series, measure.unit) ?? []),
      );
      for (const [selection, all] of made) {
        const gathered = gather(all, partsOf(selection));
        for (const fact of gathered.facts) facts.push(fact);
        for (const one of gathered.doubts) doubts.push(one);
      }
      if (facts.length === 0 && doubts.every(({ area }) => area === '')) {
        throw fault('MONITOR_EMPTY', table.address);
      }
      const areas = selections.flatMap(({ areas: some, series }) => [
        ...(some?.values() ?? [oneArea(series, region.area)]),
      ]);
      const series = selections.map(({ series: one }) => one.series);
      const batch = await batchOf(source, facts, {
        published,
        retrieved,
        address: table.address,
        covers: { series: [...new Set(series)], areas: [...new Set(areas)] },
      });
      const warnings: Text[] = [...absentAreas(absent, table.table), ...unknownAttribute([...marks])];
      return { outcome: 'fetched', batches: [batch], doubts, boundaries: [], warnings, check };
    },
  };
}
