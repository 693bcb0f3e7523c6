/** Texts of the maps; Dutch is the source, and the English file has the same keys. */
export const nl = {
  'head.home': 'De gemeenten op de kaart',
  'lead.home':
    'Kies wat de kaart toont en van welke periode. Elke gemeente is een deur naar haar eigen pagina. Alles hier is gemeten of gemeld, niets berekend door het model.',
  'head.monitor': 'Per gemeente op de kaart',
  'lead.monitor': 'Van elke indicator die per gemeente is gemeten, met het cijfer van elke periode.',
  'monitor.open': 'Alles over deze indicator',
  'head.target': 'Waar het nu staat, per gemeente',
  'lead.target':
    'De metingen bij dit doel per gemeente. Het doel zelf geldt voor het hele gebied: hoeveel elke gemeente ervan op zich neemt, staat hier niet.',
  'head.municipality': 'Op de kaart, naast de andere',
  'lead.municipality': 'Deze gemeente heeft een dikke rand. Kies wat de kaart toont en van welke periode.',
  'lead.table':
    'Het model rekent niet per gemeente: de kaart toont wat er is gemeten, en verandert dus niet met de knoppen.',
  choose: 'De kaart toont',
  ranked: '{head}, het hoogst eerst',
  shape: 'Vorm van de kaart',
  what: 'Getal',
  'shape.boundaries': 'Grenzen',
  'shape.tiles': 'Tegels',
  'shape.circles': 'Cirkels',
  'mode.value': 'Waarde',
  'mode.per1000': 'Per 1.000 inwoners',
  'mode.change': 'Verandering sinds {first}',
  period: 'Periode: {period}',
  'period.earlier': 'Eerdere periode',
  'period.later': 'Latere periode',
  class: '{from} tot en met {to}',
  noValue: 'geen cijfer',
  'circles.legend': 'groter: meer',
  'finding.value': '{period}: het hoogst is {high} ({highValue}), het laagst {low} ({lowValue}).',
  'finding.per1000':
    '{period}, per 1.000 inwoners: het hoogst is {high} ({highValue}), het laagst {low} ({lowValue}).',
  'finding.change':
    'Verandering van {first} tot {period}: het hoogst in {high} ({highValue}), het laagst in {low} ({lowValue}).',
  own: '{name} heeft de dikke rand: {value}, plaats {place} van {of}, van hoog naar laag.',
  'own.none': '{name} heeft de dikke rand: {why}.',
  'title.value': '{title} ({period})',
  'title.per1000': '{title}, per 1.000 inwoners, {period}',
  'title.change': '{title}, verandering van {first} tot {period}',
  'unit.per1000': '{unit} per 1.000 inwoners',
  'note.circles':
    'Elke cirkel is een gemeente, zo groot als haar aantal inwoners, zo dicht mogelijk bij haar eigen plaats. Hoe sterker de kleur, hoe hoger.',
  'note.circlesOnly':
    'Elke cirkel is een gemeente, zo dicht mogelijk bij haar eigen plaats. Hoe groter, hoe meer; de kleur zegt niets.',
  'note.tiles': 'Elke tegel is een gemeente, alle even groot. Hoe sterker de kleur, hoe hoger.',
  'note.boundaries': 'Hoe sterker de kleur, hoe hoger. Grenzen van {year}: {attribution}.',
  'note.large': 'Een grote gemeente valt op, ook als er weinig mensen wonen.',
  'note.own': 'Hoe sterker de kleur, hoe hoger. Grenzen uit uw eigen bestand.',
  'note.per1000':
    'Gedeeld door het aantal inwoners op 1 januari van dat jaar, of van het eerste van die jaren.',
  'boundaries.none':
    'Er zijn geen grenzen geladen. Open een GeoJSON-bestand met gemeentegrenzen, zoals de gebiedsindelingen van CBS en PDOK. Het bestand blijft in uw browser.',
  'boundaries.own': 'Andere grenzen gebruiken',
  'boundaries.ownText':
    'Open een GeoJSON-bestand met gemeentegrenzen, bijvoorbeeld van een ander jaar. Het bestand blijft in uw browser.',
  'boundaries.open': 'Bestand met grenzen',
  'boundaries.missing': 'Niet in de grenzen gevonden: {areas}.',
  'fault.no-json': 'Dit bestand is geen JSON. Kies een GeoJSON-bestand.',
  'fault.no-features': 'Dit bestand heeft geen lijst ‘features’. Kies een GeoJSON-bestand.',
  'fault.no-area':
    'In dit bestand staat geen gemeente van deze regio. Verwacht: vlakken met een code of naam van een gemeente.',
  'fault.too-large': 'Dit bestand is groter dan 60 MB. Kies gegeneraliseerde grenzen.',
  doors: 'De gemeenten op de kaart: met de pijltoetsen van de een naar de ander.',
  'door.value': '{name}: {value}. Naar de pagina van deze gemeente.',
  'door.own': '{name}: {value}. Dit is de gemeente van deze pagina.',
  'table.area': 'Gemeente',
  'table.value': 'Waarde',
  'table.per1000': 'Per 1.000 inwoners',
  'table.change': 'Verandering sinds {first}',
} as const;

export type MapText = keyof typeof nl;
