import { describe, expect, it } from 'vitest';
import { synthetic } from '../../../agenda/test/synthetic.ts';
import { type Made, type MadeClaim, madeInput, title, why } from '../../test/audited.ts';
import { type AuditReport, type AuditSwitches, audit, type Conflict } from '../index.ts';

const report = async (made: Made, switches: AuditSwitches = {}): Promise<AuditReport> =>
  audit(await madeInput(made), switches);

/** Conflicts that come of numbers: not the gaps that the synthetic region itself has. */
const clashes = (found: AuditReport): Conflict[] => found.conflicts.filter((c) => c.kind !== 'missing');
const brief = (found: AuditReport) =>
  clashes(found).map(
    (c) =>
      `${c.kind} ${c.claims
        .map((x) => x.id)
        .sort()
        .join(' ')}`,
  );

const part = (entity: string, value: number, more: Partial<MadeClaim> = {}): MadeClaim => ({
  id: `homes-${entity.toLowerCase()}`,
  quantity: 'homes-all',
  entity,
  value,
  period: '2030',
  ...more,
});
const sum = {
  id: 'sum',
  kind: 'sum',
  whole: 'homes-all@VAL@2030',
  parts: ['homes-all@East@2030', 'homes-all@West@2030'],
  why,
};
const threeParts = (whole: number, east: number, west: number, more: Partial<MadeClaim> = {}): Made => ({
  claims: [part('VAL', whole, more), part('East', east), part('West', west)],
  audit: { relations: [sum] },
});

/** The synthetic qualifiers, `none` as its bare figure and twice as wide. */
const widths = (synthetic['region.yaml'] ?? '').replace(
  'rounding: true }',
  'rounding: true, bare: { low: 1, high: 1 }, generous: { low: 0.9, high: 1.1, rounding: false } }',
);

describe('a contradiction', () => {
  it('is a sum that does not add up, with its claims and its arithmetic', async () => {
    const [found, ...others] = clashes(await report(threeParts(1000, 300, 400)));
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      id: 'homes-east--homes-val--homes-west',
      kind: 'contradiction',
      relations: ['sum'],
      assumptions: [],
      everyReading: true,
      remaining: [],
      setting: 'generous',
    });
    expect(found?.claims.map((c) => [c.id, c.line, c.value])).toEqual([
      ['homes-val', 10, 1000],
      ['homes-east', 11, 300],
      ['homes-west', 12, 400],
    ]);
    expect(found?.arithmetic.nl).toContain('300');
    expect(found?.epsilon).toBeGreaterThan(0.1);
    expect(found?.repairs.map((r) => r.claim).sort()).toEqual(['homes-east', 'homes-val', 'homes-west']);
  });

  it('is not a sum that fits, nor one that fits within the width of the words', async () => {
    expect(brief(await report(threeParts(700, 300, 400)))).toEqual([]);
    const files = { 'region.yaml': widths };
    expect(brief(await report({ ...threeParts(710, 300, 400), files }))).toEqual([
      'near homes-east homes-val homes-west',
    ]);
  });

  it('stands under the setting that it names, and is near under the next', async () => {
    const made = { ...threeParts(740, 300, 400), files: { 'region.yaml': widths } };
    expect(clashes(await report(made))).toMatchObject([{ kind: 'contradiction', setting: 'default' }]);
    expect(clashes(await report(made, { setting: 'bare' }))).toMatchObject([
      { kind: 'contradiction', setting: 'default' },
    ]);
    expect(clashes(await report(made, { setting: 'generous' }))).toMatchObject([{ kind: 'near' }]);
  });
});

describe('readings', () => {
  const target = (value: number, more: Partial<MadeClaim> = {}): Partial<MadeClaim> => ({
    kind: 'target',
    value,
    ...more,
  });

  it('a target without a word may be read as at least: what the parts demand of it is dominance', async () => {
    const found = clashes(await report(threeParts(500, 300, 400, target(500))));
    expect(found).toMatchObject([
      {
        kind: 'dominance',
        id: 'dominance--homes-val',
        everyReading: false,
        readings: { 'homes-val': ['at-least'] },
        remaining: [],
      },
    ]);
    expect(found[0]?.explanation.nl).toMatch(/700|69\d/);
  });

  it('a target that is too high for its parts is a contradiction in every reading', async () => {
    const found = clashes(await report(threeParts(1000, 300, 400, target(1000))));
    expect(found).toMatchObject([
      {
        kind: 'contradiction',
        id: 'homes-val',
        everyReading: true,
        readings: { 'homes-val': ['exactly', 'at-least'] },
      },
    ]);
  });

  it('a reading that the reader chooses is the only one that counts', async () => {
    const made = threeParts(500, 300, 400, target(500));
    const exact = clashes(await report(made, { readings: { 'homes-val': 'exactly' } }));
    expect(exact).toMatchObject([{ kind: 'contradiction' }]);
    expect(clashes(await report(made, { readings: { 'homes-val': 'no-such-reading' } }))).toMatchObject([
      { kind: 'dominance' },
    ]);
  });

  it('a target that says at least itself is moot where others demand more, and not where they demand as much', async () => {
    const words = { kind: 'target', qualifier: 'ten-minste' };
    expect(clashes(await report(threeParts(500, 300, 400, words)))).toMatchObject([
      { kind: 'dominance', claims: [{ id: 'homes-val' }, { id: 'homes-east' }, { id: 'homes-west' }] },
    ]);
    expect(brief(await report(threeParts(700, 300, 400, words)))).toEqual([]);
  });

  const meanings = (...readings: object[]) => [{ claim: 'homes-val', readings }];
  const yearly = { id: 'in-all', title, variable: 'homes-total@VAL@2030' };

  it('a clash that a plain reading escapes is told as a reading that is ruled out', async () => {
    const made = threeParts(1000, 300, 400);
    const found = await report({
      ...made,
      audit: { relations: [sum], readings: meanings({ id: 'one-year', title }, yearly) },
    });
    expect(clashes(found)).toEqual([]);
    expect(found.ruledOut).toMatchObject([
      { claim: 'homes-val', reading: 'one-year', plain: true, claims: ['homes-east', 'homes-west'] },
    ]);
  });

  it('a clash about meaning that a plain reading escapes is raised, with what remains, and not ruled out as well', async () => {
    const made = threeParts(1000, 300, 400);
    const found = await report({
      ...made,
      audit: {
        relations: [{ ...sum, asks: 'definition' }],
        readings: meanings({ id: 'one-year', title }, yearly),
      },
    });
    expect(clashes(found)).toMatchObject([
      {
        kind: 'definition',
        everyReading: false,
        readings: { 'homes-val': ['one-year'] },
        remaining: [{ 'homes-val': 'in-all' }],
        variants: [],
      },
    ]);
    expect(found.ruledOut).toEqual([]);
  });

  it('a reading that is not plain does not save a clash, but is named as what remains', async () => {
    const made = threeParts(1000, 300, 400);
    const readings = meanings({ id: 'one-year', title }, { ...yearly, plain: false });
    const found = await report({ ...made, audit: { relations: [sum], readings } });
    expect(clashes(found)).toMatchObject([
      {
        kind: 'contradiction',
        everyReading: false,
        readings: { 'homes-val': ['one-year'] },
        remaining: [{ 'homes-val': 'in-all' }],
      },
    ]);
    expect(found.ruledOut).toEqual([]);
  });

  it('a clash under every reading by different claims is one conflict', async () => {
    const total = { id: 'total', quantity: 'homes-total', value: 5000, period: '2030' };
    const made = threeParts(1000, 300, 400);
    const found = await report({
      claims: [...made.claims, total],
      audit: { relations: [sum], readings: meanings({ id: 'one-year', title }, yearly) },
    });
    expect(brief(found)).toEqual(['contradiction homes-east homes-val homes-west total']);
  });

  it('a target is moot too where another claim clashes with it in one meaning and with a fact in the other', async () => {
    const found = clashes(
      await report({
        claims: [
          part('VAL', 100, { kind: 'target' }),
          part('East', 100),
          { id: 'either', quantity: 'either', value: 200 },
        ],
        audit: {
          readings: [
            {
              claim: 'either',
              readings: [
                { id: 'east', title, variable: 'homes-all@East@2030' },
                { id: 'valley', title, variable: 'homes-all@VAL@2030' },
              ],
            },
          ],
        },
      }),
    );
    expect(found).toMatchObject([
      { kind: 'dominance', claims: [{ id: 'homes-val' }, { id: 'homes-east' }, { id: 'either' }] },
    ]);
    expect(found[0]?.repairs).toMatchObject([{ claim: 'homes-val', instead: 100 }]);
  });

  it('a relation may hold in one reading only', async () => {
    const when = [{ claim: 'homes-val', reading: 'one-year' }];
    const readings = meanings({ id: 'one-year', title }, { id: 'loose', title });
    const made = threeParts(1000, 300, 400);
    const found = await report({ ...made, audit: { relations: [{ ...sum, when }], readings } });
    expect(clashes(found)).toEqual([]);
    expect(found.ruledOut).toMatchObject([{ reading: 'one-year', plain: true }]);
  });
});

describe('assumptions', () => {
  const assumed = (more: object = {}, relation: object = {}): Made => ({
    ...threeParts(1000, 300, 400),
    audit: {
      assumptions: [{ id: 'nothing-else', title, why, relation: { ...sum, ...relation }, ...more }],
    },
  });

  it('are named by what needs them, and that is never called a contradiction alone', async () => {
    expect(clashes(await report(assumed()))).toMatchObject([
      { kind: 'contradiction-under-assumption', assumptions: ['nothing-else'], relations: ['sum'] },
    ]);
  });

  it('can be switched off, and on where they are off by themselves', async () => {
    expect(clashes(await report(assumed(), { assumptions: { 'nothing-else': false } }))).toEqual([]);
    expect(clashes(await report(assumed({ on: false })))).toEqual([]);
    expect(brief(await report(assumed({ on: false }), { assumptions: { 'nothing-else': true } }))).toEqual([
      'contradiction-under-assumption homes-east homes-val homes-west',
    ]);
  });

  it.each(['shortfall', 'horizon', 'definition'])('that ask for %s give that kind', async (asks) => {
    expect(clashes(await report(assumed({}, { asks })))).toMatchObject([{ kind: asks }]);
  });

  it('that one route needs and another does not are told once, by the route that needs none', async () => {
    const made = assumed();
    const more = [
      { id: 'homes-north', quantity: 'homes-north', value: 100, period: '2030' },
      { id: 'homes-south', quantity: 'homes-south', value: 200, period: '2030' },
    ];
    const other = { ...sum, id: 'other', parts: ['homes-north@VAL@2030', 'homes-south@VAL@2030'] };
    const [first, ...rest] = made.claims;
    const found = await report({
      claims: [{ ...(first ?? part('VAL', 1000)), kind: 'commitment' }, ...rest, ...more],
      audit: { ...made.audit, relations: [other] },
    });
    const told = clashes(found).filter((c) => c.claims.some((claim) => claim.id === 'homes-val'));
    expect(told).toMatchObject([
      { id: 'homes-val', kind: 'contradiction', variants: [{ assumptions: ['nothing-else'] }] },
    ]);
  });
});

describe('years, meanings, gaps and what is said twice', () => {
  const year = (id: string, value: number, more: Partial<MadeClaim> = {}): MadeClaim => ({
    id,
    quantity: id,
    value,
    unit: 'year',
    ...more,
  });

  it('a relation of years that asks for it gives a horizon clash', async () => {
    const order = {
      id: 'within',
      kind: 'order',
      smaller: 'last-target@VAL',
      larger: 'end-of-agenda@VAL',
      asks: 'horizon',
      why,
    };
    const claims = [year('end-of-agenda', 2030), year('last-target', 2032)];
    expect(clashes(await report({ claims, audit: { relations: [order] } }))).toMatchObject([
      { kind: 'horizon', setting: 'generous' },
    ]);
  });

  it('a claim that goes on from one about something else is a definition clash, which says the reading that is about the same', async () => {
    const claims = [
      { id: 'still-first', quantity: 'place', entity: 'VAL', value: 1, unit: 'rank' },
      { id: 'is-first', quantity: 'place', entity: 'province', value: 1, unit: 'rank' },
    ];
    const continuations = [{ claim: 'still-first', of: 'is-first', why }];
    expect(clashes(await report({ claims, audit: { continuations } }))).toMatchObject([
      { id: 'definition--still-first--is-first', kind: 'definition', setting: 'generous' },
    ]);
    const readings = [
      {
        claim: 'still-first',
        readings: [
          { id: 'valley', title },
          { id: 'province', title, variable: 'place@province' },
        ],
      },
    ];
    const withReadings = { claims, audit: { continuations, readings } };
    expect(clashes(await report(withReadings))).toMatchObject([
      {
        everyReading: false,
        readings: { 'still-first': ['valley'] },
        remaining: [{ 'still-first': 'province' }],
      },
    ]);
    const chosen = { readings: { 'still-first': 'province' } };
    const kinds = (await report(withReadings, chosen)).conflicts.map(({ kind }) => kind);
    expect(kinds).toContain('duplicate');
    expect(kinds).not.toContain('definition');
  });

  it('a list that promises more than it has is missing something; one that fits is not', async () => {
    const list = { id: 'tasks', what: 'list', title, promised: 5, found: 4, places: [30] };
    const fits = { ...list, id: 'fits', found: 5 };
    const found = await report({ claims: [], audit: { lists: [list, fits] } });
    expect(found.conflicts.map((c) => c.id)).toContain('missing--tasks');
    expect(found.conflicts.map((c) => c.id)).not.toContain('missing--fits');
  });

  it('what targets lack is one gap of each sort with all its targets', async () => {
    const found = await report({ claims: [], audit: null });
    expect(found.conflicts.map((c) => [c.id, c.targets])).toEqual([
      ['missing--targets-without-baseline', ['rank-2030']],
      ['missing--targets-without-indicator', ['rank-2030']],
      ['missing--targets-without-number', ['rank-2030']],
      ['missing--targets-without-owner', ['homes-2030', 'rank-2030']],
    ]);
  });

  it('the same figure of the same quantity in two claims is said twice', async () => {
    const claims = [part('VAL', 700), part('VAL', 700, { id: 'again' }), part('VAL', 695, { id: 'other' })];
    expect(brief(await report({ claims, audit: null }))).toContain('duplicate again homes-val');
  });
});

describe('the report', () => {
  it('is the same for any order of claims, relations and files', async () => {
    const made = {
      claims: [
        part('VAL', 1000, { kind: 'target' }),
        part('East', 300),
        part('West', 400),
        part('NL01', 900, { kind: 'target' }),
      ],
      audit: {
        relations: [
          sum,
          { id: 'less', kind: 'order', smaller: 'homes-all@VAL@2030', larger: 'homes-all@NL01@2030', why },
        ],
      },
    };
    const line = new Map(made.claims.map((claim, i) => [claim.id, 10 + i]));
    const placed = made.claims.map((claim) => ({ ...claim, line: line.get(claim.id) ?? 0 }));
    const ids = async (m: Made) => clashes(await report(m)).map((c) => [c.id, c.weight, c.kind]);
    const straight = await ids({ ...made, claims: placed });
    expect(straight.length).toBeGreaterThan(1);
    const turned = { claims: placed.toReversed(), audit: { relations: made.audit.relations.toReversed() } };
    expect(await ids(turned)).toEqual(straight);
  });

  it('gives the same answer twice, but for the time it took', async () => {
    const input = await madeInput(threeParts(1000, 300, 400));
    const again = JSON.parse(JSON.stringify(input)) as typeof input;
    const timeless = (r: AuditReport) => ({ ...r, seconds: 0 });
    expect(timeless(audit(again))).toEqual(timeless(audit(input)));
  });

  it('keeps what was accepted, behind what is open, and warns of a verdict on what is gone', async () => {
    const verdict = (conflict: string, kind: string) => ({
      conflict,
      verdict: kind,
      by: 'J. Jansen',
      on: '2026-01-05',
      why: 'made up',
    });
    const made = threeParts(1000, 300, 400);
    const found = await report({
      ...made,
      verdicts: [
        verdict('homes-east--homes-val--homes-west', 'accepted-as-rounding'),
        verdict('missing--targets-without-owner', 'to-be-repaired'),
        verdict('long-gone', 'disputed'),
      ],
    });
    expect(found.accepted).toBe(1);
    expect(found.conflicts.at(-1)).toMatchObject({
      id: 'homes-east--homes-val--homes-west',
      verdict: { by: 'J. Jansen' },
    });
    expect(found.conflicts.find((c) => c.id === 'missing--targets-without-owner')?.verdict?.verdict).toBe(
      'to-be-repaired',
    );
    expect(found.warnings).toMatchObject([{ en: expect.stringContaining('long-gone') }]);
  });

  it('counts the claims that hang together with others, that stand alone, and that could not be encoded', async () => {
    const alone = { id: 'people-now', quantity: 'people', value: 900, unit: 'people' };
    const mixed = part('VAL', 5, { id: 'mixed', unit: 'people' });
    const found = await report({
      claims: [...threeParts(700, 300, 400).claims, alone, mixed],
      audit: { relations: [sum] },
    });
    expect(found).toMatchObject({ claims: 5, compared: 3, alone: 1, complete: true });
    expect(found.notEncoded).toMatchObject([
      { claim: 'mixed', reason: { en: expect.stringContaining('people') } },
    ]);
    expect(found.limits.length).toBeGreaterThan(3);
  });

  it('tries a repair that the reader makes', async () => {
    const made = threeParts(1000, 300, 400);
    const repairs = { 'homes-val': { min: 690, max: 710, minOpen: false, maxOpen: false } };
    expect(brief(await report(made, { repairs }))).toEqual([]);
  });

  it('puts what is worse first', async () => {
    const found = await report({
      claims: [
        ...threeParts(1000, 300, 400).claims,
        part('NL01', 50, { id: 'small' }),
        part('NL01', 50, { id: 'small-again' }),
      ],
      audit: { relations: [sum] },
    });
    const kinds = found.conflicts.map((c) => c.kind);
    expect(kinds[0]).toBe('contradiction');
    expect(kinds.at(-1)).toBe('duplicate');
    const weights = found.conflicts.map((c) => c.weight);
    expect(weights).toEqual(weights.toSorted((a, b) => b - a));
  });

  it('says how relations with a product of unknowns were taken', async () => {
    const share = {
      id: 'share',
      kind: 'share',
      part: 'homes-all@East@2030',
      whole: 'homes-all@VAL@2030',
      share: 'share-east@VAL@2030',
      why,
    };
    const claims = [
      part('VAL', 1000),
      part('East', 300),
      { id: 'share-east', quantity: 'share-east', value: 60, unit: 'percent', period: '2030' },
    ];
    const found = await report({ claims, audit: { relations: [share] } });
    expect(brief(found)).toEqual(['contradiction homes-east homes-val share-east']);
    expect(found.products).toMatchObject([{ relation: 'share' }]);
  });

  const order = (id: string, smaller: string, larger: string, times: number) => ({
    id,
    kind: 'order',
    smaller: `homes-all@${smaller}@2030`,
    larger: `homes-all@${larger}@2030`,
    times,
    why,
  });
  const circle = [order('half', 'East', 'West', 0.5), order('back', 'West', 'East', 1)];

  it('warns of relations that contradict each other, and still audits the rest', async () => {
    const made = threeParts(1000, 300, 400);
    const others = ['a', 'b'].map((id) => ({ id, quantity: id, value: id === 'a' ? 5 : 9, unit: 'people' }));
    const found = await report({
      claims: [...made.claims, ...others],
      audit: { relations: [sum, ...circle, { id: 'same', kind: 'same', of: ['a@VAL', 'b@VAL'], why }] },
    });
    expect(found.complete).toBe(false);
    expect(found.warnings).toMatchObject([{ en: expect.stringMatching(/half.*back|back.*half/) }]);
    expect(brief(found)).toEqual(['contradiction a b']);
  });

  it('warns of assumptions that no claim is needed to refute', async () => {
    const made = threeParts(700, 300, 400);
    const assumptions = circle.map((relation) => ({
      id: `assume-${relation.id}`,
      title: { nl: `aanname ${relation.id}`, en: `assumption ${relation.id}` },
      why,
      relation,
    }));
    const audit = { relations: [sum], assumptions: [...assumptions] };
    const found = await report({ ...made, audit });
    expect(found.warnings).toMatchObject([{ en: expect.stringContaining('cannot be true together') }]);
    expect(found.conflicts.every((c) => c.claims.length > 0 || c.kind === 'missing')).toBe(true);
    const off = await report({ ...made, audit }, { assumptions: { 'assume-half': false } });
    expect(off.warnings).toEqual([]);
  });

  it('passes over what a page sends and means nothing', async () => {
    const made = threeParts(1000, 300, 400);
    const plain = brief(await report(made));
    const shut = (min: number, max: number) => ({ min, max, minOpen: false, maxOpen: false });
    for (const repair of [shut(5, 4), shut(Number.NaN, 4), shut(4, Number.POSITIVE_INFINITY)]) {
      expect(brief(await report(made, { repairs: { 'homes-val': repair, nobody: repair } }))).toEqual(plain);
    }
    expect(brief(await report(made, { assumptions: { nothing: true }, readings: { nobody: 'x' } }))).toEqual(
      plain,
    );
  });

  it('names a target with each conflict that its claims are in', async () => {
    const made = threeParts(1000, 300, 400, { kind: 'target', targets: ['homes-2030'] });
    expect(clashes(await report(made))).toMatchObject([{ targets: ['homes-2030'] }]);
  });
});
