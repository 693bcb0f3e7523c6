import { fill, formatMet, type Lang, type Text, type Units } from '@schaalsprong/words';
import { limitsByInput } from '../boxes/box.ts';
import type { Step } from '../boxes/step.ts';
import type { DiscoveryData } from '../data/data.ts';
import type { PrimSettings } from '../prim/prim.ts';
import { type InputWords, listOf, sayLimit } from './say-limit.ts';

/** The words in which a box is described. */
export interface BoxWords {
  /** What happens in a future of interest, as the start of a sentence: 'De regio mist 62.000 woningen'. */
  readonly happens: Text;
  /** Per input; one that is not here is called by the name of its column. */
  readonly inputs?: Readonly<Record<string, InputWords>> | undefined;
  readonly units?: Units | undefined;
  /** For a box that came after others: what became of the futures of those. */
  readonly after?: PrimSettings['earlier'] | undefined;
}

/** A bound above this quasi-p is called weak: it could as well be chance. */
export const weakQuasiP = 0.05;

/** A box in sentences. */
export interface BoxSentences {
  /** Where it happens, all limits named, the firmest first: the one sentence to read out. */
  readonly lead: string;
  /** How much of all that this box explains, and how common it is anyway. */
  readonly whole: string;
  /** Per limit that may be chance, what it would be without; one sentence where all of them may be. */
  readonly weak: readonly string[];
}

/**
 * Describes a box in sentences: `De regio mist 62.000 woningen in 77% van de toekomsten waarin 'Vertraging van het net' boven 4 jaar ligt (154 van
 * de 200).` Shares are of futures, always with the counts; they are no chances. Limits are rounded to about a hundredth of
 * the range of their input.
 */
export function sayBox(
  step: Pick<Step, 'box' | 'n' | 'k' | 'bounds'>,
  data: Pick<DiscoveryData, 'inputs' | 'count' | 'ofInterest'>,
  words: BoxWords,
  lang: Lang,
): BoxSentences {
  const say = texts[lang];
  const units = words.units ?? {};
  const wordsOf = (name: string): InputWords => words.inputs?.[name] ?? { title: { nl: name, en: name } };
  const boundsOf = Map.groupBy(step.bounds, ({ input }) => input);
  const limits = limitsByInput(step.box);
  const clauses = data.inputs.flatMap((input) => {
    const bounds = boundsOf.get(input.name);
    const limit = limits.get(input.name);
    if (bounds === undefined || limit === undefined) return [];
    const clause = sayLimit(limit, input, wordsOf(input.name), units, lang);
    return [
      {
        title: wordsOf(input.name).title[lang],
        clause,
        bounds,
        firm: Math.min(...bounds.map(({ quasiP }) => quasiP)),
      },
    ];
  });
  const firmestFirst = [...clauses].sort((a, b) => a.firm - b.firm);
  const happens = words.happens[lang];
  const everywhere = fill(say.everywhere, { met: met(data.ofInterest, data.count, lang) }, lang);
  if (firmestFirst.length === 0) {
    return {
      lead: fill(say.noBox, { happens, met: met(step.k, step.n, lang) }, lang),
      whole: everywhere,
      weak: [],
    };
  }
  const restrictions = listOf(
    firmestFirst.map(({ clause }) => clause),
    say.and,
  );
  const n = number(step.n, lang);
  const pattern = step.k === step.n ? say.always : step.k === 0 ? say.never : say.often;
  const lead = fill(
    pattern,
    { happens, limits: restrictions, n, k: number(step.k, lang), share: percent(step.k, step.n) },
    lang,
  );
  const explained = fill(
    say.explained,
    { k: number(step.k, lang), all: number(data.ofInterest, lang), share: percent(step.k, data.ofInterest) },
    lang,
  );
  const weakLines = firmestFirst.flatMap(({ title, bounds }) =>
    bounds
      .filter(({ quasiP }) => quasiP > weakQuasiP)
      .map(({ side, without }) =>
        fill(
          say.weak[side],
          { title: `'${title}'`, k: number(without.k, lang), n: number(without.n, lang) },
          lang,
        ),
      ),
  );
  const noneFirm = firmestFirst.every(({ bounds }) => bounds.every(({ quasiP }) => quasiP > weakQuasiP));
  const weak = noneFirm ? [say.noneFirm] : weakLines;
  const apart = words.after === undefined ? [] : [say.earlier[words.after]];
  const whole = [...(step.k === 0 ? [] : [explained]), everywhere, ...apart].join(' ');
  return { lead, whole, weak };
}

const locale = { nl: 'nl-NL', en: 'en-GB' } as const;
const number = (count: number, lang: Lang): string => count.toLocaleString(locale[lang]);
const met = (count: number, of: number, lang: Lang): string => formatMet({ count, of }, lang);

/** Never 0% or 100% where it is not. */
function percent(part: number, whole: number): string {
  const rounded = Math.round((100 * part) / Math.max(whole, 1));
  const shown = part > 0 && part < whole ? Math.min(99, Math.max(1, rounded)) : rounded;
  return `${shown}%`;
}

const texts = {
  nl: {
    and: 'en',
    often: '{happens} in {share} van de toekomsten waarin {limits} ({k} van de {n}).',
    always: '{happens} in alle {n} toekomsten waarin {limits}.',
    never: '{happens} in geen van de {n} toekomsten waarin {limits}.',
    noBox: '{happens} in {met}, en geen enkele grens aan de invoer maakt dat aandeel groter.',
    explained: 'Daarin liggen {k} van alle {all} toekomsten waarin het gebeurt ({share}).',
    everywhere: 'Zonder grenzen gebeurt het in {met}.',
    earlier: {
      removed: 'De toekomsten in eerdere vakken zijn hier niet meegeteld.',
      kept: 'Wat al in eerdere vakken gebeurt, telt hier niet mee.',
    },
    noneFirm: 'Geen van deze grenzen is stevig: elke grens kan toeval zijn.',
    weak: {
      min: 'Zwak: de ondergrens van {title} kan toeval zijn. Zonder die grens gebeurt het in {k} van de {n}.',
      max: 'Zwak: de bovengrens van {title} kan toeval zijn. Zonder die grens gebeurt het in {k} van de {n}.',
      categories:
        'Zwak: de keuze bij {title} kan toeval zijn. Zonder die keuze gebeurt het in {k} van de {n}.',
    },
  },
  en: {
    and: 'and',
    often: '{happens} in {share} of the futures where {limits} ({k} of {n}).',
    always: '{happens} in all {n} futures where {limits}.',
    never: '{happens} in none of the {n} futures where {limits}.',
    noBox: '{happens} in {met}, and no limit on the inputs makes that share larger.',
    explained: 'These are {k} of all {all} futures in which it happens ({share}).',
    everywhere: 'Without limits it happens in {met}.',
    earlier: {
      removed: 'The futures in earlier boxes are not counted here.',
      kept: 'What happens in earlier boxes already does not count here.',
    },
    noneFirm: 'None of these limits is firm: each may be chance.',
    weak: {
      min: 'Weak: the lower limit of {title} may be chance. Without it, it happens in {k} of {n}.',
      max: 'Weak: the upper limit of {title} may be chance. Without it, it happens in {k} of {n}.',
      categories: 'Weak: the choice for {title} may be chance. Without it, it happens in {k} of {n}.',
    },
  },
} as const;
