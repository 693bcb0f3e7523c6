import { uint32At } from '@schaalsprong/words';

/**
 * Puts numbers in random order, in place (Fisher and Yates, from the last to the first).
 *
 * @param uniformAt the random number from 0 up to 1 of a place; asked once per place but the first
 */
export function shuffle(values: Uint32Array, uniformAt: (place: number) => number): void {
  for (let place = values.length - 1; place > 0; place--) {
    const other = Math.floor(uniformAt(place) * (place + 1));
    const kept = uint32At(values, place);
    values[place] = uint32At(values, other);
    values[other] = kept;
  }
}
