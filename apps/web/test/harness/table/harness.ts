import { answerHash } from '@schaalsprong/futures/table';
import type { AgendaResponse, SourcesResponse } from '@schaalsprong/wire';
import { futureCounts } from '../../../src/table/counts.ts';
import { tableRegion } from '../../../src/table/region.ts';
import { createTable } from '../../../src/table/table.ts';

// The table on its own, for tests that want its numbers and its speed and nothing of how it is shown.
const read = async <T>(path: string): Promise<T> => (await (await fetch(path)).json()) as T;
const [agenda, sources] = await Promise.all([
  read<AgendaResponse>('/v1/agenda'),
  read<SourcesResponse>('/v1/bronnen'),
]);
const region = tableRegion(agenda, sources);
const { first, all } = futureCounts(
  new URLSearchParams(location.search).get('futures'),
  region.assessment.futures,
);
const table = createTable({
  region,
  first,
  all,
  modelText: async () => (await fetch('/bronnen/model.mdl')).text(),
  storage: null,
});

const harness = { table, region, answerHash };
export type Harness = typeof harness;
Object.assign(globalThis, { harness });
