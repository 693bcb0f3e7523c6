import { type ContentWarning, contentWarnings } from '@schaalsprong/agenda';
import { openRegion } from '@schaalsprong/futures';
import type { Lang } from '@schaalsprong/words';
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
  const now = new Date();
  const questions = contentWarnings(region, now.getUTCFullYear() + now.getUTCMonth() / 12);
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
          questions,
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
  world.out(questionLines(questions, lang));
  return exit.done;
}

/** Maximum number of ids that one question shows; `--json` has all. */
const mostIds = 6;

function questionLines(questions: readonly ContentWarning[], lang: Lang): string {
  if (questions.length === 0) return '';
  const lines = questions.map(({ code, about, message }) => {
    const more = about.length > mostIds ? ', ...' : '';
    return `  ${code}  ${about.length} ${message[lang]}: ${about.slice(0, mostIds).join(', ')}${more}`;
  });
  return `${[say(lang, 'content-warnings', { count: questions.length }), ...lines].join('\n')}\n`;
}
