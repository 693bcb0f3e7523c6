import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { clashing } from '../test/clashing.ts';
import { Copy, runHere, syntheticRegion } from '../test/world.ts';

const here = ['--region', syntheticRegion];

let copies: Copy[] = [];
const copy = (): Copy => {
  const made = new Copy();
  copies.push(made);
  return made;
};
afterEach(() => {
  for (const made of copies) made.remove();
  copies = [];
});

describe('assess', () => {
  it('the table says per target where it stands, then the ambitions, then what holds the agenda back most', async () => {
    const { code, out, err } = await runHere(['assess', ...here]);
    expect(code).toBe(0);
    expect(err).toBe('');
    expect(out).toMatch(
      /WONEN\nTen minste 80 woningen in 2029 +2029 +min\. 80 woningen +24 \(2022\) .* van 40 .*bouwers \d+%/,
    );
    expect(out).toContain('niet in het model');
    expect(out).toContain("Een plaats hangt van andere regio's af.");
    expect(out).toMatch(/Genoeg woningen +\d+ van 40 toekomsten/);
    expect(out).toMatch(/te weinig bouwers\. Dat verklaart \d+% .* in \d+ van 40 toekomsten/);
    for (const line of out.split('\n')) expect(line).toBe(line.trimEnd());
  });

  it('on a screen of eighty places no line is longer than that', async () => {
    const { out } = await runHere(['assess', ...here], { width: 80 });
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
    expect(out).toMatch(/Ten minste 80 woningen in 2029\n {2}jaar +2029\n {2}doel +min\. 80 woningen/);
  });

  it('the same table is there in English', async () => {
    const { out } = await runHere(['assess', ...here, '--lang', 'en']);
    expect(out).toMatch(/At least 80 homes by 2029 .* of 40 /);
    expect(out).toContain('The constraint that holds the agenda back most: too few builders');
    expect(out).not.toMatch(/toekomsten|knelpunt/);
  });

  it('--json gives every target with projected numbers or a reason, and every observed value with its source', async () => {
    const { out } = await runHere(['assess', ...here, '--json']);
    const answer = JSON.parse(out);
    expect(Object.keys(answer).slice(0, 4)).toEqual(['region', 'provenance', 'targets', 'ambitions']);
    expect(answer.provenance).toMatchObject({ seed: 7, futures: 40, scenario: 'agenda' });
    expect(answer.targets).toHaveLength(2);
    for (const target of answer.targets) {
      expect(Object.keys(target)).toEqual(
        expect.arrayContaining(
          'id title pillar challenge horizon unit direction target observed projected met gap binding carriedBy conflicts notModelled'.split(
            ' ',
          ),
        ),
      );
      expect(target.projected === null).toBe(target.notModelled !== null);
      if (target.observed) expect(target.observed.source).not.toBe('');
    }
  });

  it('the same input gives the same bytes, whatever the number of threads', async () => {
    const first = await runHere(['assess', ...here, '--json', '--threads', '1']);
    const second = await runHere(['assess', ...here, '--json', '--threads', '3']);
    expect(second.out).toBe(first.out);
  });

  it('a target names the conflicts that it runs into, and the answer says what was audited', async () => {
    const { cwd } = clashing(copy());
    const argv = ['assess', '--region', 'region', '--json'];
    const { out } = await runHere([...argv, '--threads', '1'], { cwd });
    const { targets, provenance } = JSON.parse(out);
    const audit = JSON.parse(
      (await runHere(['audit', 'region', '--json', '--kind', 'shortfall'], { cwd })).out,
    );
    expect(audit.conflicts).toHaveLength(1);
    expect(targets.map(({ conflicts }: { conflicts: string[] }) => conflicts)).toEqual([
      [audit.conflicts[0].id],
      [],
    ]);
    expect(provenance.audit).toBe(audit.hash);
    const table = await runHere(argv.slice(0, -1), { cwd });
    expect(table.out).toContain(
      `Botst met andere uitspraken (zie: schaalsprong audit)\n  - Ten minste 80 woningen in 2029: ${audit.conflicts[0].id}\n`,
    );
    expect((await runHere([...argv, '--threads', '2'], { cwd })).out).toBe(out);
  });

  it('another seed or number of futures gives another answer', async () => {
    const met = async (...words: string[]): Promise<unknown> =>
      JSON.parse((await runHere(['assess', ...here, '--json', ...words])).out).targets[0].projected;
    expect(await met('--seed', '8')).not.toEqual(await met());
    expect(await met('--futures', '3')).not.toEqual(await met());
  });

  it('--csv gives one row per target', async () => {
    const { out } = await runHere(['assess', ...here, '--csv']);
    expect(
      out
        .trimEnd()
        .split('\r\n')
        .map((row) => row.split(',')[0]),
    ).toEqual(['id', 'homes-2029', 'rank-2029']);
  });

  it('a scenario is found by its id and by its file, and both give the same numbers', async () => {
    const byId = await runHere(['assess', ...here, '--json', '--scenario', 'nothing']);
    const file = join(syntheticRegion, 'scenarios/nothing.yaml');
    const byFile = await runHere(['assess', ...here, '--json', '--scenario', file]);
    expect(byId.code).toBe(0);
    expect(JSON.parse(byId.out).provenance.scenario).toBe('nothing');
    expect(byFile.out).toBe(byId.out);
  });

  it('a scenario from elsewhere is checked with the region and leaves its hashes as they were', async () => {
    const { cwd } = copy();
    const mine = (levers: string): void =>
      writeFileSync(join(cwd, 'mine.yaml'), `id: mine\ntitle: { nl: Mijn, en: Mine }\nlevers: ${levers}\n`);
    mine('{ more-builders: all }');
    const argv = ['assess', '--region', 'region', '--json', '--scenario', 'mine.yaml'];
    const good = JSON.parse((await runHere(argv, { cwd })).out);
    const plain = JSON.parse((await runHere(['assess', '--region', 'region', '--json'], { cwd })).out);
    expect(good.provenance).toMatchObject({ scenario: 'mine', agenda: plain.provenance.agenda });
    expect(good.targets[0].projected.p50).toBeGreaterThan(plain.targets[0].projected.p50);

    mine('{ more-bilders: all }');
    const bad = await runHere(argv, { cwd });
    expect(bad.code).toBe(3);
    expect(bad.err).toMatch(/^mine\.yaml:3:\d+ {2}REGION_\w+ .*more-bilders/);
    expect(bad.err).toContain('more-builders');
  });

  it('a scenario that is neither an id nor a file is wrong use, with what there is', async () => {
    const { code, err } = await runHere(['assess', ...here, '--scenario', 'agend', '--lang', 'en']);
    expect(code).toBe(2);
    expect(err).toContain('The region has: agenda, nothing.');
    expect(err).toContain('Did you mean agenda?');
  });

  it('--out writes the file whole and nothing else', async () => {
    const { cwd } = copy();
    const { code, out } = await runHere(['assess', '--region', 'region', '--json', '--out', 'stand.json'], {
      cwd,
    });
    expect({ code, out }).toEqual({ code: 0, out: '' });
    expect(JSON.parse(readFileSync(join(cwd, 'stand.json'), 'utf8')).region.id).toBe('synthetic');
    expect(readdirSync(cwd).sort()).toEqual(['region', 'stand.json']);
  });

  it('a file that cannot be written is said so, with exit code 4', async () => {
    const { cwd } = copy();
    const { code, err } = await runHere(['assess', '--region', 'region', '--out', 'no/such/folder.json'], {
      cwd,
    });
    expect(code).toBe(4);
    expect(err).toContain('no/such/folder.json');
    expect(existsSync(join(cwd, 'no'))).toBe(false);
  });

  it('progress is shown to whoever watches, on the error output only, and is wiped at the end', async () => {
    const watched = await runHere(['assess', ...here, '--csv'], { watched: true });
    const unwatched = await runHere(['assess', ...here, '--csv']);
    expect(watched.err).toMatch(/\r\d+ van 40 toekomsten gerekend/);
    expect(watched.err).toMatch(/\r +\r$/);
    expect(unwatched.err).toBe('');
    expect(watched.out).toBe(unwatched.out);
  });

  it('cancelling gives exit code 130 and no half answer', async () => {
    const cancel = new AbortController();
    cancel.abort();
    const { code, out, err } = await runHere(['assess', ...here], { signal: cancel.signal });
    expect({ code, out, err }).toEqual({ code: 130, out: '', err: 'Afgebroken.\n' });
  });
});

describe('check, help and version', () => {
  it('check says what it found to hold', async () => {
    const { code, out } = await runHere(['check', syntheticRegion]);
    expect(code).toBe(0);
    expect(out).toContain('Verzonnen regio: 2 doelstellingen, 1 uitspraken');
  });

  it('check --json gives the hashes', async () => {
    const { out } = await runHere(['check', syntheticRegion, '--json']);
    expect(JSON.parse(out)).toMatchObject({
      region: { id: 'synthetic' },
      targets: 2,
      hashes: { agenda: /./ },
    });
  });

  it('help and version are no error', async () => {
    expect(await runHere(['help'])).toMatchObject({ code: 0, err: '' });
    expect(await runHere(['assess', '--help', '--lang', 'en'])).toMatchObject({
      code: 0,
      out: expect.stringContaining('Usage'),
    });
    expect(await runHere(['--version'])).toEqual({ code: 0, out: '0.0.0-test\n', err: '' });
  });

  it('wrong use is exit code 2, with what may have been meant and where to look', async () => {
    expect(await runHere(['assess', '--futures', '0'])).toMatchObject({ code: 2, out: '' });
    const { code, err } = await runHere(['asess']);
    expect(code).toBe(2);
    expect(err).toBe(
      'CLI_UNKNOWN_COMMAND  Onbekende opdracht: asess. Bedoelde u assess?\nZie: schaalsprong help\n',
    );
    // Of a command that is known its own help: for what the words say, and for what the command itself finds.
    for (const words of [
      ['audit', '--futurs', '3'],
      ['audit', '--assume', 'x'],
      ['audit', 'a', 'b', 'c', 'd'],
    ]) {
      expect((await runHere(words)).err).toMatch(/Zie: schaalsprong help audit\n$/);
    }
  });
});

describe('bad content stops everything with exit code 3', () => {
  const broken = async (made: Copy, lang: 'nl' | 'en' = 'nl'): Promise<string> => {
    const { code, out, err } = await runHere(['check', 'region', '--lang', lang], { cwd: made.cwd });
    expect(out).toBe('');
    expect(code).toBe(3);
    expect(err).not.toMatch(/\bat \S+ \(|node:internal|\.ts:\d/);
    return err;
  };
  const variable = (name: string, equation: string, unit: string): string =>
    `${name} = ${equation}\n\t~\t${unit}\n\t~\tsynthetic\n\t|\nhomes asked = 10`;

  it('a YAML field with another name', async () => {
    const made = copy().replace('targets.yaml', '    horizon:', '    horizn:');
    const err = await broken(made);
    const line = made.line('targets.yaml', 'horizn:');
    expect(err).toMatch(new RegExp(`^region/targets\\.yaml:${line}:5 {2}REGION_FIELD_UNKNOWN .*horizn`, 'm'));
    expect(err).toContain('verwacht: ');
    expect(err).toMatch(/doen: .*horizon/);
  });

  it('an id that does not exist', async () => {
    const made = copy().replace('targets.yaml', 'outcome: homes-built', 'outcome: homes-bilt');
    const err = await broken(made, 'en');
    const line = made.line('targets.yaml', 'homes-bilt');
    expect(err).toMatch(
      new RegExp(`^region/targets\\.yaml:${line}:\\d+ {2}REGION_\\w*UNKNOWN\\w* .*homes-bilt`, 'm'),
    );
    expect(err).toMatch(/do: .*homes-built/);
  });

  it('a cycle in the tree', async () => {
    const made = copy().replace(
      'tree.yaml',
      '{ nl: Groei, en: Growth }',
      '{ nl: Groei, en: Growth }, parents: [challenge-1]',
    );
    expect(await broken(made)).toMatch(/^region\/tree\.yaml:2:\d+ {2}REGION_\w*CYCLE\w* .*goal-one/m);
  });

  it('a claim with an empty interval', async () => {
    const made = copy().replace('claims/one.yaml', 'qualifier: ten-minste', 'interval: { min: 90, max: 70 }');
    const line = made.line('claims/one.yaml', 'interval:');
    expect(await broken(made)).toMatch(
      new RegExp(`^region/claims/one\\.yaml:${line}:\\d+ {2}REGION_CLAIM_INTERVAL_EMPTY`, 'm'),
    );
  });

  it('a CSV file without a column', async () => {
    const made = copy().replace('observations/homes.csv', ',unit,', ',units,');
    expect(await broken(made)).toMatch(
      /^region\/observations\/homes\.csv:1:\d+ {2}REGION_CSV_COLUMN_MISSING .*unit/m,
    );
  });

  it('a model with a name that nothing gives', async () => {
    const made = copy().replace('model/synthetic.mdl', 'building = homes asked', 'building = homes aksed');
    const err = await broken(made, 'en');
    const line = made.line('model/synthetic.mdl', 'homes aksed');
    expect(err).toMatch(
      new RegExp(`^region/model/synthetic\\.mdl:${line} {2}MODEL_UNKNOWN_NAME .*homes aksed`, 'm'),
    );
    expect(err).toContain('homes asked');
  });

  it('a model in which units clash', async () => {
    const made = copy().replace(
      'model/synthetic.mdl',
      'homes asked = 10',
      variable('muddle', 'homes built + homes asked', 'homes'),
    );
    const line = made.line('model/synthetic.mdl', 'muddle =');
    expect(await broken(made)).toMatch(
      new RegExp(`^region/model/synthetic\\.mdl:${line} {2}MODEL_UNIT_CLASH`, 'm'),
    );
  });

  it('a model with an algebraic loop', async () => {
    const made = copy().replace(
      'model/synthetic.mdl',
      'homes asked = 10',
      `${variable('egg', 'hen', 'Dmnl').replace('homes asked = 10', '')}${variable('hen', 'egg', 'Dmnl')}`,
    );
    const err = await broken(made);
    expect(err).toMatch(/^region\/model\/synthetic\.mdl:\d+ {2}MODEL_LOOP/m);
    expect(err).toMatch(/egg[\s\S]*hen|hen[\s\S]*egg/);
  });

  it('a model that yields something that is no number', async () => {
    const made = copy()
      .replace(
        'model/synthetic.mdl',
        'held back by grid = grid shortage',
        'held back by grid = grid shortage * LN(2023 - Time / One Year) \n\t~\thomes/year\n\t~\tsynthetic\n\t|\nOne Year = 1',
      )
      .replace('model/synthetic.mdl', 'One Year = 1\n\t~\thomes/year', 'One Year = 1\n\t~\tyear');
    const err = await broken(made);
    expect(err).toMatch(/^region\/model\/synthetic\.mdl:\d+ {2}MODEL_NOT_A_NUMBER/m);
  });

  it('a lever on a variable that the model does not have', async () => {
    const made = copy().replace('measures.yaml', 'variable: builders relief', 'variable: bilders relief');
    const err = await broken(made);
    const line = made.line('measures.yaml', 'bilders relief');
    expect(err).toMatch(
      new RegExp(`^region/measures\\.yaml:${line}:17 {2}REGION_VARIABLE_UNKNOWN .*bilders relief`, 'm'),
    );
    expect(err).toMatch(/doen: .*builders relief/);
  });

  it('a lever on a variable that is computed', async () => {
    const made = copy().replace('measures.yaml', 'variable: builders relief', 'variable: Homes_Built');
    expect(await broken(made, 'en')).toMatch(
      /^region\/measures\.yaml:\d+:17 {2}REGION_VARIABLE_NOT_CONSTANT .*Homes_Built/m,
    );
  });

  it('every problem of the content is told at once', async () => {
    const made = copy()
      .replace('targets.yaml', 'outcome: homes-built', 'outcome: homes-bilt')
      .replace('parties.yaml', 'kind: group', 'kind: gruop');
    const err = await broken(made);
    expect(err).toContain('region/targets.yaml');
    expect(err).toContain('region/parties.yaml');
    expect(err).toMatch(/Fouten gevonden: [2-9]/);
  });

  it('years of the region that are not those of its model', async () => {
    const made = copy().replace('region.yaml', 'stop: 2032', 'stop: 2035');
    const { code, err } = await runHere(['check', 'region'], { cwd: made.cwd });
    expect(code).toBe(3);
    expect(err).toContain(
      `region/region.yaml:${made.line('region.yaml', 'stop: 2035')}:56  REGION_TIME_DIFFERS  model.stop: Hier staat stop = 2035, maar in het model is FINAL TIME = 2032.`,
    );
  });

  it('a scenario that is a folder is no scenario', async () => {
    const made = copy();
    mkdirSync(join(made.cwd, 'mine.yaml'));
    const { code, err } = await runHere(['assess', '--region', 'region', '--scenario', 'mine.yaml'], {
      cwd: made.cwd,
    });
    expect({ code, err: err.split('  ')[0] }).toEqual({ code: 2, err: 'CLI_SCENARIO_UNKNOWN' });
  });

  it('of very many faults the first are told, and how many there are', async () => {
    const made = copy().replace(
      'observations/homes.csv',
      'homes_built,ALL,2021',
      `${'x,y\n'.repeat(400)}homes_built,ALL,2021`,
    );
    const { code, err } = await runHere(['check', 'region', '--lang', 'en'], { cwd: made.cwd });
    expect(code).toBe(3);
    expect(err.match(/REGION_CSV_CELLS/g)).toHaveLength(50);
    expect(err).toContain('... and 350 more. Mend these first.');
    expect(err).toContain('Problems found: 400.');
  });

  it('a folder that is not there, or that is no region', async () => {
    const { cwd } = copy();
    const missing = await runHere(['check', 'nowhere'], { cwd });
    expect(missing.code).toBe(3);
    expect(missing.err).toContain('CLI_REGION_MISSING');
    const other = await runHere(['check', 'region/model'], { cwd });
    expect(other.code).toBe(3);
    expect(other.err).toContain('region/model/region.yaml');
  });
});
