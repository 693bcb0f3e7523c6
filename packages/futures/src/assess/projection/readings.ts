import type { EnsembleReading, JobResult } from '@schaalsprong/methods/ensemble';
import { at, Unreachable } from '@schaalsprong/words';

/**
 * The readings of a job, and where the numbers of each are in its answer. A reading is looked up by itself, as the object that was asked,
 * so that nobody counts places: an answer that does not fit is an error and never the numbers of another reading.
 */
export class ReadingLayout {
  readonly readings: readonly EnsembleReading[];
  readonly #places: ReadonlyMap<EnsembleReading, number>;

  /** @param readings in the order in which the job asks them */
  constructor(readings: readonly EnsembleReading[]) {
    this.readings = readings;
    this.#places = new Map(readings.map((reading, place) => [reading, place]));
  }

  /**
   * The numbers of one reading.
   *
   * @param run the answer to a job that asked these readings
   * @param reading one of `readings`
   * @param length how many numbers it must have: one per future, for a series one per saved time and future
   * @throws Unreachable where the reading was not asked, or the answer has other readings or other lengths
   */
  numbers({ values }: Pick<JobResult, 'values'>, reading: EnsembleReading, length: number): Float64Array {
    const place = this.#places.get(reading);
    if (place === undefined) throw new Unreachable(`the reading of ${reading.variable} was not asked`);
    if (values.length !== this.readings.length) {
      throw new Unreachable(`${values.length} answers to ${this.readings.length} readings`);
    }
    const numbers = at(values, place);
    if (numbers.length !== length) {
      throw new Unreachable(`${numbers.length} numbers of ${reading.variable}, not ${length}`);
    }
    return numbers;
  }
}
