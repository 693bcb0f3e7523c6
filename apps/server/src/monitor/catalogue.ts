import { parsePeriod } from '@schaalsprong/agenda/periods';
import { calendarDay, isMeasured } from '@schaalsprong/monitor';
import type { IndicatorResponse } from '@schaalsprong/wire';
import { compareTexts, type Lang } from '@schaalsprong/words';
import { publishersOf } from './metadata.ts';
import { day, dutch, inBoth, iri, plain, type Statements, Turtle, type Value } from './turtle.ts';
import type { MonitorView } from './view.ts';

/** Input of the catalogue. */
export interface CatalogueInput {
  readonly view: MonitorView;
  /** `https://example.org` */
  readonly base: string;
  /** contact point, a mailto:, https: or tel: address; null if the operator has set none */
  readonly contact: string | null;
}

const prefixes = {
  adms: 'http://www.w3.org/ns/adms#',
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const;

const authority = 'http://publications.europa.eu/resource/authority';
const languages: Record<Lang, string> = {
  nl: `${authority}/language/NLD`,
  en: `${authority}/language/ENG`,
};
const accessPublic = `${authority}/access-right/PUBLIC`;
/** 'Regions and cities' of the list of themes of the European Union: what every indicator of a region is about. */
const theme = `${authority}/data-theme/REGI`;
const licenceUnknown = 'http://standaarden.overheid.nl/owms/terms/licentieonbekend';

/** The address of a licence that a source names in words. */
function licenceAddress(words: string): string | null {
  const [, kind = '', version = ''] = /^CC[ -](BY(?:-SA)?)[ -](\d\.\d)$/i.exec(words.trim()) ?? [];
  if (kind !== '') return `http://creativecommons.org/licenses/${kind.toLowerCase()}/${version}/deed.nl`;
  return /^CC0([ -]1\.0)?$/i.test(words.trim())
    ? 'http://creativecommons.org/publicdomain/zero/1.0/deed.nl'
    : null;
}

/** In decimal years. */
const halfADay = 0.5 / 366;

/** Files of an indicator that are data, with their names in the lists of file types and media types. */
const files = [
  { ending: '.csv', type: 'CSV', mediaType: 'text/csv' },
  { ending: '.json', type: 'JSON', mediaType: 'application/json' },
  { ending: '.zip', type: 'ZIP', mediaType: 'application/zip' },
] as const;

/**
 * The data catalogue of a region: DCAT-AP-NL 3.0 in Turtle, with a dataset per indicator that has observations and a distribution per file.
 */
export function catalogue({ view, base, contact }: CatalogueInput): string {
  const { region } = view;
  const answers = region.indicators
    .flatMap(({ id }) => view.indicator(id, null) ?? [])
    .filter(({ facts }) => facts.some(isMeasured));
  const operator = {
    nl: `Beheerder van deze server (${region.title.nl})`,
    en: `Operator of this server (${region.title.en})`,
  };
  const publisher = iri(`${base}/catalog.ttl#beheerder`);
  const contactPoint = iri(`${base}/catalog.ttl#contact`);
  const common: Statements = [
    ['dct:publisher', publisher],
    ['dcat:contactPoint', contactPoint],
    ['dct:language', Object.values(languages).map(iri)],
  ];
  const turtle = new Turtle(prefixes);
  turtle.about(iri(`${base}/catalog.ttl`), [
    ['a', turtle.name('dcat:Catalog')],
    [
      'dct:title',
      inBoth({ nl: `Monitor van de ${region.title.nl}`, en: `Monitor of the ${region.title.en}` }),
    ],
    [
      'dct:description',
      inBoth({
        nl: 'Wat de statistiek zegt van de indicatoren van de agenda, met elke versie van elk cijfer.',
        en: 'What the statistics say of the indicators of the agenda, with every version of every figure.',
      }),
    ],
    ...common,
    ['dct:creator', publisher],
    ['foaf:homepage', iri(`${base}/monitor`)],
    ['dcat:themeTaxonomy', iri(`${authority}/data-theme`)],
    ['dcat:dataset', answers.map(({ indicator }) => iri(`${base}/monitor/${indicator.id}#data`))],
  ]);
  turtle.about(publisher, [
    ['a', turtle.name('foaf:Agent')],
    ['foaf:name', inBoth(operator)],
  ]);
  turtle.about(contactPoint, [
    ['a', [turtle.name('vcard:Kind'), turtle.name('vcard:Organization')]],
    ['vcard:fn', inBoth(operator)],
    ...contactWays(contact, base),
  ]);
  turtle.about(iri(`${base}/monitor`), [['a', turtle.name('foaf:Document')]]);
  for (const answer of answers) addDataset(turtle, answer, { view, base, common });
  return turtle.text();
}

function contactWays(contact: string | null, base: string): Statements {
  if (contact === null) return [['vcard:hasURL', iri(`${base}/`)]];
  const property = contact.startsWith('mailto:')
    ? 'vcard:hasEmail'
    : contact.startsWith('tel:')
      ? 'vcard:hasTelephone'
      : 'vcard:hasURL';
  return [[property, iri(contact)]];
}

interface Shared {
  readonly view: MonitorView;
  readonly base: string;
  readonly common: Statements;
}

function addDataset(turtle: Turtle, answer: IndicatorResponse, { view, base, common }: Shared): void {
  const { region } = view;
  const { indicator, metadata, vintages, facts } = answer;
  const page = `${base}/monitor/${indicator.id}`;
  const measured = facts.filter(isMeasured);
  const spans = measured.flatMap(({ period }) => parsePeriod(period) ?? []);
  const first = Math.min(...spans.map(({ start }) => start));
  // Periods are half-open: the end is exclusive.
  const last = Math.max(...spans.map(({ end }) => end)) - halfADay;
  const published = vintages
    .flatMap((vintage) => vintage.published ?? [])
    .filter((on) => /^\d{4}-\d{2}-\d{2}$/.test(on))
    .sort(compareTexts);
  const licences = new Set(vintages.map(({ licence }) => licenceAddress(licence)));
  const [only = null] = licences;
  const licence = licences.size === 1 ? only : null;
  const area = region.byId.areas.get(metadata.area)?.name ?? region.title.nl;
  const creators = publishersOf(region, answer);
  const keywords = region.themes.find(({ id }) => id === indicator.theme)?.title ?? null;
  const newest = published.at(-1);
  const modified: Statements = newest === undefined ? [] : [['dct:modified', day(newest)]];
  // Dataset, landing page and distributions need distinct IRIs.
  turtle.about(iri(`${page}#data`), [
    ['a', turtle.name('dcat:Dataset')],
    ['dct:identifier', plain(`${page}#data`)],
    ['dct:title', inBoth(indicator.title)],
    ['dct:description', inBoth(indicator.definition)],
    ['dct:accessRights', iri(accessPublic)],
    ...common,
    [
      'dct:creator',
      {
        nested: [
          ['a', turtle.name('foaf:Agent')],
          ['foaf:name', inBoth(creators)],
        ],
      },
    ],
    ['dcat:theme', iri(theme)],
    ['dcat:keyword', keywords === null ? [] : inBoth(keywords)],
    [
      'dct:spatial',
      {
        nested: [
          ['a', turtle.name('dct:Location')],
          ['skos:prefLabel', dutch(area)],
        ],
      },
    ],
    [
      'dct:temporal',
      {
        nested: [
          ['a', turtle.name('dct:PeriodOfTime')],
          ['dcat:startDate', day(calendarDay(first))],
          ['dcat:endDate', day(calendarDay(last))],
        ],
      },
    ],
    ...modified,
    ['dcat:landingPage', iri(page)],
    ['dcat:distribution', files.map(({ type }) => iri(`${page}#${type.toLowerCase()}`))],
  ]);
  turtle.about(iri(page), [['a', turtle.name('foaf:Document')]]);
  for (const { ending, type, mediaType } of files) {
    turtle.about(iri(`${page}#${type.toLowerCase()}`), [
      ['a', turtle.name('dcat:Distribution')],
      ['dct:title', inBoth({ nl: `${indicator.title.nl} (${type})`, en: `${indicator.title.en} (${type})` })],
      ['dcat:accessURL', iri(`${page}${ending}`)],
      ['dcat:downloadURL', iri(`${page}${ending}`)],
      ['dct:format', iri(`${authority}/file-type/${type}`)],
      ['dcat:mediaType', iri(`https://www.iana.org/assignments/media-types/${mediaType}`)],
      ['dct:license', iri(licence ?? licenceUnknown)],
      ['dct:language', Object.values(languages).map(iri)],
      ...(licence === null ? [['dct:rights', rights(turtle, metadata.sources)] as const] : []),
      ...modified,
    ]);
  }
}

/** Rights statement for mixed or unknown licences. */
const rights = (turtle: Turtle, sources: IndicatorResponse['metadata']['sources']): Value => {
  const known = [...new Set(sources.flatMap(({ licence }) => licence ?? []))].sort(compareTexts).join('; ');
  return {
    nested: [
      ['a', turtle.name('dct:RightsStatement')],
      [
        'rdfs:label',
        inBoth({
          nl:
            known === ''
              ? 'De licentie van de bronnen is niet bekend: vraag de bron.'
              : `Niet van alle bronnen is dezelfde licentie bekend (wel: ${known}): zie de beschrijving.`,
          en:
            known === ''
              ? 'The licence of the sources is not known: ask the source.'
              : `Not all sources have the same known licence (known: ${known}): see the description.`,
        }),
      ],
    ],
  };
};
