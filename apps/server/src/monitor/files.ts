import type { Region } from '@schaalsprong/agenda';
import { timeOf, type Vintage } from '@schaalsprong/monitor';
import { aboutColumns, type CsvAbout, csvText } from '@schaalsprong/tables/csv';
import type { IndicatorResponse, Text } from '@schaalsprong/wire';
import { compareTexts } from '@schaalsprong/words';
import { strToU8, zipSync } from 'fflate';
import { publisherNames } from './metadata.ts';
import { type Row, vintagesOf } from './view.ts';

/** Input of the downloads of an indicator. */
export interface FilesInput {
  readonly region: Region;
  readonly answer: IndicatorResponse;
  readonly rows: readonly Row[];
  /** `https://example.org`: where the server can be found, for links in files that have left it */
  readonly base: string;
  /** what the table says of itself */
  readonly about: CsvAbout;
}

type Cell = string | number | null;

interface Column {
  readonly name: string;
  readonly text: Text;
  readonly cell: (row: Row, of: { indicator: string; name: string; vintage: Vintage | undefined }) => Cell;
}

/** Columns of the CSV in order, with the descriptions for the README. */
const columns: readonly Column[] = [
  {
    name: 'indicator',
    text: { nl: 'id van de indicator', en: 'id of the indicator' },
    cell: (_row, { indicator }) => indicator,
  },
  {
    name: 'series',
    text: { nl: 'naam van de reeks', en: 'name of the series' },
    cell: ({ fact }) => fact.series,
  },
  {
    name: 'area',
    text: { nl: 'code van het gebied', en: 'code of the area' },
    cell: ({ fact }) => fact.area,
  },
  {
    name: 'area_name',
    text: { nl: 'naam van het gebied', en: 'name of the area' },
    cell: (_row, { name }) => name,
  },
  {
    name: 'period',
    text: {
      nl: 'periode: een jaar, kwartaal, maand of dag; (?) waar de bron haar niet noemt',
      en: 'period: a year, quarter, month or day; (?) where the source does not name it',
    },
    cell: ({ fact }) => fact.period,
  },
  {
    name: 'time',
    text: {
      nl: 'het einde van de periode, of de dag, in jaren met decimalen',
      en: 'the end of the period, or the day, in decimal years',
    },
    cell: ({ fact }) => Math.round(timeOf(fact.period) * 1e4) / 1e4,
  },
  {
    name: 'value',
    text: {
      nl: 'de waarde; leeg waar er geen is, en state zegt waarom',
      en: 'the value; empty where there is none, and state says why',
    },
    cell: ({ fact }) => fact.value,
  },
  { name: 'unit', text: { nl: 'eenheid', en: 'unit' }, cell: ({ fact }) => fact.unit },
  {
    name: 'state',
    text: {
      nl: 'value, secret (geheim), impossible (kan niet bestaan), missing (ontbreekt) of withdrawn (ingetrokken)',
      en: 'value, secret, impossible, missing or withdrawn',
    },
    cell: ({ fact }) => fact.state,
  },
  {
    name: 'standing',
    text: {
      nl: 'observed (gemeten), provisional (voorlopig), revised (herzien), final (definitief), derived (berekend), reported (volgens de bron, geen statistiekbureau) of expected (verwacht)',
      en: 'observed, provisional, revised, final, derived, reported (by a source that is no statistics office) or expected',
    },
    cell: ({ fact }) => fact.standing,
  },
  {
    name: 'decimals',
    text: { nl: 'decimalen van de bron', en: 'decimals of the source' },
    cell: ({ fact }) => fact.decimals,
  },
  {
    name: 'attribute',
    text: { nl: 'teken van de bron bij de waarde', en: 'sign of the source with the value' },
    cell: ({ fact }) => fact.attribute,
  },
  {
    name: 'stands',
    text: {
      nl: 'true voor het cijfer dat nu geldt, false voor een eerder of een ander',
      en: 'true for the figure that stands now, false for an earlier or another one',
    },
    cell: ({ stands }) => String(stands),
  },
  {
    name: 'vintage',
    text: { nl: 'versie van de bron', en: 'version of the source' },
    cell: ({ fact }) => fact.vintage,
  },
  {
    name: 'published',
    text: {
      nl: 'dag van publicatie; leeg waar die niet bekend is',
      en: 'day of publication; empty where unknown',
    },
    cell: ({ fact }) => fact.published,
  },
  {
    name: 'retrieved',
    text: { nl: 'moment van ophalen (UTC)', en: 'moment of retrieval (UTC)' },
    cell: (_row, { vintage }) => vintage?.retrieved ?? null,
  },
  {
    name: 'table',
    text: { nl: 'tabel van de bron', en: 'table of the source' },
    cell: (_row, { vintage }) => vintage?.table ?? null,
  },
  {
    name: 'classification',
    text: { nl: 'jaar van de indeling van gebieden', en: 'year of the classification of areas' },
    cell: (_row, { vintage }) => vintage?.classification ?? null,
  },
  {
    name: 'licence',
    text: { nl: 'licentie', en: 'licence' },
    cell: (_row, { vintage }) => vintage?.licence ?? null,
  },
  {
    name: 'attribution',
    text: { nl: 'naamsvermelding', en: 'attribution' },
    cell: (_row, { vintage }) => vintage?.attribution ?? null,
  },
  { name: 'source', text: { nl: 'bron in woorden', en: 'source in words' }, cell: ({ fact }) => fact.source },
  { name: 'note', text: { nl: 'opmerking', en: 'note' }, cell: ({ fact }) => fact.note },
];

/** The table of an indicator in long form: one row per figure and version (RFC 4180). */
export function indicatorCsv({ region, answer, rows, about }: FilesInput): string {
  const vintages = new Map(answer.vintages.map((vintage) => [vintage.id, vintage]));
  return csvText(
    columns.map(({ name }) => name),
    rows.map((row) => {
      const [id = ''] = vintagesOf(row.fact);
      const of = {
        indicator: answer.indicator.id,
        name: region.byId.areas.get(row.fact.area)?.name ?? '',
        vintage: vintages.get(id),
      };
      return columns.map(({ cell }) => cell(row, of));
    }),
    about,
  );
}

/** Indented JSON. */
export const pretty = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

const list = (items: readonly string[]): string => items.map((item) => `- ${item}\n`).join('');

/** README of the archive: contents, sources, caveats; Dutch, then English. */
export function readme(input: FilesInput): string {
  const { answer, base } = input;
  const { metadata, indicator } = answer;
  const part = (lang: 'nl' | 'en'): string => {
    const w = {
      nl: {
        unit: 'Eenheid',
        page: 'Pagina',
        files: 'Bestanden',
        columns: 'Kolommen',
        sources: 'Bronnen en licenties',
        unknown: 'licentie niet bekend: vraag de bron',
        mind: 'Let op',
        method: 'Methode',
        limits: 'Grenzen',
        comparability: 'Vergelijkbaarheid',
        calendar: 'Publicatie',
        cite: 'Verwijzen',
        about: 'in elke rij hetzelfde: titel, eenheid, bron, dag of adres van deze tabel',
        break: 'Breuk',
        table: 'de cijfers, een regel per cijfer en versie, UTF-8 met komma’s',
        sheet: 'de beschrijving',
        citation: 'de verwijzing voor programma’s (Citation File Format)',
        changes:
          'Cijfers zijn overgenomen zoals de bron ze gaf; omgerekend naar de eenheid, en voor een regio opgeteld waar standing derived is.',
      },
      en: {
        unit: 'Unit',
        page: 'Page',
        files: 'Files',
        columns: 'Columns',
        sources: 'Sources and licences',
        unknown: 'licence not known: ask the source',
        mind: 'Mind',
        method: 'Method',
        limits: 'Limits',
        comparability: 'Comparability',
        calendar: 'Publication',
        cite: 'To cite',
        about: 'the same in each row: title, unit, source, day or address of this table',
        break: 'Break',
        table: 'the figures, a row per figure and version, UTF-8 with commas',
        sheet: 'the description',
        citation: 'the reference for programs (Citation File Format)',
        changes:
          'Figures are as the source gave them, converted to the unit, and for a region added up where standing is derived.',
      },
    }[lang];
    const page = `${base}${lang === 'nl' ? '' : '/en'}/monitor/${indicator.id}`;
    const paragraph = (head: string, text: Text | null): string =>
      text === null ? '' : `${head}: ${text[lang]}\n\n`;
    return [
      `# ${metadata.title[lang]}\n\n${metadata.definition[lang]}\n\n`,
      `${w.unit}: ${input.region.units[metadata.unit]?.title[lang] ?? metadata.unit}\n\n`,
      paragraph(w.calendar, metadata.calendar),
      paragraph(w.method, metadata.method),
      paragraph(w.limits, metadata.limits),
      paragraph(w.comparability, metadata.comparability),
      `${w.page}: ${page}\n\n`,
      `## ${w.files}\n\n`,
      list([
        `\`${indicator.id}.csv\`: ${w.table}`,
        `\`${indicator.id}.metadata.json\`: ${w.sheet}`,
        `\`CITATION.cff\`: ${w.citation}`,
      ]),
      `\n## ${w.columns}\n\n`,
      list([
        ...columns.map(({ name, text }) => `\`${name}\`: ${text[lang]}`),
        ...aboutColumns.map((name) => `\`${name}\`: ${w.about}`),
      ]),
      `\n## ${w.sources}\n\n${w.changes}\n\n`,
      list(
        metadata.sources.map(({ text, licence, attribution }) =>
          [
            text,
            licence ?? w.unknown,
            ...(attribution === null || attribution === text ? [] : [attribution]),
          ].join('; '),
        ),
      ),
      metadata.breaks.length + metadata.traps.length === 0 ? '' : `\n## ${w.mind}\n\n`,
      list([
        ...metadata.breaks.map(({ at, reason }) => `${w.break} ${at}: ${reason[lang]}`),
        ...metadata.traps.map((trap) => trap[lang]),
      ]),
      `\n## ${w.cite}\n\n${metadata.citation[lang].replace(`/monitor/${indicator.id}.`, page)}\n`,
    ].join('');
  };
  return `${part('nl')}\n---\n\n${part('en')}`;
}

/** A YAML double-quoted scalar. */
const quoted = (text: string): string => JSON.stringify(text);

/** How to cite the figures, for programs (Citation File Format 1.2.0). */
export function citationFile({ region, answer, base }: FilesInput): string {
  const { indicator, vintages } = answer;
  const publishers = publisherNames(region, answer);
  const dates = vintages.flatMap(({ published }) => published ?? []).sort(compareTexts);
  const released = dates.findLast((on) => /^\d{4}-\d{2}-\d{2}$/.test(on));
  return [
    'cff-version: 1.2.0',
    'message: "Please cite the sources of these figures, and where they were brought together."',
    'type: dataset',
    `title: ${quoted(indicator.title.en)}`,
    'authors:',
    ...(publishers.length === 0 ? ['Schaalsprong'] : publishers).map((name) => `  - name: ${quoted(name)}`),
    ...(released === undefined ? [] : [`date-released: ${released}`]),
    `url: ${quoted(`${base}/en/monitor/${indicator.id}`)}`,
    `abstract: ${quoted(indicator.definition.en)}`,
    '',
  ].join('\n');
}

/** ZIP of the table and its documentation. Deterministic: the same content gives the same bytes. */
export function archive(input: FilesInput): Uint8Array {
  const { indicator, metadata, vintages } = input.answer;
  const dates = vintages.flatMap(({ published }) => published ?? []).sort(compareTexts);
  const newest = dates.at(-1);
  const day = newest === undefined ? Number.NaN : Date.parse(newest);
  const mtime = Number.isNaN(day) ? new Date(2000, 0, 1) : new Date(day);
  const file = (text: string) => [strToU8(text), { mtime }] as [Uint8Array, { mtime: Date }];
  const { id } = indicator;
  return zipSync({
    [`${id}/README.md`]: file(readme(input)),
    [`${id}/${id}.csv`]: file(indicatorCsv(input)),
    [`${id}/${id}.metadata.json`]: file(pretty(metadata)),
    [`${id}/CITATION.cff`]: file(citationFile(input)),
  });
}
