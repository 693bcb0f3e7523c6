import { font, textWidth, wrapText } from '../layout/labels.ts';
import type { Classes } from '../map/classes.ts';
import { dorling } from '../map/dorling.ts';
import { hatchPath } from '../map/hatch.ts';
import { lineHeight, type Naming, nameAreas } from '../map/naming.ts';
import { outlinePath } from '../map/outline.ts';
import { boxOf, fit, type Place, type Point } from '../map/places.ts';
import { tiles } from '../map/tiles.ts';
import { looks, type Role } from '../scene/looks.ts';
import { type Group, type Kind, type Mark, pathOf, pixel, type Scene, textAt } from '../scene/scene.ts';

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
  /** key of the area that the map stands with, which gets an outline */
  readonly own?: string;
}

const mostWidth = 680;
const legendRow = 20;
const keyRow = 17;
/** Least width of a column of the list of names below the map. */
const keyColumn = 140;
/** Room between two columns of a list below the map. */
const columnGap = 18;
/** Where more of the names than this have no room, all areas are numbered: a map of names and numbers mixed is hard to read. */
const mostUnnamed = 0.4;

/** Texts in columns below a map, read down first: the place of each, and how many rows there are. */
function columns(
  texts: readonly string[],
  width: number,
  lead: number,
): { readonly rows: number; readonly at: (i: number) => Point } {
  const wide = Math.max(0, ...texts.map((text) => textWidth(text))) + lead + columnGap;
  const count = Math.max(1, Math.min(texts.length, Math.floor((width + columnGap) / wide)));
  const rows = Math.ceil(texts.length / count);
  return { rows, at: (i) => ({ x: Math.floor(i / Math.max(1, rows)) * wide, y: i % Math.max(1, rows) }) };
}

/** The numbered names below a map, in columns, read down first; a long name goes on on the next line. */
function keyMarks(
  names: readonly string[],
  width: number,
  top: number,
): { readonly marks: readonly Mark[]; readonly rows: number } {
  const count = Math.max(1, Math.floor(width / keyColumn));
  const column = width / count;
  const wrapped = names.map((name) => wrapText(name, (column - columnGap / 2) / textWidth('n', font * 0.9)));
  const most = Math.ceil(wrapped.flat().length / count);
  let [at, row, rows] = [0, 0, 0];
  const marks = wrapped.flatMap((lines, i) => {
    if (row > 0 && row + lines.length > most && at + 1 < count) [at, row] = [at + 1, 0];
    const from = row;
    row += lines.length;
    rows = Math.max(rows, row);
    return lines.map((line, j) =>
      textAt(`key ${i} ${j}`, 'label', 2 + at * column + (j === 0 ? 0 : 14), top + (from + j) * keyRow, line),
    );
  });
  return { marks, rows };
}

/** Labels of an area: its name where that fits and its number otherwise, and its value below. */
function wordsOf(
  { lines, valued, inside: isInside, at, middle }: Naming,
  area: MappedArea,
  number: number | undefined,
  dark: boolean,
): readonly Mark[] {
  // A halo keeps a name legible on hatching.
  const inside = isInside && area.value !== null;
  const on = dark ? 'label label--in label--on' : area.value === null ? 'label' : 'label label--in';
  if (number !== undefined || lines === null)
    return [textAt('name', on, middle.x, middle.y + 4, String(number ?? ''), 'middle')];
  const role = inside ? on : 'label';
  const strong = !inside
    ? 'label label--strong'
    : dark
      ? 'label label--strong label--in label--on'
      : 'label label--strong label--in';
  const all = valued ? [...lines, area.said] : lines;
  const top = at.y - ((all.length - 1) * lineHeight) / 2 + 4;
  return all.map((line, i) =>
    textAt(
      i === lines.length ? 'value' : `name ${i}`,
      i === lines.length && area.value !== null ? strong : role,
      at.x,
      top + i * lineHeight,
      line,
      'middle',
    ),
  );
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
  /** its outline in pixels */
  readonly rings: readonly (readonly Point[])[];
}

/** A circle as a polygon, for where its label fits. */
const round = ({ x, y }: Point, r: number): readonly Point[] =>
  Array.from({ length: 24 }, (_, i) => ({
    x: x + r * Math.cos((i * Math.PI) / 12),
    y: y + r * Math.sin((i * Math.PI) / 12),
  }));

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
            rings: [round(at, r)],
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
            rings: [
              [
                corner,
                { x: corner.x + side, y: corner.y },
                { x: corner.x + side, y: corner.y + side },
                { x: corner.x, y: corner.y + side },
              ],
            ],
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
    shapes: (move) =>
      outlines.map(({ key, rings }) => ({
        key,
        rings: rings.map((ring) => ring.map(move)),
        mark: (of) => ({ ...of, is: 'path', key: 'shape', d: outlinePath(rings, move), evenOdd: true }),
      })),
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

/** Labels of all areas, and the numbers of those whose names do not fit, in the order of their names. */
function namesOf(
  shapes: readonly Shape[],
  areas: ReadonlyMap<string, MappedArea>,
  { shape, frame }: { readonly shape: MapSeries['shape']; readonly frame: { width: number; height: number } },
): { readonly namings: ReadonlyMap<string, Naming>; readonly numbers: ReadonlyMap<string, number> } {
  const named = shapes.flatMap(({ key, rings }) => {
    const area = areas.get(key);
    return area === undefined ? [] : [{ key, name: area.name, said: area.said, rings }];
  });
  const namings = nameAreas(named, { spilling: shape === 'boundaries', frame });
  const without = namings.filter(({ lines }) => lines === null);
  // Circles differ so much in size that the large ones keep their names.
  const isNumbered = shape !== 'circles' && without.length > mostUnnamed * namings.length;
  const nameOf = ({ key }: Naming): string => areas.get(key)?.name ?? key;
  const numbers = new Map(
    (isNumbered ? namings : without)
      .toSorted((a, b) => nameOf(a).localeCompare(nameOf(b)))
      .map(({ key }, i) => [key, i + 1] as const),
  );
  return { namings: new Map(namings.map((one) => [one.key, one])), numbers };
}

/** The legend: a swatch per class and one for what has no value. */
function legendMarks(series: MapSeries, width: number, top: number): readonly Group[] {
  const { legend, classes } = series;
  const { at } = columns(legend, width, 30);
  return legend.map((words, i): Group => {
    const { x, y } = at(i);
    const [left, upper] = [2 + x, top + y * legendRow];
    const index = i < classes.count ? i : null;
    return {
      is: 'group',
      key: `legend ${i}`,
      marks: [
        {
          is: 'rect',
          key: 'shade',
          role: classRole(index, classes.count),
          x: left,
          y: upper,
          width: 22,
          height: 14,
        },
        ...(index === null
          ? [
              pathOf(
                'hatch',
                'area__hatch',
                hatchPath([
                  [
                    { x: left, y: upper },
                    { x: left + 22, y: upper },
                    { x: left + 22, y: upper + 14 },
                    { x: left, y: upper + 14 },
                  ],
                ]),
              ),
            ]
          : []),
        textAt('words', 'label', left + 30, upper + 11, words),
      ],
    };
  });
}

/** A map of areas, shaded by class, with its legend below. An area is a group under its key, whose mark `shape` is what it covers. */
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
  const { namings, numbers } = namesOf(moved, byKey, {
    shape: series.shape,
    frame: { width: drawn, height: map },
  });
  const keyed = [...numbers].map(([key, number]) => `${number}\u00a0${byKey.get(key)?.name ?? key}`);
  const key = keyMarks(keyed, drawn - 4, map + 18);
  const under = map + (keyed.length === 0 ? 0 : key.rows * keyRow + 8);
  const own = moved.find((shape) => shape.key === series.own);
  const placed = moved.map((shape) => {
    const area = byKey.get(shape.key);
    const index = area === undefined || area.value === null ? null : classes.of(area.value);
    const naming = namings.get(shape.key);
    return {
      key: shape.key,
      shape: [
        shape.mark({
          role: classRole(index, classes.count),
          kind,
          ...(area === undefined ? {} : { name: `${area.name}: ${area.said}` }),
        }),
        ...(index === null ? [pathOf('hatch', 'area__hatch', hatchPath(shape.rings))] : []),
      ],
      words:
        area === undefined || naming === undefined
          ? []
          : wordsOf(naming, area, numbers.get(shape.key), isDark(area, classes)),
    };
  });
  const legendRows = columns(legend, drawn - 4, 30).rows;
  return {
    width: drawn,
    height: under + legendRows * legendRow + 10,
    name,
    marks: [
      ...placed.map(({ key: of, shape }): Group => ({ is: 'group', key: of, marks: shape })),
      // After all areas: the half of the line in a neighbour would be covered by its fill.
      ...(own === undefined ? [] : [own.mark({ role: 'area__own', kind })]),
      // All labels after all areas: boundaries touch, and no fill may cover the label of a neighbour.
      ...placed.map(({ key: of, words }): Group => ({ is: 'group', key: `words ${of}`, marks: words })),
      ...key.marks,
      ...legendMarks(series, drawn - 4, under + 10),
    ],
  };
}
