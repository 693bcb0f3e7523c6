import { type AuditReading, variablesOf } from '@schaalsprong/agenda/claims';
import { compareTexts, must, type Text } from '@schaalsprong/words';
import { demandedOf, mootTargets, within } from '../facts/dominance.ts';
import {
  type Blocked,
  blockedSets,
  type Domains,
  freeCombinations,
  type Nogood,
  nogoodsAbout,
  nogoodsWithin,
  tellingNogood,
} from '../facts/facts.ts';
import { groupOf, relationOf } from '../facts/facts-logic.ts';
import { noMore, type Search, searchOf, type View, viewOf } from '../facts/facts-search.ts';
import type { Fact, FactContext, Repaired } from '../facts/facts-types.ts';
import { asksOf, kindOf, resultsDocument } from '../facts/kinds.ts';
import { nearSets } from '../facts/near.ts';
import type { EngineOptions } from '../system/oracle.ts';
import {
  type AuditClaim,
  type AuditContinuation,
  type AuditInput,
  type AuditReport,
  type AuditSwitches,
  type Conflict,
  type ConflictKind,
  type RuledOut,
  type Verdict,
  type Width,
  widths,
} from '../types.ts';
import { wordsFor } from '../words/facts-words.ts';
import { impossibleTogether, limitsOf, warningsOf } from '../words/report-words.ts';
import { weightOf } from './weight.ts';

/** Everything by its id, made once for a report. */
interface Lookup {
  readonly claims: ReadonlyMap<string, AuditClaim>;
  readonly place: ReadonlyMap<string, number>;
  readonly asks: ReturnType<typeof asksOf>;
  reading(claim: string, reading: string): AuditReading | undefined;
}

function lookupOf(input: AuditInput): Lookup {
  const claims = new Map(input.claims.map((claim) => [claim.id, claim]));
  return {
    claims,
    place: new Map(input.claims.map((claim, i) => [claim.id, i])),
    asks: asksOf(input),
    reading: (claim, reading) => claims.get(claim)?.readings.find((r) => r.id === reading),
  };
}

/** A fact, and the claims that it is about: more than `taken` where readings are ruled out by different others. */
interface Found {
  readonly fact: Fact;
  readonly claims: readonly string[];
  readonly stake: readonly string[];
  /** a plain reading gets out of it */
  readonly escapes: boolean;
}

/** Most remaining combinations that are listed. */
const mostRemaining = 64;

/** The setting that a search belongs to, and those that are wider. */
const from = (setting: Width): readonly Width[] => widths.slice(widths.indexOf(setting));

/** How wide a reading is taken to be: with one end only is wider than any with two. */
function width(claim: string, reading: string, view: View, by: Lookup, setting: Width): number {
  const found = by.reading(claim, reading);
  if (!found) return 0;
  const { min, max } = view.intervalAt(setting)(claim, reading);
  if (min === null || max === null) return Number.POSITIVE_INFINITY;
  return (max - min) / Math.max(Math.abs(found.value), 1e-12);
}

/** The domains of the claims of a set, widest reading first. */
function domainsOf(
  set: Blocked,
  domains: Domains,
  view: View,
  by: Lookup,
  setting: Width,
): Map<string, readonly string[]> {
  const inOrder = [...set.claims].sort((a, b) => must(by.place, a) - must(by.place, b));
  return new Map(
    inOrder.map((claim) => [
      claim,
      (domains.get(claim) ?? []).toSorted(
        (a, b) => width(claim, b, view, by, setting) - width(claim, a, view, by, setting) || 0,
      ),
    ]),
  );
}

/** Claims at stake: what is to be reached first, then what was agreed, each by id, so that no order of files shows. */
function stakeOf(claims: readonly string[], by: Lookup): string[] {
  const of = (kind: string) => claims.filter((id) => by.claims.get(id)?.kind === kind).toSorted(compareTexts);
  return [...of('target'), ...of('commitment')];
}

/** Targets of the claims at stake, else of all claims. */
function targetsOf(claims: readonly string[], stake: readonly string[], by: Lookup): string[] {
  const of = (ids: readonly string[]) => [...new Set(ids.flatMap((id) => by.claims.get(id)?.targets ?? []))];
  const own = of(stake);
  return own.length > 0 ? own : of(claims);
}

/**
 * The facts of an audit: what is blocked under every plain reading, and the targets that others make moot.
 */
class Finder {
  readonly view: View;
  readonly by: Lookup;
  readonly search: Search;
  readonly context: FactContext;
  readonly words: ReturnType<typeof wordsFor>;
  readonly #searches = new Map<Width, Search>();
  complete: boolean;

  constructor(view: View) {
    this.view = view;
    this.by = lookupOf(view.input);
    this.search = this.under(view.setting);
    this.context = {
      input: view.input,
      setting: view.setting,
      intervalOf: view.intervalAt(view.setting),
    };
    this.words = wordsFor(this.context, (claims) => view.triedOn(claims));
    this.complete = this.search.complete;
  }

  /** The search under a setting, created lazily. */
  under(setting: Width): Search {
    const search = this.#searches.get(setting) ?? searchOf(this.view, setting);
    this.#searches.set(setting, search);
    return search;
  }

  /** True where no combination of readings of the set can hold under the search of a setting. */
  stands(set: Blocked, domains: Domains, search: Search): boolean {
    return blockedSets(nogoodsWithin(search.nogoods, set), domains).sets.length > 0;
  }

  /** The widest setting under which a set is still blocked. */
  widest(set: Blocked, domains: Domains): Width {
    let found: Width = this.view.setting;
    for (const setting of from(this.view.setting).slice(1)) {
      if (!this.stands(set, domains, this.under(setting))) break;
      found = setting;
    }
    return found;
  }

  /** Which readings of a set are still blocked and which combinations remain, within `domains`. */
  readings(
    set: Blocked,
    domains: Domains,
    search: Search,
  ): Pick<Fact, 'readings' | 'everyReading' | 'remaining'> {
    const nogoods = nogoodsWithin(search.nogoods, set);
    const inOrder = [...domains.keys()];
    const several = inOrder.filter((id) => must(this.by.claims, id).readings.length > 1);
    const all = new Map(
      inOrder.map((id) => [id, must(this.by.claims, id).readings.map((reading) => reading.id)]),
    );
    const remaining = freeCombinations(all, nogoods, mostRemaining).map((one) =>
      Object.fromEntries(several.map((id) => [id, must(one, id)])),
    );
    const readings = Object.fromEntries(
      several.map((id) => [
        id,
        must(all, id).filter((reading) => this.stands(set, new Map([...domains, [id, [reading]]]), search)),
      ]),
    );
    return { readings, everyReading: remaining.length === 0, remaining };
  }

  /** Relations in the proof of a set, in the order of the input. */
  relations(nogood: Nogood): string[] {
    const used = new Set(nogood.core.constraints.map(relationOf));
    const { relations, assumptions } = this.view.input;
    return [...relations, ...assumptions.map((a) => a.relation)].flatMap((r) =>
      used.has(r.id) ? [r.id] : [],
    );
  }

  inOrder(assumptions: ReadonlySet<string>): string[] {
    return this.view.input.assumptions.flatMap((a) => (assumptions.has(a.id) ? [a.id] : []));
  }

  documents(claims: readonly string[]): (string | null)[] {
    return claims.map((id) => this.by.claims.get(id)?.document ?? null);
  }

  /**
   * One blocked set as a fact; the id is given later.
   * @param about the claim that it is about, which its arithmetic then speaks of; null for all alike
   */
  fact(
    set: Blocked,
    all: Domains,
    search: Search,
    setting: Width,
    about: string | null = null,
  ): Found | null {
    const domains = domainsOf(set, all, this.view, this.by, setting);
    const nogoods = nogoodsWithin(search.nogoods, set);
    const nogood = tellingNogood(nogoods, domains, about);
    if (!nogood) return null;
    const claims = [...domains.keys()];
    const taken = claims.flatMap((claim) => {
      const reading = nogood.readings.get(claim);
      if (reading === undefined) return [];
      return [
        { claim, reading: reading === noMore ? (this.view.domains.get(claim)?.[0] ?? reading) : reading },
      ];
    });
    const stake = stakeOf(claims, this.by);
    const relations = this.relations(nogood);
    const assumptions = this.inOrder(set.assumptions);
    return {
      claims,
      stake,
      escapes: false,
      fact: {
        id: '',
        kind: kindOf(relations, assumptions, this.view.input, this.by.asks, this.documents(claims)),
        taken,
        assumptions,
        relations,
        core: nogood.core,
        widest: setting === this.view.setting ? this.widest(set, domains) : setting,
        targets: targetsOf(claims, stake, this.by),
        ...this.readings(set, domains, search),
        demands: null,
        continuation: null,
        gap: null,
      },
    };
  }

  /** What cannot hold in any plain reading. */
  conflicts(): { readonly found: Found[]; readonly sets: readonly Blocked[] } {
    const { sets: all, complete } = blockedSets(this.search.nogoods, this.view.domains);
    this.complete &&= complete;
    // Assumptions that cannot hold whatever the claims say are reported as a warning: there is no claim to fix.
    const sets = all.filter((set) => set.claims.size > 0);
    const found = sets.flatMap(
      (set) => this.fact(set, this.view.domains, this.search, this.view.setting) ?? [],
    );
    return { found, sets };
  }

  /**
   * What cannot hold when one claim is read in one of its plain ways, though another way remains: years, meanings, sums that
   * fall short, and what needs an assumption are questions to the author all the same, reported with the readings that remain.
   * What a moot target is reported to fall short of is not reported twice.
   */
  conditional(conflicts: readonly Blocked[], moot: readonly Found[]): Found[] {
    const about = nogoodsAbout(this.search.nogoods);
    const covered = new Set(
      moot.flatMap(({ fact }) =>
        fact.kind === 'dominance' || fact.demands === null ? [] : [fact.demands.claim],
      ),
    );
    return this.view.input.claims.flatMap((claim): Found[] => {
      const plain = this.view.domains.get(claim.id) ?? [];
      if (plain.length < 2 || covered.has(claim.id)) return [];
      return plain.flatMap((reading): Found[] => {
        const own = about.get(claim.id) ?? [];
        const domains = new Map([...this.view.domains, [claim.id, [reading]]]);
        const { sets, complete } = blockedSets(own, domains);
        this.complete &&= complete;
        return (
          sets
            .filter((set) => set.claims.has(claim.id) && !within(set, conflicts))
            .flatMap((set) => this.fact(set, domains, this.search, this.view.setting, claim.id) ?? [])
            // Nothing is called a contradiction that a plain reading gets out of: then that reading is ruled out. Nor do
            // results that are better than one reading of a target fall short of it.
            .filter(
              ({ fact, claims }) =>
                fact.kind !== 'contradiction' && !this.documents(claims).includes(resultsDocument),
            )
            .map((one) => ({ ...one, escapes: true }))
        );
      });
    });
  }

  /** Assumptions that cannot hold together, or not with the relations, in words. */
  impossibleAssumptions(): Text[] {
    const titles = new Map(this.view.input.assumptions.map((a) => [a.id, a.title]));
    return this.search.nogoods
      .filter((nogood) => nogood.readings.size === 0)
      .map((nogood) => impossibleTogether([...nogood.assumptions].flatMap((id) => titles.get(id) ?? [])));
  }

  /** Targets that the rest makes moot. */
  dominance(conflicts: readonly Blocked[]): Found[] {
    const { moot, complete } = mootTargets(this.view, this.search, conflicts);
    this.complete &&= complete;
    return moot.flatMap((one) => {
      const { claim } = one.open;
      const found = this.fact(one.blocked, one.domains, this.search, this.view.setting, claim);
      if (found === null || found.fact.core === null) return [];
      // That results are better than a target asks is no fault of the text.
      if (this.documents(found.claims).includes(resultsDocument)) return [];
      const demands = this.words.demands(found.fact, JSON.stringify([one.open.claim, one.reading]), () =>
        demandedOf(one, found.fact, this.context),
      );
      if (demands === null) return [];
      const asked = found.fact.kind;
      const kind: ConflictKind =
        asked === 'contradiction' || asked === 'contradiction-under-assumption' ? 'dominance' : asked;
      const real = one.reading !== noMore;
      const { core } = found.fact;
      const groups = core.groups.filter((group) => group !== groupOf(one.open.claim, noMore));
      // A target is moot as far as it says 'at least'; what its other reading clashes with is a conflict of its own.
      const readings =
        kind === 'dominance' && found.fact.readings[claim] !== undefined
          ? { readings: { ...found.fact.readings, [claim]: [one.open.reading.id] }, remaining: [] }
          : {};
      return [
        {
          ...found,
          fact: { ...found.fact, ...readings, kind, demands, core: real ? core : { ...core, groups } },
        },
      ];
    });
  }

  /** Readings, plain or not, that the rest of the text rules out, though another remains, where no conflict tells it. */
  ruledOut(conflicts: readonly Blocked[], reported: readonly Found[]): RuledOut[] {
    const moot = new Set(reported.flatMap(({ fact }) => (fact.demands === null ? [] : [fact.demands.claim])));
    const asked = new Set(
      reported.flatMap(({ fact }) =>
        Object.entries(fact.readings).flatMap(([id, readings]) => readings.map((one) => groupOf(id, one))),
      ),
    );
    const about = nogoodsAbout(this.search.nogoods);
    return this.view.input.claims.flatMap((claim): RuledOut[] => {
      const own = about.get(claim.id) ?? [];
      if (claim.readings.length < 2) return [];
      return claim.readings.flatMap((reading): RuledOut[] => {
        if (reading.plain && (moot.has(claim.id) || asked.has(groupOf(claim.id, reading.id)))) return [];
        if (!own.some((nogood) => nogood.readings.get(claim.id) === reading.id)) return [];
        const domains = new Map([...this.view.domains, [claim.id, [reading.id]]]);
        const { sets } = blockedSets(own, domains);
        const [set] = sets
          .filter((one) => one.claims.has(claim.id) && !within(one, conflicts))
          .toSorted((a, b) => a.assumptions.size - b.assumptions.size || a.claims.size - b.claims.size);
        if (set === undefined) return [];
        const found = this.fact(set, domains, this.search, this.view.setting, claim.id);
        if (found === null) return [];
        return [
          {
            claim: claim.id,
            reading: reading.id,
            plain: reading.plain,
            assumptions: found.fact.assumptions,
            claims: found.claims.filter((id) => id !== claim.id),
            arithmetic: this.words.explain(found.fact).arithmetic,
          },
        ];
      });
    });
  }
}

const bySeverity = (a: Found, b: Found): number =>
  Number(a.fact.demands !== null) - Number(b.fact.demands !== null) ||
  Number(a.escapes) - Number(b.escapes) ||
  a.fact.assumptions.length - b.fact.assumptions.length ||
  widths.indexOf(b.fact.widest) - widths.indexOf(a.fact.widest) ||
  Number(b.fact.everyReading) - Number(a.fact.everyReading) ||
  a.claims.length - b.claims.length ||
  compareTexts(a.claims.toSorted(compareTexts).join(' '), b.claims.toSorted(compareTexts).join(' '));

/** Relations that two facts share, and at least half of the claims of the smaller. */
function overlap(a: Found, b: Found): boolean {
  const shared = a.claims.filter((id) => b.claims.includes(id)).length;
  const half = Math.min(a.claims.length, b.claims.length) / 2;
  return shared > 0 && shared >= half && a.fact.relations.some((id) => b.fact.relations.includes(id));
}

/** Whether two facts are equivalent: about the same targets and commitments, or about no target with much overlap. */
const alike = (a: Found, b: Found): boolean =>
  (a.fact.kind === 'dominance') === (b.fact.kind === 'dominance') &&
  (a.stake.length > 0 || b.stake.length > 0 ? keyOf(a) === keyOf(b) : overlap(a, b));

/**
 * Facts that tell the same arithmetic: the same targets and commitments at stake under the same assumptions, or more of them, by
 * other baselines or routes. The one that needs least goes first, the others are its variants.
 */
function clustered(found: readonly Found[]): (readonly [Found, ...Found[]])[] {
  const clusters: [Found, ...Found[]][] = [];
  for (const one of found.toSorted(bySeverity)) {
    const same = clusters.find(
      ([first]) =>
        alike(first, one) && first.fact.assumptions.every((id) => one.fact.assumptions.includes(id)),
    );
    if (same === undefined) clusters.push([one]);
    else if (!same.some((other) => setOf(other) === setOf(one))) same.push(one);
  }
  return clusters;
}

/** Two claims with a choice may lead to one and the same set. */
const setOf = ({ claims, fact }: Found): string =>
  JSON.stringify([claims.toSorted(compareTexts), fact.assumptions]);

const keyOf = ({ stake, claims }: Found): string =>
  (stake.length > 0 ? stake : claims.toSorted(compareTexts)).join('--');

/** Gives each id once: where two facts have the same stake, the later one also names its assumptions, else its number. */
class Ids {
  readonly #taken = new Set<string>();
  give(base: string, assumptions: readonly string[]): string {
    const wishes = [base, ...(assumptions.length > 0 ? [[base, ...assumptions].join('--')] : [])];
    const free = wishes.find((wish) => !this.#taken.has(wish));
    let id = free ?? base;
    for (let nth = 2; this.#taken.has(id); nth++) id = `${base}--${nth}`;
    this.#taken.add(id);
    return id;
  }
}

const nothing: Omit<Fact, 'id' | 'kind' | 'taken' | 'targets'> = {
  assumptions: [],
  relations: [],
  core: null,
  widest: 'generous',
  readings: {},
  everyReading: true,
  remaining: [],
  demands: null,
  continuation: null,
  gap: null,
};

/** A claim in the reading that is looked at first. */
const firstReading = (claim: string, view: View): { claim: string; reading: string } => ({
  claim,
  reading: view.domains.get(claim)?.[0] ?? 'as-written',
});

/** The subject of a reading (quantity, entity and unit), without its period. */
const subjectOf = ({ variable, unit }: AuditReading): string =>
  [...variable.split('@').slice(0, 2), unit].join('@');

/**
 * In which readings a claim and the one that it goes on from speak of something else; null where they do in none of those
 * that the view leaves open.
 */
function continuedReadings(
  { claim, of }: AuditContinuation,
  view: View,
  by: Lookup,
): Pick<Fact, 'readings' | 'everyReading' | 'remaining'> | null {
  const { readings: own } = must(by.claims, claim);
  const { readings: before } = must(by.claims, of);
  const combinations = own.flatMap((a) =>
    before.map((b) => ({ [claim]: a.id, [of]: b.id, apart: subjectOf(a) !== subjectOf(b) })),
  );
  const isOpen = (combination: (typeof combinations)[number]) =>
    [claim, of].every((id) => view.domains.get(id)?.includes(String(combination[id])) === true);
  if (!combinations.some((combination) => combination.apart && isOpen(combination))) return null;
  const several = [claim, of].filter((id) => must(by.claims, id).readings.length > 1);
  const named = (combination: (typeof combinations)[number]) =>
    Object.fromEntries(several.map((id) => [id, String(combination[id])]));
  const remaining = combinations.filter((combination) => !combination.apart).map(named);
  const readings = Object.fromEntries(
    several.map((id) => [
      id,
      must(by.claims, id)
        .readings.map((reading) => reading.id)
        .filter((reading) =>
          combinations.every((combination) => combination.apart || combination[id] !== reading),
        ),
    ]),
  );
  return { readings, everyReading: remaining.length === 0, remaining };
}

/** Continuations that speak of something else, gaps, and what is said twice. */
function wordFacts(view: View, by: Lookup): { readonly fact: Fact; readonly claims: readonly string[] }[] {
  const { input } = view;
  const definitions = input.continuations
    .filter((one) => one.differs.length > 0)
    .flatMap((continuation) => {
      const claims = [continuation.claim, continuation.of];
      const readings = continuedReadings(continuation, view, by);
      if (readings === null) return [];
      const fact: Fact = {
        ...nothing,
        ...readings,
        id: `definition--${claims.join('--')}`,
        kind: 'definition',
        taken: claims.map((claim) => firstReading(claim, view)),
        targets: targetsOf(claims, stakeOf(claims, by), by),
        continuation,
      };
      return { fact, claims };
    });
  const missing = input.gaps.map((gap) => ({
    claims: gap.claims,
    fact: {
      ...nothing,
      id: `missing--${gap.id}`,
      kind: 'missing',
      taken: gap.claims.map((claim) => firstReading(claim, view)),
      targets: gap.targets,
      gap,
    } satisfies Fact,
  }));
  const duplicates = duplicatesOf(view, by).map((claims) => ({
    claims,
    fact: {
      ...nothing,
      id: `duplicate--${[...stakeOf(claims, by), ...claims.filter((c) => !stakeOf(claims, by).includes(c)).toSorted(compareTexts)].join('--')}`,
      kind: 'duplicate',
      taken: claims.map((claim) => firstReading(claim, view)),
      targets: targetsOf(claims, stakeOf(claims, by), by),
    } satisfies Fact,
  }));
  return [...definitions, ...missing, ...duplicates];
}

/** Claims of one quantity, or of quantities that are the same, with the same interval. */
function duplicatesOf(view: View, by: Lookup): string[][] {
  const parent = new Map<string, string>();
  const rootOf = (variable: string): string => {
    const up = parent.get(variable);
    return up === undefined || up === variable ? variable : rootOf(up);
  };
  for (const relation of view.input.relations) {
    if (relation.kind !== 'same' || relation.when.length > 0) continue;
    const [first, ...rest] = relation.of;
    for (const of of rest) if (first !== undefined) parent.set(rootOf(of), rootOf(first));
  }
  const same = new Map<string, string[]>();
  for (const claim of view.input.claims) {
    const [reading] = view.domains.get(claim.id) ?? [];
    const found = reading === undefined ? undefined : by.reading(claim.id, reading);
    if (!found || reading === undefined) continue;
    const interval = view.intervalAt(view.setting)(claim.id, reading);
    const key = JSON.stringify([
      rootOf(found.variable),
      interval.min,
      interval.max,
      interval.minOpen,
      interval.maxOpen,
    ]);
    same.set(key, [...(same.get(key) ?? []), claim.id]);
  }
  return [...same.values()].filter((claims) => claims.length > 1);
}

/** The uniform change that would remove it; for a moot target half of what is demanded beyond its figure. */
function sizeOf(fact: Fact, { epsilon, repairs }: Repaired): number {
  if (epsilon !== null) return epsilon;
  const moot = fact.demands && repairs.find((repair) => repair.claim === fact.demands?.claim);
  return moot ? moot.change / 2 : 0;
}

/** Claims that share a quantity or a relation with another, those that share none, and all. */
function comparedOf(input: AuditInput): { readonly compared: number; readonly alone: number } {
  const related = new Set(
    [...input.relations, ...input.assumptions.map((a) => a.relation)].flatMap(variablesOf),
  );
  const speakers = new Map<string, Set<string>>();
  for (const claim of input.claims) {
    for (const { variable } of claim.readings) {
      speakers.set(variable, (speakers.get(variable) ?? new Set()).add(claim.id));
    }
  }
  const encoded = input.claims.filter((claim) => claim.readings.length > 0);
  const compared = encoded.filter((claim) =>
    claim.readings.some(({ variable }) => related.has(variable) || must(speakers, variable).size > 1),
  ).length;
  return { compared, alone: encoded.length - compared };
}

const accepts = (verdict: Verdict | null): boolean => verdict?.verdict.startsWith('accepted') ?? false;

/**
 * Audits the claims of an agenda against each other: all minimal sets that cannot hold, taken together over readings,
 * reported once per arithmetic fact, in words, with drawing and repairs, by weight. Sound, not complete: a conflict that is reported is real under the
 * readings and assumptions that it names; that nothing is reported proves nothing.
 *
 * - A clash is raised where no combination of plain readings of its claims holds. One that holds as long as a claim is read in
 *   one of its plain ways is raised where it is about years, meanings or a sum that falls short, or needs an assumption; then
 *   `remaining` says which readings get out of it. It is never called a contradiction. Any other reading that the rest
 *   rules out is listed in `ruledOut`.
 * - A target that may be read as 'at least' and of which the rest demands more is moot: `dominance`, or what the relation asks.
 * - The answer depends on the input and the switches only, not on the order of files; `seconds` aside.
 * @param input made by `auditInput`, or its JSON
 * @param switches what a reader chose; what it names and the input does not have is passed over
 * @param options how to search agendas with a very large part that hangs together: see `@schaalsprong/audit/large`
 */
export function audit(
  input: AuditInput,
  switches: AuditSwitches = {},
  options: EngineOptions = {},
): AuditReport {
  const began = performance.now();
  const view = viewOf(input, switches, options);
  const finder = new Finder(view);
  const { by } = finder;
  const { found, sets } = finder.conflicts();
  const moot = finder.dominance(sets);
  const real = [...found, ...moot, ...finder.conditional(sets, moot)];
  const clusters = clustered(real);
  const near = clustered(
    nearSets(view, finder.under('bare'), sets).flatMap((set) => {
      const one = finder.fact(set, view.domains, finder.under('bare'), 'bare');
      return one === null ? [] : [{ ...one, fact: { ...one.fact, kind: 'near' as const } }];
    }),
  ).filter(([first]) => !clusters.some(([other]) => tellsTheSame(first, other)));
  const ids = new Ids();
  const verdicts = new Map(input.verdicts.map((verdict) => [verdict.conflict, verdict]));
  const conflict = (fact: Fact, claims: readonly string[], others: readonly Found[]): Conflict => {
    const words = finder.words.explain(fact);
    const mended = withoutResults(
      finder.words.repairs(
        fact,
        others.map((other) => other.fact),
      ),
      by,
    );
    return {
      id: fact.id,
      kind: fact.kind,
      claims: claims.flatMap((id) => {
        const claim = by.claims.get(id);
        return claim ? [{ id, line: claim.line, value: claim.value, unit: claim.unit }] : [];
      }),
      setting: fact.widest,
      readings: fact.readings,
      everyReading: fact.everyReading,
      remaining: fact.remaining,
      assumptions: fact.assumptions,
      relations: fact.relations,
      targets: fact.targets,
      ...words,
      ...mended,
      weight: weightOf({
        kind: fact.kind,
        setting: fact.widest,
        everyReading: fact.everyReading,
        assumptions: fact.assumptions,
        targets: fact.targets.length,
        size: sizeOf(fact, mended),
      }),
      variants: others.map((other) => ({
        claims: other.claims,
        assumptions: other.fact.assumptions,
        readings: other.fact.readings,
        arithmetic: finder.words.explain(other.fact).arithmetic,
      })),
      gap: fact.gap?.id ?? null,
      verdict: verdicts.get(fact.id) ?? null,
    };
  };
  const arithmetic = [...clusters, ...near].map(([first, ...others]) => {
    const prefix =
      first.fact.kind === 'near' || first.fact.kind === 'dominance' ? `${first.fact.kind}--` : '';
    const id = ids.give(prefix + keyOf(first), first.fact.assumptions);
    return conflict({ ...first.fact, id }, first.claims, others);
  });
  const other = wordFacts(view, by).map(({ fact, claims }) => {
    return conflict({ ...fact, id: ids.give(fact.id, []) }, claims, []);
  });
  const sorted = [...arithmetic, ...other].sort(
    (a, b) =>
      Number(accepts(a.verdict)) - Number(accepts(b.verdict)) ||
      b.weight - a.weight ||
      compareTexts(a.id, b.id),
  );
  const { compared, alone } = comparedOf(input);
  const products = productsOf(finder.search, view);
  return {
    region: input.region,
    setting: view.setting,
    claims: input.claims.length,
    compared,
    alone,
    notEncoded: input.notEncoded,
    conflicts: sorted,
    accepted: sorted.filter((one) => accepts(one.verdict)).length,
    ruledOut: finder.ruledOut(sets, real),
    products,
    complete: finder.complete,
    limits: limitsOf(input, alone, products, finder.complete),
    warnings: [...finder.search.faults, ...finder.impossibleAssumptions(), ...warningsOf(input, sorted)],
    hash: input.hash,
    seconds: (performance.now() - began) / 1000,
  };
}

/** Repairs of what people wrote: what a model computed is not theirs to change. */
function withoutResults(mended: Repaired, by: Lookup): Repaired {
  const isResult = (id: string) => by.claims.get(id)?.document === resultsDocument;
  const repairs = mended.repairs.filter(({ claim }) => !isResult(claim));
  if (!mended.repair.some(({ claim }) => isResult(claim))) return { ...mended, repairs };
  const [least] = repairs.toSorted((a, b) => a.change - b.change);
  return {
    ...mended,
    repairs,
    repair: least ? [{ claim: least.claim, from: least.from, to: least.to }] : [],
  };
}

/** A near set with the same stake as a conflict, or with less: that conflict explains it in full. */
function tellsTheSame(near: Found, other: Found): boolean {
  if (near.stake.length > 0) return near.stake.every((id) => other.claims.includes(id));
  return near.claims.every((id) => other.claims.includes(id));
}

const hardness = ['known-factor', 'mccormick', 'branch', 'not-encoded'] as const;

/** How each relation with a product of unknowns was taken: the hardest of its constraints. */
function productsOf({ products }: Search, view: View): AuditReport['products'] {
  const off = new Set(
    view.input.assumptions.filter((a) => !view.assumptions.includes(a.id)).map((a) => a.relation.id),
  );
  const of = new Map<string, (typeof hardness)[number]>();
  for (const { id, encoding } of products) {
    const relation = relationOf(id);
    if (off.has(relation)) continue;
    const before = of.get(relation) ?? 'known-factor';
    of.set(relation, hardness.indexOf(encoding) > hardness.indexOf(before) ? encoding : before);
  }
  return [...of].map(([relation, encoding]) => ({ relation, encoding }));
}
