import { variableOf } from '@schaalsprong/agenda/claims';
import { describe, expect, it } from 'vitest';
import { type MadeClaim, madeInput, madeRegion, title, why } from '../../test/audited.ts';
import { auditInput, comparedInput } from '../index.ts';
import type { AuditInput } from '../types.ts';

const claim = (id: string, more: Partial<MadeClaim> = {}): MadeClaim => ({
  id,
  quantity: id,
  value: 5,
  ...more,
});
const variable = (input: AuditInput, id: string) => input.variables.find((v) => v.id === id);
const readings = (input: AuditInput, id: string) => input.claims.find((c) => c.id === id)?.readings ?? [];

it('a variable is the quantity, of whom, and when: the period, else the horizon', () => {
  const base = { quantity: 'homes', entity: 'VAL' };
  expect(variableOf(base)).toBe('homes@VAL');
  expect(variableOf({ ...base, horizon: '2030' as never })).toBe('homes@VAL@2030');
  expect(variableOf({ ...base, period: '2019' as never, horizon: '2030' as never })).toBe('homes@VAL@2019');
});

describe('what a quantity can be', () => {
  const bounds = async (made: MadeClaim, audit: object = {}) => {
    const input = await madeInput({ claims: [made], audit });
    const found = variable(input, variableOf({ ...made, entity: 'VAL' } as never));
    return { ...found?.bounds, whole: found?.whole };
  };
  const more = { min: 0, minOpen: true, max: null, maxOpen: false, whole: false };

  it('is more than zero, unless a claim says zero or less', async () => {
    expect(await bounds(claim('a'))).toEqual(more);
    expect(await bounds(claim('a', { value: 0 }))).toEqual({ ...more, minOpen: false });
    expect(await bounds(claim('a', { value: -3 }))).toMatchObject({ min: null, max: null });
  });

  it('is a whole place from 1 for a rank, and a whole year of four digits for a year', async () => {
    expect(await bounds(claim('a', { unit: 'rank' }))).toMatchObject({ min: 1, minOpen: false, whole: true });
    expect(await bounds(claim('a', { unit: 'year', value: 2030 }))).toMatchObject({
      min: 1000,
      max: 9999,
      whole: true,
    });
  });

  it('is what the content says: signed, or at most 100', async () => {
    const quantity = (field: object) => ({
      quantities: [{ variable: 'a@VAL', title, unit: 'percent', ...field }],
    });
    expect(await bounds(claim('a', { unit: 'percent' }), quantity({ max: 100 }))).toEqual({
      ...more,
      max: 100,
    });
    expect(await bounds(claim('a', { unit: 'percent' }), quantity({ signed: true }))).toMatchObject({
      min: null,
      max: null,
    });
  });

  it('is above -100 for growth in per cent, whatever else is said of it', async () => {
    const growth = { id: 'g', kind: 'growth', from: 'b@VAL', to: 'c@VAL', growth: 'a@VAL', why };
    const input = await madeInput({
      claims: [claim('a', { unit: 'percent' }), claim('b'), claim('c')],
      audit: { relations: [growth] },
    });
    expect(variable(input, 'a@VAL')?.bounds).toEqual({ min: -100, minOpen: true, max: null, maxOpen: false });
  });
});

describe('the readings of a claim', () => {
  it('are itself as written, for anything but a target without a word', async () => {
    const input = await madeInput({
      claims: [
        claim('a'),
        claim('b', { kind: 'target', qualifier: 'circa' }),
        claim('c', { kind: 'target', unit: 'year', value: 2030 }),
      ],
    });
    for (const id of ['a', 'b', 'c']) expect(readings(input, id).map((r) => r.id)).toEqual(['as-written']);
  });

  it('are exactly and at least, or at most by the direction of its target', async () => {
    const input = await madeInput({
      claims: [
        claim('up', { kind: 'target', value: 62000 }),
        claim('down', { kind: 'target', value: 10, unit: 'rank', targets: ['rank-2030'] }),
      ],
    });
    expect(
      readings(input, 'up').map((r) => [r.id, r.plain, r.intervals.default.min, r.intervals.default.max]),
    ).toEqual([
      ['exactly', true, 61500, 62500],
      ['at-least', true, 61500, null],
    ]);
    expect(readings(input, 'down').map((r) => [r.id, r.intervals.default.min])).toEqual([
      ['exactly', 9.75],
      ['at-most', null],
    ]);
  });

  it('are those that the content names, instead of its own', async () => {
    const input = await madeInput({
      claims: [claim('a', { kind: 'target', value: 100 })],
      audit: {
        readings: [
          {
            claim: 'a',
            readings: [
              { id: 'plain', title },
              {
                id: 'yearly',
                title,
                plain: false,
                variable: 'b@VAL',
                value: 20,
                unit: 'people',
                qualifier: 'ten-minste',
              },
            ],
          },
        ],
      },
    });
    expect(readings(input, 'a')).toMatchObject([
      {
        id: 'plain',
        plain: true,
        variable: 'a@VAL',
        value: 100,
        unit: 'homes',
        intervals: { default: { min: 97.5, max: 102.5 } },
      },
      {
        id: 'yearly',
        plain: false,
        variable: 'b@VAL',
        value: 20,
        unit: 'people',
        intervals: { default: { min: 20, max: null } },
      },
    ]);
    expect(variable(input, 'b@VAL')?.unit).toBe('people');
  });
});

describe('a claim that cannot be compared is listed with the reason', () => {
  it('where its quantity is elsewhere in another unit', async () => {
    const input = await madeInput({ claims: [claim('a'), claim('b', { quantity: 'a', unit: 'people' })] });
    expect(input.notEncoded).toEqual([
      {
        claim: 'b',
        reason: {
          nl: expect.stringContaining('people'),
          en: 'The quantity a@VAL is elsewhere in homes and here in people; the two cannot be compared.',
        },
      },
    ]);
    expect(readings(input, 'b')).toEqual([]);
    expect(readings(input, 'a')).toHaveLength(1);
  });

  it('where no number that the quantity can be lies in its interval', async () => {
    const quantities = [{ variable: 'a@VAL', title, unit: 'percent', max: 100 }];
    const input = await madeInput({
      claims: [claim('a', { unit: 'percent', value: 120 })],
      audit: { quantities },
    });
    expect(input.notEncoded).toMatchObject([
      { claim: 'a', reason: { en: expect.stringContaining('No number') } },
    ]);
  });
});

it('a continuation differs in what no pair of plain readings has in common', async () => {
  const claims = [
    claim('still', { quantity: 'place', unit: 'rank' }),
    claim('now', { quantity: 'place', unit: 'rank', entity: 'province' }),
    claim('other', { quantity: 'homes' }),
  ];
  const continuations = [
    { claim: 'still', of: 'now', why },
    { claim: 'still', of: 'other', why },
    { claim: 'still', of: 'still', why },
  ];
  const input = await madeInput({ claims, audit: { continuations } });
  expect(input.continuations.map((c) => c.differs)).toEqual([['entity'], ['quantity', 'unit'], []]);
});

it('what is so is dearer to change than what was promised', async () => {
  const input = await madeInput({
    claims: [claim('a', { kind: 'target' }), claim('b', { kind: 'commitment' }), claim('c')],
  });
  expect(input.claims.map((c) => c.weight)).toEqual([1, 1, 3]);
});

it('an input is plain JSON, the same after a journey', async () => {
  const input = await madeInput({ claims: [claim('a', { kind: 'target' })], audit: {} });
  expect(JSON.parse(JSON.stringify(input))).toEqual(input);
});

it('a quantity without a title takes that of its indicator, else the claim itself', async () => {
  const input = await madeInput({
    claims: [claim('a', { kind: 'target', targets: ['homes-2030'], quantity: 'built' }), claim('b')],
  });
  expect(variable(input, 'built@VAL')?.title.nl).toBe('Woningen gebouwd');
  expect(variable(input, 'b@VAL')?.title.nl).toBe('Uitspraak b');
});

it('a region without audit.yaml still gives an input with its gaps', async () => {
  const input = await madeInput({ claims: [claim('a')], audit: null });
  expect(input.relations).toEqual([]);
  expect(input.gaps.map((g) => g.id)).toContain('targets-without-owner');
  expect(input.gaps.find((g) => g.id === 'targets-without-owner')).toMatchObject({
    promised: 2,
    found: 0,
    explanation: { nl: 'Alle 2 doelstellingen hebben een opgave waarvan geen partij de eigenaar is.' },
  });
});

describe('another document', () => {
  const compared = {
    document: { id: 'deal', title, published: '2023', source: 'made up' },
    claims: [
      {
        id: 'deal-homes',
        figure: '45',
        text: title,
        kind: 'commitment',
        quantity: 'homes-deal',
        entity: 'VAL',
        value: 45,
        unit: 'homes',
        source: 'made up',
      },
    ],
    relations: [{ id: 'in', kind: 'order', smaller: 'a@VAL', larger: 'homes-deal@VAL', why }],
  };

  it('has its own claims, and the quantities of the agenda that its relations name', async () => {
    const region = await madeRegion({ claims: [claim('a'), claim('b')], compared });
    const input = comparedInput(region, 'deal');
    expect(input?.claims).toMatchObject([{ id: 'deal-homes', document: 'deal', line: 0, places: [] }]);
    expect(input?.variables.map((v) => v.id).sort()).toEqual(['a@VAL', 'homes-deal@VAL']);
    expect(input?.relations.map((r) => r.id)).toEqual(['in']);
    expect(auditInput(region).claims.map((c) => c.id)).toEqual(['a', 'b']);
  });

  it('that the region does not have is null', async () => {
    expect(comparedInput(await madeRegion({ claims: [claim('a')] }), 'deal')).toBeNull();
  });
});
