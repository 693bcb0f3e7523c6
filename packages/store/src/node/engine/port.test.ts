import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { batch, fact } from '../../../../monitor/test/facts.ts';
import { initialized } from '../../../test/initialized.ts';
import { type PostgresServer, postgresPrograms, startPostgres } from '../../../test/postgres-server.ts';
import { monitorPort } from '../monitor/port.ts';
import { databaseStore } from '../monitor/store.ts';
import { openPort, type Port, portStamp, type StoreSettings } from './port.ts';

/** A second port beside that of the monitor, as a dialogue or a programme would have. */
const notes: Port = {
  schema: 'schaalsprong_notes',
  writerLock: 1,
  folder: 'unused',
  migrations: [{ number: 1, name: 'notes', sql: 'create table note (text text not null)' }],
};

/** The two side by side; each keeps a folder where there is no server. */
function sideBySide(settings: (name: string) => StoreSettings): void {
  it('each has its own counter: a change of one leaves the stamp of the other', async () => {
    const one = await openPort(monitorPort, settings('one'));
    const two = await openPort(notes, settings('two'));
    const figures = databaseStore(one);
    const before = [await one.stamp(), await two.stamp()];
    await two.write(async (session) => {
      await session.run(`insert into note values ('hello')`);
      return { result: null, change: true };
    });
    expect(await one.stamp()).toBe(before[0]);
    const after = await two.stamp();
    expect(after).not.toBe(before[1]);
    await figures.importBatch(batch('2022-01-01', [fact('2020', 1)]));
    expect(await two.stamp()).toBe(after);
    expect(await portStamp(notes, settings('two'))).toBe(after);
    expect(await portStamp(monitorPort, settings('one'))).toBe(await one.stamp());
    await Promise.all([one.close(), two.close()]);
  });

  it('each has its own lock: one writes while the other is writing', async () => {
    const one = await openPort(monitorPort, settings('one'));
    const two = await openPort(notes, settings('two'));
    await one.write(async () => {
      await two.write(async (session) => {
        await session.run(`insert into note values ('meanwhile')`);
        return { result: null, change: true };
      });
      return { result: null, change: false };
    });
    const texts = await two.read((session) => session.rows<{ text: string }>('select text from note'));
    expect(texts.map(({ text }) => text)).toContain('meanwhile');
    await Promise.all([one.close(), two.close()]);
  });
}

describe('two ports in folders', () => {
  const root = mkdtempSync(join(tmpdir(), 'schaalsprong-ports-'));
  beforeAll(async () => {
    for (const name of ['one', 'two']) await initialized(join(root, name));
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  sideBySide((name) => ({ folder: join(root, name) }));
});

const programs = postgresPrograms();
describe.skipIf(programs === null)('two ports in one database of a server', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres(programs ?? '');
  });
  afterAll(() => server?.stop());
  sideBySide(() => ({ databaseUrl: server.url() }));
});
