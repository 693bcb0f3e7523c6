import { describe, expect, it } from 'vitest';
import { syntheticWith } from '../../test/synthetic.ts';
import { loadRegion, RegionError } from '../index.ts';

const block = (id: string, outcome: string, own: string): string =>
  `  - { id: ${id}, title: { nl: Een, en: One }, outcome: ${outcome}, sentence: { nl: Een., en: One. }, own: [${own}],
      door: { to: target, id: homes-2030 }, place: { wide: [0, 0], narrow: [0, 0] } }\n`;
const arrow = (from: string, to: string, limits: string): string =>
  `  - { from: ${from}, to: ${to}, sign: '+', sentence: { nl: Een., en: One. }, way: [{ variable: a }, { variable: b }], limits: [${limits}] }\n`;
const picture = (blocks: string, arrows: string): string =>
  `blocks:\n${blocks}arrows:\n${arrows || '  []\n'}`;

async function codesOf(text: string): Promise<readonly string[]> {
  try {
    await loadRegion(syntheticWith({ 'picture.yaml': text }));
  } catch (error) {
    if (error instanceof RegionError) return error.problems.map(({ code, line }) => `${code}:${line}`);
    throw error;
  }
  return [];
}

describe('the drawn picture of a region', () => {
  const homes = block('homes', 'homes-built', '');
  const people = block('people', 'null', '');

  it('is sound where each limit of an outcome comes from one place', async () => {
    expect(await codesOf(picture(block('homes', 'homes-built', 'builders') + people, ''))).toEqual([]);
    expect(await codesOf(picture(homes + people, arrow('people', 'homes', 'builders')))).toEqual([]);
    expect(await codesOf('{}\n')).toEqual([]);
  });

  it.each([
    ['a limit from nowhere', picture(homes, ''), ['REGION_PICTURE_LIMIT:2']],
    [
      'a limit from two places',
      picture(block('homes', 'homes-built', 'builders') + people, arrow('people', 'homes', 'builders')),
      ['REGION_PICTURE_LIMIT:7'],
    ],
    [
      'a limit that its outcome does not have',
      picture(block('homes', 'homes-built', 'builders') + people, arrow('homes', 'people', 'builders')),
      ['REGION_PICTURE_FOREIGN_LIMIT:7'],
    ],
    [
      'an arrow from a block that is not there',
      picture(homes, arrow('peeple', 'homes', 'builders')),
      ['REGION_UNKNOWN_ID:5'],
    ],
    ['two blocks of one name', picture(people + people, ''), ['REGION_DUPLICATE_ID:4']],
    ['an outcome that is not there', picture(block('homes', 'homes', ''), ''), ['REGION_UNKNOWN_ID:2']],
  ])('refuses %s, at its line', async (_name, text, codes) => {
    expect(await codesOf(text)).toEqual(codes);
  });
});
