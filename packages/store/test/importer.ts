import { batch, fact } from '../../monitor/test/facts.ts';
import { openStore } from '../src/node/index.ts';

/** Imports a small version, says so, and goes on with a large one: to be killed meanwhile (see pglite.test.ts). */
const store = await openStore({ folder: process.argv[2] ?? '' });
await store.importBatch(batch('2022-01-01', [fact('2020', 1)]));
const many = Array.from({ length: 300_000 }, (_, i) => fact('2020', i, { series: `series ${i}` }));
process.stdout.write('importing\n');
await store.importBatch(batch('2023-01-01', many));
process.stdout.write('done\n');
