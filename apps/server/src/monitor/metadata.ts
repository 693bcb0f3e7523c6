import type { Indicator, Region } from '@schaalsprong/agenda';
import { comparePeriods } from '@schaalsprong/agenda/periods';
import { isMeasured, levelOf, type Vintage, type VintageFact } from '@schaalsprong/monitor';
import { type Download, downloads, type IndicatorMetadata } from '@schaalsprong/wire';
import { compareTexts, formatPeriod, type Text } from '@schaalsprong/words';

/** Sources that a citation names before it says 'and others'. */
const named = 3;

/** Files of an indicator, in the order in which pages show them. */
const files: readonly Download[] = [
  downloads.indicatorCsv,
  downloads.indicatorJson,
  downloads.metadataJson,
  downloads.indicatorZip,
  downloads.chartSvg,
  downloads.chartPng,
];

/** Input of the metadata besides the indicator. */
export interface SheetInput {
  /** of every area */
  readonly facts: readonly VintageFact[];
  readonly vintages: readonly Vintage[];
  readonly good: 'up' | 'down' | null;
}

/** Metadata of an indicator. */
export function metadataOf(
  region: Region,
  indicator: Indicator,
  { facts, vintages, good }: SheetInput,
): IndicatorMetadata {
  const { id, title, definition, unit, breaks, traps } = indicator;
  const levels = new Set(facts.map(({ area }) => levelOf(region, area)));
  return {
    id,
    title,
    definition,
    unit,
    area: indicator.area ?? region.area,
    good,
    calendar: indicator.calendar ?? null,
    method: indicator.method ?? null,
    limits: indicator.limits ?? null,
    comparability: indicator.comparability ?? null,
    breaks,
    traps,
    levels: [...levels].sort(compareTexts),
    sources: sourcesOf(region, vintages),
    publishers: publishersOf(region, { facts, vintages }),
    citation: citationOf(region, indicator, facts, vintages),
    downloads: files.map(({ path, mediaType }) => ({ path: path.replace('{id}', id), mediaType })),
  };
}

const orNull = (text: string): string | null => (text === '' ? null : text);

/** Distinct sources of the figures. */
function sourcesOf(region: Region, vintages: readonly Vintage[]): IndicatorMetadata['sources'] {
  const found = new Map<string, IndicatorMetadata['sources'][number]>();
  for (const vintage of vintages) {
    const source = region.byId.sources.get(vintage.source);
    const text = source === undefined ? vintage.attribution : titled(source);
    found.set(text, {
      text,
      licence: orNull(vintage.licence),
      attribution: orNull(vintage.attribution),
      address: orNull(vintage.address),
    });
  }
  return [...found.values()].sort((a, b) => compareTexts(a.text, b.text));
}

const titled = ({ publisher, title, table }: Region['sources'][number]): string =>
  `${publisher}, ${title.nl}${table === undefined ? '' : ` (${table})`}`;

/** The name of a source from a free-text attribution, without edition and URL; falls back to the host name. */
function nameIn(attribution: string): string {
  const [first = ''] = attribution.split(/\s*;\s|,?\s*https?:/);
  const name = first.replace(/(\s+via|[\s,.;:(])+$/, '').slice(0, 100);
  if (name !== '') return name;
  const [, site] = /https?:\/\/(?:www\.)?([^/\s]+)/.exec(attribution) ?? [];
  return site ?? attribution;
}

/**
 * Who published the figures, each once. Versions that hold computed figures only are named where there is nothing else.
 */
export function publisherNames(
  region: Region,
  { facts, vintages }: Pick<SheetInput, 'facts' | 'vintages'>,
): readonly string[] {
  const measured = new Set(
    facts.filter(({ standing }) => standing !== 'derived').map(({ vintage }) => vintage),
  );
  const first = vintages.filter(({ id }) => measured.has(id));
  return [
    ...new Set(
      (first.length > 0 ? first : vintages).map(
        ({ source, attribution }) => region.byId.sources.get(source)?.publisher ?? nameIn(attribution),
      ),
    ),
  ].sort(compareTexts);
}

/** Publishers for a caption or citation, abbreviated after a few. */
export function publishersOf(region: Region, of: Pick<SheetInput, 'facts' | 'vintages'>): Text {
  const all = publisherNames(region, of);
  const names = all.slice(0, named).join('; ');
  const rest = all.length - named;
  return rest > 0
    ? {
        nl: `${names}; en ${rest} ${rest === 1 ? 'andere bron' : 'andere bronnen'}`,
        en: `${names}; and ${rest} other ${rest === 1 ? 'source' : 'sources'}`,
      }
    : { nl: names, en: names };
}

/** Citation: publishers, title, period and permalink. */
function citationOf(
  region: Region,
  indicator: Indicator,
  facts: readonly VintageFact[],
  vintages: readonly Vintage[],
): Text {
  const periods = facts
    .filter(isMeasured)
    .map(({ period }) => period)
    .sort(comparePeriods);
  const [first, last] = [periods[0], periods.at(-1)];
  const publishers = publishersOf(region, { facts, vintages });
  const dates = vintages.flatMap(({ published }) => published ?? []).sort(compareTexts);
  const of = (lang: 'nl' | 'en'): string => {
    const words = {
      nl: { to: 'tot en met', data: 'gegevens', by: 'Bijeengebracht door', version: 'stand van' },
      en: { to: 'to', data: 'data set', by: 'Brought together by', version: 'as published on' },
    }[lang];
    const when =
      first === undefined || last === undefined
        ? ''
        : first === last
          ? `, ${formatPeriod(first, lang)}`
          : `, ${formatPeriod(first, lang)} ${words.to} ${formatPeriod(last, lang)}`;
    const published = dates.at(-1);
    const version = published === undefined ? '' : `, ${words.version} ${formatPeriod(published, lang)}`;
    const who = publishers[lang] === '' ? '' : `${publishers[lang]}. `;
    return `${who}${indicator.title[lang]}${when} [${words.data}${version}]. ${words.by} Schaalsprong, ${region.title[lang]}, /monitor/${indicator.id}.`;
  };
  return { nl: of('nl'), en: of('en') };
}
