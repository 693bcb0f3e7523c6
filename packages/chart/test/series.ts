import {
  classesOf,
  type Fan,
  type FanSeries,
  type LineSeries,
  type MapSeries,
  type Meaning,
  type MeasuredLine,
  type OutcomeSeries,
  placeBars,
  placeContributions,
  placeFan,
  placeFanMark,
  placeForecasts,
  placeFutures,
  placeIntervals,
  placeLimits,
  placeLine,
  placeLineMark,
  placeMap,
  placeOutcome,
  placePeeling,
  placePicture,
  placeRangeMark,
  placeScatter,
  placeSmallFan,
  placeStandingMark,
  placesOf,
  type Scene,
} from '../src/index.ts';

// Made-up series for the reference pictures and for tests. Locale and numbers are fixed, so that the output is the same on every machine.

const plain = new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 2 });
const tick = (value: number): string => plain.format(value);

/** A measured line through yearly values from a year on; null is a secret figure. */
export function yearly(
  key: string,
  from: number,
  values: readonly (number | null)[],
  label = '',
): MeasuredLine {
  const points = values.map((value, i) => ({ time: from + i + 1, value }));
  const pieces: { time: number; value: number }[][] = [];
  let open = false;
  for (const { time, value } of points) {
    if (value === null) open = false;
    else if (open) pieces.at(-1)?.push({ time, value });
    else {
      pieces.push([{ time, value }]);
      open = true;
    }
  }
  return {
    key,
    label,
    pieces,
    dots: points.flatMap(({ time, value }) =>
      value === null
        ? []
        : [{ time, value, status: 'observed' as const, said: `${time - 1}: ${tick(value)}` }],
    ),
  };
}

/** A line chart with nothing but its lines. */
export const linesOnly = (lines: readonly MeasuredLine[], more: Partial<LineSeries> = {}): LineSeries => ({
  name: 'Verzonnen reeks.',
  lines,
  former: [],
  breaks: [],
  required: null,
  nowcast: null,
  wholeYears: true,
  tick,
  empty: 'Van deze reeks is niets waargenomen.',
  ...more,
});

/** A fan that grows wider from 2026 on. */
const fan: Fan = (() => {
  const time = Array.from({ length: 45 }, (_, i) => 2019 + i / 2);
  const middle = time.map((year) => 20_000 + 3000 * (year - 2019));
  const width = time.map((year) => Math.max(0, year - 2026) * 700);
  const at = (side: number): readonly number[] => middle.map((value, i) => value + side * (width[i] ?? 0));
  return { time, p10: at(-1), p50: middle, p90: at(1) };
})();

const fanSeries: FanSeries = {
  name: 'Verzonnen waaier.',
  fan,
  single: false,
  dots: [
    { key: '2021', time: 2022, value: 28_500, status: 'observed', statusSaid: 'waargenomen' },
    { key: '2022', time: 2023, value: 31_000, status: 'observed', statusSaid: 'waargenomen' },
    { key: '2023', time: 2024, value: 36_000, status: 'provisional', statusSaid: 'voorlopig' },
  ],
  target: {
    value: 62_000,
    direction: 'at-least',
    assumed: false,
    label: 'doel: ten minste 62.000 woningen',
    brief: 'doel: 62.000',
  },
  read: { p10: 52_500, p50: 56_000, p90: 59_500 },
  horizon: { time: 2031, label: 'eind 2030' },
  today: { time: 2026.5, label: 'nu' },
  show: (value) => `${tick(value)} woningen`,
  brief: tick,
  tick,
  axisTitle: 'woningen',
  words: { low: '1 op 10 lager', median: 'middelste', high: '1 op 10 hoger' },
};

const outcome: OutcomeSeries = {
  name: 'Verzonnen uitkomst.',
  band: {
    ...fan,
    p25: fan.p50.map((value, i) => (value + (fan.p10[i] ?? 0)) / 2),
    p75: fan.p50.map((value, i) => (value + (fan.p90[i] ?? 0)) / 2),
  },
  before: null,
  target: {
    value: 62_000,
    direction: 'at-least',
    assumed: true,
    label: 'doel 62.000',
    brief: 'doel 62.000',
    horizon: { time: 2031, label: '2030' },
  },
  today: { time: 2026.5, label: 'nu' },
  tick,
  axisTitle: 'woningen',
};

const places = placesOf(
  [
    ['A', 51.4, 5.4],
    ['B', 51.5, 5.5],
    ['C', 51.45, 5.7],
    ['D', 51.3, 5.6],
    ['E', 51.35, 5.3],
    ['F', 51.55, 5.65],
  ].map(([code, lat, lon]) => ({ code: String(code), lat: Number(lat), lon: Number(lon) })),
);
const mapValues: readonly (number | null)[] = [12, 55, 30, null, 78, 41];
const mapSeries = (shape: MapSeries['shape']): MapSeries => {
  const known = mapValues.filter((value) => value !== null);
  return {
    name: 'Verzonnen kaart.',
    shape,
    kind: 'observed',
    areas: places.map(({ key }, i) => ({
      key,
      name: ['Aardhuizen', 'Bergen-Noord', 'Cromvoort', 'Dal', 'Eik en Duinen', 'Fort'][i] ?? key,
      value: mapValues[i] ?? null,
      said: mapValues[i] == null ? 'geheim' : tick(mapValues[i] ?? 0),
    })),
    classes: classesOf(known, 3),
    places,
    sizes: new Map(places.map(({ key }, i) => [key, 10 + 7 * i])),
    outlines: places.map(({ key, x, y }) => ({
      key,
      rings: [
        [
          { x: x - 0.06, y: y - 0.04 },
          { x: x + 0.06, y: y - 0.05 },
          { x: x + 0.05, y: y + 0.05 },
          { x: x - 0.05, y: y + 0.04 },
        ],
      ],
    })),
    legend: ['12 tot 30', '41 tot 55', '78', 'geen cijfer'],
  };
};

/** Metadata of every reference picture. */
export const meaning: Meaning = {
  id: 'made-up',
  lang: 'nl',
  title: 'Verzonnen reeks',
  unit: 'Verzonnen gebied, aantal',
  notes: ['Gemaakt voor de proef.'],
  source: 'Bron: niemand',
  date: 'Cijfers tot en met 2024.',
  address: 'https://schaalsprong.example/monitor/verzonnen?gebieden=A,B',
};

/** Every scene of a reference picture, by name, at a width in pixels. */
export const scenes: Readonly<Record<string, (width: number) => Scene>> = {
  'line-plain': (width) => placeLine(linesOnly([yearly('a', 2015, [3, 4, 4.5, 6, 5, 7])]), width),
  'line-secret': (width) => placeLine(linesOnly([yearly('a', 2017, [10, 12, null, 15, 14])]), width),
  'line-break': (width) => {
    const line = yearly('a', 2017, [10, 12, 13, 30, 31]);
    const points = line.pieces.flat();
    return placeLine(
      linesOnly([{ ...line, pieces: [points.slice(0, 3), points.slice(3)] }], { breaks: [2020.5] }),
      width,
    );
  },
  'line-negative': (width) => placeLine(linesOnly([yearly('a', 2015, [-3, -1, 2, -4, 1])]), width),
  'line-one-point': (width) => placeLine(linesOnly([yearly('a', 2020, [42])]), width),
  'line-constant': (width) => placeLine(linesOnly([yearly('a', 2015, [5, 5, 5, 5])]), width),
  'line-huge': (width) => placeLine(linesOnly([yearly('a', 2015, [1.2e12, 1.4e12, 9e11])]), width),
  'line-tiny': (width) =>
    placeLine(
      linesOnly([yearly('a', 2015, [1e-9, 3e-9, 2e-9])], {
        tick: (value) => new Intl.NumberFormat('nl-NL', { maximumSignificantDigits: 3 }).format(value),
      }),
      width,
    ),
  'line-nothing': (width) => placeLine(linesOnly([]), width),
  'line-six-areas': (width) =>
    placeLine(
      linesOnly(
        ['Noord', 'Oost', 'Zuid', 'West', 'Midden', 'De hele streek zonder de stad'].map((label, i) =>
          yearly(
            label,
            2015,
            [1, 2, 3, 4].map((n) => n * (1 + i / 40)),
            label,
          ),
        ),
      ),
      width,
    ),
  'line-target-and-estimate': (width) => {
    const line = yearly('a', 2018, [40, 44, 47, 52]);
    const dots = line.dots.map((dot, i) => (i === 3 ? { ...dot, status: 'provisional' as const } : dot));
    return placeLine(
      linesOnly([{ ...line, dots }], {
        required: {
          from: { time: 2019, value: 40 },
          to: { time: 2031, value: 90 },
          label: 'Gevraagd: 90',
        },
        nowcast: { time: 2023, p10: 51, p50: 55, p90: 60, label: 'schatting van nu' },
        former: [
          {
            published: '2021-05-01',
            pieces: [
              [
                { time: 2019, value: 39 },
                { time: 2020, value: 42 },
                { time: 2021, value: 45 },
              ],
            ],
            revised: [{ time: 2021, value: 45 }],
          },
        ],
      }),
      width,
    );
  },
  fan: (width) => placeFan(fanSeries, width),
  'fan-at-most-assumed': (width) =>
    placeFan(
      {
        ...fanSeries,
        target: {
          value: 45_000,
          direction: 'at-most',
          assumed: true,
          label: 'doel: hoogstens 45.000 woningen',
          brief: 'doel: 45.000',
        },
      },
      width,
    ),
  'fan-observed-only': (width) => placeFan({ ...fanSeries, fan: null, read: null }, width),
  'fan-single': (width) =>
    placeFan(
      { ...fanSeries, single: true, dots: [], target: null, read: null, horizon: null, today: null },
      width,
    ),
  outcome: (width) => placeOutcome(outcome, { width, height: 220 }),
  'outcome-compared': (width) =>
    placeOutcome(
      {
        ...outcome,
        before: { ...outcome.band, p50: outcome.band.p50.map((value) => value * 0.9) },
      },
      { width, height: 220 },
    ),
  'map-circles': (width) => placeMap(mapSeries('circles'), width),
  'map-tiles': (width) => placeMap(mapSeries('tiles'), width),
  'map-boundaries': (width) => placeMap(mapSeries('boundaries'), width),
  bars: (width) =>
    placeBars(
      {
        name: 'Verzonnen balken.',
        domain: [0, 110],
        marks: [
          { at: 80, label: 'verwacht', kind: 'median' },
          { at: 100, label: 'doel', kind: 'target' },
        ],
        bars: [
          { key: 'a', label: 'Bouwen langs het spoor', from: 40, to: 80, value: '+ 40' },
          { key: 'b', label: 'Sloop (werkt tegen)', from: 90, to: 80, value: '− 10', against: true },
        ],
      },
      width,
    ),
  'bars-from-zero': (width) =>
    placeBars(
      {
        name: 'Verzonnen maatregelen.',
        domain: [-10, 100],
        marks: [],
        bars: [
          {
            key: 'a',
            label: 'Bouwen langs het spoor, met de straten en de scholen die daarbij horen',
            from: 0,
            to: 40,
            value: '+ 40 woningen',
          },
          { key: 'b', label: 'Sloop (werkt tegen)', from: 0, to: -10, value: '− 10 woningen', against: true },
          {
            key: 'c',
            label: 'Nog nodig voor het doel',
            from: 0,
            to: 100,
            value: '100 woningen',
            lacking: true,
          },
        ],
      },
      width,
    ),
  contributions: (width) =>
    placeContributions(
      {
        name: 'Verzonnen bijdragen.',
        steps: [
          { key: 'a', label: 'Meer bouwers', value: 12, said: '+ 12', error: 2, total: false, better: true },
          { key: 'b', label: 'Minder stroom', value: -5, said: '− 5', error: 0, total: false, better: false },
          { key: 'c', label: 'Samen', value: 7, said: '+ 7', error: 0, total: true, better: true },
        ],
      },
      width,
    ),
  limits: (width) =>
    placeLimits(
      {
        name: 'Verzonnen grenzen.',
        limits: [
          { key: 'a', label: 'Groei', said: 'ten minste 1,2', low: 1.2, high: null, from: 0, to: 2 },
          { key: 'b', label: 'Rente', said: 'van 2 tot 3', low: 2, high: 3, from: 0, to: 6 },
        ],
      },
      width,
    ),
  peeling: (width) =>
    placePeeling(
      {
        name: 'Verzonnen weg van PRIM.',
        steps: [
          [1, 0.3],
          [0.99, 0.33],
          [0.97, 0.4],
          [0.9, 0.52],
          [0.8, 0.66],
          [0.62, 0.81],
          [0.4, 0.93],
          [0.2, 1],
        ].map(([coverage = 0, density = 0], i) => ({
          key: String(i),
          coverage,
          density,
          said: `stap ${i}`,
        })),
        chosen: 4,
        chosenSaid: 'dit gebied: 2 grenzen',
        whole: { density: 0.3, label: 'alle toekomsten: 30%' },
        tick: (part) => `${100 * part}%`,
        words: { coverage: 'deel van alle missers dat erin ligt', density: 'misgaat, van wat erin ligt' },
      },
      width,
    ),
  scatter: (width) =>
    placeScatter(
      {
        name: 'Verzonnen toekomsten in twee getallen.',
        x: { label: 'Groei', from: 0, to: 2, low: 1.2, high: null, tick },
        y: { label: 'Rente', from: 0, to: 6, low: null, high: 3, tick },
        points: Array.from({ length: 60 }, (_, i) => {
          const x = ((i * 37) % 60) / 30;
          const y = ((i * 17) % 60) / 10;
          return { x, y, missed: x > 1.1 && y < 3.2 };
        }),
        words: { missed: 'gemist', met: 'gehaald', box: 'het gebied' },
      },
      width,
    ),
  forecasts: (width) =>
    placeForecasts(
      {
        name: 'Verzonnen voorspellingen.',
        tick,
        forecasts: [
          { origin: 2018, time: 2020, period: '2019', quantiles: [8, 9, 10, 11, 12], came: 11, inside: true },
          {
            origin: 2018,
            time: 2021,
            period: '2020',
            quantiles: [8, 10, 12, 14, 16],
            came: 19,
            inside: false,
          },
          {
            origin: 2019,
            time: 2021,
            period: '2020',
            quantiles: [13, 14, 15, 17, 20],
            came: 19,
            inside: true,
          },
        ],
      },
      width,
    ),
  intervals: (width) =>
    placeIntervals(
      {
        name: 'Verzonnen uitspraken.',
        rows: [
          {
            label: 'Regel 12',
            said: 'ten minste 40',
            kind: 'stated',
            value: null,
            interval: { min: 40, max: null, minOpen: false, maxOpen: false },
          },
          {
            label: 'Volgt uit de rest',
            said: 'minder dan 35',
            kind: 'computed',
            value: 30,
            interval: { min: 20, max: 35, minOpen: false, maxOpen: true },
          },
        ],
        gap: (size) => `hiertussen ligt ${tick(size)}`,
        tick,
        whole: false,
      },
      width,
    ),
  picture: (width) =>
    placePicture(
      {
        name: 'Verzonnen samenhang.',
        blocks: (['Een', 'Twee', 'Drie met een lange\u00adnaam', 'Vier'] as const).map((title, i) => ({
          id: title,
          title,
          fan: i === 3 ? null : fan,
          target: i === 0 ? { value: 62_000, horizon: 2031 } : null,
          said: i === 1 ? '' : '12 van 100',
          short: '12/100',
          own: i === 1 ? { share: 0.4, label: 'zelf 40%' } : null,
          lit: i === 2,
          place: {
            wide: [(i % 2) * 2, Math.floor(i / 2)] as const,
            narrow: [i % 2, Math.floor(i / 2)] as const,
          },
        })),
        arrows: [
          {
            from: 'Een',
            to: 'Twee',
            sign: '+',
            share: 0.6,
            label: '60%',
            name: 'Een naar twee.',
            look: 'plain',
            bend: { wide: 0, narrow: 0 },
          },
          {
            from: 'Twee',
            to: 'Een',
            sign: '-',
            share: null,
            label: '',
            name: 'Twee naar een.',
            look: 'plain',
            bend: { wide: 0, narrow: 0 },
          },
          {
            from: 'Een',
            to: 'Vier',
            sign: '-',
            share: 0.2,
            label: '20%',
            name: 'Een naar vier.',
            look: 'lit',
            bend: { wide: 0.4, narrow: 0 },
          },
          {
            from: 'Drie met een lange\u00adnaam',
            to: 'Vier',
            sign: '+',
            share: 0.02,
            label: '2%',
            name: 'Drie naar vier.',
            look: 'faint',
            bend: { wide: 0, narrow: 0 },
          },
        ],
      },
      width,
    ),
  'fan-mark': () => placeFanMark(fan, { value: 62_000, horizon: 2031 }),
  'futures-of-one-target': () =>
    placeFutures(
      {
        name: 'Verzonnen toekomsten.',
        time: [2026, 2027, 2028, 2029, 2030],
        futures: [-3, -2, -1, 0, 1].map((side) => ({
          values: [40, 44, 47, 50, 53].map((value, step) => value + side * step),
          met: side > 0,
        })),
        target: { value: 55, label: 'doel: 55' },
        from: 'eind 2025',
        to: 'eind 2029',
      },
      320,
    ),
  'small-fan': () => placeSmallFan(fan),
  'line-mark-secret': () => placeLineMark(yearly('a', 2017, [10, 12, null, 15, 14]).pieces, 16),
  'range-mark': () => placeRangeMark({ min: -2, max: 5, mode: 1 }),
  'standing-mark': () =>
    placeStandingMark({ p10: 3, p50: 5, p90: 6, before: 4, start: 2, domain: [0, 8], better: 'up' }),
};
