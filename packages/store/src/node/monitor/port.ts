import { join } from 'node:path';
import { migrationsIn } from '../engine/migrate.ts';
import type { Port } from '../engine/port.ts';

/** Where the figures of the monitor are kept. Schema and lock are those of databases that exist: never change them. */
export const monitorPort: Port = {
  schema: 'schaalsprong',
  writerLock: 20_230_417,
  folder: join('.data', 'monitor'),
  migrations: migrationsIn(new URL('./migrations/', import.meta.url)),
};
