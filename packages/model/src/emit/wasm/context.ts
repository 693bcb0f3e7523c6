import { must } from '@schaalsprong/words';
import { type LookupSegments, segmentsOf } from '../../evaluate/lookup.ts';
import { type GroupFunction, groupFunction } from '../../groups/group-functions.ts';
import type { Program } from '../../ir/program.ts';
import type { LookupMode, Scalar } from '../../ir/scalar.ts';
import {
  importReduceAngle,
  linkMath,
  type MathName,
  type TableName,
  tableNumbers,
} from '../../math/index.ts';
import { plainExponents } from '../../math/plain-powers.ts';
import type { Plan, Precision } from '../../plan/plan.ts';
import { ModuleBuilder } from '../../wasm/encoder.ts';
import { addDraw, drawKeyBytes } from './draw.ts';
import { addSearch } from './lookup.ts';
import { addExactPower } from './power.ts';

/** A call of a group function: addresses of its inputs and outputs, each a vector of two lanes. */
export interface GroupCall {
  readonly fn: GroupFunction;
  readonly settings: readonly number[];
  readonly inputs: number;
  readonly outputs: number;
  readonly at: number;
}

/** Bytes of a vector of two doubles. */
export const vectorBytes = 16;

/** State shared by all functions of a module: imports, lookups in memory, calls of group functions. */
export class ModuleContext {
  readonly module = new ModuleBuilder();
  readonly program: Program;
  readonly plan: Plan;
  readonly precision: Precision;
  readonly groupCalls: GroupCall[] = [];
  /** Indices of imported functions. */
  readonly remainder: number;
  readonly group: number;
  /** First free byte of statically allocated memory. */
  top = vectorBytes;
  readonly #reduceAngle: number;
  readonly #math = new Map<MathName, number>();
  readonly #constants = new Map<number | string, number>();
  readonly #lookups = new Map<LookupSegments, number>();
  readonly #mathTables = new Map<TableName, number>();
  /** Address at which the host writes the key of the random draws: seed and future. */
  readonly drawKeyAt: number;
  #search: number | undefined;
  #draw: number | undefined;
  #power: number | undefined;

  constructor(program: Program, plan: Plan, precision: Precision) {
    this.program = program;
    this.plan = plan;
    this.precision = precision;
    const { module } = this;
    this.remainder = module.importFunction('env', 'remainder', ['f64', 'f64'], ['f64']);
    this.group = module.importFunction('env', 'group', ['i32'], []);
    this.#reduceAngle = importReduceAngle(module);
    this.drawKeyAt = this.reserve(drawKeyBytes);
  }

  /** Allocates static memory. @returns its address */
  reserve(bytes: number): number {
    const at = this.top;
    this.top += Math.ceil(bytes / vectorBytes) * vectorBytes;
    return at;
  }

  /** The function of an operation, added to the module lazily. */
  math(name: MathName): number {
    const known = this.#math.get(name);
    if (known !== undefined) return known;
    const linked = linkMath(this.module, this.precision, [name], this.#reduceAngle, {
      addressOf: (v) => this.#constant(v),
      tableAt: (table) => this.#mathTable(table),
    });
    const made = must(linked, name);
    this.#math.set(name, made);
    return made;
  }

  /** The address of a constant of the mathematics. */
  #constant(value: number): number {
    const key = Object.is(value, -0) ? '-0' : value;
    let at = this.#constants.get(key);
    if (at === undefined) {
      at = this.reserve(8);
      this.#constants.set(key, at);
      this.#put(at, [value]);
    }
    return at;
  }

  /** The address of a table of the mathematics. */
  #mathTable(name: TableName): number {
    const known = this.#mathTables.get(name);
    if (known !== undefined) return known;
    const numbers = tableNumbers(name);
    const at = this.reserve(numbers.byteLength);
    this.#mathTables.set(name, at);
    this.#put(at, numbers);
    return at;
  }

  /** Initializes memory with numbers. */
  #put(at: number, numbers: Iterable<number>): void {
    const all = [...numbers];
    const bytes = new DataView(new ArrayBuffer(8 * all.length));
    for (const [i, number] of all.entries()) bytes.setFloat64(8 * i, number, true);
    this.module.data(at, new Uint8Array(bytes.buffer));
  }

  /**
   * The power function: in exact mode plain exponents are special-cased, as in `exactPower`.
   *
   * @param exponent if it is a compile-time constant
   */
  power(exponent: number | undefined): number {
    const isPlain = exponent === undefined || plainExponents.some((plain) => plain === exponent);
    if (this.precision === 'fast' || !isPlain) return this.math('pow');
    this.#power ??= addExactPower(this.module, this.math('pow'));
    return this.#power;
  }

  /** A lookup, and the address of its rows. */
  lookup(number: number, mode: LookupMode | undefined): { segments: LookupSegments; at: number } {
    const lookup = this.program.lookups[number];
    if (lookup === undefined) throw new Error(`no lookup ${number}`);
    const segments = segmentsOf(lookup, mode);
    let at = this.#lookups.get(segments);
    if (at === undefined) {
      at = this.reserve(segments.rows.byteLength + vectorBytes);
      this.#lookups.set(segments, at);
      this.#put(at, segments.rows);
    }
    return { segments, at };
  }

  /** The function of random draws. */
  draw(): number {
    this.#draw ??= addDraw(this.module, this.drawKeyAt);
    return this.#draw;
  }

  /** The binary search for lookups with unequal spacing. */
  search(): number {
    this.#search ??= addSearch(this.module);
    return this.#search;
  }

  /** @returns the number of a new call */
  addGroup(s: Scalar & { k: 'g' }): number {
    const at = this.reserve(vectorBytes * (s.a.length + s.n));
    this.groupCalls.push({
      fn: groupFunction(s.fn),
      settings: s.p ?? [],
      inputs: s.a.length,
      outputs: s.n,
      at,
    });
    return this.groupCalls.length - 1;
  }
}
