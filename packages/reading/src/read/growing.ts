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

  get(index: number): number {
    return this.#values[index] ?? 0;
  }
}
