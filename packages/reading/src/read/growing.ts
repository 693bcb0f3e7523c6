import { Unreachable } from '@schaalsprong/words';
/** A growable typed array of offsets: amortized doubling, no allocation per entry. */
export class Growing {
  #values: Uint32Array;
  #length = 0;

  constructor(expected: number) {
    this.#values = new Uint32Array(Math.max(16, expected));
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const larger = new Uint32Array(this.#values.length * 2);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.#length++] = value;
  }

  drop(count: number): void {
    this.#length = Math.max(0, this.#length - count);
  }

  /** @throws Unreachable where nothing was pushed at the index */
  get(index: number): number {
    const value = index < this.#length ? this.#values[index] : undefined;
    if (value === undefined) throw new Unreachable(`no element ${index} of ${this.#length}`);
    return value;
  }
}
