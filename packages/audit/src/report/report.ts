import { variablesOf } from '@schaalsprong/agenda/claims';
import { compareTexts, must } from '@schaalsprong/words';
import { relationOf } from '../facts/facts-logic.ts';
import { type Search, type View, viewOf } from '../facts/facts-search.ts';
import type { Fact, Repaired } from '../facts/facts-types.ts';
import { resultsDocument } from '../facts/kinds.ts';
import { nearSets } from '../facts/near.ts';
import type { EngineOptions } from '../system/oracle.ts';
import type { AuditInput, AuditReport, AuditSwitches, Conflict, Verdict } from '../types.ts';
import { limitsOf, warningsOf } from '../words/report-words.ts';
import { Finder } from './finder.ts';
import { clustered, type Found, Ids, keyOf, type Lookup, tellsTheSame } from './found.ts';
import { weightOf } from './weight.ts';
import { wordFacts } from './word-facts.ts';

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
