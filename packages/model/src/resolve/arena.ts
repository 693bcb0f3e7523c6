import { makeLookup } from '../evaluate/lookup.ts';
import type { Element, Lookup } from '../ir/program.ts';
import type { Scalar } from '../ir/scalar.ts';
import type { Point } from '../syntax/ast.ts';
import { TooLarge } from './faults.ts';

/** Elements and lookups of a program under construction, with their indices. */
export class Arena {
  readonly elements: Element[] = [];
  readonly lookups: Lookup[] = [];
  /** By element key: the number of an element. */
  readonly elementOf = new Map<string, number>();
  /** By element key: the index of a lookup. */
  readonly lookupOf = new Map<string, number>();
  /** By element key: the lookup of a variable that is read from data over time. */
  readonly dataOf = new Map<string, number>();
  /** By number of an element that is read from data over time: its points. */
  readonly series = new Map<number, readonly Point[]>();
  readonly #numbers = new Map<string, number>();
  /** Maximum number of elements. */
  readonly maxElements: number;
  readonly #maxTerms: number;
  #terms = 0;

  /** @param mostTerms maximum number of terms of all expanded right sides together */
  constructor(most: number, mostTerms: number) {
    this.maxElements = most;
    this.#maxTerms = mostTerms;
  }

  /** Charges terms against the limit before they are expanded. */
  spend(terms: number): void {
    this.#room(terms);
    this.#terms += terms;
  }

  /** Cartesian product in row-major order; refused before it is built if it is too large. */
  product<T>(axes: readonly (readonly T[])[]): T[][] {
    this.#room(axes.reduce((size, axis) => size * axis.length, 1));
    let rows: T[][] = [[]];
    for (const axis of axes) rows = rows.flatMap((row) => axis.map((element) => [...row, element]));
    return rows;
  }

  #room(terms: number): void {
    if (this.#terms + terms > this.#maxTerms) throw new TooLarge();
  }

  add(element: Element): number {
    if (this.elements.length >= this.maxElements) throw new TooLarge();
    this.elements.push(element);
    return this.elements.length - 1;
  }

  replace(at: Scalar, parts: Partial<Element>): void {
    if (at.k !== 'r') return;
    const element = this.elements[at.e];
    if (element !== undefined) this.elements[at.e] = { ...element, ...parts };
  }

  /** Registers an element that is read from data over time. */
  addSeries(element: number, key: string, points: readonly Point[], lookup: number | undefined): void {
    this.series.set(element, points);
    if (lookup !== undefined) this.dataOf.set(key, lookup);
  }

  /** The index of the lookup with these points; equal lookups are shared. */
  lookup(points: readonly Point[]): number | { fault: string } {
    const made = makeLookup(points);
    if ('fault' in made) return made;
    const key = `${made.lookup.x.join()};${made.lookup.y.join()}`;
    const known = this.#numbers.get(key) ?? this.lookups.length;
    if (known === this.lookups.length) this.lookups.push(made.lookup);
    this.#numbers.set(key, known);
    return known;
  }
}
