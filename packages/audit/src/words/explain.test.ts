import { describe, expect, it } from 'vitest';
import {
  contextOf,
  factOf,
  factsOf,
  made,
  relation,
  span,
  talent,
  valueAdded,
} from '../../test/made-audits.ts';
import type { Fact } from '../facts/facts-types.ts';
import type { AuditInput } from '../types.ts';
import { explain } from './explain.ts';

/** Numbers are kept together by spaces that do not break; to read a test that does not matter. */
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

describe('the arithmetic of a conflict', () => {
  it('divides by the share, takes the region off and asks what fifteen per cent of it needs', () => {
    const input = valueAdded();
    const { arithmetic } = explain(factOf(input), contextOf(input));
    expect(plain(arithmetic.nl)).toBe(
      'EUR 9,9 mld / 11,3% = EUR 87,6 mld; min EUR 9,9 mld = EUR 77,7 mld; ' +
        '15% vraagt dan ten minste EUR 13,71 mld (+38,5%), de tekst zegt EUR 11,88 mld (+20%)',
    );
    expect(plain(arithmetic.en)).toBe(
      'EUR 9.9 bn / 11.3% = EUR 87.6 bn; less EUR 9.9 bn = EUR 77.7 bn; ' +
        '15% then needs at least EUR 13.71 bn (+38.5%), the text says EUR 11.88 bn (+20%)',
    );
  });

  it('writes sums of sums as one sum', () => {
    const input = talent();
    const { arithmetic } = explain(factOf(input), contextOf(input));
    expect(arithmetic.nl).toBe('43.485 + 27.715 - 17.500 = 53.700 > 50.000');
    expect(arithmetic.en).toBe('43,485 + 27,715 - 17,500 = 53,700 > 50,000');
  });
});

/** The words of the first minimal set of an input. */
function told(input: AuditInput, more: Partial<Fact> = {}) {
  const [fact = factOf(input)] = factsOf(input);
  const { arithmetic, explanation, drawing } = explain({ ...fact, ...more }, contextOf(input));
  return { nl: plain(arithmetic.nl), en: plain(arithmetic.en), says: plain(explanation.nl), drawing };
}

describe('the arithmetic of other sets', () => {
  it('lends a set of proportions an amount of the text, and says from which line', () => {
    const input = valueAdded();
    const [fact] = factsOf(input);
    expect(fact?.taken.map((t) => t.claim)).not.toContain('now-9-9');
    expect(told(input).nl).toMatch(/^EUR 9,9 mld \/ 11,3% = EUR 87,6 mld; .* \(EUR 9,9 mld: regel 355\)$/);
    // Without such an amount it is counted from a hundred.
    const bare = { ...input, claims: input.claims.filter((c) => c.id !== 'now-9-9') };
    expect(told(bare).nl).toMatch(/^stel .* = EUR 100 mld; .*\+38,5%/);
  });

  it('counts with the ends that decide where the figures agree', () => {
    const input = made({
      claims: [
        {
          id: 'a',
          of: 'a',
          value: 100,
          unit: 'jobs',
          interval: span(100, null, true),
          kind: 'target',
          targets: ['t'],
        },
        { id: 'b', of: 'b', value: 50, unit: 'jobs', interval: span(50, 50) },
        { id: 'w', of: 'w', value: 150, unit: 'jobs', interval: span(150, 150) },
      ],
      relations: [
        relation({
          id: 's',
          kind: 'sum',
          whole: 'w',
          parts: [
            { of: 'a', times: 1 },
            { of: 'b', times: 1 },
          ],
          covers: 'all',
        }),
      ],
    });
    expect(told(input).nl).toBe('op zijn hoogst 150 - 50 = 100; de tekst zegt meer dan 100 banen');
  });

  it('leaves out what only brings units together, and writes a rate with its sign', () => {
    const product = made({
      claims: [
        { id: 'v', of: 'v', value: 9.9, unit: 'eur-bn', interval: span(9.85, 9.95) },
        { id: 'j', of: 'j', value: 200_000, unit: 'jobs', interval: span(199_000, 201_000) },
        { id: 'p', of: 'p', value: 100, unit: 'homes', interval: span(99, 101) },
      ],
      relations: [relation({ id: 's', kind: 'product', product: 'v', factors: ['j', 'p'], times: 1e-6 })],
    });
    expect(told(product).nl).toBe('EUR 9,9 mld / 100 = 99.000 < 200.000');
    const growth = made({
      claims: [
        { id: 'a', of: 'a', value: 138, unit: 'jobs', interval: span(137.5, 138.5) },
        { id: 'b', of: 'b', value: 170, unit: 'jobs', interval: span(169.5, 170.5) },
        { id: 'g', of: 'g', value: 10, unit: 'percent', interval: span(9.75, 10.25) },
      ],
      relations: [relation({ id: 's', kind: 'growth', from: 'a', to: 'b', growth: 'g' })],
      bounds: { g: span(-100, null, true) },
    });
    expect(told(growth).nl).toBe('van 138 naar 170 is +23,2% > +10%');
  });

  it('adds up the inequalities of the proof where no chain tells it', () => {
    const input = talent();
    const { nl, says, drawing } = told(input, { relations: [], assumptions: [] });
    expect(nl).toMatch(
      /^opgeteld: .*regel 309: 48\.750 tot en met 51\.250 banen.* geeft nul groter dan nul$/,
    );
    expect(says).toBe('Wat in regels 309, 627, 628 en 632 staat, kan niet allemaal kloppen.');
    expect(drawing).toBeNull();
  });
});

describe('the explanation of each kind', () => {
  const years = (): AuditInput =>
    made({
      claims: [
        { id: 'end', of: 'end', value: 2030, unit: 'year', interval: span(null, 2030), line: 12 },
        { id: 'goal', of: 'goal', value: 2032, unit: 'year', interval: span(2032, 2032), line: 309 },
      ],
      relations: [
        relation(
          { id: 'o', kind: 'order', smaller: 'goal', larger: 'end', strict: false, times: 1 },
          'horizon',
        ),
      ],
    });

  it('quotes both lines of a clash of years in the order of the text', () => {
    const { nl, says } = told(years(), { kind: 'horizon' });
    expect(nl).toBe('2032 (regel 309) > 2030 (regel 12)');
    expect(says).toBe(
      'De jaren passen niet op elkaar. Regel 12: “De tekst zegt iets over end.” ' +
        'Regel 309: “De tekst zegt iets over goal.” Die twee kunnen niet allebei kloppen.',
    );
  });

  it('names the assumption, and never says that two lines clash without it', () => {
    const input = talent();
    expect(told(input).says).toContain(
      'Dit geldt alleen onder deze aanname: “Het tekort wordt helemaal weggewerkt”.',
    );
  });

  it('says how much is missing in a shortfall', () => {
    expect(told(talent(), { kind: 'shortfall' }).says).toContain('Dat is 3.700 banen te weinig.');
  });

  it('names the reading under which it fits', () => {
    const input = talent();
    const at = input.claims.findIndex((c) => c.id === 'places-50000');
    const claims = input.claims.map((c, i) =>
      i === at
        ? {
            ...c,
            readings: [
              ...c.readings,
              ...c.readings.map((r) => ({
                ...r,
                id: 'at-least',
                title: { nl: 'ten minste dit', en: 'at least this' },
              })),
            ],
          }
        : c,
    );
    const fact = factOf(input, { everyReading: false, remaining: [{ 'places-50000': 'at-least' }] });
    const said = explain(fact, contextOf({ ...input, claims })).explanation.nl;
    expect(said).toContain('Het past wel als regel 309 zo wordt gelezen: “ten minste dit”.');
  });

  it('says of a target that is made moot what the rest demands', () => {
    const input = valueAdded();
    const says = told(input, {
      kind: 'dominance',
      demands: { claim: 'plus-20', stated: span(19.5, null), demanded: span(33.8, null) },
    });
    expect(says.says).toMatch(
      /^Regel 354 vraagt ten minste 20%\. Maar wie regels 361 en 363 waarmaakt, heeft al ongeveer 38,5%/,
    );
    expect(says.nl).toContain('15% vraagt dan ten minste EUR 13,71 mld (+38,5%)');
  });

  it('has words of its own for what is missing, said twice or goes on from something else', () => {
    const input = years();
    const base = { core: null, relations: [], assumptions: [] };
    const gap = {
      id: 'notes',
      what: 'footnote' as const,
      title: { nl: 'noten', en: 'notes' },
      explanation: { nl: 'Noot 28 ontbreekt.', en: 'Note 28 is missing.' },
      claims: [],
      targets: [],
      places: [],
      promised: 29,
      found: 28,
    };
    expect(told(input, { ...base, kind: 'missing', gap })).toMatchObject({
      nl: 'aangekondigd: 29; gevonden: 28',
      says: 'Noot 28 ontbreekt.',
      drawing: null,
    });
    expect(told(input, { ...base, kind: 'duplicate' }).says).toMatch(/^Regels 12 en 309 zeggen hetzelfde/);
    const continuation = {
      claim: 'goal',
      of: 'end',
      why: { nl: 'De tekst zegt blijft.', en: 'The text says still.' },
      differs: ['entity' as const],
    };
    expect(told(input, { ...base, kind: 'definition', continuation }).says).toBe(
      'Regel 309 hangt samen met regel 12, maar spreekt van een ander gebied of een andere groep. De tekst zegt blijft.',
    );
  });
});
