import { openRegion } from '@schaalsprong/futures';
import { type Exit, exit } from '../../command/exit.ts';
import type { Surroundings } from '../../command/surroundings.ts';
import { say } from '../../problems/messages.ts';
import { defaultRegion } from '../../region/default-region.ts';
import { regionFiles } from '../../region/region-files.ts';
import { warningLines } from '../../terminal/warnings.ts';
import type { Given } from './options.ts';

/** `check`: is the content of a region sound? */
export async function runCheck(given: Given, world: Surroundings): Promise<Exit> {
  const { lang, rest, value } = given;
  const files = regionFiles(rest[0] ?? value('region') ?? defaultRegion, lang, world);
  if (files === null) return exit.badInput;
  const { region, model } = await openRegion(files);
  if (value('json') !== null) {
    world.out(
      `${JSON.stringify(
        {
          region: { id: region.id, title: region.title },
          hashes: region.hashes,
          targets: region.targets.length,
          claims: region.claims.length,
          variables: model.variables.length,
          warnings: model.warnings,
        },
        null,
        2,
      )}\n`,
    );
    return exit.done;
  }
  world.out(
    `${say(lang, 'check-passed', {
      title: region.title[lang],
      targets: region.targets.length,
      claims: region.claims.length,
      variables: model.variables.length,
    })}\n`,
  );
  world.out(warningLines(model.warnings, lang));
  return exit.done;
}
