import { useCallback, useEffect } from 'react';
import { useSearchParams } from 'react-router';
import { useAgenda, useWords } from '../../../lib/hooks.tsx';
import { useTable, useTablePart } from '../context.tsx';
import { useTexts } from '../texts.ts';

/** Part of the address that holds the year at which targets are read. */
export const yearName = 'jaar';

/** The horizons of the modelled targets, each once and in order: the dates that the targets themselves have. */
export function useOwnHorizons(): readonly string[] {
  const { targets } = useAgenda();
  return [
    ...new Set(targets.flatMap(({ outcome, horizon }) => (outcome === null ? [] : [String(horizon)]))),
  ].sort();
}

/** Keeps the year in the address; an address without one reads each target at its own date, unless a shared setting says otherwise. */
function useYear(): readonly [string | null, (year: string | null) => void] {
  const table = useTable();
  const [search, setSearch] = useSearchParams();
  const asked = search.get(yearName);
  const year = useTablePart((state) => state.yearAsked);
  useEffect(() => {
    if (asked !== null || !table.state().looking) table.readAt(asked);
  }, [asked, table]);
  const choose = useCallback(
    (next: string | null) => {
      table.readAt(next);
      setSearch(
        (now) => {
          if (next === null) now.delete(yearName);
          else now.set(yearName, next);
          return now;
        },
        { replace: true, preventScrollReset: true },
      );
    },
    [table, setSearch],
  );
  return [year, choose];
}

/** In which year the outcomes are read: each target at its own date, or all in one of the years of the region. */
export function YearChooser() {
  const { list } = useWords();
  const c = useTexts();
  const agenda = useAgenda();
  const [year, choose] = useYear();
  const own = useOwnHorizons();
  const { years } = agenda.table;
  if (years.length === 0) return null;
  return (
    <div className="year-chooser">
      <fieldset className="positions">
        <legend className="small">{c('year.legend')}</legend>
        {[null, ...years].map((one) => (
          <button
            key={one ?? ''}
            type="button"
            className="chip"
            aria-pressed={one === year}
            onClick={() => choose(one)}
          >
            {one ?? c('year.own')}
          </button>
        ))}
      </fieldset>
      <p className="small" role="status">
        {year === null
          ? c('year.own.note', { years: list(own) })
          : c('year.note', { year, years: list(own), stop: String(agenda.region.model.stop) })}
      </p>
    </div>
  );
}
