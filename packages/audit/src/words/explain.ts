import type { AuditReading } from '@schaalsprong/agenda/claims';
import { at, type Interval, type Lang, must, type Text, touches } from '@schaalsprong/words';
import { readingOf, relationOf } from '../facts/facts-logic.ts';
import type { Explain, Fact, FactContext } from '../facts/facts-types.ts';
import {
  type Chain,
  chainTo,
  chainWithMeasure,
  type Link,
  linksOf,
  type Measure,
  type Stated,
  variablesIn,
} from '../repair/chain.ts';
import { clean, everything, exactly, sideOf } from '../repair/chain-interval.ts';
import { rangeWithout } from '../repair/repair-engine.ts';
import type { AuditClaim } from '../types.ts';
import { drawingOf, type Labels } from './drawing.ts';
import { arithmeticOf, decidingEnd, figuresShow, isExact, linesOf } from './explain-arithmetic.ts';
import {
  aboutInWords,
  both,
  intervalInWords,
  linesInWords,
  listed,
  roundedOutwards,
  sentence,
  shown,
  upperFirst,
} from './words.ts';

/** Claims, readings, quantities and assumptions by id. */
interface Lookup extends Labels {
  readonly context: FactContext;
  claim(id: string): AuditClaim;
  reading(claim: string, reading: string): AuditReading | undefined;
}

/** One for all facts of a report: an agenda may have thousands of claims. */
const lookups = new WeakMap<FactContext, Lookup>();

function lookup(context: FactContext): Lookup {
  const known = lookups.get(context) ?? lookupOf(context);
  lookups.set(context, known);
  return known;
}

function lookupOf(context: FactContext): Lookup {
  const { input } = context;
  const claims = new Map(input.claims.map((c) => [c.id, c]));
  const variables = new Map(input.variables.map((v) => [v.id, v]));
  const assumptions = new Map(input.assumptions.map((a) => [a.id, a]));
  const itself = (id: string): Text => ({ nl: id, en: id });
  return {
    context,
    units: input.units,
    claim: (id) => must(claims, id),
    reading: (id, reading) => claims.get(id)?.readings.find((r) => r.id === reading),
    unitOf: (variable) => must(variables, variable).unit,
    titleOf: (variable) => variables.get(variable)?.title ?? itself(variable),
    lineOf: (claim) => must(claims, claim).line,
    assumptionTitle: (id) => assumptions.get(id)?.title ?? itself(id),
  };
}

/** The figure of the text; where a reader tries another interval, its middle, or the end that it has. */
function figureIn(interval: Interval, figure: number): number {
  if (touches(interval, figure)) return figure;
  const { min, max } = interval;
  return min !== null && max !== null ? clean((min + max) / 2) : (min ?? max ?? figure);
}

/** The claims of a fact with their numbers. A near fact is explained with the bare figures, at which it is violated. */
export function statedOf(fact: Fact, context: FactContext): Stated[] {
  const by = lookup(context);
  return fact.taken.flatMap(({ claim, reading }): Stated[] => {
    const found = by.reading(claim, reading);
    if (!found) return [];
    const interval = fact.kind === 'near' ? found.intervals.bare : context.intervalOf(claim, reading);
    return [{ claim, reading, variable: found.variable, value: figureIn(interval, found.value), interval }];
  });
}

/** What readers look at first: a target, then a commitment, then what weighs most. */
function tier(claim: AuditClaim | undefined, fact: Fact): number {
  if (!claim) return 3;
  const atStake = claim.targets.some((t) => fact.targets.length === 0 || fact.targets.includes(t));
  if (claim.kind === 'target') return atStake ? 0 : 1;
  return claim.kind === 'commitment' ? 1 : 2;
}

/**
 * The chain that tells a fact best: one whose figures show the clash as they are printed, about what is at stake, in
 * the fewest lines. Null where no claim follows from the others one relation at a time.
 */
export function chainOf(fact: Fact, context: FactContext): Chain | null {
  const by = lookup(context);
  const stated = statedOf(fact, context);
  const links = linksOf(context.input, fact.relations, fact.assumptions);
  const bounds = new Map(context.input.variables.map((v) => [v.id, v.bounds]));
  const range = (at: number): Interval | null => {
    const pivot = stated[at];
    return pivot ? rangeWithout(fact, context, pivot.claim) : null;
  };
  const plain = stated.map((_, at) => chainTo(stated, at, links, bounds, range));
  const measures = plain.every((chain) => chain === null) ? measuresFor(stated, links, context) : [];
  const chains = stated.flatMap((claim, at) => {
    const chain = plain[at] ?? chainWithMeasure(stated, at, links, bounds, measures);
    if (!chain) return [];
    const found = by.claim(claim.claim);
    return [
      {
        chain,
        rank: [
          figuresShow(chain) ? 0 : 1,
          tier(found, fact),
          // A rounder figure is a goal or an estimate; who looks for what must give looks there first.
          digitsOf(claim.value),
          linesOf(chain, by).length,
          -found.weight,
          at,
        ],
      },
    ];
  });
  chains.sort((a, b) => {
    const i = a.rank.findIndex((x, n) => x !== b.rank[n]);
    return i < 0 ? 0 : at(a.rank, i) - at(b.rank, i);
  });
  return chains[0]?.chain ?? null;
}

/** Amounts of the text that could give a set of proportions a size, and 100 where the text has none. */
function measuresFor(stated: readonly Stated[], links: readonly Link[], context: FactContext): Measure[] {
  const taken = new Set(stated.map((s) => s.variable));
  const free = [...new Set(links.flatMap(variablesIn))].filter((v) => !taken.has(v));
  const claims = new Set(stated.map((s) => s.claim));
  const known = free.flatMap((variable): Measure[] =>
    context.input.claims.flatMap((claim): Measure[] => {
      const reading = claims.has(claim.id) ? undefined : claim.readings.find((r) => r.plain);
      return reading?.variable === variable && reading.value > 0
        ? [{ variable, value: reading.value, claim: claim.id }]
        : [];
    }),
  );
  return [...known, ...free.map((variable) => ({ variable, value: 100, claim: null }))];
}

/** Digits that count: 1 for 50,000 and 5 for 43,485. */
const digitsOf = (x: number): number =>
  x === 0 ? 1 : (Math.abs(x).toExponential().split('e')[0]?.replace('.', '').length ?? 1);

const others = (chain: Chain, stated: readonly Stated[]): Stated[] =>
  stated.filter((_, at) => at !== chain.pivotAt);

/** The summed inequalities of the certificate, for a fact without a chain. */
function proofInWords(fact: Fact, by: Lookup): Text {
  const printed = new Set<string>();
  return both((lang) => {
    printed.clear();
    const parts = (fact.core?.proof ?? []).flatMap(({ id, multiplier }) => {
      const weight = shown(Math.abs(multiplier), '', lang, by.units, { exact: true });
      const group = readingOf(id);
      if (group) {
        const reading = by.reading(group.claim, group.reading);
        if (!reading) return [];
        const interval = by.context.intervalOf(group.claim, group.reading);
        const says = intervalInWords(interval, reading.unit, lang, by.units);
        return [`${weight} x (${linesInWords([by.lineOf(group.claim)], lang)}: ${says})`];
      }
      const relation = relationOf(id);
      const known =
        by.context.input.relations.find((r) => r.id === relation) ??
        by.context.input.assumptions.find((a) => a.relation.id === relation)?.relation;
      const bounds = by.context.input.variables.find((v) => v.id === id);
      const name = known
        ? known.why[lang]
        : bounds
          ? `${bounds.title[lang]}: ${intervalInWords(bounds.bounds, bounds.unit, lang, by.units)}`
          : id;
      if (printed.has(name)) return [];
      printed.add(name);
      return [`${weight} x (${name.replace(/\.$/, '')})`];
    });
    if (parts.length === 0) {
      return lang === 'nl' ? 'Deze getallen kunnen niet samen.' : 'These numbers cannot hold together.';
    }
    return lang === 'nl'
      ? `opgeteld: ${parts.join(' + ')} geeft nul groter dan nul`
      : `added up: ${parts.join(' + ')} gives zero greater than zero`;
  });
}

const linesOfClaims = (claims: readonly string[], by: Lookup, lang: Lang): string =>
  linesInWords(
    claims.map((c) => by.lineOf(c)),
    lang,
  );

/** The assumptions that a fact needs, quoted; empty where it needs none. */
const assumed = (fact: Fact, by: Lookup, lang: Lang): string =>
  listed(
    fact.assumptions.map((id) => `“${by.assumptionTitle(id)[lang].replace(/\.$/, '')}”`),
    lang,
  );

/** The assumptions of a fact as a sentence of its own; empty where it needs none. */
function underWhat(fact: Fact, by: Lookup, lang: Lang): string {
  const titles = assumed(fact, by, lang);
  if (titles === '') return '';
  const many = fact.assumptions.length > 1;
  return lang === 'nl'
    ? ` Dit geldt alleen onder deze ${many ? 'aannamen' : 'aanname'}: ${titles}.`
    : ` This holds only under ${many ? 'these assumptions' : 'this assumption'}: ${titles}.`;
}

/** The reading that changes least and under which nothing clashes; empty where there is none. */
function otherwise(fact: Fact, by: Lookup, lang: Lang): string {
  const taken = new Map(fact.taken.map((t) => [t.claim, t.reading]));
  const changes = fact.remaining
    .map((combination) => Object.entries(combination).filter(([c, r]) => taken.get(c) !== r))
    .filter((c) => c.length > 0)
    .sort((a, b) => a.length - b.length)[0];
  if (!changes) return '';
  const conditions = changes.flatMap(([claim, reading]) => {
    const title = by.reading(claim, reading)?.title[lang];
    if (title === undefined) return [];
    const line = linesInWords([by.lineOf(claim)], lang);
    return [lang === 'nl' ? `${line} zo wordt gelezen: “${title}”` : `${line} is read like this: “${title}”`];
  });
  if (conditions.length === 0) return '';
  return lang === 'nl'
    ? ` Het past wel als ${listed(conditions, lang)}.`
    : ` It does fit if ${listed(conditions, lang)}.`;
}

/** What the rest requires of a claim in its consistent reading. */
function demanded(fact: Fact, by: Lookup, lang: Lang): string {
  const { demands } = fact;
  if (!demands || fact.remaining.length === 0) return '';
  const reading = at(by.claim(demands.claim).readings, 0);
  const asked = intervalInWords(roundedOutwards(demands.demanded, null), reading.unit, lang, by.units);
  return lang === 'nl' ? ` Dan vraagt de rest ${asked}.` : ` Then the rest asks ${asked}.`;
}

/** What follows for the pivot, with `ten minste` where only one end follows. */
function computedInWords(chain: Chain, by: Lookup, lang: Lang): string {
  const unit = by.unitOf(chain.pivot.variable);
  if (!figuresShow(chain) || chain.value === null) {
    return intervalInWords(decidingEnd(chain), unit, lang, by.units);
  }
  const exact = isExact(chain, chain.origin);
  return aboutInWords(chain.value, chain.computed, unit, lang, by.units, exact);
}

/** The figure of the pivot in words; with its interval where the figure alone would not show the clash. */
function statedInWords(chain: Chain, by: Lookup, lang: Lang): string {
  const unit = by.unitOf(chain.pivot.variable);
  const { value, interval } = chain.pivot;
  const oneSided = interval.min === null || interval.max === null;
  return figuresShow(chain) && !oneSided
    ? shown(value, unit, lang, by.units, { exact: true, words: true })
    : intervalInWords(interval, unit, lang, by.units);
}

function clash(fact: Fact, chain: Chain, stated: readonly Stated[], by: Lookup, lang: Lang): string {
  const rest = others(chain, stated);
  const own = linesInWords([by.lineOf(chain.pivot.claim)], lang);
  const [other] = rest;
  if (rest.length === 1 && other) {
    const pair = [other.claim, chain.pivot.claim] as const;
    const [first, second] = by.lineOf(pair[0]) <= by.lineOf(pair[1]) ? pair : ([pair[1], pair[0]] as const);
    const quote = (claim: string): string => {
      const line = upperFirst(linesInWords([by.lineOf(claim)], lang));
      return `${line}: “${sentence(by.claim(claim).text[lang])}”`;
    };
    const titles = assumed(fact, by, lang);
    const verdict =
      lang === 'nl'
        ? titles === ''
          ? 'Die twee kunnen niet allebei kloppen.'
          : `Als dit geldt: ${titles}, dan kunnen die twee niet allebei kloppen.`
        : titles === ''
          ? 'The two cannot both be right.'
          : `If this holds: ${titles}, the two cannot both be right.`;
    return `${quote(first)} ${quote(second)} ${verdict}`;
  }
  const says = statedInWords(chain, by, lang);
  const follows = computedInWords(chain, by, lang);
  const start = subject(chain, by, lang);
  const line = start === '' ? upperFirst(own) : own;
  return lang === 'nl'
    ? `${start}${line} zegt ${says}. Maar volgens ${restTogether(rest, by, lang)} moet dat ${follows} zijn.`
    : `${start}${line} says ${says}. But by ${restTogether(rest, by, lang)} it must be ${follows}.`;
}

/** The quantity that a chain is about, to start a sentence with. */
function subject(chain: Chain, by: Lookup, lang: Lang): string {
  const { variable } = chain.pivot;
  const title = by.titleOf(variable)[lang];
  return title === variable ? '' : `${upperFirst(title)}: `;
}

/** `regels 355, 361 en 363 samen` */
function restTogether(rest: readonly Stated[], by: Lookup, lang: Lang): string {
  const lines = rest.map((s) => by.lineOf(s.claim));
  const together = new Set(lines).size > 1 ? (lang === 'nl' ? ' samen' : ' together') : '';
  return linesInWords(lines, lang) + together;
}

/** `regels 355, 361 en 363 samen komen uit` (op ...), `lines 355, 361 and 363 together come` (to ...). */
function restComes(rest: readonly Stated[], by: Lookup, lang: Lang): string {
  const lines = rest.map((s) => by.lineOf(s.claim));
  const from = linesInWords(lines, lang);
  const many = new Set(lines).size > 1;
  if (lang === 'nl') return many ? `${from} komen samen uit` : `${from} komt uit`;
  return many ? `${from} together come` : `${from} comes`;
}

/** Need and supply: whichever side is larger is what is needed. */
function shortfall(fact: Fact, chain: Chain, stated: readonly Stated[], by: Lookup, lang: Lang): string {
  const unit = by.unitOf(chain.pivot.variable);
  if (!figuresShow(chain) || chain.value === null) return clash(fact, chain, stated, by, lang);
  const rest = others(chain, stated);
  const own = linesInWords([by.lineOf(chain.pivot.claim)], lang);
  const computed = computedInWords(chain, by, lang);
  const says = statedInWords(chain, by, lang);
  const exact = { words: true, exact: isExact(chain, chain.origin) };
  const short = shown(Math.abs(chain.value - chain.pivot.value), unit, lang, by.units, exact);
  const start = subject(chain, by, lang);
  if (lang === 'nl') {
    const explanation =
      chain.side === 1
        ? `nodig is ${computed} (${linesOfClaims(
            rest.map((s) => s.claim),
            by,
            lang,
          )}), maar ${own} gaat uit van ${says}.`
        : `${own} vraagt ${says}, maar ${restComes(rest, by, lang)} op ${computed}.`;
    return `${start}${explanation} Dat is ${short} te weinig.`;
  }
  const explanation =
    chain.side === 1
      ? `${computed} is needed (${linesOfClaims(
          rest.map((s) => s.claim),
          by,
          lang,
        )}), but ${own} counts on ${says}.`
      : `${own} asks ${says}, but ${restComes(rest, by, lang)} to ${computed}.`;
  return `${start}${explanation} That is ${short} short.`;
}

function horizon(fact: Fact, chain: Chain, stated: readonly Stated[], by: Lookup, lang: Lang): string {
  const start = lang === 'nl' ? 'De jaren passen niet op elkaar.' : 'The years do not fit.';
  // Years that meet only where a claim is taken meet because of that claim: without the reason the reader cannot see why.
  const reasons = by.context.input.relations
    .filter((relation) => fact.relations.includes(relation.id) && relation.when.length > 0)
    .map((relation) => `${sentence(relation.why[lang])} `);
  return `${start} ${reasons.join('')}${upperFirst(clash(fact, chain, stated, by, lang))}`;
}

const differences = {
  quantity: { nl: 'iets anders', en: 'something else' },
  entity: { nl: 'een ander gebied of een andere groep', en: 'another area or another group' },
  unit: { nl: 'een andere eenheid', en: 'another unit' },
} as const;

/** Texts of the kinds without arithmetic. */
function withoutNumbers(fact: Fact, by: Lookup): { arithmetic: Text; explanation: Text } | null {
  if (fact.gap) {
    const { gap } = fact;
    return {
      arithmetic: both((lang) => {
        if (gap.promised === null || gap.found === null) return gap.title[lang];
        const promised = shown(gap.promised, '', lang, by.units, { exact: true });
        const found = shown(gap.found, '', lang, by.units, { exact: true });
        return lang === 'nl'
          ? `aangekondigd: ${promised}; gevonden: ${found}`
          : `announced: ${promised}; found: ${found}`;
      }),
      explanation: gap.explanation,
    };
  }
  if (fact.continuation) {
    const { continuation } = fact;
    const what = (lang: Lang) =>
      listed(
        continuation.differs.map((d) => differences[d][lang]),
        lang,
      );
    return {
      arithmetic: both((lang) =>
        fact.taken
          .map(({ claim }) => {
            const found = by.claim(claim);
            const figure = shown(found.value, found.unit, lang, by.units, { exact: true, words: true });
            return `${linesInWords([by.lineOf(claim)], lang)}: ${figure}`;
          })
          .join('; '),
      ),
      explanation: both((lang) => {
        const own = linesInWords([by.lineOf(continuation.claim)], lang);
        const of = linesInWords([by.lineOf(continuation.of)], lang);
        return lang === 'nl'
          ? `${upperFirst(own)} hangt samen met ${of}, maar spreekt van ${what(lang)}. ${sentence(continuation.why[lang])}${otherwise(fact, by, lang)}`
          : `${upperFirst(own)} goes with ${of}, but speaks of ${what(lang)}. ${sentence(continuation.why[lang])}${otherwise(fact, by, lang)}`;
      }),
    };
  }
  if (fact.kind === 'duplicate') {
    return {
      arithmetic: both((lang) => {
        const figures = fact.taken.map(({ claim, reading }) => {
          const found = by.reading(claim, reading);
          return found ? shown(found.value, found.unit, lang, by.units, { exact: true, words: true }) : '';
        });
        const lines = linesOfClaims(
          fact.taken.map((t) => t.claim),
          by,
          lang,
        );
        return `${lines}: ${[...new Set(figures)].join(' = ')}`;
      }),
      explanation: both((lang) => {
        const lines = linesOfClaims(
          fact.taken.map((t) => t.claim),
          by,
          lang,
        );
        return lang === 'nl'
          ? `${upperFirst(lines)} zeggen hetzelfde over dezelfde grootheid. Het botst niet, maar wie het ene getal wijzigt, moet het andere ook wijzigen.`
          : `${upperFirst(lines)} say the same of the same quantity. They do not clash, but who changes one of them must change the other.`;
      }),
    };
  }
  return null;
}

/**
 * The claims of a fact in which one claim is moot, that claim read as its figure and no more: only so do its number and
 * what the rest demands differ.
 */
function withFigure(stated: readonly Stated[], demands: NonNullable<Fact['demands']>, by: Lookup): Stated[] {
  const first = at(by.claim(demands.claim).readings, 0);
  const own = stated.find((s) => s.claim === demands.claim);
  const base = own ?? { ...first, claim: demands.claim, reading: first.id };
  const { value } = base;
  const figure: Stated = {
    claim: base.claim,
    reading: base.reading,
    variable: base.variable,
    value,
    interval:
      sideOf(demands.demanded, own?.interval ?? everything) === 0
        ? exactly(value)
        : (own?.interval ?? exactly(value)),
  };
  return own ? stated.map((s) => (s === own ? figure : s)) : [...stated, figure];
}

/** What the rest requires of a moot claim. */
function dominance(fact: Fact, by: Lookup, context: FactContext): ReturnType<Explain> | null {
  const { demands } = fact;
  if (!demands) return null;
  const stated = withFigure(statedOf(fact, context), demands, by);
  const pivot = stated.findIndex((s) => s.claim === demands.claim);
  const own = at(stated, pivot);
  const links = linksOf(context.input, fact.relations, fact.assumptions);
  const bounds = new Map(context.input.variables.map((v) => [v.id, v.bounds]));
  const chain =
    chainTo(stated, pivot, links, bounds, () => demands.demanded) ??
    chainWithMeasure(stated, pivot, links, bounds, measuresFor(stated, links, context));
  const unit = by.unitOf(own.variable);
  const demanded = roundedOutwards(demands.demanded, null);
  const rest = stated.filter((_, i) => i !== pivot).map((s) => s.claim);
  const asks = (lang: Lang): string => intervalInWords(demanded, unit, lang, by.units);
  const about = (lang: Lang): string => {
    if (!chain || chain.value === null || !figuresShow(chain)) return asks(lang);
    const figure = shown(chain.value, unit, lang, by.units, {
      words: true,
      exact: isExact(chain, chain.origin),
    });
    return lang === 'nl' ? `ongeveer ${figure} (${asks(lang)})` : `about ${figure} (${asks(lang)})`;
  };
  // A goal is named by its figure, not by the lower end of its rounding interval.
  const { stated: interval } = demands;
  const shownAs: Interval =
    interval.max === null
      ? { ...interval, min: own.value, minOpen: false }
      : interval.min === null
        ? { ...interval, max: own.value, maxOpen: false }
        : interval;
  const says = (lang: Lang): string => intervalInWords(shownAs, unit, lang, by.units);
  return {
    arithmetic: chain
      ? arithmeticOf(chain, stated, by.lineOf, by)
      : both((lang) =>
          lang === 'nl'
            ? `de rest vraagt ${asks(lang)}; de tekst vraagt ${says(lang)}`
            : `the rest asks ${asks(lang)}; the text asks ${says(lang)}`,
        ),
    explanation: both((lang) => {
      const own = linesInWords([by.lineOf(demands.claim)], lang);
      const from = linesOfClaims(rest, by, lang);
      const main =
        lang === 'nl'
          ? `${upperFirst(own)} vraagt ${says(lang)}. Maar wie ${from} waarmaakt, heeft al ${about(lang)} nodig. Dan zegt ${own} niets extra.`
          : `${upperFirst(own)} asks ${says(lang)}. But to deliver ${from} already takes ${about(lang)}. Then ${own} adds nothing.`;
      return main + underWhat(fact, by, lang);
    }),
    drawing: chain ? drawingOf({ ...chain, computed: demands.demanded }, stated, by) : null,
  };
}

const lead: Partial<Record<Fact['kind'], Text>> = {
  near: {
    nl: 'Dit past net: met de kale cijfers zou het botsen. ',
    en: 'This only just fits: with the bare figures it would clash. ',
  },
  definition: {
    nl: 'Hier wordt onder hetzelfde niet hetzelfde verstaan. ',
    en: 'The same words do not mean the same here. ',
  },
};

/**
 * The words of a fact: its arithmetic in one line and one or two plain sentences, both made from the set itself, and a
 * drawing on which one sees that the numbers do not meet.
 */
export const explain: Explain = (fact, context) => {
  const by = lookup(context);
  const plain = withoutNumbers(fact, by);
  if (plain) return { ...plain, drawing: null };
  const moot = fact.kind === 'dominance' ? dominance(fact, by, context) : null;
  if (moot) return moot;
  const stated = statedOf(fact, context);
  const chain = chainOf(fact, context);
  const tell = fact.kind === 'shortfall' ? shortfall : fact.kind === 'horizon' ? horizon : clash;
  const explanation = both((lang) => {
    // most kinds begin with their first claim
    const start = lead[fact.kind]?.[lang] ?? '';
    const main = chain
      ? tell(fact, chain, stated, by, lang)
      : lang === 'nl'
        ? `Wat in ${linesOfClaims(
            fact.taken.map((t) => t.claim),
            by,
            lang,
          )} staat, kan niet allemaal kloppen.`
        : `What stands in ${linesOfClaims(
            fact.taken.map((t) => t.claim),
            by,
            lang,
          )} cannot all be right.`;
    const premise = main.includes(assumed(fact, by, lang)) ? '' : underWhat(fact, by, lang);
    return start + main + premise + otherwise(fact, by, lang) + demanded(fact, by, lang);
  });
  if (!chain) return { arithmetic: proofInWords(fact, by), explanation, drawing: null };
  return {
    arithmetic: arithmeticOf(chain, stated, by.lineOf, by),
    explanation,
    drawing: drawingOf(chain, stated, by),
  };
};
