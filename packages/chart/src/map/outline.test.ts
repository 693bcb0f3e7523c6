import { describe, expect, it } from 'vitest';
import { outlinePath } from './outline.ts';

describe('the outline of an area', () => {
  it('leaves out points that lie too close to be seen, and rings of nothing', () => {
    const ring = [0, 0.1, 0.2, 10].map((x) => ({ x, y: 0 }));
    expect(outlinePath([[...ring, { x: 10, y: 10 }]], (p) => p)).toBe('M0.0 0.0L10.0 0.0L10.0 10.0Z');
    expect(outlinePath([ring.slice(0, 3)], (p) => p)).toBe('');
  });
});
