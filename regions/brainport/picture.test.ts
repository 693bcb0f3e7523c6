import { fileURLToPath } from 'node:url';
import { loadRegion, type Region, variableReferences } from '@schaalsprong/agenda';
import { readRegionFolder } from '@schaalsprong/agenda/node';
import { variableJudge } from '@schaalsprong/futures';
import { compile, type Model } from '@schaalsprong/model';
import { type CausalLink, causalGraph } from '@schaalsprong/model/graph';
import { describe, expect, it } from 'vitest';

/** The drawn picture of the whole against the equations of the model. */

const files = readRegionFolder(fileURLToPath(new URL('.', import.meta.url)));
const region: Region = await loadRegion(files);
const model: Model = compile(region.model.text, { file: region.model.file, units: 'fail' });
const graph = causalGraph(model.program);
const { blocks, arrows, leftOut } = region.picture;
const sectors = new Map(model.program.variables.map(({ name, sector }) => [name, sector]));
const named = new Map(
  blocks.flatMap(({ id, variables }) => variables.map(({ variable }) => [variable, id as string] as const)),
);

/** The block that a variable of the model belongs to; undefined for one of the whole model. */
const blockOf = (variable: string): string | undefined =>
  named.get(variable) ?? blocks.find(({ sectors: own }) => own.includes(sectors.get(variable) ?? ''))?.id;

const linkOf = (from: string, to: string): CausalLink | undefined =>
  graph.effects(from).find((link) => link.to === to);

describe('the drawn picture', () => {
  it('names quantities that the model has, as a whole or with an element, so that the region opens', () => {
    const judge = variableJudge(model);
    const named = variableReferences(files).filter(({ place }) => place.file.endsWith('picture.yaml'));
    expect(named.length).toBeGreaterThan(0);
    const faults = named.flatMap(
      ({ variable, isSet, asWhole, place }) => judge(variable, isSet, place, asWhole) ?? [],
    );
    expect(faults).toEqual([]);
  });

  it('gives every sector of the model but the control of it to one block, and no variable to two', () => {
    const used = blocks.flatMap(({ sectors: own }) => own);
    const all = new Set([...sectors.values()].filter((sector) => sector !== 'Control' && sector !== ''));
    expect([...used].sort()).toEqual([...all].sort());
    expect(named.size).toBe(blocks.flatMap(({ variables }) => variables).length);
    for (const variable of named.keys()) expect([...sectors.keys()]).toContain(variable);
  });

  it.each(arrows.map((arrow) => [`${arrow.from} > ${arrow.to}`, arrow] as const))(
    '%s: each variable is in the equation of the next, from block to block',
    (_name, { from, to, way }) => {
      const names = way.map(({ variable }) => variable);
      expect(blockOf(names[0] ?? '')).toBe(from);
      expect(blockOf(names.at(-1) ?? '')).toBe(to);
      const missing = names.slice(1).flatMap((name, i) => {
        const before = names[i] ?? '';
        return linkOf(before, name) === undefined ? [`${before} > ${name}`] : [];
      });
      expect(missing).toEqual([]);
    },
  );

  it.each(arrows.map((arrow) => [`${arrow.from} > ${arrow.to}`, arrow] as const))(
    '%s: has the sign that the equations along it have in the base run',
    (_name, { way, sign }) => {
      const signs = way.slice(1).map(({ variable }, i) => linkOf(way[i]?.variable ?? '', variable)?.polarity);
      expect(signs.every((each) => each === '+' || each === '-')).toBe(true);
      expect(signs.filter((each) => each === '-').length % 2 === 0 ? '+' : '-').toBe(sign);
    },
  );

  it('draws every influence that goes straight from one block to another, or says why not', () => {
    const drawn = new Set(arrows.map(({ from, to }) => `${from} > ${to}`));
    const kinds = new Map(model.program.variables.map(({ name, kind }) => [name, kind]));
    const direct = new Set(
      graph.links.flatMap(({ from, to }) => {
        const [a, b] = [blockOf(from), blockOf(to)];
        // Limits only keep count, and a constant is no influence of its block.
        const counts = to.startsWith('limit ') || to.includes(' held ') || kinds.get(from) === 'constant';
        return a === undefined || b === undefined || a === b || counts ? [] : [`${a} > ${b}`];
      }),
    );
    expect([...direct].filter((pair) => !drawn.has(pair)).sort()).toEqual(
      leftOut.map(({ from, to }) => `${from} > ${to}`).sort(),
    );
  });

  it('stands on a grid without two blocks in one cell, in both layouts', () => {
    for (const layout of ['wide', 'narrow'] as const) {
      expect(new Set(blocks.map(({ place }) => String(place[layout]))).size).toBe(blocks.length);
    }
  });
});
