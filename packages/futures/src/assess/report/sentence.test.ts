import { createInProcessRunner } from '@schaalsprong/methods/ensemble';
import { describe, expect, it } from 'vitest';
import { syntheticFile, syntheticRegion } from '../../../test/synthetic.ts';
import { assess } from '../assess.ts';
import { standingSentence } from './sentence.ts';

const sentences = async (scenario: string, files: Readonly<Record<string, string>> = {}) => {
  const { region, model } = await syntheticRegion(files);
  const { assessment } = await assess({ region, model, runner: createInProcessRunner(model), scenario });
  return {
    nl: standingSentence(assessment, region, 'nl'),
    en: standingSentence(assessment, region, 'en'),
    largestIn: assessment.holdingBack[0]?.largestIn.count,
    percent: Math.round(100 * (assessment.holdingBack[0]?.share ?? 0)),
  };
};

const targetsFile = syntheticFile('targets.yaml');

describe('the one sentence of the home page', () => {
  it('names what holds the agenda back most, with a count of futures', async () => {
    const { nl, en, largestIn, percent } = await sentences('agenda');
    expect(nl).toBe(
      `Het knelpunt dat de agenda het meest tegenhoudt: er zijn te weinig bouwers. Dat verklaart ${percent}% van wat eraan ontbreekt en is in ${largestIn} van 200 toekomsten het grootste knelpunt.`,
    );
    expect(en).toBe(
      `The constraint that holds the agenda back most: there are too few builders. That explains ${percent}% of what it lacks and is the tightest constraint in ${largestIn} of 200 futures.`,
    );
  });

  it('names the second too where it is close, and not where it is far', async () => {
    const { region, model } = await syntheticRegion();
    const { assessment } = await assess({ region, model, runner: createInProcessRunner(model) });
    const withShares = (...shares: number[]) => ({
      ...assessment,
      holdingBack: assessment.holdingBack.map((row, i) => ({ ...row, share: shares[i] ?? 0 })),
    });
    expect(standingSentence(withShares(0.3, 0.25), region, 'en')).toMatch(/Close behind: .* \(25%\)\.$/);
    expect(standingSentence(withShares(0.3, 0.25), region, 'nl')).toMatch(/Kort daarachter: .* \(25%\)\.$/);
    expect(standingSentence(withShares(0.3, 0.2), region, 'en')).not.toContain('Close behind');
  });

  it('names one thing that holds back most, the same as the policy table: a response too where its share is the largest', async () => {
    const { region, model } = await syntheticRegion();
    const { assessment } = await assess({ region, model, runner: createInProcessRunner(model) });
    const [first, second] = assessment.holdingBack;
    if (first === undefined || second === undefined) throw new Error('two limits expected');
    const response = { ...first, kind: 'response', share: 0.4 } as const;
    const both = { ...assessment, holdingBack: [response, { ...second, share: 0.3 }] };
    expect(standingSentence(both, region, 'en')).toMatch(
      /^What holds the agenda back most: .* no scarce resource, but how people and firms respond\. It explains 40% of what it lacks\.$/,
    );
    expect(standingSentence(both, region, 'nl')).toMatch(
      /^Wat de agenda het meest tegenhoudt: .* Het verklaart 40% van wat eraan ontbreekt\.$/,
    );
    const less = { ...assessment, holdingBack: [second, { ...response, share: 0.01 }] };
    expect(standingSentence(less, region, 'nl')).not.toContain('reageren');
  });

  it('says that all is met where nothing is missed', async () => {
    const { nl, en } = await sentences('certain');
    expect(nl).toContain('Alle 3 doelstellingen');
    expect(en).toContain('are met in 200 of 200 futures');
  });

  it('names no limit where the model has none for what is missed', async () => {
    const outcomes = syntheticFile('model/outcomes.yaml').replace(/ {4}limits:\n(?: {6}- .*\n)*/, '');
    const { nl, en } = await sentences('agenda', { 'model/outcomes.yaml': outcomes });
    expect(nl).toContain('wijst daarvoor geen knelpunt aan');
    expect(en).toContain('Of the 3 targets that the model can speak of, 2 are not met in every future');
  });

  it('speaks of one target as one', async () => {
    const { region, model } = await syntheticRegion();
    const { assessment } = await assess({ region, model, runner: createInProcessRunner(model) });
    const [first] = assessment.targets.filter(({ met }) => met !== null && met.count < met.of);
    if (first === undefined) throw new Error('the synthetic region misses a target');
    const alone = { ...assessment, targets: [first], holdingBack: [] };
    expect(standingSentence(alone, region, 'nl')).toMatch(
      /^De ene doelstelling .* wordt niet in elke toekomst/,
    );
    expect(standingSentence(alone, region, 'en')).toMatch(/^The one target .* is not met in every future/);
    const met = { ...alone, targets: [{ ...first, met: { count: 200, of: 200 } }] };
    expect(standingSentence(met, region, 'nl')).toMatch(
      /^De ene doelstelling .* wordt gehaald in 200 van 200/,
    );
    expect(standingSentence(met, region, 'en')).toMatch(/^The one target .* is met in 200 of 200/);
  });

  it('says so where the model speaks of nothing', async () => {
    const files = {
      'targets.yaml': targetsFile.replace(
        /outcome: homes-\w+(-\w+)?\n {4}notModelled: null/g,
        "outcome: null\n    notModelled: { nl: 'nee', en: 'no' }",
      ),
    };
    const { nl, en } = await sentences('agenda', files);
    expect(nl).toContain('geen enkele doelstelling');
    expect(en).toContain('cannot yet speak of any target');
  });
});
