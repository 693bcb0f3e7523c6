import { createHash, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { type Database, hasTable, type Session } from './database.ts';
import { databaseProblem, type Where } from './problems.ts';

/** One step of the schema. */
export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
}

const folder = new URL('./migrations/', import.meta.url);

/** The steps of this version, in order. */
export const migrations: readonly Migration[] = readdirSync(folder)
  .filter((file) => file.endsWith('.sql'))
  .sort()
  .map((file) => ({
    number: Number(file.slice(0, 4)),
    name: file.slice(5, -4),
    sql: readFileSync(new URL(file, folder), 'utf8').replaceAll('\r\n', '\n'),
  }));

/** Of what a step does: its remarks may be mended later. */
export const checksum = ({ sql }: Migration): string =>
  createHash('sha256').update(sql.replace(/--.*$/gm, '').replace(/\s+/g, ' ').trim()).digest('hex');

interface Done {
  readonly number: number;
  readonly checksum: string;
}

async function doneIn(session: Session): Promise<Done[]> {
  if (!(await hasTable(session, 'schema_migration'))) return [];
  return session.rows<Done>('select number, checksum from schema_migration order by number');
}

/**
 * Brings a database to the schema of this version, or leaves it as it is: all steps that it lacks in one transaction, each noted with
 * its checksum.
 *
 * @throws MonitorError where a step is newer than this version, or was another
 */
export async function migrate(
  database: Database,
  where: Where,
  known: readonly Migration[] = migrations,
): Promise<void> {
  const check = (done: readonly Done[]): void => {
    const last = known.at(-1)?.number ?? 0;
    for (const step of done) {
      if (step.number > last) {
        throw databaseProblem('MONITOR_STORE_NEWER', where, { found: step.number, known: last });
      }
      const ours = known.find((migration) => migration.number === step.number);
      if (ours === undefined || checksum(ours) !== step.checksum) {
        throw databaseProblem('MONITOR_STORE_ALTERED', where, { found: step.number });
      }
    }
  };
  // Looked at first without writing: who may only read can read.
  const before = await database.read(doneIn);
  check(before);
  if (before.length === known.length) return;
  await database.write(async (session) => {
    const done = await doneIn(session);
    check(done);
    if (done.length === 0) {
      await session.run(`create table if not exists schema_migration (
        number int primary key, name text not null, checksum text not null, at timestamptz not null default now())`);
    }
    for (const step of known.slice(done.length)) {
      await session.run(step.sql);
      await session.rows('insert into schema_migration (number, name, checksum) values ($1, $2, $3)', [
        ...[step.number, step.name, checksum(step)],
      ]);
    }
    await session.rows('insert into state (epoch, changes) values ($1, 0) on conflict do nothing', [
      randomUUID(),
    ]);
  });
}
