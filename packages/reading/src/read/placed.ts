import type { Item } from './scan.ts';
import type { FoundQuantity } from './types.ts';

/** A quantity with its token range, needed by later stages of the finder. */
export interface Placed {
  readonly item: Item | null;
  readonly from: number;
  readonly to: number;
  readonly sentence: number;
  readonly found: FoundQuantity;
}
