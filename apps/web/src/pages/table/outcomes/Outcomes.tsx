import type { Outcome, Target } from '@schaalsprong/wire';
import { Heading2 } from '@utrecht/component-library-react';
import { type ReactNode, useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { BackTestLine } from '../../../components/BackTestLine.tsx';
import { A } from '../../../components/Link.tsx';
import { useAgenda, useStanding, useWords } from '../../../lib/hooks.tsx';
import { allFutures } from '../../../table/counts.ts';
import { useTablePart } from '../context.tsx';
import { Fold } from '../Fold.tsx';
import { Against } from '../scenarios/Against.tsx';
import { useTexts } from '../texts.ts';
import { Progress, useComparedName } from './Lead.tsx';
import { OutcomeCard } from './OutcomeCard.tsx';
import { useFirstAnswer } from './preview.ts';
import { mostShown, moved, type Shown, toggled } from './shown.ts';
import { YearChooser } from './YearChooser.tsx';

interface Props {
  readonly shown: Shown;
  readonly onShow: (shown: Shown) => void;
}

function Choices({
  shown,
  onShow,
  title,
  outcomes,
}: Props & { title: string; outcomes: readonly Outcome[] }) {
  const { tx } = useWords();
  return (
    <fieldset className="choices">
      <legend>{title}</legend>
      {outcomes.map(({ id, title: name }) => {
        const isShown = shown.includes(id);
        return (
          <label key={id} className="choices__one">
            <input
              type="checkbox"
              checked={isShown}
              disabled={(!isShown && shown.length >= mostShown) || (isShown && shown.length === 1)}
              onChange={() => onShow(toggled(shown, id))}
            />{' '}
            {tx(name)}
          </label>
        );
      })}
    </fieldset>
  );
}

/** Which outcomes are before the reader. */
function Picker({ shown, onShow }: Props) {
  const { count } = useWords();
  const c = useTexts();
  const agenda = useAgenda();
  const answered = new Set<string>(
    agenda.targets.flatMap(({ outcome }) => (outcome === null ? [] : [outcome])),
  );
  return (
    <Fold className="picker" summary={c('picker.title', { n: count(shown.length), most: count(mostShown) })}>
      {() => (
        <>
          <p className="small" role="status">
            {shown.length >= mostShown ? c('picker.full', { most: count(mostShown) }) : c('picker.room')}
          </p>
          <Choices
            shown={shown}
            onShow={onShow}
            title={c('picker.targets')}
            outcomes={agenda.outcomes.filter(({ id }) => answered.has(id))}
          />
          <Choices
            shown={shown}
            onShow={onShow}
            title={c('picker.others')}
            outcomes={agenda.outcomes.filter(({ id }) => !answered.has(id))}
          />
        </>
      )}
    </Fold>
  );
}

/** The charts themselves: they follow every move. */
export function OutcomeGrid({ shown, onShow, large = false }: Props & { large?: boolean }) {
  const agenda = useAgenda();
  const answer = useTablePart((state) => state.answer);
  const compared = useTablePart((state) => state.compared);
  const kept = useTablePart((state) => state.kept);
  const keptId = useTablePart((state) => state.against);
  const against = kept.find(({ id }) => id === keptId)?.name ?? null;
  const year = useTablePart((state) => state.year);
  const first = useFirstAnswer();
  const targetOf = useMemo(
    () =>
      new Map<string, Target>(
        agenda.targets.flatMap((target) =>
          target.outcome === null || target.value === null ? [] : [[target.outcome, target] as const],
        ),
      ),
    [agenda],
  );
  const arrange = useCallback(
    (id: string, to: -1 | 1 | 'away') => onShow(to === 'away' ? toggled(shown, id) : moved(shown, id, to)),
    [shown, onShow],
  );
  const seen = answer ?? first;
  const before =
    answer !== null && compared !== null && compared.answer.count === answer.count ? compared.answer : null;
  return (
    <div className={large ? 'outcome-grid outcome-grid--large' : 'outcome-grid'}>
      {shown.map((id, i) => {
        const outcome = agenda.outcomeById.get(id);
        if (outcome === undefined) return null;
        const target = targetOf.get(id) ?? null;
        return (
          <OutcomeCard
            key={id}
            outcome={outcome}
            band={seen?.bands[id] ?? null}
            before={before?.bands[id] ?? null}
            target={target}
            found={seen?.targets.find((found) => found.id === target?.id) ?? null}
            foundBefore={before?.targets.find((found) => found.id === target?.id) ?? null}
            against={against}
            year={year}
            first={i === 0}
            last={i === shown.length - 1}
            onArrange={arrange}
            large={large}
          />
        );
      })}
    </div>
  );
}

/** Over how many futures the table counts beside the other pages, with the way to the other number. */
function OtherCounts() {
  const { count } = useWords();
  const c = useTexts();
  const [search] = useSearchParams();
  const of = useTablePart((state) => state.of);
  const { detail } = useStanding();
  const there = detail?.assessment.provenance.futures;
  if (there === undefined) return null;
  const isSame = there === of;
  const asked = new URLSearchParams(search);
  if (isSame) asked.set('futures', String(allFutures));
  else asked.delete('futures');
  return (
    <p className="small">
      {c(isSame ? 'legend.counts.same' : 'legend.counts', { here: count(of), there: count(there) })}{' '}
      <A to={`/tafel${asked.size === 0 ? '' : `?${asked}`}`}>
        {c('legend.counts.other', { n: count(isSame ? allFutures : there) })}
      </A>
    </p>
  );
}

/** Outcomes that the reader picks and arranges. */
export function Outcomes({ shown, onShow, children }: Props & { readonly children?: ReactNode }) {
  const c = useTexts();
  const against = useComparedName();
  return (
    <section aria-labelledby="uitkomsten" className="outcomes-part">
      <div className="outcomes-part__head">
        <Heading2 id="uitkomsten" tabIndex={-1}>
          {c('outcomes.title')}
        </Heading2>
        <Progress />
        <Against />
      </div>
      <YearChooser />
      {children}
      <OutcomeGrid shown={shown} onShow={onShow} />
      <p className="small">{c('legend', { against })}</p>
      <OtherCounts />
      <BackTestLine indicator={null} />
      <Picker shown={shown} onShow={onShow} />
    </section>
  );
}
