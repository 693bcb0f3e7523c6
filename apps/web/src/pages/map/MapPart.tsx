import './map.css';
import { classesOf, type MappedArea, type MapSeries, placeMap, placesOf } from '@schaalsprong/chart';
import type { MapResponse } from '@schaalsprong/wire';
import { Button } from '@utrecht/component-library-react';
import { type ReactNode, useId, useMemo, useState } from 'react';
import { type ChartData, ChartFrame } from '../../charts/ChartFrame.tsx';
import { A } from '../../components/Link.tsx';
import { useAgenda, useNumber, useUnitTitle, useWords } from '../../lib/hooks.tsx';
import { fromServer, type Outlines } from '../../monitor/boundaries.ts';
import { AreaDoors } from './AreaDoors.tsx';
import { useAreaPath } from './area-path.ts';
import { OpenBoundaries } from './OpenBoundaries.tsx';
import { useTexts } from './texts.ts';
import {
  type AreaFigure,
  type MapMode,
  type MapShape,
  type MapView,
  mapShapes,
  type Shown,
  shownOf,
} from './view.ts';

/** Maximum number of classes: more shades are indistinguishable. */
const mostClasses = 5;

/** What a map is of. */
export interface Subject {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  /** who published the figures */
  readonly publishers: string;
}

interface Props {
  readonly subject: Subject;
  readonly figures: readonly AreaFigure[];
  /** outlines, sizes, and by what circles are sized */
  readonly map: MapResponse;
  /** Code of the municipality of the page, which gets an outline. */
  readonly own?: string;
  readonly view: MapView;
  readonly choose: (some: Partial<MapView>) => void;
  /** Why an area has no figure in a period, where more is known than that. */
  readonly whyNot?: (area: string, period: string) => string | null;
  /** Stands before the other tools: the chooser of what is shown. */
  readonly children?: ReactNode;
}

/** Municipalities with a point, which a map of tiles or circles needs. */
function useMunicipalities() {
  const { areas } = useAgenda();
  return useMemo(
    () => areas.filter(({ kind, lat, lon }) => kind === 'municipality' && lat !== null && lon !== null),
    [areas],
  );
}

/** Size of each circle: inhabitants, or land area as a fallback. */
function useSizes({ people }: MapResponse): ReadonlyMap<string, number> {
  const municipalities = useMunicipalities();
  return useMemo(() => {
    const known = Object.entries(people);
    return known.length > 0
      ? new Map(known)
      : new Map(municipalities.map(({ code, land_km2 }) => [code as string, land_km2 ?? 1]));
  }, [people, municipalities]);
}

/** Writes a number of the map, in full and short. */
function useWritten(unit: string, mode: MapMode, largest: number) {
  const { lang } = useWords();
  const show = useNumber();
  const locale = lang === 'nl' ? 'nl-NL' : 'en-GB';
  const percent = new Intl.NumberFormat(locale, {
    style: 'percent',
    maximumFractionDigits: 1,
    signDisplay: 'exceptZero',
  });
  // One number of decimals for a whole map: three digits for the largest.
  const digits = largest >= 100 ? 0 : largest >= 10 ? 1 : 2;
  const part = new Intl.NumberFormat(locale, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  const written = (value: number): string =>
    mode === 'change'
      ? percent.format(value)
      : mode === 'per1000'
        ? part.format(value)
        : show(value, unit, { precise: true });
  return {
    written,
    /** As it stands on the map: with its unit where that is a sign. */
    short: (value: number): string => {
      if (mode !== 'value') return written(value);
      const bare = show(value, unit, { precise: true, bare: true });
      return written(value).length <= bare.length + 2 ? written(value) : bare;
    },
    /** As the lower end of a range: a unit behind the higher value holds for both. */
    lower: (value: number): string => {
      if (mode !== 'value') return written(value);
      const bare = show(value, unit, { precise: true, bare: true });
      return written(value).startsWith(bare) ? bare : written(value);
    },
  };
}

/** Shape, number and period. */
function MapTools({
  shape,
  shown,
  choose,
  children,
}: { shape: MapShape; shown: Shown } & Pick<Props, 'choose' | 'children'>) {
  const { period } = useWords();
  const c = useTexts();
  const id = useId();
  const { periods, at, first, mode, modes } = shown;
  const index = periods.indexOf(at);
  const toPeriod = (next: number): void => choose({ period: periods[next] ?? at });
  return (
    <div className="map-tools">
      {children}
      {modes.length > 1 && (
        <fieldset className="either">
          <legend className="only-read">{c('what')}</legend>
          {modes.map((one) => (
            <Button
              key={one}
              appearance="subtle-button"
              aria-pressed={mode === one}
              onClick={() => choose({ mode: one })}
            >
              {c(`mode.${one}`, { first: period(first) })}
            </Button>
          ))}
        </fieldset>
      )}
      <fieldset className="either">
        <legend className="only-read">{c('shape')}</legend>
        {mapShapes.map((one) => (
          <Button
            key={one}
            appearance="subtle-button"
            aria-pressed={shape === one}
            onClick={() => choose({ shape: one })}
          >
            {c(`shape.${one}`)}
          </Button>
        ))}
      </fieldset>
      <div className="map-period">
        <label htmlFor={id}>{c('period', { period: period(at) })}</label>
        {periods.length > 1 && (
          <span className="map-period__slide">
            <button
              type="button"
              className="map-period__step"
              aria-label={c('period.earlier')}
              disabled={index === 0}
              onClick={() => toPeriod(index - 1)}
            >
              −
            </button>
            <input
              id={id}
              type="range"
              min={0}
              max={periods.length - 1}
              step={1}
              value={index}
              aria-valuetext={period(at)}
              onChange={(event) => toPeriod(Number(event.target.value))}
            />
            <button
              type="button"
              className="map-period__step"
              aria-label={c('period.later')}
              disabled={index === periods.length - 1}
              onClick={() => toPeriod(index + 1)}
            >
              +
            </button>
          </span>
        )}
      </div>
    </div>
  );
}

type Known = MappedArea & { readonly value: number };

/** What the shades mean, lightest first. */
function useLegend(
  known: readonly Known[],
  classes: ReturnType<typeof classesOf>,
  { written, lower }: ReturnType<typeof useWritten>,
): readonly string[] {
  const c = useTexts();
  return Array.from({ length: classes.count }, (_, i) => {
    const inside = known.map(({ value }) => value).filter((value) => classes.of(value) === i);
    const [from, upTo] = [Math.min(...inside), Math.max(...inside)];
    return from === upTo ? written(from) : c('class', { from: lower(from), to: written(upTo) });
  });
}

/** The table behind the map, highest first, and the same as CSV in the order of the region. */
function useMapData(
  { id, unit }: Subject,
  mapped: readonly MappedArea[],
  { shown, figures }: { readonly shown: Shown; readonly figures: readonly AreaFigure[] },
): ChartData {
  const { period } = useWords();
  const c = useTexts();
  const show = useNumber();
  const { mode, at, first } = shown;
  const more = mode === 'value' ? [] : [c(`table.${mode}`, { first: period(first) })];
  const measuredIn = (area: string): number | null =>
    figures.find((one) => one.area === area && one.period === at)?.value ?? null;
  return {
    head: [c('table.area'), c('table.value'), ...more],
    shown: mapped
      .toSorted((a, b) => (b.value ?? Number.NEGATIVE_INFINITY) - (a.value ?? Number.NEGATIVE_INFINITY))
      .map(({ key, name, said }) => {
        const value = measuredIn(key);
        const written = value === null ? said : show(value, unit, { precise: true });
        return [name, written, ...(mode === 'value' ? [] : [said])];
      }),
    csvHead: ['indicator', 'area', 'name', 'period', 'value', 'unit', ...(mode === 'value' ? [] : [mode])],
    csv: mapped.map(({ key, name, value }) => [
      id,
      key,
      name,
      at,
      measuredIn(key),
      unit,
      ...(mode === 'value' ? [] : [value]),
    ]),
  };
}

/** The municipalities beside the map, highest first, each a link to its page: where the screen is wide enough. */
function Ranked({
  mapped,
  shown,
  here,
}: {
  readonly mapped: readonly MappedArea[];
  readonly shown: Shown;
  readonly here: string | undefined;
}) {
  const c = useTexts();
  const { period } = useWords();
  const pathOf = useAreaPath();
  const head =
    shown.mode === 'value' ? c('table.value') : c(`table.${shown.mode}`, { first: period(shown.first) });
  return (
    <div className="map-ranked">
      <p className="small">{c('ranked', { head })}</p>
      <ol className="plain">
        {mapped
          .toSorted((a, b) => (b.value ?? Number.NEGATIVE_INFINITY) - (a.value ?? Number.NEGATIVE_INFINITY))
          .map(({ key, name, said }) => {
            const to = pathOf(key);
            return (
              <li key={key} className={key === here ? 'map-ranked__own' : undefined}>
                {to === null || key === here ? name : <A to={to}>{name}</A>}
                <span className="figure">{said}</span>
              </li>
            );
          })}
      </ol>
    </div>
  );
}

/** What a map of this shape says of itself. */
function useNote(
  map: MapResponse,
  { shape, mode, own, alone }: { shape: MapShape; mode: MapMode; own: Outlines | null; alone: boolean },
): string {
  const { list } = useWords();
  const c = useTexts();
  const areas = useMunicipalities();
  const { outlines } = map;
  const parts: string[] = [];
  if (shape === 'tiles') parts.push(c('note.tiles'));
  else if (shape === 'circles') parts.push(c(alone ? 'note.circlesOnly' : 'note.circles'));
  else if (own !== null) parts.push(c('note.own'));
  else if (outlines !== null)
    parts.push(c('note.boundaries', { year: String(outlines.year), attribution: outlines.attribution }));
  if (shape === 'boundaries' && mode === 'value') parts.push(c('note.large'));
  if (mode === 'per1000') parts.push(c('note.per1000'));
  const missing = shape === 'boundaries' ? (own?.missing ?? []) : [];
  if (missing.length > 0) {
    const names = areas.flatMap(({ code, name }) => (missing.includes(code) ? [name] : []));
    parts.push(c('boundaries.missing', { areas: list(names) }));
  }
  return parts.join(' ');
}

/** What the map says of the municipality of the page, which it outlines: its number and its place; empty where there is none. */
function useOwnSaid(
  here: string | undefined,
  mapped: readonly MappedArea[],
  { written }: ReturnType<typeof useWritten>,
): string {
  const c = useTexts();
  const area = mapped.find(({ key }) => key === here);
  if (area === undefined) return '';
  const { name, value } = area;
  if (value === null) return c('own.none', { name, why: area.said });
  const values = mapped.flatMap((one) => (one.value === null ? [] : [one.value]));
  return c('own', {
    name,
    value: written(value),
    place: String(values.filter((other) => other > value).length + 1),
    of: String(values.length),
  });
}

/**
 * A map of the municipalities with its tools, its finding, its table and its files: real boundaries where the region has them, tiles or
 * circles. Each municipality is a link to its page.
 */
export function MapPart({ subject, figures, map, own: here, view, choose, whyNot, children }: Props) {
  const { period } = useWords();
  const c = useTexts();
  const unitTitle = useUnitTitle();
  const areas = useMunicipalities();
  const sizes = useSizes(map);
  const places = useMemo(() => placesOf(areas), [areas]);
  const [own, setOwn] = useState<Outlines | null>(null);
  const served = useMemo(() => fromServer(map.outlines, areas), [map.outlines, areas]);
  const outlines = own ?? served;
  const isTotal = useAgenda().indicatorById.get(subject.id)?.cumulativeFrom !== undefined;
  const shape = view.shape ?? (served === null ? 'tiles' : 'boundaries');
  // Of counts a map of areas shows where many people live, unless they are divided.
  const shown = useMemo(
    () => shownOf(figures, view, { usual: shape === 'circles' ? 'value' : 'per1000', isTotal }),
    [figures, view, shape, isTotal],
  );
  const mode = shown?.mode ?? 'value';
  const words = useWritten(subject.unit, mode, Math.max(0, ...(shown?.values.values() ?? [])));
  const mapped = areas.map(({ code, name }): MappedArea => {
    const value = shown?.values.get(code) ?? null;
    const why = value === null && shown !== null ? (whyNot?.(code, shown.at) ?? null) : null;
    return { key: code, name, value, said: value === null ? (why ?? c('noValue')) : words.short(value) };
  });
  const known = mapped.filter((area): area is Known => area.value !== null);
  // One number is shown once: where its size says it, the colour says nothing.
  const alone = shape === 'circles' && mode === 'value' && map.sizedBy === subject.id;
  const classes = classesOf(alone ? [] : known.map(({ value }) => value), mostClasses);
  const shades = useLegend(known, classes, words);
  const data = useMapData(subject, mapped, {
    shown: shown ?? { mode, modes: [], periods: [], first: '', at: '', values: new Map() },
    figures,
  });
  const ownSaid = useOwnSaid(here, mapped, words);
  const note = useNote(map, { shape, mode, own, alone });
  const sorted = known.toSorted((a, b) => b.value - a.value);
  const [high, low] = [sorted[0], sorted.at(-1)];
  if (shown === null || high === undefined || low === undefined) return null;
  const { at, first } = shown;
  const found = c(`finding.${mode}`, {
    period: period(at),
    first: period(first),
    high: high.name,
    highValue: words.written(high.value),
    low: low.name,
    lowValue: words.written(low.value),
  });
  const said = ownSaid === '' ? found : `${ownSaid} ${found}`;
  const series: MapSeries = {
    name: `${subject.title}. ${said}`,
    shape,
    kind: mode === 'value' ? 'observed' : 'computed',
    areas: mapped,
    classes,
    places,
    sizes,
    outlines: outlines?.outlines ?? [],
    legend: [
      ...(alone ? [c('circles.legend')] : shades),
      ...(known.length < mapped.length ? [c('noValue')] : []),
    ],
    ...(here === undefined ? {} : { own: here }),
  };
  return (
    <div className="map-part">
      <MapTools shape={shape} shown={shown} choose={choose}>
        {children}
      </MapTools>
      {shape === 'boundaries' && outlines === null ? (
        <OpenBoundaries opened={setOwn} none />
      ) : (
        <div className="map-part__body">
          <ChartFrame
            within
            title={c(`title.${mode}`, { title: subject.title, period: period(at), first: period(first) })}
            finding={said}
            note={note}
            file={`${subject.id}-map-${at}`}
            origin={[]}
            data={data}
            source={[
              subject.publishers,
              ...(shape === 'boundaries' && own === null ? [map.outlines?.attribution ?? ''] : []),
            ]
              .filter((part) => part !== '')
              .join('; ')}
            unit={
              mode === 'change'
                ? ''
                : mode === 'per1000'
                  ? c('unit.per1000', { unit: unitTitle(subject.unit) })
                  : unitTitle(subject.unit)
            }
            scene={(width) => placeMap(series, width)}
            doors={(width) => <AreaDoors scene={placeMap(series, width)} areas={mapped} here={here} />}
            below={<p className="map-part__finding">{said}</p>}
          />
          <Ranked mapped={mapped} shown={shown} here={here} />
        </div>
      )}
      {shape === 'boundaries' && served !== null && <OpenBoundaries opened={setOwn} />}
    </div>
  );
}
