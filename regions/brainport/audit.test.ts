import { fileURLToPath } from 'node:url';
import { loadRegion } from '@schaalsprong/agenda';
import { widths } from '@schaalsprong/agenda/claims';
import { readRegionFolder } from '@schaalsprong/agenda/node';
import { audit, auditInput, type Conflict, compareAudits, comparedInput } from '@schaalsprong/audit';
import { describe, expect, it } from 'vitest';

/** Every conflict that is reported of the agenda, with its claims, and what is not reported because it fits. */

const region = await loadRegion(readRegionFolder(fileURLToPath(new URL('.', import.meta.url))));
const input = auditInput(region);
const report = audit(input);

const told = ({ kind, claims, assumptions }: Conflict): string =>
  [
    kind,
    claims
      .map(({ id }) => id)
      .sort()
      .join(' + '),
    ...assumptions.map((id) => `if ${id}`),
  ].join(': ');

const find = (kind: string, claim: string): Conflict => {
  const found = report.conflicts.find((c) => c.kind === kind && c.claims.some(({ id }) => id === claim));
  if (found === undefined) throw new Error(`no ${kind} about ${claim}`);
  return found;
};

describe('what the audit reports of the Strategische Agenda Brainport', () => {
  const expected = [
    // 71,200 asked, 17,500 filled: 53,700 remain; the target says 50,000.
    'shortfall: filled-by-graduates-17500 + places-filled-50000 + talent-demand-hbo-wo + talent-demand-mbo: if gap-closed-in-full',
    // From 11.3 % to 15 % of Dutch industry takes 38.5 %, not 20 %, unless industry elsewhere shrinks.
    'contradiction-under-assumption: industry-gva-plus-20-percent + industry-gva-share-11-3 + industry-gva-share-15: if rest-of-industry-does-not-shrink',
    // Read as at least 20 %, the target asks nothing that the share does not ask already.
    'dominance: industry-gva-plus-20-percent + industry-gva-share-11-3 + industry-gva-share-15: if rest-of-industry-does-not-shrink',
    // 11.3 % of the whole economy in the summary, of industry on page 6.
    'definition: industry-gva-share-11-3 + manufacturing-share-of-dutch-gva: if industry-at-most-half',
    // The agenda runs to 2030, the talent targets to 2032.
    'horizon: agenda-runs-to-2030 + talent-goals-2032: if targets-lie-within-the-agenda',
    // The same target under 2032 and under 2030.
    'horizon: productivity-plus-10-percent + talent-goals-2032 + value-chains-goals-2030',
    'horizon: netherlands-productivity-top-6 + talent-goals-2032 + value-chains-goals-2030',
    // The introduction is about the region, the target that goes on from it about the province.
    'definition: patents-top-5-now + patents-top-5-target',
    // 53,700 is still 'ruim 50.000', though not by much.
    'near: filled-by-graduates-17500 + talent-demand-hbo-wo + talent-demand-mbo + talent-gap-over-50000',
    // Note 28 has a mark and no text; the fifth measure has no number of places.
    'missing: ',
    'missing: five-core-measures + graduates-12000 + jobs-saved-5000 + places-filled-50000 + retained-9000 + side-entrants-8000',
    // Targets without a baseline, without a series, without a number.
    'missing: ',
    'missing: ',
    'missing: ',
    'duplicate: annex-three-pillars + three-pillars',
    'duplicate: five-action-lines-talent + five-core-measures',
  ];

  it('is exactly this list', () => {
    expect(report.conflicts.map(told).sort()).toEqual([...expected].sort());
  });

  it('names no contradiction that needs no assumption: there is none in the text', () => {
    expect(report.conflicts.filter(({ kind }) => kind === 'contradiction')).toEqual([]);
  });

  it('was searched to the end', () => {
    expect(report.complete).toBe(true);
    expect(report.notEncoded).toEqual([]);
  });

  it('says that 53,700 places remain, by level and by cause, in one conflict', () => {
    const conflict = find('shortfall', 'places-filled-50000');
    expect(conflict.arithmetic.nl).toContain('53.700');
    expect(conflict.variants).toHaveLength(1);
    expect(conflict.variants[0]?.claims).toContain('talent-replacement-demand');
    expect(conflict.setting).toBe('generous');
    expect(conflict.remaining).toEqual([{ 'places-filled-50000': 'at-least' }]);
  });

  it('says what 15 % of industry demands', () => {
    const conflict = find('contradiction-under-assumption', 'industry-gva-share-15');
    expect(conflict.arithmetic.nl).toContain('38,5%');
    expect(conflict.readings['industry-gva-plus-20-percent']).toEqual(['exactly']);
    expect(find('dominance', 'industry-gva-share-15').explanation.en).toContain('38.5%');
  });

  it('leaves the other reading of 11.3 % open', () => {
    const conflict = find('definition', 'manufacturing-share-of-dutch-gva');
    expect(conflict.remaining).toEqual([{ 'manufacturing-share-of-dutch-gva': 'all-industry' }]);
  });

  it('reads the patents of Noord-Brabant as those of Brainport where that is chosen', () => {
    const conflict = find('definition', 'patents-top-5-target');
    expect(conflict.remaining).toEqual([{ 'patents-top-5-target': 'brainport' }]);
    const chosen = audit(input, { readings: { 'patents-top-5-target': 'brainport' } });
    expect(chosen.conflicts.map(({ id }) => id)).not.toContain(conflict.id);
  });

  it('rules out that 12,000 graduates come every year', () => {
    expect(report.ruledOut).toEqual([
      expect.objectContaining({ claim: 'graduates-12000', reading: 'every-year', plain: false }),
    ]);
  });
});

describe('what looks odd and fits is not reported', () => {
  it.each([
    [
      'a rank given for two years',
      ['netherlands-productivity-rank-2021', 'netherlands-productivity-rank-2022'],
    ],
    ['growth and the level that it leads to', ['productivity-138000', 'productivity-151800']],
    ['homes along HOV4 before and after 2030 and their total', ['hov4-homes-total', 'hov4-homes-after-2030']],
    ['patents, their share and the national number', ['patents-3300', 'patents-netherlands-6500']],
    ['stay rates of 52 and 25 per cent, and more than twice', ['stay-rate-tue-52', 'stay-rate-tue-double']],
    [
      'R&D money, its share of the country and of regional GDP',
      ['private-rd-3-bn', 'private-rd-share-of-regional-gdp'],
    ],
    ['R&D staff, their share of the country and of the region', ['private-rd-staff-22600']],
    ['jobs to be filled, by level and by cause', ['talent-demand-71200']],
    ['student units inside or outside the 62,000', ['student-units-10000', 'homes-at-least-62000']],
    ['a yearly limit of 16,000 and the 16,000 that are left', ['international-inflow-limited']],
  ])('%s', (_, claims) => {
    const named = new Set(
      report.conflicts.filter(({ kind }) => kind !== 'missing').flatMap((c) => c.claims.map(({ id }) => id)),
    );
    for (const claim of claims) expect(named).not.toContain(claim);
  });
});

describe('assumptions and settings', () => {
  it('without its assumptions only years, words, and what is missing or double remain', () => {
    const off = Object.fromEntries(input.assumptions.map(({ id }) => [id, false]));
    const kinds = new Set(audit(input, { assumptions: off }).conflicts.map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual(['definition', 'duplicate', 'horizon', 'missing', 'near']);
  });

  it('a wider setting reports nothing that a narrower one does not, near ones aside', () => {
    const [bare, usual, wide] = widths.map(
      (setting) =>
        new Set(
          audit(input, { setting })
            .conflicts.filter(({ kind }) => kind !== 'near' && kind !== 'dominance')
            .map(({ claims }) => claims.map(({ id }) => id).join()),
        ),
    );
    expect([...(wide ?? [])].filter((one) => usual?.has(one) === false)).toEqual([]);
    expect([...(usual ?? [])].filter((one) => bare?.has(one) === false)).toEqual([]);
  });
});

describe('repairs', () => {
  it.each(
    report.conflicts
      .filter(({ repair }) => repair.length > 0)
      .map((conflict) => [conflict.id, conflict] as const),
  )('the smallest repair of %s removes it', (id, { repair }) => {
    const repairs = Object.fromEntries(repair.map(({ claim, to }) => [claim, to]));
    expect(audit(input, { repairs }).conflicts.map((conflict) => conflict.id)).not.toContain(id);
  });

  it('change a promise before a forecast: 50,000 places become 53,649 at most', () => {
    expect(find('shortfall', 'places-filled-50000').repair).toEqual([
      expect.objectContaining({ claim: 'places-filled-50000', to: expect.objectContaining({ max: 53_649 }) }),
    ]);
  });
});

it('the housing deal of 2023 lies 17,000 homes below the agenda, if nothing else is built', () => {
  const deal = comparedInput(region, 'woondeal-2023');
  if (deal === null) throw new Error('regions/brainport/compared has no woondeal-2023');
  const { conflicts } = compareAudits(input, deal);
  const found = conflicts.filter(({ kind }) => kind === 'shortfall');
  expect(found.map(({ assumptions }) => assumptions)).toEqual([['nothing-besides-the-deal']]);
  expect(found[0]?.arithmetic.nl).toMatch(/45\.000.*62\.000|62\.000.*45\.000/);
});
