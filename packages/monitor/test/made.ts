import { Area, Indicator, StatisticsSource, Target } from '@schaalsprong/agenda';
import type { SeriesRegion, StandingRegion, VintageFact } from '../src/index.ts';

/** Small made content for tests of series and standing: no real place, no real figure. */

const text = { nl: 'verzonnen', en: 'made up' };

export const area = (code: string, rest: Record<string, unknown> = {}): Area =>
  Area.parse({
    code,
    name: `Place ${code}`,
    kind: 'municipality',
    parent: '',
    lat: null,
    lon: null,
    land_km2: null,
    source: 'made up',
    ...rest,
  });

export const indicator = (rest: Record<string, unknown> = {}): Indicator =>
  Indicator.parse({
    id: 'things',
    title: text,
    unit: 'things',
    definition: text,
    series: 'things',
    area: 'ALL',
    ...rest,
  });

export const source = (id: string, rest: Record<string, unknown> = {}): StatisticsSource =>
  StatisticsSource.parse({
    id,
    title: text,
    kind: 'csv',
    publisher: 'nobody',
    table: id.toUpperCase(),
    licence: 'CC0-1.0',
    attribution: 'made up',
    series: [
      {
        series: 'things',
        area: {},
        period: { dimension: 'period' },
        unit: 'things',
        sourceUnit: 'things',
      },
    ],
    ...rest,
  });

export const target = (rest: Record<string, unknown> = {}): Target =>
  Target.parse({
    id: 'more-things',
    title: text,
    pillar: 'pillar',
    ambitions: ['ambition'],
    challenge: 'challenge',
    indicator: 'things',
    area: 'ALL',
    unit: 'things',
    direction: 'at-least',
    value: 200,
    valueIs: 'stated',
    baseline: null,
    horizon: '2029',
    places: [1],
    outcome: null,
    notModelled: text,
    ...rest,
  });

export const fact = (period: string, value: number | null, rest: Partial<VintageFact> = {}): VintageFact => ({
  series: 'things',
  area: 'ALL',
  period,
  value,
  state: value === null ? 'missing' : 'value',
  standing: 'observed',
  unit: 'things',
  decimals: null,
  attribute: '',
  source: 'made up',
  note: '',
  vintage: 'made',
  published: null,
  ...rest,
});

export const region = (rest: Partial<SeriesRegion> = {}): SeriesRegion => ({
  area: 'ALL',
  areas: [area('ALL', { kind: 'region' }), area('One', { parent: 'ALL' }), area('Two', { parent: 'ALL' })],
  sources: [],
  ...rest,
});

export const standingRegion = (rest: Partial<StandingRegion> = {}): StandingRegion => ({
  ...region(),
  targets: [target()],
  indicators: [indicator()],
  judgements: [],
  units: {},
  ...rest,
});
