import type { Place } from '../problems/problems.ts';
import { short, type Tools } from './checking.ts';
import { findCycles } from './cycles.ts';

/** indicators.yaml */
export function checkIndicators({ content, refer, period, once }: Tools): void {
  once(
    'topic',
    content.themes.map((item) => ({ id: item.value.id, at: () => item.at(['id']) })),
  );
  for (const item of content.indicators) {
    const { unit, area, series: name, theme, pillar, cumulativeFrom } = item.value;
    period(() => item.at(['cumulativeFrom']), cumulativeFrom);
    if (theme !== undefined) refer('topic', theme, () => item.at(['theme']));
    if (pillar !== undefined) refer('node', pillar, () => item.at(['pillar']));
    item.value.leads.forEach((lead, i) => {
      if (lead.area !== undefined) refer('area', lead.area, () => item.at(['leads', i, 'area']));
    });
    refer('unit', unit, () => item.at(['unit']));
    if (area !== null) refer('area', area, () => item.at(['area']));
    if (name !== null) refer('series', name, () => item.at(['series']));
    item.value.breaks.forEach((b, i) => {
      period(() => item.at(['breaks', i, 'at']), b.at);
    });
  }
}

/** sources.yaml and judgements.yaml */
export function checkSources({ content, refer, once, period, circles }: Tools): void {
  const { sources, judgements } = content;
  once(
    'source',
    sources.map((item) => ({ id: item.value.id, at: () => item.at(['id']) })),
  );
  for (const item of sources) {
    const { after, series } = item.value;
    if (after !== undefined) refer('source', after, () => item.at(['after']));
    series.forEach((of, i) => {
      const at = ['series', i];
      refer('unit', of.unit, () => item.at([...at, 'unit']));
      for (const code of Object.keys(of.area.codes ?? {})) {
        refer('area', code, () => item.at([...at, 'area', 'codes', code]));
      }
      of.area.only?.forEach((code, j) => {
        refer('area', code, () => item.at([...at, 'area', 'only', j]));
      });
      if (of.from !== undefined) period(() => item.at([...at, 'from']), of.from);
      if (of.until !== undefined) period(() => item.at([...at, 'until']), of.until);
    });
  }
  const follows = new Map(
    sources.map(({ value: { id, after } }) => [id as string, after === undefined ? [] : [after as string]]),
  );
  circles(findCycles(follows), (from) => sources.find(({ value }) => value.id === from)?.at(['after']));
  once(
    'judgement',
    judgements.map((item) => ({ id: item.value.target, at: () => item.at(['target']) })),
  );
  for (const item of judgements) {
    refer('target', item.value.target, () => item.at(['target']));
    period(() => item.at(['on']), item.value.on);
  }
}

/** areas.csv */
export function checkAreas({ content, refer, circles, period }: Tools): void {
  for (const row of content.areas) {
    const { parent, joined_into: into, joined_on: on } = row.value;
    if (parent !== '') refer('area', parent, () => row.at('parent'));
    if (into !== '') refer('area', into, () => row.at('joined_into'));
    // Without a day the joining would silently not count.
    if (into !== '' || on !== '') period(() => row.at('joined_on'), on);
  }
  const areaParents = new Map(
    content.areas.map((row) => [row.value.code as string, row.value.parent ? [row.value.parent] : []]),
  );
  circles(findCycles(areaParents), (from) =>
    content.areas.find((row) => row.value.code === from)?.at('parent'),
  );
  const joins = new Map(
    content.areas.map((row) => [
      row.value.code as string,
      row.value.joined_into ? [row.value.joined_into] : [],
    ]),
  );
  circles(findCycles(joins), (from) =>
    content.areas.find((row) => row.value.code === from)?.at('joined_into'),
  );
}

/** observations/*.csv */
export function checkObservations({ content, report, refer, period }: Tools): void {
  const rows = new Map<string, Place>();
  for (const row of content.observations) {
    const o = row.value;
    refer('area', o.area, () => row.at('area'));
    refer('unit', o.unit, () => row.at('unit'));
    period(() => row.at('period'), o.period);
    if (o.published !== '') period(() => row.at('published'), o.published);
    const key = JSON.stringify([o.indicator, o.area, o.period, o.status, o.source, o.note]);
    const before = rows.get(key);
    if (before === undefined) rows.set(key, row.at());
    else {
      report('REGION_OBSERVATION_DUPLICATE', row.at(), {
        expected: { nl: 'elke waarneming een keer', en: 'each observation once' },
        found: `${o.indicator}, ${o.area}, ${o.period}`,
        first: short(before),
      });
    }
  }
}
