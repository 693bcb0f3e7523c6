import { useMemo } from 'react';
import { Plot } from '../../charts/Plot.tsx';
import type { MapShape } from '../../monitor/address.ts';
import { type Outlines, pathOf } from '../../monitor/boundaries.ts';
import type { Classes } from '../../monitor/classes.ts';
import { dorling } from '../../monitor/dorling.ts';
import { boxOf, fit, type Place, type Point } from '../../monitor/places.ts';
import { tiles } from '../../monitor/tiles.ts';

/** An area of the map. */
export interface Mapped {
  readonly key: string;
  readonly name: string;
  /** in words, with its unit; what the area has none of in words too */
  readonly said: string;
  /** null where there is no value */
  readonly value: number | null;
}

interface Props {
  readonly width: number;
  readonly titleId: string;
  readonly alt: string;
  readonly shape: MapShape;
  readonly places: readonly Place[];
  readonly sizes: ReadonlyMap<string, number>;
  readonly areas: readonly Mapped[];
  readonly classes: Classes;
  readonly outlines: Outlines | null;
  /** words of the classes, lowest first */
  readonly legend: readonly string[];
}

const font = 12;
const legendRow = 20;

/** Letters below which a mark that something was cut off would take too much of them. */
const fewLetters = 7;

/** The first letters of a name that fit, at a word's end where that can be. */
function short(name: string, most: number): string {
  if (name.length <= most) return name;
  const [first = name] = name.split(/[ ,-]/);
  const part = first.length >= 3 && first.length <= most ? first : name;
  if (part.length <= most) return part;
  return most < fewLetters ? part.slice(0, most) : `${part.slice(0, most - 1)}…`;
}

/** What stands in an area: its name where it fits, and its value under it. */
function Words({ at, room, area, dark }: { at: Point; room: number; area: Mapped; dark: boolean }) {
  const letters = Math.floor(room / (font * 0.56));
  if (letters < 3) return null;
  const two = room > 44;
  const ink = dark ? 'label--in label--on' : 'label--in';
  return (
    <>
      <text className={`label ${ink}`} x={at.x} y={at.y + (two ? -2 : 4)} textAnchor="middle">
        {short(area.name, letters)}
      </text>
      {two && area.said.length <= letters + 1 && (
        <text className={`label label--strong ${ink}`} x={at.x} y={at.y + 13} textAnchor="middle">
          {area.said}
        </text>
      )}
    </>
  );
}

/** True in the highest class, which is too dark for ink. */
const isDark = ({ value }: Mapped, classes: Classes): boolean =>
  value !== null && classes.count > 1 && classes.of(value) === classes.count - 1;

const shade = (area: Mapped | undefined, classes: Classes): string =>
  area === undefined || area.value === null
    ? 'area area--none'
    : `area area--${classes.of(area.value)}-of-${classes.count}`;

/** A map of areas, shaded by class: circles as large as their population, equal tiles, or real boundaries. */
export function Cartogram({
  width,
  titleId,
  alt,
  shape,
  places,
  sizes,
  areas,
  classes,
  outlines,
  legend,
}: Props) {
  const byKey = useMemo(() => new Map(areas.map((area) => [area.key, area])), [areas]);
  const circles = useMemo(() => (shape === 'circles' ? dorling(places, sizes) : []), [shape, places, sizes]);
  const grid = useMemo(() => (shape === 'tiles' ? tiles(places) : null), [shape, places]);
  const ring = useMemo(
    () => (shape === 'boundaries' ? (outlines?.outlines ?? []).flatMap(({ rings }) => rings.flat()) : []),
    [shape, outlines],
  );
  const drawn = Math.min(width, 680);
  const corners = (x: number, y: number, r: number): readonly Point[] => [
    { x: x - r, y: y - r },
    { x: x + r, y: y + r },
  ];
  const box =
    shape === 'circles'
      ? boxOf(circles.flatMap(({ x, y, r }) => corners(x, y, r)))
      : shape === 'tiles'
        ? { left: 0, top: 0, width: grid?.columns ?? 1, height: grid?.rows ?? 1 }
        : boxOf(ring);
  const ratio = box.width === 0 ? 0.7 : Math.min(1.2, Math.max(0.4, box.height / box.width));
  const map = Math.round(drawn * ratio);
  const { at, scale } = fit(box, drawn - 4, map - 4);
  const height = map + legend.length * legendRow + 10;
  const move = (point: Point): Point => {
    const { x, y } = at(point);
    return { x: x + 2, y: y + 2 };
  };
  return (
    <Plot width={drawn} height={height} titleId={titleId} alt={alt}>
      {circles.map(({ key, x, y, r }) => {
        const centre = move({ x, y });
        const area = byKey.get(key);
        return (
          <g key={key}>
            <circle className={shade(area, classes)} cx={centre.x} cy={centre.y} r={r * scale} />
            {area !== undefined && (
              <Words at={centre} room={r * scale * 1.8} area={area} dark={isDark(area, classes)} />
            )}
          </g>
        );
      })}
      {grid?.tiles.map(({ key, column, row }) => {
        const corner = move({ x: column, y: row });
        const area = byKey.get(key);
        const side = scale - 3;
        return (
          <g key={key}>
            <rect className={shade(area, classes)} x={corner.x} y={corner.y} width={side} height={side} />
            {area !== undefined && (
              <Words
                at={{ x: corner.x + side / 2, y: corner.y + side / 2 }}
                room={side - 4}
                area={area}
                dark={isDark(area, classes)}
              />
            )}
          </g>
        );
      })}
      {shape === 'boundaries' &&
        (outlines?.outlines ?? []).map(({ key, rings }) => (
          <path
            key={key}
            className={shade(byKey.get(key), classes)}
            d={pathOf(rings, move)}
            fillRule="evenodd"
          />
        ))}
      {shape === 'boundaries' &&
        (outlines?.outlines ?? []).map(({ key, rings }) => {
          const area = byKey.get(key);
          const [largest] = rings.toSorted((a, b) => b.length - a.length);
          if (area === undefined || largest === undefined) return null;
          const own = boxOf(largest);
          const centre = move({ x: own.left + own.width / 2, y: own.top + own.height / 2 });
          return (
            <Words
              key={key}
              at={centre}
              room={own.width * scale * 0.8}
              area={area}
              dark={isDark(area, classes)}
            />
          );
        })}
      {legend.map((words, i) => (
        <g key={words}>
          <rect
            className={i < classes.count ? `area area--${i}-of-${classes.count}` : 'area area--none'}
            x={2}
            y={map + 10 + i * legendRow}
            width={22}
            height={14}
          />
          <text className="label" x={32} y={map + 21 + i * legendRow}>
            {words}
          </text>
        </g>
      ))}
    </Plot>
  );
}
