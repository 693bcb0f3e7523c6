import type { Indicator, Text } from '@schaalsprong/agenda';
import { formatNumber, formatPeriod, type Lang, type Units } from '@schaalsprong/agenda/format';
import type { VintageFact } from '../facts.ts';
import { breaksWithin, breakTimes, type LinePoint, segmentsOf } from '../lines.ts';
import type { MeasuredStanding } from '../status-types.ts';
import type { ChartLine, ChartPoint, LineChart } from './draw.ts';

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
  readonly lang: Lang;
}

const words = {
  nl: {
    last: 'Laatste cijfer',
    first: 'eerste',
    asked: 'Gevraagd',
    provisional: 'voorlopig',
    break: 'breuk',
    source: 'Bron',
    known: 'Zoals bekend op',
    none: 'Van deze indicator is niets waargenomen.',
    hollow: 'Open rondjes zijn voorlopig of afgeleid.',
  },
  en: {
    last: 'Last figure',
    first: 'first',
    asked: 'Asked',
    provisional: 'provisional',
    break: 'break',
    source: 'Source',
    known: 'As known on',
    none: 'Nothing has been observed of this indicator.',
    hollow: 'Open circles are provisional or derived.',
  },
} as const;

const chartPoint = ({ time, value, fact: { standing } }: LinePoint): ChartPoint => ({
  time,
  value,
  sure: standing !== 'provisional' && standing !== 'derived',
});

const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/**
 * The chart of an indicator: its line per area, its breaks, and what a target asks. Which figures are on a line, its gaps and
 * where it breaks is decided by `segmentsOf`, as on the page.
 * The text alternative says the last and the first figure of every area, and what is asked.
 */
export function indicatorChart(input: IndicatorChartInput): LineChart {
  const { indicator, units, standing, lang } = input;
  const w = words[lang];
  const say = (text: Text): string => text[lang];
  const show = (value: number): string => formatNumber(value, indicator.unit, lang, units);
  // A break with figures on one side only breaks nothing that is drawn.
  const breaks = indicator.breaks
    .filter((one) => input.lines.some(({ area, facts }) => breaksWithin([one], facts, area).length > 0))
    .flatMap(({ at, reason }) => breakTimes([{ at }]).map((time) => ({ time, at, reason: say(reason) })));
  const lines = input.lines.map(({ name, area, facts }) => {
    const times = breaks.map(({ time }) => time);
    const pieces = segmentsOf(facts, area, times);
    return { name, pieces, shown: pieces.flat() };
  });
  const required = standing?.required ?? null;
  const findings = lines.flatMap(({ name, shown: points }) => {
    const last = points.at(-1);
    const first = points[0];
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
  const unit = units[indicator.unit];
  const drawn = lines.map(
    ({ name, pieces }): ChartLine => ({ label: name, pieces: pieces.map((piece) => piece.map(chartPoint)) }),
  );
  return {
    id: `chart-${indicator.id}`,
    lang,
    title: say(indicator.title),
    subtitle: [
      ...(lines.length === 1 ? lines.map(({ name }) => name) : []),
      unit === undefined ? indicator.unit : say(unit.title),
    ]
      .map((part, i) => (i === 0 ? upper(part) : part))
      .join(', '),
    alt: findings.length === 0 ? w.none : [...findings, ...asked].join(' '),
    lines: drawn,
    path:
      required === null
        ? null
        : {
            from: { ...required.from, sure: true },
            to: { ...required.to, sure: true },
            label: `${w.asked}: ${show(required.to.value)}`,
          },
    breaks: breaks.map(({ time }) => ({ time, label: w.break })),
    foot: [
      ...(input.asKnownOn === null ? [] : [`${w.known} ${formatPeriod(input.asKnownOn, lang)}.`]),
      ...breaks.map(({ at, reason }) => `${upper(w.break)} ${formatPeriod(at, lang)}: ${reason}`),
      ...(drawn.some(({ pieces }) => pieces.flat().some(({ sure }) => !sure)) ? [w.hollow] : []),
      ...(input.sources.length === 0 ? [] : [`${w.source}: ${input.sources.join('; ')}`]),
    ],
    empty: w.none,
    tick: (value) => formatNumber(value, indicator.unit, lang, units, { bare: true, precise: true }),
  };
}
