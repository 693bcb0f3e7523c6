import { memo } from 'react';
import { useAgenda, useNames, useWords } from '../../../lib/hooks.tsx';
import { useTablePart } from '../context.tsx';
import { useTexts } from '../texts.ts';
import { headline } from './headline.ts';
import { useFirstAnswer } from './preview.ts';

/** What the present setting is compared with, as it is in a sentence. */
export function useComparedName(): string {
  const { tx } = useWords();
  const agenda = useAgenda();
  const against = useTablePart((state) => state.against);
  const kept = useTablePart((state) => state.kept);
  const scenario = agenda.scenarios.find(({ id }) => id === agenda.region.assessment.scenario);
  return (
    kept.find(({ id }) => id === against)?.name ??
    (scenario === undefined ? agenda.region.assessment.scenario : tx(scenario.title))
  );
}

/** The sentence of the first line, as a function of what it counts. */
function useLeadWords(): (
  found: { readonly met: number; readonly of: number },
  more: number | null,
  brake: string | null,
  year: string | null,
) => string {
  const { count } = useWords();
  const c = useTexts();
  const names = useNames();
  const against = useComparedName();
  return ({ met, of }, more, brake, year) => {
    const comparison =
      more === null
        ? ''
        : more === 0
          ? c('lead.same', { against })
          : c(
              more > 0
                ? more === 1
                  ? 'lead.more.one'
                  : 'lead.more'
                : more === -1
                  ? 'lead.fewer.one'
                  : 'lead.fewer',
              { n: count(Math.abs(more)), against },
            );
    const fill = { n: count(met), of: count(of) };
    const said =
      year === null
        ? c(met === 1 ? 'lead.met.one' : 'lead.met', fill)
        : c(met === 1 ? 'lead.met.year.one' : 'lead.met.year', { ...fill, year });
    return [
      `${said}${comparison}.`,
      brake === null ? c('lead.brake.none') : c('lead.brake', { brake: names.brake(brake) }),
    ].join(' ');
  };
}

/** The first line: what the present setting does, against what, and what holds back most; null while nothing is computed. */
export function useHeadline(): string | null {
  const say = useLeadWords();
  const answer = useTablePart((state) => state.answer);
  const compared = useTablePart((state) => state.compared);
  const year = useTablePart((state) => state.year);
  const first = useFirstAnswer();
  const seen = answer ?? first;
  if (seen === null) return null;
  // Another number of futures is no basis for a difference.
  const before =
    answer !== null && compared !== null && compared.answer.count === answer.count ? compared.answer : null;
  const { met, of, before: was, brake } = headline(seen, before);
  const more = was === null || answer === before ? null : met - was;
  return say({ met, of }, more, brake?.constraint ?? null, year);
}

/** Every brake that the sentence may name, unseen. Memoized: a move draws the sentence again, and nothing here depends on it. */
const Rooms = memo(function Rooms() {
  const agenda = useAgenda();
  const say = useLeadWords();
  const all = agenda.targets.length;
  return [null, agenda.table.years.at(-1)].flatMap((year) =>
    year === undefined
      ? []
      : agenda.constraints.map(({ id }) => (
          <p key={`${year} ${id}`} className="lead lead--room" aria-hidden="true">
            {say({ met: all, of: all }, -all, id, year)}
          </p>
        )),
  );
});

/**
 * The sentence large, at the top of the page. Every brake that it may name stands invisibly in the same place, so that it keeps the
 * height of the longest: a sentence that grows would push the levers away from under the pointer.
 */
export function Lead() {
  const c = useTexts();
  const said = useHeadline();
  return (
    <div className="table-lead">
      <p className={said === null ? 'lead lead--waiting' : 'lead'}>{said ?? c('lead.waiting')}</p>
      <Rooms />
    </div>
  );
}

/** How many futures the page shows, and how many are coming. Not announced: it changes twice at every move. */
export function Progress() {
  const { count } = useWords();
  const c = useTexts();
  const answer = useTablePart((state) => state.answer);
  const busy = useTablePart((state) => state.busy);
  const stale = useTablePart((state) => state.stale);
  const of = useTablePart((state) => state.of);
  const first = useFirstAnswer();
  if (answer === null) {
    return (
      <p className="small">
        {first === null ? c('progress.first') : c('progress.server', { n: count(first.count) })}
      </p>
    );
  }
  return (
    <p className="small">
      {stale
        ? c('progress.stale')
        : busy
          ? c('progress.partial', { n: count(answer.count), of: count(of) })
          : c('progress.done', { n: count(answer.count) })}
    </p>
  );
}
