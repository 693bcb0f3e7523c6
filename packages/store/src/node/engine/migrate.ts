import { createHash, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { storeFault, type Where } from '../../problems.ts';
import { type Database, hasTable, type Session } from './database.ts';

/** One migration: a numbered change of the schema. */
export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
}

/**
 * The migrations of a folder, in order of their number.
 *
 * @param folder with files named `0001-name.sql`
 */
export const migrationsIn = (folder: URL): readonly Migration[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file) => ({
      number: Number(file.slice(0, 4)),
      name: file.slice(5, -4),
      sql: readFileSync(new URL(file, folder), 'utf8').replaceAll('\r\n', '\n'),
    }));

/** Of the statements of a migration, without comments and layout: those may be improved later. */
export const checksum = ({ sql }: Migration): string =>
  createHash('sha256').update(sql.replace(/--.*$/gm, '').replace(/\s+/g, ' ').trim()).digest('hex');

/** Counts the changes; `epoch` distinguishes a database from another one. The first migration of the monitor makes it as well. */
const stateTable = `create table if not exists state (
  only_row boolean primary key default true check (only_row), epoch text not null, changes bigint not null)`;

interface Done {
  readonly number: number;
  readonly checksum: string;
}

async function doneIn(session: Session): Promise<Done[]> {
  if (!(await hasTable(session, 'schema_migration'))) return [];
  return session.rows<Done>('select number, checksum from schema_migration order by number');
}

/**
 * Migrates a database to the schema of this version: all migrations that it lacks in one transaction, each recorded with its checksum.
 * Idempotent. Also makes the table `state` with the counter of changes.
 *
 * @param known migrations of this version, in order
 * @throws StoreError where the database has a migration that is newer than this version, or differs from ours
 */
export async function migrate(database: Database, where: Where, known: readonly Migration[]): Promise<void> {
  const check = (done: readonly Done[]): void => {
    const last = known.at(-1)?.number ?? 0;
    for (const step of done) {
      if (step.number > last) {
        throw storeFault('STORE_NEWER', where, { found: step.number, known: last });
      }
      const ours = known.find((migration) => migration.number === step.number);
      if (ours === undefined || checksum(ours) !== step.checksum) {
        throw storeFault('STORE_ALTERED', where, { found: step.number });
      }
    }
  };
  // Read first: a role that may only read need not write.
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
        step.number,
        step.name,
        checksum(step),
      ]);
    }
    await session.run(stateTable);
    await session.rows('insert into state (epoch, changes) values ($1, 0) on conflict do nothing', [
      randomUUID(),
    ]);
  });
}
