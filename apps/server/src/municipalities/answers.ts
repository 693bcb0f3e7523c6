import type { Area, Indicator, LinkIndex } from '@schaalsprong/agenda';
import { municipalitiesIn } from '@schaalsprong/agenda';
import { isMeasured, type Measured, timeOf } from '@schaalsprong/monitor';
import { breakTimes, joinPieces, segmentsOf } from '@schaalsprong/monitor/lines';
import type {
  AgendaResponse,
  FanSeries,
  MunicipalFigure,
  MunicipalitiesResponse,
  MunicipalityResponse,
  StandingResponse,
} from '@schaalsprong/wire';
import { compareTexts, must } from '@schaalsprong/words';
import type { MonitorView } from '../monitor/view.ts';
import { figures } from './figure.ts';
import { type HomesOfAll, homesOf, rangeOf } from './homes.ts';
import { mentionsOf } from './mentions.ts';

const isDay = /^\d{4}-\d{2}-\d{2}$/;

/** Figures of one period that make a middle one worth showing. Our choice. */
const fewestForMiddle = 5;

const middleOf = (values: readonly number[]): number | null => {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(half) - 1], sorted[Math.floor(half)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
};

const byPeriod = (line: readonly Measured[]): ReadonlyMap<string, number> =>
  new Map(line.map(({ period, value }) => [period, value]));

/** What one day of the statistics says of the municipalities of a region; each answer is made when it is asked, and kept. */
export class Municipalities {
  readonly #view: MonitorView;
  readonly #figure: ReturnType<typeof figures>;
  readonly #areas: readonly Area[];
  readonly #homes: HomesOfAll | null;
  readonly #lines = new Map<string, ReadonlyMap<string, readonly Measured[]>>();
  #list: MunicipalitiesResponse | undefined;

  constructor(view: MonitorView) {
    this.#view = view;
    this.#figure = figures(view.region);
    this.#areas = municipalitiesIn(view.region.areas).toSorted((a, b) => compareTexts(a.name, b.name));
    this.#homes = homesOf(
      view,
      this.#areas.map(({ code }) => code),
    );
  }

  get list(): MunicipalitiesResponse {
    this.#list ??= this.#made();
    return this.#list;
  }

  #made(): MunicipalitiesResponse {
    const { region, today } = this.#view;
    const parts = new Set(this.#areas.map(({ parent }) => parent));
    return {
      today,
      region: this.#region(),
      parts: region.areas
        .filter(({ code, kind }) => kind === 'subregion' && parts.has(code))
        .map(({ code, name }) => ({ code, name })),
      municipalities: this.#areas.map((area) => {
        const { code, name } = area;
        const homes = this.#homes?.of(code) ?? null;
        const counted = region.byId.indicators.get('population');
        const people =
          counted === undefined ? undefined : this.#view.line(counted, code).filter(isMeasured).at(-1);
        return {
          code,
          name,
          part: this.#part(area)?.code ?? null,
          party: this.#party(code),
          population: people === undefined ? null : this.#figure(people),
          homes:
            homes === null
              ? null
              : {
                  done: homes.done,
                  course: homes.course,
                  agreed: homes.share?.kind === 'agreed',
                  share: rangeOf(homes.share)?.perYear ?? null,
                },
        };
      }),
    };
  }

  /**
   * Everything about one municipality.
   *
   * @returns null where there is no such municipality
   */
  of(
    code: string,
    {
      agenda,
      links,
      standing,
    }: {
      readonly agenda: AgendaResponse;
      readonly links: LinkIndex;
      readonly standing: StandingResponse;
    },
  ): MunicipalityResponse | null {
    const area = this.#areas.find((one) => one.code === code);
    if (area === undefined) return null;
    const { today } = this.#view;
    const part = this.#part(area);
    const homes = this.#homes?.of(code) ?? null;
    const figures = this.#figures(code);
    const party = this.#party(code);
    const { mentions, unknowns } = mentionsOf(area.name, code, party, { agenda, links });
    return {
      today,
      code: area.code,
      name: area.name,
      region: { ...this.#region(), municipalities: this.#areas.length },
      part:
        part === null
          ? null
          : {
              code: part.code,
              name: part.name,
              municipalities: this.#areas
                .filter(({ parent }) => parent === part.code)
                .map(({ name }) => name),
            },
      party,
      homes,
      figures,
      ages: this.#ages(code),
      others: this.#others(code),
      outcomes: part === null ? [] : outcomesOf(agenda, part.code, standing),
      computed: standing.state === 'ready',
      mentions,
      unknowns: [
        ...new Set([
          ...unknowns,
          ...agenda.unknowns.flatMap(({ id, targets }) =>
            homes !== null && targets.some((target) => target === homes.target) ? [id] : [],
          ),
        ]),
      ],
      missing: this.#missing(figures),
    };
  }

  #region(): MunicipalitiesResponse['region'] {
    const { region } = this.#view;
    const area = region.byId.areas.get(region.area);
    if (area === undefined) throw new RangeError(`no area ${region.area}`);
    return { code: area.code, name: area.name };
  }

  #part({ parent }: Area): Area | null {
    const found = this.#view.region.byId.areas.get(parent);
    return found?.kind === 'subregion' ? found : null;
  }

  #party(code: string) {
    return (
      this.#view.region.parties.find(({ kind, area }) => kind === 'municipality' && area === code)?.id ?? null
    );
  }

  /** What was measured of an indicator in each municipality. */
  #measured(indicator: Indicator): ReadonlyMap<string, readonly Measured[]> {
    const known = this.#lines.get(indicator.id);
    if (known !== undefined) return known;
    const made = new Map(
      this.#areas.map(({ code }) => [code as string, this.#view.line(indicator, code).filter(isMeasured)]),
    );
    this.#lines.set(indicator.id, made);
    return made;
  }

  /** Indicators with figures per municipality, those to show first in front. A running total says the same as its years. */
  #indicators(): readonly Indicator[] {
    const { indicators, municipalities } = this.#view.region;
    const place = ({ id }: Indicator): number => {
      const at = municipalities.first.indexOf(id);
      return at < 0 ? municipalities.first.length : at;
    };
    return indicators
      .filter(({ series, cumulativeFrom }) => series !== null && cumulativeFrom === undefined)
      .filter((indicator) => [...this.#measured(indicator).values()].some((line) => line.length > 0))
      .toSorted((a, b) => place(a) - place(b));
  }

  #figures(code: string): readonly MunicipalFigure[] {
    const { region } = this.#view;
    return this.#indicators().flatMap((indicator): readonly MunicipalFigure[] => {
      const all = this.#measured(indicator);
      const own = all.get(code) ?? [];
      const last = own.at(-1);
      if (last === undefined) return [];
      const values = [...all.values()].flatMap((line) => byPeriod(line).get(last.period) ?? []);
      const middle = values.length >= fewestForMiddle ? middleOf(values) : null;
      const ofRegion = this.#view.line(indicator, region.area).filter(isMeasured);
      const beside = byPeriod(ofRegion);
      const sum = indicator.additive ? beside.get(last.period) : undefined;
      // Growth is of what is there on a day; that one year brought more than another says little.
      const first = isDay.test(last.period)
        ? own.find(({ period }) => beside.has(period) && period !== last.period)
        : undefined;
      const then = first === undefined ? undefined : beside.get(first.period);
      return [
        {
          indicator: indicator.id,
          first: region.municipalities.first.includes(indicator.id),
          latest: this.#figure(last),
          beside:
            sum !== undefined
              ? { value: sum, how: 'sum' }
              : beside.has(last.period)
                ? { value: must(beside, last.period), how: 'own' }
                : indicator.additive || middle === null
                  ? null
                  : { value: middle, how: 'median' },
          rank: {
            place: 1 + values.filter((value) => value > last.value).length,
            of: values.length,
          },
          since:
            sum === undefined || first === undefined || then === undefined
              ? null
              : { period: first.period, own: first.value, beside: then },
          ...joinPieces(
            segmentsOf(this.#view.line(indicator, code), code, breakTimes(indicator.breaks)).map((piece) =>
              piece.map(({ time, value }) => ({ time, value })),
            ),
          ),
          middle: indicator.additive ? [] : this.#middleLine(all),
        },
      ];
    });
  }

  #middleLine(all: ReadonlyMap<string, readonly Measured[]>): MunicipalFigure['middle'] {
    const lines = [...all.values()];
    const periods = new Set(lines.flatMap((line) => line.map(({ period }) => period)));
    return [...periods]
      .flatMap((period) => {
        const values = lines.flatMap((line) => byPeriod(line).get(period) ?? []);
        const value = values.length === lines.length ? middleOf(values) : null;
        return value === null ? [] : [{ time: timeOf(period), value }];
      })
      .sort((a, b) => a.time - b.time);
  }

  #ages(code: string): MunicipalityResponse['ages'] {
    const { region } = this.#view;
    const groups = region.municipalities.ages.map((group) => ({
      ...group,
      own: this.#view.series(group.series, code).filter(isMeasured),
      all: byPeriod(this.#view.series(group.series, region.area, true).filter(isMeasured)),
    }));
    const [any] = groups;
    const period = any?.own
      .map((fact) => fact.period)
      .findLast((of) => groups.every(({ own, all }) => all.has(of) && byPeriod(own).has(of)));
    const fact = any?.own.find((one) => one.period === period);
    if (period === undefined || fact === undefined) return null;
    const counted = groups.map(({ from, to, own, all }) => ({
      from,
      to,
      people: must(byPeriod(own), period),
      all: must(all, period),
    }));
    const sum = (of: readonly number[]) => of.reduce((total, one) => total + one, 0);
    const people = sum(counted.map((group) => group.people));
    const everybody = sum(counted.map(({ all }) => all));
    if (people === 0 || everybody === 0) return null;
    return {
      period,
      source: fact.source,
      groups: counted.map(({ all, ...group }) => ({
        ...group,
        share: group.people / people,
        beside: all / everybody,
      })),
    };
  }

  #others(code: string): MunicipalityResponse['others'] {
    const { region } = this.#view;
    return region.municipalities.others.flatMap(({ series, title }) => {
      const last = this.#view.series(series, code).findLast(({ value }) => value !== null);
      if (last === undefined) return [];
      return [{ series, title, figure: this.#figure(last) }];
    });
  }

  /** Indicators of which most municipalities have a figure and this one has none. */
  #missing(figures: readonly MunicipalFigure[]): MunicipalityResponse['missing'] {
    const there = new Set<string>(figures.map(({ indicator }) => indicator));
    return this.#indicators()
      .filter((indicator) => {
        const lines = [...this.#measured(indicator).values()];
        return !there.has(indicator.id) && lines.filter((line) => line.length > 0).length > lines.length / 2;
      })
      .map(({ id }) => id);
  }
}

/** What the futures say of a part of the region; empty until they are computed. */
function outcomesOf(
  { outcomes }: AgendaResponse,
  part: string,
  standing: StandingResponse,
): MunicipalityResponse['outcomes'] {
  if (standing.state === 'failed' || standing.detail === null) return [];
  const { others } = standing.detail;
  return outcomes.flatMap(({ id, title, unit, area }) => {
    const fan = others[id];
    return area !== part || fan === undefined ? [] : [{ outcome: id, title, unit, ...yearly(fan) }];
  });
}

/** The ends of years of a fan: a page draws a decade or two, and a line between years is as true as the quarters. */
function yearly({ time, p10, p50, p90 }: FanSeries): FanSeries {
  const whole = (_: number, i: number): boolean => Number.isInteger(time[i]);
  return {
    time: time.filter(whole),
    p10: p10.filter(whole),
    p50: p50.filter(whole),
    p90: p90.filter(whole),
  };
}
