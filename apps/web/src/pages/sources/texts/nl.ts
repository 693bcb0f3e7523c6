/** Texts of the pages under `/bronnen` that only they show. docs/mission.md quotes what is not built. */
export const nl = {
  'method.command': 'De opdracht, voor wie de site zelf draait',
  'list.rest': 'Toon nog {n}',
  'list.count': '{n} van {of}',
  'assumptions.search': 'Zoek een aanname',
  'data.search': 'Zoek een bron',
  'data.observed': 'Bronnen van metingen',
  'data.named': 'Bronnen van al het andere: bedragen, afspraken, projecten en aannamen',
  'tree.under': 'Hieronder: {n} onderdelen',
  'tree.under.one': 'Hieronder: één onderdeel',
  'kinds.title': 'Wat ontbreekt, geteld',
  'kinds.lead': 'Elk getal is een telling van vandaag. Open een regel voor de lijst.',
  'kind.open-in-text': 'De agenda laat het open',
  'kind.not-found': 'Gezocht en niet gevonden',
  'kind.not-fetched': 'Een bron heeft het, nog niet opgehaald',
  'kind.uncertain': 'Gevonden, maar niet zeker',
  'standing.title': 'Doelen zonder stand, met de reden',
  'missing.not-fetched': 'Nog niet opgehaald',
  'missing.not-published': 'Geen bron die wij kennen publiceert dit',
  'missing.secret': 'De bron houdt dit geheim',
  'missing.no-definition': 'De agenda zegt niet hoe dit gemeten wordt',
  'missing.no-baseline': 'Er is geen beginpunt om mee te vergelijken',
  'missing.other': 'Wel iets gemeten, te weinig voor een stand',
  'indicators.title': 'Indicatoren zonder cijfer',
  'notBuilt.title': 'Wat dit programma nog niet kan',
  'notBuilt.lead': 'Een agenda vraagt dit wel. Het staat hier tot het er is.',
  'notBuilt.dialogue':
    'Overleg: partijen kunnen afspraken hier nog niet melden of bevestigen, en er zijn nog geen rondes en stukken.',
  'notBuilt.pipeline':
    'Woningen van plan tot sleutel volgt het model per deel van de regio, nog niet per gemeente.',
  'notBuilt.programme':
    'Een programma, waarin projecten op elkaar wachten en capaciteit delen, is nog niet gebouwd.',
  'notBuilt.amenities':
    'Het tekort aan voorzieningen is er per soort voor de hele regio, nog niet per gebied.',
  'notBuilt.workLocations':
    'Bedrijfsgrond is er per deel van de regio, nog niet per soort bedrijf of locatie.',
  'notBuilt.priority':
    'Wie voorgaat bij schaarste op het stroomnet of in stikstof is nog niet te kiezen, en stikstof is nog niet per gebied verdeeld.',
  'notBuilt.matching': 'Kandidaten aan stages en werkplekken koppelen kan nog niet.',
  'notBuilt.learning': 'Een leven lang leren en een opleidingsfonds rekent het model nog niet door.',
  'notBuilt.matrix':
    'Technologie tegen markt, met sterkte en bewijs, en sleutelposities in een keten: nog niet gebouwd.',
  'notBuilt.roadmaps': 'Routekaarten met een toets na elke fase zijn nog niet gebouwd.',
  'notBuilt.instruments':
    'Van een project of starter naar de regelingen die erbij passen: nog niet gebouwd. De regelingen staan er alleen als lijst.',
  'notBuilt.shared':
    'Gedeelde faciliteiten en campussen staan er met plaats en bron, nog niet met capaciteit, gebruik en behoefte.',
  'notBuilt.network':
    'Wat het uitvallen van een fabriek, grondstof of land in de keten doet, is nog niet te zien. Het model kent schokken alleen als geheel.',
  'notBuilt.knowledge': 'Bescherming van kwetsbare kennis, met een toets per partij, is nog niet gebouwd.',
  'notBuilt.contagion':
    'Een hack die van bedrijf naar bedrijf springt, is nog niet te zien. Het model kent alleen het deel van de bedrijven dat wordt getroffen.',
  'notBuilt.missions': 'Maatregelen zijn nog niet verbonden met missies van het Rijk.',
  'notBuilt.pathways': 'Paden die meebewegen, met signalen om op te letten, zijn nog niet gebouwd.',
} as const;

export type SourcesText = keyof typeof nl;
