import type { ReferenceTest } from '@schaalsprong/methods/reference-tests';
import { expect, it } from 'vitest';
import { type Answer, answerTo } from './reference-tests.ts';

const about = {
  method: 'why',
  title: { nl: 'som', en: 'sum' },
  source: 'arithmetic',
  cost: 'quick',
} as const;
const checks: readonly ReferenceTest[] = [
  { id: 'good', ...about, run: () => [{ name: '1 + 1', expected: 2, found: 1 + 1, tolerance: 0 }] },
  { id: 'off', ...about, run: () => [{ name: '1 + 1', expected: 3, found: 1 + 1, tolerance: 0.5 }] },
  {
    id: 'broken',
    ...about,
    run: () => {
      throw new Error('no samples');
    },
  },
];
const ask = (ids: readonly string[]): Answer[] => {
  const answers: Answer[] = [];
  answerTo(checks, { kind: 'run', ids }, (answer) => answers.push(answer));
  return answers;
};

it('tells what there is without running any of it', () => {
  const answers: Answer[] = [];
  answerTo(checks, { kind: 'list' }, (answer) => answers.push(answer));
  expect(answers).toHaveLength(1);
  expect(answers[0]).toMatchObject({
    kind: 'list',
    checks: [{ id: 'good' }, { id: 'off' }, { id: 'broken' }],
  });
});

it('says of each value whether it holds, and of a check that stopped why', () => {
  expect(ask(['good', 'off', 'broken', 'unknown'])).toMatchObject([
    { result: { id: 'good', values: [{ holds: true }], failed: null } },
    { result: { id: 'off', values: [{ holds: false }], failed: null } },
    { result: { id: 'broken', values: [], failed: 'no samples' } },
  ]);
});
