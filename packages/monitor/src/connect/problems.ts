import type { Fill, Text } from '@schaalsprong/words';
import { type MonitorCatalogue, MonitorError, monitorProblem } from '../problems.ts';

/** What can go wrong between here and a statistics office. */
export const connectCatalogue = {
  MONITOR_UNREACHABLE: {
    message: {
      nl: '{host} is niet bereikbaar: {found}. {times} keer geprobeerd.',
      en: '{host} cannot be reached: {found} (attempts: {times}).',
    },
    hint: {
      nl: 'Kijk of dit apparaat verbinding heeft en of een proxy nodig is (HTTPS_PROXY). Er is niets veranderd.',
      en: 'See that this machine is connected, and whether a proxy is needed (HTTPS_PROXY). Nothing was changed.',
    },
  },
  MONITOR_BUSY: {
    message: {
      nl: '{host} vraagt om {seconds} seconden te wachten.',
      en: '{host} asks to wait for {seconds} seconds.',
    },
    expected: { nl: 'ten hoogste {most} seconden', en: 'at most {most} seconds' },
    hint: {
      nl: 'Probeer het later nog eens; wat al binnen is, wordt niet opnieuw gehaald.',
      en: 'Try again later; what has come in already is not fetched again.',
    },
  },
  MONITOR_SERVER_FAULT: {
    message: {
      nl: '{host} antwoordt {times} keer met fout {found}.',
      en: '{host} answers with fault {found} (attempts: {times}).',
    },
    expected: { nl: 'antwoord 200', en: 'answer 200' },
    hint: {
      nl: 'De storing ligt bij de bron. Probeer het later nog eens.',
      en: 'The trouble is at the source. Try again later.',
    },
  },
  MONITOR_CUT: {
    message: {
      nl: 'Het antwoord van {host} brak {times} keer af, de laatste keer na {bytes} bytes.',
      en: 'The answer of {host} broke off after {bytes} bytes (attempts: {times}).',
    },
    hint: {
      nl: 'Probeer het nog eens: waar de bron het toelaat, gaat het verder waar het was. Er is niets half ingelezen.',
      en: 'Try again: where the source allows it, it goes on where it was. Nothing was read in half.',
    },
  },
  MONITOR_SLOW: {
    message: {
      nl: '{host} deed er langer over dan {seconds} seconden; {bytes} bytes kwamen binnen.',
      en: '{host} took longer than {seconds} seconds; {bytes} bytes came in.',
    },
    hint: {
      nl: 'Probeer het op een rustig moment, of vraag minder gebieden of jaren (only, from in sources.yaml).',
      en: 'Try at a quiet moment, or ask for fewer areas or years (only, from in sources.yaml).',
    },
  },
  MONITOR_TOO_LARGE: {
    message: {
      nl: 'Het antwoord is groter dan {most} bytes ({found}).',
      en: 'The answer is larger than {most} bytes ({found}).',
    },
    expected: { nl: 'ten hoogste {most} bytes', en: 'at most {most} bytes' },
    hint: {
      nl: 'Vraag minder gebieden, codes of jaren, of haal het bestand zelf op en geef het met --file.',
      en: 'Ask for fewer areas, codes or years, or fetch the file yourself and give it with --file.',
    },
  },
  MONITOR_CONTENT_TYPE: {
    message: {
      nl: '{host} stuurt {found} in plaats van {expected}.',
      en: '{host} sends {found} in place of {expected}.',
    },
    expected: { nl: '{expected}', en: '{expected}' },
    hint: {
      nl: 'Vaak is dit een pagina over onderhoud of een inlogpagina. Open het adres in een browser.',
      en: 'This is often a page on maintenance or a log-in page. Open the address in a browser.',
    },
  },
  MONITOR_JSON: {
    message: {
      nl: 'Het antwoord is geen geldige JSON: {found}.',
      en: 'The answer is not valid JSON: {found}.',
    },
    expected: { nl: 'JSON in UTF-8', en: 'JSON in UTF-8' },
    hint: {
      nl: 'Probeer het nog eens. Blijft het zo, meld het dan bij de bron.',
      en: 'Try again. If it stays so, tell the source.',
    },
  },
  MONITOR_SHAPE: {
    message: {
      nl: 'Het antwoord heeft niet de vorm die bij de bron hoort: {found}.',
      en: 'The answer has not the shape that belongs to the source: {found}.',
    },
    hint: {
      nl: 'Kijk of de bron haar dienst heeft veranderd. Er is niets ingelezen.',
      en: 'See whether the source has changed its service. Nothing was read in.',
    },
  },
  MONITOR_NOT_FOUND: {
    message: { nl: 'Op dit adres staat niets ({found}).', en: 'There is nothing at this address ({found}).' },
    hint: { nl: 'Kijk na of het adres klopt.', en: 'See that the address is right.' },
  },
  MONITOR_REFUSED: {
    message: { nl: '{host} weigert de vraag ({found}).', en: '{host} refuses the request ({found}).' },
    hint: {
      nl: 'Kijk of voor deze bron een sleutel of afspraak nodig is, of of een proxy de toegang sluit.',
      en: 'See whether this source needs a key or an agreement, or a proxy shuts it off.',
    },
  },
  MONITOR_REQUEST_WRONG: {
    message: {
      nl: '{host} begrijpt de vraag niet ({found}).',
      en: '{host} does not understand the request ({found}).',
    },
    hint: {
      nl: 'Kijk de codes in sources.yaml na, en of de bron haar dienst heeft veranderd.',
      en: 'Check the codes in sources.yaml, and whether the source has changed its service.',
    },
  },
  MONITOR_TABLE_UNKNOWN: {
    message: { nl: 'Er is geen tabel {found} bij {host}.', en: 'There is no table {found} at {host}.' },
    expected: {
      nl: 'een tabel die bestaat; hoofdletters en kleine letters tellen',
      en: 'a table that exists; capitals and small letters count',
    },
    hint: { nl: '{nearest}', en: '{nearest}' },
  },
  MONITOR_MEASURE_UNKNOWN: {
    message: { nl: 'Tabel {table} heeft geen maat {found}.', en: 'Table {table} has no measure {found}.' },
    hint: { nl: '{nearest}', en: '{nearest}' },
  },
  MONITOR_DIMENSION_UNKNOWN: {
    message: {
      nl: 'Tabel {table} heeft geen dimensie {found}.',
      en: 'Table {table} has no dimension {found}.',
    },
    hint: { nl: '{nearest}', en: '{nearest}' },
  },
  MONITOR_CODE_UNKNOWN: {
    message: {
      nl: 'Dimensie {dimension} van tabel {table} heeft geen code {found}. Misschien is de codelijst veranderd.',
      en: 'Dimension {dimension} of table {table} has no code {found}. Perhaps the list of codes has changed.',
    },
    hint: { nl: '{nearest}', en: '{nearest}' },
  },
  MONITOR_DIMENSION_OPEN: {
    message: {
      nl: 'Van dimensie {dimension} van tabel {table} is geen code gekozen, dus een cel heeft meer dan een waarde.',
      en: 'No code was chosen of dimension {dimension} of table {table}, so that a cell has more than one value.',
    },
    expected: { nl: 'een code onder `where`', en: 'a code under `where`' },
    hint: { nl: '{nearest}', en: '{nearest}' },
  },
  MONITOR_SERIES_NONE: {
    message: {
      nl: 'Van bron {source} staat nog niet vast welke maat gehaald moet worden.',
      en: 'Of source {source} it is not settled yet which measure to fetch.',
    },
    expected: { nl: 'minstens een reeks onder `series`', en: 'at least one series under `series`' },
    hint: {
      nl: 'Vraag `schaalsprong ingest {source} --dry-run`: dat toont de maten en dimensies van de tabel.',
      en: 'Ask `schaalsprong ingest {source} --dry-run`: it shows the measures and dimensions of the table.',
    },
  },
  MONITOR_AREAS_NONE: {
    message: {
      nl: 'Geen van de gebieden van de regio staat in tabel {table}.',
      en: 'None of the areas of the region stands in table {table}.',
    },
    expected: { nl: 'codes als {expected}', en: 'codes like {expected}' },
    hint: {
      nl: 'Geef bij de reeks onder `area.codes` de code van de bron per gebied.',
      en: 'Give the code of the source for each area under `area.codes` of the series.',
    },
  },
  MONITOR_EMPTY: {
    message: {
      nl: 'De bron geeft geen enkel cijfer voor wat gevraagd is.',
      en: 'The source gives no figure at all for what was asked.',
    },
    hint: {
      nl: 'Kijk de codes en de jaren na in sources.yaml. Wat al bekend was, blijft staan.',
      en: 'Check codes and years in sources.yaml. What was known stays.',
    },
  },
  MONITOR_PAGES_REPEAT: {
    message: {
      nl: 'De bron geeft twee keer dezelfde bladzijde: cel {found} stond al in een eerdere.',
      en: 'The source gives the same page twice: cell {found} stood in an earlier one.',
    },
    hint: {
      nl: 'Dan ontbreekt misschien een andere bladzijde. Probeer het later nog eens; er is niets ingelezen.',
      en: 'So another page may be missing. Try again later; nothing was read in.',
    },
  },
  MONITOR_PAGES_ENDLESS: {
    message: {
      nl: 'De bron blijft doorverwijzen naar een volgende bladzijde: na {found} cellen was er geen eind.',
      en: 'The source keeps pointing to a next page: after {found} cells there was no end.',
    },
    expected: { nl: 'ten hoogste {most} cellen', en: 'at most {most} cells' },
    hint: {
      nl: 'De fout ligt bij de bron. Probeer het later nog eens; er is niets ingelezen.',
      en: 'The fault is at the source. Try again later; nothing was read in.',
    },
  },
  MONITOR_LINK_ELSEWHERE: {
    message: {
      nl: 'De volgende bladzijde staat op een ander adres: {found}.',
      en: 'The next page stands at another address: {found}.',
    },
    expected: { nl: 'een adres onder {expected}', en: 'an address under {expected}' },
    hint: {
      nl: 'Vertrouw dit niet zonder meer: kijk of de bron is verhuisd en pas dan `address` aan.',
      en: 'Do not trust this as it is: see whether the source has moved, then change `address`.',
    },
  },
  MONITOR_CHANGED_MEANWHILE: {
    message: {
      nl: 'Tijdens het ophalen kwam er een nieuwe versie van tabel {table} ({found}).',
      en: 'While fetching, a new version of table {table} came out ({found}).',
    },
    hint: {
      nl: 'Haal de tabel nog eens op: half oud en half nieuw wordt niet ingelezen.',
      en: 'Fetch the table again: half old and half new is not read in.',
    },
  },
  MONITOR_NO_ADDRESS: {
    message: {
      nl: 'Bron {source} heeft geen adres om iets van op te halen.',
      en: 'Source {source} has no address to fetch anything from.',
    },
    hint: {
      nl: 'Geef het bestand met --file, of zet `address` bij de bron in sources.yaml.',
      en: 'Give the file with --file, or put `address` with the source in sources.yaml.',
    },
  },
  MONITOR_NO_TABLE: {
    message: {
      nl: 'Bij bron {source} staat niet welke tabel het is.',
      en: 'Source {source} does not say which table it is.',
    },
    hint: {
      nl: 'Zet `table` bij de bron in sources.yaml.',
      en: 'Put `table` with the source in sources.yaml.',
    },
  },
  MONITOR_YEAR_NONE: {
    message: { nl: 'Van {found} zijn er geen grenzen.', en: 'There are no boundaries of {found}.' },
    expected: {
      nl: 'een jaar waarvan de bron grenzen heeft',
      en: 'a year of which the source has boundaries',
    },
    hint: {
      nl: 'Vraag een ander jaar; grenzen van een jaar verschijnen in de loop daarvan.',
      en: 'Ask for another year; boundaries of a year come out in the course of it.',
    },
  },
  MONITOR_PROXY_WRONG: {
    message: {
      nl: 'Het adres van de proxy klopt niet: {found}.',
      en: 'The address of the proxy is wrong: {found}.',
    },
    expected: {
      nl: 'een adres als http://proxy.voorbeeld.nl:8080',
      en: 'an address like http://proxy.example.org:8080',
    },
    hint: {
      nl: 'Herstel HTTPS_PROXY of HTTP_PROXY, of haal de variabele weg.',
      en: 'Mend HTTPS_PROXY or HTTP_PROXY, or remove the variable.',
    },
  },
  MONITOR_BOUNDARIES_NO_GEOJSON: {
    message: { nl: 'In {found} staat geen GeoJSON.', en: 'There is no GeoJSON in {found}.' },
    expected: { nl: 'een FeatureCollection met vlakken', en: 'a FeatureCollection with polygons' },
    hint: {
      nl: 'Sla de grenzen op als GeoJSON in WGS 84, niet als TopoJSON of shapefile.',
      en: 'Save the boundaries as GeoJSON in WGS 84, not as TopoJSON or a shapefile.',
    },
  },
  MONITOR_BOUNDARIES_NO_AREA: {
    message: {
      nl: 'In {found} staat geen gemeente van deze regio.',
      en: 'There is no municipality of this region in {found}.',
    },
    expected: {
      nl: 'vlakken met een code of naam van areas.csv, zoals {expected}',
      en: 'polygons with a code or name of areas.csv, like {expected}',
    },
    hint: {
      nl: 'Geef elk vlak een eigenschap met de code van de gemeente.',
      en: 'Give each polygon a property with the code of the municipality.',
    },
  },
  MONITOR_BOUNDARIES_OTHER_GRID: {
    message: {
      nl: 'De grenzen staan niet in lengte- en breedtegraden: {found}.',
      en: 'The boundaries are not in longitude and latitude: {found}.',
    },
    expected: { nl: 'WGS 84 (EPSG:4326, CRS84)', en: 'WGS 84 (EPSG:4326, CRS84)' },
    hint: {
      nl: 'Vraag de bron om GeoJSON in WGS 84.',
      en: 'Ask the source for GeoJSON in WGS 84.',
    },
  },
} as const satisfies MonitorCatalogue;

/** Code of a connector's fault. */
export type ConnectCode = keyof typeof connectCatalogue;

/** Faults where trying again later may help: the exit code of a command is 4 for them, 3 for the others. */
const passing: ReadonlySet<ConnectCode> = new Set<ConnectCode>([
  'MONITOR_UNREACHABLE',
  'MONITOR_BUSY',
  'MONITOR_SERVER_FAULT',
  'MONITOR_CUT',
  'MONITOR_SLOW',
  'MONITOR_CHANGED_MEANWHILE',
]);

/** A fault of a connector. `path` is an address, or a place in sources.yaml. */
export const fault = (
  code: ConnectCode,
  path: string,
  values: Readonly<Record<string, Fill>> = {},
): MonitorError =>
  new MonitorError([monitorProblem(connectCatalogue, code, path, values)], passing.has(code));

/** True where an error is this fault. */
export const isFault = (error: unknown, code: ConnectCode): boolean =>
  error instanceof MonitorError && error.problems.some((p) => p.code === code);

/** What to do about a name that is not there: the nearest ones, else all of them where they are few. */
export function offered(near: readonly string[], all: readonly string[], what: Text): Text {
  if (near.length > 0) return { nl: `Bedoelt u ${near.join(', ')}?`, en: `Do you mean ${near.join(', ')}?` };
  if (all.length > 0 && all.length <= 40) {
    return { nl: `Kies uit: ${all.join(', ')}.`, en: `Choose from: ${all.join(', ')}.` };
  }
  return what;
}
