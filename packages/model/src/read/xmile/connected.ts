import type { Expression } from '../../syntax/ast.ts';
import type { Entity } from './flatten.ts';
import type { Site } from './references.ts';
import type { Written } from './structure.ts';

/** A stock with the flows that fill and drain it, in order of priority. */
export interface Connected {
  readonly stock: Entity;
  readonly inflows: readonly Entity[];
  readonly outflows: readonly Entity[];
}

/** Reads an expression of another part of a variable. */
export type Read = (written: Written, site: Site) => Expression;

/** Whether two variables have the same dimensions in the same order. */
export const alike = (a: Entity, b: Entity): boolean =>
  a.axes.length === b.axes.length && a.axes.every((axis, i) => axis.key === b.axes[i]?.key);
