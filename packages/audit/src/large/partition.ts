import { at } from '@schaalsprong/words';
import type { Ranges, ScaledProduct } from './ranges.ts';
import { newRegion, type Region } from './region.ts';
import type { Start } from './start.ts';

const columnsOf = ({ product, factor, other }: ScaledProduct): readonly number[] => [product, factor, other];

/** Disjoint regions: a column is in at most one. Overlapping regions are merged. */
export class Partition {
  readonly #ranges: Ranges;
  readonly #owner = new Map<number, Region>();
  readonly #regions = new Set<Region>();

  /** Regions around what breaks at a point: broken ranges and unmet products that share a column lie in one. */
  constructor(ranges: Ranges, { broken, unmet }: Start) {
    this.#ranges = ranges;
    for (const range of broken) this.#cover(at(ranges.ranges, range).columns);
    for (const product of unmet) this.#cover(columnsOf(at(ranges.products, product)));
  }

  /** The regions of this moment, in the order in which they were laid. */
  regions(): Region[] {
    return [...this.#regions];
  }

  has(region: Region): boolean {
    return this.#regions.has(region);
  }

  isOwned(column: number): boolean {
    return this.#owner.has(column);
  }

  /**
   * Extends a region with a column, and with the whole region that had it.
   * @returns the regions that were merged into this one and are no more
   */
  take(region: Region, column: number): Region[] {
    const owner = this.#owner.get(column);
    if (owner === region) return [];
    if (owner !== undefined) {
      this.#merge(region, owner);
      return [owner];
    }
    this.#add(region, column);
    // what a product allows one region depends on what another does with it: they cannot share it
    return at(this.#ranges.productsOf, column)
      .flatMap((product) => columnsOf(at(this.#ranges.products, product)))
      .flatMap((met) => (this.#owner.has(met) ? this.take(region, met) : []));
  }

  #cover(columns: readonly number[]): void {
    const [region = newRegion([]), ...others] = new Set(
      columns.flatMap((column) => this.#owner.get(column) ?? []),
    );
    this.#regions.add(region);
    for (const other of others) this.#merge(region, other);
    for (const column of columns) this.#add(region, column);
  }

  #add(region: Region, column: number): void {
    region.columns.add(column);
    this.#owner.set(column, region);
  }

  #merge(region: Region, other: Region): void {
    for (const column of other.columns) this.#add(region, column);
    for (const core of other.cores) region.cores.push(core);
    region.excluded.push(...other.excluded);
    // a repair of one of the two is no repair of their union
    region.repairs.clear();
    this.#regions.delete(other);
  }
}
