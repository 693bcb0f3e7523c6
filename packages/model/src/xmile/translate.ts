import { arithmetic, type Expression } from '../ast.ts';
import { builderOf } from '../builders/index.ts';
import { say, type TextKey } from '../texts.ts';
import type { Axis, Dimensions } from './dimensions.ts';
import { call, name, number } from './expressions.ts';
import type { Faults } from './faults.ts';
import type { Entity, Instance, Whole } from './flatten.ts';
import { functions, isConstantName, type Place, refusedFunctions } from './functions.ts';
import { keyOf, shown } from './names.ts';
import type { GraphType } from './structure.ts';

/** Where an equation stands: what its names and dimensions mean. */
export interface Site {
  readonly instance: Instance;
  /** The variable that it defines; undefined in a macro, whose names are its own. */
  readonly entity?: Entity;
  readonly axes: readonly Axis[];
  /** The element that is written out, as a place (from 1) in each axis; undefined for all elements at once. */
  readonly places?: readonly number[];
  readonly line: number;
}

/** Says that an equation must be written out for each element: it counts with the places of its dimensions. */
export class NeedsElements extends Error {}

/** The dimensions that a function over arrays runs over, gathered while its argument is read. */
interface Sweep {
  /** What each dimension is swept as, and over how many elements; by its key. */
  readonly over: Map<string, { as: string; count: number }>;
}

/** How a macro is called. */
export interface MacroForm {
  readonly name: string;
  readonly inputs: number;
  /** What stands for a parameter that is left out: a number, or the place of another parameter. */
  readonly defaults: readonly (Expression | number | undefined)[];
}

/** More values than this are not chosen between by a subscript that is computed. */
const mostPicked = 1000;

/** The name of the table of a graphical function; where the variable has a value too, the table has a name apart. */
export function tableName({ name: own, variable }: Entity): string {
  const valued = [variable.whole, ...variable.elements].some((content) => content.equations.length > 0);
  return variable.kind === 'gf' || !valued ? own : `${own} (graph)`;
}

/** Turns expressions of XMILE into those that the resolver knows: names in full, subscripts written, functions mapped. */
export class Translator {
  private readonly whole: Whole;
  private readonly dimensions: Dimensions;
  private readonly macros: ReadonlyMap<string, MacroForm>;
  private readonly place: Place;
  private readonly faults: Faults;

  constructor(
    whole: Whole,
    dimensions: Dimensions,
    macros: ReadonlyMap<string, MacroForm>,
    place: Place,
    faults: Faults,
  ) {
    this.whole = whole;
    this.dimensions = dimensions;
    this.macros = macros;
    this.place = place;
    this.faults = faults;
  }

  /** @throws Refused with the fault told; NeedsElements where `site` stands for all elements and may not */
  translate(e: Expression, site: Site, sweep?: Sweep): Expression {
    const inner = (of: Expression): Expression => this.translate(of, site, sweep);
    switch (e.kind) {
      case 'name':
        return this.reference(e, site, sweep);
      case 'call':
        return this.call(e, site, sweep);
      case 'lookup-call':
        return this.graphCall(e.name, e.subs, e.arg, site, sweep);
      case 'negative':
      case 'not':
      case 'parens':
        return { kind: e.kind, of: inner(e.of) };
      case 'binary':
        return { ...e, left: inner(e.left), right: inner(e.right) };
      default:
        return e;
    }
  }

  /** A variable of another module, as an equation without subscripts names it. */
  ofEntity(entity: Entity, site: Site): Expression {
    return entity.axes.length === 0 ? name(entity.name) : name(entity.name, this.impliedSubs(entity, site));
  }

  /** A flow as its stock counts it: the sum over the dimensions that the stock does not have. */
  ofFlow(entity: Entity, site: Site): Expression {
    const more = entity.axes.filter((axis) => !site.axes.some((own) => own.key === axis.key));
    if (more.length === 0) return this.ofEntity(entity, site);
    const sweep: Sweep = { over: new Map() };
    const swept = new Map<string, number>();
    const subs = entity.axes.map((axis) => {
      const at = this.position(axis, site);
      return at === undefined ? this.star(axis, site, sweep, swept) : this.bound(axis, at, site);
    });
    return call('SUM', name(entity.name, subs));
  }

  /** The graphical function of another variable, read at `x`. */
  graphOf(entity: Entity, x: Expression, site: Site): Expression {
    entity.called = true;
    const subs = entity.axes.length === 0 ? [] : this.impliedSubs(entity, site);
    return readBy(graphType(entity), x, name(tableName(entity), subs));
  }

  private reference(e: Expression & { kind: 'name' }, site: Site, sweep?: Sweep): Expression {
    const key = keyOf(e.name);
    const entity = this.whole.find(e.name, site.instance);
    if (entity !== undefined) {
      if (entity.axes.length === 0 && e.subs.length === 0) return name(entity.name);
      return this.element(entity, e, site, sweep);
    }
    if (e.subs.length > 0) return { ...e, name: this.unknown(e.name, site) };
    if (isConstantName(key)) return this.mapped(key, [], site);
    if (key === 'self' && site.entity !== undefined) return this.self(site.entity, site);
    const axis = this.dimensions.axis(e.name);
    if (axis !== undefined) return number(this.placeOf(axis, site));
    const [dimension, element, ...more] = key.split('.');
    const of = more.length > 0 ? undefined : this.dimensions.axis(dimension ?? '');
    const at = of?.elements.findIndex((candidate) => candidate.key === element) ?? -1;
    if (at >= 0) return number(at + 1);
    return name(this.unknown(e.name, site));
  }

  /** Names that no variable bears are left to the resolver, which offers the nearest ones; in full, as it knows them. */
  private unknown(written: string, site: Site): string {
    const key = keyOf(written);
    const known = this.whole.unread.has(site.instance.prefixKey + key) || this.whole.unread.has(key);
    return known ? written : written.includes('.') ? shown(written) : site.instance.prefix + shown(written);
  }

  private self(entity: Entity, site: Site): Expression {
    return name(
      entity.name,
      site.axes.map((axis, i) => this.bound(axis, i, site)),
    );
  }

  /** The place, from 1, of the element that is written out in a dimension of the left side. */
  private placeOf(axis: Axis, site: Site): number {
    const at = this.position(axis, site);
    if (at === undefined) return this.notBound(axis.name, site);
    if (site.places === undefined) throw new NeedsElements();
    return site.places[at] ?? 0;
  }

  private notBound(dim: string, site: Site): never {
    return this.faults.stop(
      'MODEL_SUBSCRIPT',
      site.line,
      say('unboundDimension', { dim, name: site.entity?.name ?? '' }),
      say('xmileUnboundHint', { dim }),
    );
  }

  /** Where a dimension stands on the left side; it must be there once. */
  private position(axis: Axis, site: Site): number | undefined {
    const at = site.axes.findIndex((own) => own.key === axis.key);
    if (at < 0) return undefined;
    if (site.axes.some((own, i) => i > at && own.key === axis.key)) {
      return this.faults.stop(
        'MODEL_UNSUPPORTED',
        site.line,
        say('xmileDimensionTwice', { dim: axis.name }),
        say('xmileDimensionTwiceHint'),
      );
    }
    return at;
  }

  /** How the element of the left side at a position is written on the right side. */
  private bound(axis: Axis, at: number, site: Site): string {
    if (site.places === undefined) {
      if (site.axes.filter((own) => own.key === axis.key).length > 1) throw new NeedsElements();
      return axis.name;
    }
    return axis.elements[(site.places[at] ?? 0) - 1]?.name ?? axis.name;
  }

  private element(entity: Entity, e: Expression & { kind: 'name' }, site: Site, sweep?: Sweep): Expression {
    const { axes } = entity;
    if (e.subs.length === 0) return name(entity.name, this.impliedSubs(entity, site, sweep));
    if (e.subs.length !== axes.length) {
      return this.faults.stop(
        'MODEL_SUBSCRIPT',
        site.line,
        say('subscriptCount', { name: entity.name, wanted: axes.length, got: e.subs.length }),
        say('subscriptHint', { line: entity.variable.line }),
      );
    }
    const swept = new Map<string, number>();
    const subs = e.subs.map((sub, i): string | Expression => {
      const axis = axes[i];
      if (axis === undefined) return sub;
      const index = e.index?.[i];
      return this.subscript(sub, index, axis, site, sweep, swept);
    });
    return this.picked(entity, axes, subs, site);
  }

  /** A reference of which some subscripts are computed in the run: every value they may choose, and the choice. */
  private picked(
    entity: Entity,
    axes: readonly Axis[],
    subs: readonly (string | Expression)[],
    site: Site,
  ): Expression {
    const at = subs.findIndex((sub) => typeof sub !== 'string');
    const index = subs[at];
    const axis = axes[at];
    if (index === undefined || typeof index === 'string' || axis === undefined) {
      return name(
        entity.name,
        subs.filter((sub) => typeof sub === 'string'),
      );
    }
    const choices = subs.reduce<number>(
      (all, sub, i) => (typeof sub === 'string' ? all : all * (axes[i]?.elements.length ?? 1)),
      1,
    );
    if (choices > mostPicked) {
      return this.faults.stop(
        'MODEL_UNSUPPORTED',
        site.line,
        say('xmilePickTooMany', { name: entity.name, most: mostPicked }),
        say('xmileSubscriptHint', { dim: axis.name }),
      );
    }
    const values = axis.elements.map((element) =>
      this.picked(
        entity,
        axes,
        subs.map((sub, i) => (i === at ? element.name : sub)),
        site,
      ),
    );
    return call('XMILE PICK', index, ...values);
  }

  private subscript(
    sub: string,
    index: Expression | undefined,
    axis: Axis,
    site: Site,
    sweep: Sweep | undefined,
    swept: Map<string, number>,
  ): string | Expression {
    if (sub === '*') return this.star(axis, site, sweep, swept);
    const within = /^\*\s*:\s*(.+)$/.exec(sub)?.[1];
    if (within !== undefined) return this.starWithin(within, axis, site, sweep);
    const slice = /^([^:"]+):([^:"]+)$/.exec(sub);
    if (slice !== null) return this.slice(slice[1] ?? '', slice[2] ?? '', axis, site, sweep);
    if (index !== undefined) {
      const value = arithmetic(index);
      return value === undefined ? this.translate(index, site, sweep) : this.numbered(value, axis, site);
    }
    if (/^[\d.]+(e[+-]?\d+)?$/i.test(sub)) return this.numbered(Number(sub), axis, site);
    const key = keyOf(sub);
    const short = key.startsWith(`${axis.key}.`) ? key.slice(axis.key.length + 1) : key;
    const element = axis.elements.find((candidate) => candidate.key === short);
    if (element !== undefined) return element.name;
    const other = this.dimensions.axis(sub);
    if (other !== undefined) {
      const at = this.position(other, site);
      if (at !== undefined) return this.bound(other, at, site);
      if (sweep !== undefined && other.key === axis.key) return this.star(axis, site, sweep, swept);
      return this.notBound(other.name, site);
    }
    if (this.whole.find(sub, site.instance) !== undefined || isConstantName(key)) {
      return this.reference({ kind: 'name', name: sub, subs: [] }, site, sweep);
    }
    return this.faults.stop(
      'MODEL_SUBSCRIPT',
      site.line,
      say('notAnIndex', { sub }),
      say('xmileSubscriptHint', { dim: axis.name }),
    );
  }

  private numbered(value: number, axis: Axis, site: Site): string {
    const element = axis.elements[value - 1];
    if (element !== undefined) return element.name;
    return this.faults.stop(
      'MODEL_SUBSCRIPT',
      site.line,
      say('xmileOutside', { index: value, dim: axis.name, size: axis.elements.length }),
      say('xmileSubscriptHint', { dim: axis.name }),
    );
  }

  /** `*`: all elements, within a function over arrays. A dimension that stands twice is swept twice. */
  private star(axis: Axis, site: Site, sweep: Sweep | undefined, swept: Map<string, number>): string {
    if (sweep === undefined) {
      return this.faults.stop(
        'MODEL_SUBSCRIPT',
        site.line,
        say('xmileSliceOutside', { sub: '*' }),
        say('xmileSliceOutsideHint'),
      );
    }
    const nth = (swept.get(axis.key) ?? 0) + 1;
    swept.set(axis.key, nth);
    const as = nth === 1 ? axis.name : this.dimensions.twin(axis, nth);
    return this.sweptAs(`${axis.key} ${nth}`, as, axis.elements.length, site, sweep);
  }

  /** `*:Part`: all elements of another dimension that are elements of this one too, as Vensim's subranges are. */
  private starWithin(part: string, axis: Axis, site: Site, sweep: Sweep | undefined): string {
    const other = this.dimensions.axis(part);
    const inside = other?.elements.every(({ key }) => axis.elements.some((element) => element.key === key));
    if (sweep === undefined || other === undefined || inside !== true) {
      return this.faults.stop(
        'MODEL_SUBSCRIPT',
        site.line,
        sweep === undefined
          ? say('xmileSliceOutside', { sub: `*:${part}` })
          : say('notAnIndex', { sub: part }),
        say('xmileSubscriptHint', { dim: axis.name }),
      );
    }
    return this.sweptAs(`${axis.key} 1`, other.name, other.elements.length, site, sweep);
  }

  private slice(from: string, to: string, axis: Axis, site: Site, sweep: Sweep | undefined): string {
    if (sweep === undefined) {
      return this.faults.stop(
        'MODEL_SUBSCRIPT',
        site.line,
        say('xmileSliceOutside', { sub: `${from}:${to}` }),
        say('xmileSliceOutsideHint'),
      );
    }
    const end = (text: string): number => {
      if (/^\s*\d+\s*$/.test(text)) return Number(text);
      return axis.elements.findIndex((element) => element.key === keyOf(text)) + 1;
    };
    const first = end(from);
    const last = end(to);
    if (first < 1 || last < first || last > axis.elements.length) {
      return this.faults.stop(
        'MODEL_SUBSCRIPT',
        site.line,
        say('xmileSlice', { slice: `${from}:${to}`, dim: axis.name, size: axis.elements.length }),
        say('xmileSubscriptHint', { dim: axis.name }),
      );
    }
    const as = this.dimensions.part(axis, first, last);
    return this.sweptAs(`${axis.key} 1`, as, last - first + 1, site, sweep);
  }

  private sweptAs(key: string, as: string | undefined, count: number, site: Site, sweep: Sweep): string {
    if (as === undefined) {
      return this.faults.stop(
        'MODEL_UNSUPPORTED',
        site.line,
        say('xmileUnsupported', { what: say('xmileTooManySlices') }),
        say('xmileSlicesHint'),
      );
    }
    const known = sweep.over.get(key);
    if (known !== undefined && known.as !== as) {
      // A[1:3] * B[2:4] goes by place, A[*] * B[*] by element: told apart by nothing here.
      return this.faults.stop(
        'MODEL_UNSUPPORTED',
        site.line,
        say('xmileSlices', { a: known.as, b: as }),
        say('xmileSlicesHint'),
      );
    }
    sweep.over.set(key, { as, count });
    return `${as}!`;
  }

  /** The subscripts of an array that is named without any. */
  private impliedSubs(entity: Entity, site: Site, sweep?: Sweep): string[] {
    if (sweep !== undefined) {
      const swept = new Map<string, number>();
      return entity.axes.map((axis) => this.star(axis, site, sweep, swept));
    }
    const alike =
      entity.axes.length === site.axes.length &&
      entity.axes.every((axis, i) => axis.key === site.axes[i]?.key);
    return entity.axes.map((axis, i) => {
      const at = alike ? i : this.position(axis, site);
      if (at !== undefined) return this.bound(axis, at, site);
      return this.faults.stop(
        'MODEL_SUBSCRIPT',
        site.line,
        say('xmileNoSubscripts', { name: entity.name, dims: entity.axes.map((a) => a.name).join(', ') }),
        say('xmileNoSubscriptsHint', { name: entity.name }),
      );
    });
  }

  private call(e: Expression & { kind: 'call' }, site: Site, sweep?: Sweep): Expression {
    const key = keyOf(e.fn);
    const args = (): Expression[] => e.args.map((arg) => this.translate(arg, site, sweep));
    const macro = this.macros.get(key);
    if (macro !== undefined) return this.macroCall(e, macro, args(), site);
    if (this.whole.graph(e.fn, site.instance) !== undefined) {
      const [arg] = e.args;
      if (arg !== undefined && e.args.length === 1) return this.graphCall(e.fn, [], arg, site, sweep);
    }
    const entity = this.whole.find(e.fn, site.instance);
    if (entity !== undefined && entity.axes.length > 0) return this.flatIndex(entity, e, site);
    switch (key) {
      case 'sum':
      case 'prod':
        return this.swept(key, e, site).expression;
      case 'mean': {
        if (e.args.length > 1) break;
        const { expression, count } = this.swept('sum', e, site);
        return { kind: 'binary', op: '/', left: expression, right: number(count) };
      }
      case 'size': {
        const [of] = e.args;
        const axis = of?.kind === 'name' && of.subs.length === 0 ? this.dimensions.axis(of.name) : undefined;
        if (axis !== undefined) return number(axis.elements.length);
        return number(this.swept('sum', e, site).count);
      }
      case 'rank': {
        const [, rank] = e.args;
        if (rank === undefined || e.args.length > 2) break;
        const array = this.swept('xmile rank', { ...e, args: e.args.slice(0, 1) }, site).expression;
        if (array.kind !== 'call') return array;
        return call(array.fn, this.translate(rank, site, sweep), ...array.args);
      }
      case 'min':
      case 'max':
        if (e.args.length === 1) return this.swept(`v${key}`, e, site).expression;
        break;
      case 'lookup': {
        const [graph, x] = e.args;
        if (e.args.length === 2 && graph?.kind === 'name' && x !== undefined)
          return this.graphCall(graph.name, graph.subs, x, site, sweep);
        break;
      }
    }
    if (key.startsWith('lookup ')) return this.tableFunction(key, e, site, sweep);
    return this.mapped(key, args(), site, e.fn);
  }

  /** LOOKUP_FORWARD and its like: functions of Vensim on a table, which they get by its name. */
  private tableFunction(
    key: string,
    e: Expression & { kind: 'call' },
    site: Site,
    sweep: Sweep | undefined,
  ): Expression {
    const args = e.args.map((arg, i) => {
      const entity = i === 0 && arg.kind === 'name' ? this.whole.graph(arg.name, site.instance) : undefined;
      if (entity === undefined || arg.kind !== 'name') return this.translate(arg, site, sweep);
      entity.called = true;
      const table = this.element(entity, arg, site, sweep);
      return table.kind === 'name' ? name(tableName(entity), table.subs) : table;
    });
    return this.mapped(key, args, site, e.fn);
  }

  /** A function over an array, written as one over marked dimensions, with the number of values it runs over. */
  private swept(
    fn: string,
    e: Expression & { kind: 'call' },
    site: Site,
  ): { expression: Expression; count: number } {
    const sweep: Sweep = { over: new Map() };
    const [arg] = e.args;
    if (arg === undefined || e.args.length !== 1) {
      return this.wrongArguments(e.fn, `${e.fn.toUpperCase()}(array)`, 1, 1, e.args.length, site);
    }
    const translated = this.translate(arg, site, sweep);
    if (sweep.over.size === 0) {
      return this.faults.stop(
        'MODEL_SUBSCRIPT',
        site.line,
        say('xmileNoArray', { fn: e.fn.toUpperCase() }),
        say('xmileNoArrayHint', { fn: e.fn.toUpperCase() }),
      );
    }
    let count = 1;
    for (const { count: own } of sweep.over.values()) count *= own;
    return { expression: call(fn.toUpperCase(), translated), count };
  }

  private mapped(key: string, args: readonly Expression[], site: Site, written = key): Expression {
    const known = Object.hasOwn(functions, key) ? functions[key] : undefined;
    if (known !== undefined) {
      if (args.length < known.least || args.length > known.most)
        return this.wrongArguments(written, known.form, known.least, known.most, args.length, site);
      const made = known.make(args, this.place);
      return typeof made === 'string' ? this.refuse(written, made, site) : made;
    }
    const alternative = Object.hasOwn(refusedFunctions, key) ? refusedFunctions[key] : undefined;
    if (alternative !== undefined) return this.refuse(written, alternative, site);
    // What is written as a function of Vensim (DELAY_FIXED, ZIDZ) is that function.
    if (builderOf(key) !== undefined) return call(key.toUpperCase(), ...args);
    return this.faults.stop(
      'MODEL_UNKNOWN_NAME',
      site.line,
      say('xmileUnknownFunction', { fn: shown(written) }),
      say('xmileUnknownFunctionHint', { fn: shown(written) }),
    );
  }

  private refuse(fn: string, alternative: TextKey, site: Site): never {
    return this.faults.stop(
      'MODEL_UNSUPPORTED',
      site.line,
      say('unsupportedFunction', { fn: shown(fn).toUpperCase() }),
      say(alternative),
    );
  }

  private wrongArguments(
    fn: string,
    form: string,
    least: number,
    most: number,
    got: number,
    site: Site,
  ): never {
    return this.faults.stop(
      'MODEL_SYNTAX',
      site.line,
      say('wrongArguments', { fn: fn.toUpperCase(), got }),
      say('wrongArgumentsHint', { form }),
      say('wrongArgumentsExpected', { wanted: least === most ? least : `${least}-${most}` }),
    );
  }

  /** `A(10)`: the tenth element of an array, the last dimension running fastest. */
  private flatIndex(entity: Entity, e: Expression & { kind: 'call' }, site: Site): Expression {
    const [arg] = e.args;
    const size = entity.axes.reduce((all, axis) => all * axis.elements.length, 1);
    const value = arg === undefined || e.args.length > 1 ? undefined : arithmetic(arg);
    if (value === undefined || !Number.isInteger(value) || value < 1 || value > size) {
      return this.faults.stop(
        'MODEL_UNSUPPORTED',
        site.line,
        say('xmileFlatIndex', { name: entity.name, size }),
        say('xmileNoSubscriptsHint', { name: entity.name }),
      );
    }
    let rest = value - 1;
    const subs: string[] = [];
    for (const axis of entity.axes.toReversed()) {
      subs.unshift(axis.elements[rest % axis.elements.length]?.name ?? '');
      rest = Math.floor(rest / axis.elements.length);
    }
    return name(entity.name, subs);
  }

  private macroCall(
    e: Expression & { kind: 'call' },
    macro: MacroForm,
    args: readonly Expression[],
    site: Site,
  ): Expression {
    const least = macro.defaults.findIndex((value) => value !== undefined);
    if (args.length > macro.inputs || args.length < (least < 0 ? macro.inputs : least)) {
      return this.wrongArguments(
        e.fn,
        `${shown(e.fn)}(…)`,
        least < 0 ? macro.inputs : least,
        macro.inputs,
        args.length,
        site,
      );
    }
    const given = [...args];
    for (let i = args.length; i < macro.inputs; i++) {
      const value = macro.defaults[i];
      const other = typeof value === 'number' ? given[value] : value;
      if (other !== undefined) given.push(other);
    }
    return call(macro.name, ...given);
  }

  private graphCall(
    written: string,
    subs: readonly string[],
    arg: Expression,
    site: Site,
    sweep?: Sweep,
  ): Expression {
    const entity = this.whole.graph(written, site.instance);
    if (entity === undefined) {
      return this.faults.stop(
        'MODEL_SYNTAX',
        site.line,
        say('notALookup', { name: shown(written) }),
        say('xmileNotAGraphHint', { name: shown(written) }),
      );
    }
    entity.called = true;
    const table = this.element(entity, { kind: 'name', name: written, subs }, site, sweep);
    if (table.kind !== 'name') {
      return this.faults.stop(
        'MODEL_UNSUPPORTED',
        site.line,
        say('xmileGraphIndex', { name: entity.name }),
        say('xmileNoSubscriptsHint', { name: entity.name }),
      );
    }
    return readBy(graphType(entity), this.translate(arg, site, sweep), name(tableName(entity), table.subs));
  }
}

const graphType = ({ variable }: Entity): GraphType =>
  variable.whole.graph?.type ??
  variable.elements.find((e) => e.graph !== undefined)?.graph?.type ??
  'continuous';

/** Reads a table, named or written in place, as the type of its graphical function says. */
export function readBy(type: GraphType, x: Expression, table: Expression): Expression {
  if (type === 'discrete') return call('XMILE GRAPH DISCRETE', x, table);
  if (type === 'extrapolate') return call('XMILE GRAPH EXTRAPOLATE', x, table);
  if (table.kind === 'name') return { kind: 'lookup-call', name: table.name, subs: table.subs, arg: x };
  return call('WITH LOOKUP', x, table);
}
