import { Paragraph } from '@utrecht/component-library-react';
import { StandingMark } from '../../components/StandingMark.tsx';
import { statuses } from '../../monitor/statuses.ts';
import { useTexts } from './texts.ts';

/** How a status is computed, with what each word means; folded. */
export function Formula() {
  const c = useTexts();
  return (
    <details>
      <summary>{c('formula')}</summary>
      <Paragraph>{c('formula.text')}</Paragraph>
      <ul className="plain formula-list">
        {statuses.map((status) => (
          <li key={status}>
            <StandingMark status={status} /> {c(`formula.${status}`)}
          </li>
        ))}
      </ul>
    </details>
  );
}
