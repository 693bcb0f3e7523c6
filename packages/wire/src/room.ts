import type * as z from 'zod/mini';
import type { Text } from './words.ts';

/** One page of the web app. */
export interface Page {
  readonly name: string;
  /** Without its language: the same path is under `/en` in English. `:id` stands for the id of a thing. */
  readonly path: `/${string}`;
  /** Of what kind of things `:id` is one: a room of the server says which exist. Null for a page without. */
  readonly ids: string | null;
  /** What the page is in: the site alone, or a part of it with a navigation of its own, named after its first page. */
  readonly frame: string;
  /** Its name in menus; null where the title is that of the thing. */
  readonly title: Text | null;
  /** Whether it opens without a network once it has been opened. */
  readonly offline: boolean;
  /** Where a page of the site with a title is listed: in the main menu unless said otherwise, in the foot of every page, or nowhere. */
  readonly menu?: 'foot' | 'none';
  /** What the navigation of its frame lists it under; pages of one group stand together. */
  readonly group?: Text;
}

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

/** A file that is served under an address of its own, beside the API and the pages. */
export interface Download {
  /** `{id}` stands for a parameter; an address with `english` is there under `/en` too. */
  readonly path: `/${string}`;
  readonly mediaType: string;
  /** Query parameters that it knows. */
  readonly query?: readonly string[];
  readonly english?: boolean;
}

/** A name in the description of the API, with what it says there. */
export interface Named {
  readonly name: string;
  readonly description: string;
}

/** What the description says of one route. It is in Dutch; the English is for whoever shows a list of routes. */
export interface RouteText {
  readonly operation: string;
  /** One of the tags of this room or of another. */
  readonly tag: string;
  readonly summary: Text;
  readonly description: Text;
  /** Name of the schema of its answer. */
  readonly answer: Named;
  /** Name of the schema of its question, for a route with a body. */
  readonly body?: Named;
  /** What the parameter in its path is. */
  readonly parameter?: string;
  readonly query?: Readonly<Record<string, string>>;
  /** By HTTP status what a refusal means, beside or instead of what it means of every route. */
  readonly problems?: Readonly<Record<number, string>>;
}

/** What the description of the API says of a room. */
export interface Description<Name extends string = string> {
  /** Groups of routes that this room adds. */
  readonly tags: readonly Named[];
  /** Null for a route that is no part of the open data: only the pages of the server itself use it. */
  readonly routes: Readonly<Record<Name, RouteText | null>>;
}

/** A part of the product: its pages, routes and files, and what the description of the API says of them. */
export interface Room<
  Pages extends readonly Page[] = readonly Page[],
  Routes extends Readonly<Record<string, Route>> = Readonly<Record<string, Route>>,
  Downloads extends Readonly<Record<string, Download>> = Readonly<Record<string, Download>>,
> {
  /** Its place among the rooms, in the menu and in the description; no two have the same. */
  readonly order: number;
  readonly pages: Pages;
  readonly routes: Routes;
  readonly downloads: Downloads;
  readonly description: Description<keyof Routes & string>;
}

/** A room of which the names of pages, routes and files are known to the compiler. */
export const defineRoom = <
  const Pages extends readonly Page[],
  const Routes extends Readonly<Record<string, Route>>,
  const Downloads extends Readonly<Record<string, Download>>,
>(
  room: Room<Pages, Routes, Downloads>,
): Room<Pages, Routes, Downloads> => room;
