/** Why a finding is not certain, in words. */
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
