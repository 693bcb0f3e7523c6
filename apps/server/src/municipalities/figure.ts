import type { Region } from '@schaalsprong/agenda';
import type { VintageFact } from '@schaalsprong/monitor';
import type { AreaFigure } from '@schaalsprong/wire';

/**
 * Says a figure as the pages of municipalities show it, with its note in Dutch as far as the region has that.
 *
 * @throws RangeError for a fact without a value
 */
export function figures({ notes }: Pick<Region, 'notes'>): (fact: VintageFact) => AreaFigure {
  const dutch = new Map(notes.map(({ en, nl }) => [en, nl]));
  return ({ value, unit, period, standing, source, note }) => {
    if (value === null) throw new RangeError(`no value in ${period}`);
    const noteInDutch = note
      .split('; ')
      .map((part) => dutch.get(part) ?? part)
      .join('; ');
    return { value, unit, period, standing, source, note, noteInDutch };
  };
}
