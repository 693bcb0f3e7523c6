export {
  type Asked,
  type Client,
  ClientError,
  createClient,
  type Fetch,
} from './client.ts';
export { type Download, downloadPatterns, downloads } from './downloads.ts';
export { expectedIn, placeOf } from './expected.ts';
export * from './pages.ts';
export {
  Day,
  type ParamsOf,
  pathOf,
  type QueryOf,
  type Route,
  type RouteName,
  type Routes,
  routes,
  Year,
} from './routes.ts';
export * from './shapes/agenda.ts';
export * from './shapes/audit.ts';
export * from './shapes/monitor.ts';
export * from './shapes/saving.ts';
export * from './shapes/sources.ts';
export * from './shapes/standing.ts';
export * from './shapes/table.ts';
export {
  type Answer,
  ApiPage,
  Interval,
  Lines,
  ProblemBody,
  Text,
} from './shapes/words.ts';
