import { operate } from '../interpret.ts';
import type { Scalar } from '../program.ts';
import type { Arena } from './arena.ts';

/** Depth at which a chain of names is no longer followed: a loop, or more than a number. */
const deepest = 200;

/** Works out what does not depend on the run: numbers, and what is made of constants by arithmetic and functions. */
export class Folder {
  private readonly arena: Arena;
  private readonly fill: (element: number) => boolean;

  /** @param fill writes the right side of an element, if that is not done yet; false where it cannot be */
  constructor(arena: Arena, fill: (element: number) => boolean) {
    this.arena = arena;
    this.fill = fill;
  }

  /**
   * The number that a scalar is, as far as the model itself says; undefined where it is found only in the run.
   * The constants that it is made of are fixed from then on: another value would need another program.
   */
  number(s: Scalar): number | undefined {
    const used = new Set<number>();
    const value = this.fold(s, used, 0);
    if (value === undefined || !Number.isFinite(value)) return undefined;
    for (const e of used) {
      const element = this.arena.elements[e];
      if (element?.constant === true && element.fixed !== true)
        this.arena.elements[e] = { ...element, fixed: true };
    }
    return value;
  }

  private fold(s: Scalar, used: Set<number>, depth: number): number | undefined {
    if (depth > deepest) return undefined;
    switch (s.k) {
      case 'n':
        return s.v;
      case 'f': {
        const values: number[] = [];
        for (const a of s.a) {
          const value = this.fold(a, used, depth + 1);
          if (value === undefined) return undefined;
          values.push(value);
        }
        const [a = Number.NaN, b = Number.NaN, c = Number.NaN] = values;
        return operate(s.f, a, b, c);
      }
      case 'r': {
        if (!this.fill(s.e)) return undefined;
        const element = this.arena.elements[s.e];
        const steady =
          element?.kind === 'initial' || (element?.kind === 'value' && element.init === undefined);
        if (element === undefined || !steady) return undefined;
        used.add(s.e);
        return this.fold(element.expr, used, depth + 1);
      }
      default:
        return undefined;
    }
  }
}
