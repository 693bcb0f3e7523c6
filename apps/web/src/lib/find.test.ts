import { describe, expect, it } from 'vitest';
import { allWordsIn, claimMatches, namesOf } from './find.ts';

const node = {
  level: 'pillar',
  number: '3',
  title: { nl: 'Wonen', en: 'Living' },
  official: ['Woon-, leef- en vestigingsklimaat'],
};
const claim = {
  id: 'homes',
  text: { nl: 'Er moeten woningen komen.', en: 'Homes must come.' },
  quantity: 'homes-completed',
  figure: '62.000',
  targets: [],
  nodes: ['pillar-living', 'gone'],
};
const nodeById = new Map([['pillar-living', node]]);

describe('finding by name', () => {
  it('knows a node by our title and by the name of the agenda', () => {
    expect(allWordsIn('vestigingsklimaat', namesOf(node))).toBe(true);
    expect(allWordsIn('pillar 3 living', namesOf(node))).toBe(true);
    expect(allWordsIn('talent', namesOf(node))).toBe(false);
  });

  it('finds a claim by the official name of a node that it belongs to, with its own words', () => {
    expect(claimMatches(claim, '62.000 Vestigingsklimaat', nodeById)).toBe(true);
    expect(claimMatches(claim, '', nodeById)).toBe(true);
    expect(claimMatches(claim, 'vestigingsklimaat', new Map())).toBe(false);
  });
});
