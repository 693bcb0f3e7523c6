/** A row that a filter looks at. */
export type Row = Readonly<Record<string, unknown>>;

const token = /\s*(\(|\)|,|'(?:[^']|'')*'|[A-Za-z_]\w*)/y;

/**
 * Reads the part of OData filters that the statistics office is known to hear: `eq`, `ge`, `startswith`, `and`, `or`, parentheses.
 *
 * @throws Error where it is anything else, as the office would refuse it
 */
export function readFilter(text: string): (row: Row) => boolean {
  const tokens: string[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < text.trimEnd().length) {
    const found = token.exec(text);
    if (found === null) throw new Error(`no filter: ${text}`);
    tokens.push(found[1] ?? '');
  }
  let at = 0;
  const take = (expected?: string): string => {
    const next = tokens[at++];
    if (next === undefined || (expected !== undefined && next !== expected)) {
      throw new Error(`expected ${expected ?? 'more'} in filter: ${text}`);
    }
    return next;
  };
  const literal = (): string => take().slice(1, -1).replaceAll("''", "'");
  const one = (): ((row: Row) => boolean) => {
    const next = take();
    if (next === '(') {
      const inner = or();
      take(')');
      return inner;
    }
    if (next === 'startswith') {
      take('(');
      const field = take();
      take(',');
      const start = literal();
      take(')');
      return (row) => String(row[field]).startsWith(start);
    }
    const operator = take();
    const value = literal();
    if (operator === 'eq') return (row) => row[next] === value;
    if (operator === 'ge') return (row) => String(row[next]) >= value;
    throw new Error(`operator ${operator} in filter: ${text}`);
  };
  const and = (): ((row: Row) => boolean) => {
    const parts = [one()];
    while (tokens[at] === 'and') {
      at++;
      parts.push(one());
    }
    return (row) => parts.every((part) => part(row));
  };
  const or = (): ((row: Row) => boolean) => {
    const parts = [and()];
    while (tokens[at] === 'or') {
      at++;
      parts.push(and());
    }
    return (row) => parts.some((part) => part(row));
  };
  const whole = or();
  if (at !== tokens.length) throw new Error(`more than a filter: ${text}`);
  return whole;
}
