import type { Conflict } from '@schaalsprong/audit';
import type { AuditResponse } from '@schaalsprong/wire';
import { Heading2, Paragraph } from '@utrecht/component-library-react';
import { accepts, leading, openClashes } from '../conflicts/kinds.ts';
import { useResource, useWords } from '../lib/hooks.tsx';
import { auditResource } from '../lib/resource.ts';
import { ConflictMark } from './ConflictMark.tsx';
import { A } from './Link.tsx';
import { SumWords } from './SumWords.tsx';
import { Loading } from './states.tsx';
import { useSubject } from './subject.ts';

/** Conflicts by what they are about, with the sum and its words or what clashes in a few sentences. */
export function ConflictLinks({
  response,
  conflicts,
  say,
}: {
  response: AuditResponse;
  conflicts: readonly Conflict[];
  say: 'sum' | 'explanation';
}) {
  const { t, tx } = useWords();
  const subject = useSubject(response.input);
  return (
    <ul className="plain open-conflicts">
      {conflicts.map((conflict) => (
        <li key={conflict.id}>
          <ConflictMark kind={conflict.kind} /> <A to={`/tegenspraken#${conflict.id}`}>{subject(conflict)}</A>
          {accepts(conflict.verdict) && <span className="small"> ({t('conflict.accepted')})</span>}
          {say === 'sum' ? (
            <SumWords response={response} conflict={conflict} />
          ) : (
            <span className="figure block-line">{tx(conflict.explanation)}</span>
          )}
        </li>
      ))}
    </ul>
  );
}

/** How many conflicts the home page names. */
const named = 2;

/** How many conflicts are open, and the heaviest of them. */
export function HeaviestConflicts() {
  const { t, count } = useWords();
  const { value, failing } = useResource(auditResource);
  const open = value === null ? undefined : openClashes(value.report.conflicts);
  return (
    <section className="block">
      <Heading2>{t('conflict.home')}</Heading2>
      {value === null || open === undefined ? (
        failing === null ? (
          <Loading />
        ) : (
          <Paragraph>{t('conflict.failing')}</Paragraph>
        )
      ) : (
        <>
          <Paragraph>
            {open.length === 0
              ? t('conflict.home.none')
              : t(open.length === 1 ? 'conflict.home.open.one' : 'conflict.home.open', {
                  n: count(open.length),
                })}
          </Paragraph>
          <ConflictLinks response={value} conflicts={open.slice(0, named)} say="sum" />
          <p>
            <A to="/tegenspraken">{t('conflict.home.all')}</A>
          </p>
        </>
      )}
    </section>
  );
}

/** Conflicts that touch a target, open or accepted. */
export function ConflictsOfTarget({ target }: { target: string }) {
  const { t } = useWords();
  const { value, failing } = useResource(auditResource);
  const touching =
    value === null
      ? undefined
      : leading(value.report.conflicts.filter(({ targets }) => targets.includes(target)));
  return (
    <section className="block">
      <Heading2>{t('conflict.target')}</Heading2>
      {value === null || touching === undefined ? (
        failing === null ? (
          <Loading />
        ) : (
          <Paragraph>{t('conflict.failing')}</Paragraph>
        )
      ) : touching.length === 0 ? (
        <Paragraph>{t('conflict.target.none')}</Paragraph>
      ) : (
        <ConflictLinks response={value} conflicts={touching} say="explanation" />
      )}
    </section>
  );
}

/** Conflicts that claims run into; nothing while they load, and nothing where there are none. */
export function ConflictsOfClaims({ claims, title }: { claims: readonly string[]; title: string }) {
  const { value } = useResource(auditResource);
  const touching =
    value === null
      ? undefined
      : leading(
          value.report.conflicts.filter((conflict) =>
            conflict.claims.some(({ id }) => claims.some((claim) => claim === id)),
          ),
        );
  if (value === null || touching === undefined || touching.length === 0) return null;
  return (
    <section className="block">
      <Heading2>{title}</Heading2>
      <ConflictLinks response={value} conflicts={touching} say="explanation" />
    </section>
  );
}
