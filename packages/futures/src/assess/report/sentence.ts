import type { Region } from '@schaalsprong/agenda';
import { formatMet, type Lang } from '@schaalsprong/words';
import type { Assessment, HoldingBack } from '../assessment.ts';

/** A second place with at least this part of the first is named too: the order of the two could as well be the other. */
const CLOSE = 0.8;

/**
 * The sentence of the home page on what holds the agenda back most: the first of `holdingBack`, whatever its kind, as on the policy
 * table; with a close second where there is one. Where there is no limit it says that: nothing modelled, nothing missed, or no limit
 * named for what is missed.
 */
export function standingSentence(
  assessment: Assessment,
  region: Pick<Region, 'constraints'>,
  lang: Lang,
): string {
  const judged = assessment.targets.flatMap(({ met }) => met ?? []);
  const all = { count: assessment.provenance.futures, of: assessment.provenance.futures };
  const missed = judged.filter(({ count, of }) => count < of).length;
  const [worst, second] = assessment.holdingBack;
  const phrase = (of: HoldingBack | undefined): string | undefined =>
    region.constraints.find(({ id }) => id === of?.constraint)?.sentence[lang].replace(/[.\s]+$/, '');
  const what = phrase(worst);
  const words = texts[lang];
  if (judged.length === 0) return words.nothingModelled;
  if (missed === 0) return words.nothingMissed(judged.length, formatMet(all, lang));
  if (worst === undefined || what === undefined) return words.noLimit(missed, judged.length);
  const percent = (of: HoldingBack): number => Math.round(100 * of.share);
  const most = words.most[worst.kind](what, percent(worst), formatMet(worst.largestIn, lang));
  const also = phrase(second);
  return second === undefined || also === undefined || second.share < CLOSE * worst.share
    ? most
    : `${most} ${words.closeBehind(also, percent(second))}`;
}

interface Words {
  readonly nothingModelled: string;
  nothingMissed(targets: number, futures: string): string;
  noLimit(missed: number, targets: number): string;
  readonly most: Record<HoldingBack['kind'], (what: string, percent: number, futures: string) => string>;
  closeBehind(what: string, percent: number): string;
}

const texts: Record<Lang, Words> = {
  nl: {
    nothingModelled: 'Het model kan nog over geen enkele doelstelling met een getal iets zeggen.',
    nothingMissed: (targets, futures) =>
      targets === 1
        ? `De ene doelstelling waarover het model iets kan zeggen, wordt gehaald in ${futures}.`
        : `Alle ${targets} doelstellingen waarover het model iets kan zeggen, worden gehaald in ${futures}.`,
    noLimit: (missed, targets) =>
      targets === 1
        ? 'De ene doelstelling waarover het model iets kan zeggen, wordt niet in elke toekomst gehaald, maar het model wijst daarvoor geen knelpunt aan.'
        : `Van de ${targets} doelstellingen waarover het model iets kan zeggen, ${missed === 1 ? 'wordt er 1' : `worden er ${missed}`} niet in elke toekomst gehaald, maar het model wijst daarvoor geen knelpunt aan.`,
    most: {
      resource: (what, percent, futures) =>
        `Het knelpunt dat de agenda het meest tegenhoudt: ${what}. Dat verklaart ${percent}% van wat eraan ontbreekt en is in ${futures} het grootste knelpunt.`,
      response: (what, percent) =>
        `Wat de agenda het meest tegenhoudt: ${what}. Dat is geen schaars middel, maar hoe mensen en bedrijven reageren. Het verklaart ${percent}% van wat eraan ontbreekt.`,
    },
    closeBehind: (what, percent) => `Kort daarachter: ${what} (${percent}%).`,
  },
  en: {
    nothingModelled: 'The model cannot yet speak of any target that has a number.',
    nothingMissed: (targets, futures) =>
      targets === 1
        ? `The one target that the model can speak of is met in ${futures}.`
        : `All ${targets} targets that the model can speak of are met in ${futures}.`,
    noLimit: (missed, targets) =>
      targets === 1
        ? 'The one target that the model can speak of is not met in every future, but the model names no limit for that.'
        : `Of the ${targets} targets that the model can speak of, ${missed} ${missed === 1 ? 'is' : 'are'} not met in every future, but the model names no limit for that.`,
    most: {
      resource: (what, percent, futures) =>
        `The constraint that holds the agenda back most: ${what}. That explains ${percent}% of what it lacks and is the tightest constraint in ${futures}.`,
      response: (what, percent) =>
        `What holds the agenda back most: ${what}. That is no scarce resource, but how people and firms respond. It explains ${percent}% of what it lacks.`,
    },
    closeBehind: (what, percent) => `Close behind: ${what} (${percent}%).`,
  },
};
