import type { ApiRevision } from '@schaalsprong/wire';
import { Paragraph } from '@utrecht/component-library-react';
import { A } from '../../components/Link.tsx';
import { StandingMark } from '../../components/StandingMark.tsx';
import { FoldedTable } from '../../components/Table.tsx';
import { useAgenda, useNames, useNumber, useWords } from '../../lib/hooks.tsx';
import { useDay, useFigure } from './Figure.tsx';
import { useTexts } from './texts.ts';

interface Props {
  readonly revisions: readonly ApiRevision[];
  /** to name a series by its indicator */
  readonly indicators: readonly { readonly id: string }[];
}

/** What newer versions changed in figures that stood, and which targets that moved. */
export function Revisions({ revisions, indicators }: Props) {
  const { tx, t, period, count } = useWords();
  const c = useTexts();
  const names = useNames();
  const agenda = useAgenda();
  const figure = useFigure();
  const show = useNumber();
  const day = useDay();
  if (revisions.length === 0) return <Paragraph>{c('revisions.none')}</Paragraph>;
  const known = new Set(indicators.map(({ id }) => id));
  const of = (series: string) =>
    agenda.indicators.find((indicator) => indicator.series === series && known.has(indicator.id));
  const areaName = (code: string) => agenda.areas.find((area) => area.code === code)?.name ?? code;
  return (
    <FoldedTable
      caption={c('revisions')}
      hideCaption
      stacks
      more={(n) => c('more', { n: count(n) })}
      rows={revisions}
      rowKey={(row) => `${row.vintage} ${row.series} ${row.area} ${row.period}`}
      columns={[
        {
          key: 'what',
          head: c('revisions.what'),
          names: true,
          cell: (row) => {
            const indicator = of(row.series);
            return (
              <>
                {indicator === undefined ? (
                  row.series
                ) : (
                  <A to={`/monitor/${indicator.id}`}>{tx(indicator.title)}</A>
                )}
                <span className="small block-line">
                  {areaName(row.area)}, {period(row.period)}
                </span>
              </>
            );
          },
        },
        {
          key: 'change',
          head: c('revisions.change'),
          cell: (row) => {
            const [before, after] = [row.before, row.after];
            const unit = after?.unit ?? before?.unit ?? '';
            if (row.kind === 'standing' && before !== null && after !== null) {
              return c('revisions.standing', {
                from: t(`observed.${before.standing}`),
                to: t(`observed.${after.standing}`),
              });
            }
            if (before === null)
              return c('revisions.added', { to: after === null ? '–' : figure(after, unit) });
            if (row.kind === 'withdrawn' || after === null) {
              return c('revisions.withdrawn', { from: figure(before, unit) });
            }
            const moved =
              before.value === null || after.value === null
                ? ''
                : ` (${show(after.value - before.value, unit, { precise: true, signed: true })})`;
            return `${c('revisions.changed', { from: figure(before, unit), to: figure(after, unit) })}${moved}`;
          },
        },
        { key: 'on', head: c('revisions.on'), cell: (row) => day(row.published) },
        {
          key: 'moved',
          head: c('revisions.moved'),
          cell: (row) =>
            row.moved.length === 0 ? (
              c('revisions.movedNone')
            ) : (
              <ul className="plain">
                {row.moved.map(({ target, from, to }) => (
                  <li key={target}>
                    <A to={`/doelen/${target}`}>{names.target(target)}</A>
                    <span className="block-line">
                      <StandingMark status={from} /> → <StandingMark status={to} />
                    </span>
                  </li>
                ))}
              </ul>
            ),
        },
      ]}
    />
  );
}
