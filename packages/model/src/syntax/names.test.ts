import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical, elementKey, nearestNames, splitElementName } from './names.ts';

describe('a name', () => {
  it('is the same whatever its case, spaces, underscores and quotes', () => {
    expect(canonical(' "Grid_Delay  time" ')).toBe(canonical('grid delay TIME'));
  });

  it('made canonical stays what it is', () => {
    fc.assert(
      fc.property(fc.string(), (name) => canonical(canonical(name)) === canonical(name) || /"/.test(name)),
    );
  });

  it('of an element falls apart into base and subscripts', () => {
    expect(splitElementName('jobs[SGE, mbo]')).toEqual({ base: 'jobs', subs: ['SGE', 'mbo'] });
    expect(splitElementName('"jobs [thousand]"')).toEqual({ base: '"jobs [thousand]"', subs: [] });
    expect(elementKey('Jobs', ['SGE', 'MBO'])).toBe('jobs[sge,mbo]');
  });

  it('with a slip of the pen is answered by the names that are near', () => {
    expect(nearestNames('builers', ['builder', 'builders', 'homes'])).toEqual(['builders', 'builder']);
    expect(nearestNames('zzzz', ['builders', 'homes'])).toEqual([]);
  });
});
