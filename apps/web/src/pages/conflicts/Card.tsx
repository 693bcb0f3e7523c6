import type { AuditClaim, AuditInput, Conflict, Drawing } from '@schaalsprong/audit';
import { type IntervalRow, placeIntervals } from '@schaalsprong/chart';
import { Button, Heading3 } from '@utrecht/component-library-react';
import { memo, type ReactNode, useEffect, useState } from 'react';
import { useLocation } from 'react-router';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import { ConflictMark } from '../../components/ConflictMark.tsx';
import { useSubject } from '../../components/subject.ts';
import { useComputed, useInterval, useNumber, useUnitTitle, useWords } from '../../lib/hooks.tsx';
import { ConflictClaims } from './Claims.tsx';
import { Repairs } from './Repairs.tsx';
import { useTexts } from './texts.ts';
import { Under } from './Under.tsx';
import { VerdictPart } from './VerdictPart.tsx';
import { useView } from './view.tsx';

/** The arithmetic of a conflict as a drawing, with its table and files. Takes no view: a switch elsewhere does not draw it again. */
const Picture = memo(function Picture({
  drawing,
  id,
  says,
  input,
  claimById,
}: {
  drawing: Drawing;
  id: string;
  says: string;
  input: AuditInput;
  claimById: ReadonlyMap<string, AuditClaim>;
}) {
  const { t, tx } = useWords();
  const c = useTexts();
  const show = useNumber();
  const interval = useInterval();
  const computed = useComputed();
  const unitTitle = useUnitTitle();
  const of = tx(drawing.of);
  const isYear = input.units[drawing.unit]?.grouping === false;
  const rows = drawing.rows.map((row): IntervalRow => {
    const [claim, ...others] = row.claims;
    const variable =
      others.length > 0 ? undefined : claimById.get(claim ?? '')?.readings.map((r) => r.variable)[0];
    const title = input.variables.find(({ id: known }) => known === variable)?.title;
    return {
      // A line number says little by itself where the rows are about different things.
      label:
        row.kind === 'stated' && title !== undefined && tx(title) !== of
          ? `${tx(title)} (${tx(row.label)})`
          : tx(row.label),
      interval: row.interval,
      value: row.value,
      kind: row.kind,
      part: row.part,
      said: interval(row.interval, drawing.unit),
    };
  });
  return (
    <ChartFrame
      within
      title={of}
      finding={says}
      file={id}
      origin={[id, `audit ${input.hash.slice(0, 8)}`]}
      data={{
        head: [c('drawing.row'), c('drawing.interval'), t('chart.kind')],
        shown: rows.map((row) => [row.label, row.said, t(`kind.${row.kind}`)]),
        textColumns: [1, 2],
        csvHead: ['row', 'min', 'max', 'min_open', 'max_open', 'value', 'unit', 'kind', 'claims'],
        csv: drawing.rows.map((row) => [
          tx(row.label),
          row.interval.min,
          row.interval.max,
          String(row.interval.minOpen),
          String(row.interval.maxOpen),
          row.value,
          drawing.unit,
          row.kind,
          row.claims.join(' '),
        ]),
      }}
      unit={isYear ? '' : unitTitle(drawing.unit)}
      scene={(width) =>
        placeIntervals(
          {
            name: says,
            rows,
            gap: (size) =>
              isYear
                ? c('drawing.gap.years', { n: size })
                : c('drawing.gap', { size: computed.difference(size, drawing.unit) }),
            tick: (value) => show(value, drawing.unit, { bare: true, precise: true }),
            whole: isYear || drawing.unit === 'rank',
          },
          width,
        )
      }
    />
  );
});

/** Copies the address of a conflict, with the switches as they stand. */
function CopyLink({ id, subject }: { id: string; subject: string }) {
  const c = useTexts();
  const [said, setSaid] = useState('');
  const copy = async (): Promise<void> => {
    const address = new URL(globalThis.location.href);
    address.hash = id;
    try {
      await navigator.clipboard.writeText(address.href);
      setSaid(c('link.copied'));
    } catch {
      // Not on https, or not allowed: the reader can still take it from the address bar.
      globalThis.location.hash = id;
      setSaid(c('link.inBar'));
    }
  };
  return (
    <p className="copy-link">
      <Button
        appearance="subtle-button"
        aria-label={c('link.copyOf', { subject })}
        onClick={() => void copy()}
      >
        {c('link.copy')}
      </Button>{' '}
      <span role="status" className="small">
        {said}
      </span>
    </p>
  );
}

/** What is under a card: folded, but open where the address names the conflict, and on paper. */
function More({ ids, children }: { ids: readonly string[]; children: ReactNode }) {
  const c = useTexts();
  const { hash } = useLocation();
  const named = ids.some((id) => hash === `#${id}`);
  const [open, setOpen] = useState(named);
  useEffect(() => {
    if (named) setOpen(true);
  }, [named]);
  useEffect(() => {
    const show = (): void => setOpen(true);
    globalThis.addEventListener('beforeprint', show);
    return () => globalThis.removeEventListener('beforeprint', show);
  }, []);
  return (
    <details className="conflict__more" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{c('card.more')}</summary>
      {children}
    </details>
  );
}

const none: readonly Conflict[] = [];

interface CardProps {
  readonly conflict: Conflict;
  /** The same sum over the same claims in another reading. */
  readonly twins?: readonly Conflict[];
  /** Its place by weight; null for one that is not in the list now. */
  readonly rank: number | null;
  /** True where it stood in the published report, or before the tried repairs, and does not now. */
  readonly gone: boolean;
  /** True where the published report does not have it. */
  readonly come: boolean;
}

/** One conflict: what clashes, the sum, the claims, under what it stands, what repairs it, what people said of it. */
export function Card({ conflict, twins = none, rank, gone, come }: CardProps) {
  const { tx, count } = useWords();
  const c = useTexts();
  const { input, claimById } = useView();
  const subject = useSubject(input);
  const about = subject(conflict);
  const { id, drawing } = conflict;
  return (
    <article
      id={id}
      className={gone ? 'conflict conflict--gone' : 'conflict'}
      aria-labelledby={`${id}-head`}
      tabIndex={-1}
    >
      <header className="conflict__head">
        <p className="conflict__rank" aria-hidden="true">
          {rank === null ? '–' : count(rank)}
        </p>
        <div>
          <p className="conflict__kind">
            <ConflictMark kind={conflict.kind} />
            {gone && <strong className="conflict__state">{c('card.gone')}</strong>}
            {come && <strong className="conflict__state">{c('card.come')}</strong>}
          </p>
          <Heading3 id={`${id}-head`}>{about}</Heading3>
        </div>
      </header>
      <p className="conflict__says">{tx(conflict.explanation)}</p>
      {tx(conflict.arithmetic) !== '' && (
        <p className="conflict__sum">
          <span className="only-read">{c('card.sum')} </span>
          {tx(conflict.arithmetic)}
        </p>
      )}
      {twins.map((twin) => (
        <div key={twin.id} id={twin.id} className="conflict__twin" tabIndex={-1}>
          <p className="conflict__kind">
            {c('card.twin')} <ConflictMark kind={twin.kind} />
          </p>
          <p className="conflict__says">{tx(twin.explanation)}</p>
        </div>
      ))}
      <More ids={[id, ...twins.map((twin) => twin.id)]}>
        <div className="conflict__body">
          <div className="conflict__left">
            {drawing !== null && (
              <Picture
                drawing={drawing}
                id={id}
                says={`${tx(conflict.explanation)} ${tx(conflict.arithmetic)}`}
                input={input}
                claimById={claimById}
              />
            )}
            <h4>{c('card.claims')}</h4>
            <ConflictClaims conflict={conflict} />
            {conflict.variants.length > 0 && (
              <details>
                <summary>
                  {c(conflict.variants.length === 1 ? 'card.variants.one' : 'card.variants', {
                    n: count(conflict.variants.length),
                  })}
                </summary>
                <ul className="plain small">
                  {conflict.variants.map((variant) => (
                    <li key={`${variant.claims.join(' ')} ${variant.assumptions.join(' ')}`}>
                      <span className="block-line">{tx(variant.arithmetic)}</span>
                      {variant.claims
                        .map((claim) => claimById.get(claim))
                        .map((claim) => (claim === undefined ? '' : tx(claim.text)))
                        .join(' · ')}
                    </li>
                  ))}
                </ul>
              </details>
            )}
          </div>
          <div className="conflict__right">
            <h4>{c('card.under')}</h4>
            <Under conflict={conflict} />
            <h4>{c('card.repair')}</h4>
            <Repairs conflict={conflict} />
            <div className={conflict.verdict === null ? 'verdict-part verdict-part--none' : 'verdict-part'}>
              <h4>{c('card.verdict')}</h4>
              <VerdictPart conflict={conflict} />
            </div>
            <CopyLink id={id} subject={about} />
            {twins.map((twin) => (
              <div key={twin.id} className="conflict__twin">
                <h4>
                  {c('card.twin')} <ConflictMark kind={twin.kind} />
                </h4>
                <Under conflict={twin} />
                <Repairs conflict={twin} />
                <VerdictPart conflict={twin} />
                <CopyLink id={twin.id} subject={about} />
              </div>
            ))}
          </div>
        </div>
      </More>
    </article>
  );
}
