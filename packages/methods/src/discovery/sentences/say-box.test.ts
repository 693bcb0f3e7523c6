import { describe, expect, it } from 'vitest';
import { type Box, initialBox } from '../boxes/box.ts';
import { categoryInput, dataOf, numberInput } from '../data/data.ts';
import { measureBox } from '../prim/prim.ts';
import { type BoxWords, sayBox } from './say-box.ts';

const count = 400;
const delay = Float64Array.from({ length: count }, (_, i) => (i % 20) / 2);
const workers = Float64Array.from({ length: count }, (_, i) => Math.floor(i / 20));
const parties = Int32Array.from({ length: count }, (_, i) => i % 3);
const inputs = [
  numberInput('delay', delay),
  numberInput('workers', workers, 'integer'),
  categoryInput('party', ['north', 'south', 'west'], parties),
];
// Fails where the grid is late, and for no other reason, but for each seventh future.
const data = dataOf(
  inputs,
  Uint8Array.from(delay, (value, i) => (value > 4 && i % 7 > 0 ? 1 : 0)),
);
const words: BoxWords = {
  happens: { nl: 'De regio mist 62.000 woningen', en: 'The region misses 62,000 homes' },
  inputs: { delay: { title: { nl: 'Vertraging van het net', en: 'Delay of the grid' }, unit: 'years' } },
  units: {
    years: {
      title: { nl: 'jaren', en: 'years' },
      symbol: { nl: 'jaar', en: 'years' },
      decimals: 1,
      scale: 1,
      grouping: true,
    },
  },
};
const sentencesOf = (
  change: Partial<Record<string, object>>,
  lang: 'nl' | 'en',
  more: Partial<BoxWords> = {},
) => {
  const box: Box = initialBox(data).map((limit) => ({ ...limit, ...change[limit.input] }));
  return sayBox(measureBox(data, box), data, { ...words, ...more }, lang);
};

describe('a box in sentences', () => {
  it('says in which futures it happens, with counts and no chances', () => {
    expect(sentencesOf({ delay: { min: 4.25 } }, 'nl').lead).toBe(
      "De regio mist 62.000 woningen in 85% van de toekomsten waarin 'Vertraging van het net' boven 4,25\u00a0jaar ligt (188 van de 220).",
    );
    expect(sentencesOf({ delay: { min: 4.25 } }, 'en').lead).toMatch(
      /^The region misses 62,000 homes in \d+% of the futures where 'Delay of the grid' is above 4.25\u00a0years \(\d+ of 220\)\.$/,
    );
  });

  it('takes a clause that fits better than the title, where there is one', () => {
    const own = {
      delay: {
        title: { nl: 'Vertraging', en: 'Delay' },
        unit: 'years',
        above: { nl: 'het net meer dan {limit} te laat komt', en: 'the grid comes more than {limit} late' },
      },
    };
    expect(sentencesOf({ delay: { min: 4.25 } }, 'en', { inputs: own }).lead).toContain(
      'of the futures where the grid comes more than 4.25\u00a0years late (',
    );
  });

  it('names the firmest limit first and says which ones may be chance', () => {
    const { lead, weak } = sentencesOf({ delay: { min: 4.25 }, workers: { max: 17 } }, 'en');
    expect(lead).toMatch(/'Delay of the grid' is above .* and 'workers' is at most 17 \(/);
    expect(weak).toHaveLength(1);
    expect(weak[0]).toMatch(
      /^Weak: the upper limit of 'workers' may be chance\. Without it, it happens in \d+ of 220\.$/,
    );
  });

  it('tells limits on both sides, of whole numbers, and of categories', () => {
    expect(sentencesOf({ delay: { min: 4.25, max: 8.25 } }, 'nl').lead).toContain(
      "'Vertraging van het net' tussen 4,25\u00a0jaar en 8,25\u00a0jaar ligt",
    );
    expect(sentencesOf({ workers: { min: 3, max: 5 } }, 'nl').lead).toContain("'workers' 3 tot en met 5 is");
    expect(sentencesOf({ workers: { min: 3, max: 3 } }, 'en').lead).toContain("'workers' is 3 (");
    expect(sentencesOf({ party: { allowed: ['north'] } }, 'en').lead).toContain("'party' is north (");
    expect(sentencesOf({ party: { allowed: ['north', 'west'] } }, 'nl').lead).toContain(
      "'party' niet south is (",
    );
  });

  it('says all and none where it is all and none, and never 100% where it is not', () => {
    expect(sentencesOf({ delay: { max: 3 } }, 'nl').lead).toMatch(
      /^De regio mist 62\.000 woningen in geen van de \d+ toekomsten waarin/,
    );
    expect(sentencesOf({ workers: { min: 0, max: 0 }, delay: { min: 9, max: 9 } }, 'en').lead).toMatch(
      / in all 1 futures? where/,
    );
  });

  it('says how much the box explains, how common it is anyway, and that a later box came later', () => {
    const { whole } = sentencesOf({ delay: { min: 4.25 } }, 'nl', { after: 'removed' });
    expect(whole).toMatch(
      /^Daarin liggen \d+ van alle \d+ toekomsten waarin het gebeurt \(100%\)\. Zonder grenzen gebeurt het in \d+ van 400 toekomsten\. De toekomsten in eerdere vakken zijn hier niet meegeteld\.$/,
    );
  });

  it('says that no limit helps where none is set', () => {
    expect(sentencesOf({}, 'en').lead).toMatch(
      /^The region misses 62,000 homes in \d+ of 400 futures, and no limit/,
    );
  });
});
