import type { Lang } from '@schaalsprong/words';
import { termsOf } from './terms.ts';

/** Words of one meaning in policy texts: whoever types one of a row finds the others too, less high. */
const dutch = [
  'woning huis huisvesting',
  'baan arbeidsplaats werkgelegenheid werk',
  'stroom elektriciteit stroomnet net netcongestie',
  'knelpunt beperking rem',
  'trein spoor ov',
  'auto weg verkeer file',
  'fiets fietspad fietsroute',
  'school onderwijs opleiding',
  'techniek technologie technisch',
  'vakman monteur bouwvakker vakmensen',
  'student studenten diploma',
  'dokter huisarts zorg',
  'natuur groen',
  'ammoniak stikstof depositie',
  'inwoner bevolking bewoner',
  'geld euro kosten investering financiering bekostiging',
  'bedrijf onderneming firma',
  'stad gemeente dorp',
  'steden stad',
  'tegenspraak tegenstrijdigheid conflict',
  'klopt waar controleren',
  'huur huurwoning sociaal',
  'expat internationaal kennismigrant',
  'btw belasting',
];
const english = [
  'home house housing dwelling',
  'job employment work',
  'grid electricity power congestion',
  'constraint bottleneck brake',
  'train rail transit',
  'car road traffic',
  'bicycle bike cycling',
  'school education training',
  'technician installer builder',
  'student graduate diploma',
  'doctor gp care',
  'nature green',
  'nitrogen ammonia deposition',
  'inhabitant population resident',
  'money euro cost investment funding',
  'company firm business enterprise',
  'town city municipality village',
  'contradiction conflict',
  'rent rental social',
];

const tableOf = (lang: Lang): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, Set<string>>();
  for (const row of lang === 'nl' ? dutch : english) {
    const stems = [...new Set(termsOf(row, lang))];
    for (const stem of stems) {
      const known = found.get(stem) ?? new Set();
      for (const other of stems) if (other !== stem) known.add(other);
      found.set(stem, known);
    }
  }
  return new Map([...found].map(([stem, others]) => [stem, [...others]]));
};

let tables: Readonly<Record<Lang, ReadonlyMap<string, readonly string[]>>> | undefined;

/** Stems of words that mean about the same. */
export function synonymsOf(stem: string, lang: Lang): readonly string[] {
  tables ??= { nl: tableOf('nl'), en: tableOf('en') };
  return tables[lang].get(stem) ?? [];
}
