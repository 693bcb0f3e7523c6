import type * as z from 'zod/mini';
import type { Route } from './room.ts';
import type { Routes } from './rooms.ts';

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
