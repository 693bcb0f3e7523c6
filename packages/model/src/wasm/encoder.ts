import { Bytes } from './bytes.ts';
import {
  type Instruction,
  instructions,
  type LaneInstruction,
  laneInstructions,
  type MemoryInstruction,
  memoryInstructions,
} from './instructions.ts';

/** The types of values that this project uses. */
export type ValueType = 'i32' | 'i64' | 'f64' | 'v128';

const typeCode: Readonly<Record<ValueType, number>> = { i32: 0x7f, i64: 0x7e, f64: 0x7c, v128: 0x7b };

/** What a block leaves on the stack: nothing, or one value. */
export type BlockType = ValueType | 'none';

/** Limits of engines on one function. */
const maxLocals = 50_000;
const maxBytes = 7_654_321;

/** Thrown for a function that no engine would take. */
export class FunctionTooLarge extends RangeError {}

/** Bytes of one page of memory. */
export const pageBytes = 65536;

/**
 * Writes the body of one function, instruction after instruction; every method gives the builder back. It checks no
 * types: the engine does, when the module is made.
 */
export class FunctionBuilder {
  /** Prologue of the function. */
  readonly #head = new Bytes();
  readonly #rest = new Bytes();
  #code = this.#rest;
  readonly #params: readonly ValueType[];
  readonly #locals: ValueType[] = [];

  constructor(params: readonly ValueType[]) {
    this.#params = params;
  }

  /** Bytes of code so far. */
  get size(): number {
    return this.#head.length + this.#rest.length;
  }

  /** Writes what `build` adds at the begin of the function, after what was put there before. */
  atBegin(build: (f: this) => unknown): this {
    const code = this.#code;
    this.#code = this.#head;
    build(this);
    this.#code = code;
    return this;
  }

  /** How many locals there are, parameters included. V8 allows 50,000. */
  get localCount(): number {
    return this.#params.length + this.#locals.length;
  }

  /** @returns the number of a new local, which is 0 at first; parameters have the numbers from 0. */
  local(type: ValueType): number {
    this.#locals.push(type);
    return this.localCount - 1;
  }

  get(local: number): this {
    return this.#with(0x20, local);
  }

  set(local: number): this {
    return this.#with(0x21, local);
  }

  tee(local: number): this {
    return this.#with(0x22, local);
  }

  /** Instructions without immediate operands, one after another. */
  op(...names: Instruction[]): this {
    for (const name of names) this.#opcode(instructions[name]);
    return this;
  }

  i32(value: number): this {
    this.#code.byte(0x41);
    this.#code.signed(value);
    return this;
  }

  i64(value: bigint): this {
    this.#code.byte(0x42);
    this.#code.signed64(value);
    return this;
  }

  f64(value: number): this {
    this.#code.byte(0x44);
    this.#code.f64(value);
    return this;
  }

  /** A constant of two doubles; one means the same in both lanes. */
  f64x2(low: number, high = low): this {
    this.#opcode(0xfd0c);
    this.#code.f64(low);
    this.#code.f64(high);
    return this;
  }

  /** A constant of two 64-bit whole numbers (or bit patterns); one means the same in both lanes. */
  i64x2(low: bigint, high = low): this {
    this.#opcode(0xfd0c);
    this.#code.i64(low);
    this.#code.i64(high);
    return this;
  }

  /** Loads or stores at the address on the stack plus `offset`. */
  memory(name: MemoryInstruction, offset = 0): this {
    const [code, align] = memoryInstructions[name];
    this.#opcode(code);
    this.#code.unsigned(align);
    this.#code.unsigned(offset);
    return this;
  }

  /** Replaces the second double of the vector on the stack by one from memory; the address is below it. */
  loadHigh(offset = 0): this {
    this.#opcode(0xfd57);
    this.#code.unsigned(3);
    this.#code.unsigned(offset);
    this.#code.byte(1);
    return this;
  }

  lane(name: LaneInstruction, lane: number): this {
    this.#opcode(laneInstructions[name]);
    this.#code.byte(lane);
    return this;
  }

  /** Takes doubles from two vectors: numbers 0 and 1 mean the lanes of the first, 2 and 3 those of the second. */
  shuffle64(low: 0 | 1 | 2 | 3, high: 0 | 1 | 2 | 3): this {
    this.#opcode(0xfd0d);
    for (const lane of [low, high]) for (let i = 0; i < 8; i++) this.#code.byte(8 * lane + i);
    return this;
  }

  call(fn: number): this {
    return this.#with(0x10, fn);
  }

  /** Opens a block, which `end` closes; a branch to it goes to its end. */
  block(type: BlockType = 'none'): this {
    return this.#block(0x02, type);
  }

  /** Opens a loop, which `end` closes; a branch to it goes to its begin. */
  loop(type: BlockType = 'none'): this {
    return this.#block(0x03, type);
  }

  if(type: BlockType = 'none'): this {
    return this.#block(0x04, type);
  }

  /** Branches out of `depth` blocks: 0 is the innermost. */
  br(depth: number): this {
    return this.#with(0x0c, depth);
  }

  brIf(depth: number): this {
    return this.#with(0x0d, depth);
  }

  /** Local declarations and code, closed by `end`, as the module holds them. */
  body(): Bytes {
    const runs: [count: number, type: ValueType][] = [];
    for (const type of this.#locals) {
      const run = runs.at(-1);
      if (run?.[1] === type) run[0]++;
      else runs.push([1, type]);
    }
    const body = new Bytes();
    body.unsigned(runs.length);
    for (const [count, type] of runs) {
      body.unsigned(count);
      body.byte(typeCode[type]);
    }
    body.raw(this.#head.view());
    body.raw(this.#rest.view());
    body.byte(instructions.end);
    return body;
  }

  #with(code: number, index: number): this {
    this.#code.byte(code);
    this.#code.unsigned(index);
    return this;
  }

  #block(code: number, type: BlockType): this {
    this.#code.byte(code);
    this.#code.byte(type === 'none' ? 0x40 : typeCode[type]);
    return this;
  }

  #opcode(code: number): void {
    if (code > 0xff) {
      this.#code.byte(code >> 8);
      this.#code.unsigned(code & 0xff);
    } else {
      this.#code.byte(code);
    }
  }
}

/**
 * Encodes a module. Imports come before functions; a function may call those declared before it, and itself.
 *
 * ```ts
 * const module = new ModuleBuilder();
 * const twice = module.function(['v128'], ['v128'], (f) => f.get(0).get(0).op('f64x2.add'));
 * module.export('twice', twice);
 * const bytes = module.finish();
 * ```
 */
export class ModuleBuilder {
  readonly #types = new Map<
    string,
    { number: number; params: readonly ValueType[]; results: readonly ValueType[] }
  >();
  readonly #imports: { module: string; name: string; type: number }[] = [];
  readonly #functions: { type: number; body: Bytes | undefined }[] = [];
  readonly #exports: { name: string; fn: number }[] = [];
  readonly #data: { at: number; bytes: Uint8Array }[] = [];
  #memory: { module: string; name: string; pages: number } | undefined;

  #type(params: readonly ValueType[], results: readonly ValueType[]): number {
    const key = `${params.join()}:${results.join()}`;
    const known = this.#types.get(key);
    if (known !== undefined) return known.number;
    const number = this.#types.size;
    this.#types.set(key, { number, params, results });
    return number;
  }

  /** @returns the number by which `call` knows it */
  importFunction(
    module: string,
    name: string,
    params: readonly ValueType[],
    results: readonly ValueType[],
  ): number {
    if (this.#functions.length > 0) throw new Error('imports come before functions');
    this.#imports.push({ module, name, type: this.#type(params, results) });
    return this.#imports.length - 1;
  }

  /** Takes the memory from outside: at least `pages` pages of {@link pageBytes}. */
  importMemory(module: string, name: string, pages: number): void {
    this.#memory = { module, name, pages };
  }

  /**
   * Adds a function of which `build` writes the body; it may add others meanwhile.
   * @returns the number by which `call` knows it
   */
  function(
    params: readonly ValueType[],
    results: readonly ValueType[],
    build: (f: FunctionBuilder, self: number) => unknown,
  ): number {
    const number = this.#imports.length + this.#functions.length;
    const builder = new FunctionBuilder(params);
    const entry: { type: number; body: Bytes | undefined } = {
      type: this.#type(params, results),
      body: undefined,
    };
    this.#functions.push(entry);
    build(builder, number);
    if (builder.localCount > maxLocals || builder.size > maxBytes) throw new FunctionTooLarge();
    entry.body = builder.body();
    return number;
  }

  export(name: string, fn: number): void {
    this.#exports.push({ name, fn });
  }

  /** Puts bytes in memory when the module is instantiated. */
  data(at: number, bytes: Uint8Array): void {
    this.#data.push({ at, bytes });
  }

  /** The whole module. */
  finish(): Uint8Array<ArrayBuffer> {
    const out = new Bytes();
    out.raw(Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0));
    this.#section(out, 1, [...this.#types.values()], (into, { params, results }) => {
      into.byte(0x60);
      for (const list of [params, results]) {
        into.unsigned(list.length);
        for (const type of list) into.byte(typeCode[type]);
      }
    });
    const imports: ((into: Bytes) => void)[] = this.#imports.map(({ module, name, type }) => (into) => {
      into.name(module);
      into.name(name);
      into.byte(0);
      into.unsigned(type);
    });
    const memory = this.#memory;
    if (memory !== undefined) {
      imports.push((into) => {
        into.name(memory.module);
        into.name(memory.name);
        into.byte(2);
        into.byte(0);
        into.unsigned(memory.pages);
      });
    }
    this.#section(out, 2, imports, (into, write) => {
      write(into);
    });
    this.#section(out, 3, this.#functions, (into, { type }) => {
      into.unsigned(type);
    });
    this.#section(out, 7, this.#exports, (into, { name, fn }) => {
      into.name(name);
      into.byte(0);
      into.unsigned(fn);
    });
    this.#section(out, 10, this.#functions, (into, { body }) => {
      into.sized(body ?? new Bytes());
    });
    this.#section(out, 11, this.#data, (into, { at, bytes }) => {
      into.byte(0);
      into.byte(0x41);
      into.signed(at);
      into.byte(instructions.end);
      into.unsigned(bytes.length);
      into.raw(bytes);
    });
    return out.view().slice();
  }

  #section<T>(out: Bytes, id: number, list: readonly T[], write: (into: Bytes, one: T) => void): void {
    if (list.length === 0) return;
    const section = new Bytes();
    section.unsigned(list.length);
    for (const one of list) write(section, one);
    out.byte(id);
    out.sized(section);
  }
}
