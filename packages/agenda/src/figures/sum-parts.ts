import { periodStart } from '../periods/period.ts';
import type { Area } from '../schema/schema.ts';

/** How points `P` of an area are looked up, measured ones `M` selected, and those aggregated. */
export interface Summing<P extends { readonly period: string }, M extends P> {
  readonly areas: readonly Area[];
  /** false where parts must not be summed, as for shares and means */
  readonly additive: boolean;
  /** the points that the sources publish for an area */
  own(area: string): readonly P[];
  /** the measured point to take of each period; a period without one is absent */
  best(points: readonly P[]): ReadonlyMap<string, M>;
  /** one point for an area out of those of its parts, all of one period */
  sum(area: string, period: string, parts: readonly M[]): P;
}

/** Areas that together make up a region or subregion; nothing for a province or country, of which only a part is listed. */
function partsOf(areas: readonly Area[], code: string): string[] {
  const kind = areas.find((area) => area.code === code)?.kind;
  if (kind !== 'region' && kind !== 'subregion') return [];
  return areas
    .filter(
      (area) =>
        area.parent === code &&
        (area.kind === 'subregion' || area.kind === 'municipality') &&
        area.joined_into === '',
    )
    .map((area) => area.code);
}

/**
 * Points of an area within its boundaries of today: before an area joined it, what was said of itself is too small, and the sum of
 * itself and those that joined takes its place, where all are there.
 */
function inBoundaries<P extends { readonly period: string }, M extends P>(
  summing: Summing<P, M>,
  code: string,
): P[] {
  const own = [...summing.own(code)];
  const joined = summing.areas.flatMap(({ code: part, joined_into: into, joined_on: on }) =>
    into === code ? [{ part, until: periodStart(on) }] : [],
  );
  if (joined.length === 0) return own;
  const first = Math.min(...joined.map(({ until }) => until));
  const existed = own.some(({ period }) => periodStart(period) < first);
  const ownBest = summing.best(own);
  const best = joined.map(({ part, until }) => ({ until, points: summing.best(withSums(summing, part)) }));
  const periods = new Set(best.flatMap(({ points }) => [...points.keys()]));
  const whole = own.filter(({ period }) => joined.every(({ until }) => periodStart(period) >= until));
  for (const period of periods) {
    const needed = best.filter(({ until }) => periodStart(period) < until).map(({ points }) => points);
    if (needed.length === 0) continue;
    const members = existed ? [ownBest, ...needed] : needed;
    const found = members.flatMap((points) => points.get(period) ?? []);
    if (found.length === members.length) whole.push(summing.sum(code, period, found));
  }
  return whole;
}

/**
 * What is said of an area, with sums of its parts where it is additive: for a period of which nothing is said of a region or
 * subregion itself, and only where every part has a measured value; and for the time before a municipality was joined into
 * this one. Every point of the sources is kept otherwise, several of one period too. Not sorted.
 */
export function withSums<P extends { readonly period: string }, M extends P>(
  summing: Summing<P, M>,
  code: string,
): P[] {
  if (!summing.additive) return [...summing.own(code)];
  const own = inBoundaries(summing, code);
  const parts = partsOf(summing.areas, code);
  if (parts.length === 0) return own;
  const byPart = parts.map((part) => summing.best(withSums(summing, part)));
  const have = new Set(own.map(({ period }) => period));
  const sums: P[] = [];
  for (const period of byPart[0]?.keys() ?? []) {
    if (have.has(period)) continue;
    const all = byPart.flatMap((points) => points.get(period) ?? []);
    if (all.length === parts.length) sums.push(summing.sum(code, period, all));
  }
  return [...own, ...sums];
}
