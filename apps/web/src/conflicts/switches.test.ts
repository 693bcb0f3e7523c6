import type { AuditInput, AuditSwitches } from '@schaalsprong/audit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { input } from './fixture.test-data.ts';
import {
  assumed,
  intervalText,
  keyOf,
  published,
  readInterval,
  readSwitches,
  withAssumption,
  withReading,
  withRepairs,
  withSetting,
  writeSwitches,
} from './switches.ts';

const read = (text: string, of: AuditInput = input) => readSwitches(new URLSearchParams(text), of);

/** An interval that holds a number. */
const interval = fc
  .tuple(
    fc.option(fc.double({ noNaN: true, noDefaultInfinity: true })),
    fc.option(fc.double({ noNaN: true, noDefaultInfinity: true })),
    fc.boolean(),
    fc.boolean(),
  )
  .filter(([a, b]) => a !== null || b !== null)
  .map(([a, b, minOpen, maxOpen]) => {
    // Minus zero has no writing of its own.
    const [x, y] = [a, b].map((end) => (end === null ? null : end + 0));
    const [min = null, max = null] = x != null && y != null && x > y ? [y, x] : [x, y];
    const point = min !== null && min === max;
    return {
      min,
      max,
      minOpen: min !== null && minOpen && !point,
      maxOpen: max !== null && maxOpen && !point,
    };
  });

const switches: fc.Arbitrary<AuditSwitches> = fc
  .record({
    setting: fc.constantFrom('bare', 'default', 'generous'),
    assumptions: fc.dictionary(fc.constantFrom('rest-steady', 'adds-up'), fc.boolean()),
    readings: fc.dictionary(fc.constant('homes'), fc.constantFrom('exactly', 'at-least')),
    repairs: fc.dictionary(fc.constantFrom('homes', 'parts'), interval),
  })
  .map((all) => all);

describe('the switches of an address', () => {
  it('come back from the address that they were written to', () => {
    fc.assert(
      fc.property(switches, (wanted) => {
        const { switches: found, unknown } = read(writeSwitches(new URLSearchParams(), wanted).toString());
        expect(unknown).toEqual([]);
        for (const { id } of input.assumptions) {
          expect(assumed(input, found, id)).toBe(assumed(input, wanted, id));
        }
        expect(found.setting ?? 'default').toBe(wanted.setting ?? 'default');
        expect(found.readings ?? {}).toEqual({ ...wanted.readings });
        expect(found.repairs ?? {}).toEqual({ ...wanted.repairs });
      }),
    );
  });

  it('leave everything else of the address as it was', () => {
    const next = writeSwitches(new URLSearchParams('zoek=grond&marge=bare'), { setting: 'generous' });
    expect(next.toString()).toBe('zoek=grond&marge=generous');
  });

  it('are none at all where all are at their default', () => {
    const back = withReading(
      withRepairs(withAssumption(input, withSetting(published, 'default'), 'rest-steady', true), {
        homes: null,
      }),
      'homes',
      null,
    );
    expect(keyOf(back)).toBe(keyOf(published));
    expect(keyOf(published)).toBe('');
  });

  it('say what an old or broken link names that is not there, and keep the rest', () => {
    const { switches: found, unknown } = read(
      'marge=wide&aanname=-rest-steady&aanname=gone&lezing=homes.sideways&lezing=homes.exactly&herstel=homes.9_3&herstel=nobody.1_2&herstel=parts.x3_',
    );
    expect(found).toEqual({
      assumptions: { 'rest-steady': false },
      readings: { homes: 'exactly' },
      repairs: { parts: { min: 3, max: null, minOpen: true, maxOpen: false } },
    });
    expect(unknown).toEqual([
      'marge=wide',
      'aanname=gone',
      'lezing=homes.sideways',
      'herstel=homes.9_3',
      'herstel=nobody.1_2',
    ]);
  });
});

describe('an interval in an address', () => {
  it('comes back as it was', () => {
    fc.assert(
      fc.property(interval, (one) => {
        expect(readInterval(intervalText(one))).toEqual(one);
      }),
    );
  });
  it('is refused where it holds no number or is no interval', () => {
    for (const text of ['', '_', '5', '1_2_3', '5_4', 'x4_4', '1e999_', 'NaN_', '0x10_', ' 1_2']) {
      expect(readInterval(text), text).toBeNull();
    }
  });
});

describe('a switch', () => {
  it('changes only what it is for', () => {
    const some: AuditSwitches = { setting: 'bare', readings: { homes: 'exactly' } };
    expect(withAssumption(input, some, 'adds-up', true)).toEqual({
      ...some,
      assumptions: { 'adds-up': true },
    });
    const tried = { min: 1, max: 2, minOpen: false, maxOpen: false };
    expect(withRepairs(some, { homes: tried, parts: null }).repairs).toEqual({ homes: tried });
  });
});
