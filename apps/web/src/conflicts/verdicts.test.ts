import { VerdictsFile } from '@schaalsprong/agenda';
import type { Verdict } from '@schaalsprong/audit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { keepInBrowser, readKept as readAny } from '../lib/kept.ts';
import { conflict } from './fixture.test-data.ts';
import { allVerdicts, keptVerdicts, verdictsYaml, withVerdicts } from './verdicts.ts';

const keepVerdicts = (region: string, storage: Storage | null) =>
  keepInBrowser(keptVerdicts(region), storage);
const readKept = (text: string | null) => readAny(text, keptVerdicts('here').is);

const verdict = (of: string, some: Partial<Verdict> = {}): Verdict => ({
  conflict: of,
  verdict: 'accepted-as-rounding',
  by: 'Programmabureau',
  on: '2026-11-25',
  why: 'afgerond',
  ...some,
});

/** A storage in memory; `full` refuses to keep anything. */
function memory(full = false): Storage {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    clear: () => kept.clear(),
    key: (i) => [...kept.keys()][i] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    removeItem: (key) => void kept.delete(key),
    setItem: (key, value) => {
      if (full) throw new DOMException('full', 'QuotaExceededError');
      kept.set(key, value);
    },
  };
}

describe('verdicts in the browser', () => {
  it('are there again when the page opens later, one per conflict, apart for each region', () => {
    const storage = memory();
    const keeper = keepVerdicts('here', storage);
    keeper.put(verdict('a'));
    keeper.put(verdict('b'));
    keeper.put(verdict('a', { why: 'toch anders' }));
    expect(
      keepVerdicts('here', storage)
        .all()
        .map(({ conflict: of, why }) => [of, why]),
    ).toEqual([
      ['b', 'afgerond'],
      ['a', 'toch anders'],
    ]);
    expect(keepVerdicts('elsewhere', storage).all()).toEqual([]);
  });

  it('can be withdrawn, and tell whoever listens', () => {
    const keeper = keepVerdicts('here', memory());
    let heard = 0;
    const stop = keeper.subscribe(() => {
      heard += 1;
    });
    keeper.put(verdict('a'));
    keeper.drop('a');
    stop();
    keeper.put(verdict('a'));
    expect(heard).toBe(2);
    expect(keeper.all()).toHaveLength(1);
  });

  it('stay in the page where the browser keeps nothing, and say that they will not last', () => {
    const keeper = keepVerdicts('here', memory(true));
    expect(keeper.lasting()).toBe(true);
    keeper.put(verdict('a'));
    expect(keeper.lasting()).toBe(false);
    expect(keeper.all()).toHaveLength(1);
    expect(keepVerdicts('here', null).lasting()).toBe(false);
  });

  it('leave out what was kept and is no verdict', () => {
    expect(readKept('not json')).toEqual([]);
    expect(readKept('{"conflict":"a"}')).toEqual([]);
    expect(readKept(JSON.stringify([verdict('a'), { ...verdict('b'), verdict: 'fine' }, null, 3]))).toEqual([
      verdict('a'),
    ]);
  });
});

describe('conflicts with verdicts', () => {
  it('stand after the open ones when they are accepted, and none is lost', () => {
    const list = withVerdicts(
      [
        conflict('a'),
        conflict('b', { verdict: verdict('b') }),
        conflict('c'),
        conflict('d', { verdict: verdict('d', { verdict: 'disputed' }) }),
      ],
      [verdict('a'), verdict('b', { verdict: 'to-be-repaired' })],
    );
    expect(list.map(({ id, verdict: v }) => [id, v?.verdict ?? null])).toEqual([
      ['b', 'to-be-repaired'],
      ['c', null],
      ['d', 'disputed'],
      ['a', 'accepted-as-rounding'],
    ]);
  });
});

describe('the file of verdicts', () => {
  it('is read by the loader of a region as it was written, whatever people type', () => {
    const words = fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme' }).filter((s) => s.trim() !== '');
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom('a-b', 'c', 'd-1'), { minLength: 0 }),
        words,
        words,
        (of, by, why) => {
          const wanted = of.map((id) => verdict(id, { by, why }));
          expect(VerdictsFile.parse(parse(verdictsYaml(wanted))).verdicts).toEqual(wanted);
        },
      ),
    );
  });

  it('has those of the content and those of the reader, whose own go first', () => {
    const all = allVerdicts([verdict('b'), verdict('a')], [verdict('b', { by: 'mij' })]);
    expect(all.map(({ conflict: of, by }) => [of, by])).toEqual([
      ['a', 'Programmabureau'],
      ['b', 'mij'],
    ]);
  });
});
