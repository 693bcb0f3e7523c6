import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeAll } from '@schaalsprong/agenda/node';
import { afterEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { Copy, runHere } from '../../../test/world.ts';
import { exit } from '../../command/exit.ts';

const text = `De regio bouwt tot 2030 ten minste 12.500 woningen.
In 2023 waren er 48.300 woningen.
Er komen geen 900 woningen bij.
De gemeente telt ruim 7.100 zeemeeuwen.
`;
const copies: Copy[] = [];
/** A copy of the synthetic region with a document beside it. */
function setUp(): Copy & { readonly put: (name: string, data: string) => void } {
  const copy = new Copy();
  copies.push(copy);
  const put = (name: string, data: string): void => writeFileSync(join(copy.cwd, name), data);
  put('nota.txt', text);
  return Object.assign(copy, { put });
}
afterEach(() => {
  for (const copy of copies.splice(0)) copy.remove();
});
const files = (cwd: string): string[] =>
  readdirSync(join(cwd, 'region'), { recursive: true, encoding: 'utf8' }).sort();

describe('read', () => {
  it('shows every figure with its place and how it was read, in both languages', async () => {
    const { cwd } = setUp();
    const nl = await runHere(['read', 'nota.txt'], { cwd });
    expect({ code: nl.code, err: nl.err }).toEqual({ code: 0, err: '' });
    expect(nl.out).toMatch(
      /q-\d+ +1:1 +ten minste 12\.500 +ten minste 12\.500 woningen +woningen +2030 +doel/,
    );
    expect(nl.out).toMatch(/q-\d+ +1:3 .* niet: /);
    const en = await runHere(['read', 'nota.txt', '--lang', 'en'], { cwd });
    expect(en.out).toMatch(/q-\d+ +1:1 +ten minste 12\.500 +at least 12,500 homes/);
    const narrow = await runHere(['read', 'nota.txt'], { cwd, width: 60 });
    expect(Math.max(...narrow.out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(60);
  });

  it('gives the same for programs, as JSON, CSV and plain text', async () => {
    const { cwd } = setUp();
    const json = JSON.parse((await runHere(['read', 'nota.txt', '--json'], { cwd })).out);
    expect(json.document).toMatchObject({
      name: 'nota.txt',
      format: 'txt',
      language: 'nl',
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    const homes = json.claims.find(({ value }: { value: number }) => value === 12_500);
    expect(homes).toMatchObject({
      id: /^q-/,
      unit: 'homes',
      qualifier: 'ten-minste',
      horizon: '2030',
      line: 1,
      page: 1,
    });
    expect(text.slice(homes.offset, homes.end)).toBe('ten minste 12.500');
    const csv = (await runHere(['read', 'nota.txt', '--csv'], { cwd })).out.trim().split('\r\n');
    expect(csv).toHaveLength(json.claims.length + 1);
    expect((await runHere(['read', 'nota.txt', '--text'], { cwd })).out).toBe(text);
    const sure = await runHere(['read', 'nota.txt', '--certain', '1'], { cwd });
    expect(sure.out).toContain('Minder zeker dan 100% en daarom niet getoond');
  });

  it('shows both values of a figure whose document mixes a decimal comma and a decimal point', async () => {
    const { cwd, put } = setUp();
    put('mix.txt', 'De groei is 3,5 % en de daling 4.2 %.\nDe gemeente bouwt 1.769 woningen.\n');
    const nl = await runHere(['read', 'mix.txt'], { cwd });
    expect(nl.out.replaceAll(/\s+/g, ' ')).toMatch(/1\.769 woningen of 1,769 woningen\? .*40%/);
    const en = await runHere(['read', 'mix.txt', '--lang', 'en'], { cwd });
    expect(en.out.replaceAll(/\s+/g, ' ')).toMatch(/1,769 homes or 1\.769 homes\? .*40%/);
    await runHere(['read', 'mix.txt', '--into', 'region'], { cwd });
    const kept = parse(readFileSync(join(cwd, 'region', 'proposals', 'mix.yaml'), 'utf8'));
    expect(kept.proposals.find(({ figure }: { figure: string }) => figure === '1.769')).toMatchObject({
      value: 1769,
      alternative: 1.769,
      confidence: 0.4,
      reasons: ['notation-clash'],
    });
  });

  it('says of a document that cannot be read what it is and what to do, and ends with 3', async () => {
    const { cwd, put } = setUp();
    put('leeg.pdf', '');
    put('half.pdf', '%PDF-1.7 and no more');
    for (const [name, code] of [
      ['weg.pdf', 'READ_FILE_MISSING'],
      ['region', 'READ_FOLDER'],
      ['leeg.pdf', 'READ_EMPTY'],
      ['half.pdf', 'READ_DAMAGED'],
    ] as const) {
      const { code: ended, err, out } = await runHere(['read', name], { cwd });
      expect([ended, out]).toEqual([exit.badInput, '']);
      expect(err).toMatch(new RegExp(`^${name} {2}${code} .+\\n {4}.+\\n$`));
    }
    const long = await runHere(['read', 'nota.txt', '--max-characters', '20', '--lang', 'en'], { cwd });
    expect(long.err).toContain('READ_TOO_LONG  The text is longer than 20 characters.');
  });

  it('used wrongly says how', async () => {
    const { cwd } = setUp();
    for (const [words, code] of [
      [['read'], 'CLI_NO_DOCUMENT'],
      [['read', 'nota.txt', '--pages', '5-3'], 'CLI_NOT_PAGES'],
      [['read', 'nota.txt', '--certain', '70'], 'CLI_NOT_CERTAIN'],
      [['read', 'nota.txt', '--json', '--csv'], 'CLI_ONE_FORM'],
      [['read', 'nota.txt', '--name', 'x'], 'CLI_ONLY_WITH'],
      [['read', 'nota.txt', '--into', 'region', '--accept', 'all'], 'CLI_DECIDE_APART'],
      [['read', 'nota.txt', '--into', 'region', '--name', 'Een Naam'], 'CLI_NOT_A_NAME'],
      [['read', 'nota.txt', '--into', 'region', '--pages', '1'], 'CLI_ONE_FORM'],
      [['read', '--into', 'region', '--accept', 'all'], 'CLI_PROPOSALS_UNKNOWN'],
      [['read', 'nota.txt', '--max-pages', '0'], 'CLI_NOT_COUNT'],
    ] as const) {
      const { code: ended, err } = await runHere(words, { cwd });
      expect([ended, err.split(' ')[0]]).toEqual([exit.wrongUse, code]);
    }
  });
});

describe('read into a region', () => {
  it('keeps proposals that are no claims yet, and never writes over them unasked', async () => {
    const { cwd } = setUp();
    const before = JSON.parse((await runHere(['check', 'region', '--json'], { cwd })).out);
    const kept = await runHere(['read', 'nota.txt', '--into', 'region'], { cwd });
    expect(kept.code).toBe(exit.done);
    expect(kept.err).toContain('region/proposals/nota.yaml');
    const after = JSON.parse((await runHere(['check', 'region', '--json'], { cwd })).out);
    expect(after).toEqual(before);
    const again = await runHere(['read', 'nota.txt', '--into', 'region'], { cwd });
    expect([again.code, again.err.split(' ')[0]]).toEqual([exit.badInput, 'CLI_PROPOSALS_EXIST']);
  });

  it('accepts and rejects, and reading again with --force keeps what was decided', async () => {
    const { cwd } = setUp();
    await runHere(['read', 'nota.txt', '--into', 'region'], { cwd });
    const proposals = () => parse(readFileSync(join(cwd, 'region/proposals/nota.yaml'), 'utf8')).proposals;
    const idOf = (value: number): string => proposals().find((p: { value: number }) => p.value === value).id;
    const homes = idOf(12_500);
    const args = ['read', '--into', 'region', '--accept', homes, '--reject', idOf(48_300)];
    const published = await runHere(args, { cwd });
    expect([published.code, published.err]).toEqual([
      exit.badInput,
      expect.stringContaining('PROPOSAL_PUBLISHED'),
    ]);
    const done = await runHere([...args, '--published', '2024', '--json'], { cwd });
    expect({ code: done.code, err: done.err }).toEqual({ code: 0, err: '' });
    expect(JSON.parse(done.out)).toMatchObject({ path: 'compared/nota.yaml', rejected: [idOf(48_300)] });
    expect((await runHere(['check', 'region'], { cwd })).code).toBe(exit.done);
    await runHere(['read', 'nota.txt', '--into', 'region', '--force'], { cwd });
    expect(
      proposals()
        .map((p: { state: string }) => p.state)
        .sort(),
    ).toContain('accepted');
    const twice = await runHere(args, { cwd });
    expect(twice.err).toContain('PROPOSAL_DECIDED');
  });

  it('of all that is sure leaves open what a person must look at, and says what', async () => {
    const { cwd } = setUp();
    await runHere(['read', 'nota.txt', '--into', 'region'], { cwd });
    const all = await runHere(
      ['read', '--into', 'region', '--accept', 'all', '--published', '2024', '--lang', 'en'],
      { cwd },
    );
    expect(all.code).toBe(exit.done);
    expect(all.err).toMatch(/PROPOSAL_UNIT {2}The region does not know the unit zeemeeuwen/);
    expect(all.out).toMatch(/^Accepted: 2, rejected: 0/);
    const states = parse(readFileSync(join(cwd, 'region/proposals/nota.yaml'), 'utf8')).proposals.map(
      (p: { value: number; state: string }) => [p.value, p.state],
    );
    expect(states).toEqual(
      expect.arrayContaining([
        [900, 'proposed'],
        [7100, 'proposed'],
        [12_500, 'accepted'],
      ]),
    );
  });

  it('changes nothing where one of the choices is wrong, or the region does not load', async () => {
    const copy = setUp();
    const { cwd } = copy;
    await runHere(['read', 'nota.txt', '--into', 'region'], { cwd });
    const before = files(cwd);
    copy.put(
      'keuze.yaml',
      'choices:\n  - { id: q-1, action: accept, edit: { unit: parsec } }\n  - { id: q-2, action: reject }\n',
    );
    const wrong = await runHere(
      ['read', '--into', 'region', '--choices', 'keuze.yaml', '--published', '2024'],
      { cwd },
    );
    expect([wrong.code, wrong.err]).toEqual([exit.badInput, expect.stringContaining('PROPOSAL_UNIT')]);
    expect(wrong.err).toContain('Er is niets geschreven');
    expect(files(cwd)).toEqual(before);
    copy.put('keuze.yaml', 'choices:\n  - { id: q-1, action: misschien }\n');
    const shape = await runHere(['read', '--into', 'region', '--choices', 'keuze.yaml'], { cwd });
    expect(shape.err).toMatch(/^keuze\.yaml:2:\d+ {2}REGION_VALUE_NOT_ALLOWED/);
    copy.replace('targets.yaml', 'indicator: ', 'indicator: x');
    const broken = await runHere(['read', 'nota.txt', '--into', 'region', '--name', 'tweede'], { cwd });
    expect(broken.code).toBe(exit.badInput);
    expect(files(cwd)).toEqual(before);
  });
});

describe('files that are written together', () => {
  it('are all written or none, and a folder made for them goes again', () => {
    const dir = mkdtempSync(join(tmpdir(), 'schaalsprong-write-'));
    try {
      writeFileSync(join(dir, 'a.yaml'), 'old');
      writeAll(dir, { 'a.yaml': 'new', 'b/c.yaml': 'c' });
      expect(readFileSync(join(dir, 'a.yaml'), 'utf8') + readFileSync(join(dir, 'b/c.yaml'), 'utf8')).toBe(
        'newc',
      );
      // A folder where a file should come makes the second write fail.
      expect(() => writeAll(dir, { 'a.yaml': 'newer', 'd/e.yaml': 'e', b: 'no' })).toThrow();
      expect(readFileSync(join(dir, 'a.yaml'), 'utf8')).toBe('new');
      expect(existsSync(join(dir, 'd'))).toBe(false);
      expect(readdirSync(dir).sort()).toEqual(['a.yaml', 'b']);
      expect(readdirSync(join(dir, 'b'))).toEqual(['c.yaml']);
      // A file keeps its permissions, and a link stays a link.
      chmodSync(join(dir, 'a.yaml'), 0o664);
      symlinkSync('a.yaml', join(dir, 'link.yaml'));
      writeAll(dir, { 'link.yaml': 'through' });
      expect(lstatSync(join(dir, 'link.yaml')).isSymbolicLink()).toBe(true);
      expect(readFileSync(join(dir, 'a.yaml'), 'utf8')).toBe('through');
      expect(statSync(join(dir, 'a.yaml')).mode & 0o777).toBe(0o664);
    } finally {
      chmodSync(dir, 0o700);
      rmSync(dir, { recursive: true });
    }
  });
});
