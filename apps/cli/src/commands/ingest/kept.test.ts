import { chmodSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { holdStore } from '@schaalsprong/store/node';
import { afterAll, expect, it, vi } from 'vitest';
import { whileReadOnly } from '../../../test/read-only.ts';
import { Copy, runHere } from '../../../test/world.ts';
import { exit } from '../../command/exit.ts';

const copy = new Copy();
afterAll(() => copy.remove());

it('what is ingested is kept in the folder, from one run of the program to the next', async () => {
  copy.add(
    'sources.yaml',
    `sources:
  - id: counted
    title: { nl: Geteld, en: Counted }
    kind: csv
    publisher: Iemand
    licence: CC0-1.0
    attribution: Iemand
    series:
      - { series: homes_built, measure: aantal, area: {}, period: { dimension: jaar }, unit: homes, sourceUnit: woningen }
`,
  );
  writeFileSync(join(copy.cwd, 'geteld.csv'), 'jaar,aantal\n2023,33\n2025,-4\n');
  const world = { cwd: copy.cwd, env: { SCHAALSPRONG_DATA: 'kept' } };
  const ask = (...words: string[]) => runHere(['ingest', ...words, '--region', 'region'], world);
  const taken = await ask('counted', '--file', 'geteld.csv', '--published', '2026-01-31');
  expect(taken).toMatchObject({ code: 0, err: '' });
  expect(taken.out).toMatch(/counted, versie van 2026-01-31: 1 nieuw/);
  expect(existsSync(join(copy.cwd, 'kept', 'monitor'))).toBe(true);
  const { indicators, sources } = JSON.parse((await ask('status', '--json')).out);
  expect(indicators[0]).toMatchObject({
    id: 'homes',
    lastPeriod: '2023',
    lastPublished: '2026-01-31',
    held: 1,
  });
  expect(sources).toMatchObject([{ id: 'counted', lastCheck: { outcome: 'changed' }, held: 1 }]);
  // Another process has the folder, and releases it once the command says that it waits.
  const release = await holdStore({ folder: join(copy.cwd, 'kept', 'monitor') });
  const lines: string[] = [];
  const err = (text: string): void => {
    lines.push(text);
    release();
  };
  const waited = await runHere(['ingest', 'status', '--region', 'region'], { ...world, err });
  expect(waited).toMatchObject({ code: 0, out: expect.stringContaining('counted') });
  expect(lines).toEqual([`Wacht op proces ${process.pid}, dat de opslag nu gebruikt.\n`]);
  // A folder that cannot be written: what is kept is read all the same, and what is to be kept is refused with what to do.
  const kept = join(copy.cwd, 'kept');
  const status = await ask('status', '--json');
  const files = () => readdirSync(kept, { recursive: true }).toSorted();
  const before = files();
  const temporary = join(copy.cwd, 'temporary');
  mkdirSync(temporary);
  chmodSync(temporary, 0o777);
  vi.stubEnv('TMPDIR', temporary);
  const [read, refused, locked] = await whileReadOnly(kept, async () => [
    await ask('status', '--json'),
    await ask('counted', '--file', 'geteld.csv', '--published', '2026-02-28'),
    existsSync(join(kept, 'monitor', 'lock')),
  ]);
  expect(read).toEqual(status);
  expect(refused).toMatchObject({
    code: exit.unreachable,
    err: expect.stringMatching(/STORE_FOLDER_READ_ONLY .*kept\/monitor.*--data/s),
  });
  expect(locked).toBe(false);
  expect(files()).toEqual(before);
  expect(readdirSync(temporary)).toEqual([]);
  // The region itself is left alone.
  expect(readdirSync(join(copy.cwd, 'region', 'observations'))).toHaveLength(1);
});
