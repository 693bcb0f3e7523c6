import { describe, expect, it } from 'vitest';
import { compareSnapshots, isNews } from './compare.ts';
import type { Snapshot } from './snapshot.ts';

type Made = Snapshot['made'];
type Target = Snapshot['targets'][number];

const made: Made = {
  agenda: '1',
  levers: '1',
  monitor: '1',
  judgements: '1',
  audit: '1',
  model: '1',
  checks: '1',
  figures: '1',
  program: '1',
  run: '1',
  window: '1',
};
const target: Target = {
  id: 'homes',
  title: { nl: 'woningen', en: 'homes' },
  unit: 'homes',
  ambitions: ['a'],
  met: { count: 0, of: 100 },
  observed: { value: 5, period: '2023' },
  asks: '1',
  measuredBy: '1',
  series: 'homes',
};

interface Difference {
  readonly made?: Partial<Made>;
  readonly target?: Partial<Target>;
  readonly series?: string;
}
const state = (
  { made: parts = {}, target: fields = {}, series = '1' }: Difference,
  at = '2024',
): Snapshot => ({
  form: 1,
  at,
  made: { ...made, ...parts },
  targets: [{ ...target, ...fields }],
  ambitions: [{ id: 'a', title: { nl: 'een', en: 'one' } }],
  items: { target: {}, claim: {}, measure: {}, uncertainty: {}, variable: {}, series: { homes: series } },
});
const from = (after: Difference) => compareSnapshots(state({}), state(after, '2025'));
const more = { met: { count: 90, of: 100 } };
const other = { observed: { value: 6, period: '2024' } };

describe('the cause of a change', () => {
  it.each<[string, Difference, readonly string[]]>([
    ['the content, where the target asks otherwise', { target: { ...more, asks: '2' } }, ['content']],
    ['the content, where a lever stands otherwise', { made: { levers: '2' }, target: more }, ['content']],
    ['the model', { made: { model: '2' }, target: more }, ['model']],
    [
      'the model alone, where figures came with it',
      { made: { model: '2', figures: '2' }, target: more },
      ['model'],
    ],
    [
      'the model alone, where only claims came with it',
      { made: { model: '2', agenda: '2' }, target: more },
      ['model'],
    ],
    ['model and levers together', { made: { model: '2', levers: '2' }, target: more }, ['content', 'model']],
    ['the program', { made: { program: '2' }, target: more }, ['program']],
    ['another number of futures', { made: { run: '2' }, target: more }, ['run']],
    [
      'the rest of the content, where nothing else differs',
      { made: { agenda: '2' }, target: more },
      ['content'],
    ],
    ['unknown where nothing differs', { target: more }, []],
  ])('of a count is %s', (_, after, causes) => {
    expect(from(after).counts).toEqual([
      { target: 'homes', title: target.title, before: target.met, after: more.met, causes },
    ]);
  });

  it.each<[string, Difference, readonly string[]]>([
    ['the figures', { made: { figures: '2' }, series: '2', target: other }, ['data']],
    [
      'the figures alone, where the model came with them',
      { made: { figures: '2', model: '2' }, series: '2', target: other },
      ['data'],
    ],
    [
      'the content, where it is measured by something else',
      { target: { ...other, measuredBy: '2' } },
      ['content'],
    ],
    [
      'both, where both differ',
      { made: { figures: '2', monitor: '2' }, series: '2', target: other },
      ['data', 'content'],
    ],
  ])('of a measured value is %s', (_, after, causes) => {
    expect(from(after).measured.map((change) => change.causes)).toEqual([causes]);
    expect(from(after).counts).toEqual([]);
  });

  it('counts what is mostly met, in all and per ambition', () => {
    const { tally, ambitions } = from({ made: { model: '2' }, target: more });
    expect(tally).toEqual({ before: { most: 0, of: 1 }, after: { most: 1, of: 1 } });
    expect(ambitions).toMatchObject([{ id: 'a', before: { most: 0 }, after: { most: 1 } }]);
  });

  it('is no news where only the program is another and says the same', () => {
    expect(isNews(from({ made: { program: '2' } }))).toBe(false);
    expect(isNews(from({ made: { model: '2' } }))).toBe(true);
  });
});
