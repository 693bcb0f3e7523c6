import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Exit } from '../../command/exit.ts';
import type { Surroundings } from '../../command/surroundings.ts';
import { regionFolder } from '../../region/region-files.ts';
import { answer } from '../../terminal/answer.ts';
import { type Asked, askedOf } from './asked.ts';
import { onFunction } from './on-function.ts';
import { onModel } from './on-model.ts';
import { onSample } from './on-sample.ts';
import type { Given } from './options.ts';
import { sensitivityJson, sensitivityTable } from './report.ts';
import type { Answered } from './subject.ts';

/** `sensitivity`: which inputs drive an outcome? */
export async function runSensitivity(given: Given, world: Surroundings): Promise<Exit> {
  const { lang } = given;
  const asked = askedOf(given);
  const answered = await answeredBy(asked, given, world);
  const text =
    given.value('json') === null
      ? sensitivityTable(answered, lang, asked.top, world.width)
      : `${JSON.stringify(sensitivityJson(answered), null, 2)}\n`;
  return answer(text, given.value('out'), lang, world);
}

/** Of a function, a model or region, or a file of runs. */
async function answeredBy(asked: Asked, given: Given, world: Surroundings): Promise<Answered> {
  given.atMostOne(['function', 'model']);
  const name = given.value('function');
  if (name !== null) return onFunction(name, asked, given);
  if (given.value('a') !== null) given.wrong('only-with', { what: '--a', other: '--function sobol-g' });
  const model = given.value('model');
  if (model !== null) return onModel(model, asked, given, world);
  const path = given.rest[1];
  if (path === undefined) return given.wrong('no-data');
  const folder = regionFolder(path, world);
  const isRegion = folder !== null && existsSync(join(folder, 'region.yaml'));
  return isRegion || /\.(mdl|xmile|stmx)$/i.test(path)
    ? onModel(path, asked, given, world)
    : onSample(path, asked, given, world);
}
