import type { Region } from '../load/region.ts';
import { kindOfNode, type LinkKind } from './kinds.ts';

/** In what capacity one thing names another; `namedBy` reads it the other way round. */
export type LinkAs =
  | 'parent'
  | 'responsible'
  | 'owner'
  | 'partner'
  | 'party'
  | 'payer'
  | 'next-step'
  | 'serves'
  | 'about'
  | 'touches'
  | 'of'
  | 'measured-by'
  | 'stated-by'
  | 'part-of'
  | 'held-back-by'
  | 'agreed-by'
  | 'follows-up'
  | 'excludes'
  | 'needs'
  | 'lies-in'
  | 'held-by';

/** A thing of a region: its kind and its id, or the code of an area. */
export interface Thing {
  readonly kind: LinkKind;
  readonly id: string;
}

/** The other end of a link, and what the link says. */
export interface Link extends Thing {
  readonly as: LinkAs;
}

/** What a thing names, and by what it is named; each in the order of the files. */
export interface Links {
  readonly names: readonly Link[];
  readonly namedBy: readonly Link[];
}

/** Every link of a region, found from both ends. */
export interface LinkIndex {
  /** The links of a thing; empty for one that nothing names and that names nothing. */
  readonly of: (thing: Thing) => Links;
  /** Everything that a link begins or ends at. */
  readonly things: readonly Thing[];
}

/** The parts of a region in which things name each other. */
export type Linked = Pick<
  Region,
  | 'levels'
  | 'nodes'
  | 'targets'
  | 'claims'
  | 'indicators'
  | 'outcomes'
  | 'areas'
  | 'parties'
  | 'registers'
  | 'agreements'
  | 'unknowns'
  | 'measures'
  | 'constraints'
  | 'uncertainties'
  | 'table'
>;

const keyOf = ({ kind, id }: Thing): string => `${kind} ${id}`;

/** Finds a thing by its id; undefined where the region has none. */
type Find = (id: string) => Thing | undefined;

/** Adds links from a thing to each of some others that are there. */
type Add = (from: Thing, to: readonly (Thing | undefined)[], as: LinkAs) => void;

const finder = (kind: LinkKind, ids: Iterable<string>): Find => {
  const known = new Set(ids);
  return (id) => (known.has(id) ? { kind, id } : undefined);
};

const idsOf = (things: readonly { readonly id: string }[]): readonly string[] => things.map(({ id }) => id);

/** How to find things of each sort. */
function finders(region: Linked) {
  const nodes = new Map(
    region.nodes.map((node): [string, Thing] => [
      node.id,
      { kind: kindOfNode(node, region.levels), id: node.id },
    ]),
  );
  const entries = new Map(
    region.registers.flatMap((register) =>
      register.entries.map(({ kind, id }): [string, Thing] => [id, { kind, id }]),
    ),
  );
  return {
    node: (id: string) => nodes.get(id),
    entry: (id: string) => entries.get(id),
    area: finder(
      'area',
      region.areas.map(({ code }) => code),
    ),
    party: finder('party', idsOf(region.parties)),
    target: finder('target', idsOf(region.targets)),
    claim: finder('claim', idsOf(region.claims)),
    indicator: finder('indicator', idsOf(region.indicators)),
    measure: finder('measure', idsOf(region.measures)),
    constraint: finder('constraint', idsOf(region.constraints)),
    agreement: finder('agreement', idsOf(region.agreements)),
    viewpoint: finder('viewpoint', idsOf(region.table.viewpoints)),
  };
}

type Finders = ReturnType<typeof finders>;

/** The tree, its targets, and what the text and the statistics say of them. */
function linkTree(region: Linked, find: Finders, add: Add): void {
  const { node, party, target, claim, indicator, constraint, area, entry } = find;
  for (const { id, parents, owners } of region.nodes) {
    const from = node(id);
    if (from === undefined) continue;
    add(from, parents.map(node), 'parent');
    add(from, owners.map(party), 'responsible');
  }
  const limitsOf = new Map(region.outcomes.map(({ id, limits }) => [id as string, limits]));
  for (const of of region.targets) {
    const from: Thing = { kind: 'target', id: of.id };
    const limits = of.outcome === null ? [] : (limitsOf.get(of.outcome) ?? []);
    add(from, [of.challenge, of.pillar, ...of.ambitions].map(node), 'serves');
    add(from, of.challenges.filter((id) => id !== of.challenge).map(node), 'touches');
    add(from, [indicator(of.indicator)], 'measured-by');
    add(from, of.claims.map(claim), 'stated-by');
    add(from, of.partOf === undefined ? [] : [target(of.partOf)], 'part-of');
    add(
      from,
      limits.map((limit) => constraint(limit.constraint)),
      'held-back-by',
    );
    add(from, [area(of.area)], 'lies-in');
  }
  for (const { id, targets, nodes, entity } of region.claims) {
    const from: Thing = { kind: 'claim', id };
    add(from, [...targets.map(target), ...nodes.map(node)], 'about');
    add(from, [party(entity) ?? entry(entity) ?? node(entity) ?? area(entity)], 'of');
  }
  for (const { id, pillar, area: where } of region.indicators) {
    const from: Thing = { kind: 'indicator', id };
    add(from, pillar === undefined ? [] : [node(pillar)], 'about');
    add(from, where === null ? [] : [area(where)], 'lies-in');
  }
  for (const { id, nodes, targets } of region.unknowns) {
    add({ kind: 'unknown', id }, [...nodes.map(node), ...targets.map(target)], 'about');
  }
}

/** Who does what: measures, constraints, agreements, registers and parties. */
function linkParties(region: Linked, find: Finders, add: Add): void {
  const { node, party, claim, measure, agreement, area } = find;
  for (const { id, owner, partners, nodes, lever, cost } of region.measures) {
    const from: Thing = { kind: 'measure', id };
    add(from, nodes.map(node), 'serves');
    add(from, [party(owner)], 'owner');
    add(from, partners.map(party), 'partner');
    add(from, (cost?.payers ?? []).map(party), 'payer');
    add(from, lever.agreedBy.map(agreement), 'agreed-by');
  }
  for (const { kind, measure: id, other } of region.table.rules) {
    add({ kind: 'measure', id }, [measure(other)], kind);
  }
  for (const { id, owners, nodes } of region.constraints) {
    add({ kind: 'constraint', id }, owners.map(party), 'owner');
    add({ kind: 'constraint', id }, nodes.map(node), 'about');
  }
  for (const { id, parties, owner, nodes, claims } of region.agreements) {
    const from: Thing = { kind: 'agreement', id };
    add(from, parties.map(party), 'party');
    add(from, owner === null ? [] : [party(owner)], 'next-step');
    add(from, nodes.map(node), 'about');
    add(from, claims.map(claim), 'follows-up');
  }
  for (const of of region.registers.flatMap(({ entries }) => entries)) {
    const from: Thing = { kind: of.kind, id: of.id };
    add(from, of.parties.map(party), 'party');
    add(
      from,
      of.money.flatMap(({ payer }) => payersOf(payer).map(party)),
      'payer',
    );
    add(from, of.nodes.map(node), 'serves');
    add(from, of.area === undefined ? [] : [area(of.area)], 'lies-in');
  }
  for (const { id, area: where } of region.parties) {
    add({ kind: 'party', id }, where === undefined ? [] : [area(where)], 'lies-in');
  }
  for (const { id, party: holder } of region.table.viewpoints) {
    add({ kind: 'viewpoint', id }, holder === null ? [] : [party(holder)], 'held-by');
  }
  for (const { id, views } of region.uncertainties) {
    add(
      { kind: 'uncertainty', id },
      views.map(({ by }) => find.viewpoint(by)),
      'held-by',
    );
  }
}

/**
 * Indexes all links between the things of a region. A link is there once per pair and capacity; one to an id that the region does not
 * have is left out, which only `entity` of a claim and `payer` of money can hold: the loader refuses the others.
 */
export function linksTo(region: Linked): LinkIndex {
  const found = new Map<
    string,
    { readonly thing: Thing; readonly names: Link[]; readonly namedBy: Link[] }
  >();
  const at = (thing: Thing) => {
    const key = keyOf(thing);
    const known = found.get(key) ?? { thing, names: [], namedBy: [] };
    found.set(key, known);
    return known;
  };
  const seen = new Set<string>();
  const add: Add = (from, others, as) => {
    for (const to of others) {
      if (to === undefined) continue;
      const key = `${keyOf(from)} ${as} ${keyOf(to)}`;
      if (seen.has(key)) continue;
      seen.add(key);
      at(from).names.push({ kind: to.kind, id: to.id, as });
      at(to).namedBy.push({ kind: from.kind, id: from.id, as });
    }
  };
  const find = finders(region);
  linkTree(region, find, add);
  linkParties(region, find, add);
  const none: Links = { names: [], namedBy: [] };
  return {
    of: (thing) => found.get(keyOf(thing)) ?? none,
    things: [...found.values()].map(({ thing }) => thing),
  };
}

/** The parties that `payer` of a register names; none where it says `unknown`. */
export const payersOf = (payer: string): readonly string[] =>
  payer === 'unknown' ? [] : payer.split(/;\s*/).filter((id) => id !== '');
