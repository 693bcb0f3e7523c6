import { parsePeriod } from '@schaalsprong/agenda/periods';
import { type MapMode, type MapShape, mapModes, mapShapes } from '../pages/map/view.ts';

/** Most areas that one chart compares. */
export const mostAreas = 6;

/** What a reader chose on the page of an indicator; it is in the address, so that a link shows the same. */
export interface Choice {
  /** figures as they were known on this day; null for what is known now */
  readonly asKnownOn: string | null;
  /** codes of the areas that are compared; null where the reader chose none yet */
  readonly areas: readonly string[] | null;
  /** index numbers, or values; null where the reader chose neither */
  readonly index: boolean | null;
  /** shape of the map; null for boundaries where there are any, else tiles */
  readonly shape: MapShape | null;
  /** period of the map; null for the last */
  readonly period: string | null;
  /** number on the map; null where the reader chose none */
  readonly mode: MapMode | null;
}

const names: Readonly<Record<MapShape, string>> = {
  circles: 'cirkels',
  tiles: 'tegels',
  boundaries: 'grenzen',
};

const modes: Readonly<Record<MapMode, string>> = {
  value: 'waarde',
  per1000: 'per1000',
  change: 'verandering',
};

/** A day of the calendar, and nothing else. */
export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && parsePeriod(text) !== null;

/** Reads the address; what it names and is not there is left out. */
export function readChoice(search: URLSearchParams): Choice {
  const on = search.get('bekendOp');
  const areas = search.get('gebieden');
  const measure = search.get('maat');
  return {
    asKnownOn: on !== null && isDay(on) ? on : null,
    areas:
      areas === null
        ? null
        : [...new Set(areas.split(',').filter((code) => code !== ''))].slice(0, mostAreas),
    index: measure === 'index' ? true : measure === 'waarde' ? false : null,
    shape: mapShapes.find((shape) => names[shape] === search.get('kaart')) ?? null,
    period: search.get('periode'),
    mode: mapModes.find((mode) => modes[mode] === search.get('toon')) ?? null,
  };
}

/** The address of a choice: only what is not as it is at first. */
export function writeChoice(choice: Choice): URLSearchParams {
  const search = new URLSearchParams();
  if (choice.asKnownOn !== null) search.set('bekendOp', choice.asKnownOn);
  if (choice.areas !== null) search.set('gebieden', choice.areas.join(','));
  if (choice.index !== null) search.set('maat', choice.index ? 'index' : 'waarde');
  if (choice.shape !== null) search.set('kaart', names[choice.shape]);
  if (choice.period !== null) search.set('periode', choice.period);
  if (choice.mode !== null) search.set('toon', modes[choice.mode]);
  return search;
}
