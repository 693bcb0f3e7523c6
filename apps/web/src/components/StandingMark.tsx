import type { TargetStatus } from '@schaalsprong/monitor';
import { useWords } from '../lib/hooks.tsx';

/** Colours of the three sorts of status; shape and word say the rest. */
const tone: Readonly<Record<TargetStatus, string>> = {
  reached: 'status--most',
  'on-course': 'status--most',
  lagging: 'status--some',
  'off-course': 'status--few',
  away: 'status--few',
  unknown: '',
};

function Shape({ status }: { status: TargetStatus }) {
  return (
    <svg
      className="status__shape"
      viewBox="0 0 16 16"
      width="16"
      height="16"
      aria-hidden="true"
      focusable="false"
    >
      {status === 'reached' && (
        <>
          <circle className="status-fill" cx="8" cy="8" r="6.5" />
          <path className="status-cut" d="M4.8 8.2L7.2 10.6L11.4 5.8" strokeWidth="1.8" />
        </>
      )}
      {status === 'on-course' && (
        <path className="status-line" d="M2.5 12.5L12.5 4M6.5 3.2H13.2V9.6" strokeWidth="2" />
      )}
      {status === 'lagging' && (
        <>
          <circle className="status-line" cx="8" cy="8" r="5.75" strokeWidth="1.5" />
          <path className="status-fill" d="M8 2.25A5.75 5.75 0 0 0 8 13.75Z" />
        </>
      )}
      {status === 'off-course' && <path className="status-line" d="M8 2.8L14 13.4H2Z" strokeWidth="1.6" />}
      {status === 'away' && <path className="status-fill" d="M8 14.4L1 2H15Z" />}
      {status === 'unknown' && <path className="status-line" d="M3.5 8H12.5" strokeWidth="2" />}
    </svg>
  );
}

/** How a target stands by what is measured: shape, word and colour. */
export function StandingMark({ status }: { status: TargetStatus }) {
  const { t } = useWords();
  return (
    <span className={`status ${tone[status]}`}>
      <Shape status={status} />
      <span className="status__word">{t(`standing.${status}`)}</span>
    </span>
  );
}
