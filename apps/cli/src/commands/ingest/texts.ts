import { type Fill, fill, type Lang } from '@schaalsprong/words';

/** What `ingest` says besides its faults, in both languages. */
const texts = {
  'source-word': { nl: 'BRON', en: 'SOURCE' },
  'what-source': {
    nl: 'een bron uit sources.yaml, of status, all, revisions, quarantine, accept of reject',
    en: 'a source of sources.yaml, or status, all, revisions, quarantine, accept or reject',
  },
  'what-id': {
    nl: 'de naam van wat wacht (ingest quarantine)',
    en: 'the name of what waits (ingest quarantine)',
  },
  'why-by': { nl: 'wie het besluit (functie, geen naam)', en: 'who decides (a function, not a name)' },
  'why-why': { nl: 'waarom', en: 'why' },
  'why-year': {
    nl: 'een bestand met grenzen zegt niet van welk jaar het is: noem er een',
    en: 'a file of boundaries does not say of which year it is: name one',
  },
  'why-file': {
    nl: 'deze bron heeft geen adres om op te halen',
    en: 'this source has no address to fetch from',
  },
  waiting: {
    nl: 'Wacht op proces {pid}, dat de opslag nu gebruikt.',
    en: 'Waiting for process {pid}, which uses the store now.',
  },
  'progress-structure': { nl: '{source}: opbouw van de tabel', en: '{source}: structure of the table' },
  'progress-cells': { nl: '{source}: {done} cellen{of}{left}', en: '{source}: {done} cells{of}{left}' },
  'progress-file': { nl: '{source}: {done}{of}{left}', en: '{source}: {done}{of}{left}' },
  'progress-waiting': {
    nl: '{source}: wacht {seconds} s. {because}',
    en: '{source}: waits {seconds} s. {because}',
  },
  'progress-of': { nl: ' van {of}', en: ' of {of}' },
  'progress-left': { nl: ', nog {time}', en: ', {time} left' },
  minutes: { nl: '{minutes} min', en: '{minutes} min' },
  seconds: { nl: '{seconds} s', en: '{seconds} s' },
  unchanged: {
    nl: '{source}: niets nieuws sinds {since}.',
    en: '{source}: nothing new since {since}.',
  },
  imported: {
    nl: '{source}, {version}: {added} nieuw, {changed} gewijzigd, {withdrawn} vervallen, {standing} zekerder of onzekerder, {same} gelijk.',
    en: '{source}, {version}: {added} new, {changed} changed, {withdrawn} withdrawn, {standing} more or less sure, {same} the same.',
  },
  'would-import': {
    nl: '{source}, {version}: zou {added} nieuwe, {changed} gewijzigde en {withdrawn} vervallen getallen geven; {standing} worden zekerder of onzekerder. Er is niets bewaard.',
    en: '{source}, {version}: would give {added} new, {changed} changed and {withdrawn} withdrawn figures; {standing} become more or less sure. Nothing was kept.',
  },
  'version-of': { nl: 'versie van {day}', en: 'version of {day}' },
  'version-unknown': {
    nl: 'zonder dag van publicatie',
    en: 'without a day of publication',
  },
  boundaries: { nl: '{source}: grenzen van {years} bewaard.', en: '{source}: boundaries of {years} kept.' },
  'would-keep-boundaries': {
    nl: '{source}: grenzen van {years} gevonden. Er is niets bewaard.',
    en: '{source}: boundaries of {years} found. Nothing was kept.',
  },
  'held-some': {
    nl: 'Wacht op een besluit: {count} (zie schaalsprong ingest quarantine).',
    en: 'Waiting for a decision: {count} (see schaalsprong ingest quarantine).',
  },
  'would-hold': { nl: 'Zou op een besluit wachten: {count}', en: 'Would wait for a decision: {count}' },
  refused: {
    nl: 'Eerder afgewezen, dus niet meegeteld: {count}.',
    en: 'Rejected before, so not counted: {count}.',
  },
  moved: { nl: '{target}: van {from} naar {to}', en: '{target}: from {from} to {to}' },
  'moved-heading': { nl: 'Doelstellingen die verschuiven', en: 'Targets that move' },
  'warnings-heading': { nl: 'Om te weten', en: 'To know' },
  more: { nl: '... en nog {count}; --json geeft alles', en: '... and {count} more; --json gives all' },
  failed: { nl: '{source}: niet gelukt.', en: '{source}: did not succeed.' },
  'skipped-file': {
    nl: '{source}: overgeslagen, want er is een bestand nodig (ingest {source} --file BESTAND).',
    en: '{source}: skipped, for it needs a file (ingest {source} --file FILE).',
  },
  'skipped-series': {
    nl: '{source}: overgeslagen, want sources.yaml noemt er nog geen reeksen van (ingest {source} --dry-run toont de tabel).',
    en: '{source}: skipped, for sources.yaml names no series of it yet (ingest {source} --dry-run shows the table).',
  },
  'no-sources': {
    nl: 'Deze regio heeft geen sources.yaml: er is niets om op te halen.',
    en: 'This region has no sources.yaml: there is nothing to ingest.',
  },
  'no-indicators': {
    nl: 'Deze regio heeft geen indicatoren met een reeks.',
    en: 'This region has no indicators with a series.',
  },
  series: { nl: 'reeks', en: 'series' },
  area: { nl: 'gebied', en: 'area' },
  period: { nl: 'periode', en: 'period' },
  before: { nl: 'was', en: 'was' },
  after: { nl: 'wordt', en: 'becomes' },
  change: { nl: 'wat', en: 'what' },
  added: { nl: 'nieuw', en: 'new' },
  changed: { nl: 'gewijzigd', en: 'changed' },
  withdrawn: { nl: 'vervallen', en: 'withdrawn' },
  standing: { nl: 'zekerheid', en: 'certainty' },
  indicator: { nl: 'indicator', en: 'indicator' },
  source: { nl: 'bron', en: 'source' },
  'last-period': { nl: 'laatste periode', en: 'last period' },
  published: { nl: 'gepubliceerd', en: 'published' },
  checked: { nl: 'nagekeken', en: 'checked' },
  age: { nl: 'ouderdom', en: 'age' },
  held: { nl: 'wacht', en: 'waits' },
  state: { nl: 'let op', en: 'note' },
  'is-value': { nl: 'onbekend', en: 'unknown' },
  'is-secret': { nl: 'geheim', en: 'secret' },
  'is-impossible': { nl: 'kan niet bestaan', en: 'cannot exist' },
  'is-missing': { nl: 'ontbreekt', en: 'missing' },
  'is-withdrawn': { nl: 'vervallen', en: 'withdrawn' },
  kind: { nl: 'soort', en: 'kind' },
  table: { nl: 'tabel', en: 'table' },
  days: { nl: '{days} d', en: '{days} d' },
  unknown: { nl: '?', en: '?' },
  computed: { nl: 'zelf berekend', en: 'computed by us' },
  never: { nl: 'nooit', en: 'never' },
  none: { nl: '-', en: '-' },
  overdue: { nl: 'te laat', en: 'overdue' },
  'not-measured': { nl: 'geen cijfers', en: 'no figures' },
  'check-failed': { nl: '{day} mislukt ({code})', en: '{day} failed ({code})' },
  'no-series': { nl: 'geen reeksen in sources.yaml', en: 'no series in sources.yaml' },
  'indicators-heading': { nl: 'Indicatoren', en: 'Indicators' },
  'sources-heading': { nl: 'Bronnen', en: 'Sources' },
  'network-heading': {
    nl: 'Wat een netwerk geeft (ingest all)',
    en: 'What a network gives (ingest all)',
  },
  'series-count': { nl: 'reeksen', en: 'series' },
  targets: { nl: 'doelen', en: 'targets' },
  requests: { nl: 'vragen', en: 'requests' },
  duration: { nl: 'duur', en: 'time' },
  'network-total': {
    nl: 'Samen: bronnen {sources}, reeksen {series}, doelen die er een lezen of erop wachten {targets}, vragen {requests}, duur {time}. Dat is een schatting: elke vraag telt voor {pause} s pauze en {answer} s antwoord (aangenomen), alles past op één bladzijde en niets hoeft opnieuw.',
    en: 'Together: sources {sources}, series {series}, targets that read one or wait for it {targets}, requests {requests}, time {time}. That is an estimate: every request counts for a pause of {pause} s and an answer of {answer} s (assumed), everything fits on one page and nothing is asked again.',
  },
  'without-series': {
    nl: 'Zonder reeks, dus zonder metingen: {names}.',
    en: 'Without a series, so without measurements: {names}.',
  },
  'kept-where': { nl: 'Bewaard in {place}.', en: 'Kept in {place}.' },
  'kept-nothing': {
    nl: 'Nog niets opgehaald: dit zijn de waarnemingen uit de regiomap.',
    en: 'Nothing was ingested yet: these are the observations of the region folder.',
  },
  database: { nl: 'de database van DATABASE_URL', en: 'the database of DATABASE_URL' },
  'nothing-held': { nl: 'Er wacht niets op een besluit.', en: 'Nothing waits for a decision.' },
  'held-line': { nl: '{id}  {source}, sinds {since}', en: '{id}  {source}, since {since}' },
  'held-how': {
    nl: 'schaalsprong ingest accept ID --by WIE --why WAAROM, of ingest reject ID ...',
    en: 'schaalsprong ingest accept ID --by WHO --why WHY, or ingest reject ID ...',
  },
  taken: {
    nl: '{series} in {area}, {period} is nu {value}.',
    en: '{series} in {area}, {period} is now {value}.',
  },
  'taken-later': {
    nl: '{id} is aanvaard. Haal {source} opnieuw op: dan telt het mee.',
    en: '{id} is accepted. Ingest {source} again: then it counts.',
  },
  'not-taken': {
    nl: '{id} is afgewezen; wat er stond blijft staan.',
    en: '{id} is rejected; what stood stays.',
  },
  'no-revisions': { nl: 'Geen herzieningen{since}.', en: 'No revisions{since}.' },
  'since-day': { nl: ' sinds {day}', en: ' since {day}' },
  'revised-heading': {
    nl: '{day}  {source}: {changed} gewijzigd, {withdrawn} vervallen, {standing} zekerder of onzekerder, {added} nieuw',
    en: '{day}  {source}: {changed} changed, {withdrawn} withdrawn, {standing} more or less sure, {added} new',
  },
  'no-measure': { nl: 'De tabel {table}: {title}', en: 'The table {table}: {title}' },
  measures: { nl: 'Maten', en: 'Measures' },
  dimension: { nl: 'Dimensie {id}: {title} ({count})', en: 'Dimension {id}: {title} ({count})' },
  reached: { nl: 'gehaald', en: 'reached' },
  'on-course': { nl: 'op koers', en: 'on course' },
  lagging: { nl: 'achter op schema', en: 'behind schedule' },
  'off-course': { nl: 'niet op koers', en: 'off course' },
  away: { nl: 'de verkeerde kant op', en: 'moving away' },
  'status-unknown': { nl: 'niet te zeggen', en: 'cannot be said' },
} as const;

export type IngestText = keyof typeof texts;

/** One text of `ingest` with its placeholders filled. */
export const sayIngest = (lang: Lang, key: IngestText, values: Readonly<Record<string, Fill>> = {}): string =>
  fill(texts[key][lang], values, lang);
