import { isFigure, isSmallWord, plain, synonymsOf, termsOf } from '@schaalsprong/search/language';
import type { Lang } from '@schaalsprong/words';

/** A word of a text, as typed and as it is compared. */
export interface Word {
  readonly typed: string;
  readonly term: string;
  readonly offset: number;
}

/** Words that say how much, when or that something must be, and nothing of what: of a sentence about an agenda they tell no subject. */
const dutch = `mag mogen levert leveren erbij kent kennen noemt noemen wenst streeft aantal agenda al alle alles altijd andere bedoeling bijna binnen boven circa daarmee daarvan bijkomen bijkomt bijgekomen bij staan volgend volgende deel doel dan dat doen door
  eigen elk elke er extra genoeg ga gaan gaat geen gemiddeld gepland getal haar had hadden halen hebben heeft hele hem heel hoogstens hoort
  horen huidig in jaar jaarlijks jaren kan komen komende komt krijg krijgen krijgt kunnen laat later maar maken meer mensen met miljard
  miljoen minder minimaal minstens moet moeten mogelijk na naar niet niets nieuw nieuwe nodig nog nu om ongeveer ook onder ons onze
  over pas percent plus procent regio rond ruim sinds slechts staat steeds straks te ten tegen tot totaal tussen uiterlijk
  vanaf vandaag veel vinden vindt voordat volgens vooral waren wel weer werd worden wordt wil willen zal zei zo zoals zonder zou zouden zullen
  duizend honderd keer maal eerste plaats blijft blijven zeggen zegt brengt geeft geven maximaal hooguit kwart derde vijfde helft tiende
  verdubbelen verdubbelt verdubbeld halveren halveert stijgen stijgt stijging groeien groeit dalen daalt daling toename afname hoger lager
  omhoog omlaag groter kleiner beter slechter een twee drie vier vijf zes zeven acht negen tien twaalf euro eur mln mld`;
const english = `want wants rate worth aim aims may mention mentions about above additional agenda all almost already also and another any around at average be because been before being below
  between billion bn both but by can come comes coming could current double doubled doubles did do does down during each enough every extra
  fewer first for from get gets had has have her his however hundred if increase increases increased into its just last least less like made make makes
  many may million mln more most much must need needed needs new next no not now number of on one only or other our out over own part per
  percent people place plan planned region rise rises say says shall should since so some still such than that the their them then there these they third
  this those thousand through to total toward towards two three four five six seven eight nine ten under until up very was were what when
  which while will with within without would year yearly years per quarter fifth half tenth decrease fall falls fell decline grow grows
  growth higher lower eur euro euros least`;
const saysNothing: Readonly<Record<Lang, ReadonlySet<string>>> = {
  nl: new Set(termsOf(dutch, 'nl')),
  en: new Set(termsOf(english, 'en')),
};

/** Words of one meaning in sentences about plans, beside those of the search. */
const alike: Readonly<Record<Lang, readonly string[]>> = {
  nl: [
    'bouwen gebouwd woningbouw realiseren opleveren opgeleverd aanleg klaar gereed',
    'octrooi patent octrooiaanvraag patentaanvraag',
    'afgestudeerde diploma gediplomeerde',
    'zij-instromer overstap overgestapt omscholing instromer',
    'international kennismigrant buitenlander',
    'productiviteit arbeidsproductiviteit',
    'student studenteneenheid studentenwoning studentenhuisvesting studentenkamer kamer',
    'vervuld vervullen invullen ingevuld',
    'behoud behouden vasthouden',
    'chip halfgeleider',
    'hack cyberaanval',
    'tekort tekorten weinig krapte gat',
    'rd onderzoek ontwikkeling',
    'bbp bruto',
  ],
  en: [
    'build built construct constructed complete completed deliver delivered finish finished',
    'patent application',
    'graduate diploma degree',
    'side-entrant switcher retrain retrained switch entrant',
    'international migrant foreigner expat',
    'student dormitory',
    'fill filled vacancy',
    'retain retention keep kept',
    'chip semiconductor',
    'hack cyberattack attack',
    'shortage short shortfall gap',
    'productivity productive',
    'rd research development',
  ],
};
const tableOf = (lang: Lang): ReadonlyMap<string, ReadonlySet<string>> => {
  const found = new Map<string, Set<string>>();
  for (const row of alike[lang]) {
    const stems = termsOf(row, lang);
    for (const stem of stems) found.set(stem, new Set([...(found.get(stem) ?? []), ...stems]));
  }
  return found;
};
const alikeTables: Readonly<Record<Lang, ReadonlyMap<string, ReadonlySet<string>>>> = {
  nl: tableOf('nl'),
  en: tableOf('en'),
};

/** Whether two stems mean about the same. */
export const meanTheSame = (a: string, b: string, lang: Lang): boolean =>
  alikeTables[lang].get(a)?.has(b) === true || synonymsOf(a, lang).includes(b);

/** Words of a text that say what it is about: no numbers, no small words, none that only say how much or when. */
export function tellingWords(text: string, lang: Lang): readonly Word[] {
  const words: Word[] = [];
  for (const found of text.matchAll(/[\p{L}\p{N}&’']+/gu)) {
    const typed = found[0].replace(/^['’]+|['’]+$/gu, '');
    const term = termsOf(plain(typed).replaceAll('&', ''), lang)[0];
    if (term === undefined || term.length < 2 || isFigure(term) || isSmallWord(term, lang)) continue;
    if (saysNothing[lang].has(term)) continue;
    words.push({ typed, term, offset: found.index });
  }
  return words;
}

const votesOf = (text: string, lang: Lang): number =>
  (text.toLowerCase().match(/\p{L}+/gu) ?? []).filter((word) => commonWords[lang].has(word)).length;

/** Words that are common in one of the two languages and not a word of the other. */
const commonWords: Readonly<Record<Lang, ReadonlySet<string>>> = {
  nl: new Set(
    'de het een en van voor met zijn wordt worden niet naar bij uit door aan er maar meer nog jaar moet komen komt tot woningen regio minder wil bouwt krijgt heeft gaat per'.split(
      ' ',
    ),
  ),
  en: new Set(
    'the and of to for with is are be will that this by from on not at more year must has have homes region fewer wants builds gets there a new jobs people'.split(
      ' ',
    ),
  ),
};

/** The language of a sentence by its common words; the language of the page where they do not decide. */
export function languageOfSentence(text: string, page: Lang): Lang {
  const [nl, en] = [votesOf(text, 'nl'), votesOf(text, 'en')];
  return nl === en ? page : nl > en ? 'nl' : 'en';
}

const rising = {
  nl: /\b(meer|groei\w*|gegroeid|stijg\w*|gestegen|hoger\w*|omhoog|toe(name|nemen|genomen)|neemt\b.*\btoe|verhog\w*|groter|bijgekomen)\b/u,
  en: /\b(more|grow\w*|grew|ris(e|es|en|ing)|rose|higher|increas\w*|up by|larger)\b/u,
} as const;
const falling = {
  nl: /\b(minder|da(al|len|alt|ling)\w*|gedaald|lager\w*|omlaag|af(name|nemen|genomen)|neemt\b.*\baf|verlag\w*|kleiner|krimp\w*|verlies\w*)\b/u,
  en: /\b(less|fewer|fall\w*|fell|declin\w*|drop\w*|lower|decreas\w*|reduc\w*|shrink\w*|down by|smaller|lose\w*)\b/u,
} as const;

/** Whether a sentence speaks of more (1) or of less (-1); 0 where it says neither, or both. */
export function directionOf(text: string, lang: Lang): -1 | 0 | 1 {
  const low = text
    .toLowerCase()
    // `Meer dan` and `minder dan` a figure say how wide it is, not where it goes.
    .replace(/\b(meer|minder|hoger|lager|more|less|fewer|higher|lower) (dan|than)\b/gu, ' ');
  const [up, down] = [rising[lang].test(low), falling[lang].test(low)];
  return up === down ? 0 : up ? 1 : -1;
}

/** Whether a text says that its number is one of each year. */
export const isPerYear = (text: string): boolean =>
  /\b(per jaar|jaarlijks|jaarlijkse|ieder jaar|elk jaar|a year|per year|per annum|annually|annual|yearly|every year|each year)\b/iu.test(
    text,
  );
