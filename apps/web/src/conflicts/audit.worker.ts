import { audit } from '@schaalsprong/audit';
import { makeAuditing, type Question } from './auditing.ts';

const answer = makeAuditing(audit);

globalThis.addEventListener('message', (event: MessageEvent<{ id: number; question: Question }>) => {
  const { id, question } = event.data;
  globalThis.postMessage({ id, answer: answer(question) });
});
