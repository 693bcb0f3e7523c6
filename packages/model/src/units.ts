import { arithmetic, type Equation, type Expression, print } from './ast.ts';
import { functionNamed } from './functions.ts';
import { canonical } from './names.ts';
import type { ParsedModel } from './parse.ts';
import type { ModelProblem } from './problems.ts';
import { say, type Text } from './texts.ts';

/** A unit as powers of base units, sorted by name; no entry: dimensionless. */
export type Unit = ReadonlyMap<string, number>;

/** A unit, or `any`: the number 0, and whatever a fault already told makes unknown. */
type Measure = Unit | 'any';

const dimensionless: Unit = new Map();

/** Vensim's own list of equal units, which a model file may extend in its settings (rows `22:`). */
const builtinSynonyms: readonly (readonly string[])[] = [
  ['$', 'dollar', 'dollars', '$s'],
  ['day', 'days'],
  ['hour', 'hours'],
  ['month', 'months'],
  ['person', 'people', 'persons'],
  ['unit', 'units'],
  ['week', 'weeks'],
  ['year', 'years', 'yr', 'yrs'],
  ['eur', 'euro', 'euros', '€'],
];

const noUnit = new Set(['dmnl', 'dimensionless', '1', '']);

/** Makes units of their text, knowing which names mean the same. */
export class UnitReader {
  private readonly names = new Map<string, string>();
  private readonly read = new Map<string, Unit | undefined>();

  constructor(synonyms: readonly (readonly string[])[] = []) {
    for (const list of [...builtinSynonyms, ...synonyms]) {
      const [first, ...others] = list.map(canonical);
      if (first === undefined) continue;
      const target = this.names.get(first) ?? first;
      for (const name of [first, ...others]) if (!this.names.has(name)) this.names.set(name, target);
    }
  }

  /**
   * Reads `EUR/(job*Year)`; undefined if it cannot be read. A range such as `[0,10]` behind it is left out.
   * A plural in -s equals its singular: homes and home are one unit.
   */
  unit(text: string): Unit | undefined {
    if (this.read.has(text)) return this.read.get(text);
    const unit = this.parse(text);
    this.read.set(text, unit);
    return unit;
  }

  private parse(text: string): Unit | undefined {
    const bare = text.replace(/\[[^\]]*\]\s*$/, '').trim();
    const tokens = bare.match(/\*\*|[*/()^]|-?\d+(?:\.\d+)?(?=\s*(?:$|[*/()^]))|[^*/()^]+/g) ?? [];
    let at = 0;
    const peek = (): string | undefined => tokens[at]?.trim();
    const factor = (): Unit | undefined => {
      const token = peek();
      if (token === undefined) return undefined;
      at++;
      let unit: Unit | undefined;
      if (token === '(') {
        unit = product();
        if (peek() !== ')') return undefined;
        at++;
      } else if (/^[*/^)]|^\*\*$/.test(token)) {
        return undefined;
      } else {
        unit = this.atom(token);
      }
      if (unit !== undefined && (peek() === '^' || peek() === '**')) {
        at++;
        const bracket = peek() === '(';
        if (bracket) at++;
        const exponent = Number(peek());
        if (!Number.isFinite(exponent) || peek() === '') return undefined;
        at++;
        if (bracket) {
          if (peek() !== ')') return undefined;
          at++;
        }
        unit = raise(unit, exponent);
      }
      return unit;
    };
    const product = (): Unit | undefined => {
      let unit = factor();
      while (unit !== undefined && (peek() === '*' || peek() === '/')) {
        const sign = peek() === '*' ? 1 : -1;
        at++;
        const next = factor();
        if (next === undefined) return undefined;
        unit = combine(unit, next, sign);
      }
      return unit;
    };
    if (bare === '') return dimensionless;
    const unit = product();
    return at === tokens.length ? unit : undefined;
  }

  private atom(text: string): Unit | undefined {
    const name = canonical(text);
    if (noUnit.has(name)) return dimensionless;
    if (/^[-+.\d]+$/.test(name)) return undefined;
    const known = this.names.get(name) ?? this.names.get(singular(name)) ?? singular(name);
    return new Map([[known, 1]]);
  }
}

const singular = (name: string): string =>
  name.length > 3 && name.endsWith('s') && !name.endsWith('ss') ? name.slice(0, -1) : name;

function combine(a: Unit, b: Unit, sign: 1 | -1): Unit {
  const result = new Map(a);
  for (const [name, power] of b) {
    const sum = (result.get(name) ?? 0) + sign * power;
    if (sum === 0) result.delete(name);
    else result.set(name, sum);
  }
  return result;
}

function raise(unit: Unit, exponent: number): Unit {
  if (exponent === 0) return dimensionless;
  return new Map([...unit].map(([name, power]) => [name, power * exponent]));
}

function same(a: Measure, b: Measure): boolean {
  if (a === 'any' || b === 'any') return true;
  return a.size === b.size && [...a].every(([name, power]) => b.get(name) === power);
}

/** Writes a unit: `EUR/(job*year)`. */
export function showUnit(unit: Unit): string {
  const sorted = [...unit].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const part = (list: readonly (readonly [string, number])[]): string =>
    list.map(([name, power]) => (power === 1 ? name : `${name}^${power}`)).join('*');
  const above = sorted.filter(([, power]) => power > 0);
  const below = sorted.filter(([, power]) => power < 0).map(([name, power]) => [name, -power] as const);
  if (below.length === 0) return part(above) || 'Dmnl';
  return `${part(above) || '1'}/${below.length > 1 ? `(${part(below)})` : part(below)}`;
}

const show = (m: Measure): string => (m === 'any' ? '?' : showUnit(m));

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
  private readonly reader: UnitReader;
  private readonly problems: ModelProblem[] = [];
  private readonly declared = new Map<string, Measure>();
  private readonly lookups = new Set<string>();
  private readonly indices = new Set<string>();
  private readonly parsed: ParsedModel;
  private readonly file: string;
  private timeUnit: Measure = 'any';

  constructor(parsed: ParsedModel, file: string) {
    this.parsed = parsed;
    this.file = file;
    this.reader = new UnitReader(parsed.unitSynonyms);
  }

  check(): ModelProblem[] {
    for (const dimension of this.parsed.dimensions) {
      this.indices.add(canonical(dimension.name));
      for (const member of dimension.members) this.indices.add(canonical(member));
    }
    const byName = new Map<string, Equation[]>();
    for (const equation of this.parsed.equations) {
      const key = canonical(equation.name);
      const list = byName.get(key) ?? [];
      list.push(equation);
      byName.set(key, list);
    }
    for (const [key, equations] of byName) {
      // Vensim lets later equations of a variable go without units: the first that has them speaks for all.
      const speaking = equations.find((e) => e.units.replace(/\[[^\]]*\]\s*$/, '').trim() !== '');
      const first = speaking ?? equations[0];
      if (first === undefined) continue;
      if (equations.some((e) => e.right.kind === 'table')) this.lookups.add(key);
      if (speaking === undefined) {
        this.problem('MODEL_NO_UNITS', first.line, say('noUnits', { name: first.name }), say('noUnitsHint'));
        this.declared.set(key, 'any');
        continue;
      }
      const unit = this.reader.unit(speaking.units);
      if (unit === undefined) {
        this.problem(
          'MODEL_NO_UNITS',
          speaking.line,
          say('badUnits', { units: speaking.units, name: speaking.name }),
          say('badUnitsHint'),
        );
      }
      this.declared.set(key, unit ?? 'any');
      for (const other of equations) {
        const otherUnit = other.units.trim() === '' ? unit : this.reader.unit(other.units);
        if (other !== speaking && unit !== undefined && otherUnit !== undefined && !same(unit, otherUnit)) {
          this.clash(other, other.name, otherUnit, unit);
        }
      }
    }
    this.timeUnit = this.declared.get('time step') ?? 'any';
    for (const name of ['initial time', 'final time', 'saveper']) {
      const unit = this.declared.get(name);
      const equation = byName.get(name)?.[0];
      if (unit !== undefined && equation !== undefined && !same(unit, this.timeUnit)) {
        this.clash(equation, equation.name, unit, this.timeUnit);
      }
    }
    for (const equation of this.parsed.equations) {
      if (equation.right.kind !== 'expression') continue;
      const declared = this.declared.get(canonical(equation.name)) ?? 'any';
      const { expression } = equation.right;
      // A constant is a number that is given its unit by the declaration.
      if (arithmetic(expression) !== undefined) continue;
      const found = this.measure(expression, equation, declared);
      if (!same(found, declared)) this.clash(equation, print(expression), found, declared);
    }
    return this.problems;
  }

  private problem(
    code: ModelProblem['code'],
    line: number,
    message: Text,
    hint: Text,
    expected?: Text,
  ): void {
    this.problems.push({
      code,
      message,
      file: this.file,
      line,
      ...(expected === undefined ? {} : { expected }),
      hint,
    });
  }

  private clash(equation: Equation, expression: string, left: Measure, right: Measure): void {
    this.problem(
      'MODEL_UNIT_CLASH',
      equation.line,
      say('unitClash', { name: equation.name, expression, left: show(left), right: show(right) }),
      say('unitClashHint'),
      say('unitClashExpected', { unit: show(right) }),
    );
  }

  /** Demands one unit of two measures; after a clash the result is `any`, so that one fault is told once. */
  private alike(equation: Equation, where: Expression, a: Measure, b: Measure): Measure {
    if (a === 'any') return b;
    if (b === 'any') return a;
    if (same(a, b)) return a;
    this.clash(equation, print(where), a, b);
    return 'any';
  }

  private multiply(a: Measure, b: Measure, sign: 1 | -1): Measure {
    return a === 'any' || b === 'any' ? 'any' : combine(a, b, sign);
  }

  /** @param wanted unit that the place expects: it speaks for tables, which have none of their own. */
  private measure(e: Expression, equation: Equation, wanted: Measure): Measure {
    const m = (x: Expression, want: Measure = 'any'): Measure => this.measure(x, equation, want);
    const bare = (x: Expression): void => {
      this.alike(equation, x, m(x), dimensionless);
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
        if (key === 'time') return this.timeUnit;
        const declared = this.declared.get(key);
        return declared ?? (this.indices.has(key) ? dimensionless : 'any');
      }
      case 'lookup-call':
        m(e.arg);
        return this.declared.get(canonical(e.name)) ?? 'any';
      case 'table':
        return wanted;
      case 'string':
      case 'keyword':
        return 'any';
      case 'binary':
        return this.binary(e, equation, wanted);
      case 'call':
        return this.call(e, equation, wanted);
    }
  }

  private binary(e: Expression & { kind: 'binary' }, equation: Equation, wanted: Measure): Measure {
    const m = (x: Expression, want: Measure = 'any'): Measure => this.measure(x, equation, want);
    switch (e.op) {
      case '+':
      case '-':
        return this.alike(equation, e, m(e.left, wanted), m(e.right, wanted));
      case '*':
        return this.multiply(m(e.left), m(e.right), 1);
      case '/':
        return this.multiply(m(e.left), m(e.right), -1);
      case '^':
        return this.power(e, e.left, e.right, equation);
      case ':AND:':
      case ':OR:':
        this.alike(equation, e.left, m(e.left), dimensionless);
        this.alike(equation, e.right, m(e.right), dimensionless);
        return dimensionless;
      default:
        this.alike(equation, e, m(e.left), m(e.right));
        return dimensionless;
    }
  }

  private power(whole: Expression, base: Expression, exponent: Expression, equation: Equation): Measure {
    const of = this.measure(base, equation, 'any');
    this.alike(equation, exponent, this.measure(exponent, equation, 'any'), dimensionless);
    if (of === 'any' || of.size === 0) return of;
    const value = arithmetic(exponent);
    if (value !== undefined) return raise(of, value);
    this.clash(equation, print(whole), of, dimensionless);
    return 'any';
  }

  private call(e: Expression & { kind: 'call' }, equation: Equation, wanted: Measure): Measure {
    const fn = canonical(e.fn);
    const zero: Expression = { kind: 'number', value: 0, text: '0' };
    const [a = zero, b = zero, c = zero, d = zero] = e.args;
    const m = (x: Expression, want: Measure = 'any'): Measure => this.measure(x, equation, want);
    const bare = (x: Expression): void => {
      this.alike(equation, x, m(x), dimensionless);
    };
    const inTime = (x: Expression): void => {
      this.alike(equation, x, m(x), this.timeUnit);
    };
    if (functionNamed(fn) === undefined) {
      for (const arg of e.args) m(arg);
      return this.lookups.has(fn) ? (this.declared.get(fn) ?? 'any') : 'any';
    }
    switch (fn) {
      case 'integ': {
        const rate = this.multiply(m(a), this.timeUnit, 1);
        if (!same(rate, wanted)) this.clash(equation, `${print(a)} * TIME`, rate, wanted);
        const start = m(b, wanted);
        if (!same(start, wanted)) this.clash(equation, print(b), start, wanted);
        return wanted;
      }
      case 'if then else':
        bare(a);
        return this.alike(equation, e, m(b, wanted), m(c, wanted));
      case 'min':
      case 'max':
      case 'modulo':
      case 'quantum':
      case 'active initial':
        return this.alike(equation, e, m(a, wanted), m(b, wanted));
      case 'abs':
      case 'integer':
      case 'game':
      case 'initial':
      case 'sum':
      case 'vmin':
      case 'vmax':
        return m(a, wanted);
      case 'prod':
        bare(a);
        return dimensionless;
      case 'sqrt': {
        const of = m(a);
        return of === 'any' ? 'any' : raise(of, 0.5);
      }
      case 'power':
        return this.power(e, a, b, equation);
      case 'log':
        bare(a);
        bare(b);
        return dimensionless;
      case 'exp':
      case 'ln':
      case 'sin':
      case 'cos':
      case 'tan':
      case 'sinh':
      case 'cosh':
      case 'tanh':
      case 'arcsin':
      case 'arccos':
      case 'arctan':
        bare(a);
        return dimensionless;
      case 'xidz':
        return this.alike(equation, e, this.multiply(m(a), m(b), -1), m(c, wanted));
      case 'zidz':
        return this.multiply(m(a), m(b), -1);
      case 'step':
        inTime(b);
        return m(a, wanted);
      case 'ramp':
        inTime(b);
        inTime(c);
        return this.multiply(m(a), this.timeUnit, 1);
      case 'pulse':
      case 'pulse train':
        for (const x of e.args) inTime(x);
        return dimensionless;
      case 'with lookup':
        m(a);
        return wanted;
      case 'sample if true':
        bare(a);
        return this.alike(equation, e, m(b, wanted), m(c, wanted));
      case 'smooth':
      case 'smooth3':
      case 'delay1':
      case 'delay3':
        inTime(b);
        return m(a, wanted);
      case 'smoothi':
      case 'smooth3i':
      case 'delay1i':
      case 'delay3i':
      case 'delay fixed':
      case 'smooth n':
      case 'delay n':
        inTime(b);
        bare(d);
        return this.alike(equation, e, m(a, wanted), m(c, wanted));
      case 'trend': {
        inTime(b);
        m(a);
        const perTime = this.multiply(dimensionless, this.timeUnit, -1);
        this.alike(equation, c, m(c), perTime);
        return perTime;
      }
      case 'forecast':
        inTime(b);
        inTime(c);
        return m(a, wanted);
      case 'elmcount':
        return dimensionless;
      default:
        throw new Error(`no unit rule for ${fn}`);
    }
  }
}
