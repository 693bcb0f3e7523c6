import { at } from '@schaalsprong/words';
import { say } from '../problems/say.ts';
import { readTexts } from '../read/texts.ts';
import type { Equation, Expression } from '../syntax/ast.ts';
import { canonical } from '../syntax/names.ts';
import type { ParsedModel } from '../syntax/parsed-model.ts';
import { type Faults, nearest } from './faults.ts';
import type { Range, Ranges } from './ranges.ts';
import { resolveTexts } from './texts.ts';

/** A variable: all equations of one name. */
export interface Variable {
  readonly name: string;
  readonly key: string;
  readonly equations: Equation[];
  /** A helper that the reader made: not a name of the model. */
  readonly hidden: boolean;
  readonly lookup: boolean;
  /** Some equation of it is a data equation, `a := b * 2`. */
  readonly derived: boolean;
  /** Its elements in the order they were declared, by number; of a lookup without number. */
  readonly own: { readonly element: number; readonly subs: readonly string[] }[];
}

/** A call that reads from files, and what it gives. */
export function externalKind(e: Expression): 'constants' | 'data' | 'lookups' | undefined {
  if (e.kind === 'parens') return externalKind(e.of);
  if (e.kind !== 'call') return undefined;
  const kind = /^get (?:xls|direct) (constants|data|lookups)$/.exec(canonical(e.fn))?.[1];
  return kind === 'constants' || kind === 'data' || kind === 'lookups' ? kind : undefined;
}

/** Whether an equation gives a lookup: as points, or from a file. */
export const isLookup = ({ right }: Equation): boolean =>
  right.kind === 'table' || (right.kind === 'expression' && externalKind(right.expression) === 'lookups');

/** Whether an equation is written with `:=`, outside of quotes. */
export const isDataEquation = ({ text, right }: Equation): boolean =>
  right.kind === 'expression' &&
  text.includes(':=') &&
  text.replace(/"(?:[^"\\]|\\.)*"|'[^']*'/g, '').includes(':=');

/** The variables of a model by name. */
export class Variables {
  readonly #byKey = new Map<string, Variable>();
  readonly #dimensions = new Map<string, (Range | undefined)[]>();
  readonly #parsed: ParsedModel;
  readonly #ranges: Ranges;
  readonly #faults: Faults;

  constructor(parsed: ParsedModel, ranges: Ranges, faults: Faults) {
    this.#parsed = parsed;
    this.#ranges = ranges;
    this.#faults = faults;
    for (const equation of parsed.equations) this.#add(equation);
  }

  get(key: string): Variable | undefined {
    return this.#byKey.get(key);
  }

  values(): Iterable<Variable> {
    return this.#byKey.values();
  }

  /** How an element is written: `builders[SGE]`. */
  fullName(variable: Variable, subs: readonly string[]): string {
    if (subs.length === 0) return variable.name;
    return `${variable.name}[${subs.map((e) => this.#ranges.nameOf(e)).join(',')}]`;
  }

  /** For each position the dimension that all equations name, or the smallest one that holds all they name. */
  dimensionsOf(variable: Variable): readonly (Range | undefined)[] {
    const known = this.#dimensions.get(variable.key);
    if (known !== undefined) return known;
    const width = at(variable.equations, 0).subs.length;
    const found = Array.from({ length: width }, (_, position) => {
      const keys = new Set(variable.equations.map((equation) => canonical(at(equation.subs, position))));
      const [first] = keys;
      const named = keys.size === 1 && first !== undefined ? this.#ranges.get(first) : undefined;
      if (named !== undefined) return named;
      return this.#ranges.smallest(
        new Set([...keys].flatMap((key) => this.#ranges.get(key)?.elements ?? [key])),
      );
    });
    this.#dimensions.set(variable.key, found);
    return found;
  }

  unknown(name: string, line: number): void {
    if (this.#parsed.unread.has(canonical(name))) return;
    this.#faults.report(
      'MODEL_UNKNOWN_NAME',
      line,
      say(readTexts.unknownName, { name }),
      () =>
        nearest(
          name,
          [...this.#byKey.values()].filter((v) => !v.hidden).map((v) => v.name),
        ),
      say(resolveTexts.unknownNameExpected),
    );
  }

  subscriptCount(name: string, wanted: number, got: number, line: number, defined: number): void {
    this.#faults.report(
      'MODEL_SUBSCRIPT',
      line,
      say(readTexts.subscriptCount, { name, wanted, got }),
      say(readTexts.subscriptHint, { line: defined }),
    );
  }

  #add(equation: Equation): void {
    const key = canonical(equation.name);
    if (key === 'time') {
      this.#faults.report(
        'MODEL_DUPLICATE',
        equation.line,
        say(resolveTexts.reserved, { name: equation.name }),
        say(resolveTexts.reservedHint),
      );
      return;
    }
    const range = this.#ranges.get(key);
    if (range !== undefined) {
      this.#faults.duplicate(equation.name, range.line, equation.line);
      return;
    }
    const known = this.#byKey.get(key);
    if (known !== undefined) {
      known.equations.push(equation);
      const lookup = known.lookup || isLookup(equation);
      const derived = known.derived || isDataEquation(equation);
      if (lookup !== known.lookup || derived !== known.derived)
        this.#byKey.set(key, { ...known, lookup, derived });
      return;
    }
    this.#byKey.set(key, {
      name: equation.name.replace(/^"|"$/g, ''),
      key,
      equations: [equation],
      hidden: equation.hiddenIn !== undefined,
      lookup: isLookup(equation),
      derived: isDataEquation(equation),
      own: [],
    });
  }
}
