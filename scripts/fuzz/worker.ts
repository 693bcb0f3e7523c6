import { parentPort, workerData } from 'node:worker_threads';
import { type Kind, kindOfCase, runCase } from './case.ts';

/** What a thread is to do, and the memory in which it says at which case it is. */
export interface Task {
  readonly seed: number;
  readonly from: number;
  readonly count: number;
  /** Of every so many cases it does one, beginning at `from`. */
  readonly stride: number;
  readonly only: Kind | undefined;
  readonly at: Int32Array<SharedArrayBuffer>;
}

/** What a thread has found since it last spoke. */
export interface Found {
  readonly counts: Readonly<Record<string, number>>;
  readonly faults: readonly { readonly number: number; readonly kind: Kind; readonly why: string }[];
  readonly slowest: { readonly number: number; readonly milliseconds: number };
  readonly over: boolean;
}

const { seed, from, count, stride, only, at } = workerData as Task;
const every = 500;
let counts: Record<string, number> = {};
let faults: { number: number; kind: Kind; why: string }[] = [];
let slowest = { number: -1, milliseconds: 0 };

const tell = (over: boolean): void => {
  parentPort?.postMessage({ counts, faults, slowest, over } satisfies Found);
  counts = {};
  faults = [];
};

for (let number = from, done = 1; number < count; number += stride, done++) {
  Atomics.store(at, 0, number);
  const begin = performance.now();
  const verdict = runCase(seed, number, only);
  const milliseconds = performance.now() - begin;
  if (milliseconds > slowest.milliseconds) slowest = { number, milliseconds };
  const kind = kindOfCase(seed, number, only);
  const key = `${kind} ${verdict.as}`;
  counts[key] = (counts[key] ?? 0) + 1;
  if (verdict.as === 'fault') faults.push({ number, kind, why: verdict.why });
  if (done % every === 0) tell(false);
}
tell(true);
