import { type Proposal, ProposalsFile } from '@schaalsprong/agenda';
import { choicesFrom, proposalsOf } from '@schaalsprong/reading/documents';
import { findQuantities, type ReadDocument } from '@schaalsprong/reading/quantities';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { passageAt } from './passage.ts';
import {
  acceptable,
  afterSave,
  choicesOf,
  choicesText,
  type Decision,
  decide,
  goOn,
  joinedTo,
  keptText,
  likely,
  nameOf,
  proposalsYaml,
  standingOf,
  startWork,
  undo,
  type Work,
  workFrom,
} from './work.ts';

const text =
  'In 2031 zijn er 4.100 woningen. Ook elders staan 4.100 woningen. Er zijn geen 12 banken, wel 9%.\n';
const document: ReadDocument = {
  name: 'Notitie Wonén (def).txt',
  format: 'txt',
  language: 'nl',
  text,
  pages: [{ number: 1, offset: 0 }],
  warnings: [],
};
const file = proposalsOf({ document, reading: findQuantities(document), sha256: 'a'.repeat(64) });
const work = startWork({ file, passages: {}, doubts: {}, warnings: [] });
const ids = file.proposals.map(({ id }): string => id);
const [one = '', two = ''] = file.proposals.filter(({ value }) => value === 4100).map(({ id }) => id);
const units = { homes: {}, percent: {}, year: {}, count: {} };

const standing = (now: Work): Readonly<Record<string, string>> => {
  const joined = joinedTo(now.decisions);
  return Object.fromEntries(
    now.file.proposals.map((proposal) => [proposal.id, standingOf(proposal, now.decisions, joined)]),
  );
};

describe('judging proposals', () => {
  it('finds two places of the same figure to join', () => {
    const proposal = file.proposals.find(({ id }) => id === one);
    expect(likely(proposal as Proposal, file.proposals).map(({ id }) => id)).toEqual([two]);
  });

  it('gives a joined proposal to one other, and to none once it is decided by itself', () => {
    const joined = decide(decide(work, { [two]: { action: 'reject' } }), {
      [one]: { action: 'accept', join: [two] },
    });
    expect(standing(joined)).toMatchObject({ [one]: 'accepted', [two]: 'joined' });
    expect(choicesOf(joined)).toEqual([{ id: one, action: 'accept', join: [two] }]);
    const apart = decide(joined, { [two]: { action: 'reject' } });
    expect(choicesOf(apart)).toEqual([
      { id: one, action: 'accept' },
      { id: two, action: 'reject' },
    ]);
  });

  it('goes back by as many steps as were taken, whatever they were', () => {
    const decision: fc.Arbitrary<Decision | null> = fc.oneof(
      fc.constant(null),
      fc.record({ action: fc.constantFrom('accept' as const, 'reject' as const) }),
      fc.record({ action: fc.constant('accept' as const), join: fc.subarray(ids, { maxLength: 2 }) }),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...ids), decision), { maxLength: 20 }), (steps) => {
        let now = work;
        const seen = [work.decisions];
        for (const [id, change] of steps) {
          const join = change?.join?.filter((other) => other !== id);
          const clean = change === null || join === undefined ? change : { ...change, join };
          now = decide(now, { [id]: clean });
          seen.push(now.decisions);
          // No proposal is decided twice: the command refuses that.
          const named = choicesOf(now).flatMap((choice) => [choice.id, ...(choice.join ?? [])]);
          expect(new Set(named).size).toBe(named.length);
        }
        for (const before of seen.toReversed()) {
          expect(now.decisions).toEqual(before);
          now = undo(now);
        }
      }),
    );
  });

  it('accepts at once only what needs no person', () => {
    const taken = acceptable(work, 0, units);
    expect(taken.length).toBeGreaterThan(0);
    for (const proposal of taken) {
      expect(proposal.negated).toBe(false);
      expect(proposal.form).not.toBe('year');
      expect(Object.keys(units)).toContain(proposal.unit);
    }
    expect(acceptable(work, 1.1, units)).toEqual([]);
    const all = decide(work, Object.fromEntries(taken.map(({ id }) => [id, { action: 'accept' }])));
    expect(acceptable(all, 0, units)).toEqual([]);
  });

  it('writes choices that the command reads as they were made', () => {
    const decided = decide(work, {
      [one]: { action: 'accept', join: [two], edit: { value: 4200, text: { nl: 'Een: "a"', en: 'One' } } },
    });
    expect(choicesFrom('choices.yaml', choicesText(choicesOf(decided)))).toEqual(choicesOf(decided));
    expect(choicesFrom('choices.yaml', choicesText([]))).toEqual([]);
  });

  it('writes proposals that are the same when they are read', () => {
    expect(ProposalsFile.parse(parse(proposalsYaml(file)))).toEqual(file);
    const none = { ...file, proposals: [], relations: [] };
    expect(ProposalsFile.parse(parse(proposalsYaml(none)))).toEqual(none);
  });

  it('goes on where it was when the same document is read again, however its figures are numbered then', () => {
    const decided = decide(afterSave(work, [{ proposal: ids.at(-1) ?? '', claim: 'last' }], []), {
      [one]: { action: 'accept', join: [two], edit: { value: 4200 } },
    });
    const renamed = (id: string): string => id.replace('q-', 'q-1');
    const again = {
      ...work,
      file: { ...file, proposals: file.proposals.map((p) => ({ ...p, id: renamed(p.id) as typeof p.id })) },
    };
    const later = goOn(again, decided);
    expect(choicesOf(later)).toEqual([
      { id: renamed(one), action: 'accept', join: [renamed(two)], edit: { value: 4200 } },
    ]);
    expect(standing(later)[renamed(ids.at(-1) ?? '')]).toBe('saved');
    const other = { ...file, document: { ...file.document, sha256: 'f'.repeat(64) } };
    expect(choicesOf(goOn({ ...work, file: other }, decided))).toEqual([]);
  });

  it('does not offer again what was saved', () => {
    const decided = decide(work, { [one]: { action: 'accept' }, [two]: { action: 'reject' } });
    const saved = afterSave(decided, [{ proposal: one, claim: 'homes-4100' }], [two]);
    expect(standing(saved)).toMatchObject({ [one]: 'saved', [two]: 'rejected' });
    expect(choicesOf(saved)).toEqual([]);
  });
});

describe('what is kept in the browser', () => {
  it('is the same after a reload, the last steps back included', () => {
    const decided = decide(decide(work, { [one]: { action: 'accept' } }), { [two]: { action: 'reject' } });
    const again = workFrom(keptText(decided));
    expect(again).toEqual(decided);
    expect(undo(again as Work).decisions).toEqual({ [one]: { action: 'accept' } });
  });

  it('is left where it is when it is cut short or of another sort', () => {
    const kept = keptText(work);
    for (const length of [0, 1, 20, kept.length - 1]) expect(workFrom(kept.slice(0, length))).toBeNull();
    for (const wrong of ['null', '[]', '{"version":2}', '{"version":1,"file":{"document":{"name":"a"}}}']) {
      expect(workFrom(wrong)).toBeNull();
    }
    expect(workFrom(null)).toBeNull();
  });
});

describe('the words around a figure', () => {
  it('are whole words of its own paragraph', () => {
    const long = `Vorige alinea met 1 getal.\n\n${'woord '.repeat(60)}12%\nvan alles ${'daarna '.repeat(60)}\n\nVolgende.`;
    const at = long.indexOf('12%');
    const { before, figure, after } = passageAt(long, at, at + 3);
    expect(figure).toBe('12%');
    expect(before).toMatch(/^… (woord )+$/);
    expect(after).toMatch(/^ van alles (daarna )*daarna …$/);
    const short = passageAt('A.\n\nTot 9% erbij.\n\nB.', 8, 10);
    expect(short).toEqual({ before: 'Tot ', figure: '9%', after: ' erbij.' });
  });
});

describe('the name of a proposals file', () => {
  it('is made of the name of the document', () => {
    expect(nameOf('Notitie Wonén (def).txt')).toBe('notitie-wonen-def');
    expect(nameOf('….pdf')).toBe('document');
  });
});
