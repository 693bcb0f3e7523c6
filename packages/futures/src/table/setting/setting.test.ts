import { FuturesError } from '@schaalsprong/methods/problems';
import { describe, expect, it } from 'vitest';
import { syntheticRegion } from '../../../test/synthetic.ts';
import { checkSetting, positionsOf, ruleBreaks, sameSetting, settingOf, type TableRegion } from '../index.ts';

const { region: plain } = await syntheticRegion();
const base = settingOf(plain, 'agenda');
const question = { setting: base, futures: 100, seed: 1 };

const problemsOf = (work: () => void) => {
  try {
    work();
  } catch (error) {
    if (error instanceof FuturesError) return error.problems;
    throw error;
  }
  return [];
};

describe('a setting', () => {
  it('of a scenario has every lever at its value', () => {
    expect(base).toEqual({
      levers: { 'more-builders': 0.5, 'more-grid': 0.5, idle: 0.5 },
      timings: {},
      assumptions: {},
      viewpoint: null,
    });
  });

  it('with thousands of unknown names is refused with the first twenty', () => {
    const levers = Object.fromEntries(Array.from({ length: 5000 }, (_, n) => [`mor-builders-${n}`, 1]));
    const faults = problemsOf(() => checkSetting(plain, { ...question, setting: { ...base, levers } }));
    expect(faults).toHaveLength(20);
  });

  it('takes a named position of the measures that have it', () => {
    expect(positionsOf(plain.measures, 'all')).toEqual({ 'more-builders': 1, 'more-grid': 1, idle: 1 });
    expect(positionsOf(plain.measures, 'constructor')).toEqual({});
  });

  it('is the same in whatever order it names things', () => {
    const { levers } = base;
    const turned = Object.fromEntries(Object.entries(levers).toReversed());
    expect(sameSetting(base, { ...base, levers: turned })).toBe(true);
    expect(sameSetting(base, { ...base, levers: { ...levers, idle: 0.4 } })).toBe(false);
    expect(sameSetting(base, { ...base, viewpoint: 'together' })).toBe(false);
    expect(sameSetting(base, { ...base, assumptions: { 'grid-shortage': 1 } })).toBe(false);
  });
});

describe('a question that cannot be answered', () => {
  it('is refused with every fault, and near names', () => {
    const wrong = {
      setting: {
        levers: { 'more-bilders': 1, 'more-grid': 7, idle: Number.NaN },
        timings: {},
        assumptions: { 'grid-shortgae': 1, 'grid-shortage': Number.POSITIVE_INFINITY },
        viewpoint: 'somebody',
      },
      futures: 0,
      seed: 0.5,
    };
    const found = problemsOf(() => checkSetting(plain, wrong));
    expect(found.map(({ code, path }) => `${code} ${path}`)).toEqual([
      'FUTURES_TABLE_MEASURE levers.more-bilders',
      'FUTURES_TABLE_RANGE levers.more-grid',
      'FUTURES_TABLE_RANGE levers.idle',
      'FUTURES_TABLE_MISSING levers.more-builders',
      'FUTURES_TABLE_UNCERTAINTY assumptions.grid-shortgae',
      'FUTURES_TABLE_ASSUMPTION assumptions.grid-shortage',
      'FUTURES_TABLE_VIEWPOINT viewpoint',
      'FUTURES_TABLE_COUNT futures',
      'FUTURES_SEED seed',
    ]);
    expect(found[0]?.hint.en).toBe('Did you mean more-builders?');
    for (const { message, expected, hint } of found) {
      for (const { nl, en } of [message, expected, hint]) {
        expect(nl.length).toBeGreaterThan(3);
        expect(en.length).toBeGreaterThan(3);
      }
    }
  });

  it('is one of more than a million futures', () => {
    expect(problemsOf(() => checkSetting(plain, { ...question, futures: 1_000_000 }))).toEqual([]);
    for (const futures of [1_000_001, 1e9, Number.NaN, 10.5]) {
      const [found] = problemsOf(() => checkSetting(plain, { ...question, futures }));
      expect(found?.code).toBe('FUTURES_TABLE_COUNT');
    }
  });
});

describe('rules between measures', () => {
  const text = { nl: 'verzonnen', en: 'synthetic' };
  const region = {
    measures: plain.measures,
    table: {
      ...plain.table,
      rules: [
        { kind: 'needs', measure: 'more-builders', other: 'more-grid', reason: text, source: 's' },
        { kind: 'excludes', measure: 'more-grid', other: 'idle', reason: text, source: 's' },
      ],
      budgets: [
        {
          id: 'money',
          title: text,
          unit: 'homes',
          most: 100,
          measures: [
            { measure: 'more-builders', per: 80 },
            { measure: 'more-grid', per: 120 },
          ],
          reason: text,
          source: 's',
        },
      ],
    },
  } as unknown as Pick<TableRegion, 'measures' | 'table'>;
  const breaks = (levers: Record<string, number>) =>
    ruleBreaks(region, { levers: { ...base.levers, ...levers } });

  it('are broken where a needed measure is off or an excluded one on', () => {
    expect(breaks({ 'more-grid': 0 }).map(({ kind }) => kind)).toEqual(['needs']);
    expect(breaks({ idle: 0.5 }).map(({ kind }) => kind)).toEqual(['excludes']);
    expect(breaks({ idle: 0 })).toEqual([]);
    expect(breaks({ 'more-builders': 0, 'more-grid': 0 })).toEqual([]);
  });

  it('are broken where a shared budget asks more than there is, and not by rounding', () => {
    expect(breaks({ idle: 0, 'more-builders': 1, 'more-grid': 1 })).toEqual([
      { kind: 'budget', budget: 'money', asked: 200, most: 100 },
    ]);
    expect(breaks({ idle: 0, 'more-builders': 0.5 + 1e-14, 'more-grid': 0.5 })).toEqual([]);
  });
});
