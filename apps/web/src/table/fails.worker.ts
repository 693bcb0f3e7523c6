import { type FailQuestion, failBox } from './fails.ts';

// Looking for boxes takes some seconds that nobody else should wait for; whoever asked ends the worker to stop it.
globalThis.addEventListener('message', ({ data }: MessageEvent<FailQuestion>) => {
  globalThis.postMessage(failBox(data));
});
