import { classesOf, type MappedArea, placeMap, placesOf } from '@schaalsprong/chart';
import { pointsOf, timeOf } from '@schaalsprong/monitor/lines';
import type { IndicatorResponse } from '@schaalsprong/wire';
import {
  Button,
  FormField,
  FormLabel,
  Heading2,
  Paragraph,
  Select,
  SelectOption,
} from '@utrecht/component-library-react';
import { type ReactNode, useId, useMemo, useState } from 'react';
import { type ChartData, ChartFrame } from '../../charts/ChartFrame.tsx';
import { Loading } from '../../components/states.tsx';
import { useAgenda, useNumber, useResource, useUnitTitle, useWords } from '../../lib/hooks.tsx';
import { type Choice, mapShapes } from '../../monitor/address.ts';
import {
  type BoundaryFault,
  fromServer,
  largestFile,
  type Outlines,
  readBoundaries,
} from '../../monitor/boundaries.ts';
import { boundariesResource, indicatorResource } from '../../monitor/resources.ts';
import { useFigure } from './Figure.tsx';
import { useTexts } from './texts.ts';

/** Maximum number of classes: more shades are indistinguishable. */
const mostClasses = 5;
/** The indicator by whose last figures the circles are sized, in a region that has it. */
const sizedBy = 'population';

interface Props {
  readonly response: IndicatorResponse;
  readonly choice: Choice;
  readonly choose: (some: Partial<Choice>) => void;
}

/** Size of each area: its population, or its land area as a fallback. */
function WithSizes({ children }: { children: (sizes: ReadonlyMap<string, number>) => ReactNode }) {
  const agenda = useAgenda();
  return agenda.indicatorById.has(sizedBy) ? <ByPeople>{children}</ByPeople> : <ByLand>{children}</ByLand>;
}

function ByPeople({ children }: { children: (sizes: ReadonlyMap<string, number>) => ReactNode }) {
  const { value, failing } = useResource(indicatorResource(sizedBy, null));
  const sizes = useMemo(() => {
    const areas = new Set(value?.facts.map(({ area }) => area));
    return new Map(
      [...areas].map((area) => [area as string, pointsOf(value?.facts ?? [], area).at(-1)?.value ?? 0]),
    );
  }, [value]);
  if (value !== null) return children(sizes);
  return failing === null ? <Loading /> : <ByLand>{children}</ByLand>;
}

function ByLand({ children }: { children: (sizes: ReadonlyMap<string, number>) => ReactNode }) {
  const { areas } = useAgenda();
  const sizes = useMemo(
    () => new Map(areas.map(({ code, land_km2 }) => [code as string, land_km2 ?? 1])),
    [areas],
  );
  return children(sizes);
}

/** Lets a reader open a file with real boundaries, where the server has none. */
function OpenBoundaries({ opened }: { opened: (outlines: Outlines) => void }) {
  const c = useTexts();
  const id = useId();
  const { areas } = useAgenda();
  const municipalities = areas.filter(({ kind }) => kind === 'municipality');
  const [fault, setFault] = useState<BoundaryFault | null>(null);
  const read = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    const found = file.size > largestFile ? 'too-large' : readBoundaries(await file.text(), municipalities);
    if (typeof found === 'string') setFault(found);
    else opened(found);
  };
  return (
    <div className="file">
      <Paragraph>{c('map.boundaries.none')}</Paragraph>
      <FormLabel htmlFor={id}>{c('map.boundaries.open')}</FormLabel>
      <input
        id={id}
        type="file"
        accept=".geojson,.json,application/geo+json,application/json"
        onChange={(event) => void read(event.target.files?.[0])}
      />
      <p className="form-error" role="alert">
        {fault === null ? '' : c(`map.fault.${fault}`)}
      </p>
    </div>
  );
}

/** The figures of the municipalities at the period that the reader chose. */
interface Figures {
  readonly areas: readonly Area[];
  /** By area its points over time. */
  readonly lines: ReadonlyMap<string, ReturnType<typeof pointsOf>>;
  readonly periods: readonly string[];
  readonly first: string;
  readonly at: string;
  /** Whether the change since the first period is shown rather than the value. */
  readonly change: boolean;
  readonly canChange: boolean;
}

type Area = ReturnType<typeof useAgenda>['areas'][number];
type Known = MappedArea & { readonly value: number };

/** Null where nothing was measured in any municipality. */
function useFigures({ response, choice }: Pick<Props, 'response' | 'choice'>): Figures | null {
  const agenda = useAgenda();
  const { facts } = response;
  const areas = useMemo(
    () =>
      agenda.areas.filter(({ kind, lat, lon }) => kind === 'municipality' && lat !== null && lon !== null),
    [agenda],
  );
  const lines = useMemo(
    () => new Map(areas.map(({ code }) => [code as string, pointsOf(facts, code)])),
    [areas, facts],
  );
  const periods = [...new Set([...lines.values()].flat().map(({ fact }) => fact.period))].sort(
    (a, b) => timeOf(a) - timeOf(b),
  );
  const [first, last] = [periods[0], periods.at(-1)];
  if (first === undefined || last === undefined) return null;
  const at = choice.period !== null && periods.includes(choice.period) ? choice.period : last;
  const canChange = at !== first;
  return { areas, lines, periods, first, at, canChange, change: choice.change && canChange };
}

/** Writes a value or a change, in full and within a range. */
function useWritten(unit: string, change: boolean) {
  const { lang } = useWords();
  const show = useNumber();
  const percent = new Intl.NumberFormat(lang === 'nl' ? 'nl-NL' : 'en-GB', {
    style: 'percent',
    maximumFractionDigits: 1,
    signDisplay: 'exceptZero',
  });
  const written = (value: number) => (change ? percent.format(value) : show(value, unit, { precise: true }));
  return {
    written,
    /** As it stands on the map. */
    short: (value: number) => (change ? percent.format(value) : show(value, unit, { bare: true })),
    /** As the lower end of a range: a unit behind the higher value holds for both. */
    lower: (value: number): string => {
      const bare = show(value, unit, { precise: true, bare: true });
      return !change && written(value).startsWith(bare) ? bare : written(value);
    },
  };
}

/** Each municipality with what is drawn of it, or why there is nothing. */
function useMapped(response: IndicatorResponse, { areas, lines, at, first, change }: Figures) {
  const c = useTexts();
  const { short } = useWritten(response.indicator.unit, change);
  return areas.map(({ code, name }): MappedArea => {
    const line = lines.get(code) ?? [];
    const here = line.find(({ fact }) => fact.period === at);
    const before = line.find(({ fact }) => fact.period === first);
    const state = response.facts.find((fact) => fact.area === code && fact.period === at);
    if (here === undefined || (change && (before === undefined || before.value === 0))) {
      return {
        key: code,
        name,
        value: null,
        said: c(state === undefined || state.state === 'value' ? 'state.missing' : `state.${state.state}`),
      };
    }
    const value = change ? here.value / (before?.value ?? 1) - 1 : here.value;
    return { key: code, name, value, said: short(value) };
  });
}

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
    return from === upTo ? written(from) : c('map.class', { from: lower(from), to: written(upTo) });
  });
}

/** Shape, value or change, and period. */
function MapTools({
  id,
  figures: { periods, first, at, change, canChange },
  choice,
  choose,
}: { id: string; figures: Figures } & Pick<Props, 'choice' | 'choose'>) {
  const { t, period } = useWords();
  const c = useTexts();
  return (
    <div className="map-tools">
      <fieldset className="either">
        <legend className="only-read">{c('map.shape')}</legend>
        {mapShapes.map((shape) => (
          <Button
            key={shape}
            appearance="subtle-button"
            aria-pressed={choice.shape === shape}
            onClick={() => choose({ shape })}
          >
            {c(`map.${shape}`)}
          </Button>
        ))}
      </fieldset>
      <fieldset className="either">
        <legend className="only-read">{c('map.what')}</legend>
        {[false, true].map((asked) => (
          <Button
            key={String(asked)}
            appearance="subtle-button"
            aria-pressed={change === asked}
            disabled={asked && !canChange}
            onClick={() => choose({ change: asked })}
          >
            {asked ? c('map.change', { first: period(first) }) : c('map.value')}
          </Button>
        ))}
      </fieldset>
      <FormField>
        <FormLabel htmlFor={`${id}-period`}>{t('chart.period')}</FormLabel>
        <Select
          id={`${id}-period`}
          value={at}
          onChange={(event: { target: { value: string } }) => choose({ period: event.target.value })}
        >
          {periods.map((one) => (
            <SelectOption key={one} value={one}>
              {period(one)}
            </SelectOption>
          ))}
        </Select>
      </FormField>
    </div>
  );
}

/** The table behind the map, highest first, and the same as CSV in the order of the region. */
function useMapData(
  unit: string,
  mapped: readonly MappedArea[],
  { lines, at, first, change }: Figures,
): ChartData {
  const { t, period } = useWords();
  const c = useTexts();
  const figure = useFigure();
  const pointOf = (area: string) => lines.get(area)?.find(({ fact }) => fact.period === at);
  return {
    head: [
      c('all.area'),
      t('chart.value'),
      ...(change ? [c('map.changeHead', { first: period(first) })] : []),
    ],
    shown: mapped
      .toSorted((a, b) => (b.value ?? Number.NEGATIVE_INFINITY) - (a.value ?? Number.NEGATIVE_INFINITY))
      .map(({ key, name, said }) => {
        const here = pointOf(key);
        return [name, here === undefined ? said : figure(here.fact, unit), ...(change ? [said] : [])];
      }),
    csvHead: ['area', 'period', 'value', 'unit', 'change'],
    csv: mapped.map(({ key, value }) => [key, at, pointOf(key)?.value ?? null, unit, change ? value : null]),
  };
}

function Drawn({ response, choice, choose, sizes }: Props & { sizes: ReadonlyMap<string, number> }) {
  const figures = useFigures({ response, choice });
  return figures === null ? null : (
    <ChosenMap response={response} choice={choice} choose={choose} sizes={sizes} figures={figures} />
  );
}

function ChosenMap({
  response,
  choice,
  choose,
  sizes,
  figures,
}: Props & { sizes: ReadonlyMap<string, number>; figures: Figures }) {
  const { tx, period, list } = useWords();
  const c = useTexts();
  const id = useId();
  const unitTitle = useUnitTitle();
  const [own, setOwn] = useState<Outlines | null>(null);
  const { indicator } = response;
  const { areas, at, first, change } = figures;
  const places = useMemo(() => placesOf(areas), [areas]);
  const mapped = useMapped(response, figures);
  const known = mapped.filter((area): area is Known => area.value !== null);
  const classes = classesOf(
    known.map(({ value }) => value),
    mostClasses,
  );
  const words = useWritten(indicator.unit, change);
  const shades = useLegend(known, classes, words);
  const data = useMapData(indicator.unit, mapped, figures);
  const sorted = known.toSorted((a, b) => b.value - a.value);
  const [high, low] = [sorted[0], sorted.at(-1)];
  if (high === undefined || low === undefined) return null;
  const said = c(change ? 'map.findingChange' : 'map.finding', {
    period: period(at),
    first: period(first),
    high: high.name,
    highValue: words.written(high.value),
    low: low.name,
    lowValue: words.written(low.value),
  });
  const missing = (outlines: Outlines | null): readonly string[] =>
    areas.filter(({ code }) => outlines?.missing.includes(code) === true).map(({ name }) => name);
  const noteOf = (lacking: readonly string[]): string =>
    [
      c(`map.note.${choice.shape}`),
      ...(lacking.length > 0 ? [c('map.boundaries.missing', { areas: list(lacking) })] : []),
    ].join(' ');
  return (
    <section className="block" aria-labelledby={`${id}-title`}>
      <Heading2 id={`${id}-title`}>{c('map')}</Heading2>
      <p className="chart__finding">{said}</p>
      <MapTools id={id} figures={figures} choice={choice} choose={choose} />
      <WithOutlines wanted={choice.shape === 'boundaries'} own={own} setOwn={setOwn}>
        {(outlines) => (
          <ChartFrame
            within
            title={c(`map.title.${choice.shape}`)}
            finding={said}
            note={noteOf(missing(outlines))}
            file={`${indicator.id}-map-${at}`}
            origin={[tx(indicator.title), period(at)]}
            data={data}
            source={tx(response.metadata.publishers)}
            subject={tx(indicator.title)}
            unit={change ? '' : unitTitle(indicator.unit)}
            scene={(width) =>
              placeMap(
                {
                  name: `${tx(indicator.title)}. ${said}`,
                  shape: choice.shape,
                  kind: change ? 'computed' : 'observed',
                  areas: mapped,
                  classes,
                  places,
                  sizes,
                  outlines: outlines?.outlines ?? [],
                  legend: [...shades, ...(known.length < mapped.length ? [c('map.noValue')] : [])],
                },
                width,
              )
            }
          />
        )}
      </WithOutlines>
    </section>
  );
}

/** Loads boundaries lazily; prompts for a file where the server has none. */
function WithOutlines({
  wanted,
  own,
  setOwn,
  children,
}: {
  wanted: boolean;
  own: Outlines | null;
  setOwn: (outlines: Outlines) => void;
  children: (outlines: Outlines | null) => ReactNode;
}) {
  if (!wanted) return children(null);
  if (own !== null) return children(own);
  return <OfServer setOwn={setOwn}>{children}</OfServer>;
}

function OfServer({
  setOwn,
  children,
}: {
  setOwn: (outlines: Outlines) => void;
  children: (outlines: Outlines) => ReactNode;
}) {
  const { areas } = useAgenda();
  const { value, failing } = useResource(boundariesResource);
  const outlines = useMemo(
    () =>
      value === null
        ? null
        : fromServer(
            value,
            areas.filter(({ kind }) => kind === 'municipality'),
          ),
    [value, areas],
  );
  if (value === null && failing === null) return <Loading />;
  return outlines === null ? <OpenBoundaries opened={setOwn} /> : children(outlines);
}

/** A map of the municipalities; nothing where fewer than two of them have figures. */
export function AreaMap(props: Props) {
  const agenda = useAgenda();
  const municipalities = new Set<string>(
    agenda.areas.flatMap(({ code, kind }) => (kind === 'municipality' ? [code] : [])),
  );
  const withFigures = new Set(
    props.response.facts.flatMap(({ area, value }) =>
      value !== null && municipalities.has(area) ? [area] : [],
    ),
  );
  if (withFigures.size < 2) return null;
  return <WithSizes>{(sizes) => <Drawn {...props} sizes={sizes} />}</WithSizes>;
}
