import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ask, faultOf, fetched, quick, readOf, replays } from '../../../test/fetching.ts';
import { sourceOf } from '../../../test/region.ts';
import { describeTable, webPort } from '../index.ts';
import { JsonStat, statCells } from './eurostat.ts';

const start = replays();
const product = (own: object = {}, series: object = {}) =>
  sourceOf({
    id: 'eurostat-gdp',
    kind: 'eurostat',
    publisher: 'Eurostat',
    table: 'synthetic_gdp',
    series: [
      {
        series: 'gdp',
        where: { freq: 'A', unit: 'MIO_EUR' },
        area: { dimension: 'geo', codes: { NL01: 'NL', GM0772: 'XX41', GM0743: 'XX414' } },
        period: { dimension: 'time' },
        unit: 'eur',
        sourceUnit: 'Million euro',
        times: 1_000_000,
        ...series,
      },
    ],
    ...own,
  });

describe('a dataset of Eurostat', () => {
  it('gives its sparse cells, in the unit of the series, with what the flags say', async () => {
    const { facts, batches } = await fetched(await start(), product());
    expect(
      facts.map(({ area, period, value, state, standing, attribute }) => [
        area,
        period,
        value,
        state,
        standing,
        attribute,
      ]),
    ).toEqual([
      ['GM0743', '2022', 30_000_000, 'value', 'derived', 'e'],
      ['GM0743', '2024', null, 'missing', 'observed', ':'],
      ['GM0772', '2022', 0, 'value', 'observed', ''],
      ['GM0772', '2023', null, 'secret', 'observed', 'c'],
      ['NL01', '2022', 1_000_000_000, 'value', 'observed', ''],
      ['NL01', '2023', 1_100_500_000, 'value', 'observed', 'b'],
      ['NL01', '2024', 1_200_000_000, 'value', 'provisional', 'p'],
    ]);
    expect(batches[0]?.vintage.published).toBe('2026-02-18');
  });

  it('takes the unit by its code or its label, and reports another one', async () => {
    const server = await start();
    expect((await fetched(server, product({}, { sourceUnit: 'MIO_EUR' }))).doubts).toEqual([]);
    const { doubts } = await fetched(server, product({}, { sourceUnit: 'Thousand euro' }));
    expect(doubts).toMatchObject([{ code: 'MONITOR_UNIT_CHANGED', series: 'gdp', found: 'Million euro' }]);
  });

  it('keeps two series of one unit apart, each with its own codes', async () => {
    const server = await start();
    const source = product();
    const [gdp] = source.series;
    if (gdp === undefined) throw new Error('no series');
    const only = (series: string, codes: Record<string, string>) => ({
      ...gdp,
      series,
      area: { ...gdp.area, codes },
    });
    const series = [only('country', { NL01: 'NL' }), only('city', { GM0772: 'XX41' })];
    const { facts } = await fetched(server, { ...source, series });
    expect(facts.map((fact) => `${fact.series} ${fact.area} ${fact.period}`)).toEqual([
      'city GM0772 2022',
      'city GM0772 2023',
      'country NL01 2022',
      'country NL01 2023',
      'country NL01 2024',
    ]);
  });

  it('offers the codes that there are where one is refused', async () => {
    const areas = { dimension: 'geo', codes: { NL01: 'NL', GM0772: 'XX42' } };
    const error = await faultOf(ask(await start(), product({}, { area: areas })));
    expect(readOf(error)).toContain('Dimensie geo van tabel synthetic_gdp heeft geen code XX42.');
    expect(readOf(error)).toContain('XX41 (Synthetic province)');
  });

  it('names a dataset that is not there, and a cell that is text', async () => {
    const server = await start();
    expect(readOf(await faultOf(ask(server, product({ table: 'synthetic_gdpp' }))))).toContain(
      'Er is geen tabel synthetic_gdpp',
    );
    const cell = server.datasets.synthetic_gdp?.cells['A MIO_EUR NL 2022'];
    if (cell !== undefined) cell.value = 'n/a';
    const { doubts } = await fetched(server, product());
    expect(doubts).toMatchObject([{ code: 'MONITOR_CELL_TEXT', area: 'NL01', period: '2022', found: 'n/a' }]);
  });

  it('is not fetched again when it is as it was', async () => {
    const server = await start();
    const { check } = await fetched(server, product());
    const since = { source: 'eurostat-gdp', at: '', outcome: 'changed', code: null, ...check } as const;
    expect((await ask(server, product(), { since })).outcome).toBe('unchanged');
    expect((await ask(server, product(), { since: { ...since, etag: null } })).outcome).toBe('unchanged');
  });

  it('can be described', async () => {
    const server = await start();
    const described = await describeTable(product(), webPort(server.environment), { limits: quick });
    expect(described.measures.map(({ code }) => code)).toEqual(['MIO_EUR', 'EUR_HAB']);
    expect(described.dimensions.map(({ id }) => id)).toEqual(['freq', 'geo', 'time']);
  });
});

describe('JSON-stat', () => {
  it('every cell that is written is read back at its own codes, whatever the sizes', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 }),
        fc.array(fc.option(fc.double({ noNaN: true, noDefaultInfinity: true })), { maxLength: 40 }),
        (size, values) => {
          const id = size.map((_, nth) => `d${nth}`);
          const all: Record<string, number> = {};
          const written = new Map<string, number>();
          const count = size.reduce((product, length) => product * length, 1);
          for (const [position, value] of values.slice(0, count).entries()) {
            if (value === null) continue;
            // Row-major by hand: the place in each dimension from the sizes behind it.
            const places = size.map((length, nth) => {
              const behind = size.slice(nth + 1).reduce((product, other) => product * other, 1);
              return Math.floor(position / behind) % length;
            });
            all[position] = value;
            written.set(places.join(' '), value);
          }
          const dataset = JsonStat.parse({
            class: 'dataset',
            label: '',
            id,
            size,
            dimension: Object.fromEntries(
              id.map((name, nth) => [
                name,
                {
                  category: {
                    index: Object.fromEntries(
                      Array.from({ length: size[nth] ?? 0 }, (_, place) => [`c${place}`, place]),
                    ),
                  },
                },
              ]),
            ),
            value: all,
          });
          const read = statCells(dataset, 'x').map(
            ({ codes, value }) => [id.map((name) => codes[name]?.slice(1)).join(' '), value] as const,
          );
          expect(new Map(read)).toEqual(written);
        },
      ),
    );
  });

  it('refuses a position outside its sizes, and sizes that do not fit its codes', () => {
    const dataset = {
      class: 'dataset' as const,
      label: '',
      id: ['a'],
      size: [2],
      dimension: { a: { category: { index: ['x', 'y'] } } },
      value: { '2': 1 },
    };
    expect(() => statCells(dataset, 'x')).toThrow('MONITOR_SHAPE');
    expect(() => statCells({ ...dataset, size: [3], value: {} }, 'x')).toThrow('MONITOR_SHAPE');
    expect(statCells({ ...dataset, value: [1, null] }, 'x')).toHaveLength(1);
  });
});
