import { describe, expect, it } from 'vitest';
import { labels, type Measured, measure, passages, score } from '../../test/passages/measure.ts';

const all = passages().map(measure);
const ofSet = (set: Measured['set']): readonly Measured[] => all.filter((one) => one.set === set);
const told = (measured: readonly Measured[]): string[] =>
  measured.flatMap(({ file, missed, wrong }) => [
    ...missed.map((one) => `${file}: missed ${JSON.stringify(one.figure)}`),
    ...wrong.map((one) => `${file}: no quantity ${JSON.stringify(one.text)}`),
  ]);

describe('passages of many kinds of text', () => {
  it('there are two dozen or more, in both languages, and a third of the first ones was put aside', () => {
    expect(all.length).toBeGreaterThanOrEqual(24);
    expect(ofSet('held').length * 2).toBeGreaterThanOrEqual(ofSet('tune').length);
    expect(new Set(passages().map((one) => one.language))).toEqual(new Set(['nl', 'en']));
  });

  for (const set of ['tune', 'held', 'later'] as const) {
    it(`of the ${set} set 95 of 100 quantities are found, and 9 of 10 found ones are right`, () => {
      const measured = ofSet(set);
      const { recall, precision } = score(measured);
      const quantities = measured.reduce((sum, one) => sum + one.expected, 0);
      process.stdout.write(
        `${set}: ${measured.length} passages, ${quantities} quantities, recall ${(100 * recall).toFixed(1)} %, precision ${(100 * precision).toFixed(1)} %\n`,
      );
      expect({ recall: recall >= 0.95, precision: precision >= 0.9, told: told(measured) }).toEqual({
        recall: true,
        precision: true,
        told: expect.anything(),
      });
    });
  }

  it('what is said of the right ones (unit, qualifier, range, horizon, period, negation) is as labelled in 9 of 10', () => {
    for (const label of labels) {
      const of = all.reduce((sum, one) => sum + one.labels[label].of, 0);
      const wrong = all.flatMap((one) => one.labels[label].wrong);
      process.stdout.write(`${label}: ${of - wrong.length} of ${of}\n`);
      expect(of, label).toBeGreaterThan(0);
      expect(wrong.length / of, wrong.join('\n')).toBeLessThanOrEqual(0.1);
    }
  });
});
