import type { Item } from './scan.ts';
import type { FoundQuantity } from './types.ts';

/** A quantity with the tokens that it came from, while the parts of the finder still need them. */
export interface Placed {
  readonly item: Item | null;
  readonly from: number;
  readonly to: number;
  readonly sentence: number;
  readonly found: FoundQuantity;
}
