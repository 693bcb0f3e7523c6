import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spread } from './labels.ts';

const positions = fc.array(fc.double({ min: -50, max: 350, noNaN: true }), { minLength: 1, maxLength: 6 });
const labelled = (at: readonly number[]) => at.map((y, i) => ({ key: String(i), at: y }));

describe('labels beside lines', () => {
  it('stand at least the gap apart and keep their order', () => {
    fc.assert(
      fc.property(positions, (at) => {
        const placed = spread(labelled(at), 14, 0, 300);
        for (const [i, label] of placed.entries()) {
          const before = placed[i - 1];
          if (before !== undefined) expect(label.at - before.at).toBeGreaterThanOrEqual(14 - 1e-9);
        }
        const order = [...labelled(at)].sort((a, b) => a.at - b.at).map((l) => l.key);
        expect(placed.map((l) => l.key)).toEqual(order);
      }),
    );
  });
  it('stay inside the drawing where there is room', () => {
    fc.assert(
      fc.property(positions, (at) => {
        for (const label of spread(labelled(at), 14, 0, 300)) {
          expect(label.at).toBeGreaterThanOrEqual(0);
          expect(label.at).toBeLessThanOrEqual(300 + 1e-9);
        }
      }),
    );
  });
  it('do not move where nothing is in the way', () => {
    expect(spread(labelled([10, 100, 200]), 14, 0, 300).map((l) => l.at)).toEqual([10, 100, 200]);
  });
});
