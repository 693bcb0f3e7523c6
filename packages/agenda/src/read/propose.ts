import type { Claim, RegionFile } from '../schema.ts';
import { kebab } from './counted.ts';
import { defaultQualifiers } from './qualifiers.ts';
import type { FoundQuantity, Reading } from './types.ts';

/** A claim as a region's file holds it, before the schema has filled in what may be left out. */
export interface ProposedClaim {
  readonly id: string;
  readonly places: readonly (number | string)[];
  readonly figure: string;
  readonly text: { readonly nl: string; readonly en: string };
  readonly kind: Claim['kind'];
  readonly quantity: string;
  readonly entity: string;
  readonly value: number;
  readonly qualifier: string;
  readonly interval?: FoundQuantity['interval'];
  readonly unit: string;
  readonly period?: string;
  readonly horizon?: string;
  readonly note?: { readonly nl: string; readonly en: string };
}

/** What of a region a proposal needs. */
export type ProposalRegion = Pick<RegionFile, 'area'> & {
  readonly units: Readonly<Record<string, unknown>>;
  readonly qualifiers: Readonly<Record<string, unknown>>;
};

const doubts: Readonly<Record<string, { readonly nl: string; readonly en: string }>> = {
  'no-noun': {
    nl: 'wat er geteld wordt, staat er niet achter',
    en: 'what is counted does not stand behind it',
  },
  'nothing-counted': { nl: 'er is niet gevonden wat er geteld wordt', en: 'what is counted was not found' },
  one: { nl: '‘één’ kan ook een lidwoord zijn', en: '‘one’ may be an article too' },
  ordinal: { nl: 'een rangtelwoord', en: 'an ordinal' },
  'in-a-name': { nl: 'het jaartal is een deel van een naam', en: 'the year is a part of a name' },
  'counted-here': {
    nl: 'door ons geteld; het getal staat er niet',
    en: 'counted by us; the number is not in the text',
  },
  'counted-before': { nl: 'telt wat het getal ervoor telt', en: 'counts what the figure before it counts' },
  'currency-implied': {
    nl: 'de munt staat bij het bedrag ervoor',
    en: 'the currency stands with the amount before it',
  },
  'horizon-from-context': {
    nl: 'het jaar komt uit de kop of de inleiding van de lijst',
    en: 'the year comes from the heading or the introduction of the list',
  },
  'not-as-promised': {
    nl: 'de inleiding van de lijst noemt een ander aantal',
    en: 'the introduction of the list names another number',
  },
};

/** The words of a reason why a finding is not certain, or null where the reason needs none. */
export const doubtText = (reason: string): { readonly nl: string; readonly en: string } | null =>
  Object.hasOwn(doubts, reason) ? (doubts[reason] ?? null) : null;

/**
 * Claims for a region's folder out of what was found, for a person to accept, edit or reject. The text is a plain
 * description of the figure, never the sentence of the document; a footnote says what is not sure.
 * @param region gives the area that is spoken of, and which units and qualifiers exist; without it the area is `REGION`
 * @returns as many claims as `reading.claims`, in order, with ids that differ
 */
export function proposeClaims(reading: Reading, region?: ProposalRegion): readonly ProposedClaim[] {
  const taken = new Map<string, number>();
  return reading.claims.map((found) => {
    const base =
      kebab(
        [...found.quantity.split('-').slice(0, 5), String(Math.abs(found.value)).replaceAll('.', '-')],
        12,
      ) || 'claim';
    const times = (taken.get(base) ?? 0) + 1;
    taken.set(base, times);
    const qualifiers = region?.qualifiers ?? defaultQualifiers;
    const known = Object.hasOwn(qualifiers, found.qualifier);
    const last = found.line + found.text.split('\n').length - 1;
    const reasons = found.reasons.map(doubtText).filter((reason) => reason !== null);
    const knownUnit = region === undefined || Object.hasOwn(region.units, found.unit);
    if (!knownUnit) {
      reasons.push({
        nl: `de eenheid ‘${found.unit}’ kent de regio nog niet`,
        en: `the region does not know the unit ‘${found.unit}’ yet`,
      });
    }
    return {
      id: times === 1 ? base : `${base}-${times}`,
      places: [last > found.line ? `${found.line}-${last}` : found.line],
      figure: found.text,
      text: describe(found),
      kind: found.kind,
      quantity: found.quantity,
      entity: region?.area ?? 'REGION',
      value: found.value,
      qualifier: known ? found.qualifier : 'none',
      ...(known && found.form !== 'range' ? {} : { interval: found.interval }),
      unit: found.unit,
      ...(found.period === null ? {} : { period: found.period }),
      ...(found.horizon === null ? {} : { horizon: found.horizon }),
      ...(reasons.length === 0
        ? {}
        : {
            note: {
              nl: `Bij het lezen: ${reasons.map((reason) => reason.nl).join('; ')}.`,
              en: `On reading: ${reasons.map((reason) => reason.en).join('; ')}.`,
            },
          }),
    };
  });
}

/** A description in a few words; of a long text only what is counted is told, never its sentence. */
function describe(found: FoundQuantity): { readonly nl: string; readonly en: string } {
  const counted = found.counted.length > 60 ? `${found.counted.slice(0, 57)}…` : found.counted;
  const what = counted === '' ? found.quantity : counted;
  const when = found.horizon ?? found.period;
  return {
    nl: `Voorstel: ${found.text} (${what})${when === null ? '' : `, ${when}`}.`,
    en: `Proposal: ${found.text} (${what})${when === null ? '' : `, ${when}`}.`,
  };
}
