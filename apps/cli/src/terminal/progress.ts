import type { Lang } from '@schaalsprong/words';
import type { Surroundings } from '../command/surroundings.ts';
import { say } from '../problems/messages.ts';

/** A progress line. */
export interface ProgressLine {
  /** how many futures are computed */
  readonly show: (progress: { readonly done: number; readonly of: number }) => void;
  readonly say: (text: string) => void;
  readonly clear: () => void;
}

/** Progress on one terminal line, overwritten in place. */
export function progressLine(lang: Lang, world: Pick<Surroundings, 'watched' | 'err'>): ProgressLine {
  let shown = '';
  const put = (text: string): void => {
    if (!world.watched || text === shown) return;
    world.err(`\r${text.padEnd(shown.length)}${text === '' ? '\r' : ''}`);
    shown = text;
  };
  return {
    show: ({ done, of }) => put(say(lang, 'progress', { done, of })),
    say: put,
    clear: () => put(''),
  };
}
