import { describe, expect, it } from 'vitest';
import { type Made, madeFiles, title, why } from '../../test/made-files.ts';
import { synthetic, syntheticEdited, syntheticWith } from '../../test/synthetic.ts';
import { loadRegion, type Problem, RegionError, type RegionFiles } from '../index.ts';

async function problemsOf(files: RegionFiles): Promise<readonly Problem[]> {
  try {
    await loadRegion(files);
  } catch (error) {
    if (error instanceof RegionError) return error.problems;
    throw error;
  }
  return [];
}

const claims = [
  { id: 'all-homes', quantity: 'homes-all', value: 100, period: '2030' },
  { id: 'east-homes', quantity: 'homes-all', entity: 'East', value: 60, period: '2030' },
  { id: 'all-people', quantity: 'people-all', value: 300, unit: 'people', period: '2030' },
  { id: 'share-east', quantity: 'share-east', value: 60, unit: 'percent', period: '2030', kind: 'target' },
];
const sum = {
  id: 'sum',
  kind: 'sum',
  whole: 'homes-all@VAL@2030',
  parts: ['homes-all@East@2030'],
  covers: 'some',
  why,
};

/** The problems of a made-up region, as code, field and what was found. */
async function faults(made: Partial<Made>): Promise<readonly (readonly [string, string, string])[]> {
  const problems = await problemsOf(madeFiles({ claims, ...made }));
  return problems.map((p) => [p.code, p.path, p.found] as const);
}

describe('audit.yaml', () => {
  it('may be left out: the region then has empty lists', async () => {
    const region = await loadRegion(syntheticWith());
    expect(region.audit).toEqual({
      quantities: [],
      relations: [],
      assumptions: [],
      readings: [],
      continuations: [],
      lists: [],
    });
    expect(region.verdicts).toEqual([]);
    expect(region.compared).toEqual([]);
  });

  it('changes the hash of the agenda and of nothing else', async () => {
    const [without, with_] = await Promise.all([
      loadRegion(madeFiles({ claims, audit: null })),
      loadRegion(madeFiles({ claims, audit: { relations: [sum] } })),
    ]);
    expect(with_.hashes.agenda).not.toBe(without.hashes.agenda);
    expect({ ...with_.hashes, agenda: '' }).toEqual({ ...without.hashes, agenda: '' });
  });

  it('names quantities of claims, of readings and of its own list, and no others', async () => {
    expect(
      await faults({
        audit: {
          quantities: [{ variable: 'homes-all@West@2030', title, unit: 'homes' }],
          readings: [
            { claim: 'all-homes', readings: [{ id: 'later', title, variable: 'homes-all@VAL@2031' }] },
          ],
          relations: [
            { ...sum, parts: ['homes-all@West@2030', 'homes-all@East@2030'] },
            { ...sum, id: 'later', whole: 'homes-all@VAL@2031' },
          ],
        },
      }),
    ).toEqual([]);
    const problems = await problemsOf(
      madeFiles({ claims, audit: { relations: [{ ...sum, parts: ['homes-al@East@2030'] }] } }),
    );
    expect(problems).toMatchObject([
      { code: 'REGION_UNKNOWN_ID', path: 'relations[0].parts[0]', found: 'homes-al@East@2030' },
    ]);
    expect(problems[0]?.hint.en).toContain('Do you mean homes-all@East@2030');
    expect(problems[0]?.message.nl).toContain('grootheid');
  });

  it.each([
    ['sum', { ...sum, parts: ['people-all@VAL@2030'] }, 'relations[0].parts[0]'],
    [
      'order',
      { id: 'o', kind: 'order', smaller: 'people-all@VAL@2030', larger: 'homes-all@VAL@2030', why },
      'relations[0].larger',
    ],
    [
      'same',
      { id: 's', kind: 'same', of: ['people-all@VAL@2030', 'homes-all@VAL@2030'], why },
      'relations[0].of[1]',
    ],
    [
      'growth',
      {
        id: 'g',
        kind: 'growth',
        from: 'people-all@VAL@2030',
        to: 'homes-all@VAL@2030',
        growth: 'share-east@VAL@2030',
        why,
      },
      'relations[0].to',
    ],
    [
      'share',
      {
        id: 'h',
        kind: 'share',
        part: 'people-all@VAL@2030',
        whole: 'homes-all@VAL@2030',
        share: 'share-east@VAL@2030',
        why,
      },
      'relations[0].part',
    ],
  ])('does not compare two units in a %s', async (_, relation, path) => {
    const found = await faults({ audit: { relations: [relation] } });
    expect(found).toMatchObject([['REGION_QUANTITY_UNIT_DIFFERS', path, expect.any(String)]]);
  });

  it('compares two units where it says how', async () => {
    const relations = [
      { ...sum, parts: [{ of: 'people-all@VAL@2030', times: 0.4 }] },
      {
        id: 'o',
        kind: 'order',
        smaller: 'people-all@VAL@2030',
        larger: 'homes-all@VAL@2030',
        times: 1,
        why,
      },
    ];
    expect(await faults({ audit: { relations } })).toEqual([]);
  });

  it('names claims and readings that exist, also those that a target has of itself', async () => {
    const when = (claim: string, reading?: string) => [{ ...sum, when: [{ claim, reading }] }];
    expect(await faults({ audit: { relations: when('share-east', 'at-least') } })).toEqual([]);
    expect(await faults({ audit: { relations: when('all-homes', 'as-written') } })).toEqual([]);
    expect(await faults({ audit: { relations: when('all-homs') } })).toEqual([
      ['REGION_UNKNOWN_ID', 'relations[0].when[0].claim', 'all-homs'],
    ]);
    expect(await faults({ audit: { relations: when('share-east', 'at-lest') } })).toEqual([
      ['REGION_UNKNOWN_ID', 'relations[0].when[0].reading', 'at-lest'],
    ]);
    expect(
      await faults({
        audit: {
          readings: [{ claim: 'nobody', readings: [{ id: 'a', title }] }],
          continuations: [{ claim: 'all-homes', of: 'no-homes', why }],
          lists: [{ id: 'l', what: 'list', title, claims: ['none'], promised: 3, found: 2, places: [400] }],
        },
      }),
    ).toEqual([
      ['REGION_UNKNOWN_ID', 'readings[0].claim', 'nobody'],
      ['REGION_UNKNOWN_ID', 'continuations[0].of', 'no-homes'],
      ['REGION_UNKNOWN_ID', 'lists[0].claims[0]', 'none'],
      ['REGION_LINES_BEYOND_DOCUMENT', 'lists[0].places[0]', '400'],
    ]);
  });

  it('says each thing once', async () => {
    const found = await faults({
      audit: {
        quantities: [
          { variable: 'x@VAL', title, unit: 'homes' },
          { variable: 'x@VAL', title, unit: 'homes' },
        ],
        relations: [sum, sum],
        assumptions: [
          { id: 'a', title, why, relation: { ...sum, id: 'sum' } },
          { id: 'a', title, why, relation: { ...sum, id: 'other' } },
        ],
        readings: [
          {
            claim: 'all-homes',
            readings: [
              { id: 'a', title },
              { id: 'a', title },
            ],
          },
          { claim: 'all-homes', readings: [{ id: 'b', title }] },
        ],
      },
    });
    expect(found.map(([code]) => code)).toEqual(Array(6).fill('REGION_DUPLICATE_ID'));
  });

  it('names a quantity once in a relation', async () => {
    expect(await faults({ audit: { relations: [{ ...sum, parts: ['homes-all@VAL@2030'] }] } })).toMatchObject(
      [['REGION_QUANTITY_TWICE', 'relations[0]', 'homes-all@VAL@2030']],
    );
  });

  it('speaks of areas, units and words that exist, and of times that exist', async () => {
    const found = await faults({
      audit: {
        quantities: [{ variable: 'x@Nowhere@2030-13', title, unit: 'huizen' }],
        readings: [
          { claim: 'all-homes', readings: [{ id: 'a', title, unit: 'huizen', qualifier: 'zeker' }] },
        ],
      },
    });
    expect(found).toEqual([
      ['REGION_PERIOD_WRONG', 'quantities[0].variable', '2030-13'],
      ['REGION_UNKNOWN_ID', 'quantities[0].variable', 'Nowhere'],
      ['REGION_UNKNOWN_ID', 'quantities[0].unit', 'huizen'],
      ['REGION_UNKNOWN_ID', 'readings[0].readings[0].unit', 'huizen'],
      ['REGION_UNKNOWN_ID', 'readings[0].readings[0].qualifier', 'zeker'],
    ]);
  });

  it('gives a quantity the unit that its claims have, and room above zero', async () => {
    expect(
      await faults({
        audit: {
          quantities: [
            { variable: 'homes-all@VAL@2030', title, unit: 'people' },
            { variable: 'x@VAL', title, unit: 'homes', max: 0 },
          ],
        },
      }),
    ).toEqual([
      ['REGION_QUANTITY_UNIT_DIFFERS', 'quantities[0].unit', 'people'],
      ['REGION_RANGE_EMPTY', 'quantities[1].max', '0'],
    ]);
  });
});

describe('the widths of a qualifier', () => {
  const circa = 'circa: { words: [circa], low: 0.95, high: 1.05';
  const withWidths = (widths: string) => syntheticEdited('region.yaml', circa, `${circa}, ${widths}`);

  it('may be narrower bare and wider generous', async () => {
    const files = withWidths('bare: { low: 0.99, high: 1.01 }, generous: { low: 0.9, high: 1.1 }');
    expect(await problemsOf(files)).toEqual([]);
  });

  it.each([
    ['bare: { low: 0.9 }', 'qualifiers.circa.bare'],
    ['generous: { high: 1.01 }', 'qualifiers.circa.generous'],
    ['bare: { low: 1.02, high: 1.03 }', 'qualifiers.circa.bare'],
  ])('are told where they do not lie within each other: %s', async (widths, path) => {
    const problems = await problemsOf(withWidths(widths));
    expect(problems).toMatchObject([{ code: 'REGION_WIDTHS_NOT_NESTED', path }]);
    expect(problems[0]?.message.en).toContain('circa');
  });
});

describe('verdicts.yaml and compared/*.yaml', () => {
  const verdict = {
    conflict: 'a-b--c',
    verdict: 'disputed',
    by: 'J. Jansen',
    on: '2026-01-05',
    why: 'made up',
  };

  it('keep what somebody said of a conflict', async () => {
    const region = await loadRegion(madeFiles({ claims, verdicts: [verdict] }));
    expect(region.verdicts).toEqual([verdict]);
  });

  it('name a conflict once and a day that exists', async () => {
    expect(await faults({ verdicts: [verdict, { ...verdict, on: '2026-02-30' }] })).toEqual([
      ['REGION_DUPLICATE_ID', 'verdicts[1].conflict', 'a-b--c'],
      ['REGION_PERIOD_WRONG', 'verdicts[1].on', '2026-02-30'],
    ]);
  });

  const document = { id: 'deal', title, published: '2023', source: 'made up' };
  const claim = {
    id: 'deal-homes',
    figure: '45',
    text: title,
    kind: 'commitment',
    quantity: 'homes-deal',
    entity: 'VAL',
    value: 45,
    unit: 'homes',
    horizon: '2030',
    source: 'made up',
  };

  it('lay another document beside the agenda, with relations to its quantities', async () => {
    const compared = {
      document,
      claims: [claim],
      relations: [{ ...sum, id: 'deal', parts: ['homes-deal@VAL@2030'] }],
    };
    const region = await loadRegion(madeFiles({ claims, compared }));
    expect(region.compared[0]?.claims[0]?.id).toBe('deal-homes');
    expect(region.claims.map((c) => c.id)).not.toContain('deal-homes');
  });

  it('are checked as the agenda is', async () => {
    const compared = {
      document,
      claims: [{ ...claim, id: 'all-homes', unit: 'huizen', targets: ['none-2030'] }],
      relations: [{ ...sum, parts: ['homes-del@VAL@2030'] }],
    };
    const found = await faults({ compared, audit: { relations: [sum] } });
    expect(found).toEqual(
      expect.arrayContaining([
        ['REGION_DUPLICATE_ID', 'claims[0].id', 'all-homes'],
        ['REGION_UNKNOWN_ID', 'claims[0].unit', 'huizen'],
        ['REGION_UNKNOWN_ID', 'claims[0].targets[0]', 'none-2030'],
        ['REGION_UNKNOWN_ID', 'relations[0].parts[0]', 'homes-del@VAL@2030'],
        ['REGION_DUPLICATE_ID', 'relations[0].id', 'sum'],
      ]),
    );
  });
});

it('a calendar year without a word before it is that year', async () => {
  const year = { id: 'by', quantity: 'end-year', value: 2030, unit: 'year' };
  const region = await loadRegion(madeFiles({ claims: [year] }));
  expect(region.byId.claims.get('by')?.interval).toEqual({
    min: 2030,
    max: 2030,
    minOpen: false,
    maxOpen: false,
  });
  expect(synthetic['region.yaml']).toContain('grouping: false');
});
