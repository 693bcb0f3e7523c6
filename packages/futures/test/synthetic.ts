import { filesInMemory, loadRegion, type Region } from '@schaalsprong/agenda';
import { compile, type Model } from '@schaalsprong/model';
import { syntheticModel } from '../../methods/test/synthetic-model.ts';

export { syntheticModel };

const text = (nl: string, en: string) => `{ nl: '${nl}', en: '${en}' }`;
const same = (words: string) => text(words, words);

interface SyntheticTarget {
  readonly id: string;
  readonly outcome: string | null;
  readonly value: number | null;
  readonly direction?: 'at-least' | 'at-most';
  readonly horizon?: string;
  readonly ambition?: string;
}

const target = ({
  id,
  outcome,
  value,
  direction = 'at-least',
  horizon = '2029',
  ambition = 'ambition-a',
}: SyntheticTarget) => `
  - id: ${id}
    title: ${same(id)}
    pillar: pillar-one
    ambitions: [${ambition}]
    challenge: challenge-1
    indicator: homes
    area: ALL
    unit: homes
    direction: ${direction}
    value: ${value}
    valueIs: ${value === null ? 'assumed' : 'stated'}
    ${value === null ? `valueReason: ${same('synthetic')}` : ''}
    baseline: null
    horizon: '${horizon}'
    places: [1]
    outcome: ${outcome}
    notModelled: ${outcome === null ? text('niet gemodelleerd', 'not modelled') : null}`;

const measure = (id: string, variable: string) => `
  - id: ${id}
    title: ${same(id)}
    nodes: [challenge-1]
    owner: somebody
    cost: null
    leadTimeYears: null
    lever:
      variable: ${variable}
      unit: index
      min: 0
      max: 1
      positions: { none: 0, agenda: 0.5, all: 1 }
      reason: ${same('synthetic')}
      source: synthetic`;

const uncertainty = (id: string, variable: string, max: number) => `
  - id: ${id}
    title: ${same(id)}
    variable: ${variable}
    unit: homes
    distribution: { kind: uniform, min: 0, max: ${max} }
    reason: ${same('synthetic')}
    source: assumption`;

const constraint = (id: string, nl: string, en: string) => `
  - id: ${id}
    title: ${same(id)}
    sentence: ${text(nl, en)}
    unit: homes
    relief: ${same('synthetic')}`;

const files: Readonly<Record<string, string>> = {
  'region.yaml': `
id: synthetic
title: ${text('Verzonnen regio', 'Synthetic region')}
subtitle: ${same('synthetic')}
area: ALL
document:
  title: Synthetic
  published: '2020'
  file: none.txt
  lines: 10
  sha256: '${'0'.repeat(64)}'
  address: none
  pages: [{ fromLine: 1, page: 1, certain: true }]
levels:
  - { id: goal, title: ${same('goal')}, plural: ${same('goals')} }
  - { id: ambition, title: ${same('ambition')}, plural: ${same('ambitions')} }
  - { id: pillar, title: ${same('pillar')}, plural: ${same('pillars')} }
  - { id: challenge, title: ${same('challenge')}, plural: ${same('challenges')} }
units:
  homes: { title: ${same('homes')}, symbol: ${same('homes')}, decimals: 0 }
  homes-per-year: { title: ${same('homes a year')}, symbol: ${same('homes a year')}, decimals: 0 }
  index: { title: ${same('index')}, symbol: ${same('index')}, decimals: 2 }
qualifiers:
  none: { words: [synthetic], low: 1, high: 1 }
model: { file: model/synthetic.mdl, start: 2020, stop: 2032, today: 2025 }
assessment: { futures: 200, seed: 7, scenario: agenda }
`,
  'tree.yaml': `
nodes:
  - { id: goal-one, level: goal, title: ${same('goal')}, places: [1] }
  - { id: ambition-a, level: ambition, title: ${same('a')}, parents: [goal-one], places: [1] }
  - { id: ambition-b, level: ambition, title: ${same('b')}, parents: [goal-one], places: [1] }
  - { id: pillar-one, level: pillar, title: ${same('one')}, parents: [ambition-a, ambition-b], places: [1] }
  - { id: challenge-1, level: challenge, title: ${same('1')}, parents: [pillar-one], places: [1] }
`,
  'targets.yaml': `targets:${[
    target({ id: 'homes-2029', outcome: 'homes-built', value: 80 }),
    target({ id: 'few-held-back', outcome: 'homes-held-back', value: 15, direction: 'at-most' }),
    target({ id: 'easy', outcome: 'homes-built', value: 1 }),
    target({ id: 'without-number', outcome: 'homes-built', value: null }),
    target({ id: 'without-model', outcome: null, value: 100, ambition: 'ambition-b' }),
  ].join('')}
`,
  'indicators.yaml': `
indicators:
  - id: homes
    title: ${same('homes')}
    unit: homes
    definition: ${same('synthetic')}
    series: homes
    area: ALL
`,
  'areas.csv': 'code,name,kind,parent,lat,lon,land_km2,source\nALL,All,region,,,,,synthetic\n',
  'observations/homes.csv':
    'indicator,area,period,value,unit,status,source,note\n' +
    'homes,ALL,2021,8,homes,observed,synthetic,\n' +
    'homes,ALL,2022,18,homes,observed,synthetic,\n' +
    'homes,ALL,2023,999,homes,expected,synthetic,\n',
  'parties.yaml': `
parties:
  - { id: somebody, title: ${same('somebody')}, kind: group }
`,
  'measures.yaml': `measures:${[
    measure('more-builders', 'builders relief'),
    measure('more-grid', 'grid relief'),
    measure('idle', 'idle relief'),
  ].join('')}
`,
  'model/uncertainties.yaml': `uncertainties:${
    uncertainty('builders-shortage', 'builders shortage', 4) +
    uncertainty('grid-shortage', 'grid shortage', 2)
  }
`,
  'model/constraints.yaml': `constraints:${
    constraint('builders', 'er zijn te weinig bouwers.', 'there are too few builders.') +
    constraint('grid', 'het net is vol', 'the grid is full') +
    constraint('nobody', 'niemand', 'nobody')
  }
`,
  'model/outcomes.yaml': `
outcomes:
  - id: homes-built
    title: ${same('homes built')}
    variable: homes built
    unit: homes
    limitUnit: homes-per-year
    limits:
      - { constraint: builders, variable: held back by builders }
      - { constraint: grid, variable: held back by grid }
      - { constraint: nobody, variable: held back by nobody }
  - id: homes-held-back
    title: ${same('homes held back')}
    variable: homes held back
    unit: homes
`,
  'model/history.yaml': `
checks:
  - id: homes-history
    title: ${same('homes')}
    variable: homes built
    tolerance: 0.1
    observed: { series: homes, area: ALL, timeOffset: 0 }
    source: synthetic
`,
  'model/synthetic.mdl': syntheticModel,
  'scenarios/agenda.yaml': `
id: agenda
title: ${same('agenda')}
`,
  'scenarios/nothing.yaml': `
id: nothing
title: ${same('nothing')}
base: none
`,
  'scenarios/certain.yaml': `
id: certain
title: ${same('certain')}
base: none
assumptions: { builders-shortage: 0, grid-shortage: 0 }
`,
};

/** The synthetic region, with files replaced or added. */
export async function syntheticRegion(
  changed: Readonly<Record<string, string>> = {},
): Promise<{ readonly region: Region; readonly model: Model }> {
  const region = await loadRegion(filesInMemory('regions/synthetic', { ...files, ...changed }));
  return { region, model: compile(region.model.text, { file: region.model.file }) };
}

/** A file of the synthetic region, to change in part. */
export function syntheticFile(path: string): string {
  const content = files[path];
  if (content === undefined) throw new Error(`no synthetic file ${path}`);
  return content;
}

/** The timing of `more-grid` in a region in which it has a lead time. */
const gridTiming = `
    timing:
      variable: grid earlier
      kind: duration
      of: grid lead
      agenda: 3
      unit: homes
      min: -2
      max: 2
      reason: ${same('synthetic')}
      source: assumption`;

/** Files of the synthetic region in which `more-grid` has a lead time, which can be shortened. */
export const timedFiles: Readonly<Record<string, string>> = {
  'measures.yaml': `measures:${[
    measure('more-builders', 'builders relief'),
    measure('more-grid', 'grid relief') + gridTiming,
    measure('idle', 'idle relief'),
  ].join('')}
`,
  'model/synthetic.mdl': syntheticModel
    .replace(
      'grid shortage * (1 - grid relief)',
      'grid shortage * (1 - grid relief) * (grid lead - grid earlier) / grid lead',
    )
    .replace(
      'INITIAL TIME',
      'grid lead = 3\n  ~ year\n  ~ synthetic |\ngrid earlier = 0\n  ~ year\n  ~ synthetic |\nINITIAL TIME',
    ),
};

/** The synthetic region in which a measure has a time that can be moved. */
export const timedRegion = () => syntheticRegion(timedFiles);

/** All files of the synthetic region, with some replaced. */
export const syntheticFiles = (changed: Readonly<Record<string, string>> = {}) =>
  filesInMemory('regions/synthetic', { ...files, ...changed });
