import { loadRegion, type Region, type RegionFiles } from '@schaalsprong/agenda';
import { readRegionFolder } from '@schaalsprong/agenda/node';
import { batchOf, type Fact, type MonitorStore, memoryStore } from '@schaalsprong/monitor';
import { filesWith } from '@schaalsprong/reading/documents';
import { importBatches, readContent } from '../src/monitor/kept.ts';
import { Monitor, type MonitorSettings, type StorePlace } from '../src/monitor/snapshot.ts';
import { syntheticRegion } from './world.ts';

const areas = `code,name,kind,parent,lat,lon,land_km2,source
ALL,Verzonnen regio,region,,,,,synthetic
GM9001,"Dorp ""A"", verzonnen",municipality,ALL,,,,synthetic
GM9002,Dorp B,municipality,ALL,,,,synthetic
`;

const sources = `sources:
  - id: office
    title: { nl: Woningen volgens een verzonnen bureau, en: Homes by a synthetic office }
    kind: csv
    publisher: Synthetic office
    table: T1
    licence: CC BY 4.0
    attribution: Synthetic office, table T1
    series:
      - { series: homes_built, measure: homes, area: { dimension: area }, period: { dimension: year }, unit: homes, sourceUnit: homes }
  - id: closed
    title: { nl: Gesloten bron, en: Closed source }
    kind: by-hand
    publisher: Closed office
    licence: none
    attribution: Closed office
    redistributable: false
    series:
      - { series: places, area: {}, period: { dimension: year }, unit: rank, sourceUnit: rank }
`;

const indicators = `themes:
  - { id: housing, title: { nl: Wonen, en: Housing } }
indicators:
  - id: homes
    title: { nl: Gebouwde woningen, en: Homes built }
    unit: homes
    definition: { nl: 'Gebouwd sinds 2020, verzonnen', en: 'Built since 2020, synthetic' }
    series: homes_built
    area: ALL
    additive: true
    theme: housing
    breaks:
      - { at: '2023', reason: { nl: Andere telling, en: Another count } }
  - id: rank
    title: { nl: Plaats, en: Rank }
    unit: rank
    definition: { nl: Verzonnen, en: Synthetic }
    series: places
    area: ALL
`;

/** The synthetic region of the tests with two municipalities and two sources; nothing in it is true of any place. */
export const monitorFiles = (): RegionFiles =>
  filesWith(readRegionFolder(syntheticRegion), {
    'areas.csv': areas,
    'sources.yaml': sources,
    'indicators.yaml': indicators,
  });

export const monitorRegion = (): Promise<Region> => loadRegion(monitorFiles());

/** A figure of the synthetic office. */
export const figure = (
  area: string,
  period: string,
  value: number | null,
  more: Partial<Fact> = {},
): Fact => ({
  series: 'homes_built',
  area,
  period,
  value,
  state: value === null ? 'secret' : 'value',
  standing: 'final',
  unit: 'homes',
  decimals: 0,
  attribute: '',
  source: 'Synthetic office, table T1',
  note: '',
  ...more,
});

/** Takes a version of a source into a store. */
export async function publish(
  store: MonitorStore,
  region: Region,
  published: string | null,
  facts: readonly Fact[],
  source = 'office',
): Promise<void> {
  const of = region.byId.sources.get(source);
  if (of === undefined) throw new RangeError(source);
  await store.importBatch(
    await batchOf(of, facts, {
      published,
      retrieved: `${published ?? '2024-05-01'}T08:00:00Z`,
      address: 'https://example.org/T1',
      covers: null,
    }),
  );
}

/** A place with a store in memory that can be made to fail. */
export class Shelf {
  readonly store = memoryStore();
  stamp = '1';
  fault: Error | null = null;
  stampFault: Error | null = null;
  opened = 0;
  /** times that it was to be read, and times that its stamp was asked */
  tries = 0;
  looks = 0;

  readonly place: StorePlace = {
    read: async (request) => {
      this.tries += 1;
      if (this.fault !== null) throw this.fault;
      this.opened += 1;
      await importBatches(this.store, request);
      return { content: await readContent(this.store, request), stamp: this.stamp };
    },
    stamp: async () => {
      this.looks += 1;
      if (this.stampFault !== null) throw this.stampFault;
      return this.stamp;
    },
  };
}

/** A monitor on a shelf, on a day of 2024. */
export const monitorOn = (region: Region, more: Partial<MonitorSettings> = {}): Promise<Monitor> =>
  Monitor.create({
    region,
    place: null,
    before: null,
    now: () => new Date('2024-06-15T12:00:00Z'),
    every: 5,
    log: () => undefined,
    ...more,
  });

/** A monitor that has read two versions of the office: the second one revised the first. */
export async function twoVersions(region: Region): Promise<Monitor> {
  const shelf = new Shelf();
  await publish(shelf.store, region, '2023-03-01', [
    figure('ALL', '2021', 10),
    figure('ALL', '2022', 12, { standing: 'provisional' }),
    figure('GM9001', '2022', null, { attribute: '<5' }),
  ]);
  await publish(shelf.store, region, '2024-03-01', [
    figure('ALL', '2022', 24),
    figure('GM9002', '2022', 20, { note: 'a "note", with signs' }),
  ]);
  await publish(
    shelf.store,
    region,
    '2024-01-01',
    [{ ...figure('ALL', '2023', 7, { source: 'Closed office' }), series: 'places', unit: 'rank' }],
    'closed',
  );
  const monitor = await monitorOn(region, { place: shelf.place, every: 60_000 });
  await monitor.settled();
  return monitor;
}
