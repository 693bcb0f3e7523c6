import { describe, expect, it } from 'vitest';
import { conflict, input } from '../../conflicts/fixture.test-data.ts';
import { looksForAll, matches, readFilter, writeFilter } from './filter.ts';

const none = { text: '', kind: '', pillar: '', target: '' };
const claimById = new Map(input.claims.map((claim) => [claim.id, claim]));
const agenda = {
  targetById: new Map([['homes-2030', { pillar: 'living', title: { nl: 'Woningen', en: 'Homes' } }]]),
};
const fits = (filter: Partial<typeof none>) =>
  matches(conflict('sum'), { ...none, ...filter }, agenda, claimById);

describe('looking for a conflict', () => {
  it('finds all where nothing is asked', () => {
    expect(fits({})).toBe(true);
    expect(fits({ text: '  ' })).toBe(true);
    expect(looksForAll({ ...none, text: ' ' })).toBe(true);
  });
  it('goes by words of its claims, targets and sum, whatever the case and the language', () => {
    expect(fits({ text: 'WONINGEN 60' })).toBe(true);
    expect(fits({ text: 'homes claim' })).toBe(true);
    expect(fits({ text: 'woningen fietsen' })).toBe(false);
  });
  it('goes by kind, pillar and target', () => {
    expect(fits({ kind: 'contradiction', pillar: 'living', target: 'homes-2030' })).toBe(true);
    expect(fits({ kind: 'near' })).toBe(false);
    expect(fits({ pillar: 'talent' })).toBe(false);
    expect(fits({ target: 'jobs' })).toBe(false);
  });
  it('stands in the address beside the switches, and leaves it again', () => {
    const search = writeFilter(new URLSearchParams('marge=bare'), { ...none, text: 'a b', kind: 'near' });
    expect(search.toString()).toBe('marge=bare&zoek=a+b&soort=near');
    expect(readFilter(search)).toEqual({ ...none, text: 'a b', kind: 'near' });
    expect(writeFilter(search, none).toString()).toBe('marge=bare');
  });
});
