import type { VintageFact } from '@schaalsprong/monitor';
import { Heading2, Paragraph } from '@utrecht/component-library-react';
import type { IndicatorResponse } from '../../api.ts';
import { SourceName } from '../../components/Sources.tsx';
import { DataTable } from '../../components/Table.tsx';
import { useAgenda, useWords } from '../../lib/hooks.tsx';
import { FigureKind, useDay, useFigure } from './Figure.tsx';
import { useTexts } from './texts.ts';

/** The figures of one area, the newest first. */
function Figures({ facts, unit, name }: { facts: readonly VintageFact[]; unit: string; name: string }) {
  const { t, period } = useWords();
  const c = useTexts();
  const figure = useFigure();
  const day = useDay();
  return (
    <DataTable
      caption={c('all.of', { area: name })}
      hideCaption
      stacks
      rows={facts.toReversed()}
      rowKey={(fact) => `${fact.series} ${fact.period} ${fact.vintage} ${fact.source}`}
      columns={[
        { key: 'period', head: t('chart.period'), names: true, cell: (fact) => period(fact.period) },
        {
          key: 'value',
          head: t('chart.value'),
          numeric: true,
          cell: (fact) => <span className="figure">{figure(fact, unit)}</span>,
        },
        { key: 'kind', head: t('chart.kind'), cell: (fact) => <FigureKind fact={fact} /> },
        { key: 'published', head: c('all.published'), cell: (fact) => day(fact.published) },
        {
          key: 'source',
          head: c('all.source'),
          cell: (fact) => (
            <>
              <SourceName text={fact.source} sources={[]} />
              {fact.note !== '' && (
                <span className="small block-line" lang="en">
                  {fact.note}
                </span>
              )}
            </>
          ),
        },
      ]}
    />
  );
}

/** Every figure with where it comes from, folded per area. */
export function AllFigures({ response }: { response: IndicatorResponse }) {
  const { tx, count } = useWords();
  const c = useTexts();
  const agenda = useAgenda();
  const { indicator, facts, held } = response;
  const codes = [...new Set(facts.map(({ area }) => area))];
  const named = codes
    .map((code) => ({ code, name: agenda.areas.find((area) => area.code === code)?.name ?? code }))
    .sort((a, b) => a.name.localeCompare(b.name, 'nl'));
  return (
    <section className="block">
      <Heading2>{c('all')}</Heading2>
      <Paragraph>{c('all.lead', { n: count(facts.length), areas: count(codes.length) })}</Paragraph>
      {named.map(({ code, name }) => {
        const own = facts.filter(({ area }) => area === code);
        return (
          <details key={code}>
            <summary>{c('all.summary', { area: name, n: count(own.length) })}</summary>
            <Figures facts={own} unit={indicator.unit} name={name} />
          </details>
        );
      })}
      {held.length > 0 && (
        <details open>
          <summary>{c('all.held', { n: count(held.length) })}</summary>
          <ul className="unknown-rows">
            {held.map((item) => (
              <li key={item.id}>
                {tx(item.text)}
                <span className="small block-line">
                  {c('all.heldFound', { found: item.found, code: item.code })}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
