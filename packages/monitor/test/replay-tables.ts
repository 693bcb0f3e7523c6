import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A code of a dimension, as the office answers. */
export interface ReplayCode {
  Identifier: string;
  Title: string;
  Status?: string;
  DimensionGroupId?: string;
}

/** A table that tests may change before or while it is asked for. */
export interface ReplayTable {
  title: string;
  modified: string;
  measures: {
    Identifier: string;
    Title: string;
    Unit: string;
    Decimals: number;
    MeasureGroupId?: string;
    /** name of its column in v3, where that is known; by default made of its title */
    column?: string;
  }[];
  measureGroups: { Id: string; Title: string; ParentId: string | null }[];
  dimensions: Record<string, { kind: string; title: string; codes: ReplayCode[] }>;
  rows: {
    Id: number;
    Measure: string;
    ValueAttribute: string;
    Value: number | string | null;
    StringValue: string | null;
    [dimension: string]: string | number | null;
  }[];
  /** how its pages go wrong: the last links to the first, the same cells come twice, new cells without end, empty ones without end */
  paging?: 'circle' | 'repeat' | 'endless' | 'empty' | 'elsewhere';
}

interface Kept {
  readonly tables: Readonly<
    Record<
      string,
      {
        readonly title: string;
        readonly modified: string;
        readonly measures: ReplayTable['measures'];
        readonly fixed: Readonly<Record<string, string>>;
        readonly regions: Readonly<Record<string, string>>;
        readonly periods: Readonly<Record<string, string>>;
        readonly rows: readonly (readonly [number, string, string, number | null, string, string])[];
      }
    >
  >;
}

/** Municipality that is no more, and stays in the lists of the office. */
const gone: ReplayCode = { Identifier: 'GM0754', Title: 'Bladel en Netersel' };

/** The tables of the fixture: real answers of Statistics Netherlands, with a synthetic second code where a table has more than one. */
export function replayTables(): Record<string, ReplayTable> {
  const path = join(import.meta.dirname, 'fixtures/cbs-odata-v4.json');
  const { tables }: Kept = JSON.parse(readFileSync(path, 'utf8'));
  return Object.fromEntries(
    Object.entries(tables).map(([id, kept]): [string, ReplayTable] => {
      const fixed = Object.entries(kept.fixed).map(
        ([dimension, code]) =>
          [
            dimension,
            {
              kind: 'Dimension',
              title: dimension,
              codes: [
                { Identifier: code, Title: 'Totaal' },
                { Identifier: 'Z1', Title: 'synthetisch' },
              ],
            },
          ] as const,
      );
      const regions = Object.entries(kept.regions).map(([Identifier, Title]) => ({ Identifier, Title }));
      return [
        id,
        {
          title: kept.title,
          modified: kept.modified,
          measures: kept.measures.map((measure) => ({ ...measure })),
          measureGroups: [],
          dimensions: {
            ...Object.fromEntries(fixed),
            RegioS: { kind: 'GeoDimension', title: "Regio's", codes: [...regions, { ...gone }] },
            Perioden: {
              kind: 'TimeDimension',
              title: 'Perioden',
              codes: Object.entries(kept.periods).map(([Identifier, Status]) => ({
                Identifier,
                Title: Identifier.slice(0, 4),
                Status,
              })),
            },
          },
          rows: kept.rows.map(([Id, Measure, ValueAttribute, Value, RegioS, Perioden]) => ({
            Id,
            Measure,
            ValueAttribute,
            Value,
            StringValue: null,
            ...kept.fixed,
            RegioS,
            Perioden,
          })),
        },
      ];
    }),
  );
}
