import * as z from 'zod/mini';
import { AgendaResponse } from './shapes/agenda.ts';
import { AuditResponse } from './shapes/audit.ts';
import {
  BackTestResponse,
  BoundariesResponse,
  IndicatorResponse,
  MonitorResponse,
} from './shapes/monitor.ts';
import {
  EditingResponse,
  JudgementsBody,
  ProposalsBody,
  SavedResponse,
  VerdictsBody,
} from './shapes/saving.ts';
import { SourcesResponse } from './shapes/sources.ts';
import { StandingResponse, TargetResponse, TargetsResponse } from './shapes/standing.ts';
import { TableBody, TableResponse } from './shapes/table.ts';

/** What a route is: everything that a server, a client and a description need to agree on. */
export interface Route {
  readonly method: 'GET' | 'POST';
  /** `{id}` stands for a parameter, percent-encoded. */
  readonly path: `/${string}`;
  /** Query parameters that the route knows, none of them required; others are ignored. */
  readonly query?: Readonly<Record<string, z.ZodMiniType<string>>>;
  readonly body?: z.ZodMiniType;
  readonly answer: z.ZodMiniType;
}

/** A day that exists, `2024-01-31`. */
export const Day = z.iso.date();
/** `2025`. */
export const Year = z.string().check(z.regex(/^\d{4}$/));

/**
 * The routes of the API, once: the server registers them, the OpenAPI description tells of them and `createClient` calls them. The
 * order is that of the description.
 */
export const routes = {
  agenda: { method: 'GET', path: '/v1/agenda', answer: AgendaResponse },
  sources: { method: 'GET', path: '/v1/bronnen', answer: SourcesResponse },
  standing: { method: 'GET', path: '/v1/stand', answer: StandingResponse },
  targets: { method: 'GET', path: '/v1/doelen', answer: TargetsResponse },
  target: { method: 'GET', path: '/v1/doelen/{id}', answer: TargetResponse },
  table: {
    method: 'POST',
    path: '/v1/tafel',
    query: { values: z.enum(['1']) },
    body: TableBody,
    answer: TableResponse,
  },
  audit: { method: 'GET', path: '/v1/tegenspraken', answer: AuditResponse },
  monitor: { method: 'GET', path: '/v1/indicatoren', answer: MonitorResponse },
  indicator: {
    method: 'GET',
    path: '/v1/indicatoren/{id}',
    query: { bekendOp: Day },
    answer: IndicatorResponse,
  },
  backTest: { method: 'GET', path: '/v1/voorspelkracht', answer: BackTestResponse },
  boundaries: { method: 'GET', path: '/v1/grenzen', query: { jaar: Year }, answer: BoundariesResponse },
  description: {
    method: 'GET',
    path: '/v1/openapi.json',
    answer: z.object({ openapi: z.string(), paths: z.record(z.string(), z.unknown()) }),
  },
  savesProposals: { method: 'GET', path: '/v1/voorstellen', answer: EditingResponse },
  saveProposals: { method: 'POST', path: '/v1/voorstellen', body: ProposalsBody, answer: SavedResponse },
  savesVerdicts: { method: 'GET', path: '/v1/oordelen', answer: EditingResponse },
  saveVerdicts: { method: 'POST', path: '/v1/oordelen', body: VerdictsBody, answer: SavedResponse },
  savesJudgements: { method: 'GET', path: '/v1/beoordelingen', answer: EditingResponse },
  saveJudgements: { method: 'POST', path: '/v1/beoordelingen', body: JudgementsBody, answer: SavedResponse },
} as const satisfies Record<string, Route>;

/** All routes, by name. */
export type Routes = typeof routes;
/** Name of a route. */
export type RouteName = keyof Routes;

/** Names of the `{parameters}` in a path. */
export type ParamsOf<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Name | ParamsOf<Rest>
  : never;

/** Query parameters and values of a route, as they are in an address. */
export type QueryOf<R extends Route> = R extends {
  readonly query: infer Q extends Record<string, z.ZodMiniType>;
}
  ? { readonly [K in keyof Q]?: z.output<Q[K]> | undefined }
  : Record<never, never>;

/**
 * The path of a route with its parameters and query filled in.
 *
 * @throws RangeError where a parameter is missing: TypeScript asks for each
 */
export function pathOf<R extends Route>(
  route: R,
  params: Readonly<Record<ParamsOf<R['path']>, string>>,
  query: QueryOf<R>,
): string {
  const filled = route.path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value: unknown = Reflect.get(params, name);
    if (typeof value !== 'string') throw new RangeError(`${route.path} needs ${name}`);
    return encodeURIComponent(value);
  });
  const search = new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value] as [string, string]] : [],
    ),
  ).toString();
  return search === '' ? filled : `${filled}?${search}`;
}
