import type { Text } from '@schaalsprong/words';

/** Something wrong with what was asked of this package, for people: in both languages, with what to do. */
export interface FuturesProblem {
  readonly code: string;
  /** Where, inside the region's content: `scenario agenda: levers.side-entrants`. */
  readonly path: string;
  readonly message: Text;
  readonly expected: Text;
  readonly hint: Text;
}

/** Every problem found at once; nothing was computed. */
export class FuturesError extends Error {
  readonly problems: readonly FuturesProblem[];
  constructor(found: readonly FuturesProblem[]) {
    super(found.map((p) => `${p.code} ${p.path}: ${p.message.en} (${p.hint.en})`).join('\n'));
    this.name = 'FuturesError';
    this.problems = found;
  }
}

/** The catalogue: one function per problem, each giving both languages. */
export const problems = {
  count: (count: number): FuturesProblem => ({
    code: 'FUTURES_COUNT',
    path: 'futures',
    message: {
      nl: `${count} is geen aantal toekomsten`,
      en: `${count} is not a number of futures`,
    },
    expected: { nl: 'een geheel getal vanaf 1', en: 'a whole number of at least 1' },
    hint: { nl: 'Vraag bijvoorbeeld 1000 toekomsten.', en: 'Ask for 1000 futures, for instance.' },
  }),
  seed: (seed: number): FuturesProblem => ({
    code: 'FUTURES_SEED',
    path: 'seed',
    message: { nl: `${seed} kan geen startgetal zijn`, en: `${seed} cannot be a seed` },
    expected: { nl: 'een geheel getal van 0 tot en met 2^53 - 1', en: 'a whole number from 0 to 2^53 - 1' },
    hint: { nl: 'Kies een ander startgetal.', en: 'Choose another seed.' },
  }),
  duplicateUncertainty: (id: string): FuturesProblem => ({
    code: 'FUTURES_DUPLICATE_UNCERTAINTY',
    path: `uncertainties.${id}`,
    message: { nl: `onzekerheid ${id} staat er twee keer`, en: `uncertainty ${id} is there twice` },
    expected: { nl: 'elke id één keer', en: 'every id once' },
    hint: { nl: 'Haal er een weg of geef hem een andere id.', en: 'Remove one or give it another id.' },
  }),
  duplicateVariable: (variable: string, one: string, other: string): FuturesProblem => ({
    code: 'FUTURES_DUPLICATE_VARIABLE',
    path: `uncertainties.${other}.variable`,
    message: {
      nl: `${one} en ${other} zetten allebei modelvariabele '${variable}'`,
      en: `${one} and ${other} both set model variable '${variable}'`,
    },
    expected: { nl: 'één onzekerheid per modelvariabele', en: 'one uncertainty per model variable' },
    hint: { nl: 'Voeg de twee samen.', en: 'Make one of the two.' },
  }),
  distribution: (id: string, { found, expected }: { found: string; expected: Text }): FuturesProblem => ({
    code: 'FUTURES_DISTRIBUTION',
    path: `uncertainties.${id}.distribution`,
    message: {
      nl: `de verdeling van ${id} heeft geen goed bereik: ${found}`,
      en: `the distribution of ${id} has no sound range: ${found}`,
    },
    expected,
    hint: { nl: 'Verbeter de grenzen.', en: 'Mend the limits.' },
  }),
} as const;
