import {
  evaluateAll,
  planStudy,
  scaleToInputs,
  sobolG,
  type TestFunction,
  testFunctions,
} from '@schaalsprong/methods/sensitivity';
import { nearest } from '@schaalsprong/words';
import type { Asked } from './asked.ts';
import type { Given } from './options.ts';
import type { Answered } from './subject.ts';
import { saySensitivity } from './texts.ts';

/** A method on a function of which the answer is known. */
export function onFunction(name: string, asked: Asked, given: Given): Answered {
  for (const option of ['model', 'uncertain', 'scenario', 'at', 'set', 'threads'] as const) {
    if (given.value(option) !== null) {
      given.wrong('only-with', { what: `--${option}`, other: saySensitivity(given.lang, 'a-model') });
    }
  }
  if (given.value('problem') !== null || given.rest[1] !== undefined) {
    given.wrong('one-form', { known: `--function, ${saySensitivity(given.lang, 'a-sample')}` });
  }
  const of = functionOf(name, given);
  const all = of.inputs.map((input) => input.name);
  if (asked.inputs !== undefined) {
    given.wrong('only-with', { what: '--inputs', other: saySensitivity(given.lang, 'a-sample') });
  }
  const groups = asked.groups?.(all);
  const study = planStudy(of.inputs, asked.size ?? usualSize(asked.method), {
    ...asked,
    groups,
    outcome: 'Y',
  });
  const columns = scaleToInputs(of.inputs, study.unit);
  return {
    source: { kind: 'function', name: of.id, published: of.source },
    result: study.analyse(evaluateAll(of, columns), columns),
    exact: groups === undefined ? of.exact : null,
    titles: { Y: of.title },
  };
}

function functionOf(name: string, given: Given): TestFunction {
  const found = testFunctions.find(({ id }) => id === name);
  const known = testFunctions.map(({ id }) => id);
  if (found === undefined) {
    return given.wrong(
      'not-one-of',
      { what: '--function', known: known.join(', '), value: name },
      nearest(name, known),
    );
  }
  const words = given.names('a');
  if (words.length === 0) return found;
  if (found.id !== 'sobol-g') {
    given.wrong('only-with', { what: '--a', other: saySensitivity(given.lang, 'a-function') });
  }
  return sobolG(
    words.map((word) => {
      const value = Number(word);
      if (!(value >= 0 && Number.isFinite(value))) {
        given.wrong('not-number', { what: '--a', min: 0, max: 1e9, value: word });
      }
      return value;
    }),
  );
}

const usualSize = (method: Asked['method']): number => (method === 'morris' ? 50 : 1024);
