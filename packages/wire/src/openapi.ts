import * as z from 'zod/mini';
import type { Route, RouteText } from './room.ts';
import { FieldsProblem } from './rooms/saving/shapes.ts';
import { rooms } from './rooms.ts';

/** Version of the API: `info.version` of the description, and the header `API-Version` on every answer under /v1. */
export const apiVersion = '0.1.0';

type Json = { readonly [key: string]: unknown };
type Problems = Readonly<Record<number, string>>;

interface Described {
  readonly name: string;
  readonly route: Route;
  readonly text: RouteText;
}

/** The routes of the open data, in the order of the rooms. */
const described: readonly Described[] = rooms.flatMap(({ routes, description }) => {
  const texts: Readonly<Record<string, RouteText | null>> = description.routes;
  return Object.entries<Route>(routes).flatMap(([name, route]) => {
    const text = texts[name];
    if (text === undefined) throw new Error(`the description of route ${name} is missing`);
    return text === null ? [] : [{ name, route, text }];
  });
});

/** Paths under /v1 that the description tells of. */
export const describedPaths: readonly string[] = described.map(({ route }) => route.path);

/** Ids of this region that are in the description as examples, by name of the route. */
export type Examples = Readonly<Record<string, string | null>>;

/** The problem that every error answers with. */
const problemText = {
  name: 'Probleem',
  description:
    'Een fout volgens RFC 9457; title en detail in het Nederlands, dezelfde teksten in het Engels onder en.',
} as const;

const reference = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });

const versionHeader = {
  'API-Version': {
    description: 'Volledige versie van de API.',
    schema: { type: 'string' },
    example: apiVersion,
  },
};
const tagHeader = {
  ETag: {
    description: 'Kenmerk van deze bytes; stuur het mee als If-None-Match.',
    schema: { type: 'string' },
  },
};

/**
 * One schema as JSON Schema. Objects of answers stay open, since fields may be added; those of questions are closed, since a field
 * that the server does not know is a mistake.
 */
function jsonSchema(schema: z.ZodMiniType, io: 'input' | 'output', description?: string): Json {
  const { $schema: _, ...made } = z.toJSONSchema(schema, {
    io,
    override: ({ zodSchema, jsonSchema }) => {
      const { def } = zodSchema._zod;
      if (def.type === 'object' && def.catchall === undefined) delete jsonSchema.additionalProperties;
    },
  });
  return description === undefined ? made : { ...made, description };
}

function components(): Json {
  const answers = described.map(({ route, text }) => [
    text.answer.name,
    jsonSchema(route.answer, 'output', text.answer.description),
  ]);
  const questions = described.flatMap(({ route, text }) =>
    route.body === undefined || text.body === undefined
      ? []
      : [[text.body.name, jsonSchema(route.body, 'input', text.body.description)]],
  );
  return Object.fromEntries([
    ...answers,
    ...questions,
    [problemText.name, jsonSchema(FieldsProblem, 'output', problemText.description)],
  ]);
}

function problemResponses(problems: Problems): Json {
  return Object.fromEntries(
    Object.entries(problems).map(([status, description]) => [
      status,
      {
        description,
        headers: versionHeader,
        content: { 'application/problem+json': { schema: reference(problemText.name) } },
      },
    ]),
  );
}

const problemsOf = ({ method, path }: Route): Problems =>
  method === 'GET'
    ? {
        400: 'Het verzoek is niet goed gevormd.',
        ...(path.includes('{') ? { 404: 'Er is niets met dit id.' } : {}),
        405: 'Dit adres kan alleen worden gelezen.',
        406: 'De gevraagde vorm is niet leverbaar.',
        500: 'Er ging iets mis in de server.',
      }
    : {
        400: 'Het verzoek is niet goed gevormd.',
        405: 'Dit adres neemt deze methode niet aan; Allow zegt welke wel.',
        413: 'Het verzoek is te groot.',
        422: 'De vraag klopt niet met deze regio; problems zegt waar.',
        500: 'Er ging iets mis in de server.',
        503: 'Er wachten al te veel vragen.',
      };

function parameters({ name, route, text }: Described, examples: Examples): readonly Json[] {
  const example = examples[name] ?? null;
  const inPath = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, parameter]) => ({
    name: parameter,
    in: 'path',
    required: true,
    description: text.parameter,
    schema: { type: 'string', pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' },
    ...(example === null ? {} : { example }),
  }));
  const inQuery = Object.entries(route.query ?? {}).map(([parameter, schema]) => ({
    name: parameter,
    in: 'query',
    required: false,
    description: text.query?.[parameter],
    schema: jsonSchema(schema, 'input'),
  }));
  return [...inPath, ...inQuery];
}

function operation(of: Described, examples: Examples): readonly [string, Json] {
  const { route, text } = of;
  const all = parameters(of, examples);
  const reads = route.method === 'GET';
  return [
    route.path.replace(/^\/v1/, ''),
    {
      [route.method.toLowerCase()]: {
        operationId: text.operation,
        tags: [text.tag],
        summary: text.summary.nl,
        description: text.description.nl,
        ...(all.length === 0 ? {} : { parameters: all }),
        ...(text.body === undefined
          ? {}
          : {
              requestBody: {
                required: true,
                content: { 'application/json': { schema: reference(text.body.name) } },
              },
            }),
        responses: {
          200: {
            description: 'Gelukt.',
            headers: reads ? { ...versionHeader, ...tagHeader } : versionHeader,
            content: { 'application/json': { schema: reference(text.answer.name) } },
          },
          ...(reads
            ? { 304: { description: 'Niet veranderd sinds dit kenmerk.', headers: versionHeader } }
            : {}),
          ...problemResponses({ ...problemsOf(route), ...text.problems }),
        },
      },
    },
  ];
}

/** The operations by path: an address may be read and sent to. */
function pathItems(examples: Examples): Json {
  const items: Record<string, Json> = {};
  for (const of of described) {
    const [path, item] = operation(of, examples);
    items[path] = { ...items[path], ...item };
  }
  return items;
}

/**
 * The description of the API (OpenAPI 3.1), in Dutch, made from the rooms.
 *
 * @param contact where a weakness or question is reported; null where the operator has set none
 * @param examples ids of this region, as examples
 */
export function openApi(contact: string | null, examples: Examples = {}): Json {
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
    tags: rooms.flatMap(({ description }) => description.tags),
    paths: pathItems(examples),
    components: { schemas: components() },
  };
}
