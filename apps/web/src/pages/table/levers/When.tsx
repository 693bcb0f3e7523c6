import type { Measure } from '@schaalsprong/wire';
import { useId } from 'react';
import { Kind, kindOfSource } from '../../../components/Kind.tsx';
import { useAgenda, useNumber, useResource, useWords } from '../../../lib/hooks.tsx';
import { sourcesResource } from '../../../lib/resource.ts';
import { useTable } from '../context.tsx';
import { Fold } from '../Fold.tsx';
import { useTexts } from '../texts.ts';
import { useShiftWords } from './timing.ts';

type Timing = NonNullable<Measure['timing']>;

/** What becomes of the time of a measure: its start or its lead time, beside what it was. */
function useTimeWords(): (timing: Timing, years: number) => string {
  const c = useTexts();
  const show = useNumber();
  return ({ kind, agenda, unit }, years) => {
    const was = kind === 'start' ? String(agenda) : show(agenda, unit, { precise: true });
    const is = kind === 'start' ? String(agenda - years) : show(agenda - years, unit, { precise: true });
    return years === 0
      ? c(kind === 'start' ? 'when.start' : 'when.lead', { is })
      : c(kind === 'start' ? 'when.start.moved' : 'when.lead.moved', { is, was });
  };
}

/** The ends of the range that the moved time is drawn from; null where it is not uncertain. */
function useDrawnRange({ of }: Timing): readonly [number, number] | null {
  const uncertainties = useResource(sourcesResource).value?.uncertainties ?? [];
  const distribution = uncertainties.find(({ variable }) => variable === of)?.distribution;
  return distribution === undefined || distribution.kind === 'discrete'
    ? null
    : [distribution.min, distribution.max];
}

/** When a measure works: the second handle of its lever, as far as the model knows a time of it. */
export function When({ measure, years }: { readonly measure: Measure; readonly years: number }) {
  const c = useTexts();
  const { timing } = measure;
  return timing === null ? (
    <p className="small muted">{c('when.none')}</p>
  ) : (
    <Handle measure={measure} timing={timing} years={years} />
  );
}

function Handle({
  measure: { id, title },
  timing,
  years,
}: {
  readonly measure: Measure;
  readonly timing: Timing;
  readonly years: number;
}) {
  const { tx } = useWords();
  const c = useTexts();
  const table = useTable();
  const shifted = useShiftWords();
  const become = useTimeWords();
  const drawn = useDrawnRange(timing);
  const { units } = useAgenda().region;
  const own = useId();
  const name = tx(title);
  const step = (by: 1 | -1) => {
    const isEnd = by === 1 ? years >= timing.max : years <= timing.min;
    return (
      <button
        type="button"
        className="chip"
        aria-label={c(by === 1 ? 'when.earlier.of' : 'when.later.of', { name })}
        aria-disabled={isEnd}
        onClick={() => {
          if (!isEnd) table.shift(id, years + by);
        }}
      >
        {c(by === 1 ? 'when.step.earlier' : 'when.step.later')}
      </button>
    );
  };
  const unit = tx(units[timing.unit]?.symbol ?? { nl: timing.unit, en: timing.unit });
  return (
    <fieldset className="when" aria-describedby={`${own}-becomes`}>
      <legend className="only-read">{c('when.of', { name })}</legend>
      <p className="when__row">
        <span className="knob__label" aria-hidden="true">
          {c('when.title')}
        </span>
        {step(1)}
        <output className="when__years">{shifted(years)}</output>
        {step(-1)}
      </p>
      <p id={`${own}-becomes`} className="small when__becomes">
        {become(timing, years)}
        {years !== 0 && timing.source.startsWith('assumption') && ` ${c('when.unsourced')}`}
        {drawn !== null && ` ${c('when.drawn', { low: String(drawn[0]), high: String(drawn[1]), unit })}`}
      </p>
      <Fold className="small" summary={c('when.why')}>
        {() => (
          <p>
            {tx(timing.reason)} <Kind of={kindOfSource(timing.source)} />
          </p>
        )}
      </Fold>
    </fieldset>
  );
}
