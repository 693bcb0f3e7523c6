/** Texts of the page of changes. */
export const nl = {
  title: 'Wijzigingen',
  question: 'Wat is er veranderd, en waardoor?',
  lead: 'Bij elke nieuwe stand zeggen we wat anders is dan in de vorige, en waardoor.',
  off: 'Deze server bewaart geen standen. Daarom is niet te zeggen wat er veranderde.',
  'off.operator': 'Voor beheerders: hoe dit aangaat',
  'off.how':
    'De beheerder zet het aan: geef de server een map (SCHAALSPRONG_DATA) of een database (DATABASE_URL), en zet SCHAALSPRONG_CHANGES niet op 0.',
  waiting: 'De stand van nu wordt nog gerekend. Daarna vergelijken we hem met de vorige.',
  failed: 'De standen zijn nu niet te lezen of te bewaren. We proberen het opnieuw.',
  first: 'Dit is de eerste stand die deze server bewaart, van {date}. Er is nog niets om mee te vergelijken.',
  since: 'Deze server bewaart standen sinds {date}.',
  feed: 'Volg dit als Atom',
  'entry.since': 'vergeleken met de stand van {date}',
  'entry.changed': 'Anders dan toen: {causes}.',
  'cause.data': 'cijfers',
  'cause.content': 'inhoud',
  'cause.model': 'model',
  'cause.program': 'programma',
  'cause.run': 'instelling van de berekening',
  'cause.unknown': 'oorzaak onbekend',
  'cause.together':
    'Oorzaak: {causes} samen. Welke van deze het deed, is niet te zeggen: de oude inhoud is niet bewaard.',
  'tally.same': 'Meestal gehaald: {after} van {afterOf} doelen, net als toen.',
  'tally.changed': 'Meestal gehaald: nu {after} van {afterOf} doelen, toen {before} van {beforeOf}.',
  'counts.title': 'Aantal toekomsten',
  'counts.none': 'Geen enkel aantal toekomsten veranderde.',
  'measured.title': 'Laatste meting',
  'measured.none': 'Van geen enkel doel veranderde de laatste meting.',
  'ambition.changed':
    '{title}: nu {after} van {afterOf} doelen meestal gehaald, toen {before} van {beforeOf}',
  'evidence.title': 'Wat er anders is',
  'evidence.target': 'Doelen',
  'evidence.claim': 'Uitspraken',
  'evidence.measure': 'Maatregelen',
  'evidence.uncertainty': 'Aannamen',
  'evidence.variable': 'Vergelijkingen van het model',
  'evidence.series': 'Reeksen met cijfers',
  'evidence.added': 'nieuw: {list}',
  'evidence.removed': 'weg: {list}',
  'evidence.changed': 'veranderd: {list}',
  'evidence.total': '{kind} ({n})',
  'evidence.more': 'Er zijn er meer dan hier staan.',
  'evidence.nothing':
    'Geen doel, uitspraak, maatregel, aanname, vergelijking of reeks is anders. Het verschil zit in iets anders van de regiomap of het programma.',
  'column.target': 'Doel',
  'column.before': 'Toen',
  'column.after': 'Nu',
  'column.cause': 'Oorzaak',
  nothing: 'niets',
  how: 'Hoe we de oorzaak bepalen',
  'how.text':
    'Een oorzaak is wat het getal gebruikt en wat anders is dan toen. De toekomsten gebruiken geen meting: een nieuw cijfer verandert dus nooit een aantal toekomsten. Afspraken tussen partijen tellen nog niet mee.',
} as const;

/** Key of a text of the page of changes. */
export type ChangesText = keyof typeof nl;
