import type { Item } from '../load/content.ts';
import type { Tools } from './checking.ts';

/** Ids are unique per kind. */
export function checkIds({ content, entries, once }: Tools): void {
  const named = (items: readonly Item<{ readonly id: string }>[]) =>
    items.map((item) => ({ id: item.value.id, at: () => item.at(['id']) }));
  once('node', named(content.nodes));
  once('target', named(content.targets));
  once('claim', named(content.claims));
  once('indicator', named(content.indicators));
  once('party', named(content.parties));
  once('entry', named(entries));
  once('agreement', named(content.agreements));
  once('unknown', named(content.unknowns));
  once('measure', named(content.measures));
  once('uncertainty', named(content.uncertainties));
  once('constraint', named(content.constraints));
  once('outcome', named(content.outcomes));
  once('check', named(content.history));
  once('scenario', named(content.scenarios));
  once(
    'area',
    content.areas.map((row) => ({ id: row.value.code, at: () => row.at('code') })),
  );
}

/** region.yaml */
export function checkRegion({ content, region, report, refer, once }: Tools): void {
  if (content.region === null || region === null) return;
  const item = content.region;
  refer('area', region.area, () => item.at(['area']));
  refer('scenario', region.assessment.scenario, () => item.at(['assessment', 'scenario']));
  for (const [id, unit] of Object.entries(region.units)) {
    for (const end of ['above', 'below'] as const) {
      const other = unit[end];
      if (other !== undefined) refer('unit', other.unit, () => item.at(['units', id, end, 'unit']));
    }
  }
  once(
    'level',
    region.levels.map((level, i) => ({ id: level.id, at: () => item.at(['levels', i, 'id']) })),
  );
  const { pages } = region.document;
  pages.forEach((page, i) => {
    const before = pages[i - 1];
    const right =
      before === undefined
        ? page.fromLine === 1
        : page.fromLine > before.fromLine && page.page >= before.page;
    if (!right) {
      report('REGION_PAGES_UNORDERED', item.at(['document', 'pages', i]), {
        expected: before === undefined ? 'fromLine: 1' : `> ${before.fromLine}, >= ${before.page}`,
        found: `${page.fromLine}, ${page.page}`,
      });
    }
  });
  if (!(region.model.start < region.model.stop)) {
    report('REGION_RANGE_EMPTY', item.at(['model']), {
      expected: { nl: 'start voor stop', en: 'start before stop' },
      found: `${region.model.start} .. ${region.model.stop}`,
    });
  }
  const { start, stop, today } = region.model;
  if (today < start || today > stop) {
    report('REGION_OUTSIDE_RANGE', item.at(['model', 'today']), {
      name: 'today',
      expected: `${start} .. ${stop}`,
      found: String(today),
    });
  }
  for (const [key, rule] of Object.entries(region.qualifiers)) {
    if (rule.low === null || rule.high === null || rule.low <= rule.high) continue;
    report('REGION_RANGE_EMPTY', item.at(['qualifiers', key]), {
      expected: { nl: 'low niet boven high', en: 'low not above high' },
      found: `${rule.low} .. ${rule.high}`,
    });
  }
}

/** parties.yaml, registers/*.yaml, agreements.yaml, unknowns.yaml */
export function checkRegisters({ content, entries, refer, referAll, lines }: Tools): void {
  for (const item of content.parties) {
    const { area, places } = item.value;
    if (area !== undefined) refer('area', area, () => item.at(['area']));
    lines(item, places);
  }
  for (const item of entries) {
    const entry = item.value;
    referAll(item, 'party', 'parties', entry.parties);
    referAll(item, 'node', 'nodes', entry.nodes);
    if (entry.area !== undefined) refer('area', entry.area, () => item.at(['area']));
    lines(item, entry.places);
    entry.money.forEach(({ unit }, i) => {
      refer('unit', unit, () => item.at(['money', i, 'unit']));
    });
  }
  for (const item of content.agreements) {
    const { claims, owner } = item.value;
    referAll(item, 'claim', 'claims', claims);
    if (owner !== null) refer('party', owner, () => item.at(['owner']));
    referAll(item, 'party', 'parties', item.value.parties);
    referAll(item, 'node', 'nodes', item.value.nodes);
  }
  for (const item of content.unknowns) {
    referAll(item, 'node', 'nodes', item.value.nodes);
    referAll(item, 'target', 'targets', item.value.targets);
  }
}
