/** How well a forecast, given as draws or quantiles, did against what came. Lower is better for crps and pinball. */
export interface ForecastScore {
  /** continuous ranked probability score, in the unit of the indicator */
  readonly crps: number;
  /** pinball loss, mean over the quantiles .1, .25, .5, .75 and .9 */
  readonly pinball: number;
}

/** One value that was forecast from an origin, and what came. */
export interface ForecastCase {
  readonly indicator: string;
  readonly area: string;
  /** decimal year up to which facts were known */
  readonly origin: number;
  /** decimal year that was forecast */
  readonly time: number;
  readonly period: string;
  readonly came: number;
  readonly source: string;
  /** quantiles .1, .25, .5, .75 and .9 of the model */
  readonly model: readonly [number, number, number, number, number];
  readonly in50: boolean;
  readonly in80: boolean;
  readonly scores: {
    readonly model: ForecastScore;
    readonly trend: ForecastScore;
    readonly walk: ForecastScore;
  };
}

/** How the model did for one indicator against two that know nothing of the region. */
export interface BackTestSummary {
  readonly indicator: string;
  readonly area: string;
  readonly cases: number;
  readonly coverage50: number;
  readonly coverage80: number;
  readonly mean: {
    readonly model: ForecastScore;
    readonly trend: ForecastScore;
    readonly walk: ForecastScore;
  };
  /** mean CRPS of the model over that of the better of the two: below 1 the model is better */
  readonly skill: number;
  readonly better: 'model' | 'trend' | 'walk' | 'too-few';
}

/** Result of a back-test. */
export interface BackTest {
  /** decimal years */
  readonly origins: readonly number[];
  readonly futures: number;
  readonly seed: number;
  readonly cases: readonly ForecastCase[];
  readonly summaries: readonly BackTestSummary[];
  /** what could not be tested, and why: by indicator */
  readonly untested: readonly {
    readonly indicator: string;
    readonly reason: { readonly nl: string; readonly en: string };
  }[];
  /** what the model was told of the time after an origin all the same, so that this is no pure forecast */
  readonly caveats: readonly { readonly nl: string; readonly en: string }[];
}
