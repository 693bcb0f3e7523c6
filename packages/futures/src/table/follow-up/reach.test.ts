import { createLocalPool } from '@schaalsprong/model';
import { describe, expect, it } from 'vitest';
import { syntheticRegion } from '../../../test/synthetic.ts';
import { settingOf, type TableReach, tableAsks } from '../index.ts';
import { tableReach } from './reach.ts';

async function reach(target: string, goal: number | null, seed = 7): Promise<TableReach> {
  const { region, model } = await syntheticRegion();
  const targets = region.targets.map((each) =>
    each.id === target && goal !== null ? { ...each, value: goal } : each,
  );
  const asks = tableAsks({ ...region, targets }, model.program);
  const pool = createLocalPool(model);
  const question = { setting: settingOf(region, 'agenda'), futures: 200, seed };
  try {
    return await tableReach(asks, target, question, 400, { program: model.program, runner: pool });
  } finally {
    await pool.close();
  }
}

describe('what would reach a target', () => {
  it('is the fewest moves that do, none larger than needed, counted over futures that the search did not see', async () => {
    // Everything relieved gives all that is asked; the agenda relieves half.
    const all = (await reach('homes-2029', 200)).fresh.median;
    const none = (await reach('homes-2029', 0)).fresh.median;
    expect(all).toBeGreaterThan(none);
    const found = await reach('homes-2029', none + 0.3 * (all - none));
    expect(found.reached).toBe(true);
    expect(found.moves.map(({ measure }) => measure)).toEqual(['more-builders']);
    expect(found.moves[0]?.to).toBeLessThan(1);
    expect(found.fresh.seed).not.toBe(found.tuned.seed);
    expect(2 * found.fresh.met.count).toBeGreaterThanOrEqual(found.fresh.met.of);
    expect(2 * found.before.met.count).toBeLessThan(found.before.met.of);
  });

  it('is nothing where it is met already, and the nearest with what holds it back where nothing reaches it', async () => {
    const already = await reach('easy', null);
    expect(already).toMatchObject({ reached: true, moves: [], evaluations: 1 });
    const beyond = await reach('homes-2029', 200);
    expect(beyond.reached).toBe(false);
    expect(beyond.fresh.gap).toBeLessThan(0);
    // A lever that does nothing is not part of the best.
    expect(beyond.moves.map(({ measure }) => measure)).not.toContain('idle');
  });

  it('is the same for the same seed, and refused for a target without a number', async () => {
    expect(await reach('homes-2029', 100)).toEqual(await reach('homes-2029', 100));
    await expect(reach('without-number', null)).rejects.toThrow(/no number/);
  });
});
