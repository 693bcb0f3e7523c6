import type { FuturesProblem } from '../problems.ts';

const asWritten = {
  nl: 'een archief zoals EMA Workbench het bewaart (save_results)',
  en: 'an archive as EMA Workbench saves it (save_results)',
} as const;
const again = { nl: 'Bewaar het archief opnieuw.', en: 'Save the archive anew.' } as const;

/** What can be wrong with an archive of EMA Workbench. */
export const emaProblems = {
  notArchive: (archive: string): FuturesProblem => ({
    code: 'FUTURES_EMA_ARCHIVE',
    path: archive,
    message: {
      nl: 'dit is geen heel archief: de bytes kloppen niet of het einde ontbreekt',
      en: 'this is no whole archive: the bytes are wrong or the end is missing',
    },
    expected: asWritten,
    hint: again,
  }),
  missing: (archive: string, file: string): FuturesProblem => ({
    code: 'FUTURES_EMA_MISSING',
    path: archive,
    message: { nl: `het archief heeft geen ${file}`, en: `the archive has no ${file}` },
    expected: asWritten,
    hint: again,
  }),
  metadata: (archive: string, file: string): FuturesProblem => ({
    code: 'FUTURES_EMA_METADATA',
    path: `${archive}: ${file}`,
    message: { nl: 'dit bestand is niet te begrijpen', en: 'this file cannot be understood' },
    expected: asWritten,
    hint: again,
  }),
  rows: (archive: string, file: string, found: number, wanted: number): FuturesProblem => ({
    code: 'FUTURES_EMA_ROWS',
    path: `${archive}: ${file}`,
    message: {
      nl: `${found} rijen, en er zijn ${wanted} experimenten`,
      en: `${found} rows, and there are ${wanted} experiments`,
    },
    expected: { nl: 'een rij per experiment', en: 'a row per experiment' },
    hint: again,
  }),
  array: (archive: string, file: string, detail: string): FuturesProblem => ({
    code: 'FUTURES_EMA_ARRAY',
    path: `${archive}: ${file}`,
    message: {
      nl: `dit is geen array met getallen: ${detail}`,
      en: `this is no array of numbers: ${detail}`,
    },
    expected: { nl: 'een .npy met getallen', en: 'a .npy of numbers' },
    hint: again,
  }),
  wide: (archive: string, file: string, columns: number): FuturesProblem => ({
    code: 'FUTURES_EMA_WIDE',
    path: `${archive}: ${file}`,
    message: {
      nl: `dit zou ${columns} kolommen geven`,
      en: `this would give ${columns} columns`,
    },
    expected: { nl: 'ten hoogste 1000 kolommen per uitkomst', en: 'at most 1000 columns per outcome' },
    hint: {
      nl: 'Vat de replicaties eerst samen (process_replications).',
      en: 'Summarise the replications first (process_replications).',
    },
  }),
  both: (archive: string, name: string): FuturesProblem => ({
    code: 'FUTURES_EMA_BOTH',
    path: archive,
    message: {
      nl: `'${name}' is zowel invoer als uitkomst`,
      en: `'${name}' is both an input and an outcome`,
    },
    expected: { nl: 'een eigen naam voor elke kolom', en: 'a name of its own for every column' },
    hint: { nl: 'Hernoem de uitkomst en bewaar opnieuw.', en: 'Rename the outcome and save anew.' },
  }),
  time: (archive: string, time: number, times: readonly number[]): FuturesProblem => ({
    code: 'FUTURES_EMA_TIME',
    path: archive,
    message: { nl: `tijdstip ${time} staat er niet in`, en: `time ${time} is not in it` },
    expected:
      times.length === 0
        ? { nl: 'een uitkomst TIME met de tijdstippen', en: 'an outcome TIME with the times' }
        : {
            nl: `een tijdstip van ${times[0]} tot en met ${times.at(-1)}`,
            en: `a time from ${times[0]} to ${times.at(-1)}`,
          },
    hint: { nl: 'Kies een ander tijdstip.', en: 'Choose another time.' },
  }),
} as const;
