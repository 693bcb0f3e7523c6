import type {
  AgendaResponse,
  ApiPage,
  Interval,
  Lines,
  StandingResponse,
  TargetStanding,
  Text,
} from '@schaalsprong/wire';
import {
  type AxisFormat,
  formatAxis,
  formatInterval,
  formatMet,
  formatNumber,
  formatPeriod,
  type NumberStyle,
} from '@schaalsprong/words';
import { createContext, type ReactNode, useContext, useMemo, useSyncExternalStore } from 'react';
import { useLocation } from 'react-router';
import { type Fill, type Lang, pathIn, splitPath, type TextKey, translate } from '../i18n/i18n.ts';
import { type Agenda, indexAgenda } from './agenda.ts';
import { type Resource, type Snapshot, standingResource } from './resource.ts';

/** Follows an answer of the server. */
export function useResource<T>(resource: Resource<T>): Snapshot<T> {
  return useSyncExternalStore(resource.subscribe, resource.snapshot, resource.snapshot);
}

/** Values in words of one language. */
export interface Words {
  readonly lang: Lang;
  /** A text of the interface. */
  readonly t: (key: TextKey, fill?: Fill) => string;
  /** A text of the content. */
  readonly tx: (text: Text) => string;
  /** The address of a page in the language of this page. */
  readonly to: (path: string) => string;
  /** A count, with the grouping of the language. */
  readonly count: (value: number) => string;
  /** A share of 0 to 1 as a percentage. */
  readonly share: (value: number) => string;
  readonly met: (met: { readonly count: number; readonly of: number }) => string;
  /** The same in a sentence: `geen van de 1.000 toekomsten`, `alle 1.000 toekomsten`. */
  readonly metOf: (met: { readonly count: number; readonly of: number }) => string;
  readonly period: (period: string) => string;
  /** Joins names: `a, b en c`. */
  readonly list: (names: readonly string[]) => string;
  readonly place: (lines: Lines, page: ApiPage) => string;
}

const locales: Readonly<Record<Lang, string>> = { nl: 'nl-NL', en: 'en-GB' };

/** Everything that turns values into words of one language. */
function makeWords(lang: Lang): Words {
  const t = (key: TextKey, fill?: Fill) => translate(lang, key, fill);
  const whole = new Intl.NumberFormat(locales[lang], { maximumFractionDigits: 0 });
  const percent = new Intl.NumberFormat(locales[lang], { style: 'percent', maximumFractionDigits: 0 });
  const conjunction = new Intl.ListFormat(locales[lang], { type: 'conjunction' });
  return {
    lang,
    t,
    tx: (text) => text[lang],
    to: (path) => pathIn(lang, path),
    count: (value) => whole.format(value),
    share: (value) => percent.format(value),
    met: (met) => formatMet(met, lang),
    metOf: (met) => {
      if (met.count === 0) return t('met.none', { of: whole.format(met.of) });
      return met.count === met.of ? t('met.all', { of: whole.format(met.of) }) : formatMet(met, lang);
    },
    period: (period) => formatPeriod(period, lang),
    list: (names) => conjunction.format(names),
    place: (lines, page) =>
      t(page.certain ? 'place.line' : 'place.line.unsure', {
        lines: lines.from === lines.to ? String(lines.from) : `${lines.from}–${lines.to}`,
        page: page.number,
      }),
  };
}

const words: Readonly<Record<Lang, Words>> = { nl: makeWords('nl'), en: makeWords('en') };

/** The words of the language that the address asks for. */
export function useWords(): Words {
  return words[splitPath(useLocation().pathname).lang];
}

const AgendaContext = createContext<Agenda | null>(null);

/** Gives the agenda to everything inside. */
export function AgendaProvider({ response, children }: { response: AgendaResponse; children: ReactNode }) {
  return <AgendaContext value={indexAgenda(response)}>{children}</AgendaContext>;
}

/** The agenda; only inside `AgendaProvider`. */
export function useAgenda(): Agenda {
  const agenda = useContext(AgendaContext);
  if (agenda === null) throw new Error('a page asks for the agenda outside AgendaProvider');
  return agenda;
}

/** The name of a unit of the region; the unit itself where the region does not know it. */
export function useUnitTitle(): (unit: string) => string {
  const { lang } = useWords();
  const { units } = useAgenda().region;
  return (unit) => units[unit]?.title[lang] ?? unit;
}

/** Formats numbers in the units of the region. */
export function useNumber(): (value: number, unit: string, style?: NumberStyle) => string {
  const { lang } = useWords();
  const { units } = useAgenda().region;
  return useMemo(() => (value, unit, style) => formatNumber(value, unit, lang, units, style), [lang, units]);
}

/** How the values of one chart are written on its axis, and what their unit is called. */
export function useAxis(): (values: readonly number[], unit: string) => AxisFormat {
  const { lang } = useWords();
  const { units } = useAgenda().region;
  return useMemo(() => (values, unit) => formatAxis(values, unit, lang, units), [lang, units]);
}

/** Formats an interval in a unit of the region: `58.900 tot en met 65.100 woningen`, `uiterlijk 2030`. */
export function useInterval(): (interval: Interval, unit: string) => string {
  const { lang } = useWords();
  const { units } = useAgenda().region;
  return useMemo(() => (interval, unit) => formatInterval(interval, unit, lang, units), [lang, units]);
}

/** What a model computed, without digits that mean nothing; a difference between percentages is in percentage points, between ranks in places. */
export interface Computed {
  readonly value: (value: number, unit: string) => string;
  /** Two values of which the first leaves its unit out where the second says it: `37.500`, `43.900 woningen`. */
  readonly range: (
    low: number,
    high: number,
    unit: string,
  ) => { readonly low: string; readonly high: string };
  readonly difference: (value: number, unit: string, style?: NumberStyle) => string;
}

/** A percentage of something, but not one a year: the difference of two of them is in points. */
const isPercentage = /^0%(\s(van|of)\s|$)/;

/** Formats computed values in the units of the region. */
export function useComputed(): Computed {
  const { t } = useWords();
  const show = useNumber();
  return useMemo(() => {
    const rounded = (value: number, unit: string, style: NumberStyle = {}) =>
      show(value, unit, { ...style, rounded: true });
    return {
      value: (value, unit) => rounded(value, unit),
      range: (low, high, unit) => {
        const bare = rounded(low, unit, { bare: true });
        const full = rounded(low, unit);
        return { low: full.startsWith(bare) ? bare : full, high: rounded(high, unit) };
      },
      difference: (value, unit, style = {}) => {
        if (unit === 'rank') {
          const n = rounded(Math.abs(value), unit, { bare: true, precise: true });
          const places = t(n === '1' ? 'unit.place' : 'unit.places', { n });
          if (style.signed !== true || n === '0') return places;
          // A larger number is a lower place: a sign would say the opposite of what it means.
          return t(value > 0 ? 'unit.lower' : 'unit.higher', { places });
        }
        const bare = rounded(value, unit, { ...style, bare: true });
        return isPercentage.test(show(0, unit, { precise: true }))
          ? t('unit.points', { n: bare })
          : rounded(value, unit, style);
      },
    };
  }, [t, show]);
}

/** A change as a percentage of where it began, with its sign: `+12%`; one decimal below one per cent. */
export function usePercentOf(): (start: number, end: number) => string {
  const { lang } = useWords();
  return useMemo(
    () => (start, end) => {
      const change = (end - start) / Math.abs(start);
      const format = new Intl.NumberFormat(locales[lang], {
        style: 'percent',
        signDisplay: 'exceptZero',
        maximumFractionDigits: Math.abs(change) < 0.01 ? 1 : 0,
      });
      return start === 0 ? '' : format.format(change);
    },
    [lang],
  );
}

/** What is known of the standing. */
export interface StandingState {
  readonly snapshot: Snapshot<StandingResponse>;
  readonly detail: Extract<StandingResponse, { state: 'ready' }>['detail'] | null;
  readonly sentence: Text | null;
  /** True once nothing more will come. */
  readonly complete: boolean;
  readonly of: (target: string) => TargetStanding | undefined;
}

/** The standing as far as it is computed. */
export function useStanding(): StandingState {
  const snapshot = useResource(standingResource);
  return useMemo(() => {
    const value = snapshot.value;
    const detail = value === null || value.state === 'failed' ? null : value.detail;
    const sentence = value === null || value.state === 'failed' ? null : value.sentence;
    const byId = new Map(detail?.assessment.targets.map((target) => [target.id, target]));
    return {
      snapshot,
      detail,
      sentence,
      complete: value?.state === 'ready',
      of: (target) => byId.get(target),
    };
  }, [snapshot]);
}

/** Things by their id, in words. */
export interface Names {
  readonly party: (id: string) => string;
  readonly node: (id: string) => string;
  readonly target: (id: string) => string;
  readonly measure: (id: string) => string;
  readonly constraint: (id: string) => string;
  /** A constraint as it is in a sentence: `te weinig bouwvakkers`. */
  readonly brake: (id: string) => string;
}

/** Names of things by their id; an id that nobody knows is shown as it is, so that nothing is hidden. */
export function useNames(): Names {
  const agenda = useAgenda();
  const { tx } = useWords();
  return useMemo(() => {
    const by =
      (things: ReadonlyMap<string, { readonly title: Text }>) =>
      (id: string): string => {
        const thing = things.get(id);
        return thing === undefined ? id : tx(thing.title);
      };
    return {
      party: by(agenda.partyById),
      node: by(agenda.nodeById),
      target: by(agenda.targetById),
      measure: by(agenda.measureById),
      constraint: by(agenda.constraintById),
      brake: (id) => {
        const constraint = agenda.constraintById.get(id);
        return constraint === undefined ? id : tx(constraint.sentence);
      },
    };
  }, [agenda, tx]);
}
