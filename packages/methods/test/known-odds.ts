import { streamOf, uniformPair } from '@schaalsprong/model';
import { categoryInput, type DiscoveryData, dataOf, numberInput } from '../src/discovery/data/data.ts';

/** Uniform draws of one stream. */
export const draws = (name: string, count = 600): Float64Array =>
  Float64Array.from({ length: count }, (_, i) => uniformPair(8, streamOf(name), i)[0]);
const [a, b, idle, luck] = [draws('a'), draws('b'), draws('idle'), draws('luck')];
const letters = Int32Array.from(draws('letters'), (u) => Math.floor(u * 3));

/** Futures with log odds 8 a - 4 b - 3, and 2 more for the last letter; `idle` plays no part. */
export const knownOdds = (): DiscoveryData =>
  dataOf(
    [
      numberInput('idle', idle),
      numberInput('a', a),
      numberInput('b', b),
      categoryInput('letter', ['x', 'y', 'z'], letters),
    ],
    Uint8Array.from(luck, (u, i) => {
      const odds = 8 * (a[i] ?? 0) - 4 * (b[i] ?? 0) - 3 + (letters[i] === 2 ? 2 : 0);
      return u < 1 / (1 + Math.exp(-odds)) ? 1 : 0;
    }),
  );
