import type { SourcesResponse } from '@schaalsprong/wire';
import { downloads } from '@schaalsprong/wire';
import type { Agenda } from '../../lib/agenda.ts';
import type { PolicyTable } from '../../table/contract.ts';
import { futureCounts } from '../../table/counts.ts';
import { tableRegion } from '../../table/region.ts';
import { createTable } from '../../table/table.ts';

let opened: {
  readonly agenda: Agenda;
  readonly sources: SourcesResponse;
  readonly futures: string | null;
  readonly table: PolicyTable;
} | null = null;

/**
 * The table of the region, made once for as long as the reader stays: who comes back finds it as it was left.
 *
 * @param futures what the address says of `futures`; null for nothing
 */
export function openTable(agenda: Agenda, sources: SourcesResponse, futures: string | null): PolicyTable {
  if (opened?.agenda === agenda && opened.sources === sources && opened.futures === futures) {
    return opened.table;
  }
  opened?.table.close();
  const { first, all, problem } = futureCounts(futures, agenda.region.assessment.futures);
  const table = createTable({
    region: tableRegion(agenda, sources),
    modelText: async () => {
      const response = await fetch(downloads.model.path);
      if (!response.ok) throw new Error(`the model text answered ${response.status}`);
      return response.text();
    },
    first,
    all,
    problems: problem === null ? [] : [problem],
  });
  opened = { agenda, sources, futures, table };
  return table;
}
