import type {
  AuditQuantity,
  ComparedFile,
  Continuation,
  Lines,
  Region,
  RegionClaim,
  Relation,
} from '@schaalsprong/agenda';
import {
  type AuditReading,
  claimIntervals,
  partsOf,
  type ReadableClaim,
  type ReadingSources,
  readingsOf,
  variablesOf,
} from '@schaalsprong/agenda/claims';
import { type Interval, intersection, isEmpty, must, type Text } from '@schaalsprong/words';
import {
  type AuditAssumption,
  type AuditClaim,
  type AuditContinuation,
  type AuditInput,
  type AuditRelation,
  type AuditVariable,
  widths,
} from '../types.ts';
import { gapsOf } from './gaps.ts';

const unbounded: Interval = { min: null, max: null, minOpen: false, maxOpen: false };

/**
 * How dear it is to change a claim in a repair: what is measured or forecast three times, what words mean twice, and
 * what was promised once, since only a promise is the author's to change.
 */
const weights: Readonly<Record<string, number>> = { baseline: 3, fact: 3, forecast: 3, definition: 2 };

/** Relations of content as the engine takes them. */
function relationOf(relation: Relation): AuditRelation {
  const when = relation.when.map(({ claim, reading }) => ({ claim, reading: reading ?? null }));
  switch (relation.kind) {
    case 'sum':
      return { ...relation, when, parts: relation.parts.map(({ of, times }) => ({ of, times })) };
    case 'order':
      return { ...relation, when, times: relation.times ?? 1 };
    default:
      return { ...relation, when };
  }
}

/** What one document brings to an audit, before bounds are known. */
interface Source {
  readonly claims: readonly AuditClaim[];
  readonly quantities: readonly AuditQuantity[];
  readonly relations: readonly AuditRelation[];
  readonly assumptions: readonly AuditAssumption[];
  readonly continuations: readonly Continuation[];
}

/**
 * What a quantity can be at all. A rank is 1 or more and a calendar year has four digits, both whole; growth in per cent
 * is above -100; what content calls signed is free, but for its maximum; anything else is more than zero, unless a claim
 * itself says zero or less and content says nothing of it.
 */
function boundsOf(
  variable: string,
  unit: string,
  quantity: AuditQuantity | undefined,
  readings: readonly AuditReading[],
  growth: ReadonlySet<string>,
  units: AuditInput['units'],
): Pick<AuditVariable, 'bounds' | 'whole'> {
  const top = { max: quantity?.max ?? null, maxOpen: false };
  if (growth.has(variable)) return { bounds: { min: -100, minOpen: true, ...top }, whole: false };
  if (quantity?.signed) return { bounds: { ...unbounded, ...top }, whole: false };
  if (unit === 'rank') return { bounds: { min: 1, minOpen: false, ...top }, whole: true };
  if (units[unit]?.grouping === false) {
    return { bounds: { min: 1000, max: 9999, minOpen: false, maxOpen: false }, whole: true };
  }
  const own = readings.map((reading) => reading.intervals.generous);
  if (
    quantity === undefined &&
    own.some(({ max, maxOpen }) => max !== null && (max < 0 || (max === 0 && maxOpen)))
  ) {
    return { bounds: unbounded, whole: false };
  }
  const zero = own.some(({ min, max }) => min === 0 && max === 0);
  return { bounds: { min: 0, minOpen: !zero, ...top }, whole: false };
}

const reasons = {
  units: (variable: string, unit: string, other: string): Text => ({
    nl: `De grootheid ${variable} staat elders in ${other} en hier in ${unit}; die twee zijn niet te vergelijken.`,
    en: `The quantity ${variable} is elsewhere in ${other} and here in ${unit}; the two cannot be compared.`,
  }),
  empty: (): Text => ({
    nl: 'In het interval van deze uitspraak ligt geen enkel getal dat de grootheid kan zijn.',
    en: 'No number that the quantity can be lies in the interval of this claim.',
  }),
  unknown: (qualifier: string): Text => ({
    nl: `Het woord ${qualifier} staat niet in de tabel, dus er is geen interval.`,
    en: `The word ${qualifier} is not in the table, so there is no interval.`,
  }),
} as const;

/** Joins what one or two documents bring: variables with bounds, and the claims that can be compared. */
function joined(
  sources: Source,
  region: Region,
): Pick<AuditInput, 'claims' | 'variables' | 'notEncoded' | 'relations' | 'assumptions' | 'continuations'> {
  const { units } = region;
  const quantities = new Map(sources.quantities.map((q) => [q.variable, q]));
  const relations = [...sources.relations, ...sources.assumptions.map((a) => a.relation)];
  const growth = new Set(relations.flatMap((r) => (r.kind === 'growth' ? [r.growth] : [])));
  const unitOf = new Map(sources.quantities.map((q) => [q.variable as string, q.unit as string]));
  const spoken = new Map<string, AuditReading[]>();
  const speaker = new Map<string, AuditClaim>();
  for (const claim of sources.claims) {
    for (const reading of claim.readings) {
      if (!unitOf.has(reading.variable)) unitOf.set(reading.variable, reading.unit);
      const list = spoken.get(reading.variable);
      if (list) list.push(reading);
      else spoken.set(reading.variable, [reading]);
      if (!speaker.has(reading.variable)) speaker.set(reading.variable, claim);
    }
  }
  const named = [...spoken.keys(), ...unitOf.keys(), ...relations.flatMap(variablesOf)];
  const variables = [...new Set(named)].flatMap((id): AuditVariable[] => {
    const unit = unitOf.get(id);
    if (unit === undefined) return [];
    const quantity = quantities.get(id as AuditQuantity['variable']);
    const title = quantity?.title ?? titleOf(speaker.get(id), id, region);
    return [{ id, title, unit, ...boundsOf(id, unit, quantity, spoken.get(id) ?? [], growth, units) }];
  });
  const known = new Map(variables.map((v) => [v.id, v]));
  const notEncoded: { claim: string; reason: Text }[] = [];
  const claims = sources.claims.map((claim): AuditClaim => {
    const faults = new Map<string, Text>();
    for (const reading of claim.readings) {
      const variable = known.get(reading.variable);
      if (variable !== undefined && variable.unit !== reading.unit) {
        faults.set(reading.id, reasons.units(variable.id, reading.unit, variable.unit));
      } else if (
        variable !== undefined &&
        widths.some((setting) => isEmpty(intersection(reading.intervals[setting], variable.bounds)))
      ) {
        faults.set(reading.id, reasons.empty());
      }
    }
    for (const reason of faults.values()) notEncoded.push({ claim: claim.id, reason });
    return faults.size === 0
      ? claim
      : { ...claim, readings: claim.readings.filter((r) => !faults.has(r.id)) };
  });
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  const continuations = sources.continuations.map(
    ({ claim, of, why }): AuditContinuation => ({
      claim,
      of,
      why,
      differs: differences(byId.get(claim), byId.get(of)),
    }),
  );
  const { relations: own, assumptions } = sources;
  return { claims, variables, notEncoded, relations: own, assumptions, continuations };
}

/** A quantity without a title in content: the indicator of the target that states it in the same unit, else the claim itself. */
function titleOf(claim: AuditClaim | undefined, variable: string, region: Region): Text {
  if (claim === undefined) return { nl: variable, en: variable };
  const target = claim.targets
    .map((id) => region.byId.targets.get(id))
    .find((t) => t?.unit === claim.unit && claim.kind === 'target');
  return target === undefined ? claim.text : must(region.byId.indicators, target.indicator).title;
}

/**
 * In what two claims differ that are said to speak of the same thing, as each is read first. Other readings may take the
 * difference away; the report says which.
 */
function differences(
  claim: AuditClaim | undefined,
  of: AuditClaim | undefined,
): AuditContinuation['differs'] {
  const [own, before] = [claim, of].map((one) => one?.readings.find((reading) => reading.plain));
  return own && before ? differing(own, before) : [];
}

function differing(a: AuditReading, b: AuditReading): AuditContinuation['differs'] {
  const [x, y] = [partsOf(a.variable), partsOf(b.variable)];
  return [
    ...(x.quantity === y.quantity ? [] : (['quantity'] as const)),
    ...(x.entity === y.entity ? [] : (['entity'] as const)),
    ...(a.unit === b.unit ? [] : (['unit'] as const)),
  ];
}

/** The readings of a claim that have an interval; those without one are reported. */
function encoded(
  claim: ReadableClaim,
  sources: ReadingSources,
  notEncoded: { claim: string; reason: Text }[],
): readonly AuditReading[] {
  const readings = readingsOf(claim, sources);
  const known = readings.filter((reading) => reading !== null);
  if (known.length < readings.length) {
    notEncoded.push({ claim: claim.id, reason: reasons.unknown(claim.qualifier) });
  }
  return known;
}

const listOf = (figure: string | readonly string[]): readonly string[] =>
  typeof figure === 'string' ? [figure] : figure;

const readingSources = (region: Region, compared?: ComparedFile): ReadingSources => ({
  qualifiers: region.qualifiers,
  units: region.units,
  targets: region.byId.targets,
  named: new Map(
    [...region.audit.readings, ...(compared?.readings ?? [])].map((r) => [r.claim as string, r.readings]),
  ),
});

function agendaClaims(region: Region, notEncoded: { claim: string; reason: Text }[]): AuditClaim[] {
  const sources = readingSources(region);
  return region.claims.map((claim: RegionClaim) => ({
    id: claim.id,
    kind: claim.kind,
    text: claim.text,
    line: claim.places[0]?.from ?? 1,
    places: claim.places.map(({ from, to }: Lines) => ({ from, to })),
    page: claim.page.number,
    figure: listOf(claim.figure),
    qualifier: claim.qualifier,
    value: claim.value,
    unit: claim.unit,
    targets: claim.targets,
    readings: encoded(claim, sources, notEncoded),
    document: null,
    weight: weights[claim.kind] ?? 1,
  }));
}

const assumptionsOf = (list: Region['audit']['assumptions']): AuditAssumption[] =>
  list.map((assumption) => ({ ...assumption, relation: relationOf(assumption.relation) }));

/**
 * Everything that an audit of a region needs, as plain JSON: its claims with readings and their intervals per setting, the
 * quantities that they speak of with what these can be at all, relations and assumptions, what goes on from what, and
 * what is missing. A claim or reading that cannot be compared is listed with the reason and left out of the arithmetic.
 */
export function auditInput(region: Region): AuditInput {
  const notEncoded: { claim: string; reason: Text }[] = [];
  const parts = joined(
    {
      claims: agendaClaims(region, notEncoded),
      quantities: region.audit.quantities,
      relations: region.audit.relations.map(relationOf),
      assumptions: assumptionsOf(region.audit.assumptions),
      continuations: region.audit.continuations,
    },
    region,
  );
  return {
    region: region.id,
    units: region.units,
    ...parts,
    notEncoded: [...notEncoded, ...parts.notEncoded],
    gaps: gapsOf(region),
    verdicts: region.verdicts.map((verdict) => ({ ...verdict })),
    hash: region.hashes.agenda,
  };
}

/**
 * The same for another document of the region, `compared/<id>.yaml`: its own claims, relations and assumptions alone,
 * to be compared with the agenda by `compareAudits`. Its claims have no line in the agenda: line and page are 0.
 * @returns null where the region has no document of that id
 */
export function comparedInput(region: Region, id: string): AuditInput | null {
  const document = region.compared.find((one) => one.document.id === id);
  if (document === undefined) return null;
  const notEncoded: { claim: string; reason: Text }[] = [];
  const sources = readingSources(region, document);
  const claims = document.claims.flatMap((claim): AuditClaim[] => {
    const intervals = claimIntervals(claim, region.qualifiers);
    if (intervals === null) {
      notEncoded.push({ claim: claim.id, reason: reasons.unknown(claim.qualifier) });
      return [];
    }
    return [
      {
        id: claim.id,
        kind: claim.kind,
        text: claim.text,
        line: 0,
        places: [],
        page: 0,
        figure: [claim.figure],
        qualifier: claim.qualifier,
        value: claim.value,
        unit: claim.unit,
        targets: claim.targets,
        readings: encoded({ ...claim, intervals }, sources, notEncoded),
        document: document.document.id,
        weight: weights[claim.kind] ?? 1,
      },
    ];
  });
  const agenda = agendaClaims(region, []);
  // Units and bounds of quantities of the agenda that its relations name are known from the agenda.
  const parts = joined(
    {
      claims: [...agenda, ...claims],
      quantities: [...region.audit.quantities, ...document.quantities],
      relations: document.relations.map(relationOf),
      assumptions: assumptionsOf(document.assumptions),
      continuations: document.continuations,
    },
    region,
  );
  const own = new Set(claims.map((claim) => claim.id));
  const ownClaims = parts.claims.filter((claim) => own.has(claim.id));
  const spoken = new Set([
    ...ownClaims.flatMap((claim) => claim.readings.map((reading) => reading.variable)),
    ...document.quantities.map((q) => q.variable as string),
    ...[...parts.relations, ...parts.assumptions.map((a) => a.relation)].flatMap(variablesOf),
  ]);
  return {
    region: region.id,
    units: region.units,
    ...parts,
    claims: ownClaims,
    variables: parts.variables.filter((v) => spoken.has(v.id)),
    notEncoded: [...notEncoded, ...parts.notEncoded.filter((n) => own.has(n.claim))],
    gaps: [],
    verdicts: [],
    hash: region.hashes.agenda,
  };
}
