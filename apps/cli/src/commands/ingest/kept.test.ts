import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { holdStore } from '@schaalsprong/store/node';
import { afterAll, expect, it } from 'vitest';
import { Copy, runHere } from '../../../test/world.ts';

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
  // The region itself is left alone.
  expect(readdirSync(join(copy.cwd, 'region', 'observations'))).toHaveLength(1);
}, 60_000);
