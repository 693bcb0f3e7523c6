import { streamOf, uniformPair } from '@schaalsprong/model';
import { describe, expect, it } from 'vitest';
import { processorMs } from '../../../../scripts/testing/processor-time.ts';
import { cart } from './cart/cart.ts';
import { type DiscoveryData, dataOf, numberInput } from './data/data.ts';
import { measureBox, prim } from './prim/prim.ts';
import { sayBox } from './sentences/say-box.ts';

/** Few futures with many inputs, of which the first two decide. */
function wide(inputs: number): DiscoveryData {
  const columns = Array.from({ length: inputs }, (_, place) => {
    const stream = streamOf(`x${place}`);
    return Float64Array.from({ length: 40 }, (_, row) => uniformPair(1, stream, row)[0]);
  });
  const interest = Uint8Array.from({ length: 40 }, (_, row) =>
    (columns[0]?.[row] ?? 0) > 0.4 && (columns[1]?.[row] ?? 0) < 0.7 ? 1 : 0,
  );
  return dataOf(
    columns.map((values, place) => numberInput(`x${place}`, values)),
    interest,
  );
}

const words = { happens: { nl: 'het mislukt', en: 'it fails' } };

/** The least of two readings, after one that compiles. */
function least(work: () => void): number {
  work();
  return Math.min(...[1, 2].map(() => processorMs(work)));
}

describe('the cost of discovery with many inputs', () => {
  it.each<[string, (data: DiscoveryData) => void]>([
    [
      'prim, and its sentence',
      (data) => {
        const [last] = prim(data, {}).boxes.flatMap(({ trajectory }) => trajectory.slice(-1));
        if (last !== undefined) sayBox(last, data, words, 'en');
      },
    ],
    [
      'cart, each leaf measured as a box',
      (data) => {
        const { leaves } = cart(data, { kind: 'binary', interest: data.interest });
        for (const { box } of leaves) sayBox(measureBox(data, box), data, words, 'en');
      },
    ],
  ])('grows with the inputs and not with their square: %s', (_, work) => {
    const [few, many] = [wide(1_000), wide(4_000)];
    // Linear is 4, quadratic 16.
    expect(least(() => work(many)) / least(() => work(few))).toBeLessThan(10);
  });
});
