import { must, type Text } from '@schaalsprong/words';
import type { Region } from '../load/region.ts';
import { isOffice } from '../offices.ts';
import { parsePeriod } from '../periods/period.ts';

/** What of a sound region a careful reader would ask about. Not a fault: the content loads, and somebody must look. */
export interface ContentWarning {
  readonly code: string;
  /** Ids that it is about, in the order of the content. */
  readonly about: readonly string[];
  readonly message: Text;
}

/** What the warnings read of a region. */
export type WarnedRegion = Pick<
  Region,
  | 'offices'
  | 'areas'
  | 'targets'
  | 'indicators'
  | 'observations'
  | 'measures'
  | 'uncertainties'
  | 'agreements'
>;

/** Months after which the last report on an unfinished agreement is called old. */
const STALE_MONTHS = 12;

/**
 * Warnings of content that is sound in form: targets without a line, figures called measured that no office published, figures of a wider
 * area behind assumptions, owners without a source, agreements of which the last report is old, and targets that say one thing.
 *
 * @param region as loaded
 * @param today year with its fraction, against which the age of reports is told
 * @returns one warning per kind that occurs, each with the ids that it is about
 */
export function contentWarnings(region: WarnedRegion, today: number): readonly ContentWarning[] {
  return rules.flatMap(({ code, about, message }) => {
    const ids = about(region, today);
    return ids.length === 0 ? [] : [{ code, about: ids, message }];
  });
}

interface Rule {
  readonly code: string;
  readonly message: Text;
  about(region: WarnedRegion, today: number): readonly string[];
}

const rules: readonly Rule[] = [
  {
    code: 'CONTENT_TARGET_WITHOUT_LINE',
    message: {
      nl: 'doelen zonder een gemeten of gemeld cijfer in hun eigen gebied: zoek een reeks of zeg waarom die er niet is',
      en: 'targets without a measured or reported figure of their own area: find a series or say why there is none',
    },
    about: ({ targets, indicators, observations, areas }) => {
      const indicatorOf = new Map(indicators.map((indicator) => [String(indicator.id), indicator]));
      const known = new Set(
        observations.flatMap(({ indicator, area, status }) =>
          status === 'expected' ? [] : [`${indicator}@${area}`],
        ),
      );
      return targets.flatMap(({ id, indicator, area }) => {
        const { additive, series } = must(indicatorOf, String(indicator));
        // What adds up is added up from its parts.
        const counted = additive ? [...within(area, areas)] : [area];
        return series !== null && counted.some((one) => known.has(`${series}@${one}`)) ? [] : [String(id)];
      });
    },
  },
  {
    code: 'CONTENT_MEASURED_BY_NO_OFFICE',
    message: {
      nl: 'reeksen die gemeten heten, maar niet van een statistiekbureau komen: zet de status op reported',
      en: 'series that are called measured but come from no statistics office: set their status to reported',
    },
    about: ({ offices, observations }) =>
      unique(
        observations.flatMap(({ indicator, source, status }) =>
          (status === 'observed' || status === 'provisional') && !isOffice(offices, source)
            ? [String(indicator)]
            : [],
        ),
      ),
  },
  {
    code: 'CONTENT_WIDER_AREA',
    message: {
      nl: 'aannamen en knoppen die een bron noemen waarvan wij alleen cijfers van een ruimer gebied hebben: geldt dat ook voor de regio?',
      en: 'assumptions and levers that name a source of which we only have figures of a wider area: does that hold for the region?',
    },
    about: ({ areas, observations, uncertainties, measures }) => {
      const wider = new Set(
        areas.flatMap(({ code, kind }) => (kind === 'province' || kind === 'country' ? [String(code)] : [])),
      );
      const areasOf = new Map<string, Set<string>>();
      for (const { source, area: of } of observations) {
        for (const address of addresses(source)) {
          areasOf.set(address, (areasOf.get(address) ?? new Set()).add(String(of)));
        }
      }
      const onlyWider = (source: string): boolean =>
        addresses(source).some((address) => {
          const of = areasOf.get(address);
          return of !== undefined && [...of].every((one) => wider.has(one));
        });
      return [
        ...uncertainties.flatMap(({ id, source }) => (onlyWider(source) ? [String(id)] : [])),
        ...measures.flatMap(({ id, lever }) => (onlyWider(lever.source) ? [String(id)] : [])),
      ];
    },
  },
  {
    code: 'CONTENT_OWNER_ASSUMED',
    message: {
      nl: 'maatregelen waarvan de trekker onze lezing is: zoek een bron',
      en: 'measures of which the owner is our reading: find a source',
    },
    about: ({ measures }) =>
      measures.flatMap(({ id, ownerSource }) => (ownerSource.startsWith('assumption') ? [String(id)] : [])),
  },
  {
    code: 'CONTENT_STATUS_OLD',
    message: {
      nl: `afspraken die lopen of open staan met een laatste bericht van meer dan ${STALE_MONTHS} maanden geleden, of zonder datum: vraag na hoe het staat`,
      en: `agreements that run or are open with a last report of more than ${STALE_MONTHS} months ago, or without a date: ask how they stand`,
    },
    about: ({ agreements }, today) =>
      agreements.flatMap(({ id, state, statusOn }) => {
        if (state === 'kept') return [];
        const end = statusOn === null ? undefined : parsePeriod(statusOn)?.end;
        return end === undefined || end < today - STALE_MONTHS / 12 ? [String(id)] : [];
      }),
  },
  {
    code: 'CONTENT_TARGETS_ALIKE',
    message: {
      nl: 'doelen die hetzelfde zeggen: zelfde indicator, gebied, jaar en waarde',
      en: 'targets that say one thing: the same indicator, area, year and value',
    },
    about: ({ targets }) => {
      const key = (target: (typeof targets)[number]): string =>
        [target.indicator, target.area, target.horizon, target.direction, target.value].join(' ');
      return targets.flatMap((target) =>
        target.value !== null && targets.some((other) => other.id !== target.id && key(other) === key(target))
          ? [String(target.id)]
          : [],
      );
    },
  },
];

const unique = (ids: readonly string[]): readonly string[] => [...new Set(ids)];

/** Addresses in a source: several are divided by semicolons. */
const addresses = (source: string): readonly string[] => source.match(/https?:\/\/[^\s;]+/g) ?? [];

/** Ids of an area and of everything that is a part of it. */
function within(area: string, areas: WarnedRegion['areas']): ReadonlySet<string> {
  const inside = new Set([area]);
  for (let grew = true; grew; ) {
    grew = false;
    for (const { code, parent } of areas) {
      if (inside.has(parent) && !inside.has(code)) {
        inside.add(code);
        grew = true;
      }
    }
  }
  return inside;
}
