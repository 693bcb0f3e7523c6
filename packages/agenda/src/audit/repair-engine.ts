import type { Interval } from '../schema.ts';
import type { Fact, FactContext } from './facts-types.ts';

export const rangeWithout = (_fact: Fact, _context: FactContext, _claim: string): Interval | null => null;
