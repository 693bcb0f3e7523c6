export { keptAnswers } from './kept-answers.ts';
export { type NodePort, nodePort } from './port.ts';
