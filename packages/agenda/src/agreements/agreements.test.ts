import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  agreementsOn,
  comingUp,
  commitmentsOn,
  monthsAhead,
  termOf,
  terms,
  timeOfDay,
} from './agreements.ts';

const day = '2026-12-03';
const base = { date: '2025', state: 'open', due: null, statusOn: null } as const;

describe('agreements on a day', () => {
  it('one whose day is past is late only where a source said so after that day', () => {
    const now = timeOfDay(day);
    expect(termOf({ ...base, due: '2025', statusOn: '2026-02' }, now)).toBe('late');
    expect(termOf({ ...base, due: '2025', statusOn: '2025-11' }, now)).toBe('passed');
    expect(termOf({ ...base, due: '2025', statusOn: null }, now)).toBe('passed');
    expect(termOf({ ...base, due: '2025', statusOn: '2026-02', state: 'unknown' }, now)).toBe('passed');
    expect(termOf({ ...base, due: '2025', statusOn: '2026-02', state: 'kept' }, now)).toBe('done');
  });

  it('a year is not over before its last day', () => {
    const due = { ...base, due: '2026', statusOn: '2025-05-23' };
    expect(termOf(due, timeOfDay('2026-12-31'))).toBe('soon');
    expect(termOf(due, timeOfDay('2027-01-01'))).toBe('passed');
    expect(termOf(due, timeOfDay('2025-06-01'))).toBe('ahead');
  });

  it('what must be looked at comes first, and silence is counted from the last word', () => {
    const listed = agreementsOn(
      [
        { ...base, id: 'kept', state: 'kept', statusOn: '2025' },
        { ...base, id: 'quiet', state: 'running', statusOn: '2023-12-03' },
        { ...base, id: 'later', due: '2029' },
        { ...base, id: 'passed', due: '2025', statusOn: '2024-12' },
        { ...base, id: 'soon', due: '2026', statusOn: '2026-11-30' },
        { ...base, id: 'late', due: '2025', statusOn: '2026-10-03' },
      ],
      day,
    );
    expect(listed.map(({ id }) => id)).toEqual(['late', 'passed', 'soon', 'later', 'quiet', 'kept']);
    expect(listed.map(({ silentMonths }) => silentMonths)).toEqual([1, 23, 0, null, 35, 11]);
  });

  it('the list holds each agreement once, in the order of the terms, whatever the order of the file', () => {
    const period = fc.constantFrom(null, '2023', '2025-06', '2026', '2026-12-31', '2027', '2031', '2025 (?)');
    const agreement = fc.record({
      date: fc.constantFrom('2022', '2025-06', '2026'),
      state: fc.constantFrom('kept', 'running', 'open', 'unknown' as const),
      due: period,
      statusOn: period,
    });
    fc.assert(
      fc.property(fc.array(agreement, { maxLength: 12 }), (list) => {
        const named = list.map((one, i) => ({ ...one, id: `a${i}` }));
        const listed = agreementsOn(named, day);
        expect(listed.map(({ id }) => id).sort()).toEqual(named.map(({ id }) => id).sort());
        expect(agreementsOn(named.toReversed(), day)).toEqual(listed);
        const order = listed.map(({ term }) => terms.indexOf(term));
        expect(order).toEqual(order.toSorted((a, b) => a - b));
        const coming = comingUp({ agreements: named, targets: [] }, day).map(({ id }) => id);
        expect(coming.toSorted()).toEqual(
          listed
            .filter(({ term }) => term === 'soon')
            .map(({ id }) => id)
            .toSorted(),
        );
      }),
    );
  });

  it('refuses what is no day', () => {
    expect(() => timeOfDay('2026-02-30')).toThrow(RangeError);
    expect(() => agreementsOn([], '2026')).toThrow(RangeError);
  });
});

describe('what comes', () => {
  it('holds what is due, years of targets that end and figures that are expected, within a year', () => {
    const now = timeOfDay(day);
    const coming = comingUp(
      {
        agreements: [
          { ...base, id: 'due', due: '2026' },
          { ...base, id: 'done', due: '2026', state: 'kept' },
          { ...base, id: 'far', due: '2028' },
        ],
        targets: [
          { id: 'year', horizon: '2026' },
          { id: 'far', horizon: '2030' },
        ],
      },
      day,
      [
        { id: 'figure', time: now + 0.2 },
        { id: 'overdue', time: now - 0.2 },
        { id: 'far', time: now + monthsAhead / 12 + 0.01 },
      ],
    );
    expect(coming.map(({ kind, id }) => `${kind} ${id}`)).toEqual([
      'agreement due',
      'target year',
      'indicator figure',
    ]);
  });
});

describe('commitments of the text', () => {
  it('are those with a year, the earliest first, with what follows each up', () => {
    const found = commitmentsOn(
      {
        claims: [
          { id: 'later', kind: 'commitment', horizon: '2030' },
          { id: 'undated', kind: 'commitment' },
          { id: 'a-target', kind: 'target', horizon: '2024' },
          { id: 'past', kind: 'commitment', horizon: '2024' },
        ],
        agreements: [{ id: 'a-word', claims: ['past'] }],
      },
      day,
    );
    expect(found).toEqual([
      { claim: 'past', end: 2025, passed: true, followedBy: ['a-word'] },
      { claim: 'later', end: 2031, passed: false, followedBy: [] },
    ]);
  });
});
