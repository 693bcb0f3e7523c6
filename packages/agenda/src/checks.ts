import { claimInterval, isEmpty, touches } from './interval.ts';
import type { Content, ContentFile, Item } from './load.ts';
import { nearest } from './nearest.ts';
import { parsePeriod } from './period.ts';
import { offer, type Place, type Problem, problem } from './problems.ts';
import { type Distribution, formats, type Interval, type Lines, type Text } from './schema.ts';
import type { FieldPath } from './yaml.ts';

const kinds = {
  node: { nl: 'onderdeel van de boom', en: 'node of the tree' },
  level: { nl: 'niveau', en: 'level' },
  target: { nl: 'doelstelling', en: 'target' },
  claim: { nl: 'bewering', en: 'claim' },
  indicator: { nl: 'indicator', en: 'indicator' },
  series: { nl: 'reeks waarnemingen', en: 'series of observations' },
  party: { nl: 'partij', en: 'party' },
  entry: { nl: 'inschrijving in een register', en: 'register entry' },
  agreement: { nl: 'afspraak', en: 'agreement' },
  unknown: { nl: 'onbekende', en: 'unknown' },
  measure: { nl: 'maatregel', en: 'measure' },
  uncertainty: { nl: 'onzekerheid', en: 'uncertainty' },
  constraint: { nl: 'knelpunt', en: 'constraint' },
  outcome: { nl: 'uitkomst', en: 'outcome' },
  check: { nl: 'vergelijking met de geschiedenis', en: 'history check' },
  scenario: { nl: 'scenario', en: 'scenario' },
  position: { nl: 'stand van een knop', en: 'lever position' },
  area: { nl: 'gebied', en: 'area' },
  unit: { nl: 'eenheid', en: 'unit' },
  qualifier: { nl: 'bepalend woord', en: 'qualifier' },
  entity: {
    nl: 'gebied, partij, inschrijving of onderdeel van de boom',
    en: 'area, party, register entry or node of the tree',
  },
} as const satisfies Record<string, Text>;
type Kind = keyof typeof kinds;

/** Kinds that something refers to by name, with the files that the names stand in. */
const sourcesOf = {
  node: ['tree'],
  level: [],
  target: ['targets'],
  claim: ['claims'],
  indicator: ['indicators'],
  series: ['observations'],
  party: ['parties'],
  measure: ['measures'],
  uncertainty: ['uncertainties'],
  constraint: ['constraints'],
  outcome: ['outcomes'],
  scenario: ['scenario'],
  area: ['areas'],
  unit: [],
  qualifier: [],
  entity: ['areas', 'parties', 'registers', 'tree'],
} as const satisfies Partial<Record<Kind, readonly (ContentFile | 'areas' | 'observations')[]>>;
type ReferredKind = keyof typeof sourcesOf;

const showInterval = ({ min, max, minOpen, maxOpen }: Interval): string =>
  `${minOpen ? '<' : '['}${min ?? '-∞'}, ${max ?? '∞'}${maxOpen ? '>' : ']'}`;

const ids = (items: readonly Item<{ readonly id: string }>[]): string[] => items.map((item) => item.value.id);

const short = (place: Place): string => `${place.file}:${place.line}`;

/** The nodes of one circle in the tree, from a node back to itself; null where there is none. */
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

/** What is wrong with the range of a distribution; null where it is right. */
function distributionFault(d: Distribution): { found: string; expected: Text } | null {
  const ordered: Text = { nl: 'min kleiner dan max', en: 'min below max' };
  if (d.kind === 'discrete') return null;
  if (!(d.min < d.max)) return { found: `${d.min} .. ${d.max}`, expected: ordered };
  if (d.kind === 'triangular' && (d.mode < d.min || d.mode > d.max)) {
    return {
      found: `mode ${d.mode}, ${d.min} .. ${d.max}`,
      expected: { nl: 'mode tussen min en max', en: 'mode between min and max' },
    };
  }
  return null;
}

/**
 * The checks between the parts of a region: every id, unit, level and line that is named exists; the tree is a tree;
 * no interval or range is empty; a target has an outcome or a reason. References to things that are faulty
 * themselves, or to a file that could not be read, are not reported twice.
 */
export function check(content: Content): Problem[] {
  const problems: Problem[] = [];
  const report = (
    code: Parameters<typeof problem>[0],
    place: Place,
    values: Parameters<typeof problem>[2],
  ): void => {
    problems.push(problem(code, place, values));
  };
  const region = content.region?.value ?? null;
  const entries = content.registers.flatMap((register) => register.entries);
  const areas = content.areas.map((row): string => row.value.code);
  const series = [...new Set(content.observations.map((row) => row.value.indicator))];

  /** Null where a list could not be read in whole, so that its names are not known. */
  const namesOf = (kind: ReferredKind, names: () => readonly string[]): readonly string[] | null =>
    sourcesOf[kind].some((file) => content.unread.has(file) || content.absent.get(file)?.reported)
      ? null
      : names();
  const known: Record<ReferredKind, readonly string[] | null> = {
    node: namesOf('node', () => ids(content.nodes)),
    level: region?.levels.map((l) => l.id) ?? null,
    target: namesOf('target', () => ids(content.targets)),
    claim: namesOf('claim', () => ids(content.claims)),
    indicator: namesOf('indicator', () => ids(content.indicators)),
    series: namesOf('series', () => series),
    party: namesOf('party', () => ids(content.parties)),
    measure: namesOf('measure', () => ids(content.measures)),
    uncertainty: namesOf('uncertainty', () => ids(content.uncertainties)),
    constraint: namesOf('constraint', () => ids(content.constraints)),
    outcome: namesOf('outcome', () => ids(content.outcomes)),
    scenario: namesOf('scenario', () => ids(content.scenarios)),
    area: namesOf('area', () => areas),
    unit: region === null ? null : Object.keys(region.units),
    qualifier: region === null ? null : [...new Set(['none', ...Object.keys(region.qualifiers)])],
    entity: namesOf('entity', () => [
      ...areas,
      ...ids(content.parties),
      ...ids(entries),
      ...ids(content.nodes),
    ]),
  };
  const sets = new Map(
    Object.entries(known).map(([kind, list]) => [kind, list === null ? null : new Set(list)]),
  );

  const reportedAbsent = new Set<ReferredKind>();
  const unknownId = (kind: Kind, id: string, place: Place, among: readonly string[]): void => {
    const near = nearest(id, among);
    report('REGION_UNKNOWN_ID', place, {
      kind: kinds[kind],
      expected: near.length > 0 ? near.join(', ') : kinds[kind],
      found: id,
      nearest: offer(near),
    });
  };
  const refer = (kind: ReferredKind, id: string, place: () => Place): void => {
    const absent = sourcesOf[kind].length === 1 ? content.absent.get(sourcesOf[kind][0]) : undefined;
    if (absent !== undefined) {
      // One missing file is one fault, however many names were to stand in it.
      if (absent.reported || reportedAbsent.has(kind)) return;
      reportedAbsent.add(kind);
      report('REGION_FILE_MISSING', place(), { name: absent.name, expected: absent.name, found: '' });
      return;
    }
    const set = sets.get(kind);
    if (set == null || set.has(id) || content.faulty.has(id)) return;
    unknownId(kind, id, place(), known[kind] ?? []);
  };
  const referAll = <T>(item: Item<T>, kind: ReferredKind, field: string, list: readonly string[]): void => {
    list.forEach((id, i) => {
      refer(kind, id, () => item.at([field, i]));
    });
  };
  const lines = <T>(item: Item<T>, places: readonly Lines[]): void => {
    if (region === null) return;
    const last = region.document.lines;
    places.forEach(({ from, to }, i) => {
      if (to <= last && from <= last) return;
      report('REGION_LINES_BEYOND_DOCUMENT', item.at(['places', i]), {
        expected: String(last),
        found: from === to ? String(from) : `${from}-${to}`,
      });
    });
  };
  const period = (place: () => Place, text: string | undefined): void => {
    if (text === undefined || parsePeriod(text) !== null) return;
    report('REGION_PERIOD_WRONG', place(), { expected: formats.period, found: text });
  };
  const freeName: Text = { nl: 'een naam die nog vrij is', en: 'a name that is not taken yet' };
  const once = (kind: Kind, things: readonly { id: string; at: () => Place }[]): void => {
    const first = new Map<string, Place>();
    for (const { id, at } of things) {
      const before = first.get(id);
      if (before === undefined) first.set(id, at());
      else
        report('REGION_DUPLICATE_ID', at(), {
          kind: kinds[kind],
          expected: freeName,
          found: id,
          first: short(before),
        });
    }
  };
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

  // region.yaml
  if (content.region !== null && region !== null) {
    const item = content.region;
    refer('area', region.area, () => item.at(['area']));
    refer('scenario', region.assessment.scenario, () => item.at(['assessment', 'scenario']));
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

  /** Reports each circle once, at the first link of it. */
  const circles = (
    cycles: readonly (readonly string[])[],
    placeOf: (from: string, to: string) => Place | undefined,
  ): void => {
    for (const cycle of cycles) {
      const place = placeOf(cycle[0] ?? '', cycle[1] ?? '');
      if (place === undefined) continue;
      const text = cycle.join(' > ');
      report('REGION_TREE_CYCLE', place, {
        cycle: text,
        expected: { nl: 'een boom zonder kringen', en: 'a tree without circles' },
        found: text,
      });
    }
  };

  // tree.yaml
  const levelOf = (level: string): number => region?.levels.findIndex((l) => l.id === level) ?? -1;
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
    const level = levelOf(node.level);
    if (region === null || level < 0) continue;
    if (level > 0 && node.parents.length === 0) {
      report('REGION_PARENT_MISSING', item.at(), {
        node: node.id,
        top: region.levels[0]?.id ?? '',
        expected: { nl: 'ten minste een ouder', en: 'at least one parent' },
        found: '',
      });
    }
    node.parents.forEach((parent, i) => {
      const above = nodes.get(parent)?.value;
      if (above === undefined || inCircle.has(`${node.id} ${parent}`)) return;
      const parentLevel = levelOf(above.level);
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

  // targets.yaml
  const indicators = new Map(content.indicators.map((item) => [item.value.id as string, item.value]));
  const outcomes = new Map(content.outcomes.map((item) => [item.value.id as string, item.value]));
  const onLevel = (item: Item<unknown>, path: FieldPath, id: string, level: string): void => {
    const node = nodes.get(id)?.value;
    if (node === undefined || levelOf(level) < 0 || node.level === level) return;
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
    for (const other of [indicators.get(target.indicator), outcomes.get(target.outcome ?? '')]) {
      if (other === undefined || other.unit === target.unit) continue;
      report('REGION_UNIT_DIFFERS', item.at(['unit']), {
        target: target.id,
        other: other.id,
        found: target.unit,
        expected: other.unit,
      });
    }
  }

  // claims/*.yaml
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

  // indicators.yaml
  for (const item of content.indicators) {
    const { unit, area, series: name } = item.value;
    refer('unit', unit, () => item.at(['unit']));
    if (area !== null) refer('area', area, () => item.at(['area']));
    if (name !== null) refer('series', name, () => item.at(['series']));
    item.value.breaks.forEach((b, i) => {
      period(() => item.at(['breaks', i, 'at']), b.at);
    });
  }

  // areas.csv, observations/*.csv
  for (const row of content.areas) {
    if (row.value.parent !== '') refer('area', row.value.parent, () => row.at('parent'));
  }
  const areaParents = new Map(
    content.areas.map((row) => [row.value.code as string, row.value.parent ? [row.value.parent] : []]),
  );
  circles(findCycles(areaParents), (from) =>
    content.areas.find((row) => row.value.code === from)?.at('parent'),
  );
  const rows = new Map<string, Place>();
  for (const row of content.observations) {
    const o = row.value;
    refer('area', o.area, () => row.at('area'));
    refer('unit', o.unit, () => row.at('unit'));
    period(() => row.at('period'), o.period);
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

  // parties, registers, agreements, unknowns
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
    referAll(item, 'party', 'parties', item.value.parties);
    referAll(item, 'node', 'nodes', item.value.nodes);
  }
  for (const item of content.unknowns) {
    referAll(item, 'node', 'nodes', item.value.nodes);
    referAll(item, 'target', 'targets', item.value.targets);
  }

  // measures.yaml
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

  // model/*.yaml
  for (const item of content.uncertainties) {
    const { unit, distribution, variable } = item.value;
    refer('unit', unit, () => item.at(['unit']));
    const fault = distributionFault(distribution);
    if (fault !== null) report('REGION_RANGE_EMPTY', item.at(['distribution']), fault);
    setsConstant(item, variable, ['variable']);
  }
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

  // scenarios/*.yaml
  const measures = new Map(content.measures.map((item) => [item.value.id as string, item.value]));
  const position = (name: string, lever: { positions: Record<string, number> }, place: () => Place): void => {
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
  return problems;
}
