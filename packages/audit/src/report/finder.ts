import { must, type Text } from '@schaalsprong/words';
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
import { noMore, type Search, searchOf, type View } from '../facts/facts-search.ts';
import type { Fact, FactContext } from '../facts/facts-types.ts';
import { kindOf, resultsDocument } from '../facts/kinds.ts';
import { type ConflictKind, type RuledOut, type Width, widths } from '../types.ts';
import { wordsFor } from '../words/facts-words.ts';
import { impossibleTogether } from '../words/report-words.ts';
import { type Found, type Lookup, lookupOf, stakeOf, targetsOf } from './found.ts';

/** Most remaining combinations that are listed. */
const mostRemaining = 64;

/** The setting that a search belongs to, and those that are wider. */
export const from = (setting: Width): readonly Width[] => widths.slice(widths.indexOf(setting));

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

/**
 * The facts of an audit: what is blocked under every plain reading, and the targets that others make moot.
 */
export class Finder {
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
