import type { AuditReading, Qualifiers } from '@schaalsprong/agenda/claims';
import type { AuditInput } from '@schaalsprong/audit';
import type { Text, Units } from '@schaalsprong/words';

/** A claim of the agenda, as far as a sentence is compared with it. */
export interface LedgerClaim {
  readonly id: string;
  readonly text: Text;
  readonly kind: string;
  readonly entity: string;
  readonly value: number;
  readonly qualifier: string;
  readonly unit: string;
  readonly period?: string | undefined;
  readonly horizon?: string | undefined;
  readonly targets: readonly string[];
}

/** Something that is counted or aimed at, with its name. */
export interface LedgerThing {
  readonly id: string;
  readonly title: Text;
}

/** A target, with what measures it. */
export interface LedgerTarget extends LedgerThing {
  readonly indicator: string;
}

/** An area that a sentence may name. */
export interface LedgerArea {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
}

/** All that a sentence is compared with. */
export interface Ledger {
  readonly claims: readonly LedgerClaim[];
  readonly targets: readonly LedgerTarget[];
  readonly indicators: readonly LedgerThing[];
  readonly areas: readonly LedgerArea[];
  /** the area of the region itself, and its names */
  readonly area: string;
  readonly names: readonly string[];
  /** year of publication: a later year in a sentence is a horizon */
  readonly published: number;
  readonly units: Units;
  readonly qualifiers: Qualifiers;
  /** by claim its readings, of the audit */
  readonly readings: ReadonlyMap<string, readonly AuditReading[]>;
  /** by claim those that count the whole of which it counts a part */
  readonly wholes: ReadonlyMap<string, ReadonlySet<string>>;
}

/** A region as the ledger is made of it: the answer of the server, or the content itself. */
export interface LedgerSource {
  readonly region: {
    readonly title: Text;
    readonly area: string;
    readonly document: { readonly published: string };
    readonly units: Units;
    readonly qualifiers: Qualifiers;
  };
  readonly claims: readonly LedgerClaim[];
  readonly targets: readonly LedgerTarget[];
  readonly indicators: readonly LedgerThing[];
  readonly areas: readonly LedgerArea[];
  /** input of the audit: claims with their readings, and how quantities hang together */
  readonly audit: Pick<AuditInput, 'claims' | 'relations'>;
}

/** What a region is called in running text: its title, the title without `region`, and simply `the region`. */
const namesOf = ({ nl, en }: Text): readonly string[] => [
  nl,
  en,
  nl.replace(/\s*regio$/i, ''),
  en.replace(/\s*region$/i, ''),
  'regio',
  'region',
];

/** By claim the claims about a quantity that its own is a part of, in a sum. */
function wholesOf({ claims, relations }: LedgerSource['audit']): ReadonlyMap<string, ReadonlySet<string>> {
  const wholes = new Map<string, Set<string>>();
  for (const relation of relations) {
    if (relation.kind !== 'sum') continue;
    for (const { of } of relation.parts) wholes.set(of, (wholes.get(of) ?? new Set()).add(relation.whole));
  }
  const speakers = new Map<string, string[]>();
  for (const { id, readings } of claims)
    for (const { variable } of readings) speakers.set(variable, [...(speakers.get(variable) ?? []), id]);
  return new Map(
    claims.map(({ id, readings }) => [
      id,
      new Set(
        readings
          .flatMap(({ variable }) => [...(wholes.get(variable) ?? [])])
          .flatMap((whole) => speakers.get(whole) ?? []),
      ),
    ]),
  );
}

/** Makes a ledger of a region and its audit. */
export function makeLedger({ region, claims, targets, indicators, areas, audit }: LedgerSource): Ledger {
  return {
    claims,
    targets,
    indicators,
    areas,
    area: region.area,
    names: namesOf(region.title).filter((name) => name !== ''),
    published: Number(region.document.published.slice(0, 4)),
    units: region.units,
    qualifiers: region.qualifiers,
    readings: new Map(audit.claims.map(({ id, readings }) => [id, readings])),
    wholes: wholesOf(audit),
  };
}
