import type { Indicator, Region, Target } from '@schaalsprong/agenda';
import { comparePeriods, parsePeriod } from '@schaalsprong/agenda/periods';
import {
  factsOf,
  factsOfAreas,
  isMeasured,
  knownBy,
  lagIn,
  lastPublished,
  type MeasuredStanding,
  measuredStandings,
  nextDue,
  nowcastOf,
  publicFacts,
  type Quarantined,
  seriesOf,
  standingOf,
  timeOf,
  type Vintage,
  type VintageFact,
} from '@schaalsprong/monitor';
import { breakTimes, joinPieces, segmentsOf } from '@schaalsprong/monitor/lines';
import type {
  ApiIndicatorSummary,
  ApiRevision,
  ApiStatisticsSource,
  IndicatorResponse,
  MonitorResponse,
  Text,
} from '@schaalsprong/wire';
import { canonical, compareTexts } from '@schaalsprong/words';
import type { MadeAnswer, StoreSnapshot } from './kept.ts';
import { metadataOf } from './metadata.ts';

/** Maximum number of revisions in the list of indicators. */
const newest = 50;
/** Cache size for point-in-time answers, least recently used first out. */
const keptDays = 20;

/** One row of the CSV: one figure of one version, in the unit of the indicator. */
export interface Row {
  readonly fact: VintageFact;
  /** whether it is the current figure */
  readonly stands: boolean;
}

const notObserved = {
  noSeries: {
    nl: 'Er is geen reeks met metingen van deze indicator.',
    en: 'There is no series of measurements of this indicator.',
  },
  noFigure: { nl: 'Er is nog geen cijfer gemeten.', en: 'No figure has been measured yet.' },
} satisfies Record<string, Text>;

/** The statistics of a region on a day, as the API answers. Computed lazily and cached. */
export class MonitorView {
  readonly kept: StoreSnapshot;
  /** `2026-11-30` */
  readonly today: string;
  readonly region: Region;
  readonly #vintages: ReadonlyMap<string, Vintage>;
  /** Redistributable facts of the indicators of the region. */
  readonly #facts: readonly VintageFact[];
  readonly #history: readonly VintageFact[];
  /** Quarantined figures of redistributable sources. */
  readonly #held: readonly Quarantined[];
  readonly #dutchOf: ReadonlyMap<string, string>;
  readonly #answers = new Map<string, IndicatorResponse>();
  #units: ReadonlyMap<string, string> | undefined;
  #list: MonitorResponse | undefined;
  #standings: readonly MeasuredStanding[] | undefined;
  #revisions: readonly ApiRevision[] | undefined;

  constructor(region: Region, kept: StoreSnapshot, today: string) {
    this.region = region;
    this.kept = kept;
    this.today = today;
    this.#dutchOf = new Map(region.notes.map(({ en, nl }) => [en, nl]));
    this.#vintages = new Map(kept.vintages.map((vintage) => [vintage.id, vintage]));
    const closed = new Set(
      region.sources.flatMap(({ id, redistributable }) => (redistributable ? [] : [id as string])),
    );
    this.#held = kept.held.filter(({ source }) => !closed.has(source));
    this.#facts = publicFacts(region, kept.facts);
    this.#history = publicFacts(region, kept.history);
  }

  /** Redistributable current figures, in the units of their sources. */
  get facts(): readonly VintageFact[] {
    return this.#facts;
  }

  /** Every version of every figure, per figure and source oldest first. */
  get history(): readonly VintageFact[] {
    return this.#history;
  }

  /** Measured status of every target. */
  standings(): readonly MeasuredStanding[] {
    this.#standings ??= measuredStandings(this.region, this.#facts, {
      today: this.today,
      checks: this.kept.checks,
      history: this.#history,
    });
    return this.#standings;
  }

  /** When the next figure of each indicator is expected, as decimal years; without those of which no rhythm is known. */
  nextFigures(): readonly { readonly id: string; readonly time: number }[] {
    return this.region.indicators.flatMap((indicator) => {
      const time = nextDue(this.region, factsOf(this.region, indicator, this.#facts).filter(isMeasured));
      return time === null ? [] : [{ id: indicator.id, time }];
    });
  }

  /** The line of an indicator in an area, in the unit of the indicator. */
  line(indicator: Indicator, area: string): readonly VintageFact[] {
    return factsOf(this.region, indicator, this.#facts, area);
  }

  /**
   * The line of a series that need not be that of an indicator, in the unit of its source.
   *
   * @param additive whether an area without figures is the sum of its parts
   */
  series(series: string, area: string, additive = false): readonly VintageFact[] {
    this.#units ??= new Map(this.#facts.map((fact) => [fact.series, fact.unit]));
    const unit = this.#units.get(series);
    if (unit === undefined) return [];
    return factsOf(this.region, { series, additive, divideBy: 1, unit, area: null }, this.#facts, area);
  }

  /** Every indicator in brief, with the sources and what was revised last. */
  list(): MonitorResponse {
    this.#list ??= {
      region: this.region.id,
      today: this.today,
      themes: this.region.themes,
      indicators: this.region.indicators.map((indicator) => this.#summary(indicator)),
      standings: this.standings().map(({ target, indicator, computed, judgement, reason, pace }) => ({
        target,
        indicator,
        computed,
        judgement,
        pace,
        reason,
      })),
      sources: this.region.sources.map((source) => this.#source(source)),
      revisions: this.#allRevisions().slice(0, newest),
      store: { state: this.kept.state, note: this.kept.note },
    };
    return this.#list;
  }

  /**
   * Everything about one indicator.
   *
   * @param asKnownOn a day, `2024-01-31`, to see what was known then; null for now
   * @returns null where there is no such indicator
   */
  indicator(id: string, asKnownOn: string | null): IndicatorResponse | null {
    const indicator = this.region.byId.indicators.get(id);
    if (indicator === undefined) return null;
    const key = `${asKnownOn ?? ''} ${id}`;
    const known = this.#answers.get(key);
    const made = known ?? this.#whole(indicator, asKnownOn);
    this.#answers.delete(key);
    this.#answers.set(key, made);
    const past = [...this.#answers.keys()].filter((of) => !of.startsWith(' '));
    for (const old of past.slice(0, Math.max(0, past.length - keptDays))) this.#answers.delete(old);
    return made;
  }

  /** The answer about an indicator of very many figures, where it was made of this region and for this day; else null. */
  madeAnswer(id: string): MadeAnswer | null {
    const made = this.kept.answers.find(({ indicator }) => indicator === id);
    if (made === undefined || made.today !== this.today) return null;
    return made.domains === canonical(this.region.domains) ? made : null;
  }

  /**
   * The table of an indicator: every version of every figure, and the sums that stand, sorted by area and period; of a day only what
   * was known then.
   */
  rows({ indicator, asKnownOn, facts }: IndicatorResponse): readonly Row[] {
    const standing = new FactSet(facts);
    // Raw figures of a running total are its increments, which do not belong in the table.
    const every =
      asKnownOn === null && indicator.cumulativeFrom === undefined
        ? this.#history
            .filter(({ series, period }) => series === indicator.series && parsePeriod(period) !== null)
            .map(this.#inUnit(indicator))
        : [];
    const listed = new FactSet(every);
    return [...every, ...facts.filter((fact) => !listed.has(fact))]
      .map((fact) => ({ fact, stands: standing.has(fact) }))
      .sort((a, b) => compareTexts(a.fact.area, b.fact.area) || comparePeriods(a.fact.period, b.fact.period));
  }

  #summary(indicator: Indicator): ApiIndicatorSummary {
    const { id, title, unit, theme } = indicator;
    const area = indicator.area ?? this.region.area;
    const facts = factsOf(this.region, indicator, this.#facts);
    const measured = facts.filter(isMeasured);
    const targets = this.region.targets.filter((target) => target.indicator === id);
    const standing = this.standings().find(({ indicator: of }) => of === id) ?? null;
    const due = nextDue(this.region, measured);
    const why = indicator.series === null ? notObserved.noSeries : (standing?.reason ?? notObserved.noFigure);
    return {
      id,
      title,
      unit,
      theme: theme ?? null,
      pillar: indicator.pillar ?? targets[0]?.pillar ?? null,
      good: goodOf(indicator, targets[0]),
      area,
      targets: targets.map((target) => target.id),
      latest: measured.at(-1) ?? null,
      ...joinPieces(
        segmentsOf(facts, area, breakTimes(indicator.breaks)).map((piece) =>
          piece.map(({ time, value }) => ({ time, value })),
        ),
      ),
      status: standing?.computed ?? null,
      lastUpdate: lastPublished(measured),
      overdue: due !== null && timeOf(this.today) > due,
      notObserved: measured.length > 0 ? null : why,
    };
  }

  #source(source: Region['sources'][number]): ApiStatisticsSource {
    const { id, title, kind, publisher, table, licence, attribution, calendar } = source;
    const dates = this.kept.vintages
      .filter((vintage) => vintage.source === id)
      .flatMap(({ published }) => published ?? [])
      .sort(compareTexts);
    return {
      id,
      title,
      kind,
      publisher,
      table: table ?? null,
      licence,
      attribution,
      calendar: calendar ?? null,
      lastPublished: dates.at(-1) ?? null,
      lastCheck: this.kept.checks.find(({ last }) => last.source === id)?.last ?? null,
      held: this.kept.held.filter((item) => item.source === id).length,
    };
  }

  #whole(indicator: Indicator, asKnownOn: string | null): IndicatorResponse {
    const { region } = this;
    const lagOf = lagIn(region);
    const { facts, assumed } =
      asKnownOn === null ? { facts: this.#facts, assumed: 0 } : knownBy(this.#history, asKnownOn, lagOf);
    const today = asKnownOn ?? this.today;
    const inUnit = this.#inUnit(indicator);
    const shown = factsOfAreas(region, indicator, facts);
    const targets = region.targets.filter((target) => target.indicator === indicator.id);
    const options = { today, checks: this.kept.checks, history: this.#history };
    const standings =
      asKnownOn === null
        ? this.standings().filter(({ indicator: of }) => of === indicator.id)
        : targets.map((target) => standingOf(region, target, facts, options));
    const known = ({ published }: { readonly published: string | null }): boolean =>
      asKnownOn === null || published === null || published <= asKnownOn;
    const own = this.#history.filter((fact) => fact.series === indicator.series && known(fact));
    const used = new Set([...shown.flatMap(vintagesOf), ...own.map(({ vintage }) => vintage)]);
    const areas = new Set(shown.map(({ area }) => area));
    const nowcast = nowcastOf(region, indicator, facts, today);
    const vintages = this.kept.vintages.filter(({ id }) => used.has(id));
    const history = revisedOnly(own, (fact) => this.#sourceOf(fact)).map(inUnit);
    return {
      indicator,
      asKnownOn,
      assumed,
      facts: shown,
      history,
      lagMonths: Object.fromEntries([...shown, ...history].map((fact) => [fact.vintage, lagOf(fact)])),
      vintages,
      areas: region.areas.filter(({ code }) => areas.has(code)),
      chain: seriesOf(region, indicator, facts).chain,
      standings,
      nowcast: 'p50' in nowcast ? nowcast : null,
      noNowcast: 'p50' in nowcast ? null : nowcast,
      revisions: this.#allRevisions()
        .filter((revision) => revision.series === indicator.series && known(revision))
        .map((revision) => ({
          ...revision,
          before: revision.before && inUnit(revision.before),
          after: revision.after && inUnit(revision.after),
        })),
      held: this.#held.filter(({ series }) => series === indicator.series),
      notesInDutch: this.#notesInDutch(shown),
      metadata: metadataOf(region, indicator, {
        facts: shown,
        vintages,
        good: goodOf(indicator, targets[0]),
      }),
    };
  }

  /** The Dutch of the notes of these figures, by the parts that they consist of. */
  #notesInDutch(facts: readonly VintageFact[]): IndicatorResponse['notesInDutch'] {
    const notes = new Set(facts.map(({ note }) => note));
    const parts = new Set([...notes].flatMap((note) => note.split('; ')));
    return Object.fromEntries(
      [...parts].flatMap((part) => {
        const dutch = this.#dutchOf.get(part);
        return dutch === undefined ? [] : [[part, dutch] as const];
      }),
    );
  }

  #inUnit(indicator: Indicator): <F extends Pick<VintageFact, 'unit' | 'value'>>(fact: F) => F {
    const { unit, divideBy } = indicator;
    return (fact) => ({ ...fact, unit, value: fact.value === null ? null : fact.value / divideBy });
  }

  #sourceOf({ vintage }: Pick<VintageFact, 'vintage'>): string {
    return this.#vintages.get(vintage)?.source ?? vintage;
  }

  /**
   * Every revision that changed a value, newest version first. Found when the store was read, so of an earlier state of the region
   * they are what this state still has and may show.
   */
  #allRevisions(): readonly ApiRevision[] {
    this.#revisions ??= publicFacts(this.region, this.kept.revisions).map((revision) =>
      revision.moved.every(this.#isTarget)
        ? revision
        : { ...revision, moved: revision.moved.filter(this.#isTarget) },
    );
    return this.#revisions;
  }

  readonly #isTarget = ({ target }: ApiRevision['moved'][number]): boolean =>
    this.region.byId.targets.has(target);
}

/** Of a target its direction says what is good; else the indicator itself. */
const goodOf = (indicator: Indicator, target: Target | undefined): 'up' | 'down' | null =>
  target === undefined ? indicator.good : target.direction === 'at-least' ? 'up' : 'down';

/** Versions that a figure comes from; a sum comes from those of its parts. */
export const vintagesOf = ({ vintage }: VintageFact): readonly string[] => vintage.split(' ; ');

/** The map under a key, made where there is none. */
function within<K, V>(maps: Map<string, Map<K, V>>, key: string): Map<K, V> {
  const known = maps.get(key);
  if (known !== undefined) return known;
  const made = new Map<K, V>();
  maps.set(key, made);
  return made;
}

/** Which figures there are, by version, area and period. */
class FactSet {
  readonly #vintages = new Map<string, Map<string, Set<string>>>();

  constructor(facts: readonly VintageFact[]) {
    for (const { vintage, area, period } of facts) {
      const areas = within(this.#vintages, vintage);
      const periods = areas.get(area);
      if (periods === undefined) areas.set(area, new Set([period]));
      else periods.add(period);
    }
  }

  has({ vintage, area, period }: VintageFact): boolean {
    return this.#vintages.get(vintage)?.get(area)?.has(period) ?? false;
  }
}

/** Figures of which there is more than one version. */
function revisedOnly(
  history: readonly VintageFact[],
  sourceOf: (fact: VintageFact) => string,
): readonly VintageFact[] {
  // Nested: a text per figure as its key takes seconds for a million figures.
  const counts = new Map<string, Map<string, Map<string, number>>>();
  for (const fact of history) {
    const periods = within(within(counts, sourceOf(fact)), fact.area);
    periods.set(fact.period, (periods.get(fact.period) ?? 0) + 1);
  }
  const versions = (fact: VintageFact): number =>
    counts.get(sourceOf(fact))?.get(fact.area)?.get(fact.period) ?? 0;
  return history
    .filter((fact) => versions(fact) > 1)
    .sort((a, b) => compareTexts(a.area, b.area) || comparePeriods(a.period, b.period));
}
