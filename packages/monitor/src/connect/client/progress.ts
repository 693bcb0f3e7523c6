import type { Text } from '@schaalsprong/words';
import type { MonitorError } from '../../problems.ts';

/** How far a fetch is. */
export interface Progress {
  readonly source: string;
  /** what the table holds, its cells, or a file */
  readonly stage: 'structure' | 'cells' | 'file' | 'waiting';
  readonly bytes: number;
  readonly bytesExpected: number | null;
  readonly cells: number;
  /** at most; a table leaves out cells that are empty */
  readonly cellsExpected: number | null;
  readonly pages: number;
  /** null where too little is known to say */
  readonly secondsLeft: number | null;
  /** why it waits; null where it does not */
  readonly because: Text | null;
}

/** Counts progress and notifies the listener. */
export interface Meter {
  stage(stage: Progress['stage'], cellsExpected?: number): void;
  bytes(size: number, expected: number | null): void;
  page(cells: number): void;
  waits(ms: number, why: MonitorError): void;
}

/**
 * A meter of one source. Time left is what the part that is done took, over again for the part that is not, from the moment that
 * cells or bytes of a file began to come.
 */
export function makeMeter(source: string, now: () => number, tell?: (progress: Progress) => void): Meter {
  let at: Progress = {
    source,
    stage: 'structure',
    bytes: 0,
    bytesExpected: null,
    cells: 0,
    cellsExpected: null,
    pages: 0,
    secondsLeft: null,
    because: null,
  };
  let since = now();
  const left = (): number | null => {
    const [done, all] = at.stage === 'file' ? [at.bytes, at.bytesExpected] : [at.cells, at.cellsExpected];
    if (all === null || done === 0) return null;
    return Math.max(0, Math.round((((now() - since) / done) * (all - done)) / 1000));
  };
  const set = (next: Partial<Progress>) => {
    at = { ...at, because: null, ...next };
    at = { ...at, secondsLeft: at.stage === 'waiting' ? at.secondsLeft : left() };
    tell?.(at);
  };
  return {
    stage: (stage, cellsExpected) => {
      since = now();
      set({ stage, cellsExpected: cellsExpected ?? at.cellsExpected });
    },
    bytes: (size, expected) =>
      set({
        bytes: at.bytes + size,
        ...(at.stage === 'file' && expected !== null ? { bytesExpected: expected } : {}),
      }),
    page: (cells) => set({ pages: at.pages + 1, cells: at.cells + cells }),
    waits: (ms, why) => {
      const [first] = why.problems;
      const seconds = Math.ceil(ms / 1000);
      tell?.({
        ...at,
        stage: 'waiting',
        secondsLeft: seconds,
        because: first?.message ?? null,
      });
    },
  };
}
