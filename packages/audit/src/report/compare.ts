import { type Interval, isEmpty, type Text } from '@schaalsprong/words';
import { resultsDocument } from '../facts/kinds.ts';
import type {
  AuditClaim,
  AuditInput,
  AuditReport,
  AuditSwitches,
  AuditVariable,
  Conflict,
  Width,
} from '../types.ts';
import { audit } from './report.ts';

/** In what a claim differs between two documents. */
export interface ChangedClaim {
  readonly claim: string;
  readonly from: AuditClaim;
  readonly to: AuditClaim;
  readonly what: readonly ('value' | 'interval' | 'unit' | 'horizon' | 'kind' | 'quantity')[];
}

/** Difference between two agendas, or two versions of one. */
export interface Comparison {
  /** claims of the second that the first does not have */
  readonly added: readonly AuditClaim[];
  /** claims of the first that the second, a newer version of it, does not have; none where it is another document */
  readonly gone: readonly AuditClaim[];
  readonly changed: readonly ChangedClaim[];
  /** both laid together, audited; claims of the second have their document set */
  readonly together: AuditReport;
  /** conflicts of both together that neither has alone */
  readonly conflicts: readonly Conflict[];
  /** what both were audited as, for the page and for exports */
  readonly input: AuditInput;
}

/** How claims of the two documents are kept apart and joined. */
export interface CompareOptions {
  /** name of the second document; that of its claims, else its hash, by default */
  readonly document?: string;
  /**
   * `versions`: the second replaces the first, so claims with the same id are one claim that may have changed, and are not
   * compared with each other. `documents`: both hold at once. By default `versions` where they share ids of claims.
   */
  readonly as?: 'versions' | 'documents';
  readonly switches?: AuditSwitches;
}

const settingsOf: readonly Width[] = ['bare', 'default', 'generous'];

const sameInterval = (a: Interval, b: Interval): boolean =>
  a.min === b.min && a.max === b.max && a.minOpen === b.minOpen && a.maxOpen === b.maxOpen;

/** Quantity with entity, and the time behind it. */
const split = (variable: string): { readonly what: string; readonly when: string } => {
  const [quantity = '', entity = '', when = ''] = variable.split('@');
  return { what: `${quantity}@${entity}`, when };
};

function changes(from: AuditClaim, to: AuditClaim): ChangedClaim['what'] {
  const [a, b] = [from.readings[0], to.readings[0]];
  // a claim that content could not read as a quantity has no readings: its quantity is empty
  const [x, y] = [split(a?.variable ?? ''), split(b?.variable ?? '')];
  const intervals =
    a && b
      ? settingsOf.every((setting) => sameInterval(a.intervals[setting], b.intervals[setting]))
      : a === b;
  return [
    ...(from.value === to.value ? [] : (['value'] as const)),
    ...(intervals && from.readings.length === to.readings.length ? [] : (['interval'] as const)),
    ...(from.unit === to.unit ? [] : (['unit'] as const)),
    ...(x.when === y.when ? [] : (['horizon'] as const)),
    ...(from.kind === to.kind ? [] : (['kind'] as const)),
    ...(x.what === y.what ? [] : (['quantity'] as const)),
  ];
}

const byId = <T extends { readonly id: string }>(list: readonly T[]): Map<string, T> =>
  new Map(list.map((one) => [one.id, one]));

/** The first list, and what the second has besides. */
const united = <T extends { readonly id: string }>(a: readonly T[], b: readonly T[]): T[] => [
  ...a,
  ...b.filter((one) => !byId(a).has(one.id)),
];

/**
 * Two inputs as one: quantities of the same name are the same quantity. Claims of the second have `document` set; one
 * whose id the first has too gets the document before its id, and so do the `when` of the second's own relations.
 */
export function joinedInput(a: AuditInput, b: AuditInput, document: string): AuditInput {
  const own = byId(a.claims);
  const renamed = new Map(
    b.claims.map((claim) => [claim.id, own.has(claim.id) ? `${document}-${claim.id}` : claim.id]),
  );
  const name = (id: string): string => renamed.get(id) ?? id;
  const units = byId(a.variables);
  const notEncoded: { claim: string; reason: Text }[] = [];
  const claims = b.claims.map((claim): AuditClaim => {
    const readings = claim.readings.filter((reading) => {
      const other = units.get(reading.variable);
      return other === undefined || other.unit === reading.unit;
    });
    if (readings.length < claim.readings.length) {
      notEncoded.push({
        claim: name(claim.id),
        reason: {
          nl: 'Het andere document geeft deze grootheid in een andere eenheid.',
          en: 'The other document gives this quantity in another unit.',
        },
      });
    }
    return { ...claim, id: name(claim.id), document: claim.document ?? document, readings };
  });
  const relation = <T extends AuditInput['relations'][number]>(one: T): T => ({
    ...one,
    when: one.when.map((w) => ({ ...w, claim: name(w.claim) })),
  });
  // A bound of either holds for both: the first is kept, since both speak of the same quantity.
  return {
    ...a,
    claims: [...a.claims, ...claims],
    variables: united(a.variables, b.variables),
    relations: united(a.relations, b.relations.map(relation)),
    assumptions: united(
      a.assumptions,
      b.assumptions.map((one) => ({ ...one, relation: relation(one.relation) })),
    ),
    continuations: [
      ...a.continuations,
      ...b.continuations
        .map((one) => ({ ...one, claim: name(one.claim), of: name(one.of) }))
        .filter((one) => !a.continuations.some((x) => x.claim === one.claim && x.of === one.of)),
    ],
    notEncoded: [
      ...a.notEncoded,
      ...b.notEncoded.map((n) => ({ ...n, claim: name(n.claim) })),
      ...notEncoded,
    ],
    hash: a.hash === b.hash ? a.hash : `${a.hash}+${b.hash}`,
  };
}

/**
 * What stays of the first when the second replaces it: its claims are those of the second where both have them. Both
 * versions' relations hold.
 */
function withoutReplaced(a: AuditInput, b: AuditInput): AuditInput {
  const newer = byId(b.claims);
  return { ...a, claims: a.claims.filter((claim) => !newer.has(claim.id)) };
}

/**
 * Compares two agendas, or two versions of one: which claims came, went and changed, and which conflicts the
 * two together have that neither has alone. Quantities of the same name are taken to be the same. A conflict
 * counts as new where no conflict of either alone has the same claims at stake and the same kind.
 */
export function compareAudits(a: AuditInput, b: AuditInput, options: CompareOptions = {}): Comparison {
  const { switches = {} } = options;
  const document = options.document ?? b.claims.find((claim) => claim.document !== null)?.document ?? 'other';
  const [older, newer] = [byId(a.claims), byId(b.claims)];
  const shared = [...older.keys()].some((id) => newer.has(id));
  const versions = options.as === undefined ? shared : options.as === 'versions';
  const input = joinedInput(versions ? withoutReplaced(a, b) : a, b, document);
  const together = audit(input, switches);
  const named = new Map(input.claims.map((claim) => [claim.id, claim]));
  const plain = (id: string): string =>
    id.startsWith(`${document}-`) && named.has(id) ? id.slice(document.length + 1) : id;
  const known = new Set([...audit(a, switches).conflicts, ...audit(b, switches).conflicts].map(keyOf));
  return {
    added: b.claims.filter((claim) => !older.has(claim.id)),
    gone: versions ? a.claims.filter((claim) => !newer.has(claim.id)) : [],
    changed: b.claims.flatMap((to): ChangedClaim[] => {
      const from = older.get(to.id);
      const what = from === undefined ? [] : changes(from, to);
      return from === undefined || what.length === 0 ? [] : [{ claim: to.id, from, to, what }];
    }),
    together,
    conflicts: together.conflicts.filter(
      (conflict) =>
        conflict.kind !== 'missing' &&
        !known.has(keyOf(conflict)) &&
        !known.has(keyOf({ ...conflict, claims: conflict.claims.map((c) => ({ ...c, id: plain(c.id) })) })),
    ),
    input,
  };
}

const keyOf = ({ kind, claims, assumptions }: Pick<Conflict, 'kind' | 'claims' | 'assumptions'>): string =>
  JSON.stringify([kind, claims.map((claim) => claim.id).toSorted(), assumptions.toSorted()]);

/** A result of a model, a scenario or a measurement for a quantity of the agenda. */
export interface Result {
  readonly variable: string;
  readonly interval: Interval;
  /** where it comes from, as readers see it */
  readonly label: Text;
}

/**
 * The input with results of a model or a scenario as further claims, under all settings as wide as they are given: what
 * they say of a quantity then clashes with what the text says of it. Their ids are `result-` and the
 * quantity. A result about a quantity that no claim or relation knows is listed as not encoded, so is an empty one.
 */
export function withResults(input: AuditInput, results: readonly Result[]): AuditInput {
  const variables = byId<AuditVariable>(input.variables);
  const taken = new Set(input.claims.map((claim) => claim.id));
  const notEncoded: { claim: string; reason: Text }[] = [];
  const claims = results.flatMap(({ variable, interval, label }): AuditClaim[] => {
    const base = `result-${variable.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`;
    let id = base;
    for (let nth = 2; taken.has(id); nth++) id = `${base}-${nth}`;
    taken.add(id);
    const known = variables.get(variable);
    if (known === undefined) {
      notEncoded.push({
        claim: id,
        reason: {
          nl: `De agenda spreekt nergens van ${variable}, dus er is niets om mee te vergelijken.`,
          en: `The agenda nowhere speaks of ${variable}, so there is nothing to compare with.`,
        },
      });
      return [];
    }
    if (isEmpty(interval)) {
      notEncoded.push({
        claim: id,
        reason: { nl: 'In dit interval ligt geen enkel getal.', en: 'No number lies in this interval.' },
      });
      return [];
    }
    const { min, max } = interval;
    const value = min === null ? (max ?? 0) : max === null ? min : Number(((min + max) / 2).toPrecision(12));
    return [
      {
        id,
        kind: 'forecast',
        text: label,
        line: 0,
        places: [],
        page: 0,
        figure: [],
        qualifier: 'none',
        value,
        unit: known.unit,
        targets: [],
        readings: [
          {
            id: 'as-computed',
            title: { nl: 'zoals berekend', en: 'as computed' },
            plain: true,
            variable,
            value,
            unit: known.unit,
            intervals: { bare: interval, default: interval, generous: interval },
          },
        ],
        document: resultsDocument,
        weight: 1,
      },
    ];
  });
  return { ...input, claims: [...input.claims, ...claims], notEncoded: [...input.notEncoded, ...notEncoded] };
}
