import { useEffect, useRef, useState } from 'react';
import { useAgenda, useNames, useWords } from '../../../lib/hooks.tsx';
import type { TableState } from '../../../table/contract.ts';
import { useTablePart } from '../context.tsx';
import { useTexts } from '../texts.ts';
import { headline, metChanges } from './headline.ts';

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

/** The first line: what the present setting does, against what, and what holds back most. */
export function useHeadline(): string | null {
  const { count } = useWords();
  const c = useTexts();
  const names = useNames();
  const answer = useTablePart((state) => state.answer);
  const compared = useTablePart((state) => state.compared);
  const against = useComparedName();
  if (answer === null) return null;
  // Another number of futures is no basis for a difference.
  const before = compared !== null && compared.answer.count === answer.count ? compared.answer : null;
  const { met, of, before: was, brake } = headline(answer, before);
  const more = was === null ? null : met - was;
  const comparison =
    more === null || answer === before
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
  return [
    `${c(met === 1 ? 'lead.met.one' : 'lead.met', { n: count(met), of: count(of) })}${comparison}.`,
    brake === null ? c('lead.brake.none') : c('lead.brake', { brake: names.brake(brake.constraint) }),
  ].join(' ');
}

/** The sentence large, at the top of the page. */
export function Lead() {
  const c = useTexts();
  const said = useHeadline();
  if (said === null) return <p className="lead lead--waiting">{c('lead.waiting')}</p>;
  return <p className="lead table-lead">{said}</p>;
}

/** How many futures the page shows, and how many are coming. Not announced: it changes twice at every move. */
export function Progress() {
  const { count } = useWords();
  const c = useTexts();
  const answer = useTablePart((state) => state.answer);
  const busy = useTablePart((state) => state.busy);
  const stale = useTablePart((state) => state.stale);
  const of = useTablePart((state) => state.of);
  if (answer === null) return <p className="small">{c('progress.first')}</p>;
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

const isSettled = (state: TableState): boolean => !state.busy && !state.stale && state.answer !== null;

/** Tells a screen reader what a move did, in one sentence, once all futures are in. */
export function Announcer() {
  const { count } = useWords();
  const c = useTexts();
  const names = useNames();
  const answer = useTablePart((state) => state.answer);
  const settled = useTablePart(isSettled);
  const last = useRef<TableState['answer']>(null);
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (!settled || answer === null || answer === last.current) return;
    const before = last.current;
    last.current = answer;
    if (before === null || before.count !== answer.count) return;
    const [change] = metChanges(answer, before);
    const { met, of } = headline(answer, null);
    const all = { met: count(met), targets: count(of) };
    setSaid(
      change === undefined
        ? c('said.nothing', all)
        : c(change.more > 0 ? 'said.more' : 'said.fewer', {
            ...all,
            target: names.target(change.target),
            n: count(change.count),
            of: count(change.of),
            more: count(Math.abs(change.more)),
          }),
    );
  }, [answer, settled, c, count, names]);
  return (
    <p className="only-read" role="status" aria-live="polite">
      {said}
    </p>
  );
}
