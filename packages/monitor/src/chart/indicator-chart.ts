import type { Indicator } from '@schaalsprong/agenda';
import {
  type LineSeries,
  type Meaning,
  type Picture,
  pictureOf,
  placeLine,
  sceneWidth,
} from '@schaalsprong/chart';
import type { Text } from '@schaalsprong/words';
import { formatAxis, formatNumber, formatPeriod, type Lang, type Units } from '@schaalsprong/words';
import type { VintageFact } from '../facts.ts';
import { isMeasured } from '../figure.ts';
import { breakMarks, breaksWithin, breakTimes, inWholeYears, type LinePoint, pointsOf } from '../lines.ts';
import type { MeasuredStanding } from '../status-types.ts';
import { measuredLine } from './measured-line.ts';

/** What of an indicator is drawn. Facts are in its unit. */
export interface IndicatorChartInput {
  readonly indicator: Pick<Indicator, 'id' | 'title' | 'unit' | 'breaks'>;
  readonly units: Units;
  /** one line per area, the first strongest; of its facts those of the area are drawn */
  readonly lines: readonly {
    readonly name: string;
    readonly area: string;
    readonly facts: readonly VintageFact[];
  }[];
  /** of a target in the first area: its required path is drawn; null draws none */
  readonly standing: Pick<MeasuredStanding, 'required'> | null;
  /** who published the figures, one text per source */
  readonly sources: readonly string[];
  /** day on which the figures were known; null for what is known now */
  readonly asKnownOn: string | null;
  /** full address of the page of the indicator; empty where nobody knows it */
  readonly address: string;
  readonly lang: Lang;
}

/** The chart of an indicator: what is drawn, and what goes with it once it leaves the page. */
export interface IndicatorChart {
  readonly series: LineSeries;
  readonly meaning: Meaning;
}

const words = {
  nl: {
    last: 'Laatste cijfer',
    first: 'eerste',
    asked: 'Gevraagd',
    provisional: 'voorlopig',
    standing: {
      observed: 'waargenomen',
      provisional: 'voorlopig',
      revised: 'herzien',
      final: 'definitief',
      derived: 'afgeleid',
      reported: 'volgens de bron',
      expected: 'verwacht',
    },
    break: 'Breuk',
    source: 'Bron',
    known: 'Zoals bekend op',
    until: 'Cijfers tot en met',
    published: 'gepubliceerd tot en met',
    none: 'Van deze indicator is niets waargenomen.',
    hollow: 'Open rondjes zijn voorlopig.',
    squares: 'Vierkantjes zijn afgeleid uit andere cijfers.',
    triangles: 'Driehoeken komen niet van een statistiekbureau: een krant, gemeente of document noemt ze.',
    diamonds: 'Ruiten zijn niet gemeten: de bron verwachtte ze.',
  },
  en: {
    last: 'Last figure',
    first: 'first',
    asked: 'Asked',
    provisional: 'provisional',
    standing: {
      observed: 'observed',
      provisional: 'provisional',
      revised: 'revised',
      final: 'final',
      derived: 'derived',
      reported: 'according to the source',
      expected: 'expected',
    },
    break: 'Break',
    source: 'Source',
    known: 'As known on',
    until: 'Figures up to and including',
    published: 'published up to and including',
    none: 'Nothing has been observed of this indicator.',
    hollow: 'Open circles are provisional.',
    squares: 'Squares are derived from other figures.',
    triangles: 'Triangles are not of a statistics office: a newspaper, municipality or document gives them.',
    diamonds: 'Diamonds were not measured: the source expected them.',
  },
} as const;

const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The day of a picture: of which day its figures are, as far as their sources say it. */
function dateOf({ lines, asKnownOn, lang }: IndicatorChartInput): string {
  const w = words[lang];
  const say = (period: string): string => formatPeriod(period, lang);
  if (asKnownOn !== null) return `${w.known} ${say(asKnownOn)}.`;
  const drawn = lines
    .flatMap(({ facts, area }) => pointsOf(facts, area))
    .filter(({ fact }) => isMeasured(fact));
  const last = drawn.toSorted((a, b) => a.time - b.time).at(-1);
  if (last === undefined) return '';
  const published = drawn
    .flatMap(({ fact }) => fact.published ?? [])
    .sort()
    .at(-1);
  const suffix = published === undefined ? '' : `, ${w.published} ${say(published.slice(0, 10))}`;
  return `${w.until} ${say(last.fact.period)}${suffix}.`;
}

/**
 * The chart of an indicator: its line per area, its breaks, and what a target asks. Which figures are on a line, its gaps and where it
 * breaks is decided by `segmentsOf`, as on the page. The text alternative says the last and the first figure of every area, and what is
 * asked.
 */
export function indicatorChart(input: IndicatorChartInput): IndicatorChart {
  const { indicator, units, standing, lang } = input;
  const w = words[lang];
  const say = (text: Text): string => text[lang];
  const show = (value: number): string => formatNumber(value, indicator.unit, lang, units);
  // A break with figures on one side only breaks nothing that is drawn.
  const breaks = indicator.breaks
    .filter((one) => input.lines.some(({ area, facts }) => breaksWithin([one], facts, area).length > 0))
    .flatMap((one) => breakTimes([one]).map((time) => ({ ...one, time })))
    .sort((a, b) => a.time - b.time);
  const times = breaks.map(({ time }) => time);
  const lines = input.lines.map(({ name, area, facts }) => {
    const points = pointsOf(facts, area);
    return {
      name,
      points,
      measured: points.filter(({ fact }) => isMeasured(fact)),
      line: measuredLine({
        facts,
        area,
        breaks: times,
        // With one line its name is in the title already.
        label: input.lines.length === 1 ? '' : name,
        say: (fact, value) =>
          `${name}, ${formatPeriod(fact.period, lang)}: ${show(value)} (${w.standing[fact.standing]})`,
      }),
    };
  });
  const required = standing?.required ?? null;
  const axis = formatAxis(
    [
      ...lines.flatMap(({ points }) => points.map(({ value }) => value)),
      ...(required === null ? [] : [required.from.value, required.to.value]),
    ],
    indicator.unit,
    lang,
    units,
  );
  const findings = lines.flatMap(({ name, measured }) => {
    const last = measured.at(-1);
    const first = measured[0];
    if (last === undefined || first === undefined) return [];
    const of = ({ fact, value }: LinePoint): string => {
      const doubt = fact.standing === 'provisional' ? `, ${w.provisional}` : '';
      return `${show(value)} (${formatPeriod(fact.period, lang)}${doubt})`;
    };
    const since = first === last ? '' : `; ${w.first}: ${of(first)}`;
    return [`${name}. ${w.last}: ${of(last)}${since}.`];
  });
  const asked =
    required === null
      ? []
      : [`${w.asked}: ${show(required.to.value)} (${Math.floor(required.to.time - 1e-6)}).`];
  const facts = lines.flatMap(({ points }) => points.map(({ fact }) => fact));
  const has = (standing: VintageFact['standing']): boolean =>
    facts.some((fact) => fact.standing === standing);
  const unit = units[indicator.unit];
  const nothing = lines.every(({ points }) => points.length === 0);
  return {
    series: {
      name: findings.length === 0 ? w.none : [...findings, ...asked].join(' '),
      lines: lines.map(({ line }) => line),
      former: [],
      breaks: breakMarks(
        times,
        input.lines.flatMap((line) => line.facts),
        input.lines.map(({ area }) => area),
      ),
      required:
        required === null || nothing
          ? null
          : { ...required, label: `${w.asked}: ${show(required.to.value)}` },
      nowcast: null,
      wholeYears: inWholeYears(facts),
      top: indicator.unit === 'rank' ? 'low' : 'high',
      tick: axis.tick,
      axisTitle: axis.title,
      empty: w.none,
    },
    meaning: {
      id: `chart-${indicator.id}`,
      lang,
      title: say(indicator.title),
      unit: [
        ...(lines.length === 1 ? lines.map(({ name }) => name) : []),
        unit === undefined ? indicator.unit : say(unit.title),
      ]
        .map((part, i) => (i === 0 ? upper(part) : part))
        .join(', '),
      notes: [
        ...breaks.map(
          ({ at, reason }, i) => `${w.break} ${i + 1} (${formatPeriod(at, lang)}): ${say(reason)}`,
        ),
        ...(has('provisional') ? [w.hollow] : []),
        ...(has('derived') ? [w.squares] : []),
        ...(has('reported') ? [w.triangles] : []),
        ...(has('expected') ? [w.diamonds] : []),
      ],
      source: input.sources.length === 0 ? '' : `${w.source}: ${input.sources.join('; ')}`,
      date: dateOf(input),
      address: input.address,
    },
  };
}

/** The picture of an indicator at a width in pixels, as `svgText` writes it. */
export const indicatorPicture = ({ series, meaning }: IndicatorChart, width: number): Picture =>
  pictureOf(placeLine(series, sceneWidth(width)), meaning, width);
