import { at as element, must } from '@schaalsprong/words';
import type { Band, TableAnswer } from '../types.ts';

/**
 * SHA-256 over all numbers of an answer, per future and summed up, as 64 hexadecimal characters. Two machines that say
 * the same hash found the same numbers to the last bit. Bands count at the times at which every answer has them, so that
 * which charts somebody draws large does not matter.
 */
export async function answerHash(answer: TableAnswer): Promise<string> {
  const numbers: Float64Array<ArrayBuffer>[] = [];
  const names: string[] = [];
  const add = (name: string, values: Iterable<number>): void => {
    names.push(name);
    numbers.push(Float64Array.from(values));
  };
  const addBand = (name: string, band: Band): void => {
    const coarse = answer.coarse;
    for (const p of ['p10', 'p25', 'p50', 'p75', 'p90'] as const) {
      const at = new Map(band.time.map((time, k) => [time, element(band[p], k)]));
      add(
        `${name} ${p}`,
        coarse.map((time) => must(at, time)),
      );
    }
  };
  add('futures', [answer.count, answer.seed, answer.allMet.count]);
  add('coarse', answer.coarse);
  for (const [id, band] of Object.entries(answer.bands)) addBand(`outcome ${id}`, band);
  for (const [id, band] of Object.entries(answer.balance)) addBand(`theme ${id}`, band);
  for (const { id, values, projected, met, gap, binding } of answer.targets) {
    add(`target ${id}`, values);
    const { p10, p50, p90 } = projected;
    // the hash takes numbers only: NaN marks what a target without a value does not have
    add(`read ${id}`, [p10, p50, p90, met?.count ?? Number.NaN, gap ?? Number.NaN]);
    for (const { constraint, share } of binding) add(`binding ${id} ${constraint}`, [share]);
  }
  for (const { id, share, targets, largestIn, from, where } of answer.constraints) {
    add(`constraint ${id} ${targets.join(' ')}`, [share, largestIn.count, from ?? Number.NaN]);
    for (const { outcome, variable, share: part } of where) add(`where ${outcome} ${variable}`, [part]);
  }
  const text = new TextEncoder().encode(names.join('\n'));
  const size = numbers.reduce((bytes, { byteLength }) => bytes + byteLength, text.byteLength);
  const all = new Uint8Array(size);
  all.set(text);
  let at = text.byteLength;
  for (const values of numbers) {
    // The bytes of a number in one order whatever the machine, and one NaN.
    const view = new DataView(all.buffer, at, values.byteLength);
    values.forEach((value, i) => {
      view.setFloat64(8 * i, Number.isNaN(value) ? Number.NaN : value, true);
    });
    at += values.byteLength;
  }
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', all));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
