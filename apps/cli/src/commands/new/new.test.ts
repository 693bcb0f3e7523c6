import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { runHere } from '../../../test/world.ts';
import { exit } from '../../command/exit.ts';

const cwd = mkdtempSync(join(tmpdir(), 'schaalsprong-new-'));
afterAll(() => rmSync(cwd, { recursive: true }));

describe('a new region', () => {
  it('loads, is assessed and audited, and says that it has no model yet', async () => {
    const made = await runHere(['new', 'zeeland', '--title', 'Zeeland, "het eiland"'], { cwd });
    expect({ code: made.code, err: made.err }).toEqual({ code: 0, err: '' });
    expect(made.out).toContain('zeeland/README.md');
    const check = JSON.parse((await runHere(['check', 'zeeland', '--json'], { cwd })).out);
    expect(check.region).toEqual({
      id: 'zeeland',
      title: { nl: 'Zeeland, "het eiland"', en: 'Zeeland, "het eiland"' },
    });
    expect(check.warnings).toEqual([]);
    const assessed = await runHere(['assess', '--region', 'zeeland', '--json'], { cwd });
    expect({ code: assessed.code, err: assessed.err }).toEqual({ code: 0, err: '' });
    expect(JSON.parse(assessed.out).targets).toEqual([
      expect.objectContaining({
        projected: null,
        met: null,
        notModelled: { nl: 'Deze regio heeft nog geen model.', en: 'This region has no model yet.' },
      }),
    ]);
    expect((await runHere(['assess', '--region', 'zeeland'], { cwd })).out).toContain('niet in het model');
    expect((await runHere(['audit', 'zeeland', '--json'], { cwd })).code).toBe(exit.done);
  });

  it('from a document has its figures as proposals, its pages, and the units that it counts in', async () => {
    writeFileSync(
      join(cwd, 'Nota Groen 2024.txt'),
      'In 2035 zijn er 4.000 zeemeeuwen en ten minste 900 woningen.\n\fTot 2035 gaat er € 3 mln per jaar naar het eiland.\n',
    );
    const made = await runHere(
      ['new', 'eiland', '--from', 'Nota Groen 2024.txt', '--published', '2024-05', '--lang', 'en'],
      { cwd },
    );
    expect({ code: made.code, err: made.err }).toEqual({ code: 0, err: '' });
    expect(made.out).toContain('eiland/proposals/nota-groen-2024.yaml');
    const region = parse(readFileSync(join(cwd, 'eiland/region.yaml'), 'utf8'));
    expect(region.document).toMatchObject({
      title: 'Nota Groen 2024.txt',
      published: '2024-05',
      lines: 2,
      pages: [
        { fromLine: 1, page: 1 },
        { fromLine: 2, page: 2 },
      ],
    });
    expect(region.units).toHaveProperty('zeemeeuwen');
    const accepted = await runHere(['read', '--into', 'eiland', '--accept', 'all'], { cwd });
    expect({ code: accepted.code, err: accepted.err }).toEqual({ code: 0, err: '' });
    expect(accepted.out).toContain('eiland/claims/nota-groen-2024.yaml');
    const check = JSON.parse((await runHere(['check', 'eiland', '--json'], { cwd })).out);
    const { proposals } = parse(readFileSync(join(cwd, 'eiland/proposals/nota-groen-2024.yaml'), 'utf8'));
    expect(check.claims).toBe(
      new Set(proposals.flatMap(({ claim }: { claim?: string }) => claim ?? [])).size,
    );
    expect(check.claims).toBeGreaterThan(1);
    const targets = JSON.parse(
      (await runHere(['assess', '--region', 'eiland', '--json'], { cwd })).out,
    ).targets;
    expect(targets[0].horizon).toBe('2035');
  });

  it('is never put over something that is there, and its id is checked', async () => {
    await runHere(['new', 'texel'], { cwd });
    const before = readFileSync(join(cwd, 'texel/region.yaml'), 'utf8');
    const again = await runHere(['new', 'texel', '--title', 'Ander'], { cwd });
    expect([again.code, again.err.split(' ')[0]]).toEqual([exit.badInput, 'CLI_FOLDER_EXISTS']);
    expect(readFileSync(join(cwd, 'texel/region.yaml'), 'utf8')).toBe(before);
    for (const [words, code, ended] of [
      [['new'], 'CLI_NO_REGION', exit.wrongUse],
      [['new', 'Noord Limburg'], 'CLI_NOT_REGION_ID', exit.wrongUse],
      [['new', 'x/y'], 'CLI_CANNOT_WRITE', exit.unreachable],
      [['new', 'vlieland', '--published', 'ooit'], 'CLI_NOT_PUBLISHED', exit.wrongUse],
    ] as const) {
      const { code: end, err } = await runHere(words, { cwd });
      expect([end, err.split(' ')[0]]).toEqual([ended, code]);
    }
  });

  it('from a document that cannot be read is not made at all', async () => {
    writeFileSync(join(cwd, 'scan.pdf'), '%PDF-1.7\nno more than this');
    const failed = await runHere(['new', 'marken', '--from', 'scan.pdf'], { cwd });
    expect([failed.code, failed.err]).toEqual([exit.badInput, expect.stringContaining('READ_DAMAGED')]);
    expect(existsSync(join(cwd, 'marken'))).toBe(false);
    expect(readdirSync(cwd).filter((name) => name.startsWith('.'))).toEqual([]);
  });
});
