import { settingOf } from '@schaalsprong/futures/table';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileText, readFile, type Work } from './file.ts';
import { region } from './fixture.test-data.ts';
import { begun, type HistoryAction, historyReducer } from './history.ts';

const base = settingOf(region, 'agenda');
const part = fc.double({ min: 0, max: 1, noNaN: true });
const action: fc.Arbitrary<HistoryAction> = fc.oneof(
  fc.tuple(part, fc.option(part), fc.constantFrom(null, 'gloom', 'together')).map(
    ([relief, weather, viewpoint]): HistoryAction => ({
      kind: 'move',
      what: 'lever',
      changed: ['more-builders'],
      setting: {
        levers: { ...base.levers, 'more-builders': relief },
        timings: {},
        assumptions: weather === null ? {} : { weather },
        viewpoint,
      },
      now: 0,
    }),
  ),
  fc.constantFrom<HistoryAction>({ kind: 'undo' }, { kind: 'redo' }, { kind: 'goTo', number: 1 }),
  fc.string().map((name): HistoryAction => ({ kind: 'bookmark', number: 1, name })),
);
const work = fc.array(action, { maxLength: 12 }).map(
  (actions): Work => ({
    history: { ...actions.reduce(historyReducer, begun(base)), touched: null },
    kept: [{ id: 'kept-1', name: 'one', description: '', setting: base }],
    against: 'kept-1',
  }),
);

describe('the work as a file', () => {
  it('is read back as it was, every setting to the last bit', () => {
    fc.assert(
      fc.property(work, (one) => {
        expect(readFile(fileText(region, one), region, base)).toEqual({ work: one, notes: [] });
      }),
      { numRuns: 200 },
    );
  });

  it('is taken over where the region has moved on, and that is told', () => {
    const text = fileText(region, { history: begun(base), kept: [], against: null });
    const later = {
      ...region,
      domains: { ...region.domains, agenda: 'b'.repeat(64) },
      measures: region.measures.filter(({ id }) => id !== 'idle'),
    };
    const { work: read, notes } = readFile(text, later, settingOf(later, 'agenda'));
    expect(Object.keys(read?.history.moves[0]?.setting.levers ?? {})).toEqual(['more-builders']);
    expect(notes.map(({ en }) => en)).toEqual([
      expect.stringContaining('agenda differed'),
      expect.stringContaining('idle'),
    ]);
  });

  it('is of the region as it is where only what the table does not depend on was edited', () => {
    const text = fileText(region, { history: begun(base), kept: [], against: null });
    const later = {
      ...region,
      hashes: { agenda: 'b'.repeat(64), data: 'b'.repeat(64), model: 'b'.repeat(64) },
    };
    expect(readFile(text, later, base).notes).toEqual([]);
  });

  it('without hashes of domains, as files were before, is compared by those of the folder', () => {
    const { domains: _domains, ...old } = JSON.parse(
      fileText(region, { history: begun(base), kept: [], against: null }),
    );
    const notes = (part: string): readonly string[] =>
      readFile(
        JSON.stringify(old),
        { ...region, hashes: { ...region.hashes, [part]: 'b'.repeat(64) } },
        base,
      ).notes.map(({ en }) => en);
    expect(readFile(JSON.stringify(old), region, base).notes).toEqual([]);
    expect(notes('data')).toEqual([]);
    expect(notes('agenda')).toEqual([expect.stringContaining('agenda differed')]);
    expect(notes('model')).toEqual([expect.stringContaining('model differed')]);
  });

  it('is refused, never half read, whatever was done to it', () => {
    const text = fileText(region, { history: begun(base), kept: [], against: null });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: text.length - 3 }), (length) => {
        expect(readFile(text.slice(0, length), region, base).work).toBeNull();
      }),
    );
    fc.assert(
      fc.property(fc.json(), (json) => {
        expect(readFile(json, region, base).work).toBeNull();
      }),
    );
  });
});
