import type { Outcome, PictureFile, Target } from '@schaalsprong/wire';
import { describe, expect, it } from 'vitest';
import { movedBlocks } from './moved.ts';
import { doorOf, type PictureFacts, pictureNumbers, worksThroughMost } from './series.ts';

const text = (word: string) => ({ nl: word, en: word });
const block = (id: string, own: readonly string[], outcome: string | null = id) => ({
  id,
  title: text(id),
  outcome,
  sentence: text(id),
  sectors: [],
  variables: [],
  own,
  door: { to: 'target', id: `${id}-2030` },
  place: { wide: [0, 0], narrow: [0, 0] },
});
const arrow = (from: string, to: string, limits: readonly string[]) => ({
  from,
  to,
  sign: '+',
  sentence: text('x'),
  way: [],
  limits,
  bend: { wide: 0, narrow: 0 },
});
// Ids are branded where they are parsed; these are made up.
const picture = {
  blocks: [block('homes', ['plans']), block('power', ['grid']), block('money', [], null), block('roads', [])],
  arrows: [
    arrow('power', 'homes', ['grid']),
    arrow('money', 'homes', ['finance']),
    arrow('homes', 'power', []),
    arrow('power', 'roads', ['grid']),
    arrow('money', 'roads', ['finance']),
  ],
  leftOut: [],
} as unknown as PictureFile;
const outcome = (id: string, limits: readonly string[]) =>
  ({ id, limits: limits.map((constraint) => ({ constraint, variable: constraint })) }) as unknown as Outcome;
const outcomes = [
  outcome('homes', ['plans', 'grid', 'finance']),
  outcome('power', ['grid']),
  outcome('roads', ['grid', 'finance']),
];
const target = (id: string, of: string, value: number | null) =>
  ({ id, outcome: of, value, horizon: '2030' }) as unknown as Target;
const content = {
  picture,
  targets: [
    target('homes-early', 'homes', 10),
    target('homes-2030', 'homes', 20),
    target('power-2030', 'power', null),
    target('roads-2030', 'roads', 1),
  ],
  outcomeById: new Map(outcomes.map((each) => [each.id as string, each])),
};
const met = { count: 3, of: 10 };
const facts: PictureFacts = {
  fan: () => null,
  target: (id) =>
    id === 'homes-2030'
      ? {
          met,
          binding: [
            { constraint: 'plans', share: 0.5 },
            { constraint: 'grid', share: 0.2 },
            { constraint: 'finance', share: 0.3 },
          ],
        }
      : id === 'roads-2030'
        ? {
            met,
            binding: [
              { constraint: 'grid', share: 0.95 },
              { constraint: 'finance', share: 0.05 },
            ],
          }
        : { met: null, binding: [{ constraint: 'grid', share: 1 }] },
};

describe('the numbers of the drawn picture', () => {
  const numbers = pictureNumbers(content, facts);

  it('divide what holds a block back over its arrows and itself, which add up to one', () => {
    const [homes] = numbers.blocks;
    expect(homes?.own).toBe(0.5);
    expect(numbers.arrows.slice(0, 2).map(({ share }) => share)).toEqual([0.2, 0.3]);
    expect(homes?.limits.map(({ constraint }) => constraint)).toEqual(['plans', 'finance', 'grid']);
  });

  it('give no share where an outcome has one limit, which is all of it by definition', () => {
    const power = numbers.blocks[1];
    expect([power?.own, power?.limits, numbers.arrows[2]?.share]).toEqual([null, [], null]);
  });

  it('take the target of the door, and its goal only where that has a number', () => {
    expect(numbers.blocks.map(({ target: of }) => of?.id ?? null)).toEqual([
      'homes-2030',
      'power-2030',
      null,
      'roads-2030',
    ]);
    expect(numbers.blocks.map(({ goal }) => goal?.value ?? null)).toEqual([20, null, null, 1]);
    expect(numbers.blocks[0]?.goal?.horizon).toBe(2031);
  });

  it('name the block that brings a tenth or more of what holds back the most others', () => {
    expect(worksThroughMost(numbers)).toEqual({
      from: 'power',
      on: [
        { to: 'roads', share: 0.95 },
        { to: 'homes', share: 0.2 },
      ],
    });
  });

  it('name none while nothing is computed', () => {
    expect(worksThroughMost(pictureNumbers(content, { fan: () => null, target: () => null }))).toBeNull();
  });

  it('lead to the page behind a block', () => {
    expect(numbers.blocks[0] === undefined ? '' : doorOf(numbers.blocks[0].block)).toBe('/doelen/homes-2030');
  });
});

describe('what a move lights', () => {
  const { blocks } = pictureNumbers(content, facts);
  const band = (middle: number, late = middle) => ({
    time: [2023, 2031, 2040],
    p10: [0, middle - 5, late - 5],
    p25: [0, middle - 2, late - 2],
    p50: [0, middle, late],
    p75: [0, middle + 2, late + 2],
    p90: [0, middle + 5, late + 5],
  });
  const answer = (homes: number, roads: number, count = 1000) => ({
    count,
    bands: { homes: band(homes), power: band(1), roads: band(1, roads) },
  });

  it('is what changed by more than chance at the horizon of its target', () => {
    expect([...movedBlocks(blocks, answer(30, 1), answer(20, 1))]).toEqual(['homes']);
    expect([...movedBlocks(blocks, answer(20.1, 1), answer(20, 1))]).toEqual([]);
    // A change after the horizon is none of the target.
    expect([...movedBlocks(blocks, answer(20, 9), answer(20, 1))]).toEqual([]);
  });

  it('is nothing between answers over other numbers of futures', () => {
    expect([...movedBlocks(blocks, answer(30, 1, 1000), answer(20, 1, 10_000))]).toEqual([]);
  });
});
