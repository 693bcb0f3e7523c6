import { makeTable } from '../evaluate/lookup.ts';
import type { Element, Table } from '../ir/program.ts';
import type { Scalar } from '../ir/scalar.ts';
import type { Point } from '../syntax/ast.ts';
import { TooLarge } from './faults.ts';

/** Elements and tables of a program in the making, and where each stands. */
export class Arena {
  readonly elements: Element[] = [];
  readonly tables: Table[] = [];
  /** By element key: the number of an element. */
  readonly elementOf = new Map<string, number>();
  /** By element key: the table of a lookup. */
  readonly tableOf = new Map<string, number>();
  /** By element key: the table of a variable that is read from data over time. */
  readonly dataOf = new Map<string, number>();
  /** By number of an element that is read from data over time: its points. */
  readonly courses = new Map<number, readonly Point[]>();
  readonly #numbers = new Map<string, number>();
  /** Elements that there may be. */
  readonly most: number;
  readonly #mostTerms: number;
  #terms = 0;

  /** @param mostTerms terms that all right sides together may have, once they are written out */
  constructor(most: number, mostTerms: number) {
    this.most = most;
    this.#mostTerms = mostTerms;
  }

  /** Counts terms that are about to be written out. */
  spend(terms: number): void {
    this.#room(terms);
    this.#terms += terms;
  }

  /** Every combination of one of each axis, the last running fastest; refused before it is made if it is too many. */
  product<T>(axes: readonly (readonly T[])[]): T[][] {
    this.#room(axes.reduce((size, axis) => size * axis.length, 1));
    let rows: T[][] = [[]];
    for (const axis of axes) rows = rows.flatMap((row) => axis.map((element) => [...row, element]));
    return rows;
  }

  #room(terms: number): void {
    if (this.#terms + terms > this.#mostTerms) throw new TooLarge();
  }

  add(element: Element): number {
    if (this.elements.length >= this.most) throw new TooLarge();
    this.elements.push(element);
    return this.elements.length - 1;
  }

  replace(at: Scalar, parts: Partial<Element>): void {
    if (at.k !== 'r') return;
    const element = this.elements[at.e];
    if (element !== undefined) this.elements[at.e] = { ...element, ...parts };
  }

  /** Enters an element that is read from data over time. */
  enterCourse(element: number, key: string, points: readonly Point[], table: number | undefined): void {
    this.courses.set(element, points);
    if (table !== undefined) this.dataOf.set(key, table);
  }

  /** The number of the table with these points; equal tables are one. */
  table(points: readonly Point[]): number | { fault: string } {
    const made = makeTable(points);
    if ('fault' in made) return made;
    const key = `${made.table.x.join()};${made.table.y.join()}`;
    const known = this.#numbers.get(key) ?? this.tables.length;
    if (known === this.tables.length) this.tables.push(made.table);
    this.#numbers.set(key, known);
    return known;
  }
}
