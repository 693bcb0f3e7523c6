import { describe, expect, it } from 'vitest';
import { OutputSpaceArchive } from './output-space.ts';

describe('the archive of outcomes', () => {
  it('does not lose a cell to the rounding of a quotient', () => {
    const archive = new OutputSpaceArchive<string>([{ min: 0, step: 0.1 }]);
    expect(archive.add([0.3], 'on the edge')).toBe(true);
    expect(archive.add([0.35], 'in the middle')).toBe(false);
    expect(archive.contents).toEqual(['in the middle']);
    expect(archive.noveltyOf([0.31])).toBe(0.5);
    expect(archive.noveltyOf([0.9])).toBe(1);
  });
});
