import { fileURLToPath } from 'node:url';
import { loadRegion } from '@schaalsprong/agenda';
import { readRegionFolder } from '@schaalsprong/agenda/node';
import {
  factsOf,
  isMeasured,
  mapFigures,
  memoryStore,
  peopleByYear,
  regionBatches,
} from '@schaalsprong/monitor';
import { describe, expect, it } from 'vitest';

const region = await loadRegion(readRegionFolder(fileURLToPath(new URL('.', import.meta.url))));
const store = memoryStore();
for (const batch of await regionBatches(region)) await store.importBatch(batch);
const facts = await store.facts({});
const people = peopleByYear(region, facts);
const maps = region.indicators.flatMap((indicator) => mapFigures(region, indicator, facts, people) ?? []);
const municipalities = region.areas.filter(({ kind }) => kind === 'municipality');

describe('the outlines of the municipalities', () => {
  it('are there for each, around the point that areas.csv gives of it', () => {
    for (const { code, name, lat, lon } of municipalities) {
      const outline = region.boundaries?.features.find(({ properties }) => properties.code === code);
      const rings = outline?.geometry.type === 'Polygon' ? outline.geometry.coordinates : [];
      const [ring = []] = rings;
      // The ray to the east crosses the outline an odd number of times.
      const crossings = ring.filter(([x, y], i) => {
        const [px, py] = ring[(i + ring.length - 1) % ring.length] ?? [x, y];
        if (y > (lat ?? 0) === py > (lat ?? 0)) return false;
        return (lon ?? 0) < ((px - x) * ((lat ?? 0) - y)) / (py - y) + x;
      });
      expect(crossings.length % 2, name).toBe(1);
    }
  });
});

describe('what the map can show', () => {
  it('is homes completed and inhabitants, among others, of all municipalities', () => {
    const whole = maps.filter(({ figures, periods }) =>
      municipalities.every(({ code }) =>
        figures.some(({ fact }) => fact.area === code && fact.period === periods.at(-1)),
      ),
    );
    const ids = whole.map(({ indicator }) => indicator.id as string);
    expect(ids).toEqual(expect.arrayContaining(['homes-completed-since-2022', 'population', 'house-price']));
    expect(maps.length).toBeGreaterThan(10);
  });

  it('adds up to the figure of the region, where the parts of an indicator do', () => {
    let compared = 0;
    for (const { indicator, periods, figures } of maps) {
      if (!indicator.additive) continue;
      const ofRegion = factsOf(region, indicator, facts, region.area).filter(isMeasured);
      for (const period of periods) {
        const parts = figures.filter(({ fact }) => fact.period === period);
        const whole = ofRegion.find((fact) => fact.period === period);
        if (whole === undefined || whole.standing === 'reported' || parts.length < municipalities.length)
          continue;
        const sum = parts.reduce((total, { fact }) => total + fact.value, 0);
        // The statistics office rounds parts and whole apart.
        expect(Math.abs(sum / whole.value - 1), `${indicator.id} ${period}`).toBeLessThan(0.001);
        compared += 1;
      }
    }
    expect(compared).toBeGreaterThan(20);
  });

  it('divides counts by the inhabitants of the same year, and no others', () => {
    for (const { indicator, figures } of maps) {
      for (const { fact, per1000 } of figures) {
        if (per1000 === null) continue;
        expect(indicator.additive).toBe(true);
        const of = people.get(fact.area)?.get(Number(fact.period.slice(0, 4)));
        expect(per1000).toBeCloseTo((fact.value / (of ?? Number.NaN)) * 1000, 9);
      }
    }
  });
});
