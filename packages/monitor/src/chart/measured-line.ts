import type { MeasuredLine } from '@schaalsprong/chart';
import type { VintageFact } from '../facts.ts';
import { pointsOf, segmentsOf } from '../lines.ts';

/** Which line of an indicator is drawn. */
export interface LineOfArea {
  readonly facts: readonly VintageFact[];
  readonly area: string;
  /** decimal years, as `breakTimes` gives them */
  readonly breaks: readonly number[];
  /** written at the end of the line; empty where one line needs no name */
  readonly label: string;
  /** a figure in words, for a reader who points at it */
  readonly say: (fact: VintageFact, value: number) => string;
}

/** The line of one area as it is drawn: on the page, in its downloads and where it is embedded. */
export const measuredLine = ({ facts, area, breaks, label, say }: LineOfArea): MeasuredLine => ({
  key: area,
  label,
  pieces: segmentsOf(facts, area, breaks),
  dots: pointsOf(facts, area).map(({ time, value, fact }) => ({
    time,
    value,
    status: fact.standing,
    said: say(fact, value),
  })),
});
