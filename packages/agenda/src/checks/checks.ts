import { at, distributionFault, isEmpty, showInterval, touches } from '@schaalsprong/words';
import { claimInterval } from '../claims/claim-interval.ts';
import type { Content, Item } from '../load/content.ts';
import type { FieldPath } from '../load/yaml.ts';
import { parsePeriod } from '../periods/period.ts';
import type { Place, Problem } from '../problems/problems.ts';
import type { Measure, RegionFile } from '../schema/schema.ts';
import { checkAudit } from './audit-checks.ts';
import { checkProposals } from './check-proposals.ts';
import { short, type Tools, toolsFor } from './checking.ts';

/** Depth of a level; -1 for one that the region does not have. */
const levelOf = (region: RegionFile | null, level: string): number =>
  region?.levels.findIndex((l) => l.id === level) ?? -1;

/** Cycles in a parent relation, by depth-first search; each from a node back to itself. */
function findCycles(parents: ReadonlyMap<string, readonly string[]>): string[][] {
  const state = new Map<string, 'open' | 'done'>();
  const cycles: string[][] = [];
  const visit = (id: string, trail: readonly string[]): void => {
    if (state.get(id) === 'done') return;
    if (state.get(id) === 'open') {
      cycles.push([...trail.slice(trail.indexOf(id)), id]);
      return;
    }
    state.set(id, 'open');
    for (const parent of parents.get(id) ?? []) visit(parent, [...trail, id]);
    state.set(id, 'done');
  };
  for (const id of parents.keys()) visit(id, []);
  return cycles;
}

/**
 * Cross-checks between the files of a region: referential integrity of ids, units, levels and lines; the tree is acyclic;
 * no interval or range is empty; a target has an outcome or a reason. References to things that are faulty
 * themselves, or to a file that could not be read, are not reported twice.
 */
export function check(content: Content): Problem[] {
  const tools = toolsFor(content);
  checkIds(tools);
  checkRegion(tools);
  checkTree(tools);
  checkTargets(tools);
  checkClaims(tools);
  checkIndicators(tools);
  checkSources(tools);
  checkAreas(tools);
  checkObservations(tools);
  checkRegisters(tools);
  checkInputs(tools);
  checkModelFiles(tools);
  checkScenarios(tools);
  checkTable(tools);
  checkProposals(tools);
  checkAudit(tools);
  return [...tools.problems];
}

/** Ids are unique per kind. */
function checkIds({ content, entries, once }: Tools): void {
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
function checkRegion({ content, region, report, refer, once }: Tools): void {
  if (content.region === null || region === null) return;
  const item = content.region;
  refer('area', region.area, () => item.at(['area']));
  refer('scenario', region.assessment.scenario, () => item.at(['assessment', 'scenario']));
  for (const [id, unit] of Object.entries(region.units)) {
    if (unit.above !== undefined)
      refer('unit', unit.above.unit, () => item.at(['units', id, 'above', 'unit']));
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

/** tree.yaml */
function checkTree({ content, region, report, refer, referAll, lines, circles }: Tools): void {
  const nodes = new Map(content.nodes.map((item) => [item.value.id as string, item]));
  const cycles = findCycles(
    new Map(content.nodes.map((item) => [item.value.id as string, item.value.parents])),
  );
  const inCircle = new Set(cycles.flatMap((cycle) => cycle.slice(1).map((to, i) => `${cycle[i]} ${to}`)));
  circles(cycles, (from, to) => {
    const item = nodes.get(from);
    return item?.at(['parents', item.value.parents.map(String).indexOf(to)]);
  });
  for (const item of content.nodes) {
    const node = item.value;
    refer('level', node.level, () => item.at(['level']));
    referAll(item, 'node', 'parents', node.parents);
    referAll(item, 'party', 'owners', node.owners);
    lines(item, node.places);
    const level = levelOf(region, node.level);
    if (region === null || level < 0) continue;
    if (level > 0 && node.parents.length === 0) {
      report('REGION_PARENT_MISSING', item.at(), {
        node: node.id,
        top: at(region.levels, 0).id,
        expected: { nl: 'ten minste een ouder', en: 'at least one parent' },
        found: '',
      });
    }
    node.parents.forEach((parent, i) => {
      const above = nodes.get(parent)?.value;
      if (above === undefined || inCircle.has(`${node.id} ${parent}`)) return;
      const parentLevel = levelOf(region, above.level);
      if (parentLevel < 0 || parentLevel < level) return;
      const higher = region.levels.slice(0, level).map((l) => l.id);
      report('REGION_PARENT_LEVEL_WRONG', item.at(['parents', i]), {
        node: node.id,
        level: node.level,
        parent,
        parentLevel: above.level,
        known: higher.join(', ') || '-',
        expected: higher.join(', '),
        found: above.level,
      });
    });
  }
}

/** targets.yaml */
function checkTargets({ content, region, report, refer, referAll, lines, period, circles }: Tools): void {
  const nodes = new Map(content.nodes.map((item) => [item.value.id as string, item]));
  const indicators = new Map(content.indicators.map((item) => [item.value.id as string, item.value]));
  const outcomes = new Map(content.outcomes.map((item) => [item.value.id as string, item.value]));
  const onLevel = (item: Item<unknown>, path: FieldPath, id: string, level: string): void => {
    const node = nodes.get(id)?.value;
    if (node === undefined || levelOf(region, level) < 0 || node.level === level) return;
    const choices = content.nodes.filter((n) => n.value.level === level).map((n) => n.value.id);
    report('REGION_NODE_LEVEL_WRONG', item.at(path), {
      found: id,
      level: node.level,
      kind: level,
      known: choices.join(', '),
      expected: level,
    });
  };
  const targets = new Map(content.targets.map((item) => [item.value.id as string, item]));
  circles(
    findCycles(new Map([...targets].map(([id, { value }]) => [id, value.partOf ? [value.partOf] : []]))),
    (from) => targets.get(from)?.at(['partOf']),
  );
  for (const item of content.targets) {
    const target = item.value;
    refer('node', target.pillar, () => item.at(['pillar']));
    onLevel(item, ['pillar'], target.pillar, 'pillar');
    referAll(item, 'node', 'ambitions', target.ambitions);
    target.ambitions.forEach((id, i) => {
      onLevel(item, ['ambitions', i], id, 'ambition');
    });
    refer('node', target.challenge, () => item.at(['challenge']));
    onLevel(item, ['challenge'], target.challenge, 'challenge');
    referAll(item, 'node', 'challenges', target.challenges);
    refer('indicator', target.indicator, () => item.at(['indicator']));
    refer('area', target.area, () => item.at(['area']));
    refer('unit', target.unit, () => item.at(['unit']));
    referAll(item, 'claim', 'claims', target.claims);
    lines(item, target.places);
    period(() => item.at(['horizon']), target.horizon);
    period(() => item.at(['baseline', 'period']), target.baseline?.period);
    if (target.outcome !== null) refer('outcome', target.outcome, () => item.at(['outcome']));
    if (target.partOf !== undefined) refer('target', target.partOf, () => item.at(['partOf']));
    const end = parsePeriod(target.horizon)?.end;
    if (region !== null && target.outcome !== null && end !== undefined) {
      const { start, stop } = region.model;
      if (end < start || end > stop) {
        report('REGION_HORIZON_BEYOND_MODEL', item.at(['horizon']), {
          target: target.id,
          expected: { nl: `${start} tot ${stop}`, en: `${start} to ${stop}` },
          found: target.horizon,
        });
      }
    }
    if (target.outcome === null && target.notModelled === null) {
      report('REGION_TARGET_OUTCOME_OR_REASON', item.at(['outcome']), {
        target: target.id,
        expected: 'outcome / notModelled',
        found: 'null, null',
      });
    }
    if (target.outcome !== null && target.notModelled !== null) {
      report('REGION_TARGET_OUTCOME_AND_REASON', item.at(['notModelled']), {
        target: target.id,
        expected: 'outcome / notModelled',
        found: target.outcome,
      });
    }
    if ((target.valueIs === 'assumed' || target.value === null) && target.valueReason === undefined) {
      report('REGION_TARGET_REASON_MISSING', item.at(['valueIs']), {
        target: target.id,
        expected: 'valueReason',
        found: '',
      });
    }
    const outcome = target.outcome === null ? undefined : outcomes.get(target.outcome);
    for (const other of [indicators.get(target.indicator), outcome]) {
      if (other === undefined || other.unit === target.unit) continue;
      report('REGION_UNIT_DIFFERS', item.at(['unit']), {
        target: target.id,
        other: other.id,
        found: target.unit,
        expected: other.unit,
      });
    }
  }
}

/** claims/*.yaml */
function checkClaims({ content, region, report, refer, referAll, lines, period }: Tools): void {
  for (const item of content.claims) {
    const claim = item.value;
    refer('qualifier', claim.qualifier, () => item.at(['qualifier']));
    refer('unit', claim.unit, () => item.at(['unit']));
    refer('entity', claim.entity, () => item.at(['entity']));
    referAll(item, 'target', 'targets', claim.targets);
    referAll(item, 'node', 'nodes', claim.nodes);
    lines(item, claim.places);
    period(() => item.at(['period']), claim.period);
    period(() => item.at(['horizon']), claim.horizon);
    if (Array.isArray(claim.figure) && claim.figure.length !== claim.places.length) {
      report('REGION_FIGURES_PER_PLACE', item.at(['figure']), {
        claim: claim.id,
        expected: String(claim.places.length),
        found: String(claim.figure.length),
      });
    }
    const interval = region === null ? null : claimInterval(claim, region.qualifiers);
    if (interval === null) continue;
    const where = () => item.at(claim.interval === undefined ? ['qualifier'] : ['interval']);
    const found = showInterval(interval);
    if (isEmpty(interval)) {
      report('REGION_CLAIM_INTERVAL_EMPTY', where(), {
        claim: claim.id,
        qualifier: claim.qualifier,
        expected: { nl: 'min kleiner dan max', en: 'min below max' },
        found,
      });
    } else if (!touches(interval, claim.value)) {
      report('REGION_CLAIM_VALUE_OUTSIDE', where(), {
        claim: claim.id,
        value: claim.value,
        expected: found,
        found,
      });
    }
  }
}

/** indicators.yaml */
function checkIndicators({ content, refer, period, once }: Tools): void {
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
function checkSources({ content, refer, once, period, circles }: Tools): void {
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
function checkAreas({ content, refer, circles, period }: Tools): void {
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
function checkObservations({ content, report, refer, period }: Tools): void {
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

/** parties.yaml, registers/*.yaml, agreements.yaml, unknowns.yaml */
function checkRegisters({ content, entries, refer, referAll, lines }: Tools): void {
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

/** measures.yaml and model/uncertainties.yaml: what sets a constant of the model from outside, each its own. */
function checkInputs({ content, report, unknownId, refer, referAll, lines }: Tools): void {
  const constants = new Map<string, { id: string; place: Place }>();
  const setsConstant = (item: Item<{ readonly id: string }>, variable: string, path: FieldPath): void => {
    // Vensim takes capitals, blanks and underscores in names as the same.
    const name = variable.toLowerCase().replaceAll('_', ' ').replace(/\s+/g, ' ').trim();
    const before = constants.get(name);
    if (before === undefined) {
      constants.set(name, { id: item.value.id, place: item.at(path) });
      return;
    }
    report('REGION_CONSTANT_TWICE', item.at(path), {
      expected: { nl: 'een eigen constante', en: 'a constant of its own' },
      found: variable,
      other: before.id,
      first: short(before.place),
    });
  };
  for (const item of content.measures) {
    const { nodes: served, owner, partners, places, cost, lever } = item.value;
    referAll(item, 'node', 'nodes', served);
    refer('party', owner, () => item.at(['owner']));
    referAll(item, 'party', 'partners', partners);
    lines(item, places);
    if (cost !== null) refer('unit', cost.unit, () => item.at(['cost', 'unit']));
    refer('unit', lever.unit, () => item.at(['lever', 'unit']));
    lever.agreedBy.forEach((id, i) => {
      refer('agreement', id, () => item.at(['lever', 'agreedBy', i]));
    });
    setsConstant(item, lever.variable, ['lever', 'variable']);
    if (lever.min > lever.max) {
      report('REGION_RANGE_EMPTY', item.at(['lever', 'min']), {
        expected: { nl: 'min niet boven max', en: 'min not above max' },
        found: `${lever.min} .. ${lever.max}`,
      });
      continue;
    }
    for (const [name, value] of Object.entries(lever.positions)) {
      if (value >= lever.min && value <= lever.max) continue;
      report('REGION_OUTSIDE_RANGE', item.at(['lever', 'positions', name]), {
        name,
        expected: `${lever.min} .. ${lever.max}`,
        found: String(value),
      });
    }
  }
  for (const item of content.uncertainties) {
    const { unit, distribution, variable } = item.value;
    refer('unit', unit, () => item.at(['unit']));
    const fault = distributionFault(distribution);
    if (fault !== null) report('REGION_RANGE_EMPTY', item.at(['distribution']), fault);
    setsConstant(item, variable, ['variable']);
    const viewpoints = content.table?.value.viewpoints.map((viewpoint) => viewpoint.id) ?? [];
    item.value.views.forEach(({ by, distribution: theirs }, i) => {
      if (!viewpoints.includes(by)) unknownId('viewpoint', by, item.at(['views', i, 'by']), viewpoints);
      const wrong = distributionFault(theirs);
      if (wrong !== null) report('REGION_RANGE_EMPTY', item.at(['views', i, 'distribution']), wrong);
    });
  }
}

/** table.yaml: what it names exists, and a relief shifts by something. */
function checkTable({ content, report, refer, once }: Tools): void {
  const item = content.table;
  if (item === null) return;
  const { outcomes, budgets, rules, balance, relief, viewpoints } = item.value;
  const named = (list: 'budgets' | 'balance' | 'viewpoints', ids: readonly { readonly id: string }[]) =>
    ids.map(({ id }, i) => ({ id, at: () => item.at([list, i, 'id']) }));
  once('budget', named('budgets', budgets));
  once('theme', named('balance', balance));
  once('viewpoint', named('viewpoints', viewpoints));
  outcomes.forEach((id, i) => {
    refer('outcome', id, () => item.at(['outcomes', i]));
  });
  budgets.forEach(({ unit, measures }, i) => {
    refer('unit', unit, () => item.at(['budgets', i, 'unit']));
    measures.forEach(({ measure }, j) => {
      refer('measure', measure, () => item.at(['budgets', i, 'measures', j, 'measure']));
    });
  });
  rules.forEach(({ measure, other }, i) => {
    refer('measure', measure, () => item.at(['rules', i, 'measure']));
    refer('measure', other, () => item.at(['rules', i, 'other']));
  });
  balance.forEach(({ unit }, i) => {
    refer('unit', unit, () => item.at(['balance', i, 'unit']));
  });
  viewpoints.forEach(({ party }, i) => {
    if (party !== null) refer('party', party, () => item.at(['viewpoints', i, 'party']));
  });
  relief.forEach(({ constraint, add, times }, i) => {
    refer('constraint', constraint, () => item.at(['relief', i, 'constraint']));
    if ((add === undefined) === (times === undefined)) {
      report('REGION_RANGE_EMPTY', item.at(['relief', i]), {
        expected: { nl: 'add of times, een van de twee', en: 'add or times, one of the two' },
        found: add === undefined ? '-' : 'add, times',
      });
    }
  });
}

/** model/constraints.yaml, model/outcomes.yaml, model/history.yaml, model/back-test.yaml */
function checkModelFiles({ content, report, refer, referAll, period, unknownId }: Tools): void {
  for (const item of content.constraints) {
    refer('unit', item.value.unit, () => item.at(['unit']));
    referAll(item, 'party', 'owners', item.value.owners);
    referAll(item, 'node', 'nodes', item.value.nodes);
  }
  for (const item of content.outcomes) {
    refer('unit', item.value.unit, () => item.at(['unit']));
    item.value.limits.forEach(({ constraint }, i) => {
      refer('constraint', constraint, () => item.at(['limits', i, 'constraint']));
    });
  }
  for (const item of content.history) {
    const { observed, points, id } = item.value;
    if ((observed === undefined) === (points === undefined)) {
      report('REGION_HISTORY_WITHOUT_POINTS', item.at(), {
        check: id,
        expected: 'observed / points',
        found: observed === undefined ? '' : 'observed, points',
      });
    }
    if (observed !== undefined) {
      refer('series', observed.series, () => item.at(['observed', 'series']));
      refer('area', observed.area, () => item.at(['observed', 'area']));
    }
  }
  const backTest = content.backTest;
  if (backTest === null) return;
  const { origins, scenario, follows, refit, compare } = backTest.value;
  origins.forEach((origin, i) => {
    period(() => backTest.at(['origins', i]), origin);
  });
  refer('scenario', scenario, () => backTest.at(['scenario']));
  for (const [list, entries] of Object.entries({ follows, compare })) {
    entries.forEach(({ indicator, area }, i) => {
      refer('indicator', indicator, () => backTest.at([list, i, 'indicator']));
      refer('area', area, () => backTest.at([list, i, 'area']));
    });
  }
  const followed = follows.map(({ variable }) => variable);
  refit.forEach(({ until }, i) => {
    if (!followed.includes(until)) unknownId('followed', until, backTest.at(['refit', i, 'until']), followed);
  });
}

/** scenarios/*.yaml */
function checkScenarios({ content, report, unknownId, refer }: Tools): void {
  const measures = new Map(content.measures.map((item) => [item.value.id as string, item.value]));
  const position = (name: string, lever: Measure['lever'], place: () => Place): void => {
    if (Object.hasOwn(lever.positions, name)) return;
    unknownId('position', name, place(), Object.keys(lever.positions));
  };
  for (const item of content.scenarios) {
    const { base, levers, assumptions } = item.value;
    for (const [id, value] of Object.entries(levers)) {
      refer('measure', id, () => item.at(['levers', id], true));
      const lever = measures.get(id)?.lever;
      if (lever === undefined) continue;
      if (typeof value === 'string') position(value, lever, () => item.at(['levers', id]));
      else if (value < lever.min || value > lever.max) {
        report('REGION_OUTSIDE_RANGE', item.at(['levers', id]), {
          name: id,
          expected: `${lever.min} .. ${lever.max}`,
          found: String(value),
        });
      }
    }
    const others = [...measures.values()].filter((m) => !Object.hasOwn(levers, m.id));
    const without = others.find((m) => !Object.hasOwn(m.lever.positions, base));
    if (without !== undefined) position(base, without.lever, () => item.at(['base']));
    for (const id of Object.keys(assumptions)) {
      refer('uncertainty', id, () => item.at(['assumptions', id], true));
    }
  }
}
