import { basename, resolve } from 'node:path';
import { hashCases } from '@schaalsprong/methods/cases';
import { readCases } from '@schaalsprong/methods/node';
import { analyseSample, groupingOf } from '@schaalsprong/methods/sensitivity';
import type { Surroundings } from '../../command/surroundings.ts';
import { readText } from '../simulate/find-model.ts';
import type { Asked } from './asked.ts';
import type { Given } from './options.ts';
import { readProblem } from './problem-file.ts';
import type { Answered } from './subject.ts';
import { saySensitivity } from './texts.ts';

/**
 * A method on runs that were made elsewhere.
 *
 * @throws UsageError on words that do not fit; what reading and the method throw
 */
export async function onSample(
  path: string,
  asked: Asked,
  given: Given,
  world: Surroundings,
): Promise<Answered> {
  const { lang } = given;
  for (const option of ['uncertain', 'scenario', 'set', 'threads'] as const) {
    if (given.value(option) !== null) {
      given.wrong('only-with', { what: `--${option}`, other: saySensitivity(lang, 'a-model') });
    }
  }
  for (const option of ['n', 'step'] as const) {
    if (given.value(option) !== null) {
      given.wrong('only-with', {
        what: `--${option}`,
        other: `--function${saySensitivity(lang, 'or')}--model`,
      });
    }
  }
  const outcome =
    given.value('outcome') ??
    given.wrong('needs-option', {
      command: 'sensitivity',
      what: '--outcome',
      why: saySensitivity(lang, 'why-outcome'),
    });
  const file = given.value('problem');
  const problem = file === null ? null : readProblem(readText(resolve(world.cwd, file), file), file);
  const at = given.number('at');
  const cases = await readCases(resolve(world.cwd, path), { at: at ?? 'last' });
  const groups = problem?.groups ?? null;
  return {
    source: {
      kind: 'sample',
      file: basename(path),
      ...(at === null ? {} : { at }),
      hash: await hashCases(cases),
      rows: cases.count,
    },
    result: analyseSample(
      cases,
      { ...asked, groups: undefined, outcome },
      {
        inputs: asked.inputs ?? problem?.names,
        ranges: problem?.ranges,
        groups: asked.groups ?? (groups === null ? undefined : (names) => groupingOf(names, groups)),
      },
    ),
    exact: null,
    titles: {},
  };
}
