import { filesInMemory, loadRegion, type Region, StatisticsSource } from '@schaalsprong/agenda';

/** The least that is a region, with a few real areas so that real answers fit it; nothing else in it is true. */
const least: Readonly<Record<string, string>> = {
  'region.yaml': `id: proef
title: { nl: Proefregio, en: Test region }
subtitle: { nl: Verzonnen, en: Synthetic }
area: Proef
document:
  { title: Verzonnen, published: '2024', file: nota.txt, lines: 10, sha256: '${'0'.repeat(64)}', address: https://example.org/nota, pages: [{ fromLine: 1, page: 1, certain: true }] }
levels:
  - { id: aim, title: { nl: streven, en: aim }, plural: { nl: strevens, en: aims } }
  - { id: ambition, title: { nl: droom, en: dream }, plural: { nl: dromen, en: dreams } }
  - { id: pillar, title: { nl: pijler, en: pillar }, plural: { nl: pijlers, en: pillars } }
  - { id: challenge, title: { nl: opgave, en: challenge }, plural: { nl: opgaven, en: challenges } }
units:
  people: { title: { nl: inwoners, en: people }, symbol: { nl: '', en: '' }, decimals: 0 }
  eur: { title: { nl: euro, en: euro }, symbol: { nl: €, en: € }, decimals: 0 }
qualifiers: {}
model: { file: model/least.mdl, start: 2024, stop: 2034, today: 2026 }
assessment: { futures: 5, seed: 0, scenario: agenda }
`,
  'tree.yaml': `nodes:
  - { id: more, level: aim, title: { nl: Meer, en: More }, places: [1] }
  - { id: dream, level: ambition, title: { nl: Droom, en: Dream }, parents: [more], places: [2] }
  - { id: leg, level: pillar, title: { nl: Pijler, en: Pillar }, parents: [dream], places: [2] }
  - { id: job, level: challenge, title: { nl: Opgave, en: Challenge }, parents: [leg], places: [2] }
`,
  'targets.yaml': `targets:
  - id: people-2030
    title: { nl: Meer inwoners, en: More people }
    pillar: leg
    ambitions: [dream]
    challenge: job
    indicator: people
    area: Proef
    unit: people
    direction: at-least
    value: 100
    valueIs: stated
    baseline: null
    horizon: '2030'
    places: [3]
    outcome: people
    notModelled: null
`,
  'indicators.yaml': `indicators:
  - { id: people, title: { nl: Inwoners, en: People }, unit: people, definition: { nl: verzonnen, en: synthetic }, series: null, area: null }
`,
  'parties.yaml': 'parties:\n  - { id: someone, title: { nl: Iemand, en: Someone }, kind: group }\n',
  'areas.csv': `code,name,kind,parent,lat,lon,land_km2,source
Proef,Proef,region,,,,,synthetic
GM0743,Asten,municipality,Proef,51.386,5.779,,CBS
GM0772,Eindhoven,municipality,Proef,51.45,5.459,,CBS
NL01,Nederland,country,,,,,CBS
`,
  'scenarios/agenda.yaml': 'id: agenda\ntitle: { nl: a, en: a }\n',
  'model/least.mdl': `{UTF-8}
people = INTEG(growth, 0) ~ people ~ synthetic |
growth = 9 ~ people/year ~ assumption |
INITIAL TIME = 2024 ~ year ~ x |
FINAL TIME = 2034 ~ year ~ x |
TIME STEP = 0.5 ~ year ~ x |
SAVEPER = TIME STEP ~ year ~ x |
`,
  'model/outcomes.yaml': `outcomes:
  - { id: people, title: { nl: Inwoners, en: People }, variable: people, unit: people, limits: [] }
`,
};

/** A region for tests, with two municipalities and the country. */
export const testRegion = (): Promise<Region> => loadRegion(filesInMemory('proef', least));

/** A source of sources.yaml, with what every one must have. */
export const sourceOf = (own: Readonly<Record<string, unknown>>): StatisticsSource =>
  StatisticsSource.parse({
    id: 'proef',
    title: { nl: 'Proef', en: 'Test' },
    publisher: 'CBS',
    licence: 'CC BY 4.0',
    attribution: 'CBS',
    ...own,
  });

/** House prices of the fixture: a table without other dimensions. */
export const prices = (own: Readonly<Record<string, unknown>> = {}, series = {}): StatisticsSource =>
  sourceOf({
    id: 'cbs-83625ned',
    kind: 'cbs-odata-v4',
    table: '83625NED',
    series: [
      {
        series: 'house_price',
        measure: 'M001534',
        area: { dimension: 'RegioS' },
        period: { dimension: 'Perioden' },
        unit: 'eur',
        sourceUnit: 'euro',
        ...series,
      },
    ],
    ...own,
  });

/** Population of the fixture: a table with three more dimensions. */
export const population = (own: Readonly<Record<string, unknown>> = {}, series = {}): StatisticsSource =>
  sourceOf({
    id: 'cbs-03759ned',
    kind: 'cbs-odata-v4',
    table: '03759ned',
    series: [
      {
        series: 'population',
        measure: 'M000352',
        where: { Geslacht: 'T001038', Leeftijd: '10000', BurgerlijkeStaat: 'T001019' },
        area: { dimension: 'RegioS' },
        period: { dimension: 'Perioden', at: 'first-day' },
        unit: 'people',
        sourceUnit: 'aantal',
        ...series,
      },
    ],
    ...own,
  });
