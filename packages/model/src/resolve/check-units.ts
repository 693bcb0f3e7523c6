import type { UnitCall } from '../functions/call.ts';
import { builderOf } from '../functions/index.ts';
import type { ModelProblem } from '../problems/problems.ts';
import { say, type Text } from '../problems/say.ts';
import { arithmetic, type Equation, type Expression, print } from '../syntax/ast.ts';
import { canonical } from '../syntax/names.ts';
import type { ParsedModel } from '../syntax/parsed-model.ts';
import {
  dimensionless,
  type Measure,
  multiply,
  raise,
  same,
  showMeasure,
  UnitReader,
} from '../syntax/unit.ts';
import { resolveTexts } from './texts.ts';
import { isLookup } from './variables.ts';

/**
 * Checks that units balance in every equation. The rules: the number 0 has any unit, every other bare number has
 * none; both sides of + - comparison MIN MAX and the branches of IF THEN ELSE are alike; EXP, LN and the like take
 * and give no unit; Time has the unit of TIME STEP; a lookup takes any unit and gives the unit declared for it;
 * the table of WITH LOOKUP takes any unit and gives that of its variable.
 */
export function checkUnits(parsed: ParsedModel, file: string): ModelProblem[] {
  return new Checker(parsed, file).check();
}

class Checker {
  readonly #reader: UnitReader;
  readonly #problems: ModelProblem[] = [];
  readonly #declared = new Map<string, Measure>();
  readonly #lookups = new Set<string>();
  readonly #indices = new Set<string>();
  readonly #parsed: ParsedModel;
  readonly #file: string;
  #timeUnit: Measure = 'any';

  constructor(parsed: ParsedModel, file: string) {
    this.#parsed = parsed;
    this.#file = file;
    this.#reader = new UnitReader(parsed.unitSynonyms);
  }

  check(): ModelProblem[] {
    for (const dimension of this.#parsed.dimensions) {
      this.#indices.add(canonical(dimension.name));
      for (const member of dimension.members) this.#indices.add(canonical(member));
    }
    const byName = new Map<string, Equation[]>();
    for (const equation of this.#parsed.equations) {
      const key = canonical(equation.name);
      const list = byName.get(key) ?? [];
      list.push(equation);
      byName.set(key, list);
    }
    for (const [key, equations] of byName) {
      // Vensim lets later equations of a variable omit units: the first that has them holds for all.
      const speaking = equations.find((e) => e.units.replace(/\[[^\]]*\]\s*$/, '').trim() !== '');
      const first = speaking ?? equations[0];
      if (first === undefined) continue;
      if (equations.some(isLookup)) this.#lookups.add(key);
      if (speaking === undefined && equations.some((e) => e.hiddenIn !== undefined || e.derived === true)) {
        this.#declared.set(key, 'any');
        continue;
      }
      if (speaking === undefined) {
        this.#problem(
          'MODEL_NO_UNITS',
          first.line,
          say(resolveTexts.noUnits, { name: first.name }),
          say(resolveTexts.noUnitsHint),
        );
        this.#declared.set(key, 'any');
        continue;
      }
      const unit = this.#reader.unit(speaking.units);
      if (unit === undefined) {
        this.#problem(
          'MODEL_NO_UNITS',
          speaking.line,
          say(resolveTexts.badUnits, { units: speaking.units, name: speaking.name }),
          say(resolveTexts.badUnitsHint),
        );
      }
      this.#declared.set(key, unit ?? 'any');
      for (const other of equations) {
        const otherUnit = other.units.trim() === '' ? unit : this.#reader.unit(other.units);
        if (other !== speaking && unit !== undefined && otherUnit !== undefined && !same(unit, otherUnit)) {
          this.#clash(other, other.name, otherUnit, unit);
        }
      }
    }
    const outside = this.#parsed.settings?.timeUnits;
    this.#timeUnit =
      this.#declared.get('time step') ??
      (outside === undefined ? undefined : this.#reader.unit(outside)) ??
      'any';
    for (const name of ['initial time', 'final time', 'saveper']) {
      const unit = this.#declared.get(name);
      const equation = byName.get(name)?.[0];
      if (unit !== undefined && equation !== undefined && !same(unit, this.#timeUnit)) {
        this.#clash(equation, equation.name, unit, this.#timeUnit);
      }
    }
    for (const equation of this.#parsed.equations) {
      // Units inside a macro are not checked: those of its inputs differ per call.
      if (equation.right.kind !== 'expression' || equation.hiddenIn !== undefined) continue;
      const declared = this.#declared.get(canonical(equation.name)) ?? 'any';
      const { expression } = equation.right;
      // A constant takes the unit that is declared for it.
      if (arithmetic(expression) !== undefined) continue;
      const found = this.#measure(expression, equation, declared);
      if (!same(found, declared)) this.#clash(equation, print(expression), found, declared);
    }
    return this.#problems;
  }

  #problem(code: ModelProblem['code'], line: number, message: Text, hint: Text, expected?: Text): void {
    this.#problems.push({
      code,
      message,
      file: this.#file,
      line,
      ...(expected === undefined ? {} : { expected }),
      hint,
    });
  }

  #clash(equation: Equation, expression: string, left: Measure, right: Measure): void {
    this.#problem(
      'MODEL_UNIT_CLASH',
      equation.line,
      say(resolveTexts.unitClash, {
        name: equation.name,
        expression,
        left: showMeasure(left),
        right: showMeasure(right),
      }),
      say(resolveTexts.unitClashHint),
      say(resolveTexts.unitClashExpected, { unit: showMeasure(right) }),
    );
  }

  /** Unifies two units; after a mismatch the result is `any`, so that one problem is reported once. */
  #alike(equation: Equation, where: Expression, a: Measure, b: Measure): Measure {
    if (a === 'any') return b;
    if (b === 'any') return a;
    if (same(a, b)) return a;
    this.#clash(equation, print(where), a, b);
    return 'any';
  }

  /** @param wanted expected unit, for lookups, which have no unit of their own */
  #measure(e: Expression, equation: Equation, wanted: Measure): Measure {
    const m = (x: Expression, want: Measure = 'any'): Measure => this.#measure(x, equation, want);
    const bare = (x: Expression): void => {
      this.#alike(equation, x, m(x), dimensionless);
    };
    switch (e.kind) {
      case 'number':
        return e.value === 0 ? 'any' : dimensionless;
      case 'parens':
      case 'negative':
        return m(e.of, wanted);
      case 'not':
        bare(e.of);
        return dimensionless;
      case 'name': {
        const key = canonical(e.name);
        if (key === 'time') return this.#timeUnit;
        const declared = this.#declared.get(key);
        return declared ?? (this.#indices.has(key) ? dimensionless : 'any');
      }
      case 'lookup-call':
        m(e.arg);
        return this.#declared.get(canonical(e.name)) ?? 'any';
      case 'table':
        return wanted;
      case 'string':
      case 'keyword':
        return 'any';
      case 'binary':
        return this.#binary(e, equation, wanted);
      case 'call':
        return this.#call(e, equation, wanted);
    }
  }

  #binary(e: Expression & { kind: 'binary' }, equation: Equation, wanted: Measure): Measure {
    const m = (x: Expression, want: Measure = 'any'): Measure => this.#measure(x, equation, want);
    switch (e.op) {
      case '+':
      case '-':
        return this.#alike(equation, e, m(e.left, wanted), m(e.right, wanted));
      case '*':
        return multiply(m(e.left), m(e.right), 1);
      case '/':
        return multiply(m(e.left), m(e.right), -1);
      case '^':
        return this.#power(e, e.left, e.right, equation);
      case ':AND:':
      case ':OR:':
        this.#alike(equation, e.left, m(e.left), dimensionless);
        this.#alike(equation, e.right, m(e.right), dimensionless);
        return dimensionless;
      default:
        this.#alike(equation, e, m(e.left), m(e.right));
        return dimensionless;
    }
  }

  #power(whole: Expression, base: Expression, exponent: Expression, equation: Equation): Measure {
    const of = this.#measure(base, equation, 'any');
    this.#alike(equation, exponent, this.#measure(exponent, equation, 'any'), dimensionless);
    if (of === 'any' || of.size === 0) return of;
    const value = arithmetic(exponent);
    if (value !== undefined) return raise(of, value);
    this.#clash(equation, print(whole), of, dimensionless);
    return 'any';
  }

  #call(e: Expression & { kind: 'call' }, equation: Equation, wanted: Measure): Measure {
    const fn = canonical(e.fn);
    const builder = builderOf(fn);
    if (
      builder === undefined ||
      e.args.length < builder.minArguments ||
      e.args.length > builder.maxArguments
    ) {
      for (const arg of e.args) this.#measure(arg, equation, 'any');
      return this.#lookups.has(fn) ? (this.#declared.get(fn) ?? 'any') : 'any';
    }
    const zero: Expression = { kind: 'number', value: 0, text: '0' };
    const argument = (i: number): Expression => e.args[i] ?? zero;
    const as = (i: number, unit: Measure): void => {
      const of = this.#measure(argument(i), equation, unit);
      this.#alike(equation, argument(i), of, unit);
    };
    const call: UnitCall = {
      count: e.args.length,
      wanted,
      time: this.#timeUnit,
      of: (i, want = 'any') => this.#measure(argument(i), equation, want),
      bare: (i) => as(i, dimensionless),
      inTime: (i) => as(i, this.#timeUnit),
      as,
      alike: (a, b) => this.#alike(equation, e, a, b),
      power: (base, exponent) => this.#power(e, argument(base), argument(exponent), equation),
    };
    return builder.units(call);
  }
}
