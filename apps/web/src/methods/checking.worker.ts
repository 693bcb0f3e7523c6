import { allChecks } from '@schaalsprong/methods/checks';
import { answerTo, type Question } from './checking.ts';

globalThis.addEventListener('message', (event: MessageEvent<Question>) => {
  answerTo(allChecks, event.data, (answer) => globalThis.postMessage(answer));
});
