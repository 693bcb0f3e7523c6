import { makeReader, type Question } from './reading.ts';

const answer = makeReader();

globalThis.addEventListener('message', (event: MessageEvent<{ id: number; question: Question }>) => {
  const { id, question } = event.data;
  globalThis.postMessage({ id, answer: answer(question) });
});
