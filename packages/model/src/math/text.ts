import { reduceAngle } from './angle.ts';
import type { MathFunction } from './functions.ts';
import { type In, type LaneFunction, type Lanes, type LaneTable, pointMagic, wholeMagic } from './lanes.ts';
import { byExponentField, highWord, powersOfTwo } from './numbers.ts';
import { lnRows, log2Rows, roots } from './rows.ts';

/** The name of a constant in JavaScript text. */
interface Name {
  readonly name: string;
}

/** Collects JavaScript statements, one constant per operation. */
class Text implements Lanes<Name, Name> {
  readonly lines: string[] = [];
  #count = 0;

  #keep(expression: string): Name {
    const name = `v${this.#count++}`;
    this.lines.push(`const ${name}=${expression};`);
    return { name };
  }

  add = (a: In<Name>, b: In<Name>): Name => this.#keep(`${text(a)}+${text(b)}`);
  sub = (a: In<Name>, b: In<Name>): Name => this.#keep(`${text(a)}-${text(b)}`);
  mul = (a: In<Name>, b: In<Name>): Name => this.#keep(`${text(a)}*${text(b)}`);
  div = (a: In<Name>, b: In<Name>): Name => this.#keep(`${text(a)}/${text(b)}`);
  sqrt = (a: Name): Name => this.#keep(`Math.sqrt(${a.name})`);
  abs = (a: Name): Name => this.#keep(`Math.abs(${a.name})`);
  neg = (a: Name): Name => this.#keep(`-${a.name}`);
  floor = (a: Name): Name => this.#keep(`Math.floor(${a.name})`);
  atMost = (a: Name, b: In<Name>): Name => this.#keep(`${text(b)}<${a.name}?${text(b)}:${a.name}`);
  atLeast = (a: Name, b: In<Name>): Name => this.#keep(`${a.name}<${text(b)}?${text(b)}:${a.name}`);
  lt = (a: In<Name>, b: In<Name>): Name => this.#keep(`${text(a)}<${text(b)}`);
  le = (a: In<Name>, b: In<Name>): Name => this.#keep(`${text(a)}<=${text(b)}`);
  eq = (a: In<Name>, b: In<Name>): Name => this.#keep(`${text(a)}===${text(b)}`);
  and = (a: Name, b: Name): Name => this.#keep(`${a.name}&&${b.name}`);
  or = (a: Name, b: Name): Name => this.#keep(`${a.name}||${b.name}`);
  not = (a: Name): Name => this.#keep(`!${a.name}`);
  select = (m: Name, a: In<Name>, b: In<Name>): Name => this.#keep(`${m.name}?${text(a)}:${text(b)}`);
  negateWhere = (m: Name, v: Name): Name => this.#keep(`${m.name}?-${v.name}:${v.name}`);
  signed = (v: Name, s: Name): Name => this.#keep(`highWord(${s.name})<0?-${v.name}:${v.name}`);
  powerOfTwo = (z: Name): Name => this.#keep(`byExponentField[(${z.name}-${wholeMagic}|0)&2047]`);
  bit = (z: Name, bit: 0 | 1): Name => this.#keep(`((${z.name}-${wholeMagic}|0)&${1 << bit})!==0`);
  reduceAngle = (x: Name, part: 0 | 1 | 2): Name => this.#keep(`reduceAngle(${x.name},${part})`);

  split(x: Name, high: number): [k: Name, m: Name] {
    const k = this.#keep(`highWord(${x.name})-${high}>>20`);
    return [k, this.#keep(`${x.name}*powersOfTwo[1074-${k.name}]`)];
  }

  row({ name, width, columns }: LaneTable, z: Name): Name[] {
    const at = this.#keep(`((${z.name}-${pointMagic})*256&255)*${width}`);
    return Array.from({ length: columns }, (_, i) => this.#keep(`${name}[${at.name}+${i}]`));
  }

  root(z: Name, magic: number): [root: Name, rest: Name] {
    const n = this.#keep(`(${z.name}-${magic})*${wholeMagic / magic}|0`);
    const at = this.#keep(`2*(${n.name}&255)`);
    return [
      this.#keep(`roots[${at.name}]*byExponentField[(${n.name}>>8)+1023&2047]`),
      this.#keep(`roots[${at.name}+1]`),
    ];
  }

  apart(m: Name, value: Name, fn: LaneFunction, x: Name, y: Name): Name {
    const [result] = this.rare(m, [value], () => [fn<Name, Name>(this, x, y)]);
    return result ?? value;
  }

  rare(m: Name, values: readonly In<Name>[], instead: () => readonly In<Name>[]): Name[] {
    const names = values.map((v) => {
      const name = `v${this.#count++}`;
      this.lines.push(`let ${name}=${text(v)};`);
      return { name };
    });
    this.lines.push(`if(${m.name}){`);
    const others = instead();
    names.forEach(({ name }, i) => {
      const other = others[i];
      if (other !== undefined) this.lines.push(`${name}=${text(other)};`);
    });
    this.lines.push('}');
    return names;
  }
}

function text(v: In<Name>): string {
  if (typeof v !== 'number') return v.name;
  const written = Object.is(v, -0) ? '-0' : String(v);
  return written.startsWith('-') ? `(${written})` : written;
}

/** The body of a JavaScript function of `x` (and `y`), in terms of the names of {@link compiled}. */
export function javascriptOf({ program }: Pick<MathFunction, 'program'>): string {
  const t = new Text();
  const result = program(t, { name: 'x' }, { name: 'y' });
  return `${t.lines.join('\n')}\nreturn ${text(result)};`;
}

/** Makes a function from its text, so that the engine sees plain arithmetic; needs an engine that allows that. */
export function compiled(fn: MathFunction): (x: number, y?: number) => number {
  const make = new Function(
    'highWord',
    'powersOfTwo',
    'byExponentField',
    'reduceAngle',
    'lnRows',
    'log2Rows',
    'roots',
    `"use strict";return function ${fn.name}(${fn.params === 1 ? 'x' : 'x,y'}){\n${javascriptOf(fn)}\n}`,
  );
  return make(highWord, powersOfTwo, byExponentField, reduceAngle, lnRows.numbers, log2Rows.numbers, roots());
}
