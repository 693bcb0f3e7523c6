import { at } from '../layout/at.ts';
import { textWidth, wrapText } from '../layout/labels.ts';
import type { Role } from '../scene/looks.ts';
import { type Group, type Mark, pathOf, pixel, type Scene, textAt } from '../scene/scene.ts';
import type { Fan } from './fan.ts';
import { fanIn } from './small.ts';

/** Column and row, from the upper left. */
type Cell = readonly [number, number];

/** A block of the drawn picture. */
export interface PictureBlock {
  readonly id: string;
  /** a soft hyphen says where a long word may be broken */
  readonly title: string;
  /** null where there is no fan to show */
  readonly fan: Fan | null;
  readonly target: { readonly value: number; readonly horizon: number } | null;
  /** under the fan: in how many futures, or the value */
  readonly said: string;
  /** the same where there is little room */
  readonly short: string;
  /** the part of what holds it back that lies in the block itself, and its label; null where that is nothing to show */
  readonly own: { readonly share: number; readonly label: string } | null;
  /** a block that moved, or that an arrow in sight leads to or from */
  readonly lit: boolean;
  readonly place: { readonly wide: Cell; readonly narrow: Cell };
}

/** An influence of one block on another. */
export interface PictureArrow {
  readonly from: string;
  readonly to: string;
  readonly sign: '+' | '-';
  /** share of what holds the block at its head back that comes this way, 0 to 1; null where it is no limit */
  readonly share: number | null;
  /** that share in words; shown beside an arrow that is thick */
  readonly label: string;
  readonly name: string;
  /** `faint` where another block is looked at */
  readonly look: 'plain' | 'lit' | 'faint';
  readonly bend: { readonly wide: number; readonly narrow: number };
}

/** How the whole hangs together. */
export interface PictureSeries {
  readonly name: string;
  readonly blocks: readonly PictureBlock[];
  readonly arrows: readonly PictureArrow[];
}

/** Where a block is, in pixels. */
export interface BlockBox {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Layout {
  readonly which: 'wide' | 'narrow';
  readonly cell: Cell;
  readonly block: Cell;
  readonly margin: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  };
  /** pixels of thickness of an arrow that brings all */
  readonly thickest: number;
  readonly small: boolean;
}

/** Below this width twelve blocks do not fit beside each other with room for arrows. */
const roomForWide = 700;
/** Shares from here on are worth a label. */
export const worthALabel = 0.1;
/** A narrow drawing leaves thinner arrows to the list under it. */
const worthAnArrow = 0.05;

const most = (cells: readonly Cell[], axis: 0 | 1): number => Math.max(0, ...cells.map((cell) => cell[axis]));

function layoutFor({ blocks }: PictureSeries, available: number): Layout {
  const wide = available >= roomForWide;
  const which = wide ? 'wide' : 'narrow';
  const columns = most(
    blocks.map(({ place }) => place[which]),
    0,
  );
  const width = Math.min(available, wide ? 1120 : 420);
  const side = wide ? 56 : 8;
  // Blocks take up to this part of a column; the rest is for arrows.
  const part = wide ? 0.6 : 0.74;
  const pitch = (width - 2 * side) / (columns + part);
  return {
    which,
    cell: [pitch, wide ? 176 : 126],
    block: [pitch * part, wide ? 108 : 78],
    margin: { left: side, right: side, top: wide ? 46 : 12, bottom: wide ? 112 : 14 },
    thickest: wide ? 30 : 20,
    small: !wide,
  };
}

const boxOf = ({ id, place }: PictureBlock, { which, cell, block, margin }: Layout): BlockBox => ({
  id,
  x: pixel(margin.left + place[which][0] * cell[0]),
  y: pixel(margin.top + place[which][1] * cell[1]),
  width: pixel(block[0]),
  height: pixel(block[1]),
});

/** Where each block is at a width, so that a page can make a link of it. */
export function pictureBoxes(series: PictureSeries, available: number): readonly BlockBox[] {
  const layout = layoutFor(series, available);
  return series.blocks.map((block) => boxOf(block, layout));
}

interface Point {
  readonly x: number;
  readonly y: number;
}

const middleOf = ({ x, y, width, height }: BlockBox): Point => ({ x: x + width / 2, y: y + height / 2 });

const inside = ({ x, y, width, height }: BlockBox, point: Point, gap: number): boolean =>
  point.x > x - gap && point.x < x + width + gap && point.y > y - gap && point.y < y + height + gap;

/** The middle line of an arrow between the edges of two blocks, as points at equal parameters; bowed to its left by `bend` pixels. */
function middleLine(from: BlockBox, to: BlockBox, bend: number, aside: number): readonly Point[] {
  const [a, b] = [middleOf(from), middleOf(to)];
  const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
  const left = { x: (b.y - a.y) / length, y: -(b.x - a.x) / length };
  const shift = (point: Point, by: number): Point => ({ x: point.x + left.x * by, y: point.y + left.y * by });
  const [start, end] = [shift(a, aside), shift(b, aside)];
  // A quadratic curve is half as far out as its control point.
  const control = shift({ x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 }, bend * 2);
  const curve = (t: number): Point => ({
    x: (1 - t) ** 2 * start.x + 2 * t * (1 - t) * control.x + t ** 2 * end.x,
    y: (1 - t) ** 2 * start.y + 2 * t * (1 - t) * control.y + t ** 2 * end.y,
  });
  const steps = 200;
  let first = 0;
  while (first < steps && inside(from, curve(first / steps), 3)) first += 1;
  let last = steps;
  while (last > first && inside(to, curve(last / steps), 4)) last -= 1;
  const points = 28;
  return Array.from({ length: points + 1 }, (_, i) => curve((first + ((last - first) * i) / points) / steps));
}

/** Left normals of a line of points. */
const normals = (points: readonly Point[]): readonly Point[] =>
  points.map((_, i) => {
    const [a, b] = [at(points, Math.max(0, i - 1)), at(points, Math.min(points.length - 1, i + 1))];
    const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
    return { x: (b.y - a.y) / length, y: -(b.x - a.x) / length };
  });

const aside = (point: Point, normal: Point, by: number): Point => ({
  x: point.x + normal.x * by,
  y: point.y + normal.y * by,
});

const pathThrough = (points: readonly Point[]): string =>
  `M${points.map(({ x, y }) => `${pixel(x)} ${pixel(y)}`).join('L')}Z`;

/** Outline of an arrow of this thickness along a line: a ribbon and its head. */
function outline(points: readonly Point[], thickness: number): string {
  const across = normals(points);
  const headLength = 7 + thickness * 0.6;
  const end = at(points, points.length - 1);
  let neck = points.length - 2;
  while (neck > 1 && Math.hypot(end.x - at(points, neck).x, end.y - at(points, neck).y) < headLength)
    neck -= 1;
  const shaft = points.slice(0, neck + 1);
  const half = thickness / 2;
  const wide = half + 3.5;
  const side = (by: number): readonly Point[] => shaft.map((point, i) => aside(point, at(across, i), by));
  const [n, base] = [at(across, neck), at(points, neck)];
  return pathThrough([
    ...side(half),
    aside(base, n, wide),
    end,
    aside(base, n, -wide),
    ...[...side(-half)].reverse(),
  ]);
}

function arrowMarks(
  arrow: PictureArrow,
  layout: Layout,
  boxes: ReadonlyMap<string, BlockBox>,
  paired: boolean,
): Group | null {
  const [from, to] = [boxes.get(arrow.from), boxes.get(arrow.to)];
  if (from === undefined || to === undefined) return null;
  const share = arrow.share ?? 0;
  if (layout.small && share < worthAnArrow && arrow.look !== 'lit') return null;
  const thickness = 1.4 + share * layout.thickest;
  const bend = arrow.bend[layout.which] * Math.min(...layout.cell);
  // Two arrows between the same blocks run on their own left.
  const line = middleLine(from, to, bend, paired && bend === 0 ? (layout.small ? 7 : 12) + thickness / 4 : 0);
  const across = normals(line);
  const near = Math.round(line.length * (bend === 0 ? 0.72 : 0.82));
  const sign = aside(at(line, near), at(across, near), thickness / 2 + 8);
  const half = Math.round(line.length * (bend === 0 ? 0.42 : 0.6));
  const label = at(line, half);
  const binds = share >= worthALabel;
  const role: Role =
    arrow.look === 'faint'
      ? 'flow flow--faint'
      : arrow.look === 'lit'
        ? 'flow flow--lit'
        : binds
          ? 'flow flow--binds'
          : 'flow';
  const marks: Mark[] = [{ ...pathOf('way', role, outline(line, thickness)), name: arrow.name }];
  if (arrow.look !== 'faint') {
    const shown = arrow.sign === '+' ? '+' : '\u2212';
    marks.push(
      textAt('sign', layout.small ? 'label label--small' : 'label', sign.x, sign.y + 4, shown, 'middle'),
    );
    // On a phone there is no room beside an arrow: the list has the shares.
    if (binds && !layout.small) {
      marks.push(textAt('share', 'label label--strong', label.x, label.y + 4, arrow.label, 'middle'));
    }
  }
  return { is: 'group', key: `${arrow.from} > ${arrow.to}`, marks };
}

/** A title over several lines: words broken at their soft hyphens where they do not fit. */
function titleLines(title: string, width: number, size: number): readonly string[] {
  // Bold letters are a tenth wider.
  const fits = (text: string): boolean => textWidth(text, size) * 1.1 <= width;
  return wrapText(
    title
      .split(' ')
      .map((word) =>
        fits(word.replaceAll('\u00ad', '')) ? word.replaceAll('\u00ad', '') : word.replaceAll('\u00ad', '- '),
      )
      .join(' '),
    width / textWidth('n', size) / 1.1,
  );
}

function blockMarks(block: PictureBlock, box: BlockBox, { small, thickest }: Layout): Group {
  const inner = small ? 5 : 10;
  const leading = small ? 13 : 16;
  const title = titleLines(block.title, box.width - 2 * inner, small ? 11 : 12);
  const top = box.y + (small ? 14 : 19);
  const bottom = box.y + box.height - (small ? 6 : 9);
  const fanTop = top + (title.length - 1) * leading + 8;
  const lines = block.said === '' ? 0 : 1;
  const ownLine = block.own !== null && !small ? 1 : 0;
  const fanBottom = bottom - (lines + ownLine) * leading + (lines + ownLine > 0 ? 2 : 0);
  const strong: Role = small ? 'label label--small-strong' : 'label label--strong label--in';
  const plain: Role = small ? 'label label--small' : 'label label--in';
  const share = block.own?.share ?? 0;
  const edge = pixel(Math.min(box.width * 0.2, share * thickest));
  return {
    is: 'group',
    key: block.id,
    marks: [
      {
        is: 'rect',
        key: 'frame',
        role: block.lit ? 'block block--lit' : 'block',
        x: box.x,
        y: box.y,
        width: box.width,
        height: box.height,
      },
      ...(edge < 1
        ? []
        : [
            {
              is: 'rect',
              key: 'own',
              role: 'flow flow--binds',
              x: pixel(box.x - edge / 2),
              y: box.y,
              width: edge,
              height: box.height,
            } as const,
          ]),
      ...title.map((text, i) =>
        textAt(`title ${i}`, strong, box.x + inner + edge / 2, top + i * leading, text),
      ),
      ...(block.fan === null || fanBottom - fanTop < 8
        ? []
        : fanIn(block.fan, block.target, {
            left: box.x + inner + edge / 2,
            right: box.x + box.width - inner,
            top: fanTop,
            bottom: fanBottom,
          })),
      ...(lines === 0
        ? []
        : [
            textAt(
              'said',
              plain,
              box.x + inner + edge / 2,
              bottom - ownLine * leading,
              small ? block.short : block.said,
            ),
          ]),
      ...(ownLine === 0
        ? []
        : [textAt('own share', strong, box.x + inner + edge / 2, bottom, block.own?.label ?? '')]),
    ],
  };
}

/**
 * The drawn picture of the whole: blocks with small fans, and arrows between them, as thick as the part of what holds the block at
 * their head back. Two layouts by hand: beside each other where there is room, else for a phone, where thin arrows are left out.
 *
 * @param available width in pixels
 */
export function placePicture(series: PictureSeries, available: number): Scene {
  const layout = layoutFor(series, available);
  const boxes = new Map(series.blocks.map((block) => [block.id, boxOf(block, layout)]));
  const pairs = new Set(series.arrows.map(({ from, to }) => `${from} > ${to}`));
  const [right, bottom] = [...boxes.values()].reduce(
    ([x, y], box) => [Math.max(x, box.x + box.width), Math.max(y, box.y + box.height)],
    [0, 0],
  );
  const order = { faint: 0, plain: 1, lit: 2 } as const;
  const arrows = [...series.arrows].sort(
    (a, b) => order[a.look] - order[b.look] || (a.share ?? 0) - (b.share ?? 0),
  );
  return {
    width: Math.ceil(right + layout.margin.right),
    height: Math.ceil(bottom + layout.margin.bottom),
    name: series.name,
    marks: [
      ...arrows.flatMap(
        (arrow) => arrowMarks(arrow, layout, boxes, pairs.has(`${arrow.to} > ${arrow.from}`)) ?? [],
      ),
      ...series.blocks.map((block) => blockMarks(block, boxOf(block, layout), layout)),
    ],
  };
}
