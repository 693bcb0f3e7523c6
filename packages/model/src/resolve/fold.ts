import { operate } from '../evaluate/interpret.ts';
import { startOf } from '../ir/references.ts';
import type { Scalar } from '../ir/scalar.ts';
import type { Arena } from './arena.ts';

/** Recursion limit: a longer chain of names is a loop or not a constant. */
const maxDepth = 200;

/** Constant folding while compiling: numbers, and arithmetic and functions of constants. */
export class Folder {
  readonly #arena: Arena;
  /** Resolves the right side of an element if that is not done yet; false where it cannot be. */
  readonly fill: (element: number) => boolean;

  constructor(arena: Arena, fill: (element: number) => boolean) {
    this.#arena = arena;
    this.fill = fill;
  }

  /**
   * The value of a scalar if it is a compile-time constant, else undefined. The constants it uses become fixed: another value would need
   * another program.
   */
  number(s: Scalar): number | undefined {
    return this.#fixed(s, undefined);
  }

  /** As {@link number}, for the value at the start of a run, even if it changes later. */
  atStart(s: Scalar, start: number): number | undefined {
    return this.#fixed(s, start);
  }

  /** Whether a scalar is time-invariant; false beyond the recursion limit. */
  steady(s: Scalar, depth = 0): boolean {
    if (depth > maxDepth) return false;
    switch (s.k) {
      case 'n':
        return true;
      case 'f':
      case 'g':
        return s.a.every((a) => this.steady(a, depth + 1));
      case 'l':
        return this.steady(s.x, depth + 1);
      case 'r': {
        if (!this.fill(s.e)) return false;
        const element = this.#arena.elements[s.e];
        if (element?.kind === 'initial') return true;
        return (
          element?.kind === 'value' && element.init === undefined && this.steady(element.expr, depth + 1)
        );
      }
      default:
        return false;
    }
  }

  #fixed(s: Scalar, start: number | undefined): number | undefined {
    const used = new Set<number>();
    const value = this.#fold(s, used, 0, start);
    if (value === undefined || !Number.isFinite(value)) return undefined;
    for (const e of used) {
      const element = this.#arena.elements[e];
      if (element?.constant === true && element.fixed !== true)
        this.#arena.elements[e] = { ...element, fixed: true };
    }
    return value;
  }

  /** @param start the time of the start, where the value at the start is asked for */
  #fold(s: Scalar, used: Set<number>, depth: number, start: number | undefined): number | undefined {
    if (depth > maxDepth) return undefined;
    switch (s.k) {
      case 'n':
        return s.v;
      case 't':
        return start;
      case 'f': {
        const values: number[] = [];
        for (const a of s.a) {
          const value = this.#fold(a, used, depth + 1, start);
          if (value === undefined) return undefined;
          values.push(value);
        }
        const [a = Number.NaN, b = Number.NaN, c = Number.NaN] = values;
        return operate(s.f, a, b, c);
      }
      case 'r': {
        if (!this.fill(s.e)) return undefined;
        const element = this.#arena.elements[s.e];
        const steady =
          element?.kind === 'initial' || (element?.kind === 'value' && element.init === undefined);
        if (element === undefined || (!steady && start === undefined)) return undefined;
        used.add(s.e);
        return this.#fold(start === undefined ? element.expr : startOf(element), used, depth + 1, start);
      }
      default:
        return undefined;
    }
  }
}
