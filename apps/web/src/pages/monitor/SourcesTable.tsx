import type { ApiStatisticsSource } from '@schaalsprong/wire';
import { Paragraph } from '@utrecht/component-library-react';
import { FoldedTable } from '../../components/Table.tsx';
import { useWords } from '../../lib/hooks.tsx';
import { sourceIn } from '../../lib/source-words.ts';
import { useDay } from './Figure.tsx';
import { useTexts } from './texts.ts';

const dayInMs = 86_400_000;

/** Whole days from one day to a later one; null where one of them is no day. */
export function daysBetween(from: string | null, to: string): number | null {
  const [a, b] = [Date.parse((from ?? '').slice(0, 10)), Date.parse(to.slice(0, 10))];
  return Number.isNaN(a) || Number.isNaN(b) ? null : Math.max(0, Math.round((b - a) / dayInMs));
}

/** Sources of figures, how fresh each is, and how to fetch a newer version. */
export function SourcesTable({ sources, today }: { sources: readonly ApiStatisticsSource[]; today: string }) {
  const { tx, lang, count } = useWords();
  const said = (licence: string) => sourceIn(licence, lang);
  const c = useTexts();
  const day = useDay();
  // What waits for a decision first, then what a command can fetch, then what people entered.
  const sorted = sources.toSorted(
    (a, b) => b.held - a.held || Number(a.kind === 'by-hand') - Number(b.kind === 'by-hand'),
  );
  const fetched = sorted.flatMap(({ id, kind }) => (kind === 'by-hand' ? [] : [id]));
  if (sources.length === 0) return <Paragraph>{c('sources.none')}</Paragraph>;
  return (
    <>
      <Paragraph>{c('sources.how')}</Paragraph>
      <FoldedTable
        more={(n) => c('more', { n: count(n) })}
        caption={c('sources')}
        hideCaption
        stacks
        rows={sorted}
        rowKey={(source) => source.id}
        columns={[
          {
            key: 'source',
            head: c('sources.source'),
            names: true,
            cell: (source) => (
              <>
                {tx(source.title)}
                <span className="small block-line">
                  {source.publisher}
                  {source.table === null ? '' : ` · ${source.table}`} ·{' '}
                  <span lang={said(source.licence).lang}>{said(source.licence).text}</span>
                </span>
              </>
            ),
          },
          {
            key: 'published',
            head: c('sources.published'),
            cell: (source) => {
              const age = daysBetween(source.lastPublished, today);
              return (
                <>
                  {day(source.lastPublished)}
                  {age !== null && (
                    <span className="small block-line">{c('sources.age', { n: count(age) })}</span>
                  )}
                  {source.calendar !== null && (
                    <span className="small block-line">{tx(source.calendar)}</span>
                  )}
                </>
              );
            },
          },
          {
            key: 'check',
            head: c('sources.check'),
            cell: ({ lastCheck }) =>
              lastCheck === null ? (
                c('sources.never')
              ) : (
                <>
                  {day(lastCheck.at)}
                  <span className="small block-line">
                    {c(`check.${lastCheck.outcome}`)}
                    {lastCheck.code === null ? '' : ` (${lastCheck.code})`}
                  </span>
                </>
              ),
          },
          {
            key: 'held',
            head: c('sources.held'),
            numeric: true,
            cell: ({ held }) => (held === 0 ? c('sources.heldNone') : <strong>{count(held)}</strong>),
          },
          {
            key: 'fetch',
            head: c('sources.fetch'),
            cell: ({ kind }) => c(kind === 'by-hand' ? 'sources.byHand' : 'sources.online'),
          },
        ]}
      />
      <details>
        <summary>{c('sources.operator')}</summary>
        <Paragraph>{c('sources.operatorHow')}</Paragraph>
        <ul className="plain">
          {fetched.map((id) => (
            <li key={id}>
              <code>{`npm run -s schaalsprong -- ingest ${id}`}</code>
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}
