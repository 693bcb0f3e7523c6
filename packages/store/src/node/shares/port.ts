import { join } from 'node:path';
import { migrationsIn } from '../engine/migrate.ts';
import type { Port } from '../engine/port.ts';

/** Where shared settings of the policy table are kept. Schema and lock are those of databases that exist: never change them. */
export const sharesPort: Port = {
  schema: 'schaalsprong_shares',
  writerLock: 20_230_418,
  folder: join('.data', 'shares'),
  migrations: migrationsIn(new URL('./migrations/', import.meta.url)),
};
