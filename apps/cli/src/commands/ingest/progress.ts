import type { Lang, Text } from '@schaalsprong/words';
import { sayIngest } from './texts.ts';

/** How far a source is, as far as it says. */
export interface Told {
  readonly source: string;
  readonly stage: 'structure' | 'cells' | 'file' | 'waiting';
  readonly bytes: number;
  readonly bytesExpected: number | null;
  readonly cells?: number;
  readonly cellsExpected?: number | null;
  readonly secondsLeft: number | null;
  readonly because?: Text | null;
}

/** Sizes in the largest unit that leaves a whole part. */
export function sizeOf(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB'];
  let size = bytes;
  let at = 0;
  while (size >= 1000 && at < units.length - 1) {
    size /= 1000;
    at++;
  }
  return `${at === 0 ? size : size.toFixed(size < 10 ? 1 : 0)} ${units[at]}`;
}

/** A time that is left: in seconds under two minutes, else in whole minutes. */
export const timeLeft = (seconds: number, lang: Lang): string =>
  seconds < 120
    ? sayIngest(lang, 'seconds', { seconds: Math.max(1, Math.ceil(seconds)) })
    : sayIngest(lang, 'minutes', { minutes: Math.round(seconds / 60) });

/** The line for who waits: what is done, of how much, and how long it will still take. */
export function progressText(progress: Told, lang: Lang): string {
  const { source, stage, secondsLeft } = progress;
  if (stage === 'waiting') {
    const because = progress.because?.[lang] ?? '';
    return sayIngest(lang, 'progress-waiting', { source, seconds: secondsLeft ?? 0, because }).trimEnd();
  }
  if (stage === 'structure') return sayIngest(lang, 'progress-structure', { source });
  const left =
    secondsLeft === null ? '' : sayIngest(lang, 'progress-left', { time: timeLeft(secondsLeft, lang) });
  const [done, all] =
    stage === 'file'
      ? [sizeOf(progress.bytes), progress.bytesExpected === null ? null : sizeOf(progress.bytesExpected)]
      : [String(progress.cells ?? 0), progress.cellsExpected == null ? null : String(progress.cellsExpected)];
  const of = all === null ? '' : sayIngest(lang, 'progress-of', { of: all });
  return sayIngest(lang, stage === 'file' ? 'progress-file' : 'progress-cells', { source, done, of, left });
}
