import { describe, expect, it } from 'vitest';
import { synthetic, syntheticEdited, syntheticWith } from '../../test/synthetic.ts';
import { loadRegion, type Problem, RegionError, type RegionFiles } from '../index.ts';

/** The problems of loading a folder; any other error fails the test. */
async function problemsOf(files: RegionFiles): Promise<readonly Problem[]> {
  try {
    await loadRegion(files);
  } catch (error) {
    if (error instanceof RegionError) return error.problems;
    throw error;
  }
  return [];
}
const root = 'regions/voorbeeld';
const told = (problems: readonly Problem[]) => problems.map((p) => [p.code, p.file, p.line]);
const textOf = (path: string): string => synthetic[path] ?? '';

describe('bytes that are no text', () => {
  it.each([
    ['a sign that is no UTF-8', '\uFFFD', 'U+FFFD'],
    ['a zero byte', '\0', 'U+0000'],
    ['a sign of control', '\u001B', 'U+001B'],
  ])('%s is told once, at its line, and the file is not read further', async (_name, sign, code) => {
    const problems = await problemsOf(syntheticEdited('targets.yaml', 'horizon: 2030', `note${sign}: 2030`));
    const line = textOf('targets.yaml')
      .slice(0, textOf('targets.yaml').indexOf('horizon: 2030'))
      .split('\n').length;
    expect(told(problems)).toEqual([['REGION_TEXT_ENCODING', `${root}/targets.yaml`, line]]);
    expect(problems[0]?.message.nl).toContain(code);
    expect(problems[0]?.hint.nl).toContain('UTF-8');
  });

  it('the model text is held to it too', async () => {
    const problems = await problemsOf(syntheticWith({ 'model/voorbeeld.mdl': 'x\uFFFD = 1 ~ Dmnl ~ |' }));
    expect(told(problems)).toEqual([['REGION_TEXT_ENCODING', `${root}/model/voorbeeld.mdl`, 1]]);
  });

  it('line ends of Windows and of old machines change nothing, the hashes neither', async () => {
    const plain = await loadRegion(syntheticWith());
    for (const end of ['\r\n', '\r']) {
      const other = Object.fromEntries(
        Object.entries(synthetic).map(([path, text]) => [path, `\uFEFF${text.replaceAll('\n', end)}`]),
      );
      expect((await loadRegion(syntheticWith(other))).hashes).toEqual(plain.hashes);
    }
  });
});

it('a file that cannot be opened is a fault of content with its name, not a crash', async () => {
  const files = syntheticWith();
  const denied = Object.assign(new Error('permission denied'), { code: 'EACCES' });
  const problems = await problemsOf({
    ...files,
    read: (path) => {
      if (path === 'tree.yaml') throw denied;
      return files.read(path);
    },
  });
  expect(told(problems)).toEqual([['REGION_FILE_UNREADABLE', `${root}/tree.yaml`, 1]]);
  expect(problems[0]?.message.en).toContain('EACCES');
});

describe('YAML that is turned against its reader', () => {
  const asTargets = (text: string) => problemsOf(syntheticWith({ 'targets.yaml': text }));

  it('a block that holds itself is refused where it says so', async () => {
    const problems = await asTargets('targets: &all\n  - *all\n');
    expect(told(problems)).toEqual([['REGION_YAML_SYNTAX', `${root}/targets.yaml`, 2]]);
    expect(problems[0]?.message.nl).toContain('wijst naar zichzelf');
  });

  it('an alias that leads nowhere is told at its own line', async () => {
    const problems = await asTargets('targets:\n  - id: *nobody\n');
    expect(told(problems)).toEqual([['REGION_YAML_SYNTAX', `${root}/targets.yaml`, 2]]);
    expect(problems[0]?.message.en).toContain('points at nothing above it');
  });

  it('thousands of brackets inside each other are refused in words, not with a word of the engine', async () => {
    const problems = await asTargets(`targets: ${'['.repeat(20_000)}${']'.repeat(20_000)}\n`);
    expect(told(problems)).toEqual([['REGION_YAML_SYNTAX', `${root}/targets.yaml`, 1]]);
    expect(problems[0]?.message.nl).toBe('Dit is geen geldige YAML: dit is te diep genest.');
  });

  /** Seconds of CPU time, independent of other processes. */
  async function processor<T>(work: () => Promise<T>): Promise<{ result: T; seconds: number }> {
    const before = process.cpuUsage().user;
    const result = await work();
    return { result, seconds: (process.cpuUsage().user - before) / 1e6 };
  }

  it('aliases that multiply are refused at once, however many there are', async () => {
    const text = `targets:\n  - &a { id: x }\n  - [${'*a, '.repeat(20_000)}]\n`;
    const { result, seconds } = await processor(() => asTargets(text));
    expect(told(result)).toEqual([['REGION_YAML_SYNTAX', `${root}/targets.yaml`, 3]]);
    // Searching the whole text for each alias takes 40.
    expect(seconds).toBeLessThan(10);
  });

  it('a key that is there twice is told at its line, and many keys are told one by one', async () => {
    const twice = await asTargets('targets: []\nother: 1\ntargets: []\n');
    expect(told(twice)).toEqual([['REGION_YAML_SYNTAX', `${root}/targets.yaml`, 3]]);
    const keys = Array.from({ length: 20_000 }, (_, i) => `k${i}: 1\n`).join('');
    const { result, seconds } = await processor(() => asTargets(`targets: []\n${keys}`));
    const many = result.filter(({ code }) => code === 'REGION_FIELD_UNKNOWN');
    expect(many).toHaveLength(10_000);
    expect(many.at(-1)).toMatchObject({ line: 10_001, path: 'k9999' });
    // Comparing each key with each other takes 18.
    expect(seconds).toBeLessThan(9);
  });

  it('a tab tells one fault, in the language of the reader, and not the wreckage behind it', async () => {
    const problems = await problemsOf(syntheticEdited('targets.yaml', '    horizon:', '\thorizon:'));
    expect(problems).toHaveLength(1);
    expect(problems[0]?.message.nl).toContain('springt in met een tab');
    expect(problems[0]?.message.en).toContain('indented with a tab');
  });

  it('a tag that nobody knows is refused instead of ignored', async () => {
    const problems = await problemsOf(
      syntheticEdited('targets.yaml', 'horizon: 2030', 'horizon: !year 2030'),
    );
    expect(problems.map((p) => p.code)).toEqual(['REGION_YAML_SYNTAX']);
  });

  it('an empty file is told as empty, and what refers to it is no second fault', async () => {
    for (const text of ['', '# nothing yet\n', '\n\n']) {
      expect(told(await asTargets(text))).toEqual([['REGION_FILE_EMPTY', `${root}/targets.yaml`, 1]]);
    }
  });

  it.each([
    ['.nan', '.nan'],
    ['.inf', '.inf'],
    ['-.inf', '-.inf'],
    ['1e400', '.inf'],
  ])('a value %s is told as what it is, not as null', async (written, shown) => {
    const problems = await problemsOf(
      syntheticEdited('model/uncertainties.yaml', 'min: 1, mode', `min: ${written}, mode`),
    );
    expect(problems.map((p) => [p.code, p.found])).toEqual([['REGION_TYPE_WRONG', shown]]);
  });
});

it('a field that only one kind of distribution has is asked for by what it should be', async () => {
  const problems = await problemsOf(
    syntheticEdited(
      'model/uncertainties.yaml',
      'kind: triangular, min: 1, mode: 2',
      'kind: lognormal, min: 1, median: 2',
    ),
  );
  expect(problems.map((p) => [p.code, p.path.split('.').at(-1), p.expected])).toEqual([
    ['REGION_FIELD_MISSING', 'sigma', { nl: 'een getal', en: 'a number' }],
  ]);
});

it('more futures than fit in memory are refused at the line that asks for them', async () => {
  const problems = await problemsOf(
    syntheticEdited('region.yaml', 'futures: 10,', 'futures: 1000000000000,'),
  );
  expect(problems.map((p) => [p.code, p.path])).toEqual([
    ['REGION_VALUE_OUT_OF_BOUNDS', 'assessment.futures'],
  ]);
});

describe('CSV of another sort', () => {
  const observations = (text: string) => problemsOf(syntheticWith({ 'observations/people.csv': text }));

  it.each([';', '\t'])('columns separated by %j are told as that, in both languages', async (sign) => {
    const problems = await observations(textOf('observations/people.csv').replaceAll(',', sign));
    expect(told(problems)).toEqual([['REGION_CSV_SYNTAX', `${root}/observations/people.csv`, 1]]);
    expect(problems[0]?.message.nl).toContain('puntkomma');
    expect(problems[0]?.message.en).toContain('semicolons');
  });

  it.each(['NaN', 'Infinity', '1e400', '0x10', '1 000', '1.000,5', ''])('%j is no number', async (cell) => {
    const problems = await observations(
      `indicator,area,period,value,unit,status,source\npeople,GM0001,2020,"${cell}",people,observed,made up\n`,
    );
    expect(problems[0]).toMatchObject({
      code: 'REGION_NUMBER_EXPECTED',
      line: 2,
      column: 4,
      found: `"${cell}"`,
    });
  });

  it('a quote that goes wrong is told in both languages', async () => {
    const [first] = await observations(`${textOf('observations/people.csv')}"x"y,a\n`);
    expect(first?.message.nl).toContain('na een sluitend aanhalingsteken');
    expect(first?.message.en).toContain('a closing quote');
  });

  it('places off the globe and land below zero are refused in words', async () => {
    const areas = textOf('areas.csv').split('\n')[0];
    const problems = await problemsOf(
      syntheticWith({ 'areas.csv': `${areas}\nGM0001,Aadorp,municipality,,400,500,-3,made up\n` }),
    );
    expect(
      problems.filter((p) => p.code === 'REGION_VALUE_OUT_OF_BOUNDS').map((p) => [p.path, p.expected]),
    ).toEqual([
      ['lat', { nl: 'ten hoogste 90', en: 'at most 90' }],
      ['lon', { nl: 'ten hoogste 180', en: 'at most 180' }],
      ['land_km2', { nl: 'meer dan 0', en: 'more than 0' }],
    ]);
  });

  it('more wrong rows than a call can have arguments are all told, and do not bring the loader down', async () => {
    const rows = 'a,b,c\n'.repeat(140_000);
    expect(() => [].push(...Array<never>(140_000))).toThrow(RangeError);
    const problems = await observations(`indicator,area,period,value,unit,status,source\n${rows}`);
    expect(problems.filter((p) => p.code === 'REGION_CSV_CELLS')).toHaveLength(140_000);
  });
});
