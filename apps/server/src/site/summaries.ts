import type { PageAt, PageName } from '@schaalsprong/wire/pages';
import { formatMet, formatNumber, formatPeriod, type Lang, type Text } from '@schaalsprong/words';
import type { ServerState } from '../server-state.ts';

/** The question that a page answers, for who finds a link to it elsewhere. A page without one is described by its region. */
const questions: Partial<Readonly<Record<PageName, Text>>> = {
  table: {
    nl: 'Wat als we het anders doen? Draai aan de knoppen en zie wat er in duizenden toekomsten verandert.',
    en: 'What if we do it differently? Move the levers and see what changes over thousands of futures.',
  },
  conflicts: {
    nl: 'Kloppen de getallen van de agenda met elkaar? Elk conflict met de som en de kleinste oplossing.',
    en: 'Do the numbers of the agenda agree? Each conflict with its sum and the smallest repair.',
  },
  'claim-check': {
    nl: 'Plak een zin met een getal en zie welke uitspraak van de agenda dit zegt, en wat er anders is.',
    en: 'Paste a sentence with a number and see which claim of the agenda says it, and what is different.',
  },
  monitor: {
    nl: 'Wat zeggen de statistieken? Per doel en per gemeente, met bron, versie en wat niet bekend is.',
    en: 'What do the statistics say? By target and municipality, with source, version and what is not known.',
  },
  'back-test': {
    nl: 'Hoe had het model het verleden voorspeld? De missers staan vooraan.',
    en: 'How would the model have forecast the past? Misses come first.',
  },
  municipalities: {
    nl: 'Ligt mijn gemeente op koers? Per gemeente nieuwe woningen per jaar tegen haar deel, cijfers en wat er wordt gevraagd.',
    en: 'Is my municipality on course? For each, new homes a year against its part, figures and what is asked of it.',
  },
  agreements: {
    nl: 'Wie beloofde wat, wanneer moet het klaar zijn, en wat is de laatst bekende stand?',
    en: 'Who promised what, when is it due, and what is the last known state?',
  },
  sources: {
    nl: 'Waar komt elk getal vandaan? Uitspraken, aannamen, gegevens, model en wat wij niet weten.',
    en: 'Where does each number come from? Claims, assumptions, data, model and what we do not know.',
  },
  model: {
    nl: 'Hoe rekent het model? Elke vergelijking met eenheid en bron, en de kringen die het drijven.',
    en: 'How does the model compute? Each equation with unit and source, and the loops that drive it.',
  },
};

/** What the page of a municipality answers. */
const ofMunicipality: Text = {
  nl: 'Ligt {name} op koers? Nieuwe woningen per jaar tegen haar deel, prijzen naast de regio, afspraken, geld en wat wij niet weten.',
  en: 'Is {name} on course? New homes a year against its part, prices beside the region, agreements, money and what we do not know.',
};

/** What a target asks, and in how many futures it is met. */
function ofTarget(state: ServerState, id: string, lang: Lang): string | null {
  const target = state.agenda.targets.find((each) => each.id === id);
  if (target === undefined) return null;
  const standing = state.standing();
  const found =
    standing.state === 'failed'
      ? undefined
      : standing.detail?.assessment.targets.find((each) => each.id === id);
  const { units } = state.agenda.region;
  const value = (amount: number): string => formatNumber(amount, target.unit, lang, units, { rounded: true });
  const nl = lang === 'nl';
  const said: string[] = [];
  if (found?.met) {
    const met = formatMet(found.met, lang);
    said.push(nl ? `Gehaald in ${met}.` : `Met in ${met}.`);
  }
  if (found?.projected) {
    const { p10, p50, p90 } = found.projected;
    said.push(
      nl
        ? `Het model verwacht ${value(p50)} (acht van de tien toekomsten: ${value(p10)} tot ${value(p90)}).`
        : `The model expects ${value(p50)} (eight of ten futures: ${value(p10)} to ${value(p90)}).`,
    );
  }
  if (found?.observed) {
    const { value: measured, period } = found.observed;
    said.push(
      nl
        ? `Laatste cijfer: ${value(measured)} (${formatPeriod(period, lang)}).`
        : `Last figure: ${value(measured)} (${formatPeriod(period, lang)}).`,
    );
  }
  if (said.length > 0) return said.join(' ');
  return target.notModelled?.[lang] ?? null;
}

/**
 * What a page says in a sentence or two, in its language: with the numbers of now for the home page and a target, the question
 * that it answers for other pages, else what the region is.
 */
export function summaryOf({ page, id, lang }: PageAt, state: ServerState): string {
  const { region, areas, nodes, indicators, measures, agreements } = state.agenda;
  const general = `${region.title[lang]}: ${region.subtitle[lang]}`;
  if (page.name === 'home') {
    const standing = state.standing();
    const sentence = standing.state === 'failed' ? null : standing.sentence;
    return sentence?.[lang] ?? general;
  }
  if (id === null) return questions[page.name]?.[lang] ?? general;
  switch (page.ids) {
    case 'targets':
      return ofTarget(state, id, lang) ?? general;
    case 'municipalities':
      return (lang === 'nl' ? ofMunicipality.nl : ofMunicipality.en).replace(
        '{name}',
        areas.find(({ code }) => code === id)?.name ?? id,
      );
    case 'indicators':
      return indicators.find((each) => each.id === id)?.definition[lang] ?? general;
    case 'measures':
      return measures.find((each) => each.id === id)?.summary?.[lang] ?? general;
    case 'agreements':
      return agreements.find((each) => each.id === id)?.status[lang] ?? general;
    case 'challenges':
    case 'ambitions':
    case 'pillars':
    case 'action-lines':
      return nodes.find((each) => each.id === id)?.summary?.[lang] ?? general;
    default:
      return general;
  }
}
