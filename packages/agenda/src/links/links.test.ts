import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { syntheticWith } from '../../test/synthetic.ts';
import { loadRegion } from '../load/load.ts';
import { kindOfNode } from './kinds.ts';
import { type Link, type Linked, linksTo, payersOf, type Thing } from './links.ts';

const loaded = await loadRegion(syntheticWith());
const lists = [
  'nodes',
  'targets',
  'claims',
  'indicators',
  'outcomes',
  'parties',
  'registers',
  'agreements',
  'unknowns',
  'measures',
  'constraints',
  'uncertainties',
] as const;

const has = (links: readonly Link[], { kind, id }: Thing, as: Link['as']): boolean =>
  links.some((link) => link.kind === kind && link.id === id && link.as === as);

describe('links between things', () => {
  it('a link from one thing to another is found from the other one too, whatever part of the region there is', () => {
    const dropped = fc.record(
      Object.fromEntries(lists.map((list) => [list, fc.integer({ min: 0, max: 3 })])),
    );
    fc.assert(
      fc.property(dropped, (drop) => {
        const part: Linked = {
          ...loaded,
          ...Object.fromEntries(lists.map((list) => [list, loaded[list].slice(drop[list])])),
        };
        const index = linksTo(part);
        for (const thing of index.things) {
          const { names, namedBy } = index.of(thing);
          expect(names.length + namedBy.length).toBeGreaterThan(0);
          for (const link of names) expect(has(index.of(link).namedBy, thing, link.as)).toBe(true);
          for (const link of namedBy) expect(has(index.of(link).names, thing, link.as)).toBe(true);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('each link is there once', () => {
    const index = linksTo(loaded);
    for (const thing of index.things) {
      const keys = index.of(thing).names.map(({ kind, id, as }) => `${kind} ${id} ${as}`);
      expect(keys).toEqual([...new Set(keys)]);
    }
  });

  it('what nothing names and names nothing has no links', () => {
    expect(linksTo(loaded).of({ kind: 'party', id: 'nobody-at-all' })).toEqual({ names: [], namedBy: [] });
  });

  it('the lowest level is that of challenges, and a level of its own is a part', () => {
    const levels = [{ id: 'dream' }, { id: 'pillar' }, { id: 'job' }];
    expect(levels.map(({ id }) => kindOfNode({ level: id }, levels))).toEqual([
      'part',
      'pillar',
      'challenge',
    ]);
  });

  it('an unknown payer is no party', () => {
    expect(payersOf('unknown')).toEqual([]);
    expect(payersOf('mre; companies')).toEqual(['mre', 'companies']);
  });
});
