import type { ChangesResponse } from '@schaalsprong/wire';
import { client, Resource } from './resource.ts';

const whileWaiting = 5_000;
const whileOpen = 5 * 60_000;

/** What changed between the states that the server kept; polled, since a state comes when figures or content change. */
export const changesResource = new Resource<ChangesResponse>(
  () => client.changes(),
  ({ value }) => (value?.state === 'waiting' ? whileWaiting : value?.state === 'off' ? null : whileOpen),
);
