import type { MunicipalHomesPace } from '@schaalsprong/wire';
import { useWords } from '../../lib/hooks.tsx';
import type { MunicipalityText } from './texts.ts';

/** Whether a municipality is on course, in words: where its part was computed, it says so. */
export const courseKey = (course: MunicipalHomesPace['course'], agreed: boolean): MunicipalityText =>
  agreed || course === 'unknown' ? `course.${course}` : `course.${course}.computed`;

/** Whole homes: a pace of a year has no decimals that mean anything. */
export function useHomesNumber(): (homes: number) => string {
  const { count } = useWords();
  return (homes) => count(Math.round(homes));
}

/** The least and the most of the part of a municipality: the same number where it was agreed. */
export function partOf(share: MunicipalHomesPace['share']) {
  if (share === null) return null;
  const [a, b] = share.kind === 'agreed' ? [share, share] : [share.ofAll, share.ofRest];
  return {
    low: { homes: Math.min(a.homes, b.homes), perYear: Math.min(a.perYear, b.perYear) },
    high: { homes: Math.max(a.homes, b.homes), perYear: Math.max(a.perYear, b.perYear) },
  };
}
