import type { FuturesProblem } from '../../problems.ts';
import { discoveryProblems as problems } from '../problems.ts';
import type { DiscoveryData } from './data.ts';

/** Scenario discovery needs futures of both kinds. */
export function outcomeFaults({ count, ofInterest }: DiscoveryData): readonly FuturesProblem[] {
  return ofInterest === 0 || ofInterest === count ? [problems.oneOutcome(count, ofInterest > 0)] : [];
}
