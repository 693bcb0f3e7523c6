import { type Interval, isEmpty, showInterval, touches, within } from '@schaalsprong/words';
import { claimIntervals } from '../claims/claim-interval.ts';
import { notNested, partsOf, readingsOf, variableOf } from '../claims/readings.ts';
import { variablesOf } from '../claims/relation-variables.ts';
import { widths } from '../claims/setting.ts';
import type { Item } from '../load/content.ts';
import type { FieldPath } from '../load/yaml.ts';
import type { Place } from '../problems/problems.ts';
import type {
  Assumption,
  AuditQuantity,
  Claim,
  ClaimReadings,
  ComparedFile,
  Continuation,
  Relation,
} from '../schema/schema.ts';
import type { Tools } from './checking.ts';

type SomeClaim = Pick<
  Claim,
  'id' | 'kind' | 'quantity' | 'entity' | 'period' | 'horizon' | 'value' | 'qualifier' | 'unit' | 'targets'
> & { readonly interval?: Interval | undefined };

/** audit.yaml, or the same parts of a compared document, and the claims that it may refer to. */
interface Part {
  readonly claims: ReadonlyMap<string, SomeClaim>;
  readonly quantities: readonly Item<AuditQuantity>[];
  readonly relations: readonly Item<Relation>[];
  readonly assumptions: readonly Item<Assumption>[];
  readonly readings: readonly Item<ClaimReadings>[];
  readonly continuations: readonly Item<Continuation>[];
  /** the same of the agenda with which the document is compared */
  readonly base: Part | null;
}

const shifted = <T, U>(item: Item<T>, before: FieldPath, value: U): Item<U> => ({
  value,
  at: (path: FieldPath = [], key = false) => item.at([...before, ...path], key),
});

const itemsOf = <T, U>(item: Item<T>, field: string, list: readonly U[]): readonly Item<U>[] =>
  list.map((value, i) => shifted(item, [field, i], value));

/** audit.yaml, verdicts.yaml and compared/*.yaml, and the widths of the qualifiers that only the audit uses. */
export function checkAudit(tools: Tools): void {
  checkWidths(tools);
  const { audit, verdicts, compared } = tools.content;
  const agenda: Part = {
    claims: new Map(tools.content.claims.map((item) => [item.value.id as string, item.value])),
    ...audit,
    base: null,
  };
  checkPart(tools, agenda);
  tools.once(
    'list',
    audit.lists.map((item) => ({ id: item.value.id, at: () => item.at(['id']) })),
  );
  for (const item of audit.lists) {
    tools.referAll(item, 'claim', 'claims', item.value.claims);
    tools.lines(item, item.value.places);
  }
  tools.once(
    'verdict',
    verdicts.map((item) => ({ id: item.value.conflict, at: () => item.at(['conflict']) })),
  );
  for (const item of verdicts) tools.period(() => item.at(['on']), item.value.on);
  tools.once(
    'compared',
    compared.map((item) => ({ id: item.value.document.id, at: () => item.at(['document', 'id']) })),
  );
  for (const item of compared) checkCompared(tools, item, agenda);
}

/** A compared document: its claims, and its relations to those of the agenda. */
function checkCompared(tools: Tools, item: Item<ComparedFile>, agenda: Part): void {
  const { claims, quantities, relations, assumptions, readings, continuations } = item.value;
  const { refer, referAll, period, once } = tools;
  const own = itemsOf(item, 'claims', claims);
  once('claim', [
    ...tools.content.claims.map((claim) => ({ id: claim.value.id, at: () => claim.at(['id']) })),
    ...own.map((claim) => ({ id: claim.value.id, at: () => claim.at(['id']) })),
  ]);
  for (const one of own) {
    const { qualifier, unit, entity, targets, period: when, horizon } = one.value;
    refer('qualifier', qualifier, () => one.at(['qualifier']));
    refer('unit', unit, () => one.at(['unit']));
    refer('entity', entity, () => one.at(['entity']));
    referAll(one, 'target', 'targets', targets);
    period(() => one.at(['period']), when);
    period(() => one.at(['horizon']), horizon);
  }
  checkPart(tools, {
    claims: new Map([...agenda.claims, ...claims.map((claim) => [claim.id as string, claim] as const)]),
    quantities: itemsOf(item, 'quantities', quantities),
    relations: itemsOf(item, 'relations', relations),
    assumptions: itemsOf(item, 'assumptions', assumptions),
    readings: itemsOf(item, 'readings', readings),
    continuations: itemsOf(item, 'continuations', continuations),
    base: agenda,
  });
}

function checkPart(tools: Tools, part: Part): void {
  const units = checkQuantities(tools, part);
  checkReadings(tools, part);
  checkRelations(tools, part, units);
  for (const item of part.continuations) {
    claimExists(tools, part, item.value.claim, () => item.at(['claim']));
    claimExists(tools, part, item.value.of, () => item.at(['of']));
  }
}

/** A claim of the document, or of the agenda with which it is compared. */
function claimExists({ refer }: Tools, part: Part, id: string, place: () => Place): void {
  if (!part.claims.has(id)) refer('claim', id, place);
}

/** The settings of each qualifier are nested (bare within default within generous), and no claim gets an empty interval. */
function checkWidths({ content, region, report }: Tools): void {
  if (region === null || content.region === null) return;
  const { at } = content.region;
  const reported = new Set<string>();
  // A rule that no claim uses is checked with an example figure.
  const spare = Object.keys(region.qualifiers).map((qualifier) => ({
    id: '1234.5',
    value: 1234.5,
    qualifier,
  }));
  const claims = content.claims.flatMap(({ value }) => (value.interval === undefined ? [value] : []));
  for (const { id, value, qualifier } of [...claims, ...spare]) {
    const intervals = claimIntervals({ value, qualifier, interval: undefined }, region.qualifiers);
    // A fault of the default setting is reported with the claim.
    if (intervals === null || isEmpty(intervals.default) || reported.has(qualifier)) continue;
    const wrong =
      widths.find((s) => isEmpty(intervals[s]) || !touches(intervals[s], value)) ??
      notNested(intervals, within);
    if (wrong === null || wrong === 'default') continue;
    reported.add(qualifier);
    report('REGION_WIDTHS_NOT_NESTED', at(['qualifiers', qualifier, wrong]), {
      qualifier,
      setting: wrong,
      claim: id,
      found: showInterval(intervals[wrong]),
      expected:
        wrong === 'bare'
          ? {
              nl: `binnen ${showInterval(intervals.default)}`,
              en: `within ${showInterval(intervals.default)}`,
            }
          : {
              nl: `om ${showInterval(intervals.default)} heen`,
              en: `around ${showInterval(intervals.default)}`,
            },
    });
  }
}

/** The quantities and their units; gives the unit of every variable that may be named, null where not all are known. */
function checkQuantities(
  { content, refer, once, report, period }: Tools,
  part: Part,
): Map<string, string> | null {
  const named = (variable: string, place: () => Place): void => {
    const { entity, period: when } = partsOf(variable);
    refer('entity', entity, place);
    period(place, when);
  };
  const units = new Map<string, string>();
  const take = (variable: string, unit: string | undefined): void => {
    if (unit !== undefined && !units.has(variable)) units.set(variable, unit);
  };
  // The first claim decides; another that has another unit is listed by the audit as one that cannot be compared.
  for (const claim of part.claims.values()) take(variableOf(claim), claim.unit);
  for (const { value } of part.base?.quantities ?? []) take(value.variable, value.unit);
  once(
    'quantity',
    part.quantities.map((item) => ({ id: item.value.variable, at: () => item.at(['variable']) })),
  );
  for (const item of part.quantities) {
    const { variable, unit, signed, max } = item.value;
    named(variable, () => item.at(['variable']));
    refer('unit', unit, () => item.at(['unit']));
    const other = units.get(variable);
    if (other !== undefined && other !== unit) {
      report('REGION_QUANTITY_UNIT_DIFFERS', item.at(['unit']), {
        where: 'quantities',
        variable,
        other: variable,
        found: unit,
        expected: other,
      });
    }
    if (max !== undefined && max <= 0 && !signed) {
      report('REGION_RANGE_EMPTY', item.at(['max']), {
        expected: { nl: 'meer dan 0', en: 'more than 0' },
        found: String(max),
      });
    }
    take(variable, unit);
  }
  for (const item of [...(part.base?.readings ?? []), ...part.readings]) {
    item.value.readings.forEach(({ variable, unit }, i) => {
      if (variable === undefined) return;
      if (part.base?.readings.includes(item) !== true) {
        named(variable, () => item.at(['readings', i, 'variable']));
      }
      take(variable, unit ?? part.claims.get(item.value.claim)?.unit);
    });
  }
  const { unread, faulty } = content;
  const whole = !unread.has('claims') && !unread.has('audit') && faulty.size === 0;
  return whole ? units : null;
}

/** Readings of claims that exist, each with an id of its own and a number in its interval. */
function checkReadings(tools: Tools, part: Part): void {
  const { region, refer, once, report } = tools;
  once(
    'readings',
    part.readings.map((item) => ({ id: item.value.claim, at: () => item.at(['claim']) })),
  );
  for (const item of part.readings) {
    claimExists(tools, part, item.value.claim, () => item.at(['claim']));
    once(
      'reading',
      item.value.readings.map(({ id }, i) => ({ id, at: () => item.at(['readings', i, 'id']) })),
    );
    const claim = part.claims.get(item.value.claim);
    item.value.readings.forEach(({ id, unit, qualifier, value }, i) => {
      if (unit !== undefined) refer('unit', unit, () => item.at(['readings', i, 'unit']));
      if (qualifier !== undefined) refer('qualifier', qualifier, () => item.at(['readings', i, 'qualifier']));
      if (claim === undefined || region === null || (value === undefined && qualifier === undefined)) return;
      const meant = {
        value: value ?? claim.value,
        qualifier: qualifier ?? claim.qualifier,
        interval: undefined,
      };
      const intervals = claimIntervals(meant, region.qualifiers);
      const empty = intervals === null ? undefined : widths.find((s) => isEmpty(intervals[s]));
      if (intervals === null || empty === undefined) return;
      report('REGION_CLAIM_INTERVAL_EMPTY', item.at(['readings', i]), {
        claim: `${claim.id}, ${id}`,
        qualifier: meant.qualifier,
        expected: { nl: 'min kleiner dan max', en: 'min below max' },
        found: showInterval(intervals[empty]),
      });
    });
  }
}

/** Each quantity reference of a relation, with its field. */
function namedIn(relation: Relation): { readonly variable: string; readonly path: FieldPath }[] {
  const fields = {
    sum: ['whole'],
    share: ['part', 'whole', 'share'],
    growth: ['from', 'to', 'growth'],
    product: ['product'],
    order: ['smaller', 'larger'],
    same: [],
    difference: ['from', 'to', 'is'],
  }[relation.kind];
  const lists =
    relation.kind === 'sum'
      ? relation.parts.map((part, i) => ({ variable: part.of, path: ['parts', i] }))
      : relation.kind === 'product'
        ? relation.factors.map((variable, i) => ({ variable, path: ['factors', i] }))
        : relation.kind === 'same'
          ? relation.of.map((variable, i) => ({ variable, path: ['of', i] }))
          : [];
  const named = fields.flatMap((field) => {
    const variable = Object.entries(relation).find(([key]) => key === field)?.[1];
    return typeof variable === 'string' ? [{ variable, path: [field] }] : [];
  });
  return [...named, ...lists];
}

/** Quantities of a relation that must have the same unit: the first, and each with which it is compared. */
function comparedIn(relation: Relation): readonly (readonly [string, string, FieldPath])[] {
  switch (relation.kind) {
    case 'sum':
      return relation.parts.flatMap((part, i) =>
        part.converts ? [] : [[relation.whole, part.of, ['parts', i]] as const],
      );
    case 'share':
      return relation.times === 0.01 || relation.times === 1
        ? [[relation.whole, relation.part, ['part']]]
        : [];
    case 'growth':
      return [[relation.from, relation.to, ['to']]];
    case 'order':
      return relation.times === undefined ? [[relation.smaller, relation.larger, ['larger']]] : [];
    case 'same':
      return relation.of.slice(1).map((of, i) => [relation.of[0] ?? of, of, ['of', i + 1]] as const);
    case 'difference':
      return [[relation.from, relation.to, ['to']]];
    case 'product':
      return [];
  }
}

/** Relations and assumptions: every quantity, claim and reading exists, and what is added or compared has one unit. */
function checkRelations(tools: Tools, part: Part, units: Map<string, string> | null): void {
  const { content, region, once, report, lines, unknownId } = tools;
  const { assumptions, claims } = part;
  const placed = (one: Pick<Part, 'relations' | 'assumptions'>): Item<Relation>[] => [
    ...one.relations,
    ...one.assumptions.map((item) => shifted(item, ['relation'], item.value.relation)),
  ];
  const all = placed(part);
  once(
    'relation',
    [...(part.base === null ? [] : placed(part.base)), ...all].map((item) => ({
      id: item.value.id,
      at: () => item.at(['id']),
    })),
  );
  once(
    'assumption',
    [...(part.base?.assumptions ?? []), ...assumptions].map((item) => ({
      id: item.value.id,
      at: () => item.at(['id']),
    })),
  );
  const own = new Map(
    [...(part.base?.readings ?? []), ...part.readings].map(({ value }) => [
      value.claim as string,
      value.readings,
    ]),
  );
  const readings = (id: string): readonly string[] | null => {
    const claim = claims.get(id);
    if (claim === undefined || region === null) return null;
    const intervals = claimIntervals(claim, region.qualifiers);
    if (intervals === null) return null;
    const targets = new Map(content.targets.map((item) => [item.value.id as string, item.value]));
    return readingsOf(
      { ...claim, intervals },
      { qualifiers: region.qualifiers, units: region.units, targets, named: own },
    ).flatMap((reading) => (reading === null ? [] : [reading.id]));
  };
  for (const item of all) {
    const relation = item.value;
    lines(item, relation.places);
    relation.when.forEach(({ claim, reading }, i) => {
      claimExists(tools, part, claim, () => item.at(['when', i, 'claim']));
      const known = readings(claim);
      if (reading === undefined || known === null || known.includes(reading)) return;
      unknownId('reading', reading, item.at(['when', i, 'reading']), known);
    });
    if (units === null) continue;
    for (const { variable, path } of namedIn(relation)) {
      if (!units.has(variable)) unknownId('quantity', variable, item.at(path), [...units.keys()]);
    }
    for (const [first, second, path] of comparedIn(relation)) {
      const [expected, found] = [units.get(first), units.get(second)];
      if (expected === undefined || found === undefined || expected === found) continue;
      report('REGION_QUANTITY_UNIT_DIFFERS', item.at(path), {
        where: relation.id,
        variable: second,
        other: first,
        found,
        expected,
      });
    }
    const seen = new Set<string>();
    for (const variable of variablesOf(relation)) {
      if (seen.has(variable)) {
        report('REGION_QUANTITY_TWICE', item.at(), {
          relation: relation.id,
          expected: { nl: 'elke grootheid een keer', en: 'each quantity once' },
          found: variable,
        });
      }
      seen.add(variable);
    }
  }
}
