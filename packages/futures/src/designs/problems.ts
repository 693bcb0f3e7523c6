import { FuturesError, type FuturesProblem } from '../problems.ts';

/**
 * The most numbers (futures times inputs) that one design may hold: 400 MB of them. More is refused before any memory
 * is asked, because a slip of the finger should not take the machine or the page down.
 */
export const mostDesignNumbers = 50_000_000;

/** The catalogue of what can be wrong with a design that is asked for. */
export const designProblems = {
  count: (count: number): FuturesProblem => ({
    code: 'FUTURES_DESIGN_COUNT',
    path: 'design.count',
    message: { nl: `${count} is geen aantal punten`, en: `${count} is not a number of points` },
    expected: { nl: 'een geheel getal vanaf 1', en: 'a whole number of at least 1' },
    hint: { nl: 'Vraag bijvoorbeeld 1000 punten.', en: 'Ask for 1000 points, for instance.' },
  }),
  size: (rows: number, columns: number): FuturesProblem => ({
    code: 'FUTURES_DESIGN_SIZE',
    path: 'design',
    message: {
      nl: `${rows} toekomsten van ${columns} getallen zijn er te veel: samen ${rows * columns} getallen`,
      en: `${rows} futures of ${columns} numbers are too many: ${rows * columns} numbers together`,
    },
    expected: {
      nl: `samen ten hoogste ${mostDesignNumbers} getallen, dus hier ten hoogste ${Math.floor(mostDesignNumbers / columns)} toekomsten`,
      en: `at most ${mostDesignNumbers} numbers together, so here at most ${Math.floor(mostDesignNumbers / columns)} futures`,
    },
    hint: {
      nl: 'Vraag minder toekomsten; er is niets begonnen.',
      en: 'Ask for fewer futures; nothing was started.',
    },
  }),
  dimensions: (dimensions: number, most: number): FuturesProblem => ({
    code: 'FUTURES_DESIGN_DIMENSIONS',
    path: 'design.dimensions',
    message: {
      nl: `${dimensions} is geen aantal dimensies dat deze methode kan maken`,
      en: `${dimensions} is not a number of dimensions that this method can make`,
    },
    expected: { nl: `een geheel getal van 1 tot en met ${most}`, en: `a whole number from 1 to ${most}` },
    hint: {
      nl: 'Neem minder onzekerheden, of de Latin hypercube: die heeft deze grens niet.',
      en: 'Take fewer uncertainties, or the Latin hypercube: it has no such limit.',
    },
  }),
  first: (first: number, most: number): FuturesProblem => ({
    code: 'FUTURES_DESIGN_FIRST',
    path: 'design.first',
    message: {
      nl: `${first} kan niet het eerste punt van de rij zijn`,
      en: `${first} cannot be the first point of the sequence`,
    },
    expected: {
      nl: `een geheel getal van 0 tot en met ${most}`,
      en: `a whole number from 0 to ${most}`,
    },
    hint: { nl: 'Sla minder punten over.', en: 'Skip fewer points.' },
  }),
  groups: (groups: readonly number[], dimensions: number): FuturesProblem => ({
    code: 'FUTURES_DESIGN_GROUPS',
    path: 'design.groups',
    message: {
      nl: `${groups.join(', ')} deelt ${dimensions} dimensies niet in groepen in`,
      en: `${groups.join(', ')} does not put ${dimensions} dimensions into groups`,
    },
    expected: {
      nl: 'voor elke dimensie het nummer van haar groep, vanaf 0 en zonder gaten',
      en: 'the number of its group for each dimension, from 0 and without gaps',
    },
    hint: { nl: 'Geef elke dimensie één groep.', en: 'Give every dimension one group.' },
  }),
} as const;

/** Throws all problems at once; does nothing where there is none. */
export function refuse(found: readonly FuturesProblem[]): void {
  if (found.length > 0) throw new FuturesError(found);
}
