import { fill, type Lang } from '@schaalsprong/words';

/** What `sample` says besides its faults, in both languages. */
const texts = {
  summary: {
    nl: '{method}: {count} toekomsten van {inputs} onzekerheden{seed}',
    en: '{method}: {count} futures of {inputs} uncertainties{seed}',
  },
  seed: { nl: ', begingetal {seed}', en: ', seed {seed}' },
  mind: { nl: 'Let op: {what}. Beter: {expected}. {hint}', en: 'Mind: {what}. Better: {expected}. {hint}' },
  dependent: {
    nl: 'Let op: deze onzekerheden hangen samen. Sobol, Morris en DGSM vragen onafhankelijke; neem pawn, delta of features.',
    en: 'Mind: these uncertainties hang together. Sobol, Morris and DGSM need independent ones; take pawn, delta or features.',
  },
  correlated: {
    nl: 'Grootste verschil met de gevraagde correlaties: {difference}',
    en: 'Largest difference from the correlations that were asked: {difference}',
  },
  'why-levels': {
    nl: 'hoeveel standen elke onzekerheid krijgt',
    en: 'how many levels each uncertainty gets',
  },
} as const;

/** One text of `sample` with its placeholders filled. */
export const saySample = (
  lang: Lang,
  key: keyof typeof texts,
  values: Readonly<Record<string, string | number>> = {},
): string => fill(texts[key][lang], values, lang);

/** A reason for `needs-option`. */
export const sampleReason = (lang: Lang, key: keyof typeof texts): string => texts[key][lang];
