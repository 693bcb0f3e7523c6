import { loadRegion, type Region, RegionError } from '@schaalsprong/agenda';
import { readRegionFolder } from '@schaalsprong/agenda/node';
import { type AuditInput, auditInput } from '@schaalsprong/audit';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { clashing } from '../../../test/clashing.ts';
import { Copy } from '../../../test/world.ts';
import { outcomesOfFile, outcomesOfModel, quantitiesOf, readable } from './outcomes.ts';

let region: Region;
let input: AuditInput;
beforeAll(async () => {
  const made = clashing(new Copy());
  region = await loadRegion(readRegionFolder(`${made.cwd}/region`));
  input = auditInput(region);
  made.remove();
});

const file = (...lines: string[]) => outcomesOfFile('r.csv', lines.join('\n'), region, input);
const interval = (min: number | null, max: number | null) => ({ min, max, minOpen: false, maxOpen: false });

describe('what is held against the text', () => {
  it('is the quantity in which a claim gives the very number of the target, in its very unit', () => {
    const target = { id: 'homes-2029', value: 80, unit: 'homes' } as Region['targets'][number];
    expect(quantitiesOf(input, target)).toEqual(['homes-built@ALL@2029']);
    expect(quantitiesOf(input, { ...target, value: 81 })).toEqual([]);
    expect(quantitiesOf(input, { ...target, value: null })).toEqual([]);
    expect(quantitiesOf(input, { ...target, unit: 'index' } as typeof target)).toEqual([]);
  });

  it('from the model is p10 to p90 of each target that it speaks of', () => {
    const [homes, rank] = region.targets;
    const targets = [
      { ...homes, projected: { p10: 60, p50: 65, p90: 70 } },
      { ...rank, projected: { p10: 1, p50: 2, p90: 3 } },
    ] as unknown as Parameters<typeof outcomesOfModel>[0]['targets'];
    expect(outcomesOfModel({ targets }, region, input)).toEqual({
      outcomes: [{ variable: 'homes-built@ALL@2029', interval: interval(60, 70), target: 'homes-2029' }],
      notCompared: ['rank-2029'],
    });
  });

  it('from a file is what it says of targets and quantities', () => {
    expect(
      file('id,variable,min,max', 'homes-2029,,60,', ',homes-north@ALL@2029,40,41', 'rank-2029,,1,2'),
    ).toEqual({
      outcomes: [
        { variable: 'homes-built@ALL@2029', interval: interval(60, null), target: 'homes-2029' },
        { variable: 'homes-north@ALL@2029', interval: interval(40, 41), target: null },
      ],
      notCompared: ['rank-2029'],
    });
  });

  it('a name that the agenda does not have, or another unit, is told at its line with what comes near', () => {
    const problems = (): readonly string[] => {
      try {
        file(
          'id,variable,min,max,unit',
          'homes-2028,,1,2,',
          ',homes-nort@ALL@2029,1,2,',
          'homes-2029,,1,2,percent',
          ',homes-north@ALL@2029,1,2,percent',
        );
      } catch (error) {
        if (!(error instanceof RegionError)) throw error;
        return error.problems.map(({ line, code, hint }) => `${line} ${code} ${hint.en}`);
      }
      return [];
    };
    expect(problems()).toEqual([
      expect.stringMatching(/^2 REGION_UNKNOWN_ID .*homes-2029/),
      expect.stringMatching(/^3 REGION_UNKNOWN_ID .*homes-north@ALL@2029/),
      expect.stringMatching(/^4 REGION_UNIT_DIFFERS /),
      expect.stringMatching(/^5 REGION_UNIT_DIFFERS /),
    ]);
  });

  it('in few digits it is never narrower, and wider by no more than a step of the last digit', () => {
    expect(readable(interval(38_046.4, 44_951.2), 3)).toEqual(interval(38_000, 45_000));
    expect(readable(interval(-1.2345e-7, 0), 3)).toEqual(interval(-1.24e-7, 0));
    expect(readable(interval(0.58, null), 2)).toEqual(interval(0.58, null));
    const number = fc.double({ min: -1e15, max: 1e15, noNaN: true });
    fc.assert(
      fc.property(number, number, fc.integer({ min: 1, max: 8 }), (a, b, digits) => {
        const [min, max] = [Math.min(a, b), Math.max(a, b)];
        const wide = readable(interval(min, max), digits);
        const room = (x: number): number => 10 ** (1 - digits) * Math.abs(x) * (1 + 1e-9);
        expect(wide.min).toBeLessThanOrEqual(min);
        expect(wide.max).toBeGreaterThanOrEqual(max);
        expect(min - (wide.min ?? 0)).toBeLessThanOrEqual(room(min));
        expect((wide.max ?? 0) - max).toBeLessThanOrEqual(room(max));
      }),
    );
  });
});
