import { Heading2 } from '@utrecht/component-library-react';
import { useCallback, useDeferredValue, useEffect, useRef, useState } from 'react';
import { useAgenda, useComputed, useNames, useWords } from '../../../lib/hooks.tsx';
import type { TableState } from '../../../table/contract.ts';
import { useTablePart } from '../context.tsx';
import { Fold } from '../Fold.tsx';
import { useTexts } from '../texts.ts';
import { Change, useSeenDifference, type Way, wayOf } from './Change.tsx';
import { type TargetChange, targetChanges } from './changes.ts';
import { headline } from './headline.ts';
import { useComparedName } from './Lead.tsx';
import { useFirstAnswer } from './preview.ts';

/** The first line in a few figures: stays in sight however far the reader scrolls. */
export function Brief() {
  const { count } = useWords();
  const c = useTexts();
  const answer = useTablePart((state) => state.answer);
  const compared = useTablePart((state) => state.compared);
  const year = useTablePart((state) => state.year);
  const first = useFirstAnswer();
  const seen = answer ?? first;
  if (seen === null) return <span className="table-bar__brief">{c('brief.waiting')}</span>;
  const before =
    answer !== null && compared !== null && compared.answer.count === answer.count ? compared.answer : null;
  const { met, of, before: was } = headline(seen, before);
  const more = was === null ? 0 : met - was;
  return (
    // The same way stands in the list of parts of the page: no stop between the menu and the levers.
    <a className="utrecht-link table-bar__brief" href="#uitkomsten" tabIndex={-1}>
      <strong className="figure">
        {year === null
          ? c('brief.met', { n: count(met), of: count(of) })
          : c('brief.met.year', { n: count(met), of: count(of), year })}
      </strong>
      {more !== 0 && <span className="figure">{` (${more > 0 ? '+' : '−'}${count(Math.abs(more))})`}</span>}
    </a>
  );
}

/** What changed against what is compared with; null as long as there is nothing to compare. */
function useChanges(): readonly TargetChange[] | null {
  const agenda = useAgenda();
  const isSeen = useSeenDifference();
  // The charts go first: a change is told in a later frame.
  const answer = useDeferredValue(useTablePart((state) => state.answer));
  const compared = useDeferredValue(useTablePart((state) => state.compared));
  if (answer === null || compared === null || compared.answer.count !== answer.count) return null;
  return targetChanges(agenda.targetById, answer, compared.answer, isSeen);
}

interface Said {
  readonly way: Way;
  /** The shift of the middle; null where nobody can see one. */
  readonly shift: string | null;
  readonly more: string | null;
}

/** A change in words, and which way it goes; no way for what is noise. */
function useSaid(): (change: TargetChange) => Said {
  const { count } = useWords();
  const c = useTexts();
  const agenda = useAgenda();
  const computed = useComputed();
  const isSeen = useSeenDifference();
  return useCallback(
    (change) => {
      const { target: id, shift, more, met, sample } = change;
      const target = agenda.targetById.get(id);
      const unit = target?.unit ?? '';
      const shifts = isSeen(shift, unit, sample);
      const counts = change.isCounted;
      const words =
        more === null || more === 0
          ? null
          : Math.abs(more) === 1
            ? c(more > 0 ? 'met.more.one' : 'met.fewer.one')
            : c(more > 0 ? 'met.more' : 'met.fewer', { n: count(Math.abs(more)) });
      return {
        way: shifts
          ? wayOf(shift, target?.direction === 'at-most' ? 'down' : 'up')
          : counts
            ? wayOf(more ?? 0, 'up')
            : 'noise',
        shift: shifts ? computed.difference(shift, unit, { signed: true }) : null,
        more: words === null || counts || met === null ? words : `${words} ${c('way.noise')}`,
      };
    },
    [agenda, c, computed, count, isSeen],
  );
}

/** Places of the bar that are always there, so that nothing under it moves. */
const inBar = 2;

/** The targets that changed most, each on one line of the bar that stays in sight. */
export function MostChanged() {
  const c = useTexts();
  const names = useNames();
  const say = useSaid();
  const changes = useChanges()?.slice(0, inBar) ?? [];
  return (
    <ul className="most-changed" aria-label={c('changed.title')}>
      {changes.length === 0 ? (
        <li className="muted">{c('changed.none.brief')}</li>
      ) : (
        changes.map((change) => {
          const { way, shift, more } = say(change);
          return (
            <li key={change.target}>
              <span className="most-changed__name">{names.target(change.target)}</span>
              <Change way={way}>{shift ?? more ?? ''}</Change>
            </li>
          );
        })
      )}
    </ul>
  );
}

const isSettled = (state: TableState): boolean => !state.busy && !state.stale && state.answer !== null;

/** What the last move did, in one sentence, once all futures are in. It is also what a screen reader hears of a move. */
function LastMove() {
  const { count } = useWords();
  const c = useTexts();
  const names = useNames();
  const agenda = useAgenda();
  const isSeen = useSeenDifference();
  const say = useSaid();
  const answer = useTablePart((state) => state.answer);
  const year = useTablePart((state) => state.year);
  const settled = useTablePart(isSettled);
  const last = useRef<Pick<TableState, 'answer' | 'year'>>({ answer: null, year: null });
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (!settled || answer === null || answer === last.current.answer) return;
    const { answer: before, year: readAt } = last.current;
    last.current = { answer, year };
    if (before === null || before.count !== answer.count) return;
    // To read another year is no move.
    if (readAt !== year) {
      setSaid('');
      return;
    }
    const [change] = targetChanges(agenda.targetById, answer, before, isSeen);
    const { met, of } = headline(answer, null);
    const all = { met: count(met), targets: count(of) };
    const now = year === null ? c('said.own', all) : c('said.year', { ...all, year });
    if (change === undefined) setSaid(`${c('said.nothing')} ${now}`);
    else {
      const { shift, more } = say(change);
      const what = [shift, more].filter((words) => words !== null).join(', ');
      setSaid(`${c('said.change', { target: names.target(change.target), what })} ${now}`);
    }
  }, [answer, year, settled, agenda, isSeen, say, c, count, names]);
  return (
    <p className="changed__said" role="status" aria-live="polite">
      {said === '' ? c('changed.none') : said}
    </p>
  );
}

/** Changes shown at once; their room is there before they are. */
const atOnce = 5;

function ChangeItem({ change, onShow }: { change: TargetChange; onShow: (outcome: string) => void }) {
  const agenda = useAgenda();
  const names = useNames();
  const { way, shift, more } = useSaid()(change);
  const outcome = agenda.targetById.get(change.target)?.outcome ?? null;
  return (
    <li className="changed__item">
      <button
        type="button"
        className="link-button changed__name"
        onClick={() => outcome !== null && onShow(outcome)}
      >
        {names.target(change.target)}
      </button>
      <span className="changed__what">
        <Change way={way}>{shift ?? more ?? ''}</Change>
        {shift !== null && more !== null && <span className="muted"> {more}</span>}
      </span>
    </li>
  );
}

/** What the setting changes: the sentence of the last move, and every target that moved, the largest first. */
export function Changed({ onShow }: { onShow: (outcome: string) => void }) {
  const { count } = useWords();
  const c = useTexts();
  const against = useComparedName();
  const changes = useChanges() ?? [];
  const item = (change: TargetChange) => <ChangeItem key={change.target} change={change} onShow={onShow} />;
  const rest = changes.slice(atOnce);
  return (
    <section className="changed" aria-labelledby="wat-veranderde">
      <Heading2 id="wat-veranderde" tabIndex={-1}>
        {c('changed.title')}
      </Heading2>
      <LastMove />
      <ol className="changed__list">{changes.slice(0, atOnce).map(item)}</ol>
      <p className="small changed__how">{changes.length > 0 && c('changed.how', { against })}</p>
      {rest.length > 0 && (
        <Fold className="small" summary={c('changed.rest', { n: count(rest.length) })}>
          {() => <ol className="changed__list changed__list--rest">{rest.map(item)}</ol>}
        </Fold>
      )}
    </section>
  );
}
