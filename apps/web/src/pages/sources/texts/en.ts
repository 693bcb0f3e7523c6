import type { SourcesText } from './nl.ts';

/** The same in English. */
export const en: Readonly<Record<SourcesText, string>> = {
  'method.command': 'The command, for who runs the site',
  'list.rest': 'Show {n} more',
  'list.count': '{n} of {of}',
  'assumptions.search': 'Search an assumption',
  'data.search': 'Search a source',
  'data.observed': 'Sources of measurements',
  'data.named': 'Sources of all else: amounts, agreements, projects and assumptions',
  'tree.under': 'Below this: {n} parts',
  'tree.under.one': 'Below this: one part',
  'kinds.title': 'What is missing, counted',
  'kinds.lead': 'Each number is a count of today. Open a line for its list.',
  'kind.open-in-text': 'The agenda leaves it open',
  'kind.not-found': 'Looked for and not found',
  'kind.not-fetched': 'A source has it, not fetched yet',
  'kind.uncertain': 'Found, but not certain',
  'standing.title': 'Targets without a standing, with the reason',
  'missing.not-fetched': 'Not fetched yet',
  'missing.not-published': 'No source that we know publishes this',
  'missing.secret': 'The source keeps this secret',
  'missing.no-definition': 'The agenda does not say how this is measured',
  'missing.no-baseline': 'There is no base to compare with',
  'missing.other': 'Something measured, too little for a standing',
  'indicators.title': 'Indicators without a figure',
  'notBuilt.title': 'What this program cannot do yet',
  'notBuilt.lead': 'An agenda does ask for this. It stands here until it is there.',
  'notBuilt.dialogue':
    'Dialogue: parties cannot report or confirm agreements here yet, and there are no rounds or packs yet.',
  'notBuilt.pipeline':
    'The model follows homes from plan to keys per part of the region, not yet per municipality.',
  'notBuilt.programme':
    'A programme, in which projects wait for each other and share capacity, is not built yet.',
  'notBuilt.amenities':
    'The shortage of facilities is there per kind for the whole region, not yet per area.',
  'notBuilt.workLocations':
    'Land for firms is there per part of the region, not yet per kind of firm or location.',
  'notBuilt.priority':
    'Who goes first where the power grid or nitrogen is scarce cannot be chosen yet, and nitrogen is not divided over areas yet.',
  'notBuilt.matching': 'Matching candidates with placements and jobs is not possible yet.',
  'notBuilt.learning': 'The model does not compute lifelong learning and a training fund yet.',
  'notBuilt.matrix':
    'Technology against market, with strength and evidence, and control points in a chain: not built yet.',
  'notBuilt.roadmaps': 'Roadmaps with a gate after each stage are not built yet.',
  'notBuilt.instruments':
    'From a project or start-up to the schemes that fit it: not built yet. The schemes stand here as a list only.',
  'notBuilt.shared':
    'Shared facilities and campuses are listed with place and source, not yet with capacity, use and need.',
  'notBuilt.network':
    'What the loss of a plant, material or country does to the chain cannot be seen yet. The model knows shocks only as a whole.',
  'notBuilt.knowledge': 'Protection of vulnerable knowledge, with a check per party, is not built yet.',
  'notBuilt.contagion':
    'A hack that leaps from firm to firm cannot be seen yet. The model knows only the share of firms that are hit.',
  'notBuilt.missions': 'Measures are not linked to national missions yet.',
  'notBuilt.pathways': 'Adaptive pathways, with signposts to watch, are not built yet.',
};
