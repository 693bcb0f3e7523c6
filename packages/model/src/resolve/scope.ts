import { at, must } from '@schaalsprong/words';
import type { Bound } from '../functions/call.ts';
import { isMarked, unmarked } from '../functions/marked-subscripts.ts';
import { say } from '../problems/say.ts';
import { readTexts } from '../read/texts.ts';
import type { Equation } from '../syntax/ast.ts';
import { canonical } from '../syntax/names.ts';
import { type Faults, Stop } from './faults.ts';
import type { Range, Ranges } from './ranges.ts';
import { resolveTexts } from './texts.ts';

/** The subscript bindings while one element of one equation is resolved. */
export interface Scope {
  /** Full name of the element. */
  readonly owner: string;
  /** Its number. */
  readonly element: number;
  readonly equation: Equation;
  /** Number of the variable to which the elements that are made belong. */
  readonly variable: number;
  /** Left-hand subscripts that are ranges, in order: range key and its element now. */
  readonly left: readonly { readonly range: string; readonly element: string }[];
  /** Ranges bound within the right side, marked ones under their key and `!`, and their element now. */
  readonly bound: Bound;
  /** Counts the helpers of this element; shared by all scopes within it. */
  readonly counter: { next: number };
}

/** Binds subscripts of the right side to elements, given those of the left side. */
export class Binder {
  readonly #ranges: Ranges;
  readonly #faults: Faults;

  constructor(ranges: Ranges, faults: Faults) {
    this.#ranges = ranges;
    this.#faults = faults;
  }

  /** The element that `sub` denotes. */
  element(sub: string, scope: Scope): string {
    const { line } = scope.equation;
    const key = canonical(unmarked(sub));
    if (isMarked(sub)) {
      return (
        scope.bound.get(`${key}!`) ??
        this.#faults.stop(
          'MODEL_SUBSCRIPT',
          line,
          say(resolveTexts.markOutside, { dim: unmarked(sub) }),
          say(resolveTexts.markMissingHint, { fn: 'SUM' }),
        )
      );
    }
    const asked = scope.bound.get(key);
    if (asked !== undefined) return asked;
    const range = this.#ranges.get(key);
    if (range === undefined) {
      if (this.#ranges.isElement(key)) return key;
      this.#ranges.notAnIndex(sub, line);
      throw new Stop();
    }
    return this.#onLeft(range, scope) ?? this.#unbound(range, scope);
  }

  /**
   * The element of a range that the left side means: of the range itself, else by a mapping that names both ranges,
   * else the same element under the name of a sub- or superrange, else by a mapping between their families.
   */
  #onLeft(range: Range, scope: Scope): string | undefined {
    const [itself, ...others] = scope.left.filter((l) => l.range === range.key);
    if (itself !== undefined)
      return others.length === 0 ? itself.element : this.#several(range, [itself, ...others], scope);
    const direct = scope.left.flatMap((l) => {
      const images = this.#ranges.mapped(l.range, l.element, range.key);
      return images === undefined ? [] : [{ from: l, images }];
    });
    if (direct.length > 0) return this.#only(range, direct, scope);
    const same = scope.left.filter((l) => range.places.has(l.element));
    if (same.length > 1) return this.#several(range, same, scope);
    if (same.length === 1) return same[0]?.element;
    const around = scope.left.flatMap((l) => {
      const images = new Set<string>();
      for (const mapping of this.#ranges.mappingsOf(l.element)) {
        if (!related(mapping.to, range)) continue;
        for (const image of mapping.images) if (range.places.has(image)) images.add(image);
      }
      return images.size === 0 ? [] : [{ from: l, images: [...images] }];
    });
    return around.length === 0 ? undefined : this.#only(range, around, scope);
  }

  #only(
    range: Range,
    found: readonly { from: { range: string; element: string }; images: readonly string[] }[],
    scope: Scope,
  ): string {
    if (found.length > 1) {
      return this.#several(
        range,
        found.map(({ from }) => from),
        scope,
      );
    }
    const { from: source, images } = at(found, 0);
    const [image] = images;
    if (image !== undefined && images.length === 1) return image;
    const from = this.#ranges.get(source.range)?.name ?? source.range;
    return this.#faults.stop(
      'MODEL_SUBSCRIPT',
      scope.equation.line,
      say(resolveTexts.ambiguousMapping, { from: range.name, to: from, element: source.element }),
      say(resolveTexts.badMappingHint, { from: range.name, to: from }),
    );
  }

  #several(range: Range, left: readonly { range: string }[], scope: Scope): never {
    const dims = left.map((l) => this.#ranges.get(l.range)?.name ?? l.range).join(', ');
    return this.#faults.stop(
      'MODEL_SUBSCRIPT',
      scope.equation.line,
      say(resolveTexts.ambiguousLeft, { dim: range.name, name: scope.equation.name, dims }),
      say(resolveTexts.ambiguousLeftHint),
    );
  }

  #unbound(range: Range, scope: Scope): never {
    return this.#faults.stop(
      'MODEL_SUBSCRIPT',
      scope.equation.line,
      say(readTexts.unboundDimension, { dim: range.name, name: scope.equation.name }),
      say(resolveTexts.unboundDimensionHint, { dim: range.name }),
    );
  }

  /**
   * A dimension or an element used as a number is its position (1, 2, ...), as in Vensim: in the largest dimension
   * that holds the element, not in the subrange that is named. So an element equals itself by whatever range it came.
   *
   * @param compared whether it is only asked to be the same as another position
   */
  position(name: string, scope: Scope, compared = false): number {
    const written = canonical(name);
    const range = this.#ranges.get(written);
    const element = range === undefined ? written : this.element(name, scope);
    const families = this.#ranges.familiesOf(element);
    const places = new Set(families.map((family) => must(family.places, element)));
    const [place] = places;
    if (place !== undefined && (places.size === 1 || compared)) return place + 1;
    // In several families of one size the one that is named decides.
    const named = range !== undefined && families.includes(range) ? range.places.get(element) : undefined;
    if (named !== undefined) return named + 1;
    return this.#faults.stop(
      'MODEL_SUBSCRIPT',
      scope.equation.line,
      say(resolveTexts.ambiguousPosition, {
        element: this.#ranges.nameOf(element),
        dims: families.map((family) => family.name).join(', '),
      }),
      say(resolveTexts.ambiguousPositionHint),
    );
  }
}

/** Whether one range holds all of the other. */
function related(a: Range, b: Range): boolean {
  const [small, large] = a.elements.length < b.elements.length ? [a, b] : [b, a];
  return small.elements.every((e) => large.places.has(e));
}
