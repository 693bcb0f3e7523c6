import type { TimeSettings } from '../ir/program.ts';
import type { Scalar } from '../ir/scalar.ts';
import type { Expression } from '../syntax/ast.ts';
import type { Arena } from './arena.ts';
import type { Faults } from './faults.ts';
import type { Folder } from './fold.ts';
import type { Ranges } from './ranges.ts';
import type { Scope } from './scope.ts';
import type { Variable, Variables } from './variables.ts';

/** The part of {@link Writer} that calls need; an interface, so that files do not import each other in a circle. */
export interface Writing {
  readonly ranges: Ranges;
  readonly variables: Variables;
  readonly arena: Arena;
  readonly faults: Faults;
  readonly folder: Folder;
  /** Memoized results of calls, shared by all elements of their equation. */
  readonly made: Map<Expression, Map<string, unknown>>;
  readonly time: TimeSettings;
  scalar(e: Expression, scope: Scope): Scalar;
  /** A stream of random numbers of a name's own. */
  stream(name: string): number;
  subscripts(variable: Variable, subs: readonly string[], scope: Scope): string[];
  /** Notes that the element of the scope needs data that is missing, if it is; stops where it is needed while compiling. */
  demandData(variable: Variable, scope: Scope): boolean;
  /** The number of a scalar that must be known while compiling. */
  constant(s: Scalar, start?: number): number | undefined;
  lookupIndex(variable: Variable, subs: readonly string[], scope: Scope): number;
}
