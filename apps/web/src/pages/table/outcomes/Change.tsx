import { type ReactNode, useCallback } from 'react';
import { useNumber, useWords } from '../../../lib/hooks.tsx';
import { medianNoise } from '../../../lib/noise.ts';
import { useTexts } from '../texts.ts';

/**
 * Which way something went, seen from what is wanted; `neutral` where nothing says which way is better, `noise` where other draws of
 * the futures could have given the opposite.
 */
export type Way = 'better' | 'worse' | 'same' | 'neutral' | 'noise';

export const wayOf = (difference: number, good: 'up' | 'down' | null): Way =>
  difference === 0
    ? 'same'
    : good === null
      ? 'neutral'
      : difference > 0 === (good === 'up')
        ? 'better'
        : 'worse';

/** The futures that a median was read from. */
export interface Sample {
  readonly p10: number;
  readonly p90: number;
  readonly of: number;
}

/**
 * Whether a difference is worth a number: it is one in the digits that its unit is shown in, and for a median of futures it is more
 * than chance in drawing them.
 */
export function useSeenDifference(): (difference: number, unit: string, sample?: Sample | null) => boolean {
  const number = useNumber();
  return useCallback(
    (difference, unit, sample = null) =>
      /[1-9]/.test(number(difference, unit, { bare: true })) &&
      (sample === null || Math.abs(difference) > medianNoise(sample, sample.of)),
    [number],
  );
}

/** Points up for better, down for worse, lies flat for the same: never colour alone. Noise has no shape at all. */
function Arrow({ way }: { way: Way }) {
  if (way === 'noise') return null;
  return (
    <svg
      className="change__shape"
      viewBox="0 0 12 12"
      width="11"
      height="11"
      aria-hidden="true"
      focusable="false"
    >
      {way === 'better' && <path className="status-fill" d="M6 1.5L11 10.5H1Z" />}
      {way === 'worse' && <path className="status-fill" d="M6 10.5L11 1.5H1Z" />}
      {way === 'same' && <path className="status-line" d="M1.5 6H10.5" strokeWidth="2" />}
      {way === 'neutral' && (
        <path className="status-line" d="M6 1.5L10.5 6L6 10.5L1.5 6Z" strokeWidth="1.5" />
      )}
    </svg>
  );
}

/** A difference with its shape, words and colour. */
export function Change({ way, children }: { way: Way; children: ReactNode }) {
  const c = useTexts();
  return (
    <span className={`change change--${way}`}>
      <Arrow way={way} />
      <span>
        {children}
        {(way === 'better' || way === 'worse') && <span className="only-read"> ({c(`way.${way}`)})</span>}
      </span>
    </span>
  );
}

interface MetDifferenceProps {
  readonly more: number;
  /** Whether chance in drawing the futures explains it. */
  readonly isNoise?: boolean;
}

/** Futures more or fewer that meet a target. */
export function MetDifference({ more, isNoise = false }: MetDifferenceProps) {
  const { count } = useWords();
  const c = useTexts();
  const said =
    more === 0
      ? c('met.same')
      : Math.abs(more) === 1
        ? c(more > 0 ? 'met.more.one' : 'met.fewer.one')
        : c(more > 0 ? 'met.more' : 'met.fewer', { n: count(Math.abs(more)) });
  if (more !== 0 && isNoise) {
    return <Change way="noise">{`${said} ${c('way.noise')}`}</Change>;
  }
  return <Change way={wayOf(more, 'up')}>{said}</Change>;
}
