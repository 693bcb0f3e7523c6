import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { catalogueTable, jsonSchemas } from '@schaalsprong/agenda';

/**
 * `npm run schemas`, and at every install: writes .schemas/<name>.json (not in git), which the first line of every YAML file of a region
 * names, and renews the part of docs/errors.md that comes from the catalogue of packages/agenda.
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
const [begin, end] = ['<!-- agenda: begin -->', '<!-- agenda: end -->'];
const [before, rest] = text.split(begin);
const after = rest?.split(end)[1];
if (before === undefined || after === undefined) throw new Error(`docs/errors.md lacks ${begin} .. ${end}`);
const renewed = `${before}${begin}\n${catalogueTable()}\n${end}${after}`;
if (renewed !== text) writeFileSync(errors, renewed);

console.log(
  `${schemas.length} schemas in .schemas/; docs/errors.md ${renewed === text ? 'is up to date' : 'renewed'}`,
);
