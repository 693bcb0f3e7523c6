import type { Indicator, Region } from '@schaalsprong/agenda';
import { parsePeriod, periodEnd, periodStart } from '@schaalsprong/agenda/periods';
import {
  type EnsembleJob,
  type EnsembleProgress,
  type EnsembleReading,
  type EnsembleRunner,
  type JobResult,
  medianFuture,
} from '@schaalsprong/methods/ensemble';
import type { Model } from '@schaalsprong/model';
import {
  type BackTest,
  type BackTestSummary,
  calendarDay,
  type ForecastCase,
  type ForecastScore,
  factsOf,
  isMeasured,
  knownBy,
  lagIn,
  type Measured,
  pointOf,
  seriesOf,
  timeOf,
  type VintageFact,
} from '@schaalsprong/monitor';
import { at, must, numberAt, type Text } from '@schaalsprong/words';
import { ReadingLayout } from '../assess/projection/readings.ts';
import { resolveScenario, withAssumptions } from '../scenario/scenario.ts';
import { tableFutures } from '../table/question/sample.ts';
import { ensembleForecast, type Known, scoreOf, trendForecast, walkForecast } from './scores.ts';

/** What of a region a back-test needs. */
export type BackTestRegion = Pick<
  Region,
  | 'area'
  | 'areas'
  | 'assessment'
  | 'backTest'
  | 'indicators'
  | 'measures'
  | 'scenarios'
  | 'sources'
  | 'table'
  | 'targets'
  | 'uncertainties'
>;

/** Input of a back-test. */
export interface BackTestRequest {
  readonly region: BackTestRegion;
  /** the region's model, compiled; the runner must run the same */
  readonly model: Model;
  readonly runner: EnsembleRunner;
  /** every version of every figure, oldest first; the current figures where no versions are kept */
  readonly facts: readonly VintageFact[];
  /** number of futures; by default that of region.yaml */
  readonly futures?: number | undefined;
  readonly seed?: number | undefined;
  /** decimal years; by default the ends of the periods of model/back-test.yaml */
  readonly origins?: readonly number[] | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: EnsembleProgress) => void) | undefined;
}

/** Fewer cases do not tell which of three forecasts is better. */
const fewestCases = 8;

/** Known points without which there is no line and no step. */
const fewestKnown = 2;

type Spec = NonNullable<Region['backTest']>;
type Compare = Spec['compare'][number];

/** A figure that came, with what was known of its series at an origin. */
interface Ask {
  readonly compare: Compare;
  readonly origin: number;
  readonly fact: Measured;
  readonly known: readonly Known[];
  readonly readings: readonly EnsembleReading[];
}

/** The model as it is started at an origin, and what it is asked. */
interface Start {
  readonly origin: number;
  readonly known: readonly VintageFact[];
  readonly assumed: number;
  readonly follows: Readonly<Record<string, number>>;
}

/**
 * The model as it would have been run in the past, against what came. At each origin the figures are cut at what was known by then,
 * the constants of `follows` are set to the last of those, those of `refit` are reset from them, and the ensemble is run
 * forward. Every figure of a time at or after the origin that was not known then is a case; beside the model a straight line and
 * a random walk through the same known figures forecast it too. Settings are those of model/back-test.yaml. Deterministic: the
 * same region, figures, seed and number of futures give the same numbers, whatever the runner.
 *
 * @throws FuturesError on a bad count or seed, ModelError from the model; the signal's reason on abort
 */
export async function backTest(request: BackTestRequest): Promise<BackTest> {
  const { region, model, runner, facts, signal, onProgress } = request;
  const count = request.futures ?? region.assessment.futures;
  const seed = request.seed ?? region.assessment.seed;
  const spec = region.backTest;
  if (spec === null)
    return {
      origins: [],
      futures: count,
      seed,
      cases: [],
      summaries: [],
      untested: [],
      caveats: [noSettings],
    };
  const origins = request.origins ?? spec.origins.map((origin) => periodEnd(origin));
  const scenario = resolveScenario(region, spec.scenario);
  const now = knownBy(facts, '9999-12-31', lagIn(region)).facts;
  const starts = origins.flatMap((origin) => startAt(region, spec, facts, origin) ?? []);
  const asks = spec.compare.map((compare) =>
    starts.flatMap((start) => asksOf(region, model, compare, now, start)),
  );

  const base = withAssumptions(
    medianFuture(region.uncertainties),
    region.uncertainties,
    scenario.assumptions,
  );
  const settings = await refit(spec, starts, { ...request, base, levers: scenario.levers });
  const futures = tableFutures(region, { viewpoint: null, assumptions: scenario.assumptions }, count, seed);
  const jobs = starts.flatMap(({ origin }, i) => {
    const readings = asks.flat().flatMap((ask) => (ask.origin === origin ? ask.readings : []));
    if (readings.length === 0) return [];
    const layout = new ReadingLayout(readings);
    const job: EnsembleJob = { levers: { ...scenario.levers, ...at(settings, i) }, readings };
    return [{ origin, layout, job }];
  });
  const runs =
    jobs.length === 0
      ? []
      : await runner.run({ futures, jobs: jobs.map(({ job }) => job) }, { signal, onProgress });
  const answers = new Map(jobs.map(({ origin, layout }, i) => [origin, { layout, run: at(runs, i) }]));
  const cases = asks.map((of) =>
    of.map((ask) => {
      const { layout, run } = must(answers, ask.origin);
      return caseOf(
        ask,
        ask.readings.map((reading) => layout.numbers(run, reading, count)),
      );
    }),
  );
  return {
    origins,
    futures: count,
    seed,
    cases: cases.flat(),
    summaries: cases.flatMap((of) => summaryOf(of) ?? []),
    untested: untested(region, spec, now, cases),
    caveats: [...spec.caveats, ...assumedDates(starts)],
  };
}

function startAt(
  region: BackTestRegion,
  spec: Spec,
  facts: readonly VintageFact[],
  origin: number,
): Start | null {
  const { facts: known, assumed } = knownBy(facts, calendarDay(origin - 1 / 365), lagIn(region));
  const follows: Record<string, number> = {};
  for (const { variable, indicator, area } of spec.follows) {
    const last = measuredOf(region, indicator, known, area).at(-1);
    if (last === undefined) return null;
    follows[variable] = timeOf(last.period);
  }
  return { origin, known, assumed, follows };
}

const indicatorOf = (region: BackTestRegion, id: string): Indicator => {
  const indicator = region.indicators.find((one) => one.id === id);
  if (indicator === undefined) throw new RangeError(`no indicator ${id}`);
  return indicator;
};

const measuredOf = (
  region: BackTestRegion,
  indicator: string,
  facts: readonly VintageFact[],
  area: string,
): Measured[] => factsOf(region, indicatorOf(region, indicator), facts, area).filter(isMeasured);

/** The cases of a comparison at an origin: none where fewer than two figures were known that may be compared with what came. */
function asksOf(
  region: BackTestRegion,
  model: Model,
  compare: Compare,
  now: readonly VintageFact[],
  { origin, known }: Start,
): Ask[] {
  const view = seriesOf(region, indicatorOf(region, compare.indicator), now, compare.area);
  const breaks = view.breaks.filter(({ comparable }) => !comparable).map(({ at }) => at);
  const segment = ({ period }: VintageFact): number =>
    breaks.filter((at) => at <= periodStart(period)).length;
  const before = measuredOf(region, compare.indicator, known, compare.area);
  const last = before.at(-1);
  if (last === undefined) return [];
  const points = before.filter((fact) => segment(fact) === segment(last));
  if (points.length < fewestKnown) return [];
  return view.facts.flatMap((fact): Ask[] => {
    const time = timeOf(fact.period);
    if (!isMeasured(fact) || time < origin - 1e-9 || time <= timeOf(last.period)) return [];
    const readings = readingsOf(model, compare, fact.period);
    if (segment(fact) !== segment(last) || readings === null) return [];
    return [{ compare, origin, fact, known: points.map(pointOf), readings }];
  });
}

/** What to read of the model for a figure; null where the model does not reach it. */
function readingsOf({ time }: Model, { variable, read }: Compare, period: string): EnsembleReading[] | null {
  const span = parsePeriod(period);
  if (span === null) return null;
  const { start, stop, saveEvery } = time;
  const inside = (from: number, to: number): boolean => from >= start - 1e-9 && to <= stop + 1e-9;
  switch (read) {
    case 'at': {
      const at = timeOf(period);
      return inside(at, at) ? [{ take: 'at', variable, time: at }] : null;
    }
    case 'mean':
      return inside(span.start, span.end)
        ? [{ take: 'mean', variable, from: span.start, to: span.end }]
        : null;
    case 'growth': {
      const length = span.end - span.start;
      if (!inside(span.start - length, span.end)) return null;
      // The moment at which a year ends belongs to the next: what steps at New Year must not count in both.
      const mean = (from: number): EnsembleReading => ({
        take: 'mean',
        variable,
        from,
        to: from + length - saveEvery,
      });
      return [mean(span.start - length), mean(span.start)];
    }
  }
}

/** The values per future in the unit of the indicator. */
function valuesOf({ read, scale }: Compare, taken: readonly Float64Array[]): Float64Array {
  const first = at(taken, 0);
  return read === 'growth'
    ? at(taken, 1).map((value, future) => 100 * (value / numberAt(first, future) - 1))
    : first.map((value) => value * scale);
}

function caseOf({ compare, origin, fact, known }: Ask, taken: readonly Float64Array[]): ForecastCase {
  const came = fact.value;
  const time = timeOf(fact.period);
  const model = ensembleForecast(valuesOf(compare, taken));
  const [p10, p25, , p75, p90] = model.quantiles;
  return {
    indicator: compare.indicator,
    area: compare.area,
    origin,
    time,
    period: fact.period,
    came,
    source: fact.source,
    model: model.quantiles,
    in50: came >= p25 && came <= p75,
    in80: came >= p10 && came <= p90,
    scores: {
      model: scoreOf(model, came),
      trend: scoreOf(trendForecast(known, time), came),
      walk: scoreOf(walkForecast(known, time), came),
    },
  };
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

function summaryOf(cases: readonly ForecastCase[]): BackTestSummary | null {
  const [first] = cases;
  if (first === undefined) return null;
  const over = (of: 'model' | 'trend' | 'walk'): ForecastScore => ({
    crps: mean(cases.map(({ scores }) => scores[of].crps)),
    pinball: mean(cases.map(({ scores }) => scores[of].pinball)),
  });
  const means = { model: over('model'), trend: over('trend'), walk: over('walk') };
  const naive = means.trend.crps <= means.walk.crps ? 'trend' : 'walk';
  const skill = means.model.crps / means[naive].crps;
  return {
    indicator: first.indicator,
    area: first.area,
    cases: cases.length,
    coverage50: mean(cases.map(({ in50 }) => Number(in50))),
    coverage80: mean(cases.map(({ in80 }) => Number(in80))),
    mean: means,
    skill,
    better: cases.length < fewestCases ? 'too-few' : skill < 1 ? 'model' : naive,
  };
}

interface Refit extends Pick<BackTestRequest, 'runner' | 'signal'> {
  readonly base: ReturnType<typeof medianFuture>;
  readonly levers: Readonly<Record<string, number>>;
  readonly model: Model;
}

/**
 * The constants of the model at each origin. One of `refit` is moved so that in the base run the modelled variable is on average what
 * was seen, over the time up to which that was known. Until then the model follows what was seen, so that the modelled variable
 * moves no other and depends on the constant in a straight line: one further run gives its slope.
 */
async function refit(
  spec: Spec,
  starts: readonly Start[],
  { runner, signal, base, levers, model }: Refit,
): Promise<Readonly<Record<string, number>>[]> {
  if (spec.refit.length === 0 || starts.length === 0) return starts.map(({ follows }) => follows);
  const fits = spec.refit.map(({ variable, until, modelled, seen }) => ({
    variable,
    until,
    modelled: { take: 'series', variable: modelled } satisfies EnsembleReading,
    seen: { take: 'series', variable: seen } satisfies EnsembleReading,
  }));
  const layout = new ReadingLayout(fits.flatMap((fit): EnsembleReading[] => [fit.modelled, fit.seen]));
  const probes = [0, 1].map((probe) =>
    Object.fromEntries(spec.refit.map(({ variable }) => [variable, probe])),
  );
  const jobs = starts.flatMap(({ follows }) =>
    probes.map(
      (probe): EnsembleJob => ({ levers: { ...levers, ...follows, ...probe }, readings: layout.readings }),
    ),
  );
  const runs = await runner.run({ futures: base, jobs }, { signal });
  return starts.map(({ follows }, s) => {
    const [zero, one] = [at(runs, probes.length * s), at(runs, probes.length * s + 1)];
    const set = fits.flatMap(({ variable, until, modelled, seen }) => {
      const to = must(new Map(Object.entries(follows)), until);
      const average = (run: JobResult, reading: EnsembleReading): number => {
        const series = layout.numbers(run, reading, run.time.length);
        return mean(Array.from(series).filter((_, k) => numberAt(run.time, k) < to - 1e-9));
      };
      const start = average(zero, modelled);
      const slope = average(one, modelled) - start;
      const value = (average(zero, seen) - start) / slope;
      // Nothing was seen before the start of the model: the constant stays as it is.
      return Number.isFinite(value) && to > model.time.start ? [[variable, value] as const] : [];
    });
    return { ...follows, ...Object.fromEntries(set) };
  });
}

/** Why an indicator could not be tested: those of the settings without a case, then those of targets that the settings do not name. */
function untested(
  region: BackTestRegion,
  spec: Spec,
  now: readonly VintageFact[],
  cases: readonly (readonly ForecastCase[])[],
): BackTest['untested'][number][] {
  const first = Math.min(...spec.origins.map((origin) => periodEnd(origin)));
  const compared = spec.compare.flatMap(({ indicator, area }, i) => {
    if (at(cases, i).length > 0) return [];
    const measured = measuredOf(region, indicator, now, area);
    const last = measured.at(-1);
    const reason =
      last === undefined
        ? reasons.nothing
        : timeOf(last.period) < first
          ? lastIs(last.period)
          : reasons.tooFewKnown;
    return [{ indicator, reason }];
  });
  const named = new Set(spec.compare.map(({ indicator }) => indicator));
  const others = new Map(
    region.targets
      .filter(({ indicator }) => !named.has(indicator))
      .map(({ indicator, outcome, area }): [string, Text] => {
        if (outcome === null) return [indicator, reasons.notModelled];
        return measuredOf(region, indicator, now, area).length === 0
          ? [indicator, reasons.nothing]
          : [indicator, reasons.notCompared];
      }),
  );
  return [...compared, ...[...others].map(([indicator, reason]) => ({ indicator, reason }))];
}

const noSettings: Text = {
  nl: 'Deze regio heeft geen model/back-test.yaml, dus is er niets getoetst.',
  en: 'This region has no model/back-test.yaml, so nothing was tested.',
};

const reasons = {
  nothing: { nl: 'Er is niets gemeten.', en: 'Nothing has been measured.' },
  tooFewKnown: {
    nl: 'Bij geen beginpunt waren er twee cijfers bekend die met latere te vergelijken zijn.',
    en: 'At no origin were two figures known that may be compared with later ones.',
  },
  notModelled: { nl: 'Het model rekent dit niet uit.', en: 'The model does not compute this.' },
  notCompared: {
    nl: 'Het is gemeten, maar niet genoemd in de instellingen van deze toets.',
    en: 'It has been measured, but the settings of this test do not name it.',
  },
} satisfies Record<string, Text>;

const lastIs = (period: string): Text => ({
  nl: `Het laatste cijfer is van ${period}, voor het eerste beginpunt.`,
  en: `The last figure is of ${period}, before the first origin.`,
});

/** Says how many figures are at an origin by their usual lag: they may be as revised since. */
function assumedDates(starts: readonly Start[]): Text[] {
  const assumed = starts.reduce((sum, start) => sum + start.assumed, 0);
  if (assumed === 0) return [];
  const of = starts.reduce((sum, { known }) => sum + known.length, 0);
  return [
    {
      nl: `Wanneer een cijfer bekend werd, is voor ${assumed} van ${of} bekende cijfers afgeleid uit de gewone vertraging van de bron. Het cijfer zelf is zoals het nu staat, dus na herzieningen.`,
      en: `When a figure became known follows for ${assumed} of ${of} known figures from the usual lag of the source; the figure itself is as it stands now, after revisions.`,
    },
  ];
}
