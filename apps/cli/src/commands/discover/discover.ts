import { nearest } from '@schaalsprong/words';
import { type Exit, exit } from '../../command/exit.ts';
import type { Surroundings } from '../../command/surroundings.ts';
import { UsageError } from '../../command/usage-error.ts';
import { answer } from '../../terminal/answer.ts';
import { cartJson, cartTable, discoverByCart } from './cart-report.ts';
import { discoverByLogistic, logisticJson, logisticTable } from './logistic-report.ts';
import type { Given } from './options.ts';
import { discoverByPrim, primSettings, selectionRule } from './prim.ts';
import { primJson } from './prim-json.ts';
import { primTable } from './prim-table.ts';
import { type Subject, subjectsOf } from './subject.ts';

const methods = ['prim', 'cart', 'logistic'] as const;
type Method = (typeof methods)[number];

/** Which methods look at an option that not all of them do. */
const optionsOf: readonly (readonly [Parameters<Given['value']>[0], readonly Method[]])[] = [
  ...(['alpha', 'paste-alpha', 'objective', 'boxes', 'earlier', 'resample', 'step'] as const).map(
    (name) => [name, ['prim']] as const,
  ),
  ...(['coverage', 'density'] as const).map((name) => [name, ['prim', 'logistic']] as const),
  ['min-mass', ['prim', 'cart']],
];

/** `discover`: in which futures does it happen? */
export async function runDiscover(given: Given, world: Surroundings): Promise<Exit> {
  const { lang } = given;
  const method = methodOf(given);
  // Fail fast: validate settings before futures are computed.
  for (const [name, of] of optionsOf) {
    if (given.value(name) !== null && !of.includes(method))
      given.wrong('only-with', { what: `--${name}`, other: of.join(', ') });
  }
  if (method === 'prim') primSettings(given);
  selectionRule(given);
  const subjects = await subjectsOf(given, world);
  if (subjects === null) return exit.badInput;
  const answers = subjects.map((subject) => answerOf(method, subject, given));
  const text =
    given.value('json') === null
      ? `${answers.map(({ table }) => table(lang, world.width).join('\n')).join('\n\n')}\n`
      : `${JSON.stringify(levels(answers.map(({ json }) => json())), null, 2)}\n`;
  return answer(text, given.value('out'), lang, world);
}

function methodOf(given: Given): Method {
  const { lang } = given;
  const known = methods.join(', ');
  const word = given.rest[0] ?? given.wrong('no-method', { known });
  const method = methods.find((each) => each === word);
  if (method !== undefined) return method;
  throw new UsageError(lang, 'not-one-of', { what: 'discover', known, value: word }, nearest(word, methods));
}

interface Answer {
  json(): Readonly<Record<string, unknown>>;
  table(lang: Given['lang'], width: number): readonly string[];
}

function answerOf(method: Method, subject: Subject, given: Given): Answer {
  switch (method) {
    case 'prim': {
      const found = discoverByPrim(subject, given);
      return { json: () => primJson(found), table: (lang, width) => primTable(found, lang, width) };
    }
    case 'cart': {
      const found = discoverByCart(subject, given);
      return { json: () => cartJson(found), table: (lang, width) => cartTable(found, lang, width) };
    }
    case 'logistic': {
      const found = discoverByLogistic(subject, given);
      return { json: () => logisticJson(found), table: (lang, width) => logisticTable(found, lang, width) };
    }
  }
}

/** One answer as it is; several, one per threshold, in a list. */
const levels = <T>(answers: readonly T[]): T | { readonly levels: readonly T[] } | undefined =>
  answers.length === 1 ? answers[0] : { levels: answers };
