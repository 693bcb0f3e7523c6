import { join } from 'node:path';
import { migrationsIn } from '../engine/migrate.ts';
import type { Port } from '../engine/port.ts';

/** Where states of the standing are kept. Schema and lock are those of databases that exist: never change them. */
export const snapshotsPort: Port = {
  schema: 'schaalsprong_snapshots',
  writerLock: 20_230_419,
  folder: join('.data', 'snapshots'),
  migrations: migrationsIn(new URL('./migrations/', import.meta.url)),
};
