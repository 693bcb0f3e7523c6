import { createLocalPool, type Summary } from '@schaalsprong/model';
import { Unreachable } from '@schaalsprong/words';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { syntheticRegion } from '../../../test/synthetic.ts';
import { settingOf, tableAnswer, tableAsks, tableRequest } from '../index.ts';
import { AskLayout } from './asks.ts';

const { region, model } = await syntheticRegion();
const asks = tableAsks(region, model.program);
const pool = createLocalPool(model);
const summary = await pool.run(
  tableRequest(asks, { setting: settingOf(region, 'agenda'), futures: 20, seed: 7 }),
);
await pool.close();

const slipped = (by: number): Summary => ({
  ...summary,
  answers: summary.answers.map((_, i) => {
    const answer = summary.answers[(i + by + summary.answers.length) % summary.answers.length];
    if (answer === undefined) throw new RangeError('no answer');
    return answer;
  }),
});

describe('the answers to the asks of the table', () => {
  it('are an error, never numbers of something else, where they slipped by one', () => {
    expect(tableAnswer(asks, summary, 7).targets.length).toBeGreaterThan(0);
    for (const by of [1, -1]) expect(() => tableAnswer(asks, slipped(by), 7)).toThrow(Unreachable);
  });

  it('are an error where one is missing or too many', () => {
    const [first] = summary.answers;
    if (first === undefined) throw new RangeError('no answer');
    for (const answers of [summary.answers.slice(1), [...summary.answers, first]]) {
      expect(() => tableAnswer(asks, { ...summary, answers }, 7)).toThrow(Unreachable);
    }
  });

  it('are an error for an ask that only looks like one of them', () => {
    const [ask] = asks.asks;
    if (ask === undefined) throw new RangeError('no ask');
    expect(() => new AskLayout(asks, summary).answer({ ...ask })).toThrow('was not asked');
  });
});

describe('the times of a band', () => {
  it('of a large chart are all those of a small one and more, for any length of a run, so that the hash does not depend on it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2000 }), (steps) => {
        const { time, variables } = model.program;
        const program = { time: { ...time, stop: time.start + steps * time.saveEvery }, variables };
        const all = region.outcomes.map(({ id }) => String(id));
        const { every, bands } = tableAsks(region, program, all);
        for (const band of bands) expect(every % band.every).toBe(0);
      }),
    );
  });
});
