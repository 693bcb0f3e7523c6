import { filesInMemory, RegionError } from '@schaalsprong/agenda';
import { FuturesError, problems } from '@schaalsprong/methods/problems';
import { ModelError } from '@schaalsprong/model';
import { describe, expect, it } from 'vitest';
import { syntheticFile, syntheticFiles, timedFiles } from '../../test/synthetic.ts';
import { explainFault, firstFaults, openRegion } from './open.ts';

describe('a fault in words', () => {
  const text = { nl: 'kapot', en: 'broken' };
  const hint = { nl: 'maak het heel', en: 'mend it' };

  it('of content: place, code, field, what was expected, what to do, per problem', () => {
    const place = { file: 'r/a.yaml', line: 3, column: 7, path: 'targets[0].unit' };
    const error = new RegionError('r', [
      {
        ...place,
        code: 'REGION_TYPE_WRONG',
        message: text,
        expected: { nl: 'een getal', en: 'a number' },
        found: 'x',
        hint,
      },
      {
        ...place,
        line: 4,
        path: '',
        code: 'REGION_TYPE_WRONG',
        message: text,
        expected: 'homes',
        found: 'x',
        hint,
      },
    ]);
    expect(explainFault(error, 'nl')).toEqual([
      'r/a.yaml:3:7  REGION_TYPE_WRONG  targets[0].unit: kapot\n    verwacht: een getal\n    doen: maak het heel',
      'r/a.yaml:4:7  REGION_TYPE_WRONG  kapot\n    verwacht: homes\n    doen: maak het heel',
    ]);
    expect(explainFault(error, 'en')?.[0]).toContain('    expected: a number\n    do: mend it');
  });

  it('of the model: line, or only the file where there is no line', () => {
    const error = new ModelError([
      { code: 'MODEL_LOOP', message: text, file: 'm.mdl', line: 12, hint },
      { code: 'MODEL_BAD_INPUT', message: text, file: 'm.mdl', line: 0, hint },
    ]);
    expect(explainFault(error, 'en')).toEqual([
      'm.mdl:12  MODEL_LOOP  broken\n    expected: an order to compute in: a stock or a delay in every circle\n    do: mend it',
      'm.mdl  MODEL_BAD_INPUT  broken\n    expected: a value that the model takes\n    do: mend it',
    ]);
  });

  it('of a question: which setting', () => {
    expect(explainFault(new FuturesError([problems.count(0)]), 'en')?.[0]).toMatch(
      /^futures {2}FUTURES_COUNT {2}0 /,
    );
  });

  it('of the program itself: none of ours to explain', () => {
    expect(explainFault(new TypeError('x'), 'en')).toBeNull();
    expect(explainFault('x', 'nl')).toBeNull();
  });
});

it('an empty folder opens with a fault of content, not of the program', async () => {
  await expect(openRegion(filesInMemory('nowhere', {}))).rejects.toBeInstanceOf(RegionError);
});

describe('a timing of a measure', () => {
  const opened = async (path: string, from: string, to: string): Promise<string> => {
    const text = timedFiles[path] ?? '';
    expect(text).toContain(from);
    try {
      await openRegion(syntheticFiles({ ...timedFiles, [path]: text.replace(from, to) }));
      return 'sound';
    } catch (error) {
      return explainFault(error, 'en')?.join('\n') ?? String(error);
    }
  };

  it('shifts a constant of the model in its time unit, and says the time that the model has', async () => {
    expect(await opened('measures.yaml', 'agenda: 3', 'agenda: 3.0')).toBe('sound');
    expect(await opened('measures.yaml', 'variable: grid earlier', 'variable: grid sooner')).toMatch(
      /REGION_VARIABLE_UNKNOWN .*grid sooner/,
    );
    expect(await opened('measures.yaml', 'of: grid lead', 'of: grid leed')).toMatch(
      /REGION_VARIABLE_UNKNOWN/,
    );
    expect(await opened('measures.yaml', 'agenda: 3', 'agenda: 4')).toMatch(
      /measures\.yaml:\d+:\d+ {2}REGION_TIMING_DIFFERS .*grid lead = 3/,
    );
    expect(await opened('measures.yaml', 'variable: grid earlier', 'variable: homes asked')).toMatch(
      /REGION_TIMING_UNIT .*homes\/year/,
    );
  });
});

it('limits in another unit than their outcome are refused until the content says which', async () => {
  const outcomes = syntheticFile('model/outcomes.yaml').replace('    limitUnit: homes-per-year\n', '');
  await expect(openRegion(syntheticFiles({ 'model/outcomes.yaml': outcomes }))).rejects.toThrow(
    /REGION_LIMIT_UNIT/,
  );
});

it('of thousands of faults the first fifty are told, and how many more there are', () => {
  const told = Array.from({ length: 1234 }, (_, i) => `fault ${i}`);
  expect(firstFaults(told, 'nl')).toHaveLength(51);
  expect(firstFaults(told, 'nl').at(-1)).toBe('... en nog 1184. Herstel eerst deze.');
  expect(firstFaults(told, 'en').at(-1)).toBe('... and 1184 more. Mend these first.');
  expect(firstFaults(told.slice(0, 50), 'en')).toEqual(told.slice(0, 50));
});
