import { canonical } from './names.ts';

/** A unit as powers of base units, sorted by name; no entry: dimensionless. */
export type Unit = ReadonlyMap<string, number>;

/** A unit, or `any`: the number 0, and whatever a fault already reported makes unknown. */
export type Measure = Unit | 'any';

/** No unit. */
export const dimensionless: Unit = new Map();

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

const noUnit = new Set(['dmnl', 'dimensionless', 'unitless', '1', '']);

/** Parentheses inside each other, at most, as in an expression; a text with more is no unit. */
const maxNesting = 400;

/** Makes units of their text, knowing which names mean the same. */
export class UnitReader {
  readonly #names = new Map<string, string>();
  readonly #read = new Map<string, Unit | undefined>();

  constructor(synonyms: readonly (readonly string[])[] = []) {
    for (const list of [...builtinSynonyms, ...synonyms]) {
      const [first, ...others] = list.map(canonical);
      if (first === undefined) continue;
      const target = this.#names.get(first) ?? first;
      for (const name of [first, ...others]) if (!this.#names.has(name)) this.#names.set(name, target);
    }
  }

  /**
   * Reads `EUR/(job*Year)`; undefined if it cannot be read. A range such as `[0,10]` behind it is left out.
   * A plural in -s equals its singular: homes and home are one unit. `per` divides; braces around it all are left out.
   */
  unit(text: string): Unit | undefined {
    if (this.#read.has(text)) return this.#read.get(text);
    const unit = this.#parse(text);
    this.#read.set(text, unit);
    return unit;
  }

  #parse(text: string): Unit | undefined {
    const bare = text
      .replace(/\[[^\]]*\]\s*$/, '')
      .replace(/^\s*\{(.*)\}\s*$/s, '$1')
      // `homes per year`, and XMILE's `/year` and `per year`: one divided by it.
      .replace(/(?<=[\s)])per(?=[\s(])/gi, '/')
      .trim()
      .replace(/^(?:per\s+|\/)(?=\S)/i, '1/');
    const tokens = bare.match(/\*\*|[*/()^]|-?\d+(?:\.\d+)?(?=\s*(?:$|[*/()^]))|[^*/()^]+/g) ?? [];
    let at = 0;
    let depth = 0;
    const peek = (): string | undefined => tokens[at]?.trim();
    const factor = (): Unit | undefined => {
      const token = peek();
      if (token === undefined) return undefined;
      at++;
      let unit: Unit | undefined;
      if (token === '(') {
        if (depth === maxNesting) return undefined;
        depth++;
        unit = product();
        depth--;
        if (peek() !== ')') return undefined;
        at++;
      } else if (/^[*/^)]|^\*\*$/.test(token)) {
        return undefined;
      } else {
        unit = this.#atom(token);
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
      const first = factor();
      if (first === undefined || (peek() !== '*' && peek() !== '/')) return first;
      // One map for all factors: a copy for each would take quadratic time.
      const powers = new Map(first);
      while (peek() === '*' || peek() === '/') {
        const sign = peek() === '*' ? 1 : -1;
        at++;
        const next = factor();
        if (next === undefined) return undefined;
        addPowers(powers, next, sign);
      }
      return powers;
    };
    if (bare === '') return dimensionless;
    const unit = product();
    return at === tokens.length ? unit : undefined;
  }

  #atom(text: string): Unit | undefined {
    const name = canonical(text);
    if (noUnit.has(name)) return dimensionless;
    if (/^[-+.\d]+$/.test(name)) return undefined;
    const known = this.#names.get(name) ?? this.#names.get(singular(name)) ?? singular(name);
    return new Map([[known, 1]]);
  }
}

const singular = (name: string): string =>
  name.length > 3 && name.endsWith('s') && !name.endsWith('ss') ? name.slice(0, -1) : name;

/** The product (`sign` 1) or quotient (-1) of two units. */
function combine(a: Unit, b: Unit, sign: 1 | -1): Unit {
  const result = new Map(a);
  addPowers(result, b, sign);
  return result;
}

function addPowers(powers: Map<string, number>, unit: Unit, sign: 1 | -1): void {
  for (const [name, power] of unit) {
    const sum = (powers.get(name) ?? 0) + sign * power;
    if (sum === 0) powers.delete(name);
    else powers.set(name, sum);
  }
}

/** A unit to a power. */
export function raise(unit: Unit, exponent: number): Unit {
  if (exponent === 0) return dimensionless;
  return new Map([...unit].map(([name, power]) => [name, power * exponent]));
}

/** Whether two measures can be the same unit. */
export function same(a: Measure, b: Measure): boolean {
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

/** A measure as text; a unit that is not known is `?`. */
export const showMeasure = (m: Measure): string => (m === 'any' ? '?' : showUnit(m));

/** The product (`sign` 1) or quotient (-1) of two measures. */
export const multiply = (a: Measure, b: Measure, sign: 1 | -1): Measure =>
  a === 'any' || b === 'any' ? 'any' : combine(a, b, sign);
