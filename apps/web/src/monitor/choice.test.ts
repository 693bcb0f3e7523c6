import { JudgementsFile } from '@schaalsprong/agenda';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { mapModes, mapShapes } from '../pages/map/view.ts';
import { type Choice, isDay, mostAreas, readChoice, writeChoice } from './address.ts';
import { judgementsYaml, keptJudgements } from './judgements.ts';
import { statuses, tally } from './statuses.ts';

const choice: fc.Arbitrary<Choice> = fc.record({
  asKnownOn: fc.constantFrom(null, '2024-02-29', '2026-11-30'),
  areas: fc.option(
    fc.uniqueArray(fc.constantFrom('GM1', 'GM2', 'GM3', 'MRE', 'PV30', 'NL01'), { maxLength: mostAreas }),
  ),
  index: fc.option(fc.boolean()),
  shape: fc.constantFrom(null, ...mapShapes),
  period: fc.constantFrom(null, '2024', '2024-01-01'),
  mode: fc.constantFrom(null, ...mapModes),
});

describe('the address', () => {
  it('holds every choice, so that a link shows the same', () => {
    fc.assert(
      fc.property(choice, (chosen) => {
        expect(readChoice(new URLSearchParams(writeChoice(chosen).toString()))).toEqual(chosen);
      }),
    );
  });
  it('is bare where nothing was chosen', () => {
    expect(writeChoice(readChoice(new URLSearchParams())).toString()).toBe('');
  });
  it('takes no day that does not exist and no more areas than fit one chart', () => {
    expect(isDay('2023-02-29')).toBe(false);
    expect(readChoice(new URLSearchParams('bekendOp=2023-02-29')).asKnownOn).toBeNull();
    expect(readChoice(new URLSearchParams('gebieden=a,b,c,d,e,f,g,a')).areas).toEqual([
      'a',
      'b',
      'c',
      'd',
      'e',
      'f',
    ]);
  });
});

const judgement = (target: string, why: string) => ({
  target: target as never,
  status: 'lagging' as const,
  by: 'Programmabureau',
  on: '2026-11-30' as never,
  why,
});

describe('judgements that are taken away', () => {
  it('are a file that the region folder takes, whatever a person wrote', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1 }).filter((why) => why.trim() !== ''),
        (why) => {
          const given = [judgement('homes-2030', why)];
          expect(JudgementsFile.parse(parse(judgementsYaml(given))).judgements).toEqual(given);
        },
      ),
    );
    expect(JudgementsFile.parse(parse(judgementsYaml([]))).judgements).toEqual([]);
  });
  it('are known from what is none', () => {
    const { is } = keptJudgements('here');
    expect(is(judgement('a', 'b'))).toBe(true);
    expect(is({ ...judgement('a', 'b'), status: 'fine' })).toBe(false);
    expect(is(null)).toBe(false);
  });
});

describe('the count of targets by status', () => {
  it('counts each once, from good to bad', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...statuses)), (all) => {
        const counted = tally(all.map((computed) => ({ computed })));
        expect(counted.reduce((sum, { count }) => sum + count, 0)).toBe(all.length);
        const order = counted.map(({ status }) => statuses.indexOf(status));
        expect(order).toEqual(order.toSorted((a, b) => a - b));
      }),
    );
  });
});
