import type { TableAnswer, TableTarget } from '@schaalsprong/futures/table';
import type { Target } from '@schaalsprong/wire';
import { describe, expect, it } from 'vitest';
import { targetChanges } from './changes.ts';

const target = (id: string, unit: string): [string, Target] => [
  id,
  { id, unit, value: 5, direction: 'at-least' } as Target,
];
const targets = new Map([target('homes', 'homes'), target('share', 'share'), target('same', 'homes')]);

const of = (id: string, values: readonly number[]): TableTarget => {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (p: number): number => sorted[Math.floor(p * (sorted.length - 1))] ?? 0;
  return {
    id,
    values: Float64Array.from(values),
    projected: { p10: at(0.1), p50: at(0.5), p90: at(0.9) },
    met: { count: values.filter((value) => value >= 5).length, of: values.length },
    gap: null,
    binding: [],
  };
};
const answer = (...all: TableTarget[]): TableAnswer =>
  ({ count: 10, targets: all }) as unknown as TableAnswer;
const ten = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
const isSeen = (difference: number): boolean => Math.abs(difference) >= 0.01;

describe('what changed', () => {
  it('has the largest shift of its own band first, whatever the unit', () => {
    const before = answer(
      of(
        'homes',
        ten.map((n) => n * 100),
      ),
      of('share', ten),
      of('same', ten),
    );
    const now = answer(
      of(
        'homes',
        ten.map((n) => n * 100 + 50),
      ),
      of(
        'share',
        ten.map((n) => n + 2),
      ),
      of('same', ten),
    );
    const found = targetChanges(targets, now, before, isSeen);
    expect(found.map(({ target: id, shift }) => [id, shift])).toEqual([
      ['share', 2],
      ['homes', 50],
    ]);
    expect(found[0]?.size).toBeGreaterThan(found[1]?.size ?? 0);
    expect(targetChanges(targets, before, before, isSeen)).toEqual([]);
  });

  it('leaves out what nobody can see, and marks a difference of counts that chance explains', () => {
    const before = answer(of('share', ten));
    expect(
      targetChanges(
        targets,
        answer(
          of(
            'share',
            ten.map((n) => n + 0.001),
          ),
        ),
        before,
        isSeen,
      ),
    ).toEqual([]);
    const [one] = targetChanges(
      targets,
      answer(
        of(
          'share',
          ten.map((n) => n + 1),
        ),
      ),
      before,
      isSeen,
    );
    expect(one?.more).toBe(1);
    expect(one?.isCounted).toBe(false);
    const [all] = targetChanges(
      targets,
      answer(
        of(
          'share',
          ten.map((n) => n + 5),
        ),
      ),
      before,
      isSeen,
    );
    expect(all?.more).toBe(5);
    expect(all?.isCounted).toBe(true);
  });
});
