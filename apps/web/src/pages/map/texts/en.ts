import type { MapText } from './nl.ts';

/** The same texts in English. */
export const en: Readonly<Record<MapText, string>> = {
  'head.home': 'The municipalities on the map',
  'lead.home':
    'Choose what the map shows and of which period. Each municipality is a door to its own page. All of it was measured or reported, nothing was computed by the model.',
  'head.monitor': 'By municipality on the map',
  'lead.monitor': 'Of every indicator that is measured by municipality, with the figure of each period.',
  'monitor.open': 'All about this indicator',
  'head.target': 'Where it stands now, by municipality',
  'lead.target':
    'The figures that go with this target, by municipality. The target itself holds for the whole area: what share each municipality takes is not in here.',
  'head.municipality': 'On the map, beside the others',
  'lead.municipality':
    'This municipality has a thick outline. Choose what the map shows and of which period.',
  'lead.table':
    'The model does not compute by municipality: the map shows what was measured, so it does not change with the levers.',
  choose: 'The map shows',
  ranked: '{head}, highest first',
  shape: 'Shape of the map',
  what: 'Number',
  'shape.boundaries': 'Boundaries',
  'shape.tiles': 'Tiles',
  'shape.circles': 'Circles',
  'mode.value': 'Value',
  'mode.per1000': 'Per 1,000 inhabitants',
  'mode.change': 'Change since {first}',
  period: 'Period: {period}',
  'period.earlier': 'Earlier period',
  'period.later': 'Later period',
  class: '{from} to {to}',
  noValue: 'no figure',
  'circles.legend': 'larger: more',
  'finding.value': '{period}: highest is {high} ({highValue}), lowest {low} ({lowValue}).',
  'finding.per1000':
    '{period}, per 1,000 inhabitants: highest is {high} ({highValue}), lowest {low} ({lowValue}).',
  'finding.change':
    'Change from {first} to {period}: highest in {high} ({highValue}), lowest in {low} ({lowValue}).',
  own: '{name} has the thick outline: {value}, place {place} of {of}, from high to low.',
  'own.none': '{name} has the thick outline: {why}.',
  'title.value': '{title}: {period}',
  'title.per1000': '{title}, per 1,000 inhabitants, {period}',
  'title.change': '{title}, change from {first} to {period}',
  'unit.per1000': '{unit} per 1,000 inhabitants',
  'note.circles':
    'Each circle is a municipality, as large as its number of inhabitants, as near as can be to its own place. The stronger the colour, the higher.',
  'note.circlesOnly':
    'Each circle is a municipality, as near as can be to its own place. The larger, the more; the colour says nothing.',
  'note.tiles': 'Each tile is a municipality, all of one size. The stronger the colour, the higher.',
  'note.boundaries': 'The stronger the colour, the higher. Boundaries of {year}: {attribution}.',
  'note.large': 'A large municipality catches the eye, also where few people live.',
  'note.own': 'The stronger the colour, the higher. Boundaries from your own file.',
  'note.per1000':
    'Divided by the number of inhabitants on 1 January of that year, or of the first of those years.',
  'boundaries.none':
    'No boundaries are loaded. Open a GeoJSON file with boundaries of municipalities, such as the areas of Statistics Netherlands and PDOK. The file stays in your browser.',
  'boundaries.own': 'Use other boundaries',
  'boundaries.ownText':
    'Open a GeoJSON file with boundaries of municipalities, for example of another year. The file stays in your browser.',
  'boundaries.open': 'File with boundaries',
  'boundaries.missing': 'Not found in the boundaries: {areas}.',
  'fault.no-json': 'This file is no JSON. Choose a GeoJSON file.',
  'fault.no-features': 'This file has no list of ‘features’. Choose a GeoJSON file.',
  'fault.no-area':
    'This file holds no municipality of this region. Expected: shapes with the code or name of a municipality.',
  'fault.too-large': 'This file is larger than 60 MB. Choose generalised boundaries.',
  doors: 'The municipalities on the map: the arrow keys go from one to the next.',
  'door.value': '{name}: {value}. To the page of this municipality.',
  'door.own': '{name}: {value}. This is the municipality of this page.',
  'table.area': 'Municipality',
  'table.value': 'Value',
  'table.per1000': 'Per 1,000 inhabitants',
  'table.change': 'Change since {first}',
};
