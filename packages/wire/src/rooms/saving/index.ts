import { defineRoom } from '../../room.ts';
import { EditingResponse, JudgementsBody, ProposalsBody, SavedResponse, VerdictsBody } from './shapes.ts';

export * from './shapes.ts';

/** Saving into the region folder, by the pages of the server itself. */
export const savingRoom = defineRoom({
  order: 70,
  pages: [],
  routes: {
    savesProposals: { method: 'GET', path: '/v1/voorstellen', answer: EditingResponse },
    saveProposals: { method: 'POST', path: '/v1/voorstellen', body: ProposalsBody, answer: SavedResponse },
    savesVerdicts: { method: 'GET', path: '/v1/oordelen', answer: EditingResponse },
    saveVerdicts: { method: 'POST', path: '/v1/oordelen', body: VerdictsBody, answer: SavedResponse },
    savesJudgements: { method: 'GET', path: '/v1/beoordelingen', answer: EditingResponse },
    saveJudgements: {
      method: 'POST',
      path: '/v1/beoordelingen',
      body: JudgementsBody,
      answer: SavedResponse,
    },
  },
  downloads: {},
  description: {
    tags: [],
    routes: {
      savesProposals: null,
      saveProposals: null,
      savesVerdicts: null,
      saveVerdicts: null,
      savesJudgements: null,
      saveJudgements: null,
    },
  },
});
