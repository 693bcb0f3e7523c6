import { streamOf, uniformPair } from '@schaalsprong/model';

/**
 * Random numbers by counter (Philox): the only state is how many were drawn, so a search that was stopped goes on with the very
 * next number.
 */
export class Draws {
  readonly #seed: number;
  readonly #stream: ReturnType<typeof streamOf>;
  #drawn: number;

  /**
   * @param seed whole number from 0 to 2^53 - 1
   * @param name tells one use of the seed from another
   * @param drawn how many numbers were drawn before
   */
  constructor(seed: number, name: string, drawn = 0) {
    this.#seed = seed;
    this.#stream = streamOf(name);
    this.#drawn = drawn;
  }

  get drawn(): number {
    return this.#drawn;
  }

  /** Uniform between 0 and 1, never either. */
  uniform(): number {
    return uniformPair(this.#seed, this.#stream, this.#drawn++)[0];
  }

  /** A whole number from 0 to below `count`. */
  below(count: number): number {
    return Math.floor(this.uniform() * count);
  }
}
