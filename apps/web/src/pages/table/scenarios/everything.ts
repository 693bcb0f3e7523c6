import type { TableAnswer, TableSetting } from '@schaalsprong/futures/table';
import type { Uncertainty } from '@schaalsprong/wire';
import type { Cell, CsvTable } from '../../../charts/take.ts';
import type { Agenda } from '../../../lib/agenda.ts';

interface Everything {
  readonly agenda: Pick<Agenda, 'region' | 'measures' | 'targets' | 'outcomes' | 'constraints' | 'table'>;
  readonly uncertainties: readonly Pick<Uncertainty, 'id' | 'unit'>[];
  readonly setting: TableSetting;
  readonly answer: TableAnswer;
  /** The period at which targets are read; null for the horizon of each. */
  readonly year: string | null;
  /** full address that shows the setting again */
  readonly address: string;
  readonly compared: { readonly setting: TableSetting; readonly answer: TableAnswer } | null;
}

const lines = ['p10', 'p25', 'p50', 'p75', 'p90'] as const;

/**
 * All that is on the table in one long table: provenance, where everything stands, and what the futures say. One value a
 * row, so that it can be filtered: `part` says what of, `of` is `now` or `compared`.
 */
export function everythingTable({
  agenda,
  uncertainties,
  setting,
  answer,
  year,
  address,
  compared,
}: Everything): CsvTable {
  const { region } = agenda;
  const unitOf = new Map<string, string>([
    ...agenda.measures.map(({ id, lever }) => [id, lever.unit] as const),
    ...uncertainties.map(({ id, unit }) => [id, unit] as const),
  ]);
  const side = (of: 'now' | 'compared', at: TableSetting, found: TableAnswer): Cell[][] => [
    ...Object.entries(at.levers).map(([id, value]): Cell[] => [
      'lever',
      of,
      id,
      '',
      null,
      value,
      unitOf.get(id) ?? '',
    ]),
    ...Object.entries(at.timings).map(([id, years]): Cell[] => [
      'timing',
      of,
      id,
      'earlier',
      null,
      years,
      agenda.measures.find((measure) => measure.id === id)?.timing?.unit ?? '',
    ]),
    ...Object.entries(at.assumptions).map(([id, value]): Cell[] => [
      'assumption',
      of,
      id,
      '',
      null,
      value,
      unitOf.get(id) ?? '',
    ]),
    ['viewpoint', of, at.viewpoint ?? 'ours', '', null, null, ''],
    ...found.targets.flatMap(({ id, projected, met, gap }): Cell[][] => {
      const unit = agenda.targets.find((target) => target.id === id)?.unit ?? '';
      return [
        ...(['p10', 'p50', 'p90'] as const).map((key): Cell[] => [
          'target',
          of,
          id,
          key,
          null,
          projected[key],
          unit,
        ]),
        ['target', of, id, 'met', null, met?.count ?? null, 'futures'],
        ['target', of, id, 'gap', null, gap, unit],
      ];
    }),
    ...found.constraints.flatMap(({ id, share, from }): Cell[][] => [
      ['constraint', of, id, 'share', null, share, ''],
      ['constraint', of, id, 'from', null, from, 'year'],
    ]),
    ...agenda.outcomes.flatMap(({ id, unit }) => series('outcome', of, id, unit, found.bands[id])),
    ...agenda.table.balance.flatMap(({ id, unit }) => series('balance', of, id, unit, found.balance[id])),
  ];
  const rows: Cell[][] = [
    ['provenance', '', 'region', '', null, region.id, ''],
    ...Object.entries(region.hashes).map(([id, hash]): Cell[] => ['provenance', '', id, '', null, hash, '']),
    ['provenance', '', 'seed', '', null, answer.seed, ''],
    ['provenance', '', 'futures', '', null, answer.count, ''],
    ['provenance', '', 'read at', '', null, year ?? 'horizon of each target', ''],
    ['provenance', '', 'address', '', null, address, ''],
    ...side('now', setting, answer),
    ...(compared === null ? [] : side('compared', compared.setting, compared.answer)),
  ];
  return { head: ['part', 'of', 'id', 'statistic', 'time', 'value', 'unit'], rows };
}

function series(
  part: string,
  of: string,
  id: string,
  unit: string,
  band: TableAnswer['bands'][string] | undefined,
): Cell[][] {
  if (band === undefined) return [];
  return band.time.flatMap((time, k) =>
    lines.map((line): Cell[] => [part, of, id, line, time, band[line][k] ?? null, unit]),
  );
}
