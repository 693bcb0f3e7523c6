import type { Statement } from '@schaalsprong/claim-check';

/** The shape of a verdict, for beside its words. */
export function VerdictMark({ verdict }: { verdict: Statement['verdict'] }) {
  return (
    <svg
      className={`claim-check__mark claim-check__mark--${verdict}`}
      viewBox="0 0 16 16"
      width="18"
      height="18"
      aria-hidden="true"
      focusable="false"
    >
      {verdict === 'says-so' && <path className="ink-stroke" d="M2 8.5L6.5 13L14 3.5" strokeWidth="2.4" />}
      {verdict === 'otherwise' && (
        <path className="ink-stroke" d="M2 5.5H14M2 10.5H14M11 1.5L5 14.5" strokeWidth="2" />
      )}
      {verdict === 'named' && <path className="ink-stroke" d="M2 4H14M2 8H14M2 12H9" strokeWidth="1.8" />}
      {verdict === 'unknown' && (
        <>
          <circle className="ink-stroke hollow" cx="8" cy="8" r="6.25" strokeWidth="1.6" />
          <path className="ink-stroke" d="M4.5 8H11.5" strokeWidth="1.8" />
        </>
      )}
    </svg>
  );
}
