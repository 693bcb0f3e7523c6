import { nearest } from '@schaalsprong/words';
import { type MonitorCatalogue, MonitorError, monitorProblem } from './problems.ts';

/** What a person can do wrong with what waits. */
export const storeCatalogue = {
  MONITOR_HELD_UNKNOWN: {
    message: { nl: 'Er wacht niets met de naam {found}.', en: 'Nothing named {found} waits.' },
    hint: {
      nl: 'Bedoelt u {nearest}? `schaalsprong ingest status` noemt wat wacht.',
      en: 'Do you mean {nearest}? `schaalsprong ingest status` names what waits.',
    },
  },
  MONITOR_HELD_DECIDED: {
    message: { nl: 'Over {found} is al anders besloten.', en: '{found} was decided otherwise already.' },
    hint: {
      nl: 'Een besluit blijft staan. Haal een nieuwe versie van de bron op, of zet het getal met een bron in observations/.',
      en: 'A decision stays. Ingest a new version of the source, or put the figure into observations/ with a source.',
    },
  },
} as const satisfies MonitorCatalogue;

/** The fault of a decision that cannot be taken. */
export const decideProblem = (
  code: keyof typeof storeCatalogue,
  id: string,
  known: readonly string[] = [],
): MonitorError =>
  new MonitorError([
    monitorProblem(storeCatalogue, code, id, { found: id, nearest: nearest(id, known).join(', ') || '–' }),
  ]);
