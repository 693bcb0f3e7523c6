import type { Download, Page, Room, Route } from './room.ts';
import * as exported from './rooms/index.ts';

type Exported = (typeof exported)[keyof typeof exported];
/** The rooms, as the compiler knows them; the shapes that their folders export are none. */
type Rooms = Extract<Exported, Room>;

const isRoom = (value: object): value is Rooms => 'pages' in value && 'routes' in value && 'order' in value;

/** Every room of the product, in order. A new one is a folder in `rooms/` and a line in its `index.ts`. */
export const rooms: readonly Rooms[] = Object.values<object>(exported)
  .filter(isRoom)
  .sort((a, b) => a.order - b.order);

type Merged<U> = (U extends unknown ? (of: U) => void : never) extends (of: infer I) => void
  ? { readonly [K in keyof I]: I[K] }
  : never;

/** All routes, by name. */
export type Routes = Merged<Rooms['routes']>;
/** All files, by name. */
export type Downloads = Merged<Rooms['downloads']>;

const everyPage: readonly Page[] = rooms.flatMap((room): readonly Page[] => room.pages);
const everyRoute: Readonly<Record<string, Route>> = Object.assign({}, ...rooms.map(({ routes }) => routes));
const everyDownload: Readonly<Record<string, Download>> = Object.assign(
  {},
  ...rooms.map(({ downloads }) => downloads),
);

/**
 * The pages of the web app, once: the server answers them and makes every other address a 404, the web app makes its routes of them,
 * the service worker keeps those that work offline, and tests and screenshots visit them.
 */
export const pages = everyPage as readonly Rooms['pages'][number][];

/** The routes of the API, once: the server registers them, the OpenAPI description tells of them and `createClient` calls them. */
export const routes = everyRoute as Routes;

/** Files that can be taken away, once: the server registers them, and a development server passes them on. */
export const downloads = everyDownload as Downloads;
