import { say } from '../../problems/say.ts';
import type { DataMode, Dimension, Expression, RightSide } from '../../syntax/ast.ts';
import { canonical } from '../../syntax/names.ts';
import { ExpressionReader } from '../expression.ts';
import { Unreadable } from '../read-fault.ts';
import { readTexts } from '../texts.ts';
import { vensimTexts } from './texts.ts';

/** A parsed definition, without its units and comment. */
export type ParsedDefinition =
  | {
      readonly kind: 'equation';
      readonly name: string;
      readonly subs: readonly string[];
      readonly except: readonly (readonly string[])[];
      readonly right: RightSide;
      readonly mode?: DataMode;
    }
  | { readonly kind: 'dimension'; readonly dimension: Omit<Dimension, 'line'> }
  /** A test on the model (`:THE CONDITION:`, `:TEST INPUT:`), which is no part of a run. */
  | { readonly kind: 'check'; readonly name: string };

/** The value that Vensim gives `:NA:`. */
const missing = -(2 ** 109);
/** Maximum size of a range such as `(A1-A90000)`. */
const maxMembers = 100_000;

const modes: Readonly<Record<string, DataMode>> = {
  ':INTERPOLATE:': 'interpolate',
  ':HOLD BACKWARD:': 'hold backward',
  ':LOOK FORWARD:': 'look forward',
  ':RAW:': 'raw',
};

const listAhead = /[-+]?\s*(?:[\d.]+(?:[eE][-+]?\d+)?|:NA:)\s*[,;]/iy;
const tabbedAhead = /TABBED[ _]+ARRAY\s*\(/iy;

/** Reads one definition of Vensim: an equation, a lookup, a data variable, a subscript range, or a reality check. */
export class DefinitionReader extends ExpressionReader {
  constructor(text: string, aliases?: ReadonlyMap<string, string>) {
    super(text, 'vensim', aliases);
  }

  /** @throws Unreadable */
  definition(): ParsedDefinition {
    const name = this.takeName();
    if (name === undefined) this.unexpected(say(vensimTexts.expectedVariable));
    const parsed = this.peek() === '[' ? undefined : this.#range(name);
    if (parsed !== undefined) return this.#whole(parsed);
    const subs = this.peek() === '[' ? this.subscripts().subs : [];
    const except: string[][] = [];
    let mode: DataMode | undefined;
    for (let word = this.peekKeyword(); word !== undefined; word = this.peekKeyword()) {
      const known = modes[word.replace(/ +/g, ' ')];
      if (known === undefined && !checks.includes(word)) this.unexpected(say(vensimTexts.expectedEquals));
      this.takeKeyword();
      if (word === ':THE CONDITION:' || word === ':TEST INPUT:') return { kind: 'check', name };
      if (word === ':EXCEPT:') {
        do except.push(this.subscripts().subs);
        while (this.take(',') || this.peek() === '[');
      } else mode = known;
    }
    const right = this.#rightSide();
    return this.#whole({
      kind: 'equation',
      name,
      subs,
      except,
      right,
      ...(mode === undefined ? {} : { mode }),
    });
  }

  /** The name, inputs and further outputs of a macro: `NAME(a, b : c)`. */
  macroHeader(): { name: string; inputs: string[]; outputs: string[] } {
    const name = this.takeName();
    if (name === undefined) this.unexpected(say(vensimTexts.expectedVariable));
    const opened = this.at;
    this.expect('(');
    const names = (): string[] => {
      const list: string[] = [];
      do {
        const found = this.takeName();
        if (found === undefined) this.unexpected(say(vensimTexts.expectedVariable));
        list.push(found);
      } while (this.take(','));
      return list;
    };
    const inputs = this.peek() === ')' || this.peek() === ':' ? [] : names();
    const outputs = this.take(':') ? names() : [];
    this.expect(')', opened);
    return { name, inputs, outputs: [name, ...outputs] };
  }

  #whole<T>(read: T): T {
    if (!this.ended) this.unexpected(say(readTexts.expectedOperator));
    return read;
  }

  #rightSide(): RightSide {
    if (this.ended) return { kind: 'data' };
    if (this.peek() === '(') return this.#lookup();
    if (!this.take(':=') && !this.take('==')) {
      if (this.peek() !== '=') this.unexpected(say(vensimTexts.expectedEquals));
      this.to(this.at + 1);
    }
    tabbedAhead.lastIndex = this.at;
    const tabbed = tabbedAhead.exec(this.text)?.[0];
    if (tabbed !== undefined) return this.#tabbed(this.at + tabbed.length - 1);
    listAhead.lastIndex = this.at;
    if (listAhead.test(this.text)) return this.#list();
    return { kind: 'expression', expression: this.expression() };
  }

  /** `name(` points `)`, or a call that gets them from a file. */
  #lookup(): RightSide {
    const opened = this.at;
    const next = this.text.slice(opened + 1, opened + 40).trimStart();
    if (!/^[A-Za-z]/.test(next)) return { kind: 'table', points: this.lookup() };
    this.to(opened + 1);
    const expression = this.expression();
    this.expect(')', opened);
    return { kind: 'expression', expression };
  }

  #list(): RightSide {
    const rows: number[][] = [[]];
    do {
      rows.at(-1)?.push(this.peek() === ':' && this.takeKeyword() === ':NA:' ? missing : this.signedNumber());
      if (this.take(';')) {
        if (this.ended) break;
        rows.push([]);
      } else if (!this.take(',')) break;
    } while (!this.ended);
    return { kind: 'list', rows };
  }

  /** Rows on lines, numbers apart by tabs or spaces. */
  #tabbed(opened: number): RightSide {
    const close = this.text.indexOf(')', opened);
    if (close < 0) {
      this.to(this.text.length);
      this.expect(')', opened);
    }
    const rows: number[][] = [];
    let at = opened + 1;
    for (const line of this.text.slice(at, close).split('\n')) {
      const row: number[] = [];
      for (const cell of line.matchAll(/[^\s\\,]+/g)) {
        const value = /^:NA:$/i.test(cell[0]) ? missing : Number(cell[0]);
        if (Number.isNaN(value)) {
          this.to(at + cell.index);
          this.unexpected(say(readTexts.expectedNumberOnly));
        }
        row.push(value);
      }
      if (row.length > 0) rows.push(row);
      at += line.length + 1;
    }
    this.to(close + 1);
    return { kind: 'list', rows };
  }

  /** `Name: members -> mappings` or `Name <-> Other`; nothing where it is no range. */
  #range(name: string): ParsedDefinition | undefined {
    if (this.take('<->')) {
      const aliasOf = this.takeName();
      if (aliasOf === undefined) this.unexpected(say(readTexts.expectedSubscriptName));
      return { kind: 'dimension', dimension: { name, members: [], aliasOf, mappings: [] } };
    }
    if (this.peek() !== ':' || this.peek(1) === '=') return undefined;
    const word = this.peekKeyword()?.replace(/ +/g, ' ');
    if (word !== undefined && (word in modes || checks.includes(word))) return undefined;
    this.take(':');
    const call = this.#fromData();
    const members = call === undefined ? this.#members() : [];
    const mappings: { to: string; members: string[] }[] = [];
    if (this.take('->')) {
      do mappings.push(this.#mapping());
      while (this.take(',') || this.take('->'));
    }
    const dimension = { name, members, mappings };
    return {
      kind: 'dimension',
      dimension: call === undefined ? dimension : { ...dimension, fromData: call },
    };
  }

  #fromData(): Expression | undefined {
    const from = this.at;
    const first = this.takeSubscript();
    const called = first !== undefined && this.peek() === '(' && /^get /.test(canonical(first));
    this.to(from);
    return called ? this.term() : undefined;
  }

  #mapping(): { to: string; members: string[] } {
    const opened = this.at;
    const inside = this.take('(');
    const to = this.takeSubscript();
    if (to === undefined) this.unexpected(say(readTexts.expectedSubscriptName));
    if (!inside) return { to, members: [] };
    const members = this.take(':') ? this.#members() : [];
    this.expect(')', opened);
    return { to, members };
  }

  #members(): string[] {
    const members: string[] = [];
    do {
      const opened = this.at;
      if (this.take('(')) this.#numbered(opened, members);
      else {
        const member = this.takeSubscript();
        if (member === undefined) this.unexpected(say(readTexts.expectedSubscriptName));
        members.push(member);
      }
    } while (this.take(','));
    return members;
  }

  /** `(A1-A9)`: every whole number from the first to the last, behind the same letters. */
  #numbered(opened: number, into: string[]): void {
    const first = this.takeSubscript();
    if (first === undefined) this.unexpected(say(readTexts.expectedSubscriptName));
    this.expect('-');
    const last = this.takeSubscript();
    if (last === undefined) this.unexpected(say(readTexts.expectedSubscriptName));
    this.expect(')', opened);
    const [, name = '', from = ''] = /^(.*?)(\d+)$/s.exec(first) ?? [];
    const [, same = '', to = ''] = /^(.*?)(\d+)$/s.exec(last) ?? [];
    const count = Number(to) - Number(from) + 1;
    if (
      from === '' ||
      to === '' ||
      canonical(name) !== canonical(same) ||
      !(count >= 1 && count <= maxMembers)
    ) {
      throw new Unreadable({
        fault: say(vensimTexts.badRange, { range: `(${first}-${last})` }),
        at: opened,
        expected: say(vensimTexts.badRangeExpected, { most: maxMembers }),
      });
    }
    const width = from.startsWith('0') ? from.length : 1;
    for (let i = 0; i < count; i++) into.push(name + String(Number(from) + i).padStart(width, '0'));
  }
}

const checks: readonly string[] = [':THE CONDITION:', ':TEST INPUT:', ':EXCEPT:'];
