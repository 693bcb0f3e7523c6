import { useWords } from '../lib/hooks.tsx';

/** The four kinds of number. */
export type NumberKind = 'stated' | 'observed' | 'assumed' | 'computed';

/** Shapes are those that charts draw the same kind with: line of a target, dot, hollow diamond, band with median. */
function Glyph({ kind }: { kind: NumberKind }) {
  return (
    <svg
      className="kind__glyph"
      viewBox="0 0 12 12"
      width="12"
      height="12"
      aria-hidden="true"
      focusable="false"
    >
      {kind === 'stated' && <path className="ink-stroke" d="M1 6H11" strokeWidth="2.4" />}
      {kind === 'observed' && <circle className="ink-fill" cx="6" cy="6" r="3.6" />}
      {kind === 'assumed' && (
        <path className="ink-stroke hollow" d="M6 1.6L10.4 6L6 10.4L1.6 6Z" strokeWidth="1.5" />
      )}
      {kind === 'computed' && (
        <>
          <path className="ink-band" d="M1 8L11 2V10L1 9Z" />
          <path className="ink-stroke" d="M1 8.5L11 6" strokeWidth="1.5" />
        </>
      )}
    </svg>
  );
}

/** Says of what kind a number is: shape and word, everywhere the same. `word` replaces the word where it is more exact. */
export function Kind({ of, word }: { of: NumberKind; word?: string }) {
  const { t } = useWords();
  return (
    <span className={`kind kind--${of}`}>
      <Glyph kind={of} />
      <span>{word ?? t(`kind.${of}`)}</span>
    </span>
  );
}

/** The kind of a value with the status that a source gives it. */
export function kindOfStatus(status: string): NumberKind {
  if (status === 'stated') return 'stated';
  if (status === 'assumed') return 'assumed';
  return 'observed';
}

/** The kind of a value by who says it. Its source alone does not show that it was measured, so it is stated at most. */
export function kindOfSource(source: string): NumberKind {
  if (/^(assumption|by definition)\b/i.test(source)) return 'assumed';
  return 'stated';
}
