/** Our own syntax tree: nothing of the parser that reads the text reaches beyond parse.ts. */
export type BinaryOperator =
  | '+'
  | '-'
  | '*'
  | '/'
  | '^'
  | '='
  | '<>'
  | '<'
  | '>'
  | '<='
  | '>='
  | ':AND:'
  | ':OR:';

export type Expression =
  | { readonly kind: 'number'; readonly value: number; readonly text: string }
  | {
      readonly kind: 'name';
      readonly name: string;
      readonly subs: readonly string[];
      /** XMILE: the tree of each subscript that is more than a name, a number, `*` or a slice; by position. */
      readonly index?: readonly (Expression | undefined)[];
    }
  /** `fn` as written; whether it is a function or a lookup is known only when all names are. */
  | {
      readonly kind: 'call';
      readonly fn: string;
      readonly args: readonly Expression[];
      /** Names that take the further outputs of a macro, after the colon: `M(a : second, third)`. */
      readonly outs?: readonly Expression[];
    }
  | {
      readonly kind: 'lookup-call';
      readonly name: string;
      readonly subs: readonly string[];
      readonly arg: Expression;
    }
  | { readonly kind: 'table'; readonly points: readonly Point[] }
  | { readonly kind: 'negative'; readonly of: Expression }
  | { readonly kind: 'not'; readonly of: Expression }
  | { readonly kind: 'parens'; readonly of: Expression }
  | {
      readonly kind: 'binary';
      readonly op: BinaryOperator;
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: 'string'; readonly text: string }
  | { readonly kind: 'keyword'; readonly text: string };

export type Point = readonly [x: number, y: number];

export type RightSide =
  | { readonly kind: 'expression'; readonly expression: Expression }
  | { readonly kind: 'list'; readonly rows: readonly (readonly number[])[] }
  | { readonly kind: 'table'; readonly points: readonly Point[] }
  /** No right side: the values come from outside, over time. */
  | { readonly kind: 'data' };

/** How a variable from data is read between the times of the data; Vensim's `:INTERPOLATE:` and so on. */
export type DataMode = 'interpolate' | 'hold backward' | 'look forward' | 'raw';

/** One equation as written, with its place. */
export interface Equation {
  /**
   * Of a helper that the reader made (an inner name of a macro): the variable whose equation called for it. Such a
   * name is computed, and shown nowhere.
   */
  readonly hiddenIn?: string;
  /** A further output of a macro, which is a variable of the model but has no equation and no units written for it. */
  readonly derived?: boolean;
  readonly mode?: DataMode;
  readonly name: string;
  readonly subs: readonly string[];
  readonly except: readonly (readonly string[])[];
  readonly right: RightSide;
  readonly units: string;
  readonly comment: string;
  readonly sector: string;
  readonly line: number;
  /** The equation as written, on one line. */
  readonly text: string;
}

/** A subscript range as written. */
export interface Dimension {
  readonly name: string;
  /** Elements or other dimensions, as written. */
  readonly members: readonly string[];
  /** `A <-> B`: A is another name for B. */
  readonly aliasOf?: string;
  readonly mappings: readonly { readonly to: string; readonly members: readonly string[] }[];
  /** Members that are in a file: the call as written, `GET XLS SUBSCRIPT('f.xlsx','tab','A2','A9','')`. */
  readonly fromData?: Expression;
  readonly line: number;
}

/** A macro of the model: expanded (inlined) at every call. */
export interface Macro {
  readonly name: string;
  readonly inputs: readonly string[];
  /** The first output has the name of the macro. */
  readonly outputs: readonly string[];
  readonly equations: readonly Equation[];
  readonly line: number;
}

/** Run settings that are outside the equations: `<sim_specs>` of XMILE, the settings of a Vensim sketch. */
export interface RunSettings {
  readonly start?: number;
  readonly stop?: number;
  readonly step?: number;
  readonly saveEvery?: number;
  readonly method?: 'euler' | 'rk2' | 'rk4';
  readonly timeUnits?: string;
  readonly line: number;
}

/** Prints an expression as Vensim text, for messages. */
export function print(e: Expression): string {
  switch (e.kind) {
    case 'number':
      return e.text;
    case 'name':
      return e.subs.length === 0 ? e.name : `${e.name}[${e.subs.join(',')}]`;
    case 'call':
      return `${e.fn}(${e.args.map(print).join(', ')}${e.outs === undefined ? '' : ` : ${e.outs.map(print).join(', ')}`})`;
    case 'lookup-call':
      return `${e.name}[${e.subs.join(',')}](${print(e.arg)})`;
    case 'table':
      return `(${e.points.map(([x, y]) => `(${x},${y})`).join(',')})`;
    case 'negative':
      return `-${print(e.of)}`;
    case 'not':
      return `:NOT: ${print(e.of)}`;
    case 'parens':
      return `(${print(e.of)})`;
    case 'binary':
      return `${print(e.left)} ${e.op} ${print(e.right)}`;
    case 'string':
      return `'${e.text}'`;
    case 'keyword':
      return e.text;
  }
}

/** The expressions of which an expression is made: arguments, operands, computed subscripts. */
export function partsOf(e: Expression): readonly Expression[] {
  switch (e.kind) {
    case 'call':
      return e.args;
    case 'lookup-call':
      return [e.arg];
    case 'negative':
    case 'not':
    case 'parens':
      return [e.of];
    case 'binary':
      return [e.left, e.right];
    case 'name':
      return e.index?.filter((index) => index !== undefined) ?? [];
    default:
      return [];
  }
}

/**
 * The value of plain arithmetic (+ - * /) on numbers, computed as the model would.
 *
 * @param nameValue gives a bare name a value, where names may take part
 * @returns undefined where the expression is anything more
 */
export function arithmetic(
  e: Expression,
  nameValue: (name: string) => number | undefined = () => undefined,
): number | undefined {
  switch (e.kind) {
    case 'number':
      return e.value;
    case 'parens':
      return arithmetic(e.of, nameValue);
    case 'negative': {
      const of = arithmetic(e.of, nameValue);
      return of === undefined ? undefined : -of;
    }
    case 'name':
      return e.subs.length === 0 ? nameValue(e.name) : undefined;
    case 'binary': {
      const a = arithmetic(e.left, nameValue);
      const b = arithmetic(e.right, nameValue);
      if (a === undefined || b === undefined) return undefined;
      if (e.op === '+') return a + b;
      if (e.op === '-') return a - b;
      if (e.op === '*') return a * b;
      return e.op === '/' ? a / b : undefined;
    }
    default:
      return undefined;
  }
}
