import { filesInMemory, type RegionFiles } from '../src/index.ts';

/**
 * A synthetic region for tests: the valley of Voorbeeld, which does not exist. Every figure in it is made up, and it
 * is as small as a region can be that still uses every kind of file.
 */
export const synthetic: Readonly<Record<string, string>> = {
  'region.yaml': `id: voorbeeld
title: { nl: Voorbeelddal, en: Example Valley }
subtitle: { nl: Verzonnen regio, en: Made-up region }
area: VAL
document:
  title: Agenda van het Voorbeelddal
  published: 2020-01
  file: voorbeeld.txt
  lines: 100
  sha256: '0000000000000000000000000000000000000000000000000000000000000000'
  address: https://example.org
  pages:
    - { fromLine: 1, page: 1, certain: false }
    - { fromLine: 41, page: 2, certain: true }
levels:
  - { id: goal, title: { nl: doel, en: goal }, plural: { nl: doelen, en: goals } }
  - { id: ambition, title: { nl: ambitie, en: ambition }, plural: { nl: ambities, en: ambitions } }
  - { id: pillar, title: { nl: pijler, en: pillar }, plural: { nl: pijlers, en: pillars } }
  - { id: challenge, title: { nl: opgave, en: challenge }, plural: { nl: opgaven, en: challenges } }
units:
  homes: { title: { nl: woningen, en: homes }, symbol: { nl: woningen, en: homes }, decimals: 0 }
  people: { title: { nl: mensen, en: people }, symbol: { nl: mensen, en: people }, decimals: 0 }
  percent: { title: { nl: procent, en: per cent }, symbol: { nl: '%', en: '%' }, decimals: 1 }
  eur-bn: { title: { nl: miljard euro, en: billion euros }, symbol: { nl: € mld, en: € bn }, decimals: 1, scale: 1000000000 }
  eur: { title: { nl: euro, en: euros }, symbol: { nl: '€', en: '€' }, decimals: 0 }
  rank: { title: { nl: plaats, en: place }, symbol: { nl: 'plaats {n}', en: 'place {n}' }, decimals: 0 }
  year: { title: { nl: jaartal, en: calendar year }, symbol: { nl: '', en: '' }, decimals: 0, grouping: false }
qualifiers:
  none: { words: ['-'], low: 0.975, high: 1.025, rounding: true }
  ruim: { words: [ruim], low: 1, high: 1.1 }
  bijna: { words: [bijna], low: 0.9, high: 1, highOpen: true }
  circa: { words: [circa], low: 0.95, high: 1.05 }
  ten-minste: { words: [ten minste], low: 1, high: null }
  maximaal: { words: [maximaal], low: null, high: 1 }
  meer-dan: { words: [meer dan], low: 1, lowOpen: true, high: null }
  top-n: { words: [top], low: null, high: 1, floor: 1 }
model: { file: model/voorbeeld.mdl, start: 2019, stop: 2040, today: 2026.75 }
assessment: { futures: 10, seed: 1, scenario: agenda }
`,
  'tree.yaml': `nodes:
  - id: goal-grow
    level: goal
    title: { nl: Groeien, en: Grow }
    places: [3]
  - id: ambition-space
    level: ambition
    title: { nl: Ruimte, en: Space }
    parents: [goal-grow]
    places: [4]
  - id: ambition-work
    level: ambition
    title: { nl: Werk, en: Work }
    parents: [goal-grow]
    places: [5]
  - id: pillar-living
    level: pillar
    title: { nl: Wonen, en: Living }
    parents: [ambition-space, ambition-work]
    places: [6-8]
    owners: [province]
  - id: challenge-1
    level: challenge
    number: 1
    title: { nl: Bouwen, en: Build }
    parents: [pillar-living]
    places: [10]
`,
  'targets.yaml': `targets:
  - id: homes-2030
    title: { nl: 1.200 woningen, en: '1,200 homes' }
    pillar: pillar-living
    ambitions: [ambition-space]
    challenge: challenge-1
    indicator: homes-built
    area: VAL
    unit: homes
    direction: at-least
    value: 1200
    valueIs: stated
    baseline: { value: 100, period: '2019', source: made up }
    horizon: 2030
    places: [20]
    outcome: homes-built
    notModelled: null
  - id: rank-2030
    title: { nl: In de top tien, en: In the top ten }
    pillar: pillar-living
    ambitions: [ambition-work]
    challenge: challenge-1
    indicator: place-in-list
    area: VAL
    unit: rank
    direction: at-most
    value: 10
    valueIs: assumed
    valueReason: { nl: Verzonnen, en: Made up }
    baseline: null
    horizon: '2030'
    claims: [top-ten]
    places: [21]
    outcome: null
    notModelled: { nl: Hangt af van anderen, en: Depends on others }
`,
  'claims/1-first.yaml': `claims:
  - id: homes-at-least-1200
    places: [20, 55-56]
    figure: '1.200'
    text: { nl: Er komen ten minste 1.200 woningen bij, en: 'At least 1,200 homes are added' }
    kind: target
    quantity: homes-built
    entity: VAL
    value: 1200
    qualifier: ten-minste
    unit: homes
    horizon: '2030'
    targets: [homes-2030]
    nodes: [challenge-1]
`,
  'claims/2-second.yaml': `claims:
  - id: top-ten
    places: [60]
    figure: top 10
    text: { nl: Het dal staat bij de eerste tien, en: The valley is among the first ten }
    kind: target
    quantity: place-in-list
    entity: province
    value: 10
    qualifier: top-n
    unit: rank
    horizon: '2030'
  - id: people-now
    places: [61]
    figure: '900'
    text: { nl: Er wonen tussen 850 en 950 mensen, en: Between 850 and 950 people live here }
    kind: fact
    quantity: people
    entity: VAL
    value: 900
    interval: { min: 850, max: 950 }
    unit: people
    period: '2020'
`,
  'indicators.yaml': `indicators:
  - id: homes-built
    title: { nl: Woningen gebouwd, en: Homes built }
    unit: homes
    definition: { nl: Sleutels per jaar, en: Keys a year }
    series: homes_built
    area: VAL
    additive: true
  - id: people
    title: { nl: Inwoners, en: Residents }
    unit: people
    definition: { nl: Op 1 januari, en: On 1 January }
    series: people
    area: VAL
    additive: true
    divideBy: 1000
  - id: place-in-list
    title: { nl: Plaats, en: Place }
    unit: rank
    definition: { nl: Plaats in een lijst, en: Place in a list }
    series: null
    area: null
`,
  'areas.csv': `code,name,kind,parent,lat,lon,land_km2,source
VAL,Voorbeelddal,region,NL01,,,,made up
NL01,Nederland,country,,,,,made up
East,Oost,subregion,VAL,,,,made up
West,West,subregion,VAL,,,,made up
GM0001,Aadorp,municipality,East,51.5,5.5,10.5,made up
GM0002,Beedorp,municipality,East,51.6,5.6,20,made up
GM0003,Ceedorp,municipality,West,51.7,5.7,30,made up
`,
  'observations/people.csv': `indicator,area,period,value,unit,status,source,note
people,GM0001,2019-01-01,1000,people,observed,made up,
people,GM0002,2019-01-01,2000,people,observed,made up,
people,GM0003,2019-01-01,4000,people,observed,made up,
people,GM0001,2020-01-01,1100,people,observed,made up,
people,GM0002,2020-01-01,2100,people,observed,made up,
`,
  'observations/homes.csv': `indicator,area,period,value,unit,status,source
homes_built,VAL,2021 (?),70,homes,observed,made up
homes_built,VAL,2019,60,homes,observed,made up
homes_built,VAL,2022,80,homes,provisional,made up
homes_built,VAL,2022,81,homes,derived,"made up, ""otherwise"""
homes_built,VAL,2025,150,homes,expected,made up
`,
  'parties.yaml': `parties:
  - { id: province, title: { nl: Provincie, en: Province }, kind: province }
  - { id: valley-board, title: { nl: Dalbestuur, en: Valley board }, kind: region, area: VAL, places: [2] }
`,
  'registers/projects.yaml': `kind: project
title: { nl: Projecten, en: Projects }
entries:
  - id: bridge
    title: { nl: Brug, en: Bridge }
    parties: [province]
    nodes: [challenge-1]
    area: GM0001
    money:
      - { amount: 5, unit: eur, payer: province, item: { nl: Aanleg, en: Works }, status: stated, source: made up }
`,
  'agreements.yaml': `agreements:
  - id: accord
    date: 2022-06
    title: { nl: Akkoord, en: Accord }
    parties: [province, valley-board]
    nodes: [pillar-living]
    status: { nl: getekend, en: signed }
    source: made up
`,
  'unknowns.yaml': `unknowns:
  - id: cost-of-bridge
    text: { nl: De kosten zijn niet bekend, en: The cost is not known }
    nodes: [challenge-1]
    targets: [homes-2030]
`,
  'measures.yaml': `measures:
  - id: more-builders
    title: { nl: Meer bouwers, en: More builders }
    nodes: [challenge-1]
    owner: province
    partners: [valley-board]
    cost: null
    leadTimeYears: { value: 1, source: assumption }
    lever:
      variable: builders
      unit: people
      min: 0
      max: 50
      positions: { none: 0, agenda: 20, bold: 50 }
      reason: { nl: Verzonnen, en: Made up }
      source: made up
`,
  'model/voorbeeld.mdl': '{UTF-8}\nbuilders = 10 ~ people ~ made up |\n',
  'model/uncertainties.yaml': `uncertainties:
  - id: build-time
    title: { nl: Bouwtijd, en: Building time }
    variable: build time
    unit: year
    distribution: { kind: triangular, min: 1, mode: 2, max: 4 }
    reason: { nl: Verzonnen, en: Made up }
    source: assumption
`,
  'model/constraints.yaml': `constraints:
  - id: builders
    title: { nl: Bouwers, en: Builders }
    sentence: { nl: te weinig bouwers, en: too few builders }
    unit: people
    owners: [province]
    relief: { nl: Meer bouwers, en: More builders }
    nodes: [challenge-1]
`,
  'model/outcomes.yaml': `outcomes:
  - id: homes-built
    title: { nl: Woningen gebouwd, en: Homes built }
    variable: homes built
    unit: homes
    limits:
      - { constraint: builders, variable: held back by builders }
`,
  'model/history.yaml': `checks:
  - id: people-each-year
    title: { nl: Inwoners, en: Residents }
    variable: people
    tolerance: 0.01
    observed: { series: people, area: GM0001 }
    source: made up
`,
  'scenarios/agenda.yaml': `id: agenda
title: { nl: De agenda, en: The agenda }
`,
  'scenarios/bold.yaml': `id: bold
title: { nl: Stoutmoedig, en: Bold }
base: none
levers: { more-builders: bold }
assumptions: { build-time: 2 }
`,
};

/** The synthetic region with some files changed; `null` leaves a file out. */
export function syntheticWith(changes: Readonly<Record<string, string | null>> = {}): RegionFiles {
  const entries = Object.entries({ ...synthetic, ...changes }).filter(
    (entry): entry is [string, string] => entry[1] !== null,
  );
  return filesInMemory('regions/voorbeeld', Object.fromEntries(entries));
}

/** The synthetic region with one text replaced in one file; fails where the text is not there. */
export function syntheticEdited(path: string, from: string, to: string): RegionFiles {
  const text = synthetic[path] ?? '';
  if (!text.includes(from)) throw new Error(`the synthetic ${path} has no "${from}"`);
  return syntheticWith({ [path]: text.replace(from, () => to) });
}
