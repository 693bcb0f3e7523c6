import { nearest } from '@schaalsprong/agenda';
import { answer } from '../answer.ts';
import { type MethodCommand, UsageError } from '../args.ts';
import { type Exit, exit } from '../exit.ts';
import type { Surroundings } from '../surroundings.ts';
import { discoverByPrim, primSettings } from './prim.ts';
import { primJson } from './prim-json.ts';
import { primTable } from './prim-table.ts';
import { subjectsOf } from './subject.ts';

const methods = ['prim'] as const;

/** `discover`: in which futures does it happen? */
export async function runDiscover(command: MethodCommand, world: Surroundings): Promise<Exit> {
  const { given, lang } = command;
  const known = methods.join(', ');
  const method = given.rest[0] ?? given.wrong('no-method', { known });
  if (!methods.some((each) => each === method)) {
    throw new UsageError(
      lang,
      'not-one-of',
      { what: 'discover', known, value: method },
      nearest(method, methods),
    );
  }
  // Settings first: a slip in them is told before futures are computed.
  primSettings(given);
  const subjects = await subjectsOf(command, world);
  if (subjects === null) return exit.badInput;
  const answers = subjects.map((subject) => discoverByPrim(subject, given));
  const text =
    given.value('json') === null
      ? `${answers.map((each) => primTable(each, lang, world.width).join('\n')).join('\n\n')}\n`
      : `${JSON.stringify(levels(answers.map(primJson)), null, 2)}\n`;
  return answer(text, given.value('out'), lang, world);
}

/** One answer as it is; several, one per threshold, in a list. */
const levels = <T>(answers: readonly T[]): T | { readonly levels: readonly T[] } | undefined =>
  answers.length === 1 ? answers[0] : { levels: answers };
