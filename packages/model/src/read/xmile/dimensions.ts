import { say } from '../../problems/say.ts';
import type { Dimension } from '../../syntax/ast.ts';
import { canonical } from '../../syntax/names.ts';
import type { Faults } from './faults.ts';
import { shown } from './names.ts';
import { xmileTexts } from './texts.ts';
import { attribute, child, childrenNamed, type Tag } from './xml.ts';

/** A dimension of the file: its elements in order. */
export interface Axis {
  readonly name: string;
  readonly key: string;
  readonly elements: readonly { readonly name: string; readonly key: string }[];
}

/** Maximum number of elements of all dimensions together. */
const maxElements = 500_000;

/** The dimensions of a file, and those that equations make of parts of them. */
export class Dimensions {
  readonly #axes = new Map<string, Axis>();
  readonly #made = new Map<string, Dimension>();
  readonly list: Dimension[] = [];
  #left = maxElements;

  /** Reads `<dimensions>` (XMILE 1.0, 2.5): numbered by a size, or with named elements. */
  constructor(root: Tag, faults: Faults) {
    const tag = child(root, 'dimensions');
    if (tag === undefined) return;
    for (const dim of childrenNamed(tag, 'dim')) {
      const name = shown(attribute(dim, 'name'));
      const named = childrenNamed(dim, 'elem').map((elem) => shown(attribute(elem, 'name')));
      const size = Number(attribute(dim, 'size'));
      if (named.length === 0 && !(Number.isInteger(size) && size >= 1 && size <= this.#left)) {
        faults.report(
          'MODEL_SUBSCRIPT',
          dim.line,
          say(xmileTexts.xmileSize, { name }),
          say(xmileTexts.xmileSizeHint),
        );
        continue;
      }
      const members = named.length > 0 ? named : Array.from({ length: size }, (_, i) => String(i + 1));
      this.#left -= members.length;
      const axis = {
        name,
        key: canonical(name),
        elements: members.map((member) => ({ name: member, key: canonical(member) })),
      };
      this.#axes.set(axis.key, axis);
      this.list.push({ name, members, mappings: [], line: dim.line });
    }
    // The rest of the program finds elements and dimensions by one name; XMILE lets them share it.
    for (const { name, members, line } of this.list) {
      const clash = members.find((member) => this.#axes.has(canonical(member)));
      if (clash === undefined) continue;
      faults.report(
        'MODEL_DUPLICATE',
        line,
        say(xmileTexts.xmileElementClash, { name, element: clash }),
        say(xmileTexts.xmileElementClashHint),
      );
    }
  }

  axis(name: string): Axis | undefined {
    return this.#axes.get(canonical(name));
  }

  /** A dimension of some elements of another one, made once for each such part; undefined where there are too many. */
  part(of: Axis, from: number, to: number): string | undefined {
    return this.#make(`${of.name} (${from}-${to})`, of, from, to);
  }

  /** Another name for a dimension, where it occurs twice in one reference. */
  twin(of: Axis, nth: number): string | undefined {
    return this.#make(`${of.name} (${nth})`, of, 1, of.elements.length);
  }

  #make(name: string, of: Axis, from: number, to: number): string | undefined {
    if (!this.#made.has(name)) {
      this.#left -= to - from + 1;
      if (this.#left < 0) return undefined;
      const members = of.elements.slice(from - 1, to).map((element) => element.name);
      const dimension: Dimension = { name, members, mappings: [], line: 0 };
      this.#made.set(name, dimension);
      this.list.push(dimension);
    }
    return name;
  }
}
