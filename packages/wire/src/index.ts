export {
  type Asked,
  type Client,
  ClientError,
  createClient,
  type Fetch,
} from './client.ts';
export { downloadPatterns } from './downloads.ts';
export { expectedIn, placeOf } from './expected.ts';
export * from './pages.ts';
export type { Download, Route } from './room.ts';
export * from './rooms/index.ts';
export { downloads, type Routes, routes } from './rooms.ts';
export { type ParamsOf, pathOf, type QueryOf, type RouteName } from './routes.ts';
export * from './things.ts';
export {
  type Answer,
  ApiPage,
  Day,
  Interval,
  Lines,
  ProblemBody,
  Text,
  Year,
} from './words.ts';
