import { must } from '@schaalsprong/words';
import type { Logic } from '../system/logic.ts';
import { Builder, closed } from './builder.ts';
import { type Block, type PlantKind, plantKinds, plants } from './plants.ts';

/** Size and shape of a generated agenda. */
export interface SyntheticOptions {
  /** how many claims at least; the last block is made whole, so there may be some twenty more */
  readonly claims: number;
  readonly seed: number;
  /** one connected component, or one per block of some 25 claims */
  readonly shape: 'connected' | 'scattered';
  /** how many of the blocks carry a planted conflict, as a part of 1; 0.5 by default */
  readonly planted?: number;
  /** which sorts, in turn; all by default */
  readonly kinds?: readonly PlantKind[];
}

/** A generated agenda with its known minimal sets. */
export interface SyntheticAgenda {
  readonly logic: Logic;
  readonly claims: number;
  /** The minimal sets that cannot all hold, all of them, by the ids of their groups. */
  readonly planted: readonly { readonly kind: PlantKind; readonly groups: readonly string[] }[];
  /** A point at which everything holds that was not planted, by variable. */
  readonly truth: ReadonlyMap<string, number>;
}

/**
 * One block: an area with its homes by subarea, homes built by year, jobs, industry, gross value added, growth, a
 * ratio, and dates. Every claim is derived from one hidden state, so the agenda is consistent.
 */
function block(
  make: Builder,
  truth: Map<string, number>,
  id: string,
  options: { readonly loose: boolean; readonly loosePace: boolean },
): Block {
  const known = (name: string, value: number, whole = false, max?: number): string => {
    const variable = make.variable(`${id}-${name}`, { whole, ...(max === undefined ? {} : { max }) });
    truth.set(variable, value);
    return variable;
  };
  const at = (variable: string): number => must(truth, variable);
  const claim = (variable: string): string => make.claim(variable, at(variable));

  const homes = [1, 2, 3, 4].map((n) => known(`homes-${n}`, make.integer(2_000, 20_000), true));
  homes.push(known('homes-5', make.integer(60_000, 80_000), true));
  const total = known(
    'homes',
    homes.reduce((sum, home) => sum + at(home), 0),
    true,
  );
  make.sum(total, homes);
  // where the last subarea is not given, each of the others can be moved without the rest of the text knowing
  const homeClaims = homes.slice(0, options.loose ? 4 : 5).map(claim);
  claim(total);

  const years = [1, 2, 3, 4].map((n) => known(`built-${n}`, make.integer(200, 900), true));
  const built = known(
    'built',
    years.reduce((sum, year) => sum + at(year), 0),
    true,
  );
  make.sum(built, years);
  const yearClaims = years.map(claim);
  const before = known('homes-before', at(total) - at(built), true);
  make.difference(before, total, built);

  const start = known('start', make.integer(2024, 2030), true, 9999);
  const duration = known('duration', make.integer(3, 9), true);
  const end = known('end', at(start) + at(duration), true, 9999);
  make.difference(start, end, duration);
  make.claim(start, closed(at(start), at(start)));
  make.claim(duration, closed(at(duration) - 1, at(duration) + 1));
  make.claim(end, closed(null, at(end) + 1));
  const pace = known('pace', at(built) / at(duration));
  make.product(built, pace, duration);
  if (!options.loosePace) {
    claim(before);
    claim(built);
    claim(pace);
  }

  const jobs = known('jobs', make.integer(10_000, 60_000), true);
  const industry = known('industry', Math.round(at(jobs) * make.between(0.1, 0.3)), true);
  const share = known('industry-share', (100 * at(industry)) / at(jobs), false, 100);
  make.product(industry, share, jobs, 0.01);
  const business = known('business-jobs', Math.round(at(jobs) * make.between(0.7, 0.9)), true);
  const businessShare = known('industry-share-of-business', (100 * at(industry)) / at(business), false, 100);
  make.product(industry, businessShare, business, 0.01);
  make.order(business, jobs);
  claim(jobs);
  claim(industry);
  make.choice(`${id}-share`, {
    'of-all-jobs': [share, at(share)],
    'of-business': [businessShare, at(businessShare)],
  });

  const perJob = known('value-per-job', make.between(70, 140));
  const value = known('value', 0.001 * at(perJob) * at(jobs));
  make.product(value, perJob, jobs, 0.001);
  claim(perJob);
  claim(value);

  const jobsLater = known('jobs-later', Math.round(at(jobs) * make.between(1.05, 1.3)), true);
  const growth = make.variable(`${id}-growth`, { min: -100 });
  truth.set(growth, 100 * (at(jobsLater) / at(jobs) - 1));
  make.product(jobsLater, jobs, growth, 0.01, 100);
  claim(growth);
  // two readings that exclude each other, each of which the rest allows: no conflict, since only one can be meant
  const spare = known('visitors', make.between(10_000, 20_000));
  make.order(spare, jobs, 20);
  make.choice(`${id}-visitors`, { 'per-year': [spare, at(spare)], 'per-decade': [spare, at(spare) * 5] });
  make.choice(`${id}-jobs-later`, {
    exactly: [jobsLater, at(jobsLater)],
    'at-least': [jobsLater, closed(Math.floor(at(jobsLater) * 0.98), null)],
  });

  const perHome = known('jobs-per-home', at(jobs) / at(total));
  make.product(jobs, perHome, total);
  claim(perHome);

  return { id, homes, homeClaims, total, years, yearClaims, built, start, jobs, at };
}

/** Totals of eight at a time, up to one; each is claimed too. */
function tree(make: Builder, truth: Map<string, number>, leaves: readonly string[]): void {
  let level = leaves;
  for (let height = 1; level.length > 1; height += 1) {
    const next: string[] = [];
    for (let from = 0; from < level.length; from += 8) {
      const parts = level.slice(from, from + 8);
      const whole = make.variable(`total-${height}-${next.length + 1}`, { whole: true });
      truth.set(
        whole,
        parts.reduce((sum, part) => sum + must(truth, part), 0),
      );
      make.sum(whole, parts);
      make.claim(whole, must(truth, whole));
      next.push(whole);
    }
    level = next;
  }
}

/**
 * An agenda of any size whose minimal conflicts are known beforehand: blocks of claims about one hidden state, bound
 * together by a tree of totals and by comparisons, and conflicts of each sort planted where the rest of the text
 * leaves the quantities free, so that no other minimal set comes with them. The same options give the same agenda.
 *
 * @example
 * ```ts
 * import { syntheticAgenda } from '@schaalsprong/audit/synthetic';
 *
 * const { logic, planted } = syntheticAgenda({ claims: 25, seed: 1, shape: 'scattered', planted: 1, kinds: ['sum'] });
 * // What an audit of this logic must find, and nothing else.
 * planted.map(({ kind }) => kind); // => ['sum']
 * logic.constraints.length > 25; // => true
 * ```
 */
export function syntheticAgenda({
  claims,
  seed,
  shape,
  planted: part = 0.5,
  kinds = plantKinds,
}: SyntheticOptions): SyntheticAgenda {
  const make = new Builder(seed);
  const truth = new Map<string, number>();
  const planted: { kind: PlantKind; groups: readonly string[] }[] = [];
  const blocks: Block[] = [];
  let due = 0;
  let nth = 0;
  let previousLoose: Block | undefined;
  // the tree adds about one claim for seven blocks
  const needed = shape === 'connected' ? claims - claims / 200 : claims;
  while (make.claims < needed) {
    due += part;
    const kind = due >= 1 ? kinds[nth % kinds.length] : undefined;
    const plant = kind === undefined ? undefined : plants[kind];
    const made = block(make, truth, `b${blocks.length + 1}`, {
      loose:
        plant?.needs === 'loose-homes' || plant?.needs === 'loose-homes-twice' || blocks.length % 3 === 0,
      loosePace: plant?.needs === 'loose-pace',
    });
    const before = blocks.at(-1);
    if (shape === 'connected' && before !== undefined) {
      const ratio = made.at(made.jobs) / before.at(before.jobs);
      make.order(made.jobs, before.jobs, Math.ceil(ratio * 3));
    }
    blocks.push(made);
    if (kind === undefined || plant === undefined) {
      // only blocks without a planted conflict of their own are the other end of one far away
      if (made.homeClaims.length === 4) previousLoose = made;
      continue;
    }
    if (plant.needs === 'loose-homes-twice' && (previousLoose === undefined || shape === 'scattered')) {
      previousLoose = made;
      nth += 1;
      continue;
    }
    due -= 1;
    nth += 1;
    for (const groups of plant.plant(make, made, previousLoose ?? made)) planted.push({ kind, groups });
    if (plant.needs === 'loose-homes-twice') previousLoose = undefined;
  }
  if (shape === 'connected')
    tree(
      make,
      truth,
      blocks.map((b) => b.total),
    );
  return { logic: make.logic, claims: make.claims, planted, truth };
}
