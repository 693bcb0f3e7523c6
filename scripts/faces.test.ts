import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readFaces } from './faces.ts';

const packages = readFaces(join(import.meta.dirname, '..'));
const faces = packages.flatMap((of) => of.faces);

describe('the faces of the packages', () => {
  it('have a summary of every exported name', () => {
    const names = faces.flatMap((face) => face.names.map((name) => ({ face: face.specifier, ...name })));
    expect(names.length).toBeGreaterThan(1000);
    expect(
      names
        .filter(({ summary }) => summary === '')
        .map(({ face, name, file, line }) => `${face} ${name}: ${file}:${line}`),
    ).toEqual([]);
  });

  it('say of a function what it returns, and where it is', () => {
    const found = faces
      .find(({ specifier }) => specifier === '@schaalsprong/words')
      ?.names.find(({ name }) => name === 'nearest');
    expect(found).toMatchObject({ kind: 'function', file: 'packages/words/src/nearest.ts' });
    expect(found?.signature).toContain('string[]');
  });
});
