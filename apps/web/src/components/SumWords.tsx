import type { Conflict } from '@schaalsprong/audit';
import type { AuditResponse } from '@schaalsprong/wire';
import { useNumber, useWords } from '../lib/hooks.tsx';
import { type SumTerm, sumTerms } from './sum-terms.ts';

/**
 * The sum of a conflict with under each number what it is. Where the conflict is no plain sum, its explanation.
 */
export function SumWords({
  response: { input },
  conflict,
}: {
  response: Pick<AuditResponse, 'input'>;
  conflict: Conflict;
}) {
  const { t, tx, count } = useWords();
  const show = useNumber();
  const { drawing } = conflict;
  const terms = drawing === null ? null : sumTerms(drawing);
  if (drawing === null || terms === null)
    return <span className="figure block-line">{tx(conflict.explanation)}</span>;
  const { unit } = drawing;
  const number = (value: number): string => show(value, unit, { bare: true });
  /** What a claim is about; the label of the row where it is about nothing by itself. */
  const words = ({ row }: SumTerm): string => {
    const [claim, ...others] = row.claims;
    const variable =
      others.length > 0 ? undefined : input.claims.find(({ id }) => id === claim)?.readings[0]?.variable;
    const title = input.variables.find(({ id }) => id === variable)?.title;
    return title === undefined ? tx(row.label) : tx(title);
  };
  return (
    <ul className="sum-words">
      {terms.map((term) => (
        <li key={`${term.role} ${term.row.label.nl} ${term.row.claims.join(' ')} ${term.row.value}`}>
          <span className="figure sum-words__number">
            {term.role === 'part' && (term.part < 0 ? '− ' : term.first ? '' : '+ ')}
            {term.role === 'total' && '= '}
            {term.role === 'stated' && `${t('conflict.sum.against')} `}
            {term.role === 'part' && Math.abs(term.part) !== 1 && `${count(Math.abs(term.part))} × `}
            {number(term.value)}
          </span>
          <span className="small block-line">
            {term.role === 'total' ? t('conflict.sum.total') : words(term)}
            {term.role === 'stated' && ` (${t('conflict.sum.stated')})`}
          </span>
        </li>
      ))}
    </ul>
  );
}
