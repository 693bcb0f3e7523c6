import type { TableAnswer } from '@schaalsprong/futures/table';
import { medianNoise } from '../lib/noise.ts';
import { at } from '../lib/time.ts';
import type { BlockFacts } from './series.ts';

/**
 * Blocks of which the median moved by more than chance between two answers over as many futures: at the horizon of the target of the
 * block, or at the last time where it has none.
 */
export function movedBlocks(
  blocks: readonly BlockFacts[],
  answer: Pick<TableAnswer, 'count' | 'bands'>,
  before: Pick<TableAnswer, 'count' | 'bands'>,
): ReadonlySet<string> {
  if (answer.count !== before.count) return new Set();
  const moved = blocks.filter(({ block, goal }) => {
    const [now, then] =
      block.outcome === null ? [] : [answer.bands[block.outcome], before.bands[block.outcome]];
    if (now === undefined || then === undefined) return false;
    const when = goal?.horizon ?? now.time.at(-1) ?? 0;
    const [p50, p10, p90, was] = [
      at(now.time, now.p50, when),
      at(now.time, now.p10, when),
      at(now.time, now.p90, when),
      at(then.time, then.p50, when),
    ];
    if (p50 === null || p10 === null || p90 === null || was === null) return false;
    return Math.abs(p50 - was) > medianNoise({ p10, p90 }, answer.count);
  });
  return new Set(moved.map(({ block }) => block.id as string));
}
