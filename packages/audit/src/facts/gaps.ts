import type { Region, Target } from '@schaalsprong/agenda';
import { must, type Text } from '@schaalsprong/words';
import type { AuditGap } from '../types.ts';

/** What a target needs, and how to see that it has it. */
interface Need {
  readonly what: AuditGap['what'];
  readonly title: Text;
  has(target: Target): boolean;
  sentence(lacking: number, of: number): Text;
}

/** A target rests on its challenge and on the further ones that it touches. */
const challengesOf = (target: Target): ReadonlySet<string> =>
  new Set([target.challenge, ...target.challenges]);

const touches = (nodes: readonly string[], challenges: ReadonlySet<string>): boolean =>
  nodes.some((node) => challenges.has(node));

const count = (n: number, of: number): Text => ({
  nl: n === of ? `alle ${of} doelstellingen` : `${n} van de ${of} doelstellingen`,
  en: n === of ? `all ${of} targets` : `${n} of the ${of} targets`,
});

function needsOf(region: Region): readonly Need[] {
  const { nodes, indicators } = region.byId;
  const instruments = region.registers
    .filter((register) => register.kind === 'instrument' || register.kind === 'programme')
    .flatMap((register) => register.entries);
  const sentence = (nl: string, en: string) => (lacking: number, of: number) => {
    const who = count(lacking, of);
    const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
    return {
      nl: upper(`${who.nl} ${lacking === 1 ? 'heeft' : 'hebben'} ${nl}.`),
      en: upper(`${who.en} ${lacking === 1 ? 'has' : 'have'} ${en}.`),
    };
  };
  return [
    {
      what: 'number',
      title: { nl: 'doelstellingen zonder getal', en: 'targets without a figure' },
      has: (target) => target.value !== null && target.valueIs === 'stated',
      sentence: sentence('in de tekst geen getal', 'no figure in the text'),
    },
    {
      what: 'indicator',
      title: { nl: 'doelstellingen zonder meting', en: 'targets without a measurement' },
      has: (target) => (indicators.get(target.indicator)?.series ?? null) !== null,
      sentence: sentence(
        'een indicator waarvan geen reeks metingen is gevonden',
        'an indicator of which no series of measurements was found',
      ),
    },
    {
      what: 'baseline',
      title: { nl: 'doelstellingen zonder beginwaarde', en: 'targets without a baseline' },
      has: (target) => target.baseline !== null,
      sentence: sentence('geen waarde om vanaf te tellen', 'no value to count from'),
    },
    {
      what: 'owner',
      title: { nl: 'doelstellingen zonder eigenaar', en: 'targets without an owner' },
      has: (target) => [...challengesOf(target)].some((id) => must(nodes, id).owners.length > 0),
      sentence: sentence('een opgave waarvan geen partij de eigenaar is', 'a challenge that no party owns'),
    },
    {
      what: 'measure',
      title: { nl: 'doelstellingen zonder maatregel', en: 'targets without a measure' },
      has: (target) => region.measures.some((m) => touches(m.nodes, challengesOf(target))),
      sentence: sentence(
        'een opgave waaraan geen van onze maatregelen werkt',
        'a challenge that none of our measures serves',
      ),
    },
    {
      what: 'instrument',
      title: { nl: 'doelstellingen zonder instrument', en: 'targets without an instrument' },
      has: (target) => instruments.some((entry) => touches(entry.nodes, challengesOf(target))),
      sentence: sentence(
        'een opgave waarbij geen regeling of programma is gevonden',
        'a challenge for which no scheme or programme was found',
      ),
    },
  ];
}

/**
 * What is announced and not given: lists and notes of the content with fewer items than the text promises (those that fit raise nothing),
 * and what targets need and do not have: a figure of the text, a series of measurements, a baseline, an owner of the
 * challenge, a measure, an instrument. One gap for each sort, with all targets that it holds for. A region without
 * registers or measures says nothing of them: they may stand elsewhere.
 */
export function gapsOf(region: Region): AuditGap[] {
  const lists = region.audit.lists
    .filter((list) => list.found < list.promised)
    .map(
      (list): AuditGap => ({
        id: list.id,
        what: list.what,
        title: list.title,
        explanation: list.note ?? {
          nl: `De tekst belooft er ${list.promised} en geeft er ${list.found}.`,
          en: `The text promises ${list.promised} and gives ${list.found}.`,
        },
        claims: list.claims,
        targets: [...new Set(list.claims.flatMap((id) => region.byId.claims.get(id)?.targets ?? []))],
        places: list.places,
        promised: list.promised,
        found: list.found,
      }),
    );
  const of = region.targets.length;
  const kept = (what: AuditGap['what']): boolean => {
    if (what === 'measure') return region.measures.length > 0;
    if (what === 'instrument') {
      return region.registers.some((r) => r.kind === 'instrument' || r.kind === 'programme');
    }
    return true;
  };
  const needs = needsOf(region)
    .filter((need) => kept(need.what))
    .flatMap((need): AuditGap[] => {
      const lacking = region.targets.filter((target) => !need.has(target));
      if (lacking.length === 0) return [];
      return [
        {
          id: `targets-without-${need.what}`,
          what: need.what,
          title: need.title,
          explanation: need.sentence(lacking.length, of),
          claims: [],
          targets: lacking.map((target) => target.id),
          places: lacking.flatMap((target) => target.places.slice(0, 1)),
          promised: of,
          found: of - lacking.length,
        },
      ];
    });
  return [...lists, ...needs];
}
