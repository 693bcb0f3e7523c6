import type { AgreementsResponse } from '@schaalsprong/wire';
import type { ReactNode } from 'react';
import { useTexts } from './texts.ts';

type Term = AgreementsResponse['agreements'][number]['term'];

const tone: Readonly<Record<Term, string>> = {
  late: 'status--few',
  passed: 'status--some',
  soon: '',
  ahead: '',
  undated: '',
  done: 'status--most',
};

const shapes: Readonly<Record<Term, ReactNode>> = {
  late: <path className="status-fill" d="M8 1.6L15 14H1Z" />,
  passed: <path className="status-line" d="M8 2.8L14 13.4H2Z" strokeWidth="1.6" />,
  soon: (
    <>
      <circle className="status-line" cx="8" cy="8" r="5.75" strokeWidth="1.5" />
      <path className="status-line" d="M8 4.6V8L10.6 9.6" strokeWidth="1.5" />
    </>
  ),
  ahead: <circle className="status-line" cx="8" cy="8" r="5.75" strokeWidth="1.5" />,
  undated: <path className="status-line" d="M3.5 8H12.5" strokeWidth="2" />,
  done: (
    <>
      <circle className="status-fill" cx="8" cy="8" r="6.5" />
      <path className="status-cut" d="M4.8 8.2L7.2 10.6L11.4 5.8" strokeWidth="1.8" />
    </>
  ),
};

/** Where an agreement stands in time: shape, word and colour. */
export function TermMark({ term }: { term: Term }) {
  const c = useTexts();
  return (
    <span className={`status ${tone[term]}`}>
      <svg
        className="status__shape"
        viewBox="0 0 16 16"
        width="16"
        height="16"
        aria-hidden="true"
        focusable="false"
      >
        {shapes[term]}
      </svg>
      <span className="status__word">{c(`term.${term}`)}</span>
    </span>
  );
}
