import { describe, expect, it } from 'vitest';
import { type Made, type MadeClaim, madeInput, why } from '../../test/audited.ts';
import { audit, type Comparison, compareAudits, withResults } from '../index.ts';

const claim = (id: string, value: number, more: Partial<MadeClaim> = {}): MadeClaim => ({
  id,
  quantity: id,
  value,
  period: '2030',
  ...more,
});
const compared = async (a: Made, b: Made): Promise<Comparison> =>
  compareAudits(await madeInput(a), await madeInput(b), { document: 'later' });
const ids = (list: readonly { readonly id: string }[]): string[] => list.map((one) => one.id);
const kinds = (found: Comparison) =>
  found.conflicts.map(
    (c) =>
      `${c.kind} ${c.claims
        .map((x) => x.id)
        .sort()
        .join(' ')}`,
  );

describe('two versions of an agenda', () => {
  it('say which claims came, went and changed, and in what', async () => {
    const found = await compared(
      {
        claims: [
          claim('same', 10),
          claim('gone', 10),
          claim('value', 10),
          claim('horizon', 10),
          claim('unit', 10),
          claim('word', 10, { qualifier: 'circa' }),
        ],
      },
      {
        claims: [
          claim('same', 10),
          claim('value', 12),
          claim('horizon', 10, { period: '2032' }),
          claim('unit', 10, { unit: 'people' }),
          claim('word', 10, { qualifier: 'ten-minste' }),
          claim('new', 1),
        ],
      },
    );
    expect(ids(found.added)).toEqual(['new']);
    expect(ids(found.gone)).toEqual(['gone']);
    expect(found.changed.map((c) => [c.claim, c.what])).toEqual([
      ['value', ['value', 'interval']],
      ['horizon', ['horizon']],
      ['unit', ['unit']],
      ['word', ['interval']],
    ]);
  });

  it('clash only where what the new one says does not go with what stays', async () => {
    const sum = {
      id: 'sum',
      kind: 'sum',
      whole: 'all@VAL@2030',
      parts: ['east@VAL@2030', 'west@VAL@2030'],
      why,
    };
    const old = {
      claims: [claim('all', 700), claim('east', 300), claim('west', 400)],
      audit: { relations: [sum] },
    };
    const same = await compared(old, old);
    expect(kinds(same)).toEqual([]);
    expect(same.changed).toEqual([]);
    const found = await compared(old, { ...old, claims: [claim('all', 1000)], audit: {} });
    expect(kinds(found)).toEqual(['contradiction all east west']);
    expect(found.together.conflicts[0]?.claims.map((c) => c.id)).toContain('all');
  });
});

describe('another document', () => {
  const agenda: Made = { claims: [claim('all', 1000, { kind: 'target', qualifier: 'ten-minste' })] };

  it('clashes with the agenda where both speak of one quantity, and its claims bear its name', async () => {
    const found = await compared(agenda, {
      claims: [claim('deal', 500, { quantity: 'all', qualifier: 'maximaal' })],
    });
    expect(kinds(found)).toEqual(['contradiction all deal']);
    expect(found.input.claims.map((c) => [c.id, c.document])).toEqual([
      ['all', null],
      ['deal', 'later'],
    ]);
    expect(found.gone).toEqual([]);
    expect(ids(found.added)).toEqual(['deal']);
  });

  it('does not bring up again what one of the two has alone', async () => {
    const clash = [claim('deal', 500), claim('deal-again', 600, { quantity: 'deal' })];
    const found = await compared(agenda, { claims: clash });
    expect(kinds(found)).toEqual([]);
    expect(found.together.conflicts.map((c) => c.id)).toContain('deal--deal-again');
  });

  it('keeps its claims apart from those of the agenda with the same id', async () => {
    const [a, b] = [await madeInput(agenda), await madeInput({ claims: [claim('all', 400)] })];
    const found = compareAudits(a, b, { document: 'deal', as: 'documents' });
    expect(kinds(found)).toEqual(['contradiction all deal-all']);
  });

  it('in another unit cannot be compared, and says so', async () => {
    const found = await compared(agenda, {
      claims: [claim('deal', 500, { quantity: 'all', unit: 'people' })],
    });
    expect(kinds(found)).toEqual([]);
    expect(found.input.notEncoded).toMatchObject([
      { claim: 'deal', reason: { en: expect.stringContaining('unit') } },
    ]);
  });
});

describe('results of a model', () => {
  const label = { nl: 'berekend', en: 'computed' };
  const span = (min: number, max: number) => ({ min, max, minOpen: false, maxOpen: false });

  it('that stay under a target fall short of it; that is no contradiction of the text', async () => {
    const input = await madeInput({ claims: [claim('homes', 1000, { kind: 'target' })] });
    const found = audit(
      withResults(input, [{ variable: 'homes@VAL@2030', interval: span(600, 800), label }]),
    );
    expect(found.conflicts.filter((c) => c.kind !== 'missing')).toMatchObject([
      {
        kind: 'shortfall',
        id: 'homes',
        claims: [{ id: 'homes' }, { id: 'result-homes-val-2030', value: 700 }],
      },
    ]);
  });

  it('that reach it, or do better, are nothing to report', async () => {
    const input = await madeInput({ claims: [claim('homes', 1000, { kind: 'target' })] });
    for (const interval of [span(900, 1100), span(2000, 3000)]) {
      const found = audit(withResults(input, [{ variable: 'homes@VAL@2030', interval, label }]));
      expect(found.conflicts.filter((c) => c.kind !== 'missing')).toEqual([]);
    }
  });

  it('about what the agenda does not speak of, or that are empty, are listed', async () => {
    const input = await madeInput({ claims: [claim('homes', 1000)] });
    const found = withResults(input, [
      { variable: 'boats@VAL', interval: span(1, 2), label },
      { variable: 'homes@VAL@2030', interval: span(2, 1), label },
    ]);
    expect(found.notEncoded.map((n) => n.claim)).toEqual(['result-boats-val', 'result-homes-val-2030']);
    expect(found.claims).toHaveLength(1);
  });
});
