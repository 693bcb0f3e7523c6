import type { ScenarioFile } from '@schaalsprong/agenda';
import type { TableWhy } from '@schaalsprong/futures/table';
import type { CausesExplained, Drivers, Information, NoAnswer } from '@schaalsprong/methods/why';

/** Everything that `why` found out. */
export interface WhyFound {
  readonly target: string;
  readonly from: ScenarioFile;
  readonly to: ScenarioFile;
  readonly futures: number;
  readonly seed: number;
  /** Null where nothing differs between the two. */
  readonly explained: Explained | null;
}

/** What two scenarios that differ bring. */
export interface Explained {
  readonly change: TableWhy;
  /** Unit of what limits hold back, as the model writes it; null where the outcome has another scale than the model. */
  readonly limitUnit: string | null;
  /** What makes futures differ in how much they gain. */
  readonly drivers: Drivers | NoAnswer;
  /** Which number would change the choice between the two. */
  readonly information: Information | NoAnswer;
  /** Null where it was not asked. */
  readonly causes: CausesExplained | NoAnswer | null;
}
