import type { SourcesResponse } from '@schaalsprong/wire';
import { downloads } from '@schaalsprong/wire';
import type { Agenda } from '../../lib/agenda.ts';
import type { PolicyTable } from '../../table/face.ts';
import { tableRegion } from '../../table/region.ts';
import { createTable } from '../../table/table.ts';

let opened: {
  readonly agenda: Agenda;
  readonly sources: SourcesResponse;
  readonly table: PolicyTable;
} | null = null;

/** The table of the region, made once for as long as the reader stays: who comes back finds it as it was left. */
export function openTable(agenda: Agenda, sources: SourcesResponse): PolicyTable {
  if (opened?.agenda === agenda && opened.sources === sources) return opened.table;
  opened?.table.close();
  const table = createTable({
    region: tableRegion(agenda, sources),
    modelText: async () => {
      const response = await fetch(downloads.model.path);
      if (!response.ok) throw new Error(`the model text answered ${response.status}`);
      return response.text();
    },
  });
  opened = { agenda, sources, table };
  return table;
}
