import type { Expression } from '../ast.ts';
import { builderOf } from '../builders/index.ts';
import { canonical } from '../names.ts';
import { isMarked } from './scope.ts';

/** The dimensions marked with ! in an argument of SUM and its like; those of an inner SUM are its own. */
export function collectMarks(e: Expression, into: Set<string>): void {
  const subs = (list: readonly string[]): void => {
    for (const sub of list) if (isMarked(sub)) into.add(sub);
  };
  switch (e.kind) {
    case 'name':
      subs(e.subs);
      return;
    case 'lookup-call':
      subs(e.subs);
      collectMarks(e.arg, into);
      return;
    case 'call':
      if (builderOf(canonical(e.fn))?.marks !== true) for (const arg of e.args) collectMarks(arg, into);
      return;
    case 'parens':
    case 'negative':
    case 'not':
      collectMarks(e.of, into);
      return;
    case 'binary':
      collectMarks(e.left, into);
      collectMarks(e.right, into);
      return;
    default:
  }
}
