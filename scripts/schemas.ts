import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { catalogueTable, jsonSchemas } from '@schaalsprong/agenda';
import { choiceCatalogue, readCatalogue } from '@schaalsprong/reading/documents';
import { faultTable } from '../apps/cli/src/problems/messages.ts';
import { problemTable } from '../apps/server/src/http/problems.ts';
import { futuresTable } from './futures-errors.ts';
import { modelTable } from './model-errors.ts';
import { monitorTable } from './monitor-errors.ts';

/**
 * `npm run schemas`, and at every install: writes .schemas/<name>.json (not in git), which the first line of every YAML file of a region
 * names, and renews the parts of docs/errors.md that come from the catalogues of packages/agenda, reading, model, methods, futures, monitor,
 * store, apps/cli and apps/server.
 */
const root = new URL('../', import.meta.url);

const folder = new URL('.schemas/', root);
mkdirSync(folder, { recursive: true });
const schemas = Object.entries(jsonSchemas());
for (const [name, schema] of schemas) {
  writeFileSync(new URL(`${name}.json`, folder), `${JSON.stringify(schema, null, 2)}\n`);
}

const errors = new URL('docs/errors.md', root);
const text = readFileSync(errors, 'utf8');

/** The page with what is between two marks renewed. */
function withTable(page: string, name: string, table: string): string {
  const [begin, end] = [`<!-- ${name}: begin -->`, `<!-- ${name}: end -->`];
  const [before, rest] = page.split(begin);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) throw new Error(`docs/errors.md lacks ${begin} .. ${end}`);
  return `${before}${begin}\n${table}\n${end}${after}`;
}
const tables = {
  agenda: catalogueTable(),
  reading: catalogueTable({ ...readCatalogue, ...choiceCatalogue }),
  model: modelTable(),
  futures: await futuresTable(),
  monitor: await monitorTable(),
  cli: faultTable(),
  api: problemTable(),
};
const renewed = Object.entries(tables).reduce((page, [name, table]) => withTable(page, name, table), text);
if (renewed !== text) writeFileSync(errors, renewed);

console.log(
  `${schemas.length} schemas in .schemas/; docs/errors.md ${renewed === text ? 'is up to date' : 'renewed'}`,
);
