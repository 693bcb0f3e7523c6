import type { Proposal } from '@schaalsprong/agenda';
import type { Text } from '@schaalsprong/words';
import { Button } from '@utrecht/component-library-react';
import { type FormEvent, memo, useId, useState } from 'react';
import { useAgenda, useInterval, useNumber, useWords } from '../../lib/hooks.tsx';
import type { Passage } from '../../reading/messages.ts';
import { type Decision, type DecisionState, likely, needsEdit } from '../../reading/work.ts';
import { EditForm } from './EditForm.tsx';
import { useTexts } from './texts.ts';

/** What an item can do to the work; the same object as long as the page lives, so that items need not be drawn again. */
export interface Doing {
  decide(changes: Readonly<Record<string, Decision | null>>, said: string, from: string): void;
  proposals(): readonly Proposal[];
}

interface Props {
  readonly proposal: Proposal;
  readonly passage: Passage | undefined;
  readonly doubts: readonly Text[] | undefined;
  readonly decision: Decision | undefined;
  readonly standing: DecisionState;
  /** the proposal that this one was joined with */
  readonly joined: string | undefined;
  readonly language: 'nl' | 'en';
  readonly editing: boolean;
  readonly setEditing: (id: string | null) => void;
  readonly doing: Doing;
}

function Join({ proposal, decision, doing }: Pick<Props, 'proposal' | 'decision' | 'doing'>) {
  const c = useTexts();
  const id = useId();
  const [chosen, setChosen] = useState<readonly string[]>(decision?.join ?? []);
  const others = likely(
    proposal,
    doing.proposals().filter(({ state }) => state !== 'accepted'),
  );
  if (others.length === 0) return <p className="small">{c('join.none')}</p>;
  const send = (event: FormEvent): void => {
    event.preventDefault();
    const { join: _, ...rest } = decision ?? { action: 'accept' as const };
    doing.decide(
      {
        [proposal.id]: {
          ...rest,
          action: 'accept',
          ...(chosen.length === 0 ? {} : { join: chosen }),
        },
      },
      c('did.join', { figure: proposal.figure }),
      proposal.id,
    );
  };
  return (
    <form onSubmit={send}>
      <fieldset className="proposal__join">
        <legend>{c('join.choose')}</legend>
        {others.map((other) => (
          <label key={other.id} htmlFor={`${id}-${other.id}`}>
            <input
              id={`${id}-${other.id}`}
              type="checkbox"
              checked={chosen.includes(other.id)}
              onChange={(event) =>
                setChosen(
                  event.target.checked ? [...chosen, other.id] : chosen.filter((one) => one !== other.id),
                )
              }
            />{' '}
            {c('join.option', { figure: other.figure, page: other.page, id: other.id })}
          </label>
        ))}
      </fieldset>
      <Button type="submit" appearance="secondary-action-button">
        {c('join.keep')}
      </Button>
    </form>
  );
}

type Edit = Decision['edit'];

/** What the proposal says, with what a person made of it: value, kind, time, place and state. */
function Head({ proposal, edit, standing }: Pick<Props, 'proposal' | 'standing'> & { edit: Edit }) {
  const c = useTexts();
  const { t, share, period } = useWords();
  const number = useNumber();
  const { page } = proposal;
  const unit = edit?.unit ?? proposal.unit;
  const value = edit?.value ?? proposal.value;
  const horizon = edit?.horizon === undefined ? proposal.horizon : edit.horizon;
  const measured = edit?.period === undefined ? proposal.period : edit.period;
  const qualifier = edit?.qualifier ?? proposal.qualifier;
  return (
    <p className="proposal__head">
      <strong className="proposal__value">{number(value, unit, { precise: true })}</strong>
      <span>{t(`claim.kind.${edit?.kind ?? proposal.kind}`)}</span>
      {horizon !== null && unit !== 'year' && <span>{c('item.horizon', { period: period(horizon) })}</span>}
      {measured !== null && unit !== 'year' && <span>{c('item.period', { period: period(measured) })}</span>}
      {qualifier !== 'none' && <span>{c('item.qualifier', { word: qualifier })}</span>}
      <span className="small">{c('item.page', { page })}</span>
      <span className="small">{c('item.confidence', { share: share(proposal.confidence) })}</span>
      <span className="proposal__state">{c(`state.${standing}`)}</span>
    </p>
  );
}

/** How the value was read, what is doubtful about it, and what was done with it. */
function Remarks({
  proposal,
  doubts,
  decision,
  standing,
  joined,
}: Pick<Props, 'proposal' | 'doubts' | 'decision' | 'standing' | 'joined'>) {
  const c = useTexts();
  const { tx } = useWords();
  const within = useInterval();
  const edit = decision?.edit;
  const unit = edit?.unit ?? proposal.unit;
  const value = edit?.value ?? proposal.value;
  const { min, max } = proposal.interval;
  const isSame = min === max && min === value;
  return (
    <p className="small">
      {!isSame && edit?.value === undefined && edit?.qualifier === undefined && (
        <>{c('item.taken', { interval: within(proposal.interval, unit) })} </>
      )}
      {proposal.counted !== '' && <>{c('item.counted', { what: proposal.counted })} </>}
      {(doubts ?? []).map((doubt) => (
        <span key={doubt.en}>{tx(doubt)}. </span>
      ))}
      {edit !== undefined && Object.keys(edit).length > 0 && <strong>{c('item.edited')}. </strong>}
      {joined !== undefined && <strong>{c('item.joined', { id: joined })}. </strong>}
      {(decision?.join ?? []).length > 0 && (
        <strong>{c('item.with', { ids: (decision?.join ?? []).join(', ') })} </strong>
      )}
      {standing === 'saved' && <strong>{c('item.saved', { claim: proposal.claim ?? '' })} </strong>}
    </p>
  );
}

/** A button's name for who cannot see beside what it is. */
function useNamed({ figure, page }: Proposal) {
  const c = useTexts();
  return (what: string) => ({ 'aria-label': c('do.of', { what, figure, page }) });
}

/** The buttons of a proposal that is not saved. */
function Actions({
  proposal,
  decision,
  standing,
  change,
  edit,
}: Pick<Props, 'proposal' | 'decision' | 'standing'> & {
  change: (next: Decision | null, said: string) => void;
  edit: () => void;
}) {
  const c = useTexts();
  const { units } = useAgenda().region;
  const named = useNamed(proposal);
  const { figure } = proposal;
  const accept = (): void => {
    if (needsEdit(proposal, units)) edit();
    else change({ ...decision, action: 'accept' }, c('did.accept', { figure }));
  };
  return (
    <p className="take proposal__actions">
      {standing !== 'accepted' && (
        <Button
          appearance="secondary-action-button"
          data-action="accept"
          {...named(c('do.accept'))}
          onClick={accept}
        >
          {c('do.accept')}
        </Button>
      )}
      {standing !== 'rejected' && (
        <Button
          appearance="secondary-action-button"
          data-action="reject"
          {...named(c('do.reject'))}
          onClick={() => change({ action: 'reject' }, c('did.reject', { figure }))}
        >
          {c('do.reject')}
        </Button>
      )}
      <Button appearance="subtle-button" data-action="edit" {...named(c('do.edit'))} onClick={edit}>
        {c('do.edit')}
      </Button>
      {decision !== undefined && (
        <Button
          appearance="subtle-button"
          {...named(c('do.back'))}
          onClick={() => change(null, c('did.back', { figure }))}
        >
          {c('do.back')}
        </Button>
      )}
    </p>
  );
}

/** One proposal: what was found, the words around it, and what a person can do with it. */
export const ProposalItem = memo(function ProposalItem({
  proposal,
  passage,
  doubts,
  decision,
  standing,
  joined,
  language,
  editing,
  setEditing,
  doing,
}: Props) {
  const c = useTexts();
  const { units } = useAgenda().region;
  const id = `voorstel-${proposal.id}`;
  const { figure } = proposal;
  const edit = decision?.edit;
  const change = (next: Decision | null, said: string): void => {
    setEditing(null);
    doing.decide({ [proposal.id]: next }, said, proposal.id);
  };
  const needs = needsEdit(proposal, units);
  const named = useNamed(proposal);
  return (
    <li
      id={id}
      className={`proposal proposal--${standing}`}
      tabIndex={-1}
      aria-label={c('item.name', { id: proposal.id, figure })}
      data-proposal={proposal.id}
    >
      <Head proposal={proposal} edit={edit} standing={standing} />
      {passage !== undefined && (
        <blockquote className="passage" lang={language}>
          {passage.before}
          <mark>{passage.figure}</mark>
          {passage.after}
        </blockquote>
      )}
      <Remarks proposal={proposal} doubts={doubts} decision={decision} standing={standing} joined={joined} />
      {standing === 'open' && proposal.negated && <p className="proposal__needs">{c('item.negated')}</p>}
      {standing === 'open' && !Object.hasOwn(units, proposal.unit) && (
        <p className="proposal__needs">{c('item.unit', { unit: proposal.unit })}</p>
      )}
      {standing !== 'saved' && !editing && (
        <Actions
          proposal={proposal}
          decision={decision}
          standing={standing}
          change={change}
          edit={() => setEditing(proposal.id)}
        />
      )}
      {editing && (
        <EditForm
          proposal={proposal}
          edit={edit}
          keep={(next) => change({ ...decision, action: 'accept', edit: next }, c('did.accept', { figure }))}
          stop={() => {
            setEditing(null);
            globalThis.document.getElementById(id)?.focus();
          }}
        />
      )}
      {standing !== 'saved' && !editing && !needs && (
        <details className="proposal__fold">
          <summary {...named(`${c('do.join')} (${c('join.title')})`)}>{c('do.join')}</summary>
          <Join proposal={proposal} decision={decision} doing={doing} />
        </details>
      )}
    </li>
  );
});
