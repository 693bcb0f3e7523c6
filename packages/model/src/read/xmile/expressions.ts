import type { Expression } from '../../syntax/ast.ts';

export const number = (value: number, text = String(value)): Expression => ({ kind: 'number', value, text });

export const name = (of: string, subs: readonly string[] = []): Expression => ({
  kind: 'name',
  name: of,
  subs,
});

export const call = (fn: string, ...args: readonly Expression[]): Expression => ({ kind: 'call', fn, args });

export const parens = (of: Expression): Expression =>
  of.kind === 'number' || of.kind === 'name' || of.kind === 'call' || of.kind === 'parens'
    ? of
    : { kind: 'parens', of };

export const binary = (op: '+' | '-' | '*' | '/', left: Expression, right: Expression): Expression => ({
  kind: 'binary',
  op,
  left: parens(left),
  right: parens(right),
});

/** The sum of some terms; 0 of none. A tree of even height, so that many terms are no deep tree. */
export function sum(terms: readonly Expression[]): Expression {
  const [first] = terms;
  if (first === undefined) return number(0);
  if (terms.length === 1) return first;
  if (terms.length <= 8)
    return terms.reduce((left, right) => ({ kind: 'binary', op: '+', left, right: parens(right) }));
  const half = terms.length >> 1;
  return binary('+', sum(terms.slice(0, half)), sum(terms.slice(half)));
}
