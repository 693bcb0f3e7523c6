import type { TableRegion, TableWhy } from '@schaalsprong/futures/table';
import {
  type CausesExplained,
  causeLines,
  type Information,
  informationSentence,
  type NoAnswer,
  type Speech,
} from '@schaalsprong/methods/why';
import type { Text } from '@schaalsprong/wire';
import { formatNumber } from '@schaalsprong/words';

/** Contributions that a sentence names; the rest is one. */
const named = 3;

/**
 * Why a target changed, in one sentence.
 *
 * @param year at which it is read where that is not its own horizon
 */
export function sayWhy(
  region: TableRegion,
  { target: id, total, players }: TableWhy,
  year: string | null = null,
): Text {
  const target = region.targets.find((one) => one.id === id);
  const title = target?.title ?? { nl: id, en: id };
  const unit = target?.unit ?? '';
  const units = region.units ?? {};
  const say = (lang: 'nl' | 'en'): string => {
    const show = (value: number, signed = false): string =>
      formatNumber(value, unit, lang, units, { signed });
    const called = (player: TableWhy['players'][number]): string => {
      if (player.kind === 'lever' || player.kind === 'timing') {
        const measure = `‘${region.measures.find((one) => one.id === player.id)?.title[lang] ?? player.id}’`;
        if (player.kind === 'lever') return measure;
        return lang === 'nl' ? `de tijd van ${measure}` : `the time of ${measure}`;
      }
      if (player.kind === 'viewpoint') return lang === 'nl' ? 'andere bereiken' : 'other ranges';
      return `‘${region.uncertainties.find((one) => one.id === player.id)?.title[lang] ?? player.id}’`;
    };
    const by = lang === 'nl' ? 'door' : 'by';
    const parts = players
      .slice(0, named)
      .filter(({ value }) => value !== 0)
      .map((player) => `${show(player.value, true)} ${by} ${called(player)}`);
    const rest = players.slice(named).reduce((sum, { value }) => sum + value, 0);
    if (players.length > named) {
      parts.push(`${show(rest, true)} ${lang === 'nl' ? 'door de rest' : 'by the rest'}`);
    }
    const when = year === null ? '' : ` in ${year}`;
    const and = lang === 'nl' ? ' en ' : ' and ';
    const list =
      parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')}${and}${parts.at(-1)}`;
    if (total === 0 && parts.length === 0) {
      return lang === 'nl'
        ? `De middelste uitkomst van ‘${title.nl}’${when} verandert niet.`
        : `The middle outcome of ‘${title.en}’${when} does not change.`;
    }
    return lang === 'nl'
      ? `De middelste uitkomst van ‘${title.nl}’${when} verandert met ${show(total, true)}: ${list}.`
      : `The middle outcome of ‘${title.en}’${when} changes by ${show(total, true)}: ${list}.`;
  };
  return { nl: say('nl'), en: say('en') };
}

/** How numbers and names of a target are said. */
function speechOf(region: TableRegion, target: string, lang: 'nl' | 'en', name: Speech['name']): Speech {
  const unit = region.targets.find(({ id }) => id === target)?.unit ?? '';
  const number = (value: number, of: string, signed = false): string =>
    formatNumber(value, of, lang, region.units ?? {}, { rounded: true, signed });
  return {
    lang,
    name,
    show: (value, signed) => number(value, unit, signed),
    showOf: (id, value) => number(value, region.uncertainties.find((one) => one.id === id)?.unit ?? ''),
  };
}

/** By what way through the model a change came: a line per cause. Variables are called as the model calls them. */
export function sayCauses(
  region: TableRegion,
  target: string,
  causes: CausesExplained | NoAnswer,
): readonly { readonly depth: number; readonly text: Text }[] {
  if (causes.kind === 'none') return [{ depth: 0, text: causes.reason }];
  const title = region.targets.find(({ id }) => id === target)?.title ?? { nl: target, en: target };
  const [nl, en] = (['nl', 'en'] as const).map((lang) =>
    causeLines(
      causes,
      `‘${title[lang]}’`,
      speechOf(region, target, lang, (variable) => variable),
    ),
  );
  return (nl ?? []).map(({ depth, text }, i) => ({ depth, text: { nl: text, en: en?.[i]?.text ?? text } }));
}

/** Which number, if it were known, would turn the choice round, in a few sentences. */
export function sayChoice(
  region: TableRegion,
  target: string,
  against: Text,
  information: Information | NoAnswer,
): Text {
  if (information.kind === 'none') {
    return information.code === 'same-policies' ? noChoice : information.reason;
  }
  const say = (lang: 'nl' | 'en'): string =>
    informationSentence(
      information,
      speechOf(region, target, lang, (id) => {
        if (id === 'before') return `‘${against[lang]}’`;
        if (id === 'now') return lang === 'nl' ? 'de stand van nu' : 'the present setting';
        return `‘${region.uncertainties.find((one) => one.id === id)?.title[lang] ?? id}’`;
      }),
    );
  return { nl: say('nl'), en: say('en') };
}

/** That there is no choice to turn round. */
const noChoice: Text = {
  nl: 'De knoppen geven voor dit doel in elke toekomst hetzelfde als daar waarmee u vergelijkt: geen getal kan de keuze veranderen.',
  en: 'For this target the levers give the same in every future as what they are compared with: no number can change the choice.',
};

/** That nothing differs, where somebody asks why it changed. */
export const nothingDiffers: Text = {
  nl: 'De stand is gelijk aan die waarmee u vergelijkt: er is niets te verklaren.',
  en: 'The setting is the same as the one it is compared with: there is nothing to explain.',
};

/** What it is called that a target is missed, before ‘in 77 of 100 futures’: at its own horizon, or in another year. */
export const missedWords = (title: Text, year: string | null = null): Text =>
  year === null
    ? { nl: `‘${title.nl}’ wordt niet gehaald`, en: `‘${title.en}’ is missed` }
    : {
        nl: `het getal van ‘${title.nl}’ is er in ${year} niet`,
        en: `the number of ‘${title.en}’ is not there in ${year}`,
      };

/** Why no box is looked for. */
export const noNumber = (title: Text): Text => ({
  nl: `De agenda geeft ‘${title.nl}’ geen getal: er is niets om te missen.`,
  en: `The agenda gives ‘${title.en}’ no number: there is nothing to miss.`,
});
