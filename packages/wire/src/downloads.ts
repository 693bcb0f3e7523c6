import type { Download } from './room.ts';
import { downloads } from './rooms.ts';

/** A regular expression, as text, of the addresses of downloads. */
export const downloadPatterns: readonly string[] = Object.values<Download>(downloads).map(
  ({ path, english }) =>
    `^${english === true ? '(/en)?' : ''}${path.replaceAll('.', '\\.').replaceAll('{id}', '[a-z0-9-]+')}(\\?|$)`,
);
