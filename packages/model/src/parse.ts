import {
  type Equation as ParsedEquation,
  type Expr as ParsedExpr,
  parseVensimEquation,
  parseVensimSubscriptRange,
} from '@sdeverywhere/parse';
import type {
  BinaryOperator,
  Dimension,
  Equation,
  Expression,
  Macro,
  Point,
  RightSide,
  RunSettings,
} from './ast.ts';
import { canonical } from './names.ts';
import type { ModelProblem } from './problems.ts';
import { type Definition, lineAt, oneLine, splitSource } from './source.ts';
import { say, type Text } from './texts.ts';

/** A model text, read: every equation and dimension with its line, and every problem met on the way. */
export interface ParsedModel {
  readonly equations: readonly Equation[];
  readonly dimensions: readonly Dimension[];
  readonly unitSynonyms: readonly (readonly string[])[];
  readonly macros?: readonly Macro[];
  readonly settings?: RunSettings;
  /** Names (canonical) whose definition could not be read: that they are unknown is no second fault. */
  readonly unread: ReadonlySet<string>;
  readonly problems: readonly ModelProblem[];
}

type Token =
  | { readonly operand: Expression }
  | { readonly op: BinaryOperator }
  | { readonly prefix: '-' | '+' | ':NOT:' };

class ChainedOperator extends Error {
  readonly op: string;
  constructor(op: string) {
    super(op);
    this.op = op;
  }
}

/**
 * The parser binds a prefix sign tighter than `^` and `:NOT:` tighter than a comparison. Both are wrong, and its
 * tree is right only in the order of its leaves. So the tree is laid flat again and built up by Vensim's order:
 * ^, sign, * /, + -, comparison, :NOT:, :AND:, :OR:.
 */
function rebuild(tree: ParsedExpr): Expression {
  const tokens: Token[] = [];
  flatten(tree, tokens);
  let at = 0;
  const peekOp = (): BinaryOperator | undefined => {
    const token = tokens[at];
    return token !== undefined && 'op' in token ? token.op : undefined;
  };
  const peekPrefix = (): string | undefined => {
    const token = tokens[at];
    return token !== undefined && 'prefix' in token ? token.prefix : undefined;
  };
  const operand = (): Expression => {
    const token = tokens[at++];
    if (token === undefined || !('operand' in token)) throw new Error('an operand was expected');
    return token.operand;
  };
  const signed = (): Expression => {
    const prefix = peekPrefix();
    if (prefix === '-') {
      at++;
      return { kind: 'negative', of: signed() };
    }
    if (prefix === '+') {
      at++;
      return signed();
    }
    return power();
  };
  const power = (): Expression => {
    const base = operand();
    if (peekOp() !== '^') return base;
    at++;
    // From the right, and the exponent may carry a sign of its own: 2^-3^2 is 2^(-(3^2)).
    return { kind: 'binary', op: '^', left: base, right: signed() };
  };
  const leftSide = (next: () => Expression, ops: readonly BinaryOperator[]): Expression => {
    let left = next();
    for (;;) {
      const op = peekOp();
      if (op === undefined || !ops.includes(op)) return left;
      at++;
      left = { kind: 'binary', op, left, right: next() };
    }
  };
  const product = (): Expression => leftSide(signed, ['*', '/']);
  const sum = (): Expression => leftSide(product, ['+', '-']);
  const comparisons: readonly BinaryOperator[] = ['=', '<>', '<', '>', '<=', '>='];
  const comparison = (): Expression => {
    const left = sum();
    const op = peekOp();
    if (op === undefined || !comparisons.includes(op)) return left;
    at++;
    const right = sum();
    const again = peekOp();
    if (again !== undefined && comparisons.includes(again)) throw new ChainedOperator(again);
    return { kind: 'binary', op, left, right };
  };
  const not = (): Expression => {
    if (peekPrefix() !== ':NOT:') return comparison();
    at++;
    return { kind: 'not', of: not() };
  };
  const and = (): Expression => leftSide(not, [':AND:']);
  const or = (): Expression => leftSide(and, [':OR:']);
  const whole = or();
  if (at !== tokens.length) throw new Error('an operator was expected');
  return whole;
}

function flatten(tree: ParsedExpr, into: Token[]): void {
  switch (tree.kind) {
    case 'unary-op':
      into.push({ prefix: tree.op });
      flatten(tree.expr, into);
      return;
    case 'binary-op':
      flatten(tree.lhs, into);
      into.push({ op: tree.op });
      flatten(tree.rhs, into);
      return;
    default:
      into.push({ operand: leaf(tree) });
  }
}

function leaf(tree: Exclude<ParsedExpr, { kind: 'unary-op' | 'binary-op' }>): Expression {
  switch (tree.kind) {
    case 'number':
      return { kind: 'number', value: tree.value, text: tree.text };
    case 'string':
      return { kind: 'string', text: tree.text };
    case 'keyword':
      return { kind: 'keyword', text: tree.text };
    case 'variable-ref':
      return { kind: 'name', name: tree.varName, subs: (tree.subscriptRefs ?? []).map((s) => s.subName) };
    case 'parens':
      return { kind: 'parens', of: rebuild(tree.expr) };
    case 'lookup-def':
      return { kind: 'table', points: tree.points.map(point) };
    case 'lookup-call':
      return {
        kind: 'lookup-call',
        name: tree.varRef.varName,
        subs: (tree.varRef.subscriptRefs ?? []).map((s) => s.subName),
        arg: rebuild(tree.arg),
      };
    case 'function-call':
      return { kind: 'call', fn: tree.fnName, args: tree.args.map(rebuild) };
  }
}

const point = (p: [number, number]): Point => [p[0], p[1]];

function rightSide(parsed: ParsedEquation): RightSide {
  const { rhs } = parsed;
  switch (rhs.kind) {
    case 'expr':
      return { kind: 'expression', expression: rebuild(rhs.expr) };
    case 'lookup':
      return { kind: 'table', points: rhs.lookupDef.points.map(point) };
    case 'data':
      return { kind: 'data' };
    case 'const-list': {
      // The parser gives the numbers in one row; the semicolons stand only in its text.
      const rows = rhs.text
        .split(';')
        .filter((row) => row.trim() !== '')
        .map((row) => row.split(',').map(Number));
      return { kind: 'list', rows };
    }
  }
}

/** Reads Vensim text. Never throws for a fault in the text: every fault is a problem with its line. */
export function parse(source: string, file: string): ParsedModel {
  const split = splitSource(source);
  const equations: Equation[] = [];
  const dimensions: Dimension[] = [];
  const unread = new Set(split.macros.map((macro) => canonical(macro.name)));
  const problems: ModelProblem[] = split.macros.map((macro) => ({
    code: 'MODEL_UNSUPPORTED',
    message: say('macro', { name: macro.name }),
    file,
    line: macro.line,
    hint: say('macroHint'),
  }));
  for (const definition of split.definitions) {
    const one = readDefinition(definition, file);
    if ('problem' in one) {
      problems.push(one.problem);
      unread.add(canonical(definition.text.split(/[=([:]/)[0] ?? ''));
    } else if ('equation' in one) equations.push(one.equation);
    else dimensions.push(one.dimension);
  }
  return { equations, dimensions, unitSynonyms: split.unitSynonyms, unread, problems };
}

/** Parentheses or signs inside each other; the parser's time grows faster than their number. */
const mostNested = 400;

/** How deep parentheses go, or signs follow each other, whichever is more. */
function nesting(text: string): number {
  let open = 0;
  let signs = 0;
  let most = 0;
  for (const char of text) {
    if (char === '(') open++;
    if (char === ')') open--;
    if (char === '-' || char === '+') signs++;
    else if (char.trim() !== '') signs = 0;
    most = Math.max(most, open, signs);
  }
  return most;
}

/** What the parser says, in words of ours: its own are in English and about its grammar. */
function parserWords(error: unknown): Text | string {
  if (error instanceof RangeError) return say('tooLong');
  const message = error instanceof Error ? error.message : String(error);
  const found = /'((?:[^']|'(?!$))*)'/.exec(message)?.[1]?.replace(/\|$/, '') ?? '';
  if (/^(no viable alternative|extraneous input|mismatched input)/.test(message)) {
    return found === '' || found === '<EOF>'
      ? say('missingAt', { found: '|' })
      : say('unexpectedAt', { found });
  }
  return message;
}

type Read = { problem: ModelProblem } | { equation: Equation } | { dimension: Dimension };

function readDefinition(definition: Definition, file: string): Read {
  const { line } = definition;
  const short = oneLine(definition.text).slice(0, 80);
  const syntax = (message: ModelProblem['message'], at = line): Read => ({
    problem: {
      code: 'MODEL_SYNTAX',
      message,
      file,
      line: at,
      expected: say('syntaxExpected'),
      hint: say('syntaxHint', { text: short }),
    },
  });
  if (!definition.closed) return syntax(say('unclosed', { text: short }));
  if (definition.parts < 3) return syntax(say('missingParts', { text: short }));
  if (definition.parts > 4) return syntax(say('notClosed', { text: short }));
  if (nesting(definition.text) > mostNested) {
    const hint = say('tooDeepHint', { text: short });
    return {
      problem: { code: 'MODEL_SYNTAX', message: say('tooDeep', { most: mostNested }), file, line, hint },
    };
  }
  // One character for one: the parser's column then still points into the text as written.
  const flat = definition.text
    .replace(/\\(?=\s*(?:\n|$))/g, ' ')
    .replace(/[\n\t]/g, ' ')
    // Vensim keeps reference points within the brackets of a lookup's range; they are drawn and not computed with.
    .replace(
      /(\[\s*\([^()\]]*\)\s*-\s*\([^()\]]*\))([^\]]*)(?=\])/g,
      (_, range: string, drawn: string) => range + ' '.repeat(drawn.length),
    )
    .replace(/:RAW:|:INTERPOLATE:/g, (word) => ' '.repeat(word.length));
  if (/TABBED ARRAY/i.test(flat)) {
    const name = flat.split(/[=[]/)[0]?.trim() ?? '';
    return {
      problem: {
        code: 'MODEL_UNSUPPORTED',
        message: say('tabbed', { name }),
        file,
        line,
        hint: say('tabbedHint', { name }),
      },
    };
  }
  try {
    const beforeEquals = flat.split(/[=(]/)[0] ?? '';
    if (/^[^:"]*(?:"[^"]*")?[^:"]*:(?!EXCEPT:)/i.test(beforeEquals) || /^[^=[]*<->/.test(flat)) {
      const range = parseVensimSubscriptRange(`${flat}|`);
      const alias = range.familyName !== range.dimName;
      return {
        dimension: {
          name: range.dimName,
          members: range.subscriptRefs.map((s) => s.subName),
          ...(alias ? { aliasOf: range.familyName } : {}),
          mappings: range.subscriptMappings.map((m) => ({
            to: m.toDimName,
            members: m.subscriptRefs.map((s) => s.subName),
          })),
          line,
        },
      };
    }
    const parsed = parseVensimEquation(`${flat}|`);
    const { varDef } = parsed.lhs;
    return {
      equation: {
        name: varDef.varName,
        subs: (varDef.subscriptRefs ?? []).map((s) => s.subName),
        except: (varDef.exceptSubscriptRefSets ?? []).map((set) => set.map((s) => s.subName)),
        right: rightSide(parsed),
        units: definition.units,
        comment: definition.comment,
        sector: definition.sector,
        line,
        text: oneLine(definition.text),
      },
    };
  } catch (error) {
    if (error instanceof ChainedOperator) {
      return {
        problem: {
          code: 'MODEL_SYNTAX',
          message: say('chain', { op: error.op }),
          file,
          line,
          hint: say('chainHint'),
        },
      };
    }
    const column = columnOf(error);
    const at = column === undefined ? line : line + lineAt(definition.text, column) - 1;
    return syntax(say('syntax', { detail: parserWords(error) }), at);
  }
}

function columnOf(error: unknown): number | undefined {
  if (!(error instanceof Error) || typeof error.cause !== 'object' || error.cause === null) return undefined;
  const column: unknown = 'column' in error.cause ? error.cause.column : undefined;
  return typeof column === 'number' ? column : undefined;
}
