import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Place, syntheticRegion } from '../../test/world.ts';

const place = new Place();
const regionDir = join(place.dir, 'region');
afterAll(() => place.remove());

const write = (path: string, text: string): void => writeFileSync(join(regionDir, path), text);
const edit = (path: string, from: string, to: string): void => {
  const text = readFileSync(join(regionDir, path), 'utf8');
  expect(text).toContain(from);
  write(path, text.replace(from, to));
};

const lower = `  - id: homes-at-most-50
    places: [7]
    figure: '50'
    text: { nl: 'Er komen hoogstens 50 woningen bij, zegt niemand', en: 'At most 50 homes are added, says nobody' }
    kind: target
    quantity: homes-built
    entity: ALL
    value: 50
    qualifier: none
    unit: homes
    horizon: '2029'
    targets: [homes-2029]
`;

/** What a server says that starts on the folder as it is: its standing, its hash at the table, and how many standings are on disk. */
async function start(cacheDir: string | null) {
  const server = await place.server({ regionDir, cacheDir, futures: 20 });
  await server.settled();
  const { state, detail } = (await server.app.inject({ url: '/v1/stand' })).json();
  const { region, measures } = (await server.app.inject({ url: '/v1/agenda' })).json();
  const levers = Object.fromEntries(
    measures.map(({ id, lever }: { id: string; lever: { min: number } }) => [id, lever.min]),
  );
  const asked = await server.app.inject({
    method: 'POST',
    url: '/v1/tafel',
    payload: { setting: { levers, assumptions: {}, viewpoint: null }, futures: 20, seed: 1 },
  });
  await server.close();
  expect([state, asked.statusCode]).toEqual(['ready', 200]);
  const kept = readdirSync(place.cacheDir).filter((name) => name.startsWith('stand-')).length;
  return { detail, table: asked.json().hash as string, domains: region.domains, kept };
}

describe('a kept standing', () => {
  let first: Awaited<ReturnType<typeof start>>;
  beforeAll(async () => {
    cpSync(syntheticRegion, regionDir, { recursive: true });
    edit('claims/one.yaml', 'claims:\n', `claims:\n${lower}`);
    first = await start(place.cacheDir);
  });

  it('is used where a rule of the monitor, a judgement, a figure and a check were edited, with what those say now', async () => {
    const [conflict] = first.detail.assessment.targets[0].conflicts;
    expect(conflict).toBeDefined();
    write(
      'verdicts.yaml',
      `verdicts:\n  - { conflict: ${conflict}, verdict: accepted-as-reading, by: a function, on: '2026', why: made up }\n`,
    );
    write(
      'judgements.yaml',
      `judgements:\n  - { target: homes-2029, status: lagging, by: a function, on: '2026', why: made up }\n`,
    );
    write('sources.yaml', 'sources: []\n');
    edit('indicators.yaml', 'Homes built', 'Houses built');
    edit('observations/homes.csv', '2022,24', '2022,25');
    edit('model/history.yaml', 'tolerance: 0.2', 'tolerance: 0.3');
    write('audit.yaml', '{}\n');

    const edited = await start(place.cacheDir);
    expect(edited.kept).toBe(first.kept);
    expect(edited.table).toBe(first.table);
    for (const domain of ['agenda', 'levers', 'model']) {
      expect(edited.domains[domain]).toBe(first.domains[domain]);
    }
    for (const domain of ['monitor', 'judgements', 'audit', 'data', 'checks']) {
      expect(edited.domains[domain]).not.toBe(first.domains[domain]);
    }
    expect(edited.detail.assessment.targets[0].conflicts).toEqual([]);
    // The same, byte for byte, as a server that kept nothing computes.
    expect(JSON.stringify(edited.detail)).toBe(JSON.stringify((await start(null)).detail));
  });

  it.each([
    ['a measure', 'measures.yaml', 'agenda: 0.5', 'agenda: 0.6'],
    ['the model', 'model/uncertainties.yaml', 'max: ', 'max: 1'],
    ['a target', 'targets.yaml', 'value: 80', 'value: 81'],
  ])('is stale where %s was edited', async (_what, path, from, to) => {
    const { kept } = await start(place.cacheDir);
    edit(path, from, to);
    expect((await start(place.cacheDir)).kept).toBe(Math.min(4, kept + 1));
  });
});
