import { Lines } from '@schaalsprong/agenda';
import * as z from 'zod';
import { apiVersion } from './headers.ts';
import * as monitor from './monitor/wire.ts';
import { TableBody } from './tafel.ts';
import * as wire from './wire.ts';
import * as audit from './wire-audit.ts';

type Json = { readonly [key: string]: unknown };

interface Component {
  readonly schema: z.ZodType;
  readonly description: string;
  /** Whether it is sent to the server: then what has a default may be left out. */
  readonly sent?: boolean;
}

const components: Readonly<Record<string, Component>> = {
  Agenda: {
    schema: wire.Agenda,
    description:
      'De agenda als gegevens: regio, resultatenboom, doelstellingen, indicatoren, maatregelen, knelpunten, partijen, afspraken, registers, gebieden en wat niet bekend is.',
  },
  Bronnen: {
    schema: wire.Sources,
    description:
      'Waar elk getal vandaan komt: beweringen met plaats in de tekst, aannamen met bereik en reden, waarnemingen, bronnen en de vergelijkingen van het model.',
  },
  Stand: {
    schema: wire.Standing,
    description:
      'De stand van de agenda. Zolang state running is, kan detail al een antwoord over minder toekomsten bevatten, zonder carriedBy.',
  },
  Doelstellingen: {
    schema: wire.Targets,
    description: 'Alle doelstellingen, elk met haar stand; null zolang die niet is berekend.',
  },
  Doelstelling: {
    schema: wire.Target,
    description:
      'Een doelstelling met haar stand, de waaier over de tijd (p10, p50, p90), de waarnemingen en de beweringen die over haar gaan.',
  },
  Tegenspraken: {
    schema: audit.Audit,
    description:
      'De audit met alle schakelaars op hun gewone stand (report), en alles waarvan hij is gemaakt (input), zodat ieder hem zelf met andere schakelaars kan overdoen.',
  },
  Tafel: {
    schema: wire.Table,
    description:
      'Wat de toekomsten zeggen van een stand van de beleidstafel: uitkomsten over de tijd, doelen met in hoeveel toekomsten zij worden gehaald, en wat er tegenhoudt. hash is de SHA-256 over alle getallen; de browser komt op dezelfde.',
  },
  Tafelvraag: {
    sent: true,
    schema: TableBody,
    description:
      'Een stand van de beleidstafel: elke maatregel met de waarde van zijn knop, aannamen die vaststaan, en van wie de bereiken zijn (viewpoint: null, de id van een kijk, of together).',
  },
  Indicatoren: {
    schema: monitor.Monitor,
    description:
      'Wat de statistiek zegt: elke indicator met haar laatste cijfer en lijn, hoe elk doel er volgens de metingen voor staat, de bronnen en wat er is herzien. store zegt of ook opgehaalde cijfers worden getoond.',
  },
  Indicator: {
    schema: monitor.OneIndicator,
    description:
      'Alles over een indicator: de cijfers die gelden in elk gebied, eerdere versies, breuken, stand van de doelen, schatting van het lopende jaar en beschrijving. Waarden in de eenheid van de indicator.',
  },
  Voorspelkracht: {
    schema: monitor.BackTest,
    description:
      'Hoe het model het zou hebben gedaan: voorspellingen met wat destijds bekend was, tegen wat er kwam. backTest is null zolang het wordt berekend; reason zegt waarom.',
  },
  Grenzen: {
    schema: monitor.Boundaries,
    description: 'Grenzen van gebieden als GeoJSON (WGS 84), waar iemand ze heeft opgehaald; anders null.',
  },
  Probleem: {
    schema: wire.Problem,
    description:
      'Een fout volgens RFC 9457; title en detail in het Nederlands, dezelfde teksten in het Engels onder en.',
  },
};

/** Turns one of our schemas into JSON Schema, with Dutch words only: what content files say to an editor is English. */
function jsonSchema({ schema, description, sent = false }: Component): Json {
  const made = z.toJSONSchema(schema, {
    io: sent ? 'input' : 'output',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      delete jsonSchema.description;
      delete jsonSchema.default;
      if (Object.is(zodSchema, Lines)) {
        jsonSchema.type = 'object';
        jsonSchema.properties = { from: { type: 'integer' }, to: { type: 'integer' } };
        jsonSchema.required = ['from', 'to'];
        jsonSchema.additionalProperties = false;
      }
    },
  });
  const { $schema: _, ...rest } = made;
  return { ...rest, description };
}

const versionHeader = {
  'API-Version': {
    description: 'Volledige versie van de API.',
    schema: { type: 'string' },
    example: apiVersion,
  },
};
const reference = (name: string): Json => ({ $ref: `#/components/${name}` });

const problemResponse = (description: string): Json => ({
  description,
  headers: versionHeader,
  content: { 'application/problem+json': { schema: reference('schemas/Probleem') } },
});

/** Ids of this region that stand in the description as examples; null for none. */
export interface Examples {
  readonly target: string | null;
  readonly indicator: string | null;
}

interface Operation {
  readonly id: string;
  readonly tag: 'agenda' | 'stand' | 'monitor' | 'beschrijving';
  readonly summary: string;
  readonly description: string;
  readonly schema: string | null;
  readonly parameter?: { readonly name: string; readonly description: string; readonly of: keyof Examples };
  readonly query?: { readonly name: string; readonly description: string; readonly schema: Json };
  /** What is sent, for an address that computes. */
  readonly body?: string;
}

const operations: Readonly<Record<string, Operation>> = {
  '/agenda': {
    id: 'leesAgenda',
    tag: 'agenda',
    summary: 'De agenda',
    description: 'Wat er is beloofd, door wie en met welke middelen. Verandert niet zolang de server draait.',
    schema: 'Agenda',
  },
  '/bronnen': {
    id: 'leesBronnen',
    tag: 'agenda',
    summary: 'Beweringen, aannamen, waarnemingen en modelvergelijkingen',
    description: 'Waar elk getal vandaan komt. Verandert niet zolang de server draait.',
    schema: 'Bronnen',
  },
  '/stand': {
    id: 'leesStand',
    tag: 'stand',
    summary: 'De stand van de agenda',
    description:
      'De uitkomst van alle toekomsten, of hoe ver de berekening is. Vraag zolang state running is na ongeveer een seconde opnieuw.',
    schema: 'Stand',
  },
  '/doelen': {
    id: 'leesDoelstellingen',
    tag: 'stand',
    summary: 'Alle doelstellingen met hun stand',
    description: 'Elke doelstelling van de agenda, met haar stand zodra die is berekend.',
    schema: 'Doelstellingen',
  },
  '/doelen/{id}': {
    id: 'leesDoelstelling',
    tag: 'stand',
    summary: 'Een doelstelling met haar stand',
    description: 'Een doelstelling met stand, waaier, waarnemingen en beweringen.',
    schema: 'Doelstelling',
    parameter: { name: 'id', description: 'Id van de doelstelling.', of: 'target' },
  },
  '/tafel': {
    id: 'rekenTafel',
    tag: 'stand',
    summary: 'Een stand van de beleidstafel doorrekenen',
    description:
      'Rekent een stand van de knoppen door in ten hoogste 10.000 toekomsten. Verandert niets. Met ?values=1 komt van elk doel de waarde in elke toekomst mee.',
    schema: 'Tafel',
    body: 'Tafelvraag',
  },
  '/tegenspraken': {
    id: 'leesTegenspraken',
    tag: 'agenda',
    summary: 'Kloppen de getallen van de agenda met elkaar?',
    description:
      'Verzamelingen beweringen die niet samen waar kunnen zijn, elk met de som, de aannamen en lezingen waaronder dat zo is, en de kleinste reparatie. Wat hier niet staat is niet bewezen. Verandert niet zolang de server draait.',
    schema: 'Tegenspraken',
  },
  '/indicatoren': {
    id: 'leesIndicatoren',
    tag: 'monitor',
    summary: 'Alle indicatoren met hun laatste cijfer',
    description: 'Wat de statistiek zegt, en hoe elk doel er volgens de metingen voor staat.',
    schema: 'Indicatoren',
  },
  '/indicatoren/{id}': {
    id: 'leesIndicator',
    tag: 'monitor',
    summary: 'Een indicator met alle cijfers en versies',
    description:
      'Alles over een indicator. Met ?bekendOp=2024-01-31 zoals het op die dag bekend was; assumed telt de cijfers waarvan de dag van publicatie niet bekend is.',
    schema: 'Indicator',
    parameter: { name: 'id', description: 'Id van de indicator.', of: 'indicator' },
    query: {
      name: 'bekendOp',
      description: 'Dag, zoals 2024-01-31: wat was er toen bekend?',
      schema: { type: 'string', format: 'date' },
    },
  },
  '/voorspelkracht': {
    id: 'leesVoorspelkracht',
    tag: 'monitor',
    summary: 'Hoe het model het zou hebben gedaan',
    description: 'Voorspellingen met wat destijds bekend was, tegen wat er kwam.',
    schema: 'Voorspelkracht',
  },
  '/grenzen': {
    id: 'leesGrenzen',
    tag: 'monitor',
    summary: 'Grenzen van gebieden',
    description: 'De nieuwste grenzen, of die van een jaar.',
    schema: 'Grenzen',
    query: {
      name: 'jaar',
      description: 'Jaar van de grenzen; standaard het nieuwste.',
      schema: { type: 'string', pattern: '^[0-9]{4}$' },
    },
  },
  '/openapi.json': {
    id: 'leesBeschrijving',
    tag: 'beschrijving',
    summary: 'Deze beschrijving',
    description: 'De beschrijving van de API volgens OpenAPI 3.1.',
    schema: null,
  },
};

function path(operation: Operation, examples: Examples): Json {
  const { parameter, query, body } = operation;
  if (body !== undefined) return computing(operation, body);
  const example = parameter === undefined ? null : examples[parameter.of];
  const parameters = [
    ...(parameter === undefined
      ? []
      : [
          {
            name: parameter.name,
            in: 'path',
            required: true,
            description: parameter.description,
            schema: { type: 'string', pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' },
            ...(example === null ? {} : { example }),
          },
        ]),
    ...(query === undefined ? [] : [{ ...query, in: 'query', required: false }]),
  ];
  return {
    get: {
      operationId: operation.id,
      tags: [operation.tag],
      summary: operation.summary,
      description: operation.description,
      ...(parameters.length === 0 ? {} : { parameters }),
      responses: {
        200: {
          description: 'Gelukt.',
          headers: {
            ...versionHeader,
            ETag: {
              description: 'Kenmerk van deze bytes; stuur het mee als If-None-Match.',
              schema: { type: 'string' },
            },
          },
          content: {
            'application/json': {
              schema: operation.schema ? reference(`schemas/${operation.schema}`) : { type: 'object' },
            },
          },
        },
        304: { description: 'Niet veranderd sinds dit kenmerk.', headers: versionHeader },
        400: problemResponse('Het verzoek is niet goed gevormd.'),
        ...(parameter ? { 404: problemResponse('Er is niets met dit id.') } : {}),
        405: problemResponse('Dit adres kan alleen worden gelezen.'),
        406: problemResponse('De gevraagde vorm is niet leverbaar.'),
        500: problemResponse('Er ging iets mis in de server.'),
      },
    },
  };
}

/** An address that computes something from what is sent to it. */
function computing({ id, tag, summary, description, schema }: Operation, body: string): Json {
  return {
    post: {
      operationId: id,
      tags: [tag],
      summary,
      description,
      parameters: [
        {
          name: 'values',
          in: 'query',
          required: false,
          description: 'Met 1 komen de waarden per toekomst mee.',
          schema: { type: 'string', enum: ['1'] },
        },
      ],
      requestBody: {
        required: true,
        content: { 'application/json': { schema: reference(`schemas/${body}`) } },
      },
      responses: {
        200: {
          description: 'Gelukt.',
          headers: versionHeader,
          content: {
            'application/json': {
              schema: schema === null ? { type: 'object' } : reference(`schemas/${schema}`),
            },
          },
        },
        400: problemResponse('Het verzoek is niet goed gevormd.'),
        405: problemResponse('Naar dit adres wordt alleen gestuurd (POST).'),
        413: problemResponse('Het verzoek is te groot.'),
        422: problemResponse('De vraag klopt niet met deze regio; problems zegt waar.'),
        500: problemResponse('Er ging iets mis in de server.'),
        503: problemResponse('Er wachten al te veel vragen.'),
      },
    },
  };
}

/**
 * The description of the API (OpenAPI 3.1), in Dutch.
 *
 * @param contact where a weakness or question is reported; null where the operator has set none
 * @param examples ids of this region, as examples
 */
export function openApi(
  contact: string | null,
  examples: Examples = { target: null, indicator: null },
): Json {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Schaalsprong',
      version: apiVersion,
      description:
        'Open gegevens over de stand van een strategische agenda: wat is beloofd, wat is waargenomen, wat een model in duizend toekomsten verwacht en waar elk getal vandaan komt. Alleen lezen, zonder account. Veldnamen zijn Engels, gelijk aan die van de opdracht schaalsprong assess --json; alle teksten staan er in het Nederlands (nl) en het Engels (en).',
      ...(contact === null ? {} : { contact: { name: 'Beheerder van deze server', url: contact } }),
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: '/v1', description: 'Deze server.' }],
    tags: [
      { name: 'agenda', description: 'De inhoud: wat is beloofd en waar het vandaan komt.' },
      { name: 'stand', description: 'De uitkomst: waar de agenda staat.' },
      { name: 'monitor', description: 'De metingen: wat de statistiek zegt.' },
      { name: 'beschrijving', description: 'De API zelf.' },
    ],
    paths: Object.fromEntries(
      Object.entries(operations).map(([url, operation]) => [url, path(operation, examples)]),
    ),
    components: {
      schemas: Object.fromEntries(
        Object.entries(components).map(([name, component]) => [name, jsonSchema(component)]),
      ),
    },
  };
}
