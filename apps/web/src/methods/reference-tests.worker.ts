import { referenceTests } from '@schaalsprong/methods/reference-tests';
import { answerTo, type Question } from './reference-tests.ts';

globalThis.addEventListener('message', (event: MessageEvent<Question>) => {
  answerTo(referenceTests, event.data, (answer) => globalThis.postMessage(answer));
});
