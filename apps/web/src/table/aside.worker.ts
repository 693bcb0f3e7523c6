import { valueOfInformation } from '@schaalsprong/methods/why';
import type { Aside } from './aside.ts';
import { failBox } from './fails.ts';

// Worker for long tasks that cannot yield: aborted by terminating it.
globalThis.addEventListener('message', ({ data }: MessageEvent<Aside>) => {
  globalThis.postMessage(data.of === 'boxes' ? failBox(data.ask) : valueOfInformation(data.ask));
});
