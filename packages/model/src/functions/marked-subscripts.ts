import { type Expression, partsOf } from '../syntax/ast.ts';
import { canonical } from '../syntax/names.ts';
import { builderOf } from './index.ts';

const mark = /\s*!\s*$/;

/** Whether a subscript is marked with `!`. */
export const isMarked = (sub: string): boolean => mark.test(sub);

/** The name of a subscript without its mark. */
export const unmarked = (sub: string): string => sub.replace(mark, '');

/** Whether the ranges that are marked in an expression are its own, as those of SUM are. */
export const ownsMarks = (e: Expression): boolean =>
  e.kind === 'call' && builderOf(canonical(e.fn))?.bindsMarked === true;

/** The ranges marked in expressions, each once and without its mark; those of a SUM within them are its own. */
export function marksIn(expressions: readonly Expression[]): string[] {
  const found = new Set<string>();
  const walk = (e: Expression): void => {
    if (ownsMarks(e)) return;
    const subs = e.kind === 'name' || e.kind === 'lookup-call' ? e.subs : [];
    for (const sub of subs) if (isMarked(sub)) found.add(unmarked(sub));
    partsOf(e).forEach(walk);
  };
  expressions.forEach(walk);
  return [...found];
}
