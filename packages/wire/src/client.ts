import type * as z from 'zod/mini';
import { expectedIn, placeOf } from './expected.ts';
import { firstIssue } from './parts.ts';
import type { Route } from './room.ts';
import { FieldsProblem } from './rooms/saving/shapes.ts';
import { type Routes, routes } from './rooms.ts';
import { type ParamsOf, pathOf, type QueryOf, type RouteName } from './routes.ts';
import type { Answer, ProblemBody } from './words.ts';

/** No answer, an answer that is a problem, or one that is not what it should be; `problem` is null where nothing answered. */
export class ClientError extends Error {
  readonly problem: FieldsProblem | null;
  /** HTTP status; null where nothing answered. */
  readonly status: number | null;
  constructor(message: string, problem: FieldsProblem | null, status: number | null) {
    super(message);
    this.name = 'ClientError';
    this.problem = problem;
    this.status = status;
  }
}

type BodyOf<R extends Route> = R extends { readonly body: infer B extends z.ZodMiniType }
  ? z.input<B>
  : never;

/** What a call sends: parameters and body where the route has them, query and signal where wanted. */
export type Asked<R extends Route> = {
  readonly query?: QueryOf<R> | undefined;
  readonly signal?: AbortSignal | undefined;
} & ([ParamsOf<R['path']>] extends [never]
  ? { readonly params?: undefined }
  : { readonly params: Readonly<Record<ParamsOf<R['path']>, string>> }) &
  ([BodyOf<R>] extends [never] ? { readonly body?: undefined } : { readonly body: BodyOf<R> });

/** One method per route. */
export type Client = {
  readonly [N in RouteName]: Record<never, never> extends Asked<Routes[N]>
    ? (asked?: Asked<Routes[N]>) => Promise<Answer<Routes[N]['answer']>>
    : (asked: Asked<Routes[N]>) => Promise<Answer<Routes[N]['answer']>>;
};

/** Only what of `fetch` a client needs. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** The answer of a server that is not what the contract says: most often an older page with a newer server, or the other way round. */
function unexpected(path: string, status: number, issue: z.core.$ZodIssue): ProblemBody {
  const expected = expectedIn(issue);
  const where = placeOf(issue);
  return {
    type: '/fouten/antwoord-onverwacht',
    status,
    instance: path,
    title: 'Antwoord niet begrepen',
    detail: `Het antwoord van ${path} heeft niet de verwachte vorm${where === '' ? '' : ` bij ${where}`}. Verwacht: ${expected.nl}. Laad de pagina opnieuw: de server is misschien vernieuwd.`,
    en: {
      title: 'Answer not understood',
      detail: `The answer of ${path} does not have the expected form${where === '' ? '' : ` at ${where}`}. Expected: ${expected.en}. Reload the page: the server may have been updated.`,
    },
  };
}

/**
 * Checks the JSON of an answer: what passes is the value as it was sent, with fields that this version does not know.
 *
 * @throws ClientError with what was expected, and where
 */
async function parseAnswer(
  schema: z.ZodMiniType,
  value: unknown,
  path: string,
  status: number,
): Promise<unknown> {
  const issue = await firstIssue(schema, value);
  if (issue === null) return value;
  throw new ClientError(`${path} gave another answer`, unexpected(path, status, issue), status);
}

/** The JSON of a body; undefined where it is none. */
async function jsonOf(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    return undefined;
  }
}

/** The problem that an answer carries; null where it carries none that can be read. */
async function problemOf(response: Response): Promise<FieldsProblem | null> {
  if (!(response.headers.get('content-type') ?? '').startsWith('application/problem+json')) return null;
  const parsed = FieldsProblem.safeParse(await jsonOf(response));
  return parsed.success ? parsed.data : null;
}

async function call(fetch: Fetch, base: string, route: Route, asked: Asked<Route>): Promise<unknown> {
  const path = pathOf<Route>(route, asked.params ?? {}, asked.query ?? {});
  const headers: Record<string, string> = { accept: 'application/json, application/problem+json' };
  const sent = route.body === undefined ? {} : { body: JSON.stringify(asked.body) };
  if (route.body !== undefined) headers['content-type'] = 'application/json';
  const signal = asked.signal === undefined ? {} : { signal: asked.signal };
  let response: Response;
  try {
    response = await fetch(`${base}${path}`, { method: route.method, headers, ...sent, ...signal });
  } catch (cause) {
    asked.signal?.throwIfAborted();
    throw new ClientError(`no answer from ${path}: ${String(cause)}`, null, null);
  }
  if (!response.ok) {
    const problem = await problemOf(response);
    throw new ClientError(`${path} answered ${response.status}`, problem, response.status);
  }
  return parseAnswer(route.answer, await jsonOf(response), path, response.status);
}

/**
 * A client of the API: a method per route, each answer parsed.
 *
 * @param fetch by default that of the platform
 * @param base where the server is, `https://example.org`; by default where the page came from
 * @returns methods that reject with a `ClientError`, or with the signal's reason on abort
 */
export function createClient(fetch: Fetch = (url, init) => globalThis.fetch(url, init), base = ''): Client {
  const methods = Object.entries(routes).map(([name, route]) => [
    name,
    (asked: Asked<Route> = {} as Asked<Route>) => call(fetch, base, route, asked),
  ]);
  return Object.fromEntries(methods) as Client;
}
