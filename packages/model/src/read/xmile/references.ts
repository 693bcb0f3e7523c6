import { at } from '@schaalsprong/words';
import { functionTexts } from '../../functions/texts.ts';
import { say } from '../../problems/say.ts';
import { arithmetic, type Expression } from '../../syntax/ast.ts';
import { readTexts } from '../texts.ts';
import type { Axis, Dimensions } from './dimensions.ts';
import { call, name, number } from './expressions.ts';
import type { Faults } from './faults.ts';
import type { Entity, Instance, Whole } from './flatten.ts';
import { isConstantName } from './functions.ts';
import { keyOf, shown } from './names.ts';
import { xmileTexts } from './texts.ts';

type NameExpression = Expression & { kind: 'name' };

/** The scope of an equation: what its names and dimensions refer to. */
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
export interface Sweep {
  /** What each dimension is swept as, and over how many elements; by its key. */
  readonly over: Map<string, { as: string; count: number }>;
}

/** Maximum number of elements that a computed subscript can choose from. */
const maxChoices = 1000;

/** Whether a variable is a row of parts that could be read one by one: a conveyor or a queue. */
export const isContainer = ({ variable }: Entity): boolean =>
  variable.conveyor !== undefined || variable.queue === true;

/** Turns names of variables, and their subscripts, into those that the resolver knows: in full, with all subscripts. */
export class References {
  readonly #whole: Whole;
  readonly #dimensions: Dimensions;
  readonly #faults: Faults;
  readonly #translate: (e: Expression, site: Site, sweep?: Sweep) => Expression;

  /** @param translate an expression within a subscript */
  constructor(
    whole: Whole,
    dimensions: Dimensions,
    faults: Faults,
    translate: (e: Expression, site: Site, sweep?: Sweep) => Expression,
  ) {
    this.#whole = whole;
    this.#dimensions = dimensions;
    this.#faults = faults;
    this.#translate = translate;
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
      const at = this.#position(axis, site);
      return at === undefined ? this.#star(axis, site, sweep, swept) : this.#bound(axis, at, site);
    });
    return call('SUM', name(entity.name, subs));
  }

  /** What a name with its subscripts denotes. */
  reference(e: NameExpression, site: Site, sweep?: Sweep): Expression {
    const key = keyOf(e.name);
    const entity = this.#whole.find(e.name, site.instance);
    if (entity !== undefined) {
      if (entity.axes.length === 0 && e.subs.length === 0) return name(entity.name);
      return this.element(entity, e, site, sweep);
    }
    if (e.subs.length > 0) return { ...e, name: this.#unknown(e.name, site) };
    if (key === 'self' && site.entity !== undefined) return this.#self(site.entity, site);
    const axis = this.#dimensions.axis(e.name);
    if (axis !== undefined) return number(this.#placeOf(axis, site));
    const [dimension = '', element, ...more] = key.split('.');
    const of = more.length > 0 ? undefined : this.#dimensions.axis(dimension);
    const place = of === undefined ? -1 : of.elements.findIndex((candidate) => candidate.key === element);
    if (place >= 0) return number(place + 1);
    return name(this.#unknown(e.name, site));
  }

  /** Names that no variable bears are left to the resolver, which offers the nearest ones; in full, as it knows them. */
  #unknown(written: string, site: Site): string {
    return this.isUnread(written, site)
      ? written
      : written.includes('.')
        ? shown(written)
        : site.instance.prefix + shown(written);
  }

  /** Of what is on a conveyor or in a queue, no part is read. */
  refuseContents({ name: of }: Entity, site: Site): never {
    return this.#faults.stop(
      'MODEL_UNSUPPORTED',
      site.line,
      say(functionTexts.xmileUnsupported, { what: say(xmileTexts.xmileContents, { name: of }) }),
      say(xmileTexts.xmileContentsHint, { name: of }),
    );
  }

  /** Whether what has this name could not be read, which has been reported. */
  isUnread(written: string, { instance }: Site): boolean {
    const key = keyOf(written);
    return this.#whole.unread.has(instance.prefixKey + key) || this.#whole.unread.has(key);
  }

  #self(entity: Entity, site: Site): Expression {
    return name(
      entity.name,
      site.axes.map((axis, i) => this.#bound(axis, i, site)),
    );
  }

  /** The place, from 1, of the element that is written out in a dimension of the left side. */
  #placeOf(axis: Axis, site: Site): number {
    const position = this.#position(axis, site);
    if (position === undefined) return this.#notBound(axis.name, site);
    if (site.places === undefined) throw new NeedsElements();
    return at(site.places, position);
  }

  #notBound(dim: string, site: Site): never {
    return this.#faults.stop(
      'MODEL_SUBSCRIPT',
      site.line,
      say(readTexts.unboundDimension, { dim, name: site.entity?.name ?? '' }),
      say(xmileTexts.xmileUnboundHint, { dim }),
    );
  }

  /** Where a dimension is on the left side; it must be there once. */
  #position(axis: Axis, site: Site): number | undefined {
    const at = site.axes.findIndex((own) => own.key === axis.key);
    if (at < 0) return undefined;
    if (site.axes.some((own, i) => i > at && own.key === axis.key)) {
      return this.#faults.stop(
        'MODEL_UNSUPPORTED',
        site.line,
        say(xmileTexts.xmileDimensionTwice, { dim: axis.name }),
        say(xmileTexts.xmileDimensionTwiceHint),
      );
    }
    return at;
  }

  /** How the element of the left side at a position is written on the right side. */
  #bound(axis: Axis, position: number, site: Site): string {
    if (site.places === undefined) {
      if (site.axes.filter((own) => own.key === axis.key).length > 1) throw new NeedsElements();
      return axis.name;
    }
    return at(axis.elements, at(site.places, position) - 1).name;
  }

  /** A variable by the subscripts that are written, or by those that are implied. */
  element(entity: Entity, e: NameExpression, site: Site, sweep?: Sweep): Expression {
    const { axes } = entity;
    if (e.subs.length === 0) return name(entity.name, this.impliedSubs(entity, site, sweep));
    if (e.subs.length !== axes.length) {
      if (isContainer(entity)) return this.refuseContents(entity, site);
      return this.#faults.stop(
        'MODEL_SUBSCRIPT',
        site.line,
        say(readTexts.subscriptCount, { name: entity.name, wanted: axes.length, got: e.subs.length }),
        say(readTexts.subscriptHint, { line: entity.variable.line }),
      );
    }
    const swept = new Map<string, number>();
    const subs = e.subs.map((sub, i): string | Expression => {
      const axis = axes[i];
      if (axis === undefined) return sub;
      const index = e.index?.[i];
      return this.#subscript(sub, index, axis, site, sweep, swept);
    });
    return this.#picked(entity, axes, subs, site);
  }

  /** A reference of which some subscripts are computed in the run: every value they may choose, and the choice. */
  #picked(
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
    if (choices > maxChoices) {
      return this.#faults.stop(
        'MODEL_UNSUPPORTED',
        site.line,
        say(xmileTexts.xmilePickTooMany, { name: entity.name, most: maxChoices }),
        say(xmileTexts.xmileSubscriptHint, { dim: axis.name }),
      );
    }
    const values = axis.elements.map((element) =>
      this.#picked(
        entity,
        axes,
        subs.map((sub, i) => (i === at ? element.name : sub)),
        site,
      ),
    );
    return call('XMILE PICK', index, ...values);
  }

  #subscript(
    sub: string,
    index: Expression | undefined,
    axis: Axis,
    site: Site,
    sweep: Sweep | undefined,
    swept: Map<string, number>,
  ): string | Expression {
    if (sub === '*') return this.#star(axis, site, sweep, swept);
    const within = /^\*\s*:\s*(.+)$/.exec(sub)?.[1];
    if (within !== undefined) return this.#starWithin(within, axis, site, sweep);
    const slice = /^([^:"]+):([^:"]+)$/.exec(sub);
    if (slice !== null) {
      const [, from = '', to = ''] = slice;
      return this.#slice(from, to, axis, site, sweep);
    }
    if (index !== undefined) {
      const value = arithmetic(index);
      return value === undefined ? this.#translate(index, site, sweep) : this.#numbered(value, axis, site);
    }
    if (/^[\d.]+(e[+-]?\d+)?$/i.test(sub)) return this.#numbered(Number(sub), axis, site);
    const key = keyOf(sub);
    const short = key.startsWith(`${axis.key}.`) ? key.slice(axis.key.length + 1) : key;
    const element = axis.elements.find((candidate) => candidate.key === short);
    if (element !== undefined) return element.name;
    const other = this.#dimensions.axis(sub);
    if (other !== undefined) {
      const at = this.#position(other, site);
      if (at !== undefined) return this.#bound(other, at, site);
      if (sweep !== undefined && other.key === axis.key) return this.#star(axis, site, sweep, swept);
      return this.#notBound(other.name, site);
    }
    if (this.#whole.find(sub, site.instance) !== undefined || isConstantName(key)) {
      return this.#translate({ kind: 'name', name: sub, subs: [] }, site, sweep);
    }
    return this.#faults.stop(
      'MODEL_SUBSCRIPT',
      site.line,
      say(functionTexts.notAnIndex, { sub }),
      say(xmileTexts.xmileSubscriptHint, { dim: axis.name }),
    );
  }

  #numbered(value: number, axis: Axis, site: Site): string {
    const element = axis.elements[value - 1];
    if (element !== undefined) return element.name;
    return this.#faults.stop(
      'MODEL_SUBSCRIPT',
      site.line,
      say(xmileTexts.xmileOutside, { index: value, dim: axis.name, size: axis.elements.length }),
      say(xmileTexts.xmileSubscriptHint, { dim: axis.name }),
    );
  }

  /** `*`: all elements, within a function over arrays. A dimension that occurs twice is swept twice. */
  #star(axis: Axis, site: Site, sweep: Sweep | undefined, swept: Map<string, number>): string {
    if (sweep === undefined) {
      return this.#faults.stop(
        'MODEL_SUBSCRIPT',
        site.line,
        say(xmileTexts.xmileSliceOutside, { sub: '*' }),
        say(xmileTexts.xmileSliceOutsideHint),
      );
    }
    const nth = (swept.get(axis.key) ?? 0) + 1;
    swept.set(axis.key, nth);
    const as = nth === 1 ? axis.name : this.#dimensions.twin(axis, nth);
    return this.#sweptAs(`${axis.key} ${nth}`, as, axis.elements.length, site, sweep);
  }

  /** `*:Part`: all elements of another dimension that are elements of this one too, as Vensim's subranges are. */
  #starWithin(part: string, axis: Axis, site: Site, sweep: Sweep | undefined): string {
    const other = this.#dimensions.axis(part);
    const inside = other?.elements.every(({ key }) => axis.elements.some((element) => element.key === key));
    if (sweep === undefined || other === undefined || inside !== true) {
      return this.#faults.stop(
        'MODEL_SUBSCRIPT',
        site.line,
        sweep === undefined
          ? say(xmileTexts.xmileSliceOutside, { sub: `*:${part}` })
          : say(functionTexts.notAnIndex, { sub: part }),
        say(xmileTexts.xmileSubscriptHint, { dim: axis.name }),
      );
    }
    return this.#sweptAs(`${axis.key} 1`, other.name, other.elements.length, site, sweep);
  }

  #slice(from: string, to: string, axis: Axis, site: Site, sweep: Sweep | undefined): string {
    if (sweep === undefined) {
      return this.#faults.stop(
        'MODEL_SUBSCRIPT',
        site.line,
        say(xmileTexts.xmileSliceOutside, { sub: `${from}:${to}` }),
        say(xmileTexts.xmileSliceOutsideHint),
      );
    }
    const end = (text: string): number => {
      if (/^\s*\d+\s*$/.test(text)) return Number(text);
      return axis.elements.findIndex((element) => element.key === keyOf(text)) + 1;
    };
    const first = end(from);
    const last = end(to);
    if (first < 1 || last < first || last > axis.elements.length) {
      return this.#faults.stop(
        'MODEL_SUBSCRIPT',
        site.line,
        say(xmileTexts.xmileSlice, { slice: `${from}:${to}`, dim: axis.name, size: axis.elements.length }),
        say(xmileTexts.xmileSubscriptHint, { dim: axis.name }),
      );
    }
    const as = this.#dimensions.part(axis, first, last);
    return this.#sweptAs(`${axis.key} 1`, as, last - first + 1, site, sweep);
  }

  #sweptAs(key: string, as: string | undefined, count: number, site: Site, sweep: Sweep): string {
    if (as === undefined) {
      return this.#faults.stop(
        'MODEL_UNSUPPORTED',
        site.line,
        say(functionTexts.xmileUnsupported, { what: say(xmileTexts.xmileTooManySlices) }),
        say(xmileTexts.xmileSlicesHint),
      );
    }
    const known = sweep.over.get(key);
    if (known !== undefined && known.as !== as) {
      // A[1:3] * B[2:4] goes by place, A[*] * B[*] by element: nothing here distinguishes them.
      return this.#faults.stop(
        'MODEL_UNSUPPORTED',
        site.line,
        say(xmileTexts.xmileSlices, { a: known.as, b: as }),
        say(xmileTexts.xmileSlicesHint),
      );
    }
    sweep.over.set(key, { as, count });
    return `${as}!`;
  }

  /** The subscripts of an array that is named without any. */
  impliedSubs(entity: Entity, site: Site, sweep?: Sweep): string[] {
    if (sweep !== undefined) {
      const swept = new Map<string, number>();
      return entity.axes.map((axis) => this.#star(axis, site, sweep, swept));
    }
    const alike =
      entity.axes.length === site.axes.length &&
      entity.axes.every((axis, i) => axis.key === site.axes[i]?.key);
    return entity.axes.map((axis, i) => {
      const at = alike ? i : this.#position(axis, site);
      if (at !== undefined) return this.#bound(axis, at, site);
      return this.#faults.stop(
        'MODEL_SUBSCRIPT',
        site.line,
        say(xmileTexts.xmileNoSubscripts, {
          name: entity.name,
          dims: entity.axes.map((a) => a.name).join(', '),
        }),
        say(xmileTexts.xmileNoSubscriptsHint, { name: entity.name }),
      );
    });
  }
}
