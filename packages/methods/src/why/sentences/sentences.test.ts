import { describe, expect, it } from 'vitest';
import type { Cause, CausesExplained } from '../causes/index.ts';
import type { MeasuredChange, MoverContribution } from '../change/index.ts';
import type { Drivers } from '../drivers/drivers.ts';
import type { OutcomeRelief } from '../relief/relief.ts';
import type { Information } from '../value-of-information/value-of-information.ts';
import {
  causeLines,
  changeSentence,
  driversSentence,
  informationSentence,
  limitsSentence,
  reliefSentence,
  type Speech,
} from './sentences.ts';

const speech = (lang: 'nl' | 'en'): Speech => ({
  lang,
  show: (value, signed) => {
    const digits = value.toLocaleString(lang === 'nl' ? 'nl-NL' : 'en-GB', { maximumFractionDigits: 1 });
    return `${signed === true && value > 0 ? '+' : ''}${digits} ${lang === 'nl' ? 'woningen' : 'homes'}`;
  },
  name: (id) => (lang === 'nl' ? `'${id}'` : `'${id}'`),
});
const mover = (id: string, value: number): MoverContribution => ({
  id,
  value,
  orderError: 0,
  futuresError: 1,
  alone: value,
  last: value,
});
const change = (movers: readonly MoverContribution[], together = 0): MeasuredChange => {
  const sum = movers.reduce((total, { value }) => total + value, 0);
  return {
    id: 'homes',
    from: 1000,
    to: 1000 + sum,
    change: sum,
    movers,
    tree: { id: '', value: sum, orderError: 0, futuresError: null, members: movers },
    together,
    strongestPair: { movers: ['a', 'b'], size: together },
  };
};
const exact = { exact: true, settled: true, futures: 1000 };

describe('why a number changed, in words', () => {
  const changed = change([mover('a', 900), mover('b', 340)]);

  it('names what brought it, the largest first', () => {
    expect(changeSentence(changed, exact, 'het aantal woningen in 2030', speech('nl'))).toBe(
      "Het aantal woningen in 2030 gaat van 1.000 woningen naar 2.240 woningen (+1.240 woningen): +900 woningen door 'a' en +340 woningen door 'b'. Berekend over 1.000 toekomsten.",
    );
    expect(changeSentence(changed, exact, 'the number of homes in 2030', speech('en'))).toBe(
      "The number of homes in 2030 goes from 1,000 homes to 2,240 homes (+1,240 homes): +900 homes through 'a' and +340 homes through 'b'. Computed over 1,000 futures.",
    );
  });

  it('says what goes against it, and what is left to others', () => {
    const mixed = change([mover('a', 900), mover('b', -200), mover('c', 100), mover('d', 30), mover('e', 0)]);
    expect(changeSentence(mixed, exact, 'het aantal', speech('nl'))).toContain(
      "+900 woningen door 'a' en +100 woningen door 'c'; daar gaat tegenin -200 woningen door 'b' en +30 woningen door één andere oorzaak.",
    );
  });

  it('says what they bring only together, or lose to each other', () => {
    const three = [mover('a', 300), mover('b', 300), mover('c', 100)];
    expect(changeSentence(change(three, 200), exact, 'het aantal', speech('nl'))).toContain(
      "Samen brengen ze 200 woningen meer dan elk apart (vooral 'a' en 'b')",
    );
    expect(changeSentence(change(three, -200), exact, 'it', speech('en'))).toContain(
      "Together they bring 200 homes less than each apart (mostly 'a' and 'b'), for they are in each other's way",
    );
  });

  it('says that nothing changes, and how rough an estimate is', () => {
    expect(changeSentence(change([mover('a', 0)]), exact, 'het aantal', speech('nl'))).toBe(
      'Het aantal verandert niet: 1.000 woningen.',
    );
    const drawn = change([{ ...mover('a', 900), orderError: 10 }]);
    expect(
      changeSentence(drawn, { exact: false, settled: false, futures: 200 }, 'it', speech('en')),
    ).toContain('within 20 homes at most. That is still rough.');
  });
});

describe('the causes of a difference, in lines', () => {
  const cause = (variable: string, contribution: number, causes: Cause[] = []): Cause => ({
    variable,
    kind: 'auxiliary',
    units: '',
    contribution,
    error: 1,
    elements: [variable],
    own: { from: 0, to: 1 },
    through: [],
    end: causes.length === 0 ? 'given' : null,
    causes,
    others: { count: 0, contribution: 0 },
    together: 0,
    remainder: 0,
  });
  const tree: CausesExplained = {
    kind: 'causes',
    from: 100,
    to: 134,
    futures: 100,
    tree: cause('homes', 34, [
      cause('completions', 34, [cause('starts', 50, [cause('acceleration', 50)]), cause('sites', -16)]),
    ]),
  };

  it('pass over what only hands on', () => {
    expect(
      causeLines(tree, 'het aantal woningen', speech('nl')).map(({ depth, text }) => `${depth} ${text}`),
    ).toEqual([
      '0 Het aantal woningen gaat gemiddeld over 100 toekomsten van 100 woningen naar 134 woningen (+34 woningen).',
      "1 +34 woningen door 'completions'",
      "2 +50 woningen door 'starts'",
      "3 +50 woningen door 'acceleration'; dat is zo ingesteld",
      "2 -16 woningen door 'sites'; dat is zo ingesteld",
    ]);
    expect(causeLines(tree, 'homes', speech('en'))[0]?.text).toBe(
      'Homes goes from 100 homes to 134 homes (+34 homes), the mean of 100 futures.',
    );
  });
});

describe('what limits hold back, in words', () => {
  it('names what holds back more and less, and leaves out what may be chance', () => {
    const limits = [
      { constraint: 'grid', from: 100, to: 220, change: 120, error: 10 },
      { constraint: 'plans', from: 100, to: 40, change: -60, error: 10 },
      { constraint: 'staff', from: 100, to: 110, change: 10, error: 10 },
    ];
    expect(limitsSentence(limits, speech('nl'))).toBe(
      "Meer houdt tegen: 'grid' (120 woningen). Minder houdt tegen: 'plans' (60 woningen).",
    );
    expect(limitsSentence([], speech('en'))).toBe('');
  });
});

describe('what makes futures differ, in words', () => {
  const driver = { direction: 'up', low: 400, high: 1300, error: 0.02, clear: true } as const;
  const found: Drivers = {
    kind: 'drivers',
    drivers: [
      { id: 'interest', share: 0.41, ...driver },
      { id: 'builders', share: 0.2, ...driver },
      { id: 'noise', share: 0.01, ...driver, clear: false },
    ],
    others: { count: 20, share: 0.1 },
    r2: 0.74,
    adjusted: 0.72,
    constant: [],
    futures: 1000,
    rough: false,
  };

  it('names the clear ones and the quarters', () => {
    expect(driversSentence(found, 'de winst', speech('nl'))).toBe(
      "Waarom de winst per toekomst verschilt, komt vooral door 'interest' (41%) en 'builders' (20%). In het kwart van de toekomsten met het minste van 'interest' is het gemiddeld 400 woningen, in het kwart met het meeste 1.300 woningen. Alle onzekerheden samen verklaren 72% als een vaste stijging of daling; de rest zit in hoe ze op elkaar werken.",
    );
  });

  it('says that there are few futures, and that none is clear', () => {
    expect(driversSentence({ ...found, rough: true, futures: 60 }, 'the gain', speech('en'))).toContain(
      'There are few futures (60 futures): the order is surer than the percentages.',
    );
    expect(driversSentence({ ...found, drivers: [] }, 'the gain', speech('en'))).toContain(
      'No single uncertainty clearly explains',
    );
  });
});

describe('which number would change the choice, in words', () => {
  const stretch = { best: 'A', ahead: 0, clear: false, futures: 600 };
  const found: Information = {
    kind: 'information',
    best: 'A',
    worth: [],
    lead: { second: 'B', by: 50, error: 10 },
    perfect: 100,
    inputs: [
      {
        id: 'grid-delay',
        value: 80,
        uncorrected: 90,
        chance: 10,
        asMuchByChance: { count: 0, of: 200 },
        settles: true,
        stretches: [
          { ...stretch, from: null, to: 0.4 },
          { from: 0.4, to: null, best: 'B', ahead: 120, clear: true, futures: 400 },
        ],
      },
    ],
    futures: 1000,
    seed: 1,
  };

  it('says from where on another package is better', () => {
    expect(informationSentence(found, speech('nl'))).toBe(
      "Over alle 1.000 toekomsten is 'A' het beste, 50 woningen beter dan 'B'. Als 'grid-delay' boven 0,4 uitkomt, is 'B' 120 woningen beter dan 'A' (400 van 1.000 toekomsten).",
    );
    expect(informationSentence(found, speech('en'))).toContain(
      "If 'grid-delay' turns out above 0.4, 'B' is 120 homes better than 'A' (400 of 1,000 futures).",
    );
  });

  it('says so where another package is better in every stretch, which quantiles allow', () => {
    const [input] = found.inputs;
    const everywhere = { from: null, to: null, best: 'B', ahead: 20, clear: true, futures: 1000 };
    const given = { ...found, inputs: input === undefined ? [] : [{ ...input, stretches: [everywhere] }] };
    expect(informationSentence(given, speech('nl'))).toContain(
      "Waar 'grid-delay' ook uitkomt, 'B' is daar 20 woningen beter dan 'A' (1.000 van 1.000 toekomsten).",
    );
    expect(informationSentence(given, speech('en'))).toContain(
      "Wherever 'grid-delay' turns out, 'B' is 20 homes better than 'A' there (1,000 of 1,000 futures).",
    );
  });

  it('says so where none would', () => {
    expect(informationSentence({ ...found, inputs: [] }, speech('nl'))).toContain(
      'Van geen enkele onzekerheid is te zien dat zij, als zij bekend was, de keuze zou veranderen.',
    );
  });
});

describe('what relief buys, in words', () => {
  const gain = (value: number) => ({ value, error: 1 });
  const found: OutcomeRelief = {
    id: 'homes',
    without: 1000,
    withAll: 2000,
    reliefs: [
      { id: 'grid', by: 10, alone: gain(40), last: gain(900), share: gain(470), perUnit: 4 },
      { id: 'builders', by: 500, alone: gain(0), last: gain(860), share: gain(430), perUnit: 0 },
    ],
    pairs: [{ ids: ['grid', 'builders'], both: gain(900), extra: gain(860) }],
  };

  it('names what one brings, and which two bind together', () => {
    const units: Speech = { ...speech('nl'), showOf: (_id, value) => `${value} MW` };
    expect(reliefSentence(found, units)).toBe(
      "Verlichting van 'grid' met 10 MW levert +40 woningen op. 'grid' en 'builders' knellen samen: tegelijk verlicht brengen ze +900 woningen, dat is 860 woningen meer dan elk apart.",
    );
    expect(reliefSentence({ ...found, reliefs: [] }, speech('en'))).toContain(
      'Relief of one constraint alone buys nothing clear.',
    );
  });
});
