import { openRegion } from '@schaalsprong/futures';
import { backTest } from '@schaalsprong/futures/back-test';
import { createWorkerPool } from '@schaalsprong/methods/node';
import { type Exit, exit } from '../../command/exit.ts';
import type { Surroundings } from '../../command/surroundings.ts';
import { defaultRegion } from '../../region/default-region.ts';
import { regionFiles } from '../../region/region-files.ts';
import { answer } from '../../terminal/answer.ts';
import { progressLine } from '../../terminal/progress.ts';
import { openPlace, placeOf } from '../ingest/place.ts';
import type { Given } from './options.ts';
import { backTestTable } from './report.ts';

/** Runs `backtest`: how the model would have done when started in the past, the misses first. */
export async function runBackTest(given: Given, world: Surroundings): Promise<Exit> {
  const { lang } = given;
  const futures = given.count('futures') ?? undefined;
  const seed = given.count('seed') ?? undefined;
  const threads = given.count('threads') ?? undefined;
  const files = regionFiles(given.rest[0] ?? defaultRegion, lang, world);
  if (files === null) return exit.badInput;
  const { region, model } = await openRegion(files);
  const { store, isKept } = await openPlace(placeOf(given.value('data'), world), region, false, {
    lang,
    world,
  });
  let facts: Awaited<ReturnType<typeof store.history>>;
  try {
    facts = await store.history({});
  } finally {
    await store.close();
  }
  world.signal.throwIfAborted();
  const progress = progressLine(lang, world);
  const runner = createWorkerPool({ model, threads });
  try {
    const test = await backTest({
      region,
      model,
      runner,
      facts,
      futures,
      seed,
      signal: world.signal,
      onProgress: progress.show,
    });
    progress.clear();
    const text =
      given.value('json') === null
        ? `${backTestTable(test, region, isKept, lang, world.width).join('\n')}\n`
        : `${JSON.stringify({ region: region.id, provenance: region.hashes, ...test }, null, 2)}\n`;
    return answer(text, given.value('out'), lang, world);
  } finally {
    progress.clear();
    await runner.close();
  }
}
