import type { VintageFact } from '@schaalsprong/monitor';
import type { IndicatorResponse } from '@schaalsprong/wire';
import {
  FormField,
  FormLabel,
  Heading2,
  Paragraph,
  Select,
  SelectOption,
} from '@utrecht/component-library-react';
import { useId, useState } from 'react';
import { FigureKind } from '../../components/FigureKind.tsx';
import { SourceName } from '../../components/Sources.tsx';
import { DataTable } from '../../components/Table.tsx';
import { useAgenda, useResource, useWords } from '../../lib/hooks.tsx';
import { sourcesResource } from '../../lib/resource.ts';
import { noteIn } from '../../lib/source-words.ts';
import { useDay, useFigure } from './Figure.tsx';
import { useTexts } from './texts.ts';

interface FiguresProps {
  readonly facts: readonly VintageFact[];
  readonly unit: string;
  readonly name: string;
  readonly notesInDutch: IndicatorResponse['notesInDutch'];
}

/** What a figure is to be read with, in the language of the page where that is known. */
function Note({ note, notesInDutch }: { note: string } & Pick<FiguresProps, 'notesInDutch'>) {
  const { lang } = useWords();
  const said = noteIn(note, lang, notesInDutch);
  return (
    <span className="small block-line" lang={said.lang}>
      {said.text}
    </span>
  );
}

/** The figures of one area, the newest first. */
function Figures({ facts, unit, name, notesInDutch }: FiguresProps) {
  const { t, period } = useWords();
  const c = useTexts();
  const figure = useFigure();
  const day = useDay();
  // The names are there at once; they become links when the sources have come.
  const sources = useResource(sourcesResource);
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
              <SourceName text={fact.source} sources={sources.value?.sources ?? []} />
              {fact.note !== '' && <Note note={fact.note} notesInDutch={notesInDutch} />}
            </>
          ),
        },
      ]}
    />
  );
}

/** Every figure of an area that the reader chooses, with where it comes from, and what waits for a decision. */
export function AllFigures({ response, main }: { response: IndicatorResponse; main: string | null }) {
  const { tx, count } = useWords();
  const c = useTexts();
  const id = useId();
  const agenda = useAgenda();
  const { indicator, facts, held } = response;
  const [chosen, choose] = useState(main);
  const codes = [...new Set(facts.map(({ area }) => area))];
  const named = codes
    .map((code) => ({ code, name: agenda.areas.find((area) => area.code === code)?.name ?? code }))
    .sort((a, b) => a.name.localeCompare(b.name, 'nl'));
  const shown = named.find(({ code }) => code === chosen) ?? named[0];
  return (
    <section className="block">
      <Heading2>{c('all')}</Heading2>
      <Paragraph>
        {codes.length === 1
          ? c('all.lead.one', { n: count(facts.length) })
          : c('all.lead', { n: count(facts.length), areas: count(codes.length) })}
      </Paragraph>
      {named.length > 1 && (
        <div className="map-tools">
          <FormField>
            <FormLabel htmlFor={id}>{c('all.choose')}</FormLabel>
            <Select
              id={id}
              value={shown?.code ?? ''}
              onChange={(event: { target: { value: string } }) => choose(event.target.value)}
            >
              {named.map(({ code, name }) => (
                <SelectOption key={code} value={code}>
                  {name}
                </SelectOption>
              ))}
            </Select>
          </FormField>
        </div>
      )}
      {shown !== undefined && (
        <Figures
          facts={facts.filter(({ area }) => area === shown.code)}
          unit={indicator.unit}
          name={shown.name}
          notesInDutch={response.notesInDutch}
        />
      )}
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
