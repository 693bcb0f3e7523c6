import { describe, expect, it } from 'vitest';
import { synthetic } from '../../test/synthetic.ts';
import { filesInMemory } from '../load/files.ts';
import { loadRegion } from '../load/load.ts';
import { contentWarnings } from './content-warnings.ts';

const region = await loadRegion(filesInMemory('region', synthetic));
const at = (changed: Partial<Parameters<typeof contentWarnings>[0]>, today = 2026) =>
  new Map(contentWarnings({ ...region, ...changed }, today).map(({ code, about }) => [code, about]));
const [observation] = region.observations;
const [target] = region.targets;
const [measure] = region.measures;
if (observation === undefined || target === undefined || measure === undefined)
  throw new Error('synthetic region');

describe('what a careful reader would ask of content that loads', () => {
  it('names a target of whose area no figure is there', () => {
    expect(at({ observations: [] }).get('CONTENT_TARGET_WITHOUT_LINE')).toEqual(
      region.targets.map(({ id }) => id),
    );
  });

  it('names a series that is called measured by a source that is no office', () => {
    const told = { ...observation, status: 'observed' as const, source: 'https://krant.example/nieuws' };
    expect(at({ offices: ['CBS'], observations: [told] }).get('CONTENT_MEASURED_BY_NO_OFFICE')).toEqual([
      observation.indicator,
    ]);
    const counted = { ...told, source: 'CBS 81955NED' };
    expect(at({ offices: ['CBS'], observations: [counted] }).has('CONTENT_MEASURED_BY_NO_OFFICE')).toBe(
      false,
    );
  });

  it('names a lever whose source only has figures of a province', () => {
    const address = 'https://bureau.example/rapport';
    const [first] = region.areas;
    if (first === undefined) throw new Error('synthetic region');
    const province = { ...first, code: 'PV99' as typeof first.code, kind: 'province' as const, parent: '' };
    const citing = { ...measure, lever: { ...measure.lever, source: `derived from ${address}` } };
    const of = (area: string) =>
      at({
        areas: [...region.areas, province],
        measures: [citing],
        uncertainties: [],
        observations: [{ ...observation, area, source: address }],
      }).get('CONTENT_WIDER_AREA');
    expect(of('PV99')).toEqual([measure.id]);
    expect(of(String(first.code))).toBeUndefined();
  });

  it('names an owner that is our reading, and not one with a source', () => {
    expect(
      at({ measures: [{ ...measure, ownerSource: 'assumption' }] }).get('CONTENT_OWNER_ASSUMED'),
    ).toEqual([measure.id]);
    expect(
      at({ measures: [{ ...measure, ownerSource: 'https://gemeente.example' }] }).has(
        'CONTENT_OWNER_ASSUMED',
      ),
    ).toBe(false);
  });

  it('names an open agreement of which the last report is older than a year, and none that was kept', () => {
    const [agreement] = region.agreements;
    if (agreement === undefined) throw new Error('synthetic region');
    const old = (changed: Partial<typeof agreement>, today: number) =>
      at({ agreements: [{ ...agreement, state: 'running', statusOn: '2024-05', ...changed }] }, today).get(
        'CONTENT_STATUS_OLD',
      );
    expect(old({}, 2025)).toBeUndefined();
    expect(old({}, 2025.5)).toEqual([agreement.id]);
    expect(old({ state: 'kept' }, 2030)).toBeUndefined();
    expect(old({ statusOn: null }, 2024)).toEqual([agreement.id]);
  });

  it('names two targets that say one thing', () => {
    const twin = { ...target, id: 'twin' as typeof target.id };
    const numbered = { ...target, value: 5 };
    expect(at({ targets: [numbered, { ...twin, value: 5 }] }).get('CONTENT_TARGETS_ALIKE')).toEqual([
      target.id,
      'twin',
    ]);
    expect(at({ targets: [numbered, { ...twin, value: 6 }] }).has('CONTENT_TARGETS_ALIKE')).toBe(false);
  });
});
