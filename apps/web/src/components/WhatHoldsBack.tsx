import type { Assessment } from '@schaalsprong/wire';
import { Paragraph } from '@utrecht/component-library-react';
import { useAgenda, useNames, useWords } from '../lib/hooks.tsx';
import { Kind } from './Kind.tsx';
import { A } from './Link.tsx';
import { DataTable } from './Table.tsx';
import { PartyLinks, ThingLink } from './Things.tsx';

/** Constraints shown before the reader asks for all. */
const shownAtOnce = 6;

/** Why the first sentence of the home page says what it says. */
export function WhatHoldsBack({ assessment }: { assessment: Assessment }) {
  const { t, share } = useWords();
  const names = useNames();
  const rows = assessment.holdingBack;
  const first = rows[0];
  if (first === undefined) return <Paragraph>{t('home.why.none')}</Paragraph>;
  const largest = Math.max(...rows.map((row) => row.share));
  const top = rows.slice(0, shownAtOnce);
  const rest = rows.slice(shownAtOnce);
  return (
    <>
      <Paragraph>{t('home.why.how')}</Paragraph>
      <Paragraph>
        {t('home.why.finding', {
          first: names.brake(first.constraint),
          share: share(first.share),
          n: rows.length,
        })}{' '}
        <Kind of="computed" />
      </Paragraph>
      <Shares rows={top} largest={largest} />
      {rest.length > 0 && (
        <details>
          <summary>
            {t('home.why.more', {
              n: rest.length,
              share: share(rest.reduce((sum, row) => sum + row.share, 0)),
            })}
          </summary>
          <Shares rows={rest} largest={largest} />
        </details>
      )}
    </>
  );
}

function Shares({ rows, largest }: { rows: Assessment['holdingBack']; largest: number }) {
  const { t, tx, share, met } = useWords();
  const agenda = useAgenda();
  const names = useNames();
  return (
    <DataTable
      caption={t('home.why.share')}
      hideCaption
      stacks
      rows={rows}
      rowKey={(row) => row.constraint}
      columns={[
        {
          key: 'constraint',
          head: t('home.why.constraint'),
          names: true,
          cell: (row) => (
            <>
              <ThingLink kind="constraint" id={row.constraint} />
              <br />
              <span className="small">
                {names.brake(row.constraint)} ({t(`home.why.${row.kind}`)})
              </span>
            </>
          ),
        },
        {
          key: 'share',
          head: t('home.why.share'),
          cell: (row) => (
            <span className="share">
              <svg className="share__bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                <rect className="bar" width={largest === 0 ? 0 : (row.share / largest) * 100} height="10" />
              </svg>
              <span className="figure">{share(row.share)}</span>
            </span>
          ),
        },
        {
          key: 'largestIn',
          head: t('home.why.largestIn'),
          cell: (row) => <span className="figure">{met(row.largestIn)}</span>,
        },
        {
          key: 'targets',
          head: t('home.why.targets'),
          cell: (row) =>
            row.targets.length === 0 ? (
              '–'
            ) : (
              <ul className="inline-list">
                {row.targets.map((id) => (
                  <li key={id}>
                    <A to={`/doelen/${id}`}>{names.target(id)}</A>
                  </li>
                ))}
              </ul>
            ),
        },
        {
          key: 'relief',
          head: t('home.why.relief'),
          cell: (row) => {
            const constraint = agenda.constraintById.get(row.constraint);
            return constraint === undefined ? '–' : tx(constraint.relief);
          },
        },
        {
          key: 'owner',
          head: t('home.why.owner'),
          cell: (row) => {
            const owners = agenda.constraintById.get(row.constraint)?.owners ?? [];
            return owners.length === 0 ? t('challenge.owners.none') : <PartyLinks ids={owners} />;
          },
        },
      ]}
    />
  );
}
