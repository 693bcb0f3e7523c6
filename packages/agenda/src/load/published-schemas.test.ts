import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { synthetic } from '../../test/synthetic.ts';
import { readRegionFolder } from '../node/index.ts';
import { contentKind, jsonSchemas, schemaLine } from '../schema/json-schema.ts';
import { contentFiles } from './content.ts';
import { readYaml, schemaProblems } from './yaml.ts';

const regions = new URL('../../../../regions/', import.meta.url);
const folders = existsSync(regions) ? readdirSync(regions) : [];

describe.each(folders)('regions/%s', (folder) => {
  const files = readRegionFolder(new URL(`${folder}/`, regions).pathname);
  const yaml = files.list().filter((path) => path.endsWith('.yaml'));

  it.each(yaml)('%s has the shape of its kind and names its schema in the first line', (path) => {
    const kind = contentKind(path);
    if (kind === undefined) throw new Error(`${path} is no content file`);
    const text = files.read(path);
    expect(text.split('\n')[0]).toBe(schemaLine(kind, path));
    const { source, problems } = readYaml(path, text);
    expect(problems).toEqual([]);
    expect(source === null ? [] : schemaProblems(contentFiles[kind].schema, source)).toEqual([]);
  });
});

describe('the published schemas', () => {
  const schemas = jsonSchemas();

  it('are there for every kind of file, and describe a file before its defaults', () => {
    expect(Object.keys(schemas)).toEqual(Object.keys(contentFiles));
    const claims = JSON.stringify(schemas.claims);
    expect(claims).toContain('"additionalProperties":false');
    expect(claims).toContain(
      '"required":["id","places","figure","text","kind","quantity","entity","value","unit"]',
    );
  });

  it('have a first line with as many steps up as the file is deep', () => {
    expect(schemaLine('tree', 'tree.yaml')).toBe('# yaml-language-server: $schema=../../.schemas/tree.json');
    expect(schemaLine('claims', 'claims/a.yaml')).toBe(
      '# yaml-language-server: $schema=../../../.schemas/claims.json',
    );
  });

  it('cover every YAML file of the synthetic region', () => {
    for (const path of Object.keys(synthetic).filter((p) => p.endsWith('.yaml'))) {
      expect(contentKind(path), path).toBeDefined();
    }
    expect(contentKind('letters.yaml')).toBeUndefined();
  });
});
