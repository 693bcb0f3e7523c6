import { valueOfInformation } from '@schaalsprong/methods/why';
import type { Aside } from './aside.ts';
import { failBox } from './fails.ts';

// What takes seconds and cannot be cut in pieces stands apart, so that nobody else waits; whoever asked ends the worker to stop it.
globalThis.addEventListener('message', ({ data }: MessageEvent<Aside>) => {
  globalThis.postMessage(data.of === 'boxes' ? failBox(data.ask) : valueOfInformation(data.ask));
});
