import type { Plan } from '../../plan/plan.ts';

/** Whether a value is shared by all futures or computed per future. */
export type Space = 'shared' | 'each';

/** Allocates memory slots lazily: each number that must be in memory gets a slot in the record of its space. */
export class Slots {
  readonly #plan: Plan;
  readonly #slots: Readonly<Record<Space, Map<string, number>>> = { shared: new Map(), each: new Map() };
  readonly #size: Record<Space, number> = { shared: 0, each: 0 };

  constructor(plan: Plan) {
    this.#plan = plan;
  }

  spaceOf(e: number): Space {
    return this.#plan.place(e).in === 'each' ? 'each' : 'shared';
  }

  /** How many slots a record has. */
  size(space: Space): number {
    return this.#size[space];
  }

  of(space: Space, key: string, length = 1): number {
    const known = this.#slots[space].get(key);
    if (known !== undefined) return known;
    const slot = this.#size[space];
    this.#slots[space].set(key, slot);
    this.#size[space] += length;
    return slot;
  }

  /** The slot of an element. */
  element(e: number): number {
    return this.of(this.spaceOf(e), `v${e}`);
  }

  /** The slot of an element, or undefined if it has none. */
  known(e: number): number | undefined {
    return this.#slots[this.spaceOf(e)].get(`v${e}`);
  }

  /** An auxiliary slot of a state, beside its value. */
  extra(e: number, what: 'base' | 'sum' | 'next' | 'held' | 'wait'): number {
    return this.of(this.spaceOf(e), `${what}${e}`);
  }

  /** Ring buffer of the history of a delay. */
  ring(e: number, length: number): number {
    return this.of(this.spaceOf(e), `ring${e}`, length);
  }

  /** The slot that is 0, or NaN once a stock or a kept number is not finite. */
  get check(): number {
    return this.of('each', 'check');
  }
}
