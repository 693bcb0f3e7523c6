import { settingOf, type TableAnswer, type TableSetting } from '@schaalsprong/futures/table';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { region } from './fixture.test-data.ts';
import { freeze, thaw } from './frozen.ts';

const base = settingOf(region, 'agenda');
const answer = {
  count: 400,
  seed: 7,
  targets: [
    {
      id: 'homes-2029',
      met: { count: 12, of: 400 },
      projected: { p10: 80.123456789, p50: 90, p90: 99.5 },
    },
    { id: 'happy', met: null, projected: { p10: 1, p50: 1, p90: 1 } },
  ],
} as unknown as TableAnswer;
const setting: TableSetting = {
  levers: { 'more-builders': 0.123456789012345, idle: 0 },
  timings: {},
  assumptions: { weather: 2.5 },
  viewpoint: 'gloom',
};
const frozenText = freeze(region, { name: 'Één naam', description: 'met “tekens”', setting, answer });

describe('a frozen link', () => {
  it('gives back what was frozen, levers to the last bit and results to six digits', () => {
    const { frozen, problem } = thaw(frozenText, region, base);
    expect(problem).toBeNull();
    expect(frozen).toMatchObject({
      name: 'Één naam',
      description: 'met “tekens”',
      setting,
      futures: 400,
      seed: 7,
      movedOn: [],
      unknown: [],
    });
    expect(frozen?.then).toEqual({
      'homes-2029': { met: 12, p10: 80.1235, p50: 90, p90: 99.5 },
      happy: { met: null, p10: 1, p50: 1, p90: 1 },
    });
  });

  it('says which part of the region has moved on, and leaves out what is gone', () => {
    const later = {
      ...region,
      domains: { ...region.domains, model: 'b'.repeat(64) },
      measures: region.measures.filter(({ id }) => id !== 'idle'),
      uncertainties: region.uncertainties.filter(({ id }) => id !== 'weather'),
    };
    const { frozen } = thaw(frozenText, later, settingOf(later, 'agenda'));
    expect(frozen?.movedOn).toEqual(['model']);
    expect(frozen?.unknown).toEqual(['idle', 'weather']);
    expect(frozen?.setting).toEqual({
      levers: { 'more-builders': setting.levers['more-builders'] },
      timings: {},
      assumptions: {},
      viewpoint: 'gloom',
    });
  });

  it('stays valid when what no number of the table depends on is edited, and is stale when a measure is', () => {
    const elsewhere = {
      ...region,
      hashes: { agenda: 'b'.repeat(64), data: 'b'.repeat(64), model: 'b'.repeat(64) },
    };
    expect(thaw(frozenText, elsewhere, base).frozen?.movedOn).toEqual([]);
    const moved = { ...region, domains: { ...region.domains, levers: 'b'.repeat(64) } };
    expect(thaw(frozenText, moved, base).frozen?.movedOn).toEqual(['levers']);
  });

  describe('of version 1', () => {
    // Made before links held hashes of domains; of the region of this fixture.
    const old =
      'AQCCTY1NDoMgFISvYmb9NEhLWrxED2Bc2PpaSUQSUJum4e7Cjm83f5ke4bduM2_mBeoxFoAwFST5LsBAN7oKQXjsOTvGtTrYB8NVC_rDOs_1czfLlEx0ommlIphp4SRiKnx5TL8enWxUJHwW52wezs5yqKWQGl3fSrrn6UWRFqR1o4Y4nF2WbZ0';

    it('opens as ever, and the same where the region is still the same', () => {
      const { frozen } = thaw(old, region, base);
      expect(frozen).toMatchObject({
        name: 'Oud',
        setting: {
          levers: { 'more-builders': 0.125, idle: 0 },
          assumptions: { weather: 2.5 },
          viewpoint: 'gloom',
        },
        movedOn: [],
        madeWith: [
          { part: 'agenda', hash: 'a'.repeat(12) },
          { part: 'data', hash: 'd'.repeat(12) },
          { part: 'model', hash: 'f'.repeat(12) },
        ],
      });
      expect(frozen?.then['homes-2029']).toEqual({ met: 12, p10: 80.1235, p50: 90, p90: 99.5 });
    });

    it('is not made stale by other figures, and says so where agenda or model of the folder differ', () => {
      const movedOn = (part: 'agenda' | 'data' | 'model'): unknown =>
        thaw(old, { ...region, hashes: { ...region.hashes, [part]: 'b'.repeat(64) } }, base).frozen?.movedOn;
      expect(movedOn('data')).toEqual([]);
      expect(movedOn('agenda')).toEqual(['agenda']);
      expect(movedOn('model')).toEqual(['model']);
    });
  });

  it('carries when measures work in a version of its own, and without that is one that older pages can read', () => {
    const timed = { ...setting, timings: { 'more-builders': 2 } };
    const frozen = freeze(region, { name: '', description: '', setting: timed, answer });
    expect(thaw(frozen, region, base).frozen?.setting).toEqual(timed);
    // The first letters hold the version.
    expect([frozen.slice(0, 2), frozenText.slice(0, 2)]).toEqual(['Aw', 'Ag']);
    const timeless = {
      ...region,
      measures: region.measures.map((measure) => ({ ...measure, timing: null })),
    };
    const there = thaw(frozen, timeless, base).frozen;
    expect([there?.setting.timings, there?.unknown]).toEqual([{}, ['more-builders']]);
  });

  it('is refused with its own words when it is of another region or an unknown version', () => {
    const other = thaw(frozenText, { ...region, id: 'atlantis' }, base);
    expect([other.frozen, other.problem?.en]).toEqual([null, expect.stringContaining('‘synthetic’')]);
    // The first letters hold the version.
    const next = thaw(`BA${frozenText.slice(2)}`, region, base);
    expect(next.problem?.en).toContain('version 4');
  });

  it('is refused where it asks for a billion futures, with how many the table computes', () => {
    const many = freeze(region, { name: '', description: '', setting, answer: { ...answer, count: 1e9 } });
    const { frozen, problem } = thaw(many, region, base);
    expect(frozen).toBeNull();
    expect(problem?.nl).toContain('1.000.000.000 toekomsten; de tafel rekent er ten hoogste 10.000');
  });

  it('is refused as cut short, wherever it was cut', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: frozenText.length - 2 }), (length) => {
        const { frozen, problem } = thaw(frozenText.slice(0, length), region, base);
        expect(frozen).toBeNull();
        expect(problem?.en).toContain('cut short');
      }),
      { numRuns: 300 },
    );
  });

  it('is refused when any letter was changed, or anything added', () => {
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'];
    fc.assert(
      fc.property(
        // The last letter may hold bits that say nothing.
        fc.integer({ min: 0, max: frozenText.length - 2 }),
        fc.constantFrom(...letters),
        (at, letter) => {
          fc.pre(frozenText[at] !== letter);
          const { frozen, problem } = thaw(
            `${frozenText.slice(0, at)}${letter}${frozenText.slice(at + 1)}`,
            region,
            base,
          );
          expect(frozen).toBeNull();
          expect(problem).not.toBeNull();
        },
      ),
      { numRuns: 500 },
    );
    expect(thaw(`${frozenText}AAAA`, region, base).problem?.en).toContain('changed');
    expect(thaw('not a link!', region, base).problem?.en).toContain('changed');
    expect(thaw('', region, base).problem?.en).toContain('cut short');
  });

  it('takes any text at all without failing', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.base64String()), (text) => {
        expect(thaw(text, region, base).frozen).toBeNull();
      }),
      { numRuns: 1_000 },
    );
  });
});
