import { FuturesError, type FuturesProblem } from '../problems.ts';

/**
 * The most numbers (futures times inputs) that one design may hold: 800 MB of them. More is refused before any memory
 * is asked, because a slip of the finger should not take the machine or the page down.
 */
export const mostDesignNumbers = 100_000_000;

/** The catalogue of what can be wrong with a design that is asked for. */
export const designProblems = {
  count: (count: number): FuturesProblem => ({
    code: 'FUTURES_DESIGN_COUNT',
    path: 'design.count',
    message: { nl: `${count} is geen aantal punten`, en: `${count} is not a number of points` },
    expected: { nl: 'een geheel getal vanaf 1', en: 'a whole number of at least 1' },
    hint: { nl: 'Vraag bijvoorbeeld 1000 punten.', en: 'Ask for 1000 points, for instance.' },
  }),
  size: (rows: number, columns: number, most: number): FuturesProblem => ({
    code: 'FUTURES_DESIGN_SIZE',
    path: 'design',
    message: {
      nl: `${rows} toekomsten van ${columns} getallen zijn er te veel`,
      en: `${rows} futures of ${columns} numbers are too many`,
    },
    expected: {
      nl: `samen ten hoogste ${mostDesignNumbers} getallen, dus hier ten hoogste ${most} toekomsten`,
      en: `at most ${mostDesignNumbers} numbers together, so here at most ${most} futures`,
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
  /** `dimension` counts from 1. */
  levels: (dimension: number, given: number | readonly number[] | undefined): FuturesProblem => ({
    code: 'FUTURES_DESIGN_LEVELS',
    path: `design.levels.${dimension}`,
    message: {
      nl:
        given === undefined
          ? 'er is geen enkele dimensie met standen'
          : `${given} geeft geen standen voor dimensie ${dimension}`,
      en:
        given === undefined
          ? 'there is no dimension with levels'
          : `${given} gives no levels for dimension ${dimension}`,
    },
    expected: {
      nl: 'een geheel getal vanaf 1, of plaatsen van 0 tot en met 1',
      en: 'a whole number of at least 1, or places from 0 to 1',
    },
    hint: { nl: 'Geef elke dimensie haar standen.', en: 'Give every dimension its levels.' },
  }),
  morrisLevels: (levels: number): FuturesProblem => ({
    code: 'FUTURES_DESIGN_MORRIS_LEVELS',
    path: 'design.levels',
    message: {
      nl: `met ${levels} standen kan Morris niet even vaak omhoog als omlaag`,
      en: `with ${levels} levels Morris cannot go up as often as down`,
    },
    expected: { nl: 'een even getal vanaf 2', en: 'an even number of at least 2' },
    hint: { nl: 'Neem 4, 6 of 8 standen.', en: 'Take 4, 6 or 8 levels.' },
  }),
  candidates: (candidates: number, trajectories: number, most: number): FuturesProblem => ({
    code: 'FUTURES_DESIGN_CANDIDATES',
    path: 'design.candidates',
    message: {
      nl: `uit ${candidates} kandidaten zijn geen ${trajectories} routes te kiezen`,
      en: `${trajectories} trajectories cannot be chosen from ${candidates} candidates`,
    },
    expected: {
      nl: `een geheel getal boven ${trajectories} en tot en met ${most}`,
      en: `a whole number above ${trajectories} and up to ${most}`,
    },
    hint: {
      nl: 'Neem minder kandidaten of minder routes, of laat het kiezen weg.',
      en: 'Take fewer candidates or fewer trajectories, or leave the choosing out.',
    },
  }),
  names: (name: string): FuturesProblem => ({
    code: 'FUTURES_DESIGN_NAME_TWICE',
    path: `design.names.${name}`,
    message: { nl: `dimensie ${name} staat er twee keer`, en: `dimension ${name} is there twice` },
    expected: { nl: 'elke naam één keer', en: 'every name once' },
    hint: { nl: 'Geef een van de twee een andere naam.', en: 'Give one of the two another name.' },
  }),
  noNames: (): FuturesProblem => ({
    code: 'FUTURES_DESIGN_EMPTY',
    path: 'design.names',
    message: { nl: 'er is geen enkele dimensie', en: 'there is no dimension at all' },
    expected: { nl: 'ten minste één naam', en: 'at least one name' },
    hint: { nl: 'Noem wat onzeker is.', en: 'Name what is uncertain.' },
  }),
  /** A warning: the design is made. */
  balance: (count: number, below: number, above: number): FuturesProblem => ({
    code: 'FUTURES_DESIGN_BALANCE',
    path: 'design.count',
    message: {
      nl: `${count} punten van de Sobolrij vullen de ruimte niet overal even dicht`,
      en: `${count} points of the Sobol sequence do not fill the space equally everywhere`,
    },
    expected: { nl: 'een macht van twee', en: 'a power of two' },
    hint: {
      nl: `Neem ${below} of ${above} punten.`,
      en: `Take ${below} or ${above} points.`,
    },
  }),
  /** A warning: the design is made. */
  start: (first: number, count: number): FuturesProblem => ({
    code: 'FUTURES_DESIGN_START',
    path: 'design.first',
    message: {
      nl: `vanaf punt ${first} liggen ${count} punten van de Sobolrij niet overal even dicht`,
      en: `from point ${first} on, ${count} points of the Sobol sequence do not lie equally close everywhere`,
    },
    expected: { nl: `een veelvoud van ${count}`, en: `a multiple of ${count}` },
    hint: {
      nl: 'Sla niets over, of zo veel als er punten zijn.',
      en: 'Skip none, or as many as there are points.',
    },
  }),
  /** A warning: the design is made. */
  stripes: (dimensions: number): FuturesProblem => ({
    code: 'FUTURES_DESIGN_STRIPES',
    path: 'design.scramble',
    message: {
      nl: `de gewone Haltonrij legt in ${dimensions} dimensies strepen`,
      en: `the plain Halton sequence makes stripes in ${dimensions} dimensions`,
    },
    expected: {
      nl: 'een geschudde rij boven tien dimensies',
      en: 'a scrambled sequence above ten dimensions',
    },
    hint: { nl: 'Zet het schudden aan.', en: 'Turn scrambling on.' },
  }),
} as const;

/** Throws one error with all problems; no-op for an empty list. */
export function refuse(found: readonly FuturesProblem[]): void {
  if (found.length > 0) throw new FuturesError(found);
}
