import { font, textWidth, wrapText } from '../layout/labels.ts';
import type { Classes } from '../map/classes.ts';
import { dorling } from '../map/dorling.ts';
import { outlinePath } from '../map/outline.ts';
import { boxOf, fit, type Place, type Point } from '../map/places.ts';
import { tiles } from '../map/tiles.ts';
import { looks, type Role } from '../scene/looks.ts';
import { type Group, type Kind, type Mark, pixel, type Scene, textAt } from '../scene/scene.ts';

/** An area of a map. */
export interface MappedArea {
  readonly key: string;
  readonly name: string;
  /** formatted value, with the unit where it fits; or the reason why there is no value */
  readonly said: string;
  /** null where there is no value */
  readonly value: number | null;
}

/** The outline of an area on a flat map: rings of points, holes among them. */
export interface Outline {
  readonly key: string;
  readonly rings: readonly (readonly Point[])[];
}

/** Areas with a value each, as a Dorling cartogram, a tile grid map or a choropleth of real boundaries. */
export interface MapSeries {
  /** text alternative: states the finding */
  readonly name: string;
  readonly shape: 'circles' | 'tiles' | 'boundaries';
  /** origin of the values: measured, or computed from measured ones */
  readonly kind: Kind;
  readonly areas: readonly MappedArea[];
  readonly classes: Classes;
  readonly places: readonly Place[];
  /** size by key, for circles */
  readonly sizes: ReadonlyMap<string, number>;
  /** for real boundaries */
  readonly outlines: readonly Outline[];
  /** legend labels of the classes, lowest first; one more for areas without a value */
  readonly legend: readonly string[];
}

const mostWidth = 680;
const legendRow = 20;
const keyRow = 17;
/** Below this many characters a truncated name is no longer recognized. */
const fewLetters = 7;

/** Truncates a name to what fits, preferably at the end of a word; null where too little of it would be left. */
function short(name: string, most: number): string | null {
  if (name.length <= most) return name;
  const [first = name] = name.split(/[ ,-]/);
  if (first.length >= 3 && first.length <= most) return first;
  return most < fewLetters ? null : `${name.slice(0, most - 1)}…`;
}

/** How many letters fit in a room in pixels. */
const lettersIn = (room: number): number => Math.floor(room / (font * 0.56));

/** Numbers of the areas whose names do not fit, in the order of their names: a key below the map says whose they are. */
function numbersOf(
  shapes: readonly Shape[],
  areas: ReadonlyMap<string, MappedArea>,
): ReadonlyMap<string, number> {
  const unnamed = shapes.flatMap(({ key, room }) => {
    const area = areas.get(key);
    return area === undefined || short(area.name, lettersIn(room)) !== null ? [] : [area];
  });
  return new Map(
    unnamed.toSorted((x, y) => x.name.localeCompare(y.name)).map(({ key }, i) => [key, i + 1] as const),
  );
}

/** Labels of an area: its name where that fits and its number otherwise, and its value below. */
function wordsIn(
  at: Point,
  room: number,
  area: MappedArea,
  number: number | undefined,
  dark: boolean,
): readonly Mark[] {
  const letters = lettersIn(room);
  const two = room > 44;
  const on = dark ? ' label--on' : '';
  return [
    textAt(
      'name',
      `label label--in${on}`,
      at.x,
      at.y + (two ? -2 : 4),
      number === undefined ? (short(area.name, letters) ?? area.name) : String(number),
      'middle',
    ),
    ...(two && area.said.length <= letters + 1
      ? [textAt('value', `label label--strong label--in${on}`, at.x, at.y + 13, area.said, 'middle')]
      : []),
  ];
}

/** True for the highest class, whose fill is too dark for dark text. */
const isDark = ({ value }: MappedArea, classes: Classes): boolean =>
  value !== null && classes.count > 1 && classes.of(value) === classes.count - 1;

const isRole = (text: string): text is Role => Object.hasOwn(looks, text);

/** Role (style key) of a class of a map, lowest 0; that of an area without a value where there is no such class. */
function classRole(index: number | null, count: number): Role {
  const role = `area area--${index}-of-${count}`;
  return index !== null && isRole(role) ? role : 'area area--none';
}

interface Shape {
  readonly key: string;
  readonly mark: (of: { role: Role; kind: Kind; name?: string }) => Mark;
  readonly at: Point;
  /** width available to labels, in pixels */
  readonly room: number;
}

const corners = ({ x, y, r }: Point & { readonly r: number }): readonly Point[] => [
  { x: x - r, y: y - r },
  { x: x + r, y: y + r },
];

/** Bounding box of the shapes, and a factory that makes them once the viewport transform is known. */
function shapesOf(series: MapSeries): {
  readonly box: ReturnType<typeof boxOf>;
  readonly shapes: (move: (point: Point) => Point, scale: number) => readonly Shape[];
} {
  const { shape, places, sizes, outlines } = series;
  if (shape === 'circles') {
    const circles = dorling(places, sizes);
    return {
      box: boxOf(circles.flatMap(corners)),
      shapes: (move, scale) =>
        circles.map((circle) => {
          const at = move(circle);
          const r = circle.r * scale;
          return {
            key: circle.key,
            at,
            room: r * 1.8,
            mark: (of) => ({
              ...of,
              is: 'circle',
              key: 'shape',
              cx: pixel(at.x),
              cy: pixel(at.y),
              r: pixel(r),
            }),
          };
        }),
    };
  }
  if (shape === 'tiles') {
    const grid = tiles(places);
    return {
      box: { left: 0, top: 0, width: Math.max(1, grid.columns), height: Math.max(1, grid.rows) },
      shapes: (move, scale) =>
        grid.tiles.map(({ key, column, row }) => {
          const corner = move({ x: column, y: row });
          const side = scale - 3;
          return {
            key,
            at: { x: corner.x + side / 2, y: corner.y + side / 2 },
            room: side - 4,
            mark: (of) => ({
              ...of,
              is: 'rect',
              key: 'shape',
              x: pixel(corner.x),
              y: pixel(corner.y),
              width: pixel(side),
              height: pixel(side),
            }),
          };
        }),
    };
  }
  return {
    box: boxOf(outlines.flatMap(({ rings }) => rings.flat())),
    shapes: (move, scale) =>
      outlines.map(({ key, rings }) => {
        const [largest = []] = rings.toSorted((a, b) => b.length - a.length);
        const own = boxOf(largest);
        return {
          key,
          at: move({ x: own.left + own.width / 2, y: own.top + own.height / 2 }),
          room: own.width * scale * 0.8,
          mark: (of) => ({ ...of, is: 'path', key: 'shape', d: outlinePath(rings, move), evenOdd: true }),
        };
      }),
  };
}

/** Cache of shapes: a cartogram takes many iterations, and its shapes do not depend on the shaded values. */
const kept = new WeakMap<
  readonly Place[],
  Map<string, { sizes: unknown; made: ReturnType<typeof shapesOf> }>
>();

function shapesCached(series: MapSeries): ReturnType<typeof shapesOf> {
  if (series.shape === 'boundaries') return shapesOf(series);
  const of =
    kept.get(series.places) ?? new Map<string, { sizes: unknown; made: ReturnType<typeof shapesOf> }>();
  kept.set(series.places, of);
  const known = of.get(series.shape);
  if (known !== undefined && known.sizes === series.sizes) return known.made;
  const made = shapesOf(series);
  of.set(series.shape, { sizes: series.sizes, made });
  return made;
}

/** A map of areas, shaded by class, with its legend below. */
export function placeMap(series: MapSeries, width: number): Scene {
  const { name, kind, areas, classes, legend } = series;
  const byKey = new Map(areas.map((area) => [area.key, area]));
  const drawn = Math.min(width, mostWidth);
  const { box, shapes } = shapesCached(series);
  const ratio = box.width === 0 ? 0.7 : Math.min(1.2, Math.max(0.4, box.height / box.width));
  const map = Math.round(drawn * ratio);
  const { at, scale } = fit(box, drawn - 4, map - 4);
  const move = (point: Point): Point => {
    const { x, y } = at(point);
    return { x: x + 2, y: y + 2 };
  };
  const moved = shapes(move, scale);
  const numbers = numbersOf(moved, byKey);
  // A name stays on one line with its number.
  const keyed = wrapText(
    [...numbers]
      .map(([key, number]) => `${number} ${byKey.get(key)?.name ?? key}`.replaceAll(' ', '\u00a0'))
      .join(' · '),
    drawn / textWidth('n'),
  );
  const under = map + keyed.length * keyRow;
  const placed = moved.map((shape) => {
    const area = byKey.get(shape.key);
    const index = area === undefined || area.value === null ? null : classes.of(area.value);
    const role = classRole(index, classes.count);
    return {
      key: shape.key,
      shape: shape.mark({
        role,
        kind,
        ...(area === undefined ? {} : { name: `${area.name}: ${area.said}` }),
      }),
      words:
        area === undefined
          ? []
          : wordsIn(shape.at, shape.room, area, numbers.get(shape.key), isDark(area, classes)),
    };
  });
  // Boundaries touch: paint all labels after all areas, so that no fill covers the label of a neighbour.
  const apart = series.shape === 'boundaries';
  return {
    width: drawn,
    height: under + legend.length * legendRow + 10,
    name,
    marks: [
      ...placed.map(
        ({ key, shape, words }): Group => ({
          is: 'group',
          key,
          marks: apart ? [shape] : [shape, ...words],
        }),
      ),
      ...(apart
        ? placed.map(({ key, words }): Group => ({ is: 'group', key: `words ${key}`, marks: words }))
        : []),
      ...keyed.map((line, i) => textAt(`key ${i}`, 'label', 2, map + 14 + i * keyRow, line)),
      ...legend.map(
        (words, i): Group => ({
          is: 'group',
          key: `legend ${i}`,
          marks: [
            {
              is: 'rect',
              key: 'shade',
              role: classRole(i < classes.count ? i : null, classes.count),
              x: 2,
              y: under + 10 + i * legendRow,
              width: 22,
              height: 14,
            },
            textAt('words', 'label', 32, under + 21 + i * legendRow, words),
          ],
        }),
      ),
    ],
  };
}
