import type { ProblemBody } from '@schaalsprong/wire';
import { type Fill, fill } from '@schaalsprong/words';

/** Every error type of the API, in both languages; `{…}` is a placeholder. */
export const problemTexts = {
  'niet-gevonden': {
    status: 404,
    nl: { title: 'Niet gevonden', detail: 'Op dit adres staat niets: {what}' },
    en: { title: 'Not found', detail: 'There is nothing at this address: {what}' },
  },
  'doelstelling-onbekend': {
    status: 404,
    nl: { title: 'Doelstelling niet gevonden', detail: 'Er is geen doelstelling met id {what}.' },
    en: { title: 'Target not found', detail: 'There is no target with id {what}.' },
  },
  'onderdeel-onbekend': {
    status: 404,
    nl: {
      title: 'Onderdeel niet gevonden',
      detail:
        'Deze regio heeft geen {what}. Verwacht: soort en id zoals in /v1/agenda, bijvoorbeeld measure/more-builders.',
    },
    en: {
      title: 'Thing not found',
      detail:
        'This region has no {what}. Expected: kind and id as in /v1/agenda, for example measure/more-builders.',
    },
  },
  'gemeente-onbekend': {
    status: 404,
    nl: {
      title: 'Gemeente niet gevonden',
      detail: 'Deze regio heeft geen gemeente met code {what}. Verwacht: een code uit /v1/gemeenten.',
    },
    en: {
      title: 'Municipality not found',
      detail: 'This region has no municipality with code {what}. Expected: a code of /v1/gemeenten.',
    },
  },
  'indicator-onbekend': {
    status: 404,
    nl: { title: 'Indicator niet gevonden', detail: 'Er is geen indicator met id {what}.{near}' },
    en: { title: 'Indicator not found', detail: 'There is no indicator with id {what}.{near}' },
  },
  'kaart-onbekend': {
    status: 404,
    nl: {
      title: 'Geen kaart',
      detail: 'Van {what} zijn er geen cijfers per gemeente. Zie /v1/kaart voor wat er is.{near}',
    },
    en: {
      title: 'No map',
      detail: 'There are no figures by municipality of {what}. See /v1/kaart for what there is.{near}',
    },
  },
  'dag-onjuist': {
    status: 400,
    nl: {
      title: 'Geen dag',
      detail: 'bekendOp is geen dag die bestaat: {what}. Verwacht: jaar-maand-dag, zoals 2024-01-31.',
    },
    en: {
      title: 'Not a day',
      detail: 'bekendOp is no day that exists: {what}. Expected: year-month-day, like 2024-01-31.',
    },
  },
  'taal-onjuist': {
    status: 400,
    nl: { title: 'Taal onbekend', detail: 'taal is nl of en, niet {what}.' },
    en: { title: 'Language unknown', detail: 'taal is nl or en, not {what}.' },
  },
  'gebied-onbekend': {
    status: 404,
    nl: { title: 'Gebied niet gevonden', detail: 'Er is geen gebied met code {what}.{near}' },
    en: { title: 'Area not found', detail: 'There is no area with code {what}.{near}' },
  },
  'gebieden-te-veel': {
    status: 400,
    nl: {
      title: 'Te veel gebieden',
      detail: 'Een grafiek vergelijkt ten hoogste {most} gebieden, niet {what}.',
    },
    en: { title: 'Too many areas', detail: 'A chart compares at most {most} areas, not {what}.' },
  },
  'grafiek-bezet': {
    status: 503,
    nl: {
      title: 'Er worden al grafieken getekend',
      detail:
        'Er wachten al meer afbeeldingen dan deze server aanneemt. Probeer het over enkele seconden opnieuw, of vraag dezelfde grafiek als SVG.',
    },
    en: {
      title: 'Charts are being drawn already',
      detail:
        'More pictures wait than this server takes. Try again in a few seconds, or ask for the same chart as SVG.',
    },
  },
  'jaar-onjuist': {
    status: 400,
    nl: { title: 'Geen jaar', detail: 'jaar is geen jaar: {what}. Verwacht: vier cijfers, zoals 2025.' },
    en: { title: 'Not a year', detail: 'jaar is no year: {what}. Expected: four digits, like 2025.' },
  },
  'methode-niet-toegestaan': {
    status: 405,
    nl: {
      title: 'Methode niet toegestaan',
      detail: 'Dit adres kan alleen worden gelezen ({allow}), niet met {what}.',
    },
    en: {
      title: 'Method not allowed',
      detail: 'This address can only be read ({allow}), not with {what}.',
    },
  },
  'niet-leverbaar': {
    status: 406,
    nl: {
      title: 'Gevraagde vorm niet leverbaar',
      detail: 'Dit adres geeft {what}; de Accept-kop laat dat niet toe.',
    },
    en: {
      title: 'Requested form not available',
      detail: 'This address gives {what}; the Accept header does not allow that.',
    },
  },
  'verzoek-onjuist': {
    status: 400,
    nl: { title: 'Verzoek niet te lezen', detail: 'Het verzoek is niet goed gevormd.' },
    en: { title: 'Request cannot be read', detail: 'The request is not well formed.' },
  },
  'nog-niet-berekend': {
    status: 503,
    nl: {
      title: 'Nog niet berekend',
      detail: 'De toekomsten worden nog berekend ({what}). Probeer het over enkele seconden opnieuw.',
    },
    en: {
      title: 'Not computed yet',
      detail: 'The futures are still being computed ({what}). Try again in a few seconds.',
    },
  },
  'berekening-mislukt': {
    status: 500,
    nl: {
      title: 'Berekening mislukt',
      detail: 'De stand kon niet worden berekend: {what} Zie het logboek van de server.',
    },
    en: {
      title: 'Computation failed',
      detail: 'The standing could not be computed: {what} See the log of the server.',
    },
  },
  'bewerken-methode': {
    status: 405,
    nl: { title: 'Methode niet toegestaan', detail: 'Dit adres kent alleen {allow}, niet {what}.' },
    en: { title: 'Method not allowed', detail: 'This address knows {allow} only, not {what}.' },
  },
  'bewerken-uit': {
    status: 403,
    nl: {
      title: 'Bewerken staat uit',
      detail:
        'Deze server slaat niets op in de regiomap. Start hem op deze computer zelf met SCHAALSPRONG_EDIT=1 om dat wel te doen.',
    },
    en: {
      title: 'Editing is off',
      detail:
        'This server saves nothing in the region folder. Start it on this machine itself with SCHAALSPRONG_EDIT=1 to let it.',
    },
  },
  'bewerken-vreemd': {
    status: 403,
    nl: {
      title: 'Verzoek van elders geweigerd',
      detail:
        'Opslaan kan alleen vanaf een pagina van deze server, geopend op deze computer. Er is niets veranderd.',
    },
    en: {
      title: 'Request from elsewhere refused',
      detail: 'Only a page of this server, opened on this machine, can save. Nothing has changed.',
    },
  },
  'bewerken-geen-json': {
    status: 415,
    nl: { title: 'Alleen JSON', detail: 'Stuur wat opgeslagen moet worden als application/json.' },
    en: { title: 'JSON only', detail: 'Send what is to be saved as application/json.' },
  },
  'bewerken-onvolledig': {
    status: 400,
    nl: {
      title: 'Niet op te slaan',
      detail: 'Het verzoek heeft niet de verwachte vorm. Er is niets veranderd.',
    },
    en: {
      title: 'Cannot be saved',
      detail: 'The request does not have the expected form. Nothing has changed.',
    },
  },
  'niet-opgeslagen': {
    status: 422,
    nl: {
      title: 'Niet opgeslagen',
      detail: 'Met deze keuzes zou de regiomap niet meer kloppen. Er is niets veranderd.',
    },
    en: {
      title: 'Not saved',
      detail: 'With these choices the region folder would no longer be in order. Nothing has changed.',
    },
  },
  'tafel-onvolledig': {
    status: 400,
    nl: {
      title: 'Vraag niet te lezen',
      detail: 'De vraag aan de beleidstafel heeft niet de verwachte vorm.',
    },
    en: {
      title: 'Question cannot be read',
      detail: 'The question to the policy table does not have the expected form.',
    },
  },
  'tafel-onjuist': {
    status: 422,
    nl: { title: 'Niet door te rekenen', detail: 'De vraag aan de beleidstafel klopt niet met deze regio.' },
    en: {
      title: 'Cannot be computed',
      detail: 'The question to the policy table does not fit this region.',
    },
  },
  'tafel-bezet': {
    status: 503,
    nl: {
      title: 'De beleidstafel rekent al',
      detail: 'Er wachten al meer vragen dan deze server aanneemt. Probeer het over enkele seconden opnieuw.',
    },
    en: {
      title: 'The policy table is computing already',
      detail: 'More questions wait than this server takes. Try again in a few seconds.',
    },
  },
  'delen-uit': {
    status: 403,
    nl: {
      title: 'Deze server bewaart geen gedeelde standen',
      detail:
        'Deel de lange link: daarin staat alles. Wie de server beheert, zet het bewaren aan met SCHAALSPRONG_SHARES.',
    },
    en: {
      title: 'This server keeps no shared settings',
      detail:
        'Share the long link: it holds everything. Who runs the server turns keeping on by SCHAALSPRONG_SHARES.',
    },
  },
  'delen-onvolledig': {
    status: 400,
    nl: {
      title: 'Geen gedeelde stand',
      detail:
        'Het verzoek heeft niet de verwachte vorm. Verwacht: JSON met in shared wat in een lange link achter bewaard= staat.',
    },
    en: {
      title: 'No shared setting',
      detail:
        'The request does not have the expected form. Expected: JSON with in shared what a long link has behind bewaard=.',
    },
  },
  'delen-onjuist': {
    status: 422,
    nl: {
      title: 'Geen gedeelde stand',
      detail:
        'Dit is geen hele link van de beleidstafel: hij is afgekapt of veranderd. Maak de link opnieuw.',
    },
    en: {
      title: 'No shared setting',
      detail: 'This is no whole link of the policy table: it was cut short or changed. Make the link again.',
    },
  },
  'delen-vol': {
    status: 507,
    nl: {
      title: 'Er kunnen geen gedeelde standen meer bij',
      detail:
        'Deze server bewaart {most} gedeelde standen van een regio en heeft er zoveel. Deel de lange link: daarin staat alles.',
    },
    en: {
      title: 'No more shared settings can be kept',
      detail:
        'This server keeps {most} shared settings of a region and has as many. Share the long link: it holds everything.',
    },
  },
  'delen-te-vaak': {
    status: 429,
    nl: {
      title: 'Te veel gedeelde standen tegelijk',
      detail:
        'Er zijn in een minuut meer standen gedeeld dan deze server aanneemt. Probeer het over een minuut opnieuw, of deel de lange link.',
    },
    en: {
      title: 'Too many shared settings at once',
      detail:
        'More settings were shared within a minute than this server takes. Try again in a minute, or share the long link.',
    },
  },
  'delen-onbereikbaar': {
    status: 503,
    nl: {
      title: 'De gedeelde standen zijn nu niet te bereiken',
      detail:
        'De opslag van gedeelde standen antwoordt niet{code}. Probeer het later opnieuw, of gebruik de lange link.',
    },
    en: {
      title: 'The shared settings cannot be reached now',
      detail: 'The store of shared settings does not answer{code}. Try again later, or use the long link.',
    },
  },
  'gedeeld-onbekend': {
    status: 404,
    nl: {
      title: 'Gedeelde stand niet gevonden',
      detail:
        'Deze server heeft geen gedeelde stand met id {what}. Kijk of het adres heel is, of vraag de lange link.',
    },
    en: {
      title: 'Shared setting not found',
      detail:
        'This server has no shared setting with id {what}. See that the address is whole, or ask for the long link.',
    },
  },
  'verzoek-te-groot': {
    status: 413,
    nl: { title: 'Verzoek te groot', detail: 'Het verzoek is groter dan deze server aanneemt.' },
    en: { title: 'Request too large', detail: 'The request is larger than this server takes.' },
  },
  'interne-fout': {
    status: 500,
    nl: {
      title: 'Interne fout',
      detail: 'De server kon dit verzoek niet afmaken. De beheerder vindt de oorzaak in het logboek.',
    },
    en: {
      title: 'Internal error',
      detail: 'The server could not finish this request. The operator finds the cause in the log.',
    },
  },
  'webapp-ontbreekt': {
    status: 503,
    nl: {
      title: 'Webapp niet gebouwd',
      detail: 'De webapp is nog niet gebouwd. Bouw haar met npm run build; de gegevens staan onder /v1.',
    },
    en: {
      title: 'Web app not built',
      detail: 'The web app has not been built. Build it with npm run build; the data is under /v1.',
    },
  },
} as const;

export type ProblemCode = keyof typeof problemTexts;

/** The API's table of docs/errors.md. */
export const problemTable = (): string =>
  [
    '| type | status | Nederlands | English |',
    '| --- | --- | --- | --- |',
    ...Object.entries(problemTexts).map(
      ([code, { status, nl, en }]) =>
        `| \`/fouten/${code}\` | ${status} | ${nl.title}. ${nl.detail} | ${en.title}. ${en.detail} |`,
    ),
  ].join('\n');

/**
 * The body of an error response (RFC 9457). `type` is a path relative to the server.
 *
 * @param code which problem
 * @param instance path of the request
 * @param values what fills the placeholders, in both languages where they differ
 */
export function problem(
  code: ProblemCode,
  instance: string,
  values: Readonly<Record<string, Fill>> = {},
): ProblemBody {
  const { status, nl, en } = problemTexts[code];
  return {
    type: `/fouten/${code}`,
    title: nl.title,
    status,
    detail: fill(nl.detail, values, 'nl'),
    instance,
    en: { title: en.title, detail: fill(en.detail, values, 'en') },
  };
}
