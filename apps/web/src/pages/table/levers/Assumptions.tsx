import type { Uncertainty } from '@schaalsprong/wire';
import { memo, useCallback, useId, useMemo, useState } from 'react';
import { A } from '../../../components/Link.tsx';
import { SearchField } from '../../../components/SearchField.tsx';
import { WithSources } from '../../../components/Sources.tsx';
import { useAgenda, useNumber, useWords } from '../../../lib/hooks.tsx';
import type { PolicyTable } from '../../../table/contract.ts';
import { useTable, useTablePart } from '../context.tsx';
import { Fold } from '../Fold.tsx';
import { useTexts } from '../texts.ts';
import type { Track } from '../why/steps.ts';
import { Slider, TypedNumber } from './Slider.tsx';

/** Found uncertainties shown at once. */
const foundAtOnce = 8;

/** Ends of the range of an uncertainty, and values that alone are possible. */
function trackOf({ distribution }: Uncertainty): Track {
  if (distribution.kind !== 'discrete') return { min: distribution.min, max: distribution.max, marks: [] };
  const values = distribution.values.map(({ value }) => value);
  return { min: Math.min(...values), max: Math.max(...values), marks: values };
}

/** Words of a question, each of which must occur. */
const matches = (question: string, text: string): boolean =>
  question
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.toLowerCase().includes(word));

interface FixedProps {
  readonly uncertainty: Uncertainty;
  readonly value: number;
  readonly table: PolicyTable;
}

/** An uncertainty that is fixed at a value. */
const Fixed = memo(function Fixed({ uncertainty, value, table }: FixedProps) {
  const { tx } = useWords();
  const c = useTexts();
  const show = useNumber();
  const id = useId();
  const track = useMemo(() => trackOf(uncertainty), [uncertainty]);
  const title = tx(uncertainty.title);
  const said = (at: number): string => show(at, uncertainty.unit, { precise: true });
  const move = useCallback((of: string, to: number) => table.assume(of, to), [table]);
  const { distribution } = uncertainty;
  const free = (
    <button
      type="button"
      className="link-button"
      aria-label={c('assume.freeOf', { name: title })}
      onClick={() => table.assume(uncertainty.id, null)}
    >
      {c('assume.free')}
    </button>
  );
  return (
    <li className="fixed">
      <div className="fixed__head">
        <label htmlFor={id}>{title}</label>
        {free}
      </div>
      {distribution.kind === 'discrete' ? (
        <select
          id={id}
          className="utrecht-select utrecht-select--html-select"
          value={String(value)}
          onChange={(event) => move(uncertainty.id, Number(event.target.value))}
        >
          {distribution.values.map((one) => (
            <option key={one.value} value={String(one.value)}>
              {said(one.value)}
            </option>
          ))}
        </select>
      ) : (
        <>
          <Slider
            id={uncertainty.id}
            inputId={id}
            track={track}
            value={value}
            base={null}
            said={said(value)}
            onMove={move}
          />
          <TypedNumber id={uncertainty.id} title={title} track={track} value={value} onMove={move} />
        </>
      )}
      <p className="small">
        <strong>{said(value)}</strong> {c('assume.range', { min: said(track.min), max: said(track.max) })}{' '}
        <A to={`/bronnen/aannamen/${uncertainty.id}`}>{c('assume.page')}</A>
      </p>
    </li>
  );
});

/** Where an uncertainty is fixed at first: the middle of its range, or the first value that it may have. */
function middleOf(uncertainty: Uncertainty): number {
  const { distribution: d } = uncertainty;
  switch (d.kind) {
    case 'discrete':
      return d.values[0]?.value ?? 0;
    case 'triangular':
    case 'pert':
      return d.mode;
    case 'normal':
      return d.mean;
    case 'lognormal':
      return d.median;
    case 'integer':
      return Math.round((d.min + d.max) / 2);
    default:
      return (d.min + d.max) / 2;
  }
}

function Chosen({ uncertainties }: { uncertainties: readonly Uncertainty[] }) {
  const { tx, count } = useWords();
  const c = useTexts();
  const table = useTable();
  const assumptions = useTablePart((state) => state.setting).assumptions;
  const [question, setQuestion] = useState('');
  const fixed = uncertainties.filter(({ id }) => Object.hasOwn(assumptions, id));
  const found =
    question.trim() === ''
      ? []
      : uncertainties.filter(
          ({ id, title, reason }) =>
            !Object.hasOwn(assumptions, id) && matches(question.trim(), `${tx(title)} ${tx(reason)} ${id}`),
        );
  return (
    <>
      {fixed.length === 0 ? (
        <p className="small">{c('assume.none', { n: count(uncertainties.length) })}</p>
      ) : (
        <ul className="plain">
          {fixed.map((uncertainty) => (
            <Fixed
              key={uncertainty.id}
              uncertainty={uncertainty}
              value={assumptions[uncertainty.id] ?? 0}
              table={table}
            />
          ))}
        </ul>
      )}
      <SearchField label={c('assume.search')} value={question} onSearch={setQuestion} />
      <p className="small" role="status">
        {question.trim() === ''
          ? ''
          : found.length === 0
            ? c('assume.found.none')
            : c('assume.found', { n: count(found.length) })}
      </p>
      <ul className="plain assume-found">
        {found.slice(0, foundAtOnce).map((uncertainty) => (
          <li key={uncertainty.id}>
            <span>{tx(uncertainty.title)}</span>{' '}
            <button
              type="button"
              className="chip"
              aria-label={c('assume.fixOf', { name: tx(uncertainty.title) })}
              onClick={() => table.assume(uncertainty.id, middleOf(uncertainty))}
            >
              {c('assume.fix')}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Whose ranges the futures are drawn from. */
function Viewpoints() {
  const { tx } = useWords();
  const c = useTexts();
  const table = useTable();
  const { viewpoints } = useAgenda().table;
  const viewpoint = useTablePart((state) => state.setting).viewpoint;
  const name = useId();
  if (viewpoints.length === 0) return null;
  const options = [
    { id: null, title: c('viewpoint.ours'), reason: null },
    ...viewpoints.map(({ id, title, reason }) => ({ id, title: tx(title), reason: tx(reason) })),
    { id: 'together', title: c('viewpoint.together'), reason: c('viewpoint.together.long') },
  ];
  return (
    <fieldset className="choices">
      <legend>{c('viewpoint.title')}</legend>
      {options.map(({ id, title, reason }) => (
        <label key={id ?? ''} className="choices__one">
          <input type="radio" name={name} checked={viewpoint === id} onChange={() => table.viewpoint(id)} />{' '}
          {title}
          {reason !== null && <span className="small block-line">{reason}</span>}
        </label>
      ))}
    </fieldset>
  );
}

/** Viewpoints and fixed assumptions: what is uncertain, and who says so. */
export function Assumptions() {
  const { count } = useWords();
  const c = useTexts();
  const setting = useTablePart((state) => state.setting);
  const n = Object.keys(setting.assumptions).length + (setting.viewpoint === null ? 0 : 1);
  return (
    <Fold
      className="lever-group"
      summary={
        <>
          <span className="lever-group__title">{c('assume.title')}</span>{' '}
          <span className="lever-group__count">
            {n === 0 ? c('assume.count.none') : c('assume.count', { n: count(n) })}
          </span>
        </>
      }
    >
      {() => (
        <>
          <Viewpoints />
          <h4>{c('assume.fixed')}</h4>
          <WithSources>{({ uncertainties }) => <Chosen uncertainties={uncertainties} />}</WithSources>
          <p className="small">{c('assume.weights')}</p>
        </>
      )}
    </Fold>
  );
}
