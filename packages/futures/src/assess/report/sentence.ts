import type { Region } from '@schaalsprong/agenda';
import { formatMet, type Lang } from '@schaalsprong/words';
import type { Assessment, HoldingBack } from '../assessment.ts';

/** A second place with at least this part of the first is named too: the order of the two could as well be the other. */
const CLOSE = 0.8;

/**
 * The one sentence of the home page: which limited resource holds the agenda back most, and in how many futures; with a
 * close second, and with the response of people and firms that brakes more, where there are such. Where there is no
 * limit it says that: nothing modelled, nothing missed, or no limit named for what is missed.
 */
export function standingSentence(
  assessment: Assessment,
  region: Pick<Region, 'constraints'>,
  lang: Lang,
): string {
  const judged = assessment.targets.flatMap(({ met }) => met ?? []);
  const all = { count: assessment.provenance.futures, of: assessment.provenance.futures };
  const missed = judged.filter(({ count, of }) => count < of).length;
  const resources = assessment.holdingBack.filter(({ kind }) => kind === 'resource');
  const [worst = assessment.holdingBack[0], second] = resources;
  const response = assessment.holdingBack.find(({ kind }) => kind === 'response');
  const phrase = (of: HoldingBack | undefined): string | undefined =>
    region.constraints.find(({ id }) => id === of?.constraint)?.sentence[lang].replace(/[.\s]+$/, '');
  const what = phrase(worst);
  const words = texts[lang];
  if (judged.length === 0) return words.nothingModelled;
  if (missed === 0) return words.nothingMissed(judged.length, formatMet(all, lang));
  if (worst === undefined || what === undefined) return words.noLimit(missed, judged.length);
  const also = (of: HoldingBack | undefined, above: number, say: Words['closeBehind']): string[] => {
    const named = phrase(of);
    return of === undefined || named === undefined || of.share < above * worst.share
      ? []
      : [say(named, Math.round(100 * of.share))];
  };
  return [
    words.most[worst.kind](what, Math.round(100 * worst.share), formatMet(worst.largestIn, lang)),
    ...also(second, CLOSE, words.closeBehind),
    ...(response === worst ? [] : also(response, 1, words.response)),
  ].join(' ');
}

interface Words {
  readonly nothingModelled: string;
  nothingMissed(targets: number, futures: string): string;
  noLimit(missed: number, targets: number): string;
  readonly most: Record<HoldingBack['kind'], (what: string, percent: number, futures: string) => string>;
  closeBehind(what: string, percent: number): string;
  response(what: string, percent: number): string;
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
      response: (what, percent, futures) =>
        `Wat de agenda het meest tegenhoudt: ${what}. Dat verklaart ${percent}% van wat eraan ontbreekt en is in ${futures} de grootste rem.`,
    },
    response: (what, percent) => `Meer nog remt hoe mensen en bedrijven reageren: ${what} (${percent}%).`,
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
      response: (what, percent, futures) =>
        `What holds the agenda back most: ${what}. That explains ${percent}% of what it lacks and is the largest brake in ${futures}.`,
    },
    response: (what, percent) =>
      `What brakes more still is how people and firms respond: ${what} (${percent}%).`,
    closeBehind: (what, percent) => `Close behind: ${what} (${percent}%).`,
  },
};
