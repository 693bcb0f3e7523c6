import { page, type Room } from '../../room.tsx';

const entry = page(() => import('./EntryPage.tsx'));
const node = page(() => import('./NodePage.tsx'));
const list = page(() => import('./ListPage.tsx'));

export const thingsRoom = {
  pages: {
    agreements: page(() => import('./AgreementsPage.tsx')),
    agreement: page(() => import('./AgreementPage.tsx')),
    party: page(() => import('./PartyPage.tsx')),
    measure: page(() => import('./MeasurePage.tsx')),
    constraint: page(() => import('./ConstraintPage.tsx')),
    project: entry,
    programme: entry,
    instrument: entry,
    campus: entry,
    technology: entry,
    market: entry,
    facility: entry,
    document: entry,
    ambition: node,
    pillar: node,
    'action-line': node,
    part: node,
    parties: list,
    measures: list,
    constraints: list,
    projects: list,
    programmes: list,
    instruments: list,
    campuses: list,
    technologies: list,
    markets: list,
    facilities: list,
    documents: list,
    ambitions: list,
    pillars: list,
    'action-lines': list,
    parts: list,
  },
} satisfies Room;
