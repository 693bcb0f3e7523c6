import type { Conflict, ConflictKind } from '@schaalsprong/audit';
import { describe, expect, it } from 'vitest';
import { conflictsOf } from './conflicts.ts';

const conflict = (id: string, kind: ConflictKind, more: Partial<Conflict> = {}): Conflict =>
  ({ id, kind, targets: ['homes'], claims: [{ id: 'a' }], verdict: null, ...more }) as Conflict;
const verdict = (verdict: NonNullable<Conflict['verdict']>['verdict']): Partial<Conflict> => ({
  verdict: { conflict: 'c', verdict, by: 'somebody', on: '2026', why: 'synthetic' },
});
const of = (...conflicts: Conflict[]): readonly string[] => conflictsOf({ conflicts }, 'homes');

describe('the conflicts that a target runs into', () => {
  it('are those about it, in the order of the report', () => {
    expect(
      of(
        conflict('z', 'shortfall'),
        conflict('other', 'shortfall', { targets: ['rank'] }),
        conflict('a', 'contradiction-under-assumption'),
        conflict('moot', 'dominance'),
      ),
    ).toEqual(['z', 'a', 'moot']);
  });

  it('do not count what fits or is said twice', () => {
    expect(of(conflict('n', 'near'), conflict('d', 'duplicate'))).toEqual([]);
  });

  it('do not count what a person accepted, but do what is disputed or to be repaired', () => {
    expect(
      of(
        conflict('a', 'horizon', verdict('accepted-as-rounding')),
        conflict('b', 'horizon', verdict('accepted-as-reading')),
        conflict('c', 'horizon', verdict('disputed')),
        conflict('d', 'horizon', verdict('to-be-repaired')),
      ),
    ).toEqual(['c', 'd']);
  });

  it('count a list that the text announces, but not what nearly every target lacks', () => {
    expect(of(conflict('list', 'missing'), conflict('no-owner', 'missing', { claims: [] }))).toEqual([
      'list',
    ]);
  });
});
