import { useWords } from '../lib/hooks.tsx';
import type { Status } from '../lib/standing.ts';

function Shape({ status }: { status: Status }) {
  return (
    <svg
      className="status__shape"
      viewBox="0 0 16 16"
      width="16"
      height="16"
      aria-hidden="true"
      focusable="false"
    >
      {status === 'most' && <circle className="status-fill" cx="8" cy="8" r="6.5" />}
      {status === 'some' && (
        <>
          <circle className="status-line" cx="8" cy="8" r="5.75" strokeWidth="1.5" />
          <path className="status-fill" d="M8 2.25A5.75 5.75 0 0 0 8 13.75Z" />
        </>
      )}
      {status === 'few' && <path className="status-fill" d="M8 1.6L15 14H1Z" />}
      {status === 'unknown' && <path className="status-line" d="M3.5 8H12.5" strokeWidth="2" />}
      {status === 'pending' && (
        <circle className="status-line status-dots" cx="8" cy="8" r="5.75" strokeWidth="1.5" />
      )}
    </svg>
  );
}

/** How a target or opgave stands: shape, word and colour. `quiet` keeps the word for screen readers only. */
export function StatusMark({ status, quiet = false }: { status: Status; quiet?: boolean }) {
  const { t } = useWords();
  return (
    <span className={`status status--${status}`}>
      <Shape status={status} />
      <span className={quiet ? 'only-read' : 'status__word'}>{t(`status.${status}`)}</span>
    </span>
  );
}
