import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runHere } from '../test/world.ts';

/** The least that is a region, with a level more than the first one has. Nothing in it is true of any place. */
const island = {
  'region.yaml': `id: island
title: { nl: 'Eiland <b>Zout</b>', en: 'Island <b>Salt</b>' }
subtitle: { nl: Verzonnen, en: Synthetic }
area: Island
document:
  title: Verzonnen nota
  published: '2024'
  file: nota.txt
  lines: 10
  sha256: '${'0'.repeat(64)}'
  address: https://example.org/nota
  pages: [{ fromLine: 1, page: 1, certain: true }]
levels:
  - { id: aim, title: { nl: streven, en: aim }, plural: { nl: strevens, en: aims } }
  - { id: ambition, title: { nl: droom, en: dream }, plural: { nl: dromen, en: dreams } }
  - { id: pillar, title: { nl: poot, en: leg }, plural: { nl: poten, en: legs } }
  - { id: programme, title: { nl: programma, en: programme }, plural: { nl: reeks, en: programmes } }
  - { id: challenge, title: { nl: klus, en: job }, plural: { nl: klussen, en: jobs } }
units:
  tonne: { title: { nl: ton zout, en: tonnes of salt }, symbol: { nl: ton, en: t }, decimals: 1 }
qualifiers: {}
model: { file: model/salt.mdl, start: 2024, stop: 2034, today: 2026 }
assessment: { futures: 5, seed: 0, scenario: agenda }
`,
  'tree.yaml': `nodes:
  - { id: salt, level: aim, title: { nl: Zout, en: Salt }, places: [1] }
  - { id: dream, level: ambition, title: { nl: Droom, en: Dream }, parents: [salt], places: [2] }
  - { id: leg, level: pillar, title: { nl: Poot, en: Leg }, parents: [dream], places: [2] }
  - { id: more, level: programme, title: { nl: Meer, en: More }, parents: [leg], places: [2] }
  - { id: job, level: challenge, title: { nl: Klus, en: Job }, parents: [more], places: [2] }
`,
  'targets.yaml': `targets:
  - id: salt-2030
    title: { nl: Honderd ton, en: A hundred tonnes }
    pillar: leg
    ambitions: [dream]
    challenge: job
    indicator: salt
    area: Island
    unit: tonne
    direction: at-least
    value: 100
    valueIs: stated
    baseline: null
    horizon: '2030'
    places: [3]
    outcome: salt
    notModelled: null
`,
  'indicators.yaml': `indicators:
  - id: salt
    title: { nl: Zout, en: Salt }
    unit: tonne
    definition: { nl: verzonnen, en: synthetic }
    series: null
    area: null
`,
  'parties.yaml': `parties:
  - { id: islander, title: { nl: Eilander, en: Islander }, kind: group }
`,
  'areas.csv': 'code,name,kind,parent,lat,lon,land_km2,source\nIsland,Island,region,,,,,synthetic\n',
  'scenarios/agenda.yaml': 'id: agenda\ntitle: { nl: a, en: a }\n',
  'model/salt.mdl': `{UTF-8}
salt = INTEG(winning, 0) ~ tonne ~ synthetic |
winning = 9 ~ tonne/year ~ assumption |
INITIAL TIME = 2024 ~ year ~ x |
FINAL TIME = 2034 ~ year ~ x |
TIME STEP = 0.5 ~ year ~ x |
SAVEPER = TIME STEP ~ year ~ x |
`,
  'model/outcomes.yaml': `outcomes:
  - { id: salt, title: { nl: Zout, en: Salt }, variable: salt, unit: tonne, limits: [] }
`,
};

const dir = mkdtempSync(join(tmpdir(), 'schaalsprong-island-'));
afterAll(() => rmSync(dir, { recursive: true }));
for (const [path, text] of Object.entries(island)) {
  mkdirSync(dirname(join(dir, path)), { recursive: true });
  writeFileSync(join(dir, path), text);
}

describe('another region is only another folder', () => {
  it('the least that is a region, without measures, claims or observations, is assessed', async () => {
    const { code, out, err } = await runHere(['assess', '--region', dir, '--json']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const { region, targets, ambitions } = JSON.parse(out);
    expect(region.id).toBe('island');
    expect(targets).toEqual([
      expect.objectContaining({
        id: 'salt-2030',
        observed: null,
        // Nine tonnes a year from the start of 2024 to the end of 2030.
        projected: { p10: 63, p50: 63, p90: 63 },
        met: { count: 0, of: 5 },
        gap: -37,
        binding: [],
        carriedBy: [],
      }),
    ]);
    expect(ambitions.map(({ id }: { id: string }) => id)).toEqual(['dream']);
  });

  it('the table says so in whole words, in both languages', async () => {
    const nl = await runHere(['assess', '--region', dir]);
    expect(nl.out).toContain('De ene doelstelling waarover het model iets kan zeggen');
    const en = await runHere(['assess', '--region', dir, '--lang', 'en']);
    expect(en.out).toContain('The one target that the model can speak of');
  });

  it('no source file of packages or apps knows the first region, but for the folder that is the default', () => {
    const root = join(import.meta.dirname, '../../..');
    const known = /brainport|eindhoven|\bMRE\b(?! *')|\bSGE\b|kempen/i;
    const names = ['packages', 'apps'].flatMap((floor) =>
      readdirSync(join(root, floor)).flatMap((name) => {
        const src = join(floor, name, 'src');
        return readdirSync(join(root, src), { recursive: true, encoding: 'utf8' })
          .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
          .map((file) => join(src, file).replaceAll('\\', '/'));
      }),
    );
    expect(names.length).toBeGreaterThan(100);
    const found = names.flatMap((name) =>
      readFileSync(join(root, name), 'utf8')
        .split('\n')
        // Comments may give an example.
        .filter((line) => known.test(line) && !/^\s*(\*|\/\*|\/\/)/.test(line))
        .map((line) => `${name}: ${line.trim()}`),
    );
    expect(found.filter((line) => !line.includes('regions/brainport'))).toEqual([]);
  });
});
