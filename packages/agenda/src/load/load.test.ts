import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { synthetic, syntheticEdited, syntheticWith } from '../../test/synthetic.ts';
import {
  filesInMemory,
  formatProblem,
  loadRegion,
  type Problem,
  RegionError,
  type RegionFiles,
} from '../index.ts';
import type { ProblemCode } from '../problems/problems.ts';

async function problemsOf(files: RegionFiles): Promise<readonly Problem[]> {
  try {
    await loadRegion(files);
  } catch (error) {
    if (error instanceof RegionError) return error.problems;
    throw error;
  }
  return [];
}

/** Line of a text in the synthetic region after an edit, counted independently of the loader. */
const lineOf = (text: string, part: string): number => text.slice(0, text.indexOf(part)).split('\n').length;

/** The problems after one edit, as codes with `file:line`. */
async function afterEdit(path: string, from: string, to: string) {
  const files = syntheticEdited(path, from, to);
  const problems = await problemsOf(files);
  const line = lineOf(files.read(path), to);
  return { problems, line, file: `regions/voorbeeld/${path}` };
}

/** A timing of a measure, on one line. */
const timing = (variable: string, max: number): string =>
  `timing: { variable: ${variable}, kind: duration, of: lead, agenda: 2, unit: year, min: 0, max: ${max}, reason: { nl: x, en: x }, source: x }`;

describe('the form of a region folder', () => {
  const withFormat = (format: string) => syntheticEdited('region.yaml', 'id: ', `format: ${format}\nid: `);

  it('that is newer is refused alone, at its line, whatever else this version does not know', async () => {
    const problems = await problemsOf(withFormat('2\nshape: round'));
    expect(problems).toMatchObject([
      { code: 'REGION_FORMAT_NEWER', path: 'format', file: 'regions/voorbeeld/region.yaml' },
    ]);
    expect(problems[0]?.line).toBe(lineOf(withFormat('2').read('region.yaml'), 'format: 2'));
    expect((await problemsOf(withFormat('1\nshape: round'))).map(({ path }) => path)).toEqual(['shape']);
    expect((await problemsOf(withFormat('first'))).map(({ path }) => path)).toEqual(['format']);
  });

  it('that is named changes no hash', async () => {
    const [bare, named] = [await loadRegion(syntheticWith()), await loadRegion(withFormat('1'))];
    expect([named.hashes, named.domains]).toEqual([bare.hashes, bare.domains]);
  });
});

describe('a region that is right', () => {
  it('loads whole, with children, depth, intervals and pages worked out', async () => {
    const region = await loadRegion(syntheticWith());
    expect(region.byId.nodes.get('pillar-living')).toMatchObject({ depth: 2, children: ['challenge-1'] });
    expect(region.byId.nodes.get('challenge-1')?.number).toBe('1');
    expect(region.byId.claims.get('homes-at-least-1200')).toMatchObject({
      interval: { min: 1200, max: null },
      page: { number: 1, certain: false },
    });
    expect(region.byId.claims.get('top-ten')).toMatchObject({
      interval: { min: 1, max: 10 },
      page: { number: 2, certain: true },
    });
    expect(region.model.text).toContain('builders');
    expect(region.registers[0]?.entries[0]).toMatchObject({ id: 'bridge', kind: 'project' });
    expect(region.byId.areas.get('VAL')?.lat).toBeNull();
    expect(region.byId.areas.get('GM0001')?.lat).toBe(51.5);
    expect(region.byId.targets.get('homes-2030')?.horizon).toBe('2030');
  });

  it('has a link between a claim and a target on both sides, whichever side wrote it', async () => {
    const region = await loadRegion(syntheticWith());
    expect(region.byId.targets.get('homes-2030')?.claims).toEqual(['homes-at-least-1200']);
    expect(region.byId.claims.get('top-ten')?.targets).toEqual(['rank-2030']);
    expect(region.byId.targets.get('rank-2030')?.claims).toEqual(['top-ten']);
  });

  it('may leave out claims, registers, agreements, unknowns and history', async () => {
    const region = await loadRegion(
      syntheticWith({
        'claims/1-first.yaml': null,
        'claims/2-second.yaml': null,
        'targets.yaml': (synthetic['targets.yaml'] ?? '').replace('claims: [top-ten]', 'claims: []'),
        'registers/projects.yaml': null,
        'agreements.yaml': null,
        'unknowns.yaml': null,
        'model/history.yaml': null,
      }),
    );
    expect(region.claims).toEqual([]);
  });
});

describe('hashes', () => {
  it('are 64 hexadecimal characters and do not change with the order of files, layout, comments or line ends', async () => {
    const { hashes } = await loadRegion(syntheticWith());
    for (const hash of Object.values(hashes)) expect(hash).toMatch(/^[0-9a-f]{64}$/);
    const files = syntheticWith({
      'agreements.yaml': `# a comment\n${(synthetic['agreements.yaml'] ?? '').replace('date: 2022-06', 'date:   "2022-06"')}`,
      'areas.csv': (synthetic['areas.csv'] ?? '').replaceAll('\n', '\r\n'),
    });
    const turned: RegionFiles = { ...files, list: () => files.list().toReversed() };
    expect((await loadRegion(turned)).hashes).toEqual(hashes);
  });

  it('are the same for any order of files, and so is all that is loaded', async () => {
    const files = syntheticWith();
    const { byId: _maps, ...whole } = await loadRegion(files);
    const paths = [...files.list()];
    const anyOrder = fc.shuffledSubarray(paths, { minLength: paths.length });
    await fc.assert(
      fc.asyncProperty(anyOrder, async (order) => {
        const { byId: _others, ...again } = await loadRegion({ ...files, list: () => order });
        expect(again).toEqual(whole);
      }),
      { numRuns: 15 },
    );
  });

  it.each([
    ['agenda', 'targets.yaml', 'value: 1200', 'value: 1300'],
    ['agenda', 'scenarios/bold.yaml', 'bold }', '30 }'],
    ['data', 'observations/people.csv', '1000', '1001'],
    ['model', 'model/voorbeeld.mdl', '10', '11'],
    ['model', 'model/uncertainties.yaml', 'max: 4', 'max: 5'],
  ] as const)('change in %s alone when %s changes', async (which, path, from, to) => {
    const before = (await loadRegion(syntheticWith())).hashes;
    const after = (await loadRegion(syntheticEdited(path, from, to))).hashes;
    for (const name of ['agenda', 'data', 'model'] as const) {
      if (name === which) expect(after[name]).not.toBe(before[name]);
      else expect(after[name]).toBe(before[name]);
    }
  });

  it('are sha256 as everybody else computes it', async () => {
    const { sha256 } = await import('@schaalsprong/words');
    expect(await sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});

describe('one fault gives one problem with code, file and line', () => {
  const cases: readonly [name: string, code: ProblemCode, path: string, from: string, to: string][] = [
    ['a text where a number belongs', 'REGION_TYPE_WRONG', 'targets.yaml', 'value: 1200', 'value: many'],
    [
      'a choice that is not one',
      'REGION_VALUE_NOT_ALLOWED',
      'targets.yaml',
      'direction: at-most',
      'direction: at-mots',
    ],
    [
      'an id that is not kebab-case',
      'REGION_FORMAT_WRONG',
      'claims/2-second.yaml',
      'id: people-now',
      'id: PeopleNow',
    ],
    [
      'a distribution of no kind',
      'REGION_VALUE_NOT_ALLOWED',
      'model/uncertainties.yaml',
      'kind: triangular',
      'kind: triangle',
    ],
    [
      'an unknown node',
      'REGION_UNKNOWN_ID',
      'targets.yaml',
      'challenge: challenge-1\n',
      'challenge: challenge-11\n',
    ],
    [
      'an unknown target',
      'REGION_UNKNOWN_ID',
      'claims/1-first.yaml',
      'targets: [homes-2030]',
      'targets: [homes-2031]',
    ],
    ['an unknown claim', 'REGION_UNKNOWN_ID', 'targets.yaml', 'claims: [top-ten]', 'claims: [top-tien]'],
    ['an unknown party', 'REGION_UNKNOWN_ID', 'measures.yaml', 'owner: province', 'owner: provinces'],
    [
      'an unknown indicator',
      'REGION_UNKNOWN_ID',
      'targets.yaml',
      'indicator: place-in-list',
      'indicator: place-in-lists',
    ],
    [
      'an unknown series',
      'REGION_UNKNOWN_ID',
      'indicators.yaml',
      'series: homes_built',
      'series: homes-built',
    ],
    [
      'an unknown constraint',
      'REGION_UNKNOWN_ID',
      'model/outcomes.yaml',
      'constraint: builders',
      'constraint: builder',
    ],
    [
      'an unknown outcome',
      'REGION_UNKNOWN_ID',
      'targets.yaml',
      'outcome: homes-built',
      'outcome: homes-build',
    ],
    ['an unknown unit', 'REGION_UNKNOWN_ID', 'model/constraints.yaml', 'unit: people', 'unit: persons'],
    [
      'an unknown larger unit',
      'REGION_UNKNOWN_ID',
      'region.yaml',
      "symbol: { nl: '€', en: '€' }, decimals: 0 }",
      "symbol: { nl: '€', en: '€' }, decimals: 0, above: { value: 1e6, unit: eur-mld, divide: 1e6 } }",
    ],
    [
      'an unknown qualifier',
      'REGION_UNKNOWN_ID',
      'claims/1-first.yaml',
      'qualifier: ten-minste',
      'qualifier: tenminste',
    ],
    ['an unknown area', 'REGION_UNKNOWN_ID', 'registers/projects.yaml', 'area: GM0001', 'area: GM0009'],
    [
      'an unknown area in a CSV',
      'REGION_UNKNOWN_ID',
      'observations/people.csv',
      'GM0003,2019',
      'GM0033,2019',
    ],
    [
      'an unknown entity of a claim',
      'REGION_UNKNOWN_ID',
      'claims/2-second.yaml',
      'entity: province',
      'entity: provence',
    ],
    [
      'an unknown lever position',
      'REGION_UNKNOWN_ID',
      'scenarios/bold.yaml',
      'more-builders: bold',
      'more-builders: blod',
    ],
    [
      'an unknown base position',
      'REGION_UNKNOWN_ID',
      'scenarios/agenda.yaml',
      'id: agenda\n',
      'base: agneda\nid: agenda\n',
    ],
    ['an unknown measure', 'REGION_UNKNOWN_ID', 'scenarios/bold.yaml', '{ more-builders', '{ more-builder'],
    ['an unknown uncertainty', 'REGION_UNKNOWN_ID', 'scenarios/bold.yaml', 'build-time: 2', 'built-time: 2'],
    ['an unknown scenario', 'REGION_UNKNOWN_ID', 'region.yaml', 'scenario: agenda', 'scenario: agendas'],
    [
      'a unit clash between target and indicator',
      'REGION_UNIT_DIFFERS',
      'targets.yaml',
      'unit: rank',
      'unit: percent',
    ],
    [
      'an empty interval',
      'REGION_CLAIM_INTERVAL_EMPTY',
      'claims/2-second.yaml',
      'interval: { min: 850, max: 950 }',
      'interval: { min: 950, max: 850 }',
    ],
    [
      'a value outside its own interval',
      'REGION_CLAIM_VALUE_OUTSIDE',
      'claims/2-second.yaml',
      'interval: { min: 850',
      'interval: { min: 910',
    ],
    [
      'a target with neither outcome nor reason',
      'REGION_TARGET_OUTCOME_OR_REASON',
      'targets.yaml',
      'outcome: homes-built',
      'outcome: null',
    ],
    [
      'a target with both outcome and reason',
      'REGION_TARGET_OUTCOME_AND_REASON',
      'targets.yaml',
      'notModelled: null',
      'notModelled: { nl: a, en: b }',
    ],
    [
      'an assumed value without a reason',
      'REGION_TARGET_REASON_MISSING',
      'targets.yaml',
      'valueIs: stated',
      'valueIs: assumed',
    ],
    [
      'a line beyond the document',
      'REGION_LINES_BEYOND_DOCUMENT',
      'targets.yaml',
      'places: [20]',
      'places: [101]',
    ],
    [
      'a range of lines that runs backwards',
      'REGION_FORMAT_WRONG',
      'tree.yaml',
      'places: [6-8]',
      'places: [8-6]',
    ],
    [
      'a text where a cell must be a number',
      'REGION_NUMBER_EXPECTED',
      'observations/people.csv',
      '2019-01-01,4000',
      '2019-01-01,4.000 mensen',
    ],
    [
      'an empty cell where a number must be',
      'REGION_NUMBER_EXPECTED',
      'observations/people.csv',
      '2020-01-01,1100',
      '2020-01-01,',
    ],
    [
      'a status that is none',
      'REGION_VALUE_NOT_ALLOWED',
      'observations/people.csv',
      '1100,people,observed',
      '1100,people,seen',
    ],
    [
      'a row with a cell too many',
      'REGION_CSV_CELLS',
      'observations/people.csv',
      '2100,people',
      '2,100,people',
    ],
    [
      'a day that does not exist',
      'REGION_PERIOD_WRONG',
      'observations/people.csv',
      'GM0001,2020-01-01',
      'GM0001,2020-02-30',
    ],
    [
      'a lever position outside its range',
      'REGION_OUTSIDE_RANGE',
      'measures.yaml',
      'agenda: 20',
      'agenda: 60',
    ],
    [
      'a timing of a measure of which the model knows no time',
      'REGION_WITHOUT_TIMING',
      'scenarios/bold.yaml',
      'assumptions: { build-time: 2 }',
      'timings: { more-builders: 1 }',
    ],
    [
      'a timing that cannot move',
      'REGION_RANGE_EMPTY',
      'measures.yaml',
      'partners: [valley-board]',
      timing('sooner', 0),
    ],
    [
      'a timing on the constant of a lever',
      'REGION_CONSTANT_TWICE',
      'measures.yaml',
      'partners: [valley-board]',
      timing('builders', 1),
    ],
    [
      'a range turned round',
      'REGION_RANGE_EMPTY',
      'model/uncertainties.yaml',
      'min: 1, mode: 2',
      'min: 5, mode: 2',
    ],
    ['a mode outside its range', 'REGION_RANGE_EMPTY', 'model/uncertainties.yaml', 'mode: 2', 'mode: 9'],
    [
      'two that set one constant',
      'REGION_CONSTANT_TWICE',
      'model/uncertainties.yaml',
      'variable: build time',
      'variable: Builders',
    ],
    [
      'a target under a node of another level',
      'REGION_NODE_LEVEL_WRONG',
      'targets.yaml',
      'ambitions: [ambition-space]',
      'ambitions: [pillar-living]',
    ],
    [
      'a horizon after the end of the model',
      'REGION_HORIZON_BEYOND_MODEL',
      'targets.yaml',
      'horizon: 2030',
      'horizon: 2040',
    ],
    [
      'other numbers of figures and places',
      'REGION_FIGURES_PER_PLACE',
      'claims/1-first.yaml',
      "figure: '1.200'",
      "figure: ['1.200', 1200-tal, '1200']",
    ],
    [
      'an id that another file has already',
      'REGION_DUPLICATE_ID',
      'claims/2-second.yaml',
      'id: people-now',
      'id: homes-at-least-1200',
    ],
    ['a key that stands twice', 'REGION_YAML_SYNTAX', 'agreements.yaml', 'source: made up', 'id: other'],
  ];
  it.each(cases)('%s', async (_name, code, path, from, to) => {
    const { problems, line, file } = await afterEdit(path, from, to);
    expect(problems.map((p) => [p.code, p.file, p.line])).toEqual([[code, file, line]]);
  });

  it('a wrong field tells its own place, what is missing for it, and the field that was meant', async () => {
    const { problems, file, line } = await afterEdit(
      'targets.yaml',
      'direction: at-least',
      'directoin: at-least',
    );
    expect(problems).toHaveLength(2);
    const unknown = problems.find((p) => p.code === 'REGION_FIELD_UNKNOWN');
    expect(unknown).toMatchObject({
      file,
      line,
      column: 5,
      path: 'targets[0].directoin',
      found: 'directoin',
    });
    expect(unknown?.hint.nl).toContain('Bedoelt u direction?');
    const missing = problems.find((p) => p.code === 'REGION_FIELD_MISSING');
    expect(missing).toMatchObject({ file, line: 2, path: 'targets[0].direction' });
  });

  it('a wrong field in an item of a list is found at its own line, not at that of the list', async () => {
    const { problems, line } = await afterEdit(
      'model/outcomes.yaml',
      'variable: held back',
      'varable: held back',
    );
    expect(problems.map((p) => [p.code, p.line])).toEqual([
      ['REGION_FIELD_MISSING', line],
      ['REGION_FIELD_UNKNOWN', line],
    ]);
  });

  it('a circle in the tree lists the whole circle, at the line of one of its parents', async () => {
    const { problems, line, file } = await afterEdit(
      'tree.yaml',
      'parents: [goal-grow]\n    places: [4]',
      'parents: [goal-grow, challenge-1]\n    places: [4]',
    );
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ code: 'REGION_TREE_CYCLE', file });
    expect(problems[0]?.found).toMatch(/ambition-space > challenge-1 > pillar-living > ambition-space/);
    expect(problems[0]?.line).toBe(line);
  });

  it('a circle of targets that are part of each other is found at its line', async () => {
    const { problems, line } = await afterEdit(
      'targets.yaml',
      'outcome: homes-built',
      'partOf: homes-2030\n    outcome: homes-built',
    );
    expect(problems.map((p) => [p.code, p.line, p.found])).toEqual([
      ['REGION_TREE_CYCLE', line, 'homes-2030 > homes-2030'],
    ]);
  });

  it('a circle among the areas is found too', async () => {
    const { problems } = await afterEdit(
      'areas.csv',
      'NL01,Nederland,country,',
      'NL01,Nederland,country,East',
    );
    expect(problems.map((p) => [p.code, p.found])).toEqual([
      ['REGION_TREE_CYCLE', 'VAL > NL01 > East > VAL'],
    ]);
  });

  it('an area that was joined into another says into which, and since when', async () => {
    const joined = (cells: string): RegionFiles => {
      const [head = '', ...rows] = (synthetic['areas.csv'] ?? '').trimEnd().split('\n');
      const ends = rows.map((row) => `${row},${row.startsWith('GM0003') ? cells : ','}`);
      return syntheticWith({ 'areas.csv': [`${head},joined_into,joined_on`, ...ends, ''].join('\n') });
    };
    const codes = async (files: RegionFiles) =>
      (await problemsOf(files)).map(({ code, found }) => [code, found]);
    expect(await codes(joined('GM0002,2022-01-01'))).toEqual([]);
    expect(await codes(joined('GM0009,2022-01-01'))).toMatchObject([['REGION_UNKNOWN_ID', 'GM0009']]);
    expect(await codes(joined('GM0002,'))).toEqual([['REGION_PERIOD_WRONG', '']]);
    expect(await codes(joined('GM0003,2022'))).toEqual([['REGION_TREE_CYCLE', 'GM0003 > GM0003']]);
  });

  it('settings of a back-test that name what is not there are refused at their place', async () => {
    const found = await problemsOf(
      syntheticWith({
        'model/back-test.yaml': `origins: ['2020', '2021-02-30']
scenario: nowhere
follows:
  - { variable: until, indicator: people, area: VAL }
refit:
  - { variable: base, modelled: a, seen: b, until: untill }
compare:
  - { indicator: poeple, area: VALE, variable: people }
`,
      }),
    );
    expect(found.map(({ code, line, found: what }) => [code, line, what])).toEqual([
      ['REGION_PERIOD_WRONG', 1, '2021-02-30'],
      ['REGION_UNKNOWN_ID', 2, 'nowhere'],
      ['REGION_UNKNOWN_ID', 6, 'untill'],
      ['REGION_UNKNOWN_ID', 8, 'poeple'],
      ['REGION_UNKNOWN_ID', 8, 'VALE'],
    ]);
  });

  it('a parent on the same level is refused at its own line', async () => {
    const { problems, file } = await afterEdit(
      'tree.yaml',
      'parents: [goal-grow]\n    places: [5]',
      'parents: [ambition-space]\n    places: [5]',
    );
    expect(problems.map((p) => [p.code, p.file, p.line])).toEqual([['REGION_PARENT_LEVEL_WRONG', file, 14]]);
    expect(problems[0]?.expected).toBe('goal');
  });

  it('a node under nothing is refused unless it is on the highest level', async () => {
    const { problems } = await afterEdit(
      'tree.yaml',
      'parents: [ambition-space, ambition-work]',
      'parents: []',
    );
    expect(problems.map((p) => [p.code, p.line])).toEqual([['REGION_PARENT_MISSING', 16]]);
  });

  it('pages that run backwards are refused', async () => {
    const { problems, line } = await afterEdit(
      'region.yaml',
      'fromLine: 41, page: 2',
      'fromLine: 1, page: 2',
    );
    expect(problems.map((p) => [p.code, p.line])).toEqual([['REGION_PAGES_UNORDERED', line]]);
  });

  it('a history check with nothing to compare is refused', async () => {
    const { problems } = await afterEdit(
      'model/history.yaml',
      '    observed: { series: people, area: GM0001 }\n',
      '',
    );
    expect(problems.map((p) => [p.code, p.line])).toEqual([['REGION_HISTORY_WITHOUT_POINTS', 2]]);
  });

  it('a bracket that does not close is found in its file', async () => {
    const { problems, file } = await afterEdit(
      'unknowns.yaml',
      'nodes: [challenge-1]',
      'nodes: [challenge-1',
    );
    expect(problems[0]).toMatchObject({ code: 'REGION_YAML_SYNTAX', file, line: 5 });
  });

  it('a flood of aliases is refused instead of filling the memory', async () => {
    const flood = ['a: &a [x, x, x, x, x, x, x, x, x]'];
    for (const [i, name] of ['b', 'c', 'd', 'e', 'f'].entries()) {
      flood.push(`${name}: &${name} [${Array(9).fill(`*${'abcde'[i]}`).join(', ')}]`);
    }
    const problems = await problemsOf(syntheticWith({ 'agreements.yaml': flood.join('\n') }));
    expect(problems.map((p) => [p.code, p.file])).toEqual([
      ['REGION_YAML_SYNTAX', 'regions/voorbeeld/agreements.yaml'],
    ]);
  });

  it('a missing CSV column is told with the columns that were expected and found', async () => {
    const { problems, file } = await afterEdit('observations/people.csv', 'period,value', 'period,valeu');
    expect(problems.map((p) => [p.code, p.file, p.line, p.column])).toEqual([
      ['REGION_CSV_COLUMN_MISSING', file, 1, 1],
      ['REGION_CSV_COLUMN_UNKNOWN', file, 1, 4],
    ]);
    expect(problems[0]?.hint.en).toContain('indicator, area, period, value, unit, status, source, note');
    expect(problems[1]?.hint.en).toContain('Do you mean value?');
  });

  it('a quote that does not close in a CSV is found', async () => {
    const { problems, file } = await afterEdit('areas.csv', 'Aadorp', '"Aadorp');
    expect(problems[0]).toMatchObject({ code: 'REGION_CSV_SYNTAX', file });
  });

  it('the line in a CSV is right below a cell that holds a line end', async () => {
    const note = 'people,GM0001,2019-01-01,1000,people,observed,made up,"two\nlines"';
    const files = syntheticWith({
      'observations/people.csv': `indicator,area,period,value,unit,status,source,note\n${note}\npeople,GM0001,2020,x,people,observed,made up,\n`,
    });
    const problems = await problemsOf(files);
    expect(problems.map((p) => [p.code, p.line, p.column])).toEqual([['REGION_NUMBER_EXPECTED', 4, 4]]);
  });

  it('an observation that stands twice is refused, with the place of the first', async () => {
    const row = 'people,GM0001,2019-01-01,1000,people,observed,made up,\n';
    const files = syntheticWith({
      'observations/people.csv': `${synthetic['observations/people.csv']}${row}`,
    });
    const problems = await problemsOf(files);
    expect(problems.map((p) => [p.code, p.line])).toEqual([['REGION_OBSERVATION_DUPLICATE', 7]]);
    expect(problems[0]?.message.en).toContain('regions/voorbeeld/observations/people.csv:2');
  });

  it('a missing file is one fault, however many names were to stand in it', async () => {
    const problems = await problemsOf(syntheticWith({ 'parties.yaml': null, 'model/outcomes.yaml': null }));
    expect(problems.map((p) => [p.code, p.file, p.line])).toEqual([
      ['REGION_FILE_MISSING', 'regions/voorbeeld/parties.yaml', 1],
      ['REGION_FILE_MISSING', 'regions/voorbeeld/targets.yaml', 16],
    ]);
  });

  it('a model file that is not there is told where region.yaml names it', async () => {
    const { problems, file, line } = await afterEdit(
      'region.yaml',
      'file: model/voorbeeld.mdl',
      'file: model/other.mdl',
    );
    expect(problems.map((p) => [p.code, p.file, p.line])).toEqual([['REGION_FILE_MISSING', file, line]]);
  });

  it('a file with a name that nothing reads is told, with the name that was meant', async () => {
    const files = syntheticWith({ 'unknown.yaml': synthetic['unknowns.yaml'] ?? '', 'unknowns.yaml': null });
    const problems = await problemsOf(files);
    expect(problems.map((p) => [p.code, p.file])).toEqual([
      ['REGION_FILE_UNKNOWN', 'regions/voorbeeld/unknown.yaml'],
    ]);
    expect(problems[0]?.hint.nl).toContain('unknowns.yaml');
  });
});

describe('several faults at once', () => {
  it('a fault of indicators.yaml, which holds indicators and themes, is told once', async () => {
    const { problems } = await afterEdit('indicators.yaml', 'definition:', 'definitie:');
    const unknown = problems.filter(({ code }) => code === 'REGION_FIELD_UNKNOWN');
    expect(unknown).toHaveLength(1);
    expect(new Set(problems.map((one) => JSON.stringify(one))).size).toBe(problems.length);
  });

  it('are all told, sorted by file and line, and nothing is loaded', async () => {
    const files = syntheticWith({
      'targets.yaml': (synthetic['targets.yaml'] ?? '').replace('value: 1200', 'value: many'),
      'tree.yaml': (synthetic['tree.yaml'] ?? '').replace('owners: [province]', 'owners: [provence]'),
      'claims/2-second.yaml': (synthetic['claims/2-second.yaml'] ?? '').replace('top-n', 'top-m'),
    });
    const problems = await problemsOf(files);
    expect(problems.map((p) => [p.code, p.file.split('/').at(-1)])).toEqual([
      ['REGION_UNKNOWN_ID', '2-second.yaml'],
      ['REGION_TYPE_WRONG', 'targets.yaml'],
      ['REGION_UNKNOWN_ID', 'tree.yaml'],
    ]);
  });

  it('a fault in one thing is not told again at each reference to it', async () => {
    const { problems } = await afterEdit('parties.yaml', 'kind: province', 'kind: provincie');
    expect(problems.map((p) => p.code)).toEqual(['REGION_VALUE_NOT_ALLOWED']);
  });

  it('are written as file:line:column, code and message, in the language asked for', async () => {
    const { problems } = await afterEdit('measures.yaml', 'owner: province', 'owner: provinces');
    const [first] = problems;
    if (first === undefined) throw new Error('expected a problem');
    expect(formatProblem(first, 'nl')).toBe(
      'regions/voorbeeld/measures.yaml:5:12  REGION_UNKNOWN_ID  measures[0].owner: Er is geen partij met de naam provinces.\n    Bedoelt u province? Anders: voeg provinces eerst toe.',
    );
    expect(formatProblem(first, 'en')).toContain('There is no party named provinces.');
  });

  it('a folder without region.yaml is told as that, and no word is said of what else lies in it', async () => {
    for (const files of [
      { ...syntheticWith({ 'region.yaml': null }) },
      filesInMemory('regions/voorbeeld', {}),
    ]) {
      const problems = await problemsOf(files);
      expect(problems.map((p) => [p.code, p.file])).toEqual([
        ['REGION_FILE_MISSING', 'regions/voorbeeld/region.yaml'],
      ]);
    }
  });

  it('a folder with only region.yaml gives the other files that must be there', async () => {
    const problems = await problemsOf(
      filesInMemory('regions/voorbeeld', { 'region.yaml': synthetic['region.yaml'] ?? '' }),
    );
    expect(problems.filter((p) => p.code === 'REGION_FILE_MISSING').map((p) => p.file)).toEqual(
      expect.arrayContaining(
        ['areas.csv', 'indicators.yaml', 'parties.yaml', 'targets.yaml', 'tree.yaml'].map(
          (name) => `regions/voorbeeld/${name}`,
        ),
      ),
    );
  });

  it('an empty YAML file is refused as a file without its fields', async () => {
    const problems = await problemsOf(syntheticWith({ 'measures.yaml': '# nothing\n' }));
    expect(problems.some((p) => p.file.endsWith('measures.yaml'))).toBe(true);
  });
});
