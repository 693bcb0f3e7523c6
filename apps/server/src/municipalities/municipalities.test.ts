import { appendFileSync, cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MunicipalitiesResponse, MunicipalityResponse } from '@schaalsprong/wire';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Place, syntheticRegion } from '../../test/world.ts';
import type { Server } from '../index.ts';
import { namedIn } from './mentions.ts';

// Three municipalities of a made-up region: with one a task was agreed, and of one the homes are not known.
const areas = `GM0001,Aldorp,municipality,Noord,,,,synthetic
GM0002,Bedorp,municipality,Noord,,,,synthetic
GM0003,Cedorp,municipality,ALL,,,,synthetic
Noord,Noord,subregion,ALL,,,,synthetic
`;
const rows = [
  ['total', 'ALL', '2022/2025', 400],
  ['task', 'GM0001', '2022/2025', 100],
  ...(['GM0001', 'GM0002', 'GM0003'] as const).map((code, i) => [
    'stock',
    code,
    '2022-01-01',
    [500, 250, 250][i],
  ]),
  ...[20, 20, 30, 40].map((homes, i) => ['built', 'GM0001', 2020 + i, homes]),
  ...[10, 10, 60, 80].map((homes, i) => ['built', 'GM0002', 2020 + i, homes]),
  ...['GM0001', 'GM0002'].map((code) => ['young', code, '2020-01-01', code === 'GM0001' ? 30 : 10]),
  ...['GM0001', 'GM0002'].map((code) => ['old', code, '2020-01-01', code === 'GM0001' ? 70 : 10]),
].map((row) => [...row, 'homes', 'observed', 'synthetic', ''].join(','));

const place = new Place();
const dir = mkdtempSync(join(tmpdir(), 'schaalsprong-municipalities-'));
let server: Server;
let without: Server;
beforeAll(async () => {
  cpSync(syntheticRegion, dir, { recursive: true });
  appendFileSync(join(dir, 'areas.csv'), areas);
  writeFileSync(
    join(dir, 'observations/towns.csv'),
    ['indicator,area,period,value,unit,status,source,note', ...rows, ''].join('\n'),
  );
  appendFileSync(
    join(dir, 'indicators.yaml'),
    `  - id: built
    title: { nl: Gebouwd, en: Built }
    unit: homes
    definition: { nl: Verzonnen, en: Synthetic }
    series: built
    area: ALL
    additive: true
`,
  );
  writeFileSync(
    join(dir, 'municipalities.yaml'),
    `homes: { target: homes-2029, built: built, margin: 1, total: total, task: task, per: stock, agreement: a-word }
first: [built]
ages: [{ from: 0, to: 20, series: young }, { from: 20, to: null, series: old }]
others: [{ series: task, title: { nl: Opgave, en: Task } }]
`,
  );
  server = await place.server({ regionDir: dir });
  without = await place.server();
});
afterAll(async () => {
  await server.close();
  await without.close();
  place.remove();
  rmSync(dir, { recursive: true, force: true });
});

const read = async <T>(url: string, of = server) => (await of.app.inject({ url })).json<T>();
const town = (code: string) => read<MunicipalityResponse>(`/v1/gemeenten/${code}`);

describe('a municipality', () => {
  it('is held against what was agreed with it, over the same years', async () => {
    const { homes } = await town('GM0001');
    expect(homes).toMatchObject({
      done: { from: 2022, to: 2023, homes: 70, perYear: 35 },
      before: { from: 2020, to: 2021, perYear: 20 },
      share: { kind: 'agreed', homes: 100, perYear: 25 },
      course: 'on',
      needed: { low: 15, high: 15, years: 2 },
    });
    // Of the third nothing was measured, so the region has no sum, and no pace is said of it.
    expect(homes?.region).toMatchObject({ perYear: 100, done: null });
  });

  it('gets a part by two rules where none was agreed, and it is not called agreed', async () => {
    const { homes } = await town('GM0002');
    expect(homes?.share).toMatchObject({
      kind: 'computed',
      ofAll: { homes: 100 },
      ofRest: { homes: 150 },
      divided: { homes: 100, municipalities: 1 },
    });
    expect(homes?.course).toBe('on');
    expect(homes?.needed).toEqual({ low: 0, high: 5, years: 2 });
  });

  it('says nothing of a pace that was not measured', async () => {
    const { homes, figures, missing, ages, part, others } = await town('GM0003');
    expect(homes).toMatchObject({ done: null, course: 'unknown', needed: null });
    expect([figures, missing, ages, part, others]).toEqual([[], ['built'], null, null, []]);
  });

  it('stands beside the region, with its ages', async () => {
    const { figures, ages, part, others } = await town('GM0001');
    expect(figures).toMatchObject([
      { indicator: 'built', latest: { value: 40, period: '2023' }, beside: null, rank: { place: 2, of: 2 } },
    ]);
    expect(part).toMatchObject({ code: 'Noord', municipalities: ['Aldorp', 'Bedorp'] });
    // Without the third there is no sum of the region to stand beside.
    expect(ages).toBeNull();
    expect(others).toMatchObject([{ series: 'task', figure: { value: 100 } }]);
  });

  it('is in the list by name, with the page of its own', async () => {
    const { municipalities, parts } = await read<MunicipalitiesResponse>('/v1/gemeenten');
    expect(municipalities.map(({ name, part }) => [name, part])).toEqual([
      ['Aldorp', 'Noord'],
      ['Bedorp', 'Noord'],
      ['Cedorp', null],
    ]);
    expect(parts.map(({ code }) => code)).toEqual(['Noord']);
    const status = async (url: string) => (await server.app.inject({ url })).statusCode;
    expect(await status('/gemeenten/GM0001')).toBe(200);
    expect(await status('/en/gemeenten/GM0001')).toBe(200);
    expect(await status('/gemeenten/Noord')).toBe(404);
    expect(await status('/v1/gemeenten/Noord')).toBe(404);
    expect((await server.app.inject({ url: '/gemeenten/GM0001' })).body).toContain('<title>Aldorp');
  });
});

it('a region without municipalities has an empty list', async () => {
  expect((await read<MunicipalitiesResponse>('/v1/gemeenten', without)).municipalities).toEqual([]);
  expect((await without.app.inject({ url: '/gemeenten' })).statusCode).toBe(200);
});

describe('the name of a municipality', () => {
  it('is found as a word with its capital, and of several villages the first', () => {
    const best = namedIn('Best');
    expect(['in Best.', 'Best', 'Oirschot/Best'].every(best)).toBe(true);
    expect(['het best', 'Bestuur', 'Zeer-Best'].some(best)).toBe(false);
    expect(namedIn('Nuenen, Gerwen en Nederwetten')('plannen in Nuenen')).toBe(true);
  });
});
