import type { AuditInput, Conflict } from '@schaalsprong/audit';
import { type ClaimMatch, type Ledger, type Statement, withSentence } from '@schaalsprong/claim-check';
import type { AuditResponse } from '@schaalsprong/wire';
import { Heading3, Paragraph } from '@utrecht/component-library-react';
import { useEffect, useMemo, useState } from 'react';
import { auditSentence, type SentenceAudit } from '../../claim-check/sentence-audit.ts';
import { ConflictMark } from '../../components/ConflictMark.tsx';
import { ConflictLinks } from '../../components/OpenConflicts.tsx';
import { SumWords } from '../../components/SumWords.tsx';
import { sumTerms } from '../../components/sum-terms.ts';
import { clashes } from '../../conflicts/kinds.ts';
import { useWords } from '../../lib/hooks.tsx';
import { useNear } from '../../lib/near.ts';
import { useTexts } from './texts.ts';

interface Props {
  readonly statement: Statement;
  readonly match: ClaimMatch;
  readonly audit: AuditResponse;
  readonly ledger: Ledger;
  /** what was pasted */
  readonly text: string;
  /** Whether it is worked out at once; else when the reader comes near. */
  readonly isFirst: boolean;
}

/** Conflicts in which the sentence itself is, each as a sum with its explanation. */
function OwnConflicts({ conflicts, input }: { conflicts: readonly Conflict[]; input: AuditInput }) {
  const { tx } = useWords();
  return (
    <ul className="plain open-conflicts">
      {conflicts.map((conflict) => {
        const isSum = conflict.drawing !== null && sumTerms(conflict.drawing) !== null;
        return (
          <li key={conflict.id}>
            <ConflictMark kind={conflict.kind} />
            <SumWords response={{ input }} conflict={conflict} />
            {isSum && <span className="small block-line">{tx(conflict.explanation)}</span>}
            {!isSum && conflict.arithmetic.nl !== '' && (
              <span className="small block-line">{tx(conflict.arithmetic)}</span>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** What happens to the audit when the sentence is added as a claim; runs in a worker. */
function WithSentence({ input, isFirst }: { input: AuditInput; isFirst: boolean }) {
  const c = useTexts();
  const [ref, near] = useNear();
  const [answer, setAnswer] = useState<SentenceAudit>({ state: 'busy' });
  useEffect(() => {
    setAnswer({ state: 'busy' });
    return isFirst || near ? auditSentence(input, setAnswer) : undefined;
  }, [input, isFirst, near]);
  const conflicts = answer.state === 'done' ? answer.conflicts : [];
  const clashing = conflicts.filter(({ kind }) => clashes(kind));
  const others = conflicts.filter(({ kind }) => !clashes(kind));
  return (
    <div ref={ref} className="claim-check__added">
      {answer.state === 'busy' ? (
        <div role="status">
          <progress aria-label={c('added.busy')} />
          <p className="small">{c('added.busy')}</p>
        </div>
      ) : answer.state === 'failed' ? (
        <Paragraph>{c('added.failed')}</Paragraph>
      ) : (
        <>
          <p role="status">
            {clashing.length === 0
              ? c('added.none')
              : clashing.length === 1
                ? c('added.one')
                : c('added.many', { n: clashing.length })}
          </p>
          <OwnConflicts conflicts={clashing} input={input} />
          {others.length > 0 && (
            <>
              <p>{c('added.moot')}</p>
              <OwnConflicts conflicts={others} input={input} />
            </>
          )}
        </>
      )}
    </div>
  );
}

/** Conflicts that the claim of a sentence is in already, and those that the sentence would bring. */
export function ConflictsPart({ statement, match, audit, ledger, text, isFirst }: Props) {
  const c = useTexts();
  const { figure } = statement;
  const isSame = match.number?.relation === 'same';
  const input = useMemo(
    () => (figure === null || isSame ? null : withSentence(audit.input, figure, match, text, ledger)),
    [audit, figure, isSame, match, text, ledger],
  );
  const already = audit.report.conflicts.filter(({ claims }) =>
    claims.some(({ id }) => id === match.claim.id),
  );
  return (
    <>
      <Heading3>{c('conflicts.title')}</Heading3>
      <h4>{c('conflicts.already')}</h4>
      {already.length === 0 ? (
        <Paragraph>{c('conflicts.none')}</Paragraph>
      ) : (
        <ConflictLinks response={audit} conflicts={already} say="sum" />
      )}
      <h4>{c('added.title')}</h4>
      {input === null ? (
        <Paragraph>{c(figure === null ? 'added.noNumber' : isSame ? 'added.same' : 'added.apart')}</Paragraph>
      ) : (
        <WithSentence input={input} isFirst={isFirst} />
      )}
    </>
  );
}
