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
import { ChartFrame } from '../../charts/ChartFrame.tsx';
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

/** Gives the size of each area: its inhabitants, or its land where nobody counted them. */
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

function Drawn({ response, choice, choose, sizes }: Props & { sizes: ReadonlyMap<string, number> }) {
  const { t, tx, period, lang, list } = useWords();
  const c = useTexts();
  const id = useId();
  const agenda = useAgenda();
  const show = useNumber();
  const unitTitle = useUnitTitle();
  const figure = useFigure();
  const [own, setOwn] = useState<Outlines | null>(null);
  const { indicator, facts } = response;
  const areas = useMemo(
    () =>
      agenda.areas.filter(({ kind, lat, lon }) => kind === 'municipality' && lat !== null && lon !== null),
    [agenda],
  );
  const places = useMemo(() => placesOf(areas), [areas]);
  const percent = new Intl.NumberFormat(lang === 'nl' ? 'nl-NL' : 'en-GB', {
    style: 'percent',
    maximumFractionDigits: 1,
    signDisplay: 'exceptZero',
  });
  const lines = useMemo(
    () => new Map(areas.map(({ code }) => [code as string, pointsOf(facts, code)])),
    [areas, facts],
  );
  const periods = [...new Set([...lines.values()].flat().map(({ fact }) => fact.period))].sort(
    (a, b) => timeOf(a) - timeOf(b),
  );
  const [firstPeriod, lastPeriod] = [periods[0], periods.at(-1)];
  if (firstPeriod === undefined || lastPeriod === undefined) return null;
  const at = choice.period !== null && periods.includes(choice.period) ? choice.period : lastPeriod;
  const canChange = at !== firstPeriod;
  const change = choice.change && canChange;
  const mapped: readonly MappedArea[] = areas.map(({ code, name }) => {
    const line = lines.get(code) ?? [];
    const here = line.find(({ fact }) => fact.period === at);
    const before = line.find(({ fact }) => fact.period === firstPeriod);
    const state = facts.find((fact) => fact.area === code && fact.period === at);
    if (here === undefined || (change && (before === undefined || before.value === 0))) {
      return {
        key: code,
        name,
        value: null,
        said: c(state === undefined || state.state === 'value' ? 'state.missing' : `state.${state.state}`),
      };
    }
    const value = change ? here.value / (before?.value ?? 1) - 1 : here.value;
    return {
      key: code,
      name,
      value,
      said: change ? percent.format(value) : show(value, indicator.unit, { bare: true }),
    };
  });
  const known = mapped.filter((area): area is MappedArea & { readonly value: number } => area.value !== null);
  const sorted = known.toSorted((a, b) => b.value - a.value);
  const [high, low] = [sorted[0], sorted.at(-1)];
  if (high === undefined || low === undefined) return null;
  const classes = classesOf(
    known.map(({ value }) => value),
    mostClasses,
  );
  const written = (value: number) =>
    change ? percent.format(value) : show(value, indicator.unit, { precise: true });
  // A unit behind the higher value holds for both.
  const lower = (value: number): string => {
    const bare = show(value, indicator.unit, { precise: true, bare: true });
    return !change && written(value).startsWith(bare) ? bare : written(value);
  };
  const legend = [
    ...Array.from({ length: classes.count }, (_, i) => {
      const inside = known.map(({ value }) => value).filter((value) => classes.of(value) === i);
      const [from, upTo] = [Math.min(...inside), Math.max(...inside)];
      return from === upTo ? written(from) : c('map.class', { from: lower(from), to: written(upTo) });
    }),
    ...(known.length < mapped.length ? [c('map.noValue')] : []),
  ];
  const said = c(change ? 'map.findingChange' : 'map.finding', {
    period: period(at),
    first: period(firstPeriod),
    high: high.name,
    highValue: written(high.value),
    low: low.name,
    lowValue: written(low.value),
  });
  return (
    <section className="block" aria-labelledby={`${id}-title`}>
      <Heading2 id={`${id}-title`}>{c('map')}</Heading2>
      <p className="chart__finding">{said}</p>
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
              {asked ? c('map.change', { first: period(firstPeriod) }) : c('map.value')}
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
      <WithOutlines wanted={choice.shape === 'boundaries'} own={own} setOwn={setOwn}>
        {(outlines) => (
          <ChartFrame
            within
            title={c(`map.title.${choice.shape}`)}
            finding={said}
            note={[
              c(`map.note.${choice.shape}`),
              ...(outlines !== null && outlines.missing.length > 0
                ? [
                    c('map.boundaries.missing', {
                      areas: list(
                        areas.filter(({ code }) => outlines.missing.includes(code)).map(({ name }) => name),
                      ),
                    }),
                  ]
                : []),
            ].join(' ')}
            file={`${indicator.id}-map-${at}`}
            origin={[tx(indicator.title), period(at)]}
            data={{
              head: [
                c('all.area'),
                t('chart.value'),
                ...(change ? [c('map.changeHead', { first: period(firstPeriod) })] : []),
              ],
              shown: mapped
                .toSorted(
                  (a, b) => (b.value ?? Number.NEGATIVE_INFINITY) - (a.value ?? Number.NEGATIVE_INFINITY),
                )
                .map(({ key, name, said: inWords }) => {
                  const here = lines.get(key)?.find(({ fact }) => fact.period === at);
                  return [
                    name,
                    here === undefined ? inWords : figure(here.fact, indicator.unit),
                    ...(change ? [inWords] : []),
                  ];
                }),
              csvHead: ['area', 'period', 'value', 'unit', 'change'],
              csv: mapped.map(({ key, value }) => [
                key,
                at,
                lines.get(key)?.find(({ fact }) => fact.period === at)?.value ?? null,
                indicator.unit,
                change ? value : null,
              ]),
            }}
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
                  legend,
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
