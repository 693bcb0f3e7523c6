import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { useAgenda, useComputed, useNames, useNumber, useWords } from '../../../lib/hooks.tsx';
import { useTablePart } from '../context.tsx';
import { positionAt } from '../levers/grouping.ts';
import { useShiftWords } from '../levers/timing.ts';
import { useComparedName, useHeadline } from '../outcomes/Lead.tsx';
import { useTexts } from '../texts.ts';

/** Whether the page goes to paper: the summary is made only then. */
function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const begin = (): void => flushSync(() => setPrinting(true));
    const end = (): void => setPrinting(false);
    const media = globalThis.matchMedia('print');
    const change = (): void => setPrinting(media.matches);
    globalThis.addEventListener('beforeprint', begin);
    globalThis.addEventListener('afterprint', end);
    media.addEventListener('change', change);
    return () => {
      globalThis.removeEventListener('beforeprint', begin);
      globalThis.removeEventListener('afterprint', end);
      media.removeEventListener('change', change);
    };
  }, []);
  return printing;
}

function Plain({
  head,
  rows,
  caption,
}: {
  head: readonly string[];
  rows: readonly (readonly string[])[];
  caption: string;
}) {
  return (
    <table className="print-table">
      <caption>{caption}</caption>
      <thead>
        <tr>
          {head.map((text) => (
            <th key={text} scope="col">
              {text}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name = '', ...cells]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {cells.map((cell, i) => (
              <td key={head[i + 1]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Summary() {
  const { t, tx, met, share, count } = useWords();
  const c = useTexts();
  const agenda = useAgenda();
  const names = useNames();
  const show = useNumber();
  const computed = useComputed();
  const said = useHeadline();
  const against = useComparedName();
  const shifted = useShiftWords();
  const setting = useTablePart((state) => state.setting);
  const base = useTablePart((state) => state.base);
  const answer = useTablePart((state) => state.answer);
  const compared = useTablePart((state) => state.compared);
  const year = useTablePart((state) => state.year);
  if (answer === null) return null;
  const before = compared !== null && compared.answer.count === answer.count ? compared.answer : null;
  const { hashes, assessment } = agenda.region;
  return (
    <>
      <p className="lead">{said}</p>
      <Plain
        caption={c('print.setting')}
        head={[c('compare.lever'), c('print.value'), c('print.when'), c('print.position'), c('print.base')]}
        rows={agenda.measures.map((measure) => {
          const { id, lever, title } = measure;
          const value = setting.levers[id] ?? lever.positions.agenda;
          const from = base.levers[id] ?? lever.positions.agenda;
          const at = positionAt(measure, value);
          const position = at === null ? undefined : agenda.table.positions[at];
          return [
            tx(title),
            show(value, lever.unit, { precise: true }),
            measure.timing === null ? '' : shifted(setting.timings[id] ?? 0),
            position === undefined ? '' : tx(position),
            value === from ? c('print.same') : show(from, lever.unit, { precise: true }),
          ];
        })}
      />
      {Object.keys(setting.assumptions).length > 0 && (
        <p>
          {c('print.assumptions')}{' '}
          {Object.entries(setting.assumptions)
            .map(([id, value]) => `${id} = ${show(value, '', { precise: true })}`)
            .join('; ')}
        </p>
      )}
      <Plain
        caption={year === null ? c('print.targets', { against }) : c('print.targets.year', { year, against })}
        head={[c('compare.target'), c('print.met'), c('print.before'), c('print.middle')]}
        rows={agenda.targets.map(({ id, title, unit, outcome }) => {
          const found = answer.targets.find((target) => target.id === id);
          const was = before?.targets.find((target) => target.id === id);
          return [
            tx(title),
            outcome === null ? t('status.unknown') : found?.met ? met(found.met) : '–',
            was?.met ? count(was.met.count) : '–',
            found === undefined ? '–' : computed.value(found.projected.p50, unit),
          ];
        })}
      />
      <Plain
        caption={c('constraints.title')}
        head={[c('constraints.head.constraint'), c('constraints.head.share'), c('constraints.head.from')]}
        rows={answer.constraints
          .slice(0, 10)
          .map(({ id, share: part, from }) => [
            names.constraint(id),
            share(part),
            from === null ? c('constraints.never') : String(Math.floor(from)),
          ])}
      />
      <p className="small">
        {t('app.footer.hashes', {
          agenda: hashes.agenda.slice(0, 12),
          data: hashes.data.slice(0, 12),
          model: hashes.model.slice(0, 12),
          seed: assessment.seed,
          futures: count(answer.count),
          scenario: assessment.scenario,
        })}
      </p>
    </>
  );
}

/** On paper: where everything stands, what comes of it, and from what it was computed. Two pages. */
export function PrintSummary() {
  const printing = usePrinting();
  return <section className="only-print print-summary">{printing && <Summary />}</section>;
}
