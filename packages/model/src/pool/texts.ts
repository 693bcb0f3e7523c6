import type { Text } from '../problems/say.ts';

/** What can be wrong with workers. */
export const poolTexts = {
  workerStopped: {
    nl: 'Een rekenproces van het model is gestopt: {reason}',
    en: 'A worker of the model stopped: {reason}',
  },
  workerStoppedHint: {
    nl: 'Vraag het opnieuw: er komt een nieuw rekenproces. Blijft het gebeuren, neem dan minder toekomsten of uitkomsten tegelijk.',
    en: 'Ask again: a new worker takes its place. If it keeps happening, take fewer futures or outcomes at a time.',
  },
} as const satisfies Record<string, Text>;
