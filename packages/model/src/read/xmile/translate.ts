import { at } from '@schaalsprong/words';
import { say, type Text } from '../../problems/say.ts';
import { arithmetic, type Expression } from '../../syntax/ast.ts';
import { readTexts } from '../texts.ts';
import type { Dimensions } from './dimensions.ts';
import { call, name, number } from './expressions.ts';
import type { Faults } from './faults.ts';
import type { Entity, Whole } from './flatten.ts';
import { functions, isConstantName, type Place, refusedFunctions } from './functions.ts';
import { keyOf, shown, vensimFunction } from './names.ts';
import { isContainer, References, type Site, type Sweep } from './references.ts';
import type { GraphType } from './structure.ts';
import { xmileTexts } from './texts.ts';

/** Signature of a macro. */
export interface MacroForm {
  readonly name: string;
  readonly inputs: number;
  /** The default of an omitted parameter: a number, or the place of another parameter. */
  readonly defaults: readonly (Expression | number | undefined)[];
}

/** The name of the lookup of a graphical function; it differs from the variable name where the variable has a value of its own. */
export function lookupName({ name: own, variable }: Entity): string {
  const valued = [variable.whole, ...variable.elements].some((content) => content.equations.length > 0);
  return variable.kind === 'gf' || !valued ? own : `${own} (graph)`;
}

/** Turns expressions of XMILE into those that the resolver knows: names in full, subscripts written, functions mapped. */
export class Translator {
  readonly #whole: Whole;
  readonly #dimensions: Dimensions;
  readonly #macros: ReadonlyMap<string, MacroForm>;
  readonly #place: Place;
  readonly #faults: Faults;
  readonly #references: References;

  constructor(
    whole: Whole,
    dimensions: Dimensions,
    macros: ReadonlyMap<string, MacroForm>,
    place: Place,
    faults: Faults,
  ) {
    this.#whole = whole;
    this.#dimensions = dimensions;
    this.#macros = macros;
    this.#place = place;
    this.#faults = faults;
    this.#references = new References(whole, dimensions, faults, (e, site, sweep) =>
      this.translate(e, site, sweep),
    );
  }

  /** @throws Refused with the problem reported; NeedsElements where `site` is for all elements and may not be */
  translate(e: Expression, site: Site, sweep?: Sweep): Expression {
    const inner = (of: Expression): Expression => this.translate(of, site, sweep);
    switch (e.kind) {
      case 'name':
        return this.#named(e, site, sweep);
      case 'call':
        return this.#call(e, site, sweep);
      case 'lookup-call':
        return this.#graphCall(e.name, e.subs, e.arg, site, sweep);
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

  #named(e: Expression & { kind: 'name' }, site: Site, sweep?: Sweep): Expression {
    const key = keyOf(e.name);
    const constant = e.subs.length === 0 && isConstantName(key);
    return constant && this.#whole.find(e.name, site.instance) === undefined
      ? this.#mapped(key, [], site)
      : this.#references.reference(e, site, sweep);
  }

  /** A variable of another module, as an equation without subscripts names it. */
  ofEntity(entity: Entity, site: Site): Expression {
    return this.#references.ofEntity(entity, site);
  }

  /** A flow as its stock counts it: the sum over the dimensions that the stock does not have. */
  ofFlow(entity: Entity, site: Site): Expression {
    return this.#references.ofFlow(entity, site);
  }

  /** The graphical function of another variable, read at `x`. */
  graphOf(entity: Entity, x: Expression, site: Site): Expression {
    entity.called = true;
    const subs = entity.axes.length === 0 ? [] : this.#references.impliedSubs(entity, site);
    return readBy(graphType(entity), x, name(lookupName(entity), subs));
  }

  #call(e: Expression & { kind: 'call' }, site: Site, sweep?: Sweep): Expression {
    const key = keyOf(e.fn);
    const args = (): Expression[] => e.args.map((arg) => this.translate(arg, site, sweep));
    const macro = this.#macros.get(key);
    if (macro !== undefined) return this.#macroCall(e, macro, args(), site);
    if (this.#whole.graph(e.fn, site.instance) !== undefined) {
      const [arg] = e.args;
      if (arg !== undefined && e.args.length === 1) return this.#graphCall(e.fn, [], arg, site, sweep);
    }
    const entity = this.#whole.find(e.fn, site.instance);
    if (entity !== undefined && entity.axes.length > 0) return this.#flatIndex(entity, e, site);
    switch (key) {
      case 'sum':
      case 'prod':
        return this.#swept(key, e, site).expression;
      case 'mean': {
        if (e.args.length > 1) break;
        const { expression, count } = this.#swept('sum', e, site);
        return { kind: 'binary', op: '/', left: expression, right: number(count) };
      }
      case 'size': {
        const [of] = e.args;
        const axis = of?.kind === 'name' && of.subs.length === 0 ? this.#dimensions.axis(of.name) : undefined;
        if (axis !== undefined) return number(axis.elements.length);
        return number(this.#swept('sum', e, site).count);
      }
      case 'rank': {
        const [, rank] = e.args;
        if (rank === undefined || e.args.length > 2) break;
        const array = this.#swept('xmile rank', { ...e, args: e.args.slice(0, 1) }, site).expression;
        if (array.kind !== 'call') return array;
        return call(array.fn, this.translate(rank, site, sweep), ...array.args);
      }
      case 'min':
      case 'max':
        if (e.args.length === 1) return this.#swept(`v${key}`, e, site).expression;
        break;
      case 'lookup': {
        const [graph, x] = e.args;
        if (e.args.length === 2 && graph?.kind === 'name' && x !== undefined)
          return this.#graphCall(graph.name, graph.subs, x, site, sweep);
        break;
      }
    }
    this.#checkKnown(key, e.fn, site);
    if (key.startsWith('lookup ')) return this.#tableFunction(key, e, site, sweep);
    if (!Object.hasOwn(functions, key) && vensimFunction(key)?.bindsMarked === true) {
      // Its arguments run together over the dimensions that `*` denotes.
      const own: Sweep = { over: new Map() };
      return this.#mapped(
        key,
        e.args.map((arg) => this.translate(arg, site, own)),
        site,
        e.fn,
      );
    }
    return this.#mapped(key, args(), site, e.fn);
  }

  /** Refuses a function by its name before its arguments are looked at, of which the faults would hide it. */
  #checkKnown(key: string, written: string, site: Site): void {
    if (Object.hasOwn(functions, key)) return;
    const alternative = Object.hasOwn(refusedFunctions, key) ? refusedFunctions[key] : undefined;
    if (alternative !== undefined) this.#refuse(written, alternative, site);
    if (vensimFunction(key) !== undefined) return;
    this.#faults.stop(
      'MODEL_UNKNOWN_NAME',
      site.line,
      say(xmileTexts.xmileUnknownFunction, { fn: shown(written) }),
      say(xmileTexts.xmileUnknownFunctionHint, { fn: shown(written) }),
    );
  }

  /** LOOKUP_FORWARD and its like: functions of Vensim on a lookup, passed by name. */
  #tableFunction(
    key: string,
    e: Expression & { kind: 'call' },
    site: Site,
    sweep: Sweep | undefined,
  ): Expression {
    const args = e.args.map((arg, i) => {
      const entity = i === 0 && arg.kind === 'name' ? this.#whole.graph(arg.name, site.instance) : undefined;
      if (entity === undefined || arg.kind !== 'name') return this.translate(arg, site, sweep);
      entity.called = true;
      const lookup = this.#references.element(entity, arg, site, sweep);
      return lookup.kind === 'name' ? name(lookupName(entity), lookup.subs) : lookup;
    });
    return this.#mapped(key, args, site, e.fn);
  }

  /** A function over an array, written as one over marked dimensions, with the number of values it runs over. */
  #swept(
    fn: string,
    e: Expression & { kind: 'call' },
    site: Site,
  ): { expression: Expression; count: number } {
    const sweep: Sweep = { over: new Map() };
    const [arg] = e.args;
    if (arg === undefined || e.args.length !== 1) {
      return this.#wrongArguments(e.fn, `${e.fn.toUpperCase()}(array)`, 1, 1, e.args.length, site);
    }
    const translated = this.translate(arg, site, sweep);
    // What could not be read has been reported; the resolver knows its name.
    if (
      sweep.over.size === 0 &&
      translated.kind === 'name' &&
      this.#references.isUnread(translated.name, site)
    )
      return { expression: translated, count: 1 };
    const of = arg.kind === 'name' ? this.#whole.find(arg.name, site.instance) : undefined;
    if (sweep.over.size === 0 && of !== undefined && isContainer(of)) {
      // All that is on a conveyor or in a queue together is what it holds.
      if (fn === 'sum' && e.fn.toLowerCase() === 'sum') return { expression: translated, count: 1 };
      return this.#references.refuseContents(of, site);
    }
    if (sweep.over.size === 0) {
      return this.#faults.stop(
        'MODEL_SUBSCRIPT',
        site.line,
        say(xmileTexts.xmileNoArray, { fn: e.fn.toUpperCase() }),
        say(xmileTexts.xmileNoArrayHint, { fn: e.fn.toUpperCase() }),
      );
    }
    let count = 1;
    for (const { count: own } of sweep.over.values()) count *= own;
    return { expression: call(fn.toUpperCase(), translated), count };
  }

  #mapped(key: string, args: readonly Expression[], site: Site, written = key): Expression {
    const known = Object.hasOwn(functions, key) ? functions[key] : undefined;
    if (known !== undefined) {
      if (args.length < known.minArguments || args.length > known.maxArguments)
        return this.#wrongArguments(
          written,
          known.form,
          known.minArguments,
          known.maxArguments,
          args.length,
          site,
        );
      const made = known.make(args, this.#place);
      return 'kind' in made ? made : this.#refuse(written, made, site);
    }
    this.#checkKnown(key, written, site);
    // What is written as a function of Vensim (DELAY_FIXED, ZIDZ) is that function.
    return call(key.toUpperCase(), ...args);
  }

  #refuse(fn: string, alternative: Text, site: Site): never {
    return this.#faults.stop(
      'MODEL_UNSUPPORTED',
      site.line,
      say(readTexts.unsupportedFunction, { fn: shown(fn).toUpperCase() }),
      say(alternative),
    );
  }

  #wrongArguments(fn: string, form: string, least: number, most: number, got: number, site: Site): never {
    return this.#faults.stop(
      'MODEL_SYNTAX',
      site.line,
      say(readTexts.wrongArguments, { fn: fn.toUpperCase(), got }),
      say(readTexts.wrongArgumentsHint, { form }),
      say(readTexts.wrongArgumentsExpected, { wanted: least === most ? least : `${least}-${most}` }),
    );
  }

  /** `A(10)`: the tenth element of an array, the last dimension running fastest. */
  #flatIndex(entity: Entity, e: Expression & { kind: 'call' }, site: Site): Expression {
    const [arg] = e.args;
    const size = entity.axes.reduce((all, axis) => all * axis.elements.length, 1);
    const value = arg === undefined || e.args.length > 1 ? undefined : arithmetic(arg);
    if (value === undefined || !Number.isInteger(value) || value < 1 || value > size) {
      return this.#faults.stop(
        'MODEL_UNSUPPORTED',
        site.line,
        say(xmileTexts.xmileFlatIndex, { name: entity.name, size }),
        say(xmileTexts.xmileNoSubscriptsHint, { name: entity.name }),
      );
    }
    let rest = value - 1;
    const subs: string[] = [];
    for (const axis of entity.axes.toReversed()) {
      subs.unshift(at(axis.elements, rest % axis.elements.length).name);
      rest = Math.floor(rest / axis.elements.length);
    }
    return name(entity.name, subs);
  }

  #macroCall(
    e: Expression & { kind: 'call' },
    macro: MacroForm,
    args: readonly Expression[],
    site: Site,
  ): Expression {
    const least = macro.defaults.findIndex((value) => value !== undefined);
    if (args.length > macro.inputs || args.length < (least < 0 ? macro.inputs : least)) {
      return this.#wrongArguments(
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

  #graphCall(
    written: string,
    subs: readonly string[],
    arg: Expression,
    site: Site,
    sweep?: Sweep,
  ): Expression {
    const entity = this.#whole.graph(written, site.instance);
    if (entity === undefined) {
      return this.#faults.stop(
        'MODEL_SYNTAX',
        site.line,
        say(readTexts.notALookup, { name: shown(written) }),
        say(xmileTexts.xmileNotAGraphHint, { name: shown(written) }),
      );
    }
    entity.called = true;
    const lookup = this.#references.element(entity, { kind: 'name', name: written, subs }, site, sweep);
    if (lookup.kind !== 'name') {
      return this.#faults.stop(
        'MODEL_UNSUPPORTED',
        site.line,
        say(xmileTexts.xmileGraphIndex, { name: entity.name }),
        say(xmileTexts.xmileNoSubscriptsHint, { name: entity.name }),
      );
    }
    return readBy(graphType(entity), this.translate(arg, site, sweep), name(lookupName(entity), lookup.subs));
  }
}

const graphType = ({ variable }: Entity): GraphType =>
  variable.whole.graph?.type ??
  variable.elements.find((e) => e.graph !== undefined)?.graph?.type ??
  'continuous';

/** Reads a lookup, by name or inline, as the type of its graphical function says. */
export function readBy(type: GraphType, x: Expression, lookup: Expression): Expression {
  if (type === 'discrete') return call('XMILE GRAPH DISCRETE', x, lookup);
  if (type === 'extrapolate') return call('XMILE GRAPH EXTRAPOLATE', x, lookup);
  if (lookup.kind === 'name') return { kind: 'lookup-call', name: lookup.name, subs: lookup.subs, arg: x };
  return call('WITH LOOKUP', x, lookup);
}
