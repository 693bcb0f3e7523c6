import type { ConflictKind } from '@schaalsprong/audit';
import type { ReactNode } from 'react';
import { useWords } from '../lib/hooks.tsx';

const shapes: Readonly<Record<ConflictKind, ReactNode>> = {
  contradiction: <path className="ink-stroke" d="M3 3L13 13M13 3L3 13" strokeWidth="2.4" />,
  'contradiction-under-assumption': (
    <path className="ink-stroke" d="M3 3L13 13M13 3L3 13" strokeWidth="2" strokeDasharray="3 2" />
  ),
  shortfall: (
    <>
      <path className="ink-stroke" d="M2 4H14" strokeWidth="2" />
      <path className="ink-stroke" d="M2 11H9" strokeWidth="4" />
    </>
  ),
  horizon: (
    <>
      <path className="ink-stroke" d="M4.5 2V14M11.5 2V14" strokeWidth="1.6" />
      <path className="ink-stroke" d="M6 8H10" strokeWidth="1.6" strokeDasharray="1.5 1.2" />
    </>
  ),
  definition: <path className="ink-stroke" d="M2.5 6H13.5M2.5 10H13.5M11 2.5L5 13.5" strokeWidth="1.6" />,
  dominance: (
    <>
      <circle className="ink-stroke hollow" cx="8" cy="8" r="6" strokeWidth="1.5" />
      <circle className="ink-fill" cx="8" cy="8" r="2.6" />
    </>
  ),
  duplicate: (
    <path className="ink-stroke hollow" d="M2.5 2.5H10V10H2.5ZM6 6H13.5V13.5H6Z" strokeWidth="1.4" />
  ),
  missing: <path className="ink-stroke hollow" d="M3 3H13V13H3Z" strokeWidth="1.4" strokeDasharray="2.5 2" />,
  near: <path className="ink-stroke" d="M2 6H8.5M7.5 10H14" strokeWidth="2.4" />,
};

/** A kind of conflict: shape and word. */
export function ConflictMark({ kind, quiet = false }: { kind: ConflictKind; quiet?: boolean }) {
  const { t } = useWords();
  return (
    <span className={`clash clash--${kind}`}>
      <svg
        className="clash__shape"
        viewBox="0 0 16 16"
        width="15"
        height="15"
        aria-hidden="true"
        focusable="false"
      >
        {shapes[kind]}
      </svg>
      <span className={quiet ? 'only-read' : 'clash__word'}>{t(`conflict.kind.${kind}`)}</span>
    </span>
  );
}
