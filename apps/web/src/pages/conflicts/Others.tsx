import type { AuditGap, Conflict } from '@schaalsprong/audit';
import type { ApiAuditReport } from '@schaalsprong/wire';
import { Heading2, Heading3, Paragraph } from '@utrecht/component-library-react';
import type { ReactNode } from 'react';
import { ConflictMark } from '../../components/ConflictMark.tsx';
import { A } from '../../components/Link.tsx';
import { useSubject } from '../../components/subject.ts';
import { useNames, useWords } from '../../lib/hooks.tsx';
import { usePlaces } from './Claims.tsx';
import { useTexts } from './texts.ts';
import { VerdictPart } from './VerdictPart.tsx';
import { useView } from './view.tsx';

function ClaimLinks({ ids }: { ids: readonly string[] }) {
  const { tx } = useWords();
  const { claimById } = useView();
  const places = usePlaces();
  return (
    <ul className="plain small">
      {ids.map((id) => {
        const claim = claimById.get(id);
        if (claim === undefined) return null;
        return (
          <li key={id}>
            <A to={`/bronnen/beweringen/${id}`}>{tx(claim.text)}</A> ({places(claim.places)})
          </li>
        );
      })}
    </ul>
  );
}

/** Targets by name in one line; a long row folds. */
function TargetLinks({ ids }: { ids: readonly string[] }) {
  const c = useTexts();
  const { count } = useWords();
  const names = useNames();
  if (ids.length === 0) return null;
  const links = (
    <ul className="inline-list small">
      {ids.map((id) => (
        <li key={id}>
          <A to={`/doelen/${id}`}>{names.target(id)}</A>
        </li>
      ))}
    </ul>
  );
  if (ids.length <= 4) return links;
  return (
    <details>
      <summary className="small">{c('gap.targets', { n: count(ids.length) })}</summary>
      {links}
    </details>
  );
}

/** Places that are named; where there are more, the targets behind them lead there. */
const fewPlaces = 3;

/** A conflict in few lines: for what is not a clash of numbers. */
export function Brief({ conflict }: { conflict: Conflict }) {
  const { tx, lang } = useWords();
  const c = useTexts();
  const { input } = useView();
  const places = usePlaces();
  const subject = useSubject(input);
  const gap = input.gaps.find(({ id }) => id === conflict.gap);
  const percent = new Intl.NumberFormat(lang === 'nl' ? 'nl-NL' : 'en-GB', {
    style: 'percent',
    maximumSignificantDigits: 2,
  });
  return (
    <li id={conflict.id} className="brief" tabIndex={-1}>
      <p>
        {gap === undefined ? (
          <ConflictMark kind={conflict.kind} />
        ) : (
          <strong className="block-line">{subject(conflict)}</strong>
        )}{' '}
        {tx(conflict.explanation)}
      </p>
      {tx(conflict.arithmetic) !== '' && gap === undefined && (
        <p className="conflict__sum">{tx(conflict.arithmetic)}</p>
      )}
      {conflict.kind === 'near' && conflict.slack !== null && (
        <p className="small">{c('near.slack', { share: percent.format(conflict.slack) })}</p>
      )}
      {gap !== undefined && gap.places.length > 0 && gap.places.length <= fewPlaces && (
        <p className="small">{places(gap.places)}</p>
      )}
      <TargetLinks ids={conflict.targets} />
      <ClaimLinks ids={conflict.claims.map(({ id }) => id)} />
      <VerdictPart conflict={conflict} />
    </li>
  );
}

interface SectionProps {
  readonly id: string;
  readonly title: string;
  readonly note: string;
  readonly children: ReactNode;
}

/** A part of the page with its own address. */
export function Section({ id, title, note, children }: SectionProps) {
  return (
    <section className="block" id={id} aria-labelledby={`${id}-head`} tabIndex={-1}>
      <Heading2 id={`${id}-head`}>{title}</Heading2>
      <p className="small conflicts__note">{note}</p>
      {children}
    </section>
  );
}

const sorts: readonly AuditGap['what'][] = [
  'list',
  'footnote',
  'number',
  'indicator',
  'baseline',
  'owner',
  'measure',
  'instrument',
];

/** What the text announces or a target needs, and is not there; by sort. */
export function Missing({ conflicts }: { conflicts: readonly Conflict[] }) {
  const c = useTexts();
  const { count } = useWords();
  const { input } = useView();
  const whatOf = (conflict: Conflict) => input.gaps.find(({ id }) => id === conflict.gap)?.what ?? 'number';
  const groups = sorts
    .map((what) => ({ what, conflicts: conflicts.filter((conflict) => whatOf(conflict) === what) }))
    .filter((group) => group.conflicts.length > 0);
  if (groups.length === 0) return null;
  return (
    <Section
      id="ontbreekt"
      title={c('missing.title', { n: count(conflicts.length) })}
      note={c('missing.note')}
    >
      <div className="two conflicts__gaps">
        {groups.map((group) => (
          <section key={group.what}>
            <Heading3>{c(`gap.${group.what}`)}</Heading3>
            <ul className="plain">
              {group.conflicts.map((conflict) => (
                <Brief key={conflict.id} conflict={conflict} />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Section>
  );
}

/** Readings that the rest of the text rules out. */
export function RuledOut({ report }: { report: ApiAuditReport }) {
  const c = useTexts();
  const { tx, count, list } = useWords();
  const { claimById, input } = useView();
  if (report.ruledOut.length === 0) return null;
  return (
    <Section
      id="uitgesloten"
      title={c('ruled.title', { n: count(report.ruledOut.length) })}
      note={c('ruled.note')}
    >
      <ul className="plain brief-list">
        {report.ruledOut.map((ruled) => {
          const claim = claimById.get(ruled.claim);
          const reading = claim?.readings.find(({ id }) => id === ruled.reading);
          const assumptions = ruled.assumptions.map((id) => {
            const found = input.assumptions.find((assumption) => assumption.id === id);
            return found === undefined ? id : tx(found.title);
          });
          return (
            <li
              key={`${ruled.claim} ${ruled.reading} ${ruled.claims.join(' ')} ${ruled.assumptions.join(' ')}`}
              className="brief"
            >
              <p>
                {claim === undefined ? (
                  ruled.claim
                ) : (
                  <A to={`/bronnen/beweringen/${claim.id}`}>{tx(claim.text)}</A>
                )}{' '}
                {c('ruled.as', { reading: reading === undefined ? ruled.reading : tx(reading.title) })}
              </p>
              <p className="conflict__sum">{tx(ruled.arithmetic)}</p>
              {assumptions.length > 0 && (
                <p className="small">{c('ruled.under', { list: list(assumptions) })}</p>
              )}
              <details>
                <summary className="small">{c('ruled.by')}</summary>
                <ClaimLinks ids={ruled.claims} />
              </details>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

/** What was compared, what not and why, what cannot be seen at all, and how the order comes about. */
export function Honest({ report }: { report: ApiAuditReport }) {
  const c = useTexts();
  const { tx, count } = useWords();
  const { claimById } = useView();
  const encodings = (['known-factor', 'mccormick', 'branch', 'not-encoded'] as const)
    .map((encoding) => ({
      encoding,
      n: report.products.filter((product) => product.encoding === encoding).length,
    }))
    .filter(({ n }) => n > 0);
  return (
    <Section id="grenzen" title={c('honest.title')} note={c('honest.note')}>
      <div className="two">
        <section>
          <Heading3>{c('honest.seen')}</Heading3>
          <ul className="plain">
            <li>
              {c('honest.counts', {
                n: count(report.claims),
                compared: count(report.compared),
                alone: count(report.alone),
              })}
            </li>
            {!report.complete && <li>{c('honest.incomplete')}</li>}
            {report.limits.map((limit) => (
              <li key={limit.nl}>{tx(limit)}</li>
            ))}
          </ul>
          {report.notEncoded.length > 0 && (
            <>
              <Heading3>{c('encoded.title', { n: count(report.notEncoded.length) })}</Heading3>
              <ul className="plain">
                {report.notEncoded.map(({ claim, reason }) => {
                  const found = claimById.get(claim);
                  return (
                    <li key={claim}>
                      <A to={`/bronnen/beweringen/${claim}`}>
                        {found === undefined ? claim : tx(found.text)}
                      </A>
                      <span className="small block-line">{tx(reason)}</span>
                    </li>
                  );
                })}
              </ul>
            </>
          )}
        </section>
        <section id="gewicht" tabIndex={-1}>
          <Heading3>{c('weight.title')}</Heading3>
          <Paragraph>{c('weight.text')}</Paragraph>
          <Heading3>{c('method.title')}</Heading3>
          <Paragraph>{c('method.text')}</Paragraph>
          {encodings.length > 0 && (
            <ul className="plain small">
              {encodings.map(({ encoding, n }) => (
                <li key={encoding}>{c(`product.${encoding}`, { n: count(n) })}</li>
              ))}
            </ul>
          )}
        </section>
      </div>
    </Section>
  );
}
