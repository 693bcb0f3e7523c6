import { at } from '@schaalsprong/words';
import { functionTexts } from '../functions/texts.ts';
import type { DimensionInfo } from '../ir/program.ts';
import { say } from '../problems/say.ts';
import type { DataSource } from '../read/data-source.ts';
import type { Dimension } from '../syntax/ast.ts';
import { canonical } from '../syntax/names.ts';
import type { ParsedModel } from '../syntax/parsed-model.ts';
import { subscriptsFrom } from './cells.ts';
import { type Faults, nearest } from './faults.ts';
import { resolveTexts } from './texts.ts';

/** A subscript range. */
export interface Range {
  readonly name: string;
  readonly key: string;
  readonly line: number;
  /** Keys of its elements, in order. */
  readonly elements: readonly string[];
  /** Place of an element by its key, from 0. */
  readonly places: ReadonlyMap<string, number>;
}

/** Elements of one range by the element of another range that a mapping relates them to. */
type Images = ReadonlyMap<string, readonly string[]>;

/** Pairs of elements that a mapping between two ranges relates. */
type Pairs = readonly (readonly [string, string])[];

/** The subscript ranges of a model, their elements and the mappings between them. */
export class Ranges {
  readonly #ranges = new Map<string, Range>();
  /** Written form of an element of a range, by key. */
  readonly #written = new Map<string, string>();
  /** By key of a range, the ranges it is mapped to, in either direction. */
  readonly #images = new Map<string, Map<string, Images>>();
  /** By element, the largest ranges that hold it. */
  readonly #families = new Map<string, Range[]>();
  readonly #dimensions: ReadonlyMap<string, Dimension>;
  readonly #parsed: ParsedModel;
  readonly #faults: Faults;

  constructor(parsed: ParsedModel, data: DataSource | undefined, faults: Faults) {
    this.#parsed = parsed;
    this.#faults = faults;
    const dimensions = this.#named(data);
    this.#dimensions = dimensions;
    const expanded = this.#expand(dimensions);
    for (const [key, dimension] of dimensions) {
      const elements = expanded.get(key) ?? [];
      this.#ranges.set(key, {
        name: dimension.name,
        key,
        line: dimension.line,
        elements,
        places: new Map(elements.map((element, i) => [element, i])),
      });
    }
    // A mapping declared by the range on the right takes precedence over one declared by the range on the left.
    const mappings = [...dimensions].flatMap(([key, dimension]) => this.#read(key, dimension));
    for (const { from, to, pairs } of mappings)
      this.#enter(
        to,
        from,
        pairs.map(([a, b]) => [b, a]),
      );
    for (const { from, to, pairs } of mappings) this.#enter(from, to, pairs);
    for (const range of this.#ranges.values()) this.#enterFamily(range);
  }

  get(key: string): Range | undefined {
    return this.#ranges.get(key);
  }

  values(): Iterable<Range> {
    return this.#ranges.values();
  }

  isElement(key: string): boolean {
    return this.#written.has(key);
  }

  /** An element as written in the model. */
  nameOf(element: string): string {
    return this.#written.get(element) ?? element;
  }

  /** Elements of one range that a mapping relates to an element of another. */
  mapped(from: string, element: string, to: string): readonly string[] | undefined {
    return this.#images.get(from)?.get(to)?.get(element);
  }

  /** Every mapping from a range that holds `element`, to whatever range: the images of the element. */
  *mappingsOf(element: string): Iterable<{ from: Range; to: Range; images: readonly string[] }> {
    for (const [key, targets] of this.#images) {
      const from = this.#ranges.get(key);
      if (from === undefined || !from.places.has(element)) continue;
      for (const [target, images] of targets) {
        const to = this.#ranges.get(target);
        if (to !== undefined) yield { from, to, images: images.get(element) ?? [] };
      }
    }
  }

  /** The largest ranges that hold an element: one, unless the model puts elements in several families. */
  familiesOf(element: string): readonly Range[] {
    return this.#families.get(element) ?? [];
  }

  /** The smallest range that holds all these elements. */
  smallest(elements: ReadonlySet<string>): Range | undefined {
    let best: Range | undefined;
    for (const range of this.#ranges.values()) {
      if (best !== undefined && best.elements.length <= range.elements.length) continue;
      if ([...elements].every((e) => range.places.has(e))) best = range;
    }
    return best;
  }

  describe(): DimensionInfo[] {
    return [...this.#ranges.values()].map((range) => ({
      name: range.name,
      elements: range.elements.map((e) => this.nameOf(e)),
      line: range.line,
    }));
  }

  notAnIndex(sub: string, line: number): void {
    if (this.#parsed.unread.has(canonical(sub))) return;
    this.#faults.report('MODEL_SUBSCRIPT', line, say(functionTexts.notAnIndex, { sub }), () =>
      nearest(sub, [...this.#parsed.dimensions.map((d) => d.name), ...this.#written.values()]),
    );
  }

  #named(data: DataSource | undefined): Map<string, Dimension> {
    const byKey = new Map<string, Dimension>();
    for (const dimension of this.#parsed.dimensions) {
      const key = canonical(dimension.name);
      const earlier = byKey.get(key);
      if (earlier !== undefined) {
        this.#faults.duplicate(dimension.name, earlier.line, dimension.line);
        continue;
      }
      byKey.set(
        key,
        dimension.fromData === undefined
          ? dimension
          : { ...dimension, members: subscriptsFrom(dimension, dimension.fromData, data, this.#faults) },
      );
    }
    return byKey;
  }

  #expand(dimensions: ReadonlyMap<string, Dimension>): Map<string, readonly string[]> {
    const expanded = new Map<string, readonly string[]>();
    const expand = (key: string, open: readonly string[]): readonly string[] => {
      const known = expanded.get(key);
      if (known !== undefined) return known;
      const dimension = dimensions.get(key);
      if (dimension === undefined) return [];
      const emptyHint = say(resolveTexts.emptyDimensionHint, { name: dimension.name });
      if (open.includes(key)) {
        const cycle = [...open, key].join(' -> ');
        this.#faults.report('MODEL_LOOP', dimension.line, say(resolveTexts.loop, { cycle }), emptyHint);
        return [];
      }
      const inside = [...open, key];
      const elements = new Set<string>();
      if (dimension.aliasOf !== undefined) {
        const target = canonical(dimension.aliasOf);
        if (!dimensions.has(target)) this.notAnIndex(dimension.aliasOf, dimension.line);
        for (const element of expand(target, inside)) elements.add(element);
      }
      for (const member of dimension.members) {
        const memberKey = canonical(member);
        if (memberKey !== key && dimensions.has(memberKey)) {
          for (const element of expand(memberKey, inside)) elements.add(element);
        } else {
          elements.add(memberKey);
          if (!this.#written.has(memberKey)) this.#written.set(memberKey, member.replace(/^"|"$/g, ''));
        }
      }
      const list = [...elements];
      if (list.length === 0 && !this.#faults.problems.some((p) => p.line === dimension.line)) {
        this.#faults.report(
          'MODEL_SUBSCRIPT',
          dimension.line,
          say(resolveTexts.emptyDimension, { name: dimension.name }),
          emptyHint,
        );
      }
      expanded.set(key, list);
      return list;
    };
    for (const key of dimensions.keys()) expand(key, []);
    return expanded;
  }

  /** The elements that a member of a range or of a mapping denotes. */
  #membersOf(member: string): readonly string[] {
    const key = canonical(member);
    return this.#ranges.get(key)?.elements ?? [key];
  }

  #read(key: string, dimension: Dimension): { from: string; to: string; pairs: Pairs }[] {
    const own = this.#ranges.get(key);
    if (own === undefined || own.elements.length === 0) return [];
    const found: { from: string; to: string; pairs: Pairs }[] = [];
    for (const mapping of dimension.mappings) {
      const to = this.#ranges.get(canonical(mapping.to));
      if (to === undefined) {
        this.notAnIndex(mapping.to, dimension.line);
        continue;
      }
      if (to.elements.length === 0) continue;
      const pairs = this.#pairs(own, dimension, to, mapping.members);
      if (pairs === undefined) {
        const names = { from: dimension.name, to: mapping.to };
        this.#faults.report(
          'MODEL_SUBSCRIPT',
          dimension.line,
          say(resolveTexts.badMapping, names),
          say(resolveTexts.badMappingHint, names),
        );
        continue;
      }
      found.push({ from: key, to: to.key, pairs });
    }
    return found;
  }

  /** Element by element what a mapping says; undefined where it cannot be read so. */
  #pairs(own: Range, dimension: Dimension, to: Range, members: readonly string[]): Pairs | undefined {
    // A list answers the members as written, each of which may be a range of several; or element by element.
    const whole = members.length === 0;
    const wanted = whole ? [to.key] : members;
    const asked = whole
      ? [own.key]
      : members.length === dimension.members.length
        ? dimension.members
        : own.elements;
    if (wanted.length !== asked.length) return undefined;
    const pairs: (readonly [string, string])[] = [];
    const byPlace = whole ? this.#byPlace(own, to) : undefined;
    for (const [i, member] of asked.entries()) {
      const from = byPlace?.from ?? this.#membersOf(member);
      const images = byPlace?.to ?? this.#membersOf(at(wanted, i));
      if (images.some((image) => !to.places.has(image))) return undefined;
      if (from.length === images.length) pairs.push(...from.map((f, k) => [f, at(images, k)] as const));
      else if (!whole && (from.length === 1 || images.length === 1)) {
        for (const f of from) for (const image of images) pairs.push([f, image]);
      } else return undefined;
    }
    return pairs;
  }

  /**
   * The elements of two ranges that answer each other by place. A range may list an element again, by which several of the other
   * answer it: `fuel: coal, gas, gas -> Source`.
   */
  #byPlace(own: Range, to: Range): { readonly from: readonly string[]; readonly to: readonly string[] } {
    const [from, images] = [this.#listed(own), this.#listed(to)];
    return from.length === images.length ? { from, to: images } : { from: own.elements, to: to.elements };
  }

  /** The elements of a range as it lists them, repeated ones again. */
  #listed(range: Range): readonly string[] {
    const dimension = this.#dimensions.get(range.key);
    if (dimension === undefined || dimension.members.length === 0) return range.elements;
    return dimension.members.flatMap((member) =>
      canonical(member) === range.key ? [range.key] : this.#membersOf(member),
    );
  }

  #enter(from: string, to: string, pairs: Pairs): void {
    const targets = this.#images.get(from) ?? new Map<string, Images>();
    this.#images.set(from, targets);
    const images = new Map<string, string[]>();
    for (const [a, b] of pairs) {
      const list = images.get(a) ?? [];
      if (!list.includes(b)) list.push(b);
      images.set(a, list);
    }
    if (!targets.has(to)) targets.set(to, images);
  }

  #enterFamily(range: Range): void {
    for (const element of range.elements) {
      const known = this.#families.get(element);
      const [family] = known ?? [];
      if (known === undefined || family === undefined || family.elements.length < range.elements.length)
        this.#families.set(element, [range]);
      else if (family.elements.length === range.elements.length) known.push(range);
    }
  }
}
