import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { synthetic, syntheticEdited, syntheticWith } from '../../test/synthetic.ts';
import { loadRegion } from '../index.ts';
import { contentFiles } from './content.ts';
import { type Domain, domains } from './domains.ts';
import { domainOf, hashDomains } from './hash-domains.ts';

const before = (await loadRegion(syntheticWith())).domains;

/** The domains whose hash differs from that of the synthetic region. */
const changed = async (files: ReturnType<typeof syntheticWith>): Promise<readonly Domain[]> => {
  const after = (await loadRegion(files)).domains;
  return domains.filter((domain) => after[domain] !== before[domain]);
};

describe('the hash of a domain', () => {
  it.each<[Domain, string, string, string]>([
    ['agenda', 'targets.yaml', 'value: 1200', 'value: 1300'],
    ['agenda', 'claims/1-first.yaml', 'text:', 'note: { nl: verzonnen, en: made up }\n    text:'],
    ['levers', 'measures.yaml', 'max: 50', 'max: 60'],
    ['levers', 'scenarios/bold.yaml', 'bold }', '30 }'],
    ['monitor', 'indicators.yaml', 'On 1 January', 'On the first of January'],
    ['data', 'observations/people.csv', '1000', '1001'],
    ['model', 'model/voorbeeld.mdl', '10', '11'],
    ['model', 'model/uncertainties.yaml', 'max: 4', 'max: 5'],
    ['checks', 'model/history.yaml', '0.01', '0.02'],
  ])('of %s, and no other, changes with an edit of %s', async (domain, path, from, to) => {
    expect(await changed(syntheticEdited(path, from, to))).toEqual([domain]);
  });

  it.each<[Domain, string, string]>([
    ['levers', 'table.yaml', '{}'],
    ['monitor', 'sources.yaml', 'sources: []'],
    ['judgements', 'verdicts.yaml', 'verdicts: []'],
    ['judgements', 'judgements.yaml', 'judgements: []'],
    ['audit', 'audit.yaml', '{}'],
    ['picture', 'picture.yaml', '{}'],
  ])('of %s, and no other, changes with a new file %s', async (domain, path, text) => {
    expect(await changed(syntheticWith({ [path]: `${text}\n` }))).toEqual([domain]);
  });

  it('is the same for any order of files, and only that of the domain of a file changes with it', async () => {
    const contents = Object.entries(synthetic);
    const whole = await hashDomains(new Map(contents));
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(contents, { minLength: contents.length }),
        fc.constantFrom(...contents.map(([path]) => path)),
        async (order, edited) => {
          expect(await hashDomains(new Map(order))).toEqual(whole);
          const after = await hashDomains(new Map([...order, [edited, 'edited']]));
          expect(domains.filter((domain) => after[domain] !== whole[domain])).toEqual([domainOf(edited)]);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('is nowhere that of a proposal, which is no content until a person accepts it', () => {
    expect(domainOf('proposals/letter.yaml')).toBeNull();
    const without = Object.values(contentFiles).filter(({ domain }) => domain === null);
    expect(without).toEqual([contentFiles.proposals]);
  });
});
