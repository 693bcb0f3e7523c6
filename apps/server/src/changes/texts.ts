import type { ChangeCause } from '@schaalsprong/wire';
import type { Lang } from '@schaalsprong/words';

const causeNames: Readonly<Record<Lang, Readonly<Record<ChangeCause, string>>>> = {
  nl: {
    data: 'cijfers',
    content: 'inhoud',
    model: 'model',
    program: 'programma',
    run: 'instelling van de berekening',
  },
  en: {
    data: 'figures',
    content: 'content',
    model: 'model',
    program: 'program',
    run: 'setting of the computation',
  },
};

const lists: Readonly<Record<Lang, Intl.ListFormat>> = {
  nl: new Intl.ListFormat('nl-NL'),
  en: new Intl.ListFormat('en-GB'),
};

/** Causes in words; several came together. */
export function causesSaid(causes: readonly ChangeCause[], lang: Lang): string {
  const names = causes.map((cause) => causeNames[lang][cause]);
  if (names.length === 0) return lang === 'nl' ? 'oorzaak onbekend' : 'cause unknown';
  return lists[lang].format(names);
}

interface FeedTexts {
  readonly title: string;
  readonly changed: string;
  readonly nothing: string;
  readonly noCounts: string;
  counts(n: number): string;
  measured(n: number): string;
}

/** Sentences of the feed. */
export const feedTexts: Readonly<Record<Lang, FeedTexts>> = {
  nl: {
    title: 'Wijzigingen',
    changed: 'Veranderd:',
    nothing: 'niets',
    noCounts: 'Geen aantal en geen meting van een doel veranderde.',
    counts: (n) => (n === 1 ? '1 aantal' : `${n} aantallen`),
    measured: (n) => (n === 1 ? '1 meting' : `${n} metingen`),
  },
  en: {
    title: 'Changes',
    changed: 'Changed:',
    nothing: 'nothing',
    noCounts: 'No count and no observation of a target changed.',
    counts: (n) => (n === 1 ? '1 count' : `${n} counts`),
    measured: (n) => (n === 1 ? '1 observation' : `${n} observations`),
  },
};
