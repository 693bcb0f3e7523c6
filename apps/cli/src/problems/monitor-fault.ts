import { MonitorError } from '@schaalsprong/monitor';
import { StoreError } from '@schaalsprong/store/problems';
import type { Lang } from '@schaalsprong/words';
import { type Exit, exit } from '../command/exit.ts';

const words = {
  expected: { nl: 'verwacht', en: 'expected' },
  hint: { nl: 'doen', en: 'do' },
} as const;

/** An error of a source or of the store, for people. */
export const isMonitorFault = (error: unknown): error is MonitorError | StoreError =>
  error instanceof MonitorError || error instanceof StoreError;

/** A fault of a source or a store in words; null where the error is another one. */
export function explainMonitor(error: unknown, lang: Lang): { lines: readonly string[]; exit: Exit } | null {
  if (!isMonitorFault(error)) return null;
  const lines = error.problems.flatMap(({ path, code, message, expected, hint }) => [
    `${path}  ${code}  ${message[lang]}`,
    ...(expected === null ? [] : [`    ${words.expected[lang]}: ${expected[lang]}`]),
    `    ${words.hint[lang]}: ${hint[lang]}`,
  ]);
  return { lines, exit: error.unreachable ? exit.unreachable : exit.badInput };
}
