/** Reasons for a confidence below 1, as texts. */
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

/** A number without grouping of thousands, so that it is unambiguous. */
const digits = (value: number, locale: string): string =>
  new Intl.NumberFormat(locale, { useGrouping: false, maximumFractionDigits: 9 }).format(value);

/**
 * The reasons for the confidence of a figure as texts, in order; a reason without a text is omitted.
 *
 * @param found its `alternative` is named where the document mixes a decimal comma and a decimal point
 */
export function doubtsOf(found: {
  readonly reasons: readonly string[];
  readonly value: number;
  readonly alternative?: number | undefined;
}): readonly { readonly nl: string; readonly en: string }[] {
  const { value, alternative } = found;
  return found.reasons.flatMap((reason) => {
    if (reason !== 'notation-clash') return Object.hasOwn(doubts, reason) ? (doubts[reason] ?? []) : [];
    if (alternative === undefined) return [];
    const both = (locale: string): [string, string] => [digits(value, locale), digits(alternative, locale)];
    const [nl, nlOther] = both('nl-NL');
    const [en, enOther] = both('en-GB');
    return {
      nl: `het document schrijft decimalen met een komma en met een punt: gelezen als ${nl}, maar het kan ook ${nlOther} zijn`,
      en: `the document writes decimals with a comma and with a point: read as ${en}, but it may be ${enOther} too`,
    };
  });
}
