import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AuditReport, Conflict } from '@schaalsprong/audit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clashing } from '../../../test/clashing.ts';
import { Copy, type Ran, runHere, syntheticRegion } from '../../../test/world.ts';

let made: Copy;
beforeAll(() => {
  made = clashing(new Copy());
});
afterAll(() => made.remove());

const ask = (...words: string[]): Promise<Ran> => runHere(['audit', 'region', ...words], { cwd: made.cwd });
const report = async (...words: string[]): Promise<AuditReport> =>
  JSON.parse((await ask('--json', ...words)).out);
const kinds = async (...words: string[]): Promise<readonly string[]> =>
  (await report(...words)).conflicts
    .map(({ kind }) => kind)
    .filter((kind) => kind !== 'missing')
    .sort();

describe('audit', () => {
  it('--json is what others rely on, and what each conflict needs to be checked by hand', async () => {
    const { code, out, err } = await ask('--json');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const answer = JSON.parse(out);
    expect(answer).toMatchObject({ region: 'synthetic', claims: 6, setting: 'default', complete: true });
    const shortfall = answer.conflicts.find(({ kind }: Conflict) => kind === 'shortfall');
    expect(shortfall).toMatchObject({
      id: expect.stringMatching(/^[a-z0-9]+(-+[a-z0-9]+)*$/),
      claims: expect.arrayContaining([
        { id: 'homes-at-least-80', line: 6, value: 80, unit: 'homes' },
        { id: 'homes-north-45', line: 8, value: 45, unit: 'homes' },
        { id: 'homes-south-30', line: 9, value: 30, unit: 'homes' },
      ]),
      setting: 'generous',
      readings: {},
      assumptions: [],
      explanation: { nl: /./, en: /./ } as object,
      targets: ['homes-2029'],
    });
    expect(shortfall.slack).toBeLessThan(0);
    expect(shortfall.repair.length).toBeGreaterThan(0);
    for (const { claim, from, to } of shortfall.repair) {
      expect(shortfall.claims.map(({ id }: { id: string }) => id)).toContain(claim);
      expect(from).not.toEqual(to);
    }
    expect(answer).not.toHaveProperty('seconds');
  });

  it('the same input gives the same bytes', async () => {
    expect((await ask('--json')).out).toBe((await ask('--json')).out);
  });

  it('what needs an assumption says so, and vanishes without it', async () => {
    expect(await kinds()).toEqual(['contradiction-under-assumption', 'shortfall']);
    expect(await kinds('--without', 'promise-grows')).toEqual(['shortfall']);
    const { conflicts } = await report('--kind', 'contradiction-under-assumption');
    expect(conflicts.map(({ assumptions }) => assumptions)).toEqual([['promise-grows']]);
  });

  it('a claim can be taken in one reading', async () => {
    expect(await kinds('--reading', 'homes-south-30=at-least')).not.toContain('shortfall');
  });

  it('--kind shows some kinds alone', async () => {
    expect(await kinds('--kind', 'shortfall')).toEqual(['shortfall']);
  });

  it('--strict is exit code 1 where something is open that cannot hold', async () => {
    expect((await ask('--strict')).code).toBe(1);
    expect((await ask('--strict', '--kind', 'horizon')).code).toBe(0);
    expect((await runHere(['audit', syntheticRegion, '--strict'])).code).toBe(0);
    // What is missing can hold, but who asks for it by name gets it.
    expect((await ask('--strict', '--kind', 'missing')).code).toBe(1);
  });

  it('what a person accepted stays to be seen, is counted apart, and is not open', async () => {
    const other = clashing(new Copy());
    const id = (await report('--kind', 'shortfall')).conflicts[0]?.id ?? '';
    other.add(
      'verdicts.yaml',
      `verdicts:\n  - { conflict: ${id}, verdict: accepted-as-rounding, by: a controller, on: '2026-01-02', why: it is near }\n`,
    );
    const argv = ['audit', 'region', '--kind', 'shortfall', '--lang', 'en'];
    const { code, out } = await runHere([...argv, '--strict'], { cwd: other.cwd });
    expect(code).toBe(0);
    expect(out).toContain('Open: 0. Accepted: 1.');
    expect(out).toMatch(/SHORTFALL \(accepted as rounding by a controller, 2026-01-02\)/);
    expect(out).toContain('it is near');
    other.remove();
  });

  it('the table says what clashes, with the sum, the places and what would mend it, in both languages', async () => {
    const nl = (await ask()).out;
    expect(nl).toMatch(/^Verzonnen regio\n\nOpen: \d+ \(.*tekort 1.*\)\. Aanvaard: 0\.\n/);
    expect(nl).toMatch(/\d+\. TEKORT {2}\S/);
    expect(nl).toMatch(/uitspraken +regel 6, 22 \(blz\. 1\): .*\(homes-at-least-80\)/);
    expect(nl).toMatch(/aanname +De belofte groeit tot de oplevering \(promise-grows\)/);
    expect(nl).toContain('Wat de audit niet ziet');
    const en = (await ask('--lang', 'en')).out;
    expect(en).toMatch(/\d+\. SHORTFALL {2}\S/);
    expect(en).not.toMatch(/tekort|uitspraken|aanname/i);
    for (const line of nl.split('\n')) expect(line).toBe(line.trimEnd());
  });

  it.each([40, 80, 200])('on a screen of %i places no line is longer than that', async (width) => {
    const { out } = await runHere(['audit', 'region'], { cwd: made.cwd, width });
    for (const line of out.split('\n')) expect(line.length, line).toBeLessThanOrEqual(width);
  });

  it('--csv, --markdown and --out', async () => {
    expect((await ask('--csv')).out).toMatch(/^[^\r\n]*,[^\r\n]*\r\n.*homes-at-least-80/s);
    expect((await ask('--markdown')).out).toMatch(/^# /);
    const { code, out } = await ask('--markdown', '--out', 'audit.md');
    expect({ code, out }).toEqual({ code: 0, out: '' });
    expect(readFileSync(join(made.cwd, 'audit.md'), 'utf8')).toBe((await ask('--markdown')).out);
  });

  it('progress is for whoever watches, and is wiped', async () => {
    const { err } = await runHere(['audit', 'region', '--json'], { cwd: made.cwd, watched: true });
    expect(err).toMatch(/^\rDe uitspraken worden vergeleken\r +\r$/);
  });

  it('cancelling gives exit code 130 and no half answer', async () => {
    const cancel = new AbortController();
    cancel.abort();
    const ran = await runHere(['audit', 'region'], { cwd: made.cwd, signal: cancel.signal });
    expect(ran).toEqual({ code: 130, out: '', err: 'Afgebroken.\n' });
  });
});

describe('what is held beside the agenda', () => {
  const deal = (value: number): string => `document:
  id: deal
  title: { nl: Een deal, en: A deal }
  published: '2021'
  source: synthetic
claims:
  - id: deal-homes
    figure: '${value}'
    text: { nl: De deal telt er ${value}, en: The deal counts ${value} }
    kind: commitment
    quantity: homes-built
    entity: ALL
    value: ${value}
    unit: homes
    horizon: '2029'
    source: synthetic
`;

  it('a document of the region, by its id or as a file from anywhere, clashes where both cannot hold', async () => {
    const other = new Copy().add('compared/deal.yaml', deal(60));
    const argv = ['audit', 'region', '--json', '--against'];
    const { code, out } = await runHere([...argv, 'deal'], { cwd: other.cwd });
    expect(code).toBe(0);
    const answer = JSON.parse(out);
    expect(answer.against).toEqual({
      id: 'deal',
      title: { nl: 'Een deal', en: 'A deal' },
      added: ['deal-homes'],
      gone: [],
      changed: [],
    });
    expect(answer.conflicts).toHaveLength(1);
    expect(answer.conflicts[0].claims.map(({ id }: { id: string }) => id).sort()).toEqual([
      'deal-homes',
      'homes-at-least-80',
    ]);
    expect((await runHere([...argv, 'deal', '--strict'], { cwd: other.cwd })).code).toBe(1);

    // 'other.yaml' lies beside the region; its content is the same, and so is what is found.
    other.add('../other.yaml', deal(60).replace('id: deal\n', 'id: elsewhere\n'));
    const file = JSON.parse((await runHere([...argv, 'other.yaml'], { cwd: other.cwd })).out);
    expect(file.against).toMatchObject({ id: 'elsewhere', added: ['deal-homes'] });
    other.remove();
  });

  it('a document that fits clashes nowhere', async () => {
    const other = new Copy().add('compared/deal.yaml', deal(80));
    const argv = ['audit', 'region', '--against', 'deal', '--strict', '--lang', 'en'];
    const { code, out } = await runHere(argv, { cwd: other.cwd });
    expect(code).toBe(0);
    expect(out).toContain('Beside the agenda: A deal.');
    expect(out).toMatch(/Added\n {2}- The deal counts 80 \(deal-homes\)/);
    expect(out).toContain('Open: 0.');
    other.remove();
  });

  it('another version says what came, went and changed', async () => {
    const older = new Copy();
    const newer = clashing(new Copy()).replace('claims/one.yaml', 'value: 80', 'value: 85');
    const { code, out } = await runHere(
      ['audit', 'region', '--json', '--against', join(newer.cwd, 'region')],
      { cwd: older.cwd },
    );
    expect(code).toBe(0);
    const { against } = JSON.parse(out);
    expect(against.added).toContain('homes-north-45');
    expect(against.gone).toEqual([]);
    expect(against.changed).toEqual([
      expect.objectContaining({
        claim: 'homes-at-least-80',
        what: ['value', 'interval'],
        from: expect.objectContaining({ value: 80 }),
        to: expect.objectContaining({ value: 85 }),
      }),
    ]);
    const back = await runHere(['audit', join(newer.cwd, 'region'), '--json', '--against', 'region'], {
      cwd: older.cwd,
    });
    expect(JSON.parse(back.out).against.gone).toContain('homes-north-45');
    older.remove();
    newer.remove();
  });

  it('a file with a fault is told under its own name, with the line', async () => {
    made.add('../wrong.yaml', deal(60).replace('unit: homes', 'unit: house'));
    const { code, err } = await ask('--against', 'wrong.yaml', '--lang', 'en');
    expect(code).toBe(3);
    expect(err).toMatch(/^wrong\.yaml:14:\d+ {2}REGION_/);
  });

  it('what the model gives clashes with what it cannot reach, and only with that', async () => {
    const other = new Copy();
    const argv = ['audit', 'region', '--json', '--scenario', 'nothing', '--futures', '20'];
    const within = await runHere(argv, { cwd: other.cwd });
    expect(within.code).toBe(0);
    const { against, conflicts } = JSON.parse(within.out);
    expect(against).toMatchObject({ scenario: 'nothing', futures: 20, seed: 7, notCompared: [] });
    expect(against.results).toEqual([
      expect.objectContaining({ variable: 'homes-built@ALL@2029', target: 'homes-2029' }),
    ]);
    // With no measures the model builds 90 homes at most.
    expect(against.results[0].interval.max).toBeLessThan(100);
    expect(conflicts).toEqual([]);

    other.replace('targets.yaml', 'value: 80', 'value: 120');
    other.replace('claims/one.yaml', 'value: 80', 'value: 120');
    const beyond = JSON.parse((await runHere(argv, { cwd: other.cwd })).out);
    expect(beyond.conflicts).toHaveLength(1);
    expect(beyond.conflicts[0]).toMatchObject({ kind: 'shortfall', targets: ['homes-2029'] });
    other.remove();
  });

  it('a file of results, such as assess --csv writes', async () => {
    const { cwd } = made;
    await runHere(['assess', '--region', 'region', '--csv', '--out', 'stand.csv'], { cwd });
    const written = JSON.parse((await ask('--json', '--results', 'stand.csv')).out);
    const computed = JSON.parse((await ask('--json', '--scenario', 'agenda')).out);
    expect(written.against).toMatchObject({ results: [{ target: 'homes-2029' }], notCompared: [] });
    expect(written.conflicts.map(({ id }: Conflict) => id)).toEqual(
      computed.conflicts.map(({ id }: Conflict) => id),
    );
    // Enough for the target, and more than the two sides can give.
    made.add('../mine.csv', 'id,min,max\nhomes-2029,90,100\n');
    const more = JSON.parse((await ask('--json', '--results', 'mine.csv')).out);
    expect(more.conflicts.map(({ claims }: Conflict) => claims.map(({ id }) => id).sort())).toEqual([
      ['homes-north-45', 'homes-south-30', 'result-homes-built-all-2029'],
    ]);
  });

  it.each([
    [['--against', 'nowhere'], 2, 'CLI_AGAINST_UNKNOWN'],
    [['--scenario', 'agend'], 2, 'CLI_SCENARIO_UNKNOWN'],
    [['--results', 'nowhere.csv'], 3, 'CLI_CANNOT_READ'],
  ])('%j is not there', async (words, code, fault) => {
    const ran = await ask(...words);
    expect({ code: ran.code, out: ran.out }).toEqual({ code, out: '' });
    expect(ran.err).toContain(fault);
  });
});

describe('wrong use of audit says what there is', () => {
  it.each([
    [['--assume', 'promise-grow'], 'CLI_ASSUMPTION_UNKNOWN', 'promise-grows?'],
    [['--without', 'x'], 'CLI_ASSUMPTION_UNKNOWN', 'It has: promise-grows.'],
    [['--reading', 'homes-south=at-least'], 'CLI_CLAIM_UNKNOWN', 'homes-south-30?'],
    [['--reading', 'homes-north-45=exactly'], 'CLI_CLAIM_UNKNOWN', 'homes-south-30'],
    [['--reading', 'homes-south-30=atleast'], 'CLI_READING_UNKNOWN', 'at-least?'],
  ])('%j', async (words, code, hint) => {
    const ran = await ask(...words, '--lang', 'en');
    expect({ code: ran.code, out: ran.out }).toEqual({ code: 2, out: '' });
    expect(ran.err).toMatch(new RegExp(`^${code}  `));
    expect(ran.err).toContain(hint);
  });

  it('a region that does not load is exit code 3, with the place', async () => {
    const other = clashing(new Copy()).replace('audit.yaml', 'homes-north@ALL@2029', 'homes-noord@ALL@2029');
    const { code, err } = await runHere(['audit', 'region', '--lang', 'en'], { cwd: other.cwd });
    expect(code).toBe(3);
    expect(err).toMatch(/^region\/audit\.yaml:\d+:\d+ {2}REGION_/);
    expect(err).toContain('homes-north@ALL@2029');
    other.remove();
  });
});
