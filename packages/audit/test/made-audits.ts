import type { AuditReading } from '@schaalsprong/agenda/claims';
import type { Interval } from '@schaalsprong/words';
import fc from 'fast-check';
import { logicOf, readingOf, relationOf } from '../src/facts/facts-logic.ts';
import type { Fact, FactContext } from '../src/facts/facts-types.ts';
import { createEngine } from '../src/search/engine.ts';
import type { AuditAssumption, AuditClaim, AuditInput, AuditRelation, Width } from '../src/types.ts';

/** Made-up audits for tests: short forms of claims and relations, filled in to what the audit hands over. */

export const units: AuditInput['units'] = {
  'eur-bn': {
    title: { nl: 'miljard euro', en: 'thousand million euros' },
    symbol: { nl: 'EUR {n} mld', en: 'EUR {n} bn' },
    decimals: 2,
    scale: 1,
    grouping: true,
  },
  percent: {
    title: { nl: 'procent', en: 'per cent' },
    symbol: { nl: '%', en: '%' },
    decimals: 1,
    scale: 1,
    grouping: true,
  },
  jobs: {
    title: { nl: 'banen', en: 'jobs' },
    symbol: { nl: 'banen', en: 'jobs' },
    decimals: 0,
    scale: 1,
    grouping: true,
  },
  homes: {
    title: { nl: 'woningen', en: 'homes' },
    symbol: { nl: 'woningen', en: 'homes' },
    decimals: 0,
    scale: 1,
    grouping: true,
  },
  year: {
    title: { nl: 'jaartal', en: 'calendar year' },
    symbol: { nl: '', en: '' },
    decimals: 0,
    scale: 1,
    grouping: false,
  },
};

export const span = (min: number | null, max: number | null, minOpen = false, maxOpen = false): Interval => ({
  min,
  max,
  minOpen,
  maxOpen,
});

const positive = span(0, null, true);

export interface SmallClaim {
  readonly id: string;
  readonly of: string;
  readonly value: number;
  readonly unit: string;
  readonly interval: Interval;
  readonly line?: number;
  readonly kind?: string;
  readonly qualifier?: string;
  readonly weight?: number;
  readonly targets?: readonly string[];
  readonly readings?: readonly Partial<AuditReading>[];
  readonly bare?: Interval;
}

export const claim = (c: SmallClaim, nth: number): AuditClaim => {
  const reading = {
    id: 'as-written',
    title: { nl: 'zoals het er staat', en: 'as written' },
    plain: true,
    variable: c.of,
    value: c.value,
    unit: c.unit,
    intervals: { bare: c.bare ?? c.interval, default: c.interval, generous: c.interval },
  };
  return {
    id: c.id,
    kind: c.kind ?? 'fact',
    text: { nl: `De tekst zegt iets over ${c.id}.`, en: `The text says something of ${c.id}.` },
    line: c.line ?? 10 * (nth + 1),
    places: [{ from: c.line ?? 10 * (nth + 1), to: c.line ?? 10 * (nth + 1) }],
    page: 3,
    figure: [String(c.value)],
    qualifier: c.qualifier ?? 'none',
    value: c.value,
    unit: c.unit,
    targets: c.targets ?? [],
    readings: c.readings ? c.readings.map((r) => ({ ...reading, ...r })) : [reading],
    document: null,
    weight: c.weight ?? 1,
  };
};

type WithoutBase<T> = T extends unknown ? Omit<T, 'why' | 'asks' | 'when' | 'places'> : never;
export const relation = (
  r: WithoutBase<AuditRelation>,
  asks: AuditRelation['asks'] = 'contradiction',
): AuditRelation => ({ ...r, why: { nl: 'zo', en: 'so' }, asks, when: [], places: [] });

export const assumption = (id: string, of: AuditRelation, title?: string): AuditAssumption => ({
  id,
  title: { nl: title ?? `Aanname ${id}`, en: `Assumption ${id}` },
  why: { nl: 'daarom', en: 'because' },
  on: true,
  relation: of,
});

export function made(parts: {
  readonly claims: readonly SmallClaim[];
  readonly relations?: readonly AuditRelation[];
  readonly assumptions?: readonly AuditAssumption[];
  readonly bounds?: Readonly<Record<string, Interval>>;
  readonly whole?: readonly string[];
  readonly unit?: Readonly<Record<string, string>>;
}): AuditInput {
  const claims = parts.claims.map(claim);
  const relations = parts.relations ?? [];
  const assumptions = parts.assumptions ?? [];
  const ids = new Set<string>();
  const unit = new Map<string, string>(Object.entries(parts.unit ?? {}));
  for (const c of claims)
    for (const r of c.readings) {
      ids.add(r.variable);
      unit.set(r.variable, r.unit);
    }
  for (const r of [...relations, ...assumptions.map((a) => a.relation)]) {
    const of =
      r.kind === 'sum'
        ? [r.whole, ...r.parts.map((p) => p.of)]
        : r.kind === 'share'
          ? [r.part, r.whole, r.share]
          : r.kind === 'growth'
            ? [r.from, r.to, r.growth]
            : r.kind === 'product'
              ? [r.product, ...r.factors]
              : r.kind === 'order'
                ? [r.smaller, r.larger]
                : r.kind === 'same'
                  ? r.of
                  : [r.from, r.to, r.is];
    for (const id of of) ids.add(id);
  }
  return {
    region: 'made-up',
    units,
    claims,
    notEncoded: [],
    variables: [...ids].map((id) => ({
      id,
      title: { nl: `hoeveelheid ${id}`, en: `quantity ${id}` },
      unit: unit.get(id) ?? 'jobs',
      bounds: parts.bounds?.[id] ?? positive,
      whole: parts.whole?.includes(id) ?? false,
    })),
    relations,
    assumptions,
    continuations: [],
    gaps: [],
    verdicts: [],
    hash: 'abc',
  };
}

/** The fact that all claims, relations and assumptions of the input cannot hold together. */
export function factOf(input: AuditInput, more: Partial<Fact> = {}): Fact {
  return {
    id: 'all-of-it',
    kind: input.assumptions.length > 0 ? 'contradiction-under-assumption' : 'contradiction',
    taken: input.claims.map((c) => ({ claim: c.id, reading: c.readings[0]?.id ?? '' })),
    assumptions: input.assumptions.map((a) => a.id),
    relations: [...input.relations.map((r) => r.id), ...input.assumptions.map((a) => a.relation.id)],
    core: null,
    widest: 'default',
    targets: [],
    readings: {},
    everyReading: true,
    remaining: [],
    demands: null,
    continuation: null,
    gap: null,
    ...more,
  };
}

export function contextOf(input: AuditInput, setting: Width = 'default'): FactContext {
  return {
    input,
    setting,
    intervalOf(id, reading) {
      const found = input.claims.find((c) => c.id === id)?.readings.find((r) => r.id === reading);
      if (!found) throw new Error(`no reading ${reading} of ${id}`);
      return found.intervals[setting];
    },
  };
}

/** 9.9 / 11.3 %, a fifth more, and 15 %, with the rest of the country not shrinking. */
export const valueAdded = (): AuditInput =>
  made({
    claims: [
      {
        id: 'plus-20',
        of: 'growth',
        value: 20,
        unit: 'percent',
        interval: span(19.5, 20.5),
        kind: 'target',
        line: 354,
        targets: ['a'],
      },
      {
        id: 'now-9-9',
        of: 'region@2019',
        value: 9.9,
        unit: 'eur-bn',
        interval: span(9.85, 9.95),
        kind: 'baseline',
        line: 355,
      },
      {
        id: 'share-15',
        of: 'share@2030',
        value: 15,
        unit: 'percent',
        interval: span(14.625, 15.375),
        kind: 'target',
        line: 361,
        targets: ['b'],
      },
      {
        id: 'share-11-3',
        of: 'share@2019',
        value: 11.3,
        unit: 'percent',
        interval: span(11.25, 11.35),
        kind: 'baseline',
        line: 363,
      },
    ],
    relations: [
      relation({
        id: 'share-2019',
        kind: 'share',
        part: 'region@2019',
        whole: 'country@2019',
        share: 'share@2019',
        times: 0.01,
      }),
      relation({
        id: 'share-2030',
        kind: 'share',
        part: 'region@2030',
        whole: 'country@2030',
        share: 'share@2030',
        times: 0.01,
      }),
      relation({ id: 'growth', kind: 'growth', from: 'region@2019', to: 'region@2030', growth: 'growth' }),
      relation({
        id: 'rest-2019',
        kind: 'sum',
        whole: 'country@2019',
        parts: [
          { of: 'region@2019', times: 1 },
          { of: 'rest@2019', times: 1 },
        ],
        covers: 'all',
      }),
      relation({
        id: 'rest-2030',
        kind: 'sum',
        whole: 'country@2030',
        parts: [
          { of: 'region@2030', times: 1 },
          { of: 'rest@2030', times: 1 },
        ],
        covers: 'all',
      }),
    ],
    assumptions: [
      assumption(
        'rest-does-not-shrink',
        relation({
          id: 'rest-order',
          kind: 'order',
          smaller: 'rest@2019',
          larger: 'rest@2030',
          strict: false,
          times: 1,
        }),
        'De rest van de Nederlandse industrie krimpt niet',
      ),
    ],
    unit: {
      'region@2030': 'eur-bn',
      'country@2019': 'eur-bn',
      'country@2030': 'eur-bn',
      'rest@2019': 'eur-bn',
      'rest@2030': 'eur-bn',
    },
    bounds: { growth: span(-100, null, true) },
  });

/** Demand less what graduates fill, against the places that are to be filled. */
export const talent = (): AuditInput =>
  made({
    claims: [
      {
        id: 'places-50000',
        of: 'places',
        value: 50_000,
        unit: 'jobs',
        interval: span(48_750, 51_250),
        kind: 'target',
        line: 309,
        targets: ['places-2032'],
      },
      {
        id: 'mbo',
        of: 'demand-mbo',
        value: 43_485,
        unit: 'jobs',
        interval: span(43_484.5, 43_485.5),
        line: 627,
      },
      {
        id: 'hbo-wo',
        of: 'demand-hbo-wo',
        value: 27_715,
        unit: 'jobs',
        interval: span(27_714.5, 27_715.5),
        line: 628,
      },
      { id: 'filled', of: 'filled', value: 17_500, unit: 'jobs', interval: span(17_450, 17_550), line: 632 },
    ],
    relations: [
      relation({
        id: 'demand-sum',
        kind: 'sum',
        whole: 'demand',
        parts: [
          { of: 'demand-mbo', times: 1 },
          { of: 'demand-hbo-wo', times: 1 },
        ],
        covers: 'all',
      }),
      relation({
        id: 'gap-is',
        kind: 'sum',
        whole: 'demand',
        parts: [
          { of: 'filled', times: 1 },
          { of: 'gap', times: 1 },
        ],
        covers: 'all',
      }),
    ],
    assumptions: [
      assumption(
        'gap-closed-in-full',
        relation(
          { id: 'gap-closed', kind: 'order', smaller: 'gap', larger: 'places', strict: false, times: 1 },
          'shortfall',
        ),
        'Het tekort wordt helemaal weggewerkt',
      ),
    ],
  });

/** What a random audit is made of; see `randomAudit`. */
export interface Recipe {
  /** one per level: how the level hangs on the one before it, and a number from 0 to 1 that gives its size */
  readonly levels: readonly {
    readonly kind: 'sum' | 'share' | 'growth' | 'order' | 'difference';
    readonly size: number;
  }[];
  /** which claim is changed (counted round), and by which factor */
  readonly wrong: number;
  readonly factor: number;
  /** half the width of each interval, as a part of the figure */
  readonly width: number;
}

/**
 * A chain of quantities whose figures agree, but for one that was changed. Each level makes the next quantity of the last
 * one; the side quantities and the last one have claims, quantities between have none.
 */
export function randomAudit({ levels, wrong, factor, width }: Recipe): AuditInput {
  const claims: SmallClaim[] = [];
  const relations: AuditRelation[] = [];
  const bounds: Record<string, Interval> = {};
  const digits = (x: number): number => Number(x.toPrecision(4));
  const say = (id: string, exact: number, unit = 'jobs', open: 'min' | 'max' | null = null): void => {
    const value = digits(claims.length === wrong % (levels.length + 2) ? exact * factor : exact);
    const half = Math.abs(value) * width;
    const interval = span(
      open === 'max' ? null : digits(value - half),
      open === 'min' ? null : digits(value + half),
    );
    claims.push({ id: `c-${id}`, of: id, value, unit, interval });
  };
  let last = 'q0';
  let value = 1000;
  say('q0', value);
  levels.forEach(({ kind, size }, i) => {
    const next = `q${i + 1}`;
    const side = `s${i + 1}`;
    const base = { id: `r${i + 1}` };
    if (kind === 'sum') {
      const part = value * (0.1 + size);
      relations.push(
        relation({
          ...base,
          kind,
          whole: next,
          parts: [
            { of: last, times: 1 },
            { of: side, times: 1 },
          ],
          covers: 'all',
        }),
      );
      say(side, part);
      value += part;
    } else if (kind === 'share') {
      const share = 5 + size * 80;
      relations.push(relation({ ...base, kind, part: last, whole: next, share: side, times: 0.01 }));
      bounds[side] = span(0, 100, true);
      say(side, share, 'percent');
      value = (value / share) * 100;
    } else if (kind === 'growth') {
      const growth = -30 + size * 80;
      relations.push(relation({ ...base, kind, from: last, to: next, growth: side }));
      bounds[side] = span(-100, null, true);
      say(side, growth === 0 ? 1 : growth, 'percent');
      value *= 1 + (growth === 0 ? 1 : growth) / 100;
    } else if (kind === 'difference') {
      const more = value * (0.1 + size);
      relations.push(relation({ ...base, kind, from: last, to: next, is: side }));
      say(side, more);
      value += more;
    } else {
      relations.push(relation({ ...base, kind, smaller: last, larger: next, strict: false, times: 1 }));
    }
    last = next;
  });
  say(last, value, 'jobs', levels.some((l) => l.kind === 'order') ? 'max' : null);
  return made({ claims, relations, bounds });
}

export const recipe: fc.Arbitrary<Recipe> = fc.record({
  levels: fc.array(
    fc.record({
      kind: fc.constantFrom(
        'sum' as const,
        'share' as const,
        'growth' as const,
        'order' as const,
        'difference' as const,
      ),
      size: fc.integer({ min: 0, max: 100 }).map((n) => n / 100),
    }),
    { minLength: 1, maxLength: 4 },
  ),
  wrong: fc.nat(10),
  factor: fc.constantFrom(0.5, 0.8, 1.2, 2),
  width: fc.constantFrom(0, 0.005, 0.025),
});

/** The facts of an input: every minimal set of its engine. */
export function factsOf(input: AuditInput): Fact[] {
  const logic = logicOf(input, contextOf(input).intervalOf);
  const known = new Set([...input.relations, ...input.assumptions.map((a) => a.relation)].map((r) => r.id));
  return createEngine(logic)
    .enumerate()
    .cores.map((core) => {
      const readings = core.groups.flatMap((g) => readingOf(g) ?? []);
      return factOf(input, {
        core,
        taken: input.claims.flatMap((c) => readings.find((r) => r.claim === c.id) ?? []),
        assumptions: input.assumptions.map((a) => a.id).filter((id) => core.groups.includes(id)),
        relations: [...new Set(core.constraints.map(relationOf))].filter((id) => known.has(id)),
      });
    });
}
