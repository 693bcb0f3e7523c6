import { at } from '@schaalsprong/words';
import { say } from '../problems/say.ts';
import type { BinaryOperator, Expression, Point } from '../syntax/ast.ts';
import { type ReadFault, reading, Unreadable } from './read-fault.ts';
import { type Dialect, Scanner } from './scanner.ts';
import { readTexts } from './texts.ts';

/** Recursion limit of the parser: nesting of parentheses, calls and signs. */
export const maxNesting = 400;
/** Maximum height of the syntax tree, which later phases walk by recursion. */
const maxHeight = 1200;

/**
 * Operator precedence, lowest first.
 *
 * Vensim: `:OR:`, `:AND:`, `:NOT:`, comparison, + -, * /, sign, ^. So `-2^2` is -4 and `:NOT: a = b` is `:NOT: (a = b)`. XMILE 1.0, 3.3.1:
 * the same, but NOT binds as a sign does, and MOD as a product.
 */
const bind = { or: 1, and: 2, not: 3, compare: 4, sum: 5, product: 6, sign: 7, power: 8 } as const;

function codeOf(char: string): number {
  return char.charCodeAt(0);
}

interface Operator {
  readonly op: BinaryOperator | 'MOD' | 'SAFEDIV';
  readonly binds: number;
  readonly width: number;
}

const operator = (op: Operator['op'], binds: number, width = op.length): Operator => ({ op, binds, width });

/** By the code of their first character, and those of two characters by that of the second too. */
const signs: readonly (Operator | undefined)[] = Object.assign([], {
  [codeOf('+')]: operator('+', bind.sum),
  [codeOf('-')]: operator('-', bind.sum),
  [codeOf('*')]: operator('*', bind.product),
  [codeOf('/')]: operator('/', bind.product),
  [codeOf('^')]: operator('^', bind.power),
  [codeOf('=')]: operator('=', bind.compare),
  [codeOf('<')]: operator('<', bind.compare),
  [codeOf('>')]: operator('>', bind.compare),
});
const twoSigns: Readonly<Record<string, Operator>> = {
  '<>': operator('<>', bind.compare),
  '<=': operator('<=', bind.compare),
  '>=': operator('>=', bind.compare),
};

const and = operator(':AND:', bind.and);
const or = operator(':OR:', bind.or);
const words: Readonly<Record<string, Operator>> = {
  and: { ...and, width: 3 },
  or: { ...or, width: 2 },
  mod: operator('MOD', bind.product),
};
const safediv = operator('SAFEDIV', bind.product, 2);

const xmileWord = /(?:and|or|not|mod|if|then|else)(?![\p{L}\p{N}_$.])/iuy;
const slash = codeOf('/');
const colon = codeOf(':');
const less = codeOf('<');
const more = codeOf('>');
const equals = codeOf('=');
const lookupAhead = /\(\s*(?:\[|\(\s*[-+]?[\d.]+(?:[eE][-+]?\d+)?\s*,|[-+]?[\d.]+(?:[eE][-+]?\d+)?\s*,)/y;

/**
 * Reads an expression whole.
 *
 * @param text the expression alone
 * @param offset is added to the place of a fault: where the text is in a larger one
 * @returns the tree, or the fault with its place. Never throws, takes time in proportion to the text, and refuses what is
 *   nested so deeply that a walk over the tree would not hold.
 */
export function readExpression(text: string, dialect: Dialect, offset = 0): Expression | ReadFault {
  return reading(offset, () => {
    const reader = new ExpressionReader(text, dialect);
    const expression = reader.expression();
    if (!reader.ended) reader.unexpected(say(readTexts.expectedOperator));
    return expression;
  });
}

/** Parser of expressions by precedence climbing. */
export class ExpressionReader extends Scanner {
  /** What is in strings for names of files: `?data`. */
  readonly #aliases: ReadonlyMap<string, string> | undefined;
  #depth = 0;
  /** Height of the tree that was read last. */
  #high = 0;

  constructor(text: string, dialect: Dialect, aliases?: ReadonlyMap<string, string>) {
    super(text, dialect);
    this.#aliases = aliases;
  }

  /** An expression from here as far as it goes. */
  expression(): Expression {
    return this.#climb(bind.or);
  }

  /** A name, a call or a parenthesis, without any operator behind it. */
  protected term(): Expression {
    return this.#climb(bind.power + 1);
  }

  /** Parses operators of at least the precedence `least`. */
  #climb(least: number): Expression {
    let left = this.#operand(least);
    let compared: string | undefined;
    for (;;) {
      const found = this.#peekOperator();
      if (found === undefined || found.binds < least) return left;
      const { op, binds } = found;
      if (binds === bind.compare) {
        if (compared !== undefined) {
          throw new Unreadable({
            fault: say(readTexts.chain, { op }),
            at: this.at,
            hint: readTexts.chainHint,
          });
        }
        compared = op;
      }
      this.to(this.at + found.width);
      const leftHigh = this.#high;
      // ^ from the right, and its exponent may carry a sign of its own: 2^-3^2 is 2^(-(3^2)).
      const right = this.#nested(op === '^' ? bind.sign : binds + 1);
      this.#grow(leftHigh);
      left =
        op === 'MOD' || op === 'SAFEDIV'
          ? { kind: 'call', fn: op, args: [left, right] }
          : { kind: 'binary', op, left, right };
    }
  }

  #operand(least: number): Expression {
    const char = this.peek();
    if (char === '-' || char === '+') {
      this.to(this.at + 1);
      const of = this.#nested(bind.sign);
      if (char === '+') return of;
      this.#grow();
      return { kind: 'negative', of };
    }
    if (char === '(') return this.#parenthesis();
    if (char === ':') return this.#word(least);
    if (char === "'" && this.dialect === 'vensim') return this.#string();
    this.#high = 1;
    const number = this.takeNumber();
    if (number !== undefined) return { kind: 'number', ...number };
    if (this.dialect === 'xmile') {
      const word = this.#peekWord();
      if (word === 'not') {
        this.to(this.at + 3);
        const of = this.#nested(bind.sign);
        this.#grow();
        return { kind: 'not', of };
      }
      if (word === 'if') return this.#choice();
      if (word !== undefined) this.unexpected(say(readTexts.expectedOperand));
    }
    const name = this.takeName();
    if (name === undefined) this.unexpected(say(readTexts.expectedOperand));
    return this.#named(name);
  }

  #parenthesis(): Expression {
    lookupAhead.lastIndex = this.at;
    if (lookupAhead.test(this.text)) return { kind: 'table', points: this.lookup() };
    const opened = this.at;
    this.to(this.at + 1);
    const of = this.#nested(bind.or);
    this.expect(')', opened);
    this.#grow();
    return { kind: 'parens', of };
  }

  #word(least: number): Expression {
    const found = this.peekKeyword();
    if (found === ':NOT:') {
      this.takeKeyword();
      // Vensim's :NOT: takes a whole comparison, unless it is within one.
      const of = this.#nested(Math.min(Math.max(least, bind.not), bind.compare));
      this.#grow();
      return { kind: 'not', of };
    }
    if (found === undefined || found === ':AND:' || found === ':OR:')
      this.unexpected(say(readTexts.expectedOperand));
    this.takeKeyword();
    this.#high = 1;
    return { kind: 'keyword', text: found };
  }

  #string(): Expression {
    const from = this.at;
    const end = this.text.indexOf("'", from + 1);
    if (end < 0)
      throw new Unreadable({
        fault: say(readTexts.unclosedQuote, { text: this.text.slice(from, from + 20) }),
        at: from,
      });
    this.to(end + 1);
    this.#high = 1;
    const text = this.text.slice(from + 1, end);
    return { kind: 'string', text: this.#aliases?.get(text.toLowerCase()) ?? text };
  }

  /** `IF a THEN b ELSE c` of XMILE, as the call that Vensim makes of it. */
  #choice(): Expression {
    this.to(this.at + 2);
    const condition = this.#nested(bind.or);
    let high = this.#high;
    this.#expectWord('then');
    const yes = this.#nested(bind.or);
    high = Math.max(high, this.#high);
    this.#expectWord('else');
    const no = this.#nested(bind.or);
    this.#grow(high);
    return { kind: 'call', fn: 'IF THEN ELSE', args: [condition, yes, no] };
  }

  #expectWord(word: 'then' | 'else'): void {
    if (this.#peekWord() !== word) this.unexpected(say(readTexts.expectedSign, { sign: word.toUpperCase() }));
    this.to(this.at + word.length);
  }

  /** What begins with a name: a name, a call, or a call of a lookup with subscripts. */
  #named(name: string): Expression {
    const hasSubs = this.peek() === '[';
    const { subs, index } = hasSubs ? this.subscripts() : { subs: [], index: undefined };
    if (this.peek() !== '(') {
      if (index === undefined) return { kind: 'name', name, subs };
      this.#grow();
      return { kind: 'name', name, subs, index };
    }
    const opened = this.at;
    this.to(this.at + 1);
    const args: Expression[] = [];
    const outs: Expression[] = [];
    let high = 0;
    if (this.peek() !== ')') {
      do {
        args.push(this.#argument());
        high = Math.max(high, this.#high);
      } while (this.take(','));
      if (this.take(':')) {
        do {
          outs.push(this.#nested(bind.or));
          high = Math.max(high, this.#high);
        } while (this.take(','));
      }
    }
    this.expect(')', opened);
    this.#grow(high);
    if (!hasSubs)
      return outs.length === 0 ? { kind: 'call', fn: name, args } : { kind: 'call', fn: name, args, outs };
    const [arg] = args;
    if (arg === undefined || args.length > 1 || outs.length > 0 || index !== undefined) {
      throw new Unreadable({
        fault: say(readTexts.lookupArguments, { name, got: args.length + outs.length }),
        at: opened,
      });
    }
    return { kind: 'lookup-call', name, subs, arg };
  }

  /** An argument may be left out: `F(a, , b)`. */
  #argument(): Expression {
    const char = this.peek();
    if (char !== ',' && char !== ')') return this.#nested(bind.or);
    this.#high = 1;
    return { kind: 'keyword', text: '' };
  }

  /**
   * `[a, b]`, as written. Only XMILE has more than names there: numbers, `*`, slices `1:3`, and expressions, whose
   * trees come along in `index`.
   */
  subscripts(): { subs: string[]; index?: (Expression | undefined)[] } {
    const opened = this.at;
    this.expect('[');
    const subs: string[] = [];
    const index: (Expression | undefined)[] = [];
    let computed = false;
    do {
      const from = this.at;
      if (this.dialect === 'vensim') {
        const name = this.takeSubscript();
        if (name === undefined) this.unexpected(say(readTexts.expectedSubscriptName));
        subs.push(this.take('!') ? `${name}!` : name);
        continue;
      }
      const expression = this.#xmileSubscript();
      index.push(expression);
      if (expression !== undefined) computed = true;
      subs.push(this.since(from));
    } while (this.take(','));
    this.expect(']', opened);
    return computed ? { subs, index } : { subs };
  }

  #xmileSubscript(): Expression | undefined {
    if (this.take('*')) {
      if (this.take(':')) this.#nested(bind.or);
      return undefined;
    }
    const from = this.#nested(bind.or);
    if (this.take('!')) return undefined;
    if (this.take(':')) {
      this.#nested(bind.or);
      return undefined;
    }
    return (from.kind === 'name' && from.subs.length === 0) || from.kind === 'number' ? undefined : from;
  }

  /**
   * The points of a lookup: `(` the range that is drawn, in brackets, with what is drawn in it; then pairs; or, as old
   * models have it, all x and then all y `)`.
   */
  lookup(): Point[] {
    const opened = this.at;
    this.expect('(');
    this.#high = 1;
    if (this.peek() === '[') {
      const end = this.text.indexOf(']', this.at);
      if (end < 0) this.unexpected(say(readTexts.expectedClosing, { sign: ']', open: '[' }));
      this.to(end + 1);
      this.take(',');
    }
    const points: Point[] = [];
    const list: number[] = [];
    while (this.peek() !== ')') {
      if (this.peek() === '(') {
        const pair = this.at;
        this.to(this.at + 1);
        const x = this.signedNumber();
        this.expect(',');
        points.push([x, this.signedNumber()]);
        this.expect(')', pair);
      } else {
        list.push(this.signedNumber());
      }
      if (!this.take(',')) break;
    }
    this.expect(')', opened);
    if (list.length % 2 === 1 || (list.length > 0 && points.length > 0)) {
      throw new Unreadable({
        fault: say(readTexts.oddList, { got: list.length }),
        at: opened,
        hint: readTexts.badTableHint,
      });
    }
    const half = list.length / 2;
    for (let i = 0; i < half; i++) points.push([at(list, i), at(list, half + i)]);
    return points;
  }

  #peekOperator(): Operator | undefined {
    const code = this.text.charCodeAt(this.at);
    const next = this.text.charCodeAt(this.at + 1);
    if (this.dialect === 'xmile') {
      const word = this.#peekWord();
      if (word !== undefined) return Object.hasOwn(words, word) ? words[word] : undefined;
      if (code === slash && next === slash) return safediv;
    } else if (code === colon) {
      const word = this.peekKeyword();
      return word === ':AND:' ? and : word === ':OR:' ? or : undefined;
    }
    if (code === less || (code === more && next === equals)) {
      return twoSigns[this.text.slice(this.at, this.at + 2)] ?? signs[code];
    }
    return signs[code];
  }

  /** A word of XMILE that is no name, in small letters. */
  #peekWord(): string | undefined {
    xmileWord.lastIndex = this.at;
    return xmileWord.exec(this.text)?.[0].toLowerCase();
  }

  /** Updates the height of the tree under construction. */
  #grow(other = 0): void {
    this.#high = Math.max(this.#high, other) + 1;
    if (this.#high > maxHeight)
      throw new Unreadable({ fault: say(readTexts.tooLong), at: this.at, hint: readTexts.tooDeepHint });
  }

  /** As {@link #climb}, one level deeper. */
  #nested(least: number): Expression {
    if (++this.#depth > maxNesting) {
      throw new Unreadable({
        fault: say(readTexts.tooDeep, { most: maxNesting }),
        at: this.at,
        hint: readTexts.tooDeepHint,
      });
    }
    const result = this.#climb(least);
    this.#depth--;
    return result;
  }
}
