import { fileURLToPath } from 'node:url';
import { loadRegion } from '@schaalsprong/agenda';
import { readRegionFolder } from '@schaalsprong/agenda/node';
import { type Assessment, assess } from '@schaalsprong/futures';
import { createInProcessRunner } from '@schaalsprong/methods/ensemble';
import { compile } from '@schaalsprong/model';
import { expect, it } from 'vitest';

const region = await loadRegion(readRegionFolder(fileURLToPath(new URL('.', import.meta.url))));
const model = compile(region.model.text, { file: region.model.file, units: 'fail' });

async function placesAs(viewpoint: string | null): Promise<{ median: number; met: number }> {
  const runner = createInProcessRunner(model);
  const { assessment }: { assessment: Assessment } = await assess({
    region,
    model,
    runner,
    viewpoint,
    futures: 100,
    leaveOut: false,
    audit: null,
  });
  const target = assessment.targets.find(({ id }) => id === 'places-filled-2032');
  return { median: target?.projected?.p50 ?? Number.NaN, met: target?.met?.count ?? Number.NaN };
}

it('even with what the agenda itself expects of growth and measures, 50,000 places are not filled in any future', async () => {
  const [ours, theirs, mixed] = await Promise.all([
    placesAs(null),
    placesAs('agenda-itself'),
    placesAs('together'),
  ]);
  expect(theirs.median).toBeGreaterThan(1.3 * ours.median);
  expect(mixed.median).toBeGreaterThan(ours.median);
  expect(mixed.median).toBeLessThan(theirs.median);
  expect([ours.met, theirs.met, mixed.met]).toEqual([0, 0, 0]);
});
