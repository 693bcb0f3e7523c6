import type { Proposal } from '@schaalsprong/agenda';
import { Button, FormLabel, Select, SelectOption } from '@utrecht/component-library-react';
import {
  type ReactNode,
  type RefObject,
  useCallback,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useAgenda, useWords } from '../../lib/hooks.tsx';
import {
  acceptable,
  type Decision,
  decide,
  joinedTo,
  standingOf,
  undo,
  type Work,
} from '../../reading/work.ts';
import { type Doing, ProposalItem } from './ProposalItem.tsx';
import { Relations } from './Relations.tsx';
import { Save } from './Save.tsx';
import { useTexts } from './texts.ts';
import { useKeys } from './use-keys.ts';

/** Below this confidence a proposal is folded away. */
const unsure = 0.5;
/** How many proposals stand in the page at first, and how many more each time. */
const batch = 50;
const thresholds = [0.5, 0.6, 0.7, 0.8, 0.9, 0.95] as const;
const filters = ['open', 'all', 'accepted', 'rejected'] as const;
type Filter = (typeof filters)[number];
type Standing = ReturnType<typeof standingOf>;
type Value = { readonly target: { readonly value: string } };

interface WorkProps {
  readonly work: Work;
  readonly setWork: (work: Work) => void;
}

const itemOf = (id: string): HTMLElement | null => globalThis.document.getElementById(`voorstel-${id}`);

/** How each proposal stands, and with which others it is joined. */
function useStandings(work: Work) {
  const joined = useMemo(() => joinedTo(work.decisions), [work.decisions]);
  const standing = useMemo(
    () =>
      new Map(
        work.file.proposals.map((proposal): [string, Standing] => [
          proposal.id,
          standingOf(proposal, work.decisions, joined),
        ]),
      ),
    [work.file, work.decisions, joined],
  );
  return { joined, standing };
}

/** What a person does with a proposal; the focus follows, and what happened is said. */
function useDoing({ work, setWork }: WorkProps, list: RefObject<HTMLDivElement | null>) {
  const c = useTexts();
  const [said, setSaid] = useState('');
  const latest = useRef({ work, setWork });
  useEffect(() => {
    latest.current = { work, setWork };
  }, [work, setWork]);
  const focusAfter = useRef<readonly string[] | null>(null);
  // In the commit that takes the item away: a frame later a fast typist has already pressed the next key, on nothing.
  useLayoutEffect(() => {
    const wanted = focusAfter.current;
    if (wanted === null) return;
    focusAfter.current = null;
    const to = wanted.map(itemOf).find((item) => item !== null) ?? list.current;
    to?.focus();
  });
  const doing = useMemo(
    (): Doing => ({
      proposals: () => latest.current.work.file.proposals,
      decide(changes: Readonly<Record<string, Decision | null>>, words: string, from: string) {
        // The item may leave the list: the focus goes to the one behind it, and else to the one before.
        const all = [...(list.current?.querySelectorAll<HTMLElement>('[data-proposal]') ?? [])];
        const at = all.findIndex((item) => item.dataset.proposal === from);
        const next = [...all.slice(at + 1), ...all.slice(0, Math.max(0, at)).toReversed()].map(
          (item) => item.dataset.proposal ?? '',
        );
        focusAfter.current = [from, ...next];
        latest.current.setWork(decide(latest.current.work, changes));
        setSaid(words);
      },
    }),
    [list],
  );
  const back = useCallback(() => {
    latest.current.setWork(undo(latest.current.work));
    setSaid(c('undone'));
  }, [c]);
  return { doing, back, said, setSaid };
}

/** Proposals that the filter shows; what is being edited stays where it is. */
function seenOf(
  proposals: readonly Proposal[],
  standing: ReadonlyMap<string, Standing>,
  filter: Filter,
  editing: string | null,
): readonly Proposal[] {
  return proposals.filter(({ id }) => {
    const now = standing.get(id);
    if (filter === 'all' || editing === id) return true;
    if (filter === 'accepted') return now === 'accepted' || now === 'joined' || now === 'saved';
    return now === filter;
  });
}

/** How much was found, how it stands, and what the reader of the document warned of. */
function Summary({
  work,
  standing,
  lasting,
  id,
}: {
  work: Work;
  standing: ReadonlyMap<string, Standing>;
  lasting: boolean;
  id: string;
}) {
  const c = useTexts();
  const { count, tx } = useWords();
  const { document, proposals } = work.file;
  const tally = (which: Standing): number => [...standing.values()].filter((one) => one === which).length;
  return (
    <>
      <h2 id={`${id}-work`} className="utrecht-heading-2">
        {c('work.title', { name: document.name })}
      </h2>
      <p>
        {proposals.length === 0
          ? c('work.none')
          : c('work.found', { n: count(proposals.length), pages: count(document.pages) })}{' '}
        {c('work.tally', {
          open: count(tally('open')),
          accepted: count(tally('accepted') + tally('joined')),
          rejected: count(tally('rejected')),
          saved: count(tally('saved')),
        })}
      </p>
      {work.warnings.map((warning) => (
        <p key={warning.en} className="small">
          {tx(warning)}
        </p>
      ))}
      {!lasting && <p role="alert">{c('work.fleeting')}</p>}
    </>
  );
}

/** What is shown, and from which confidence all may be accepted at once. */
function Tools({
  id,
  filter,
  setFilter,
  certain,
  setCertain,
}: {
  id: string;
  filter: Filter;
  setFilter: (filter: Filter) => void;
  certain: number;
  setCertain: (certain: number) => void;
}) {
  const c = useTexts();
  const { share } = useWords();
  return (
    <div className="reading__tools">
      <div>
        <FormLabel htmlFor={`${id}-filter`}>{c('filter.title')}</FormLabel>
        <Select
          id={`${id}-filter`}
          value={filter}
          onChange={(event: Value) => setFilter(filters.find((one) => one === event.target.value) ?? 'open')}
        >
          {filters.map((one) => (
            <SelectOption key={one} value={one}>
              {c(`filter.${one}`)}
            </SelectOption>
          ))}
        </Select>
      </div>
      <div>
        <FormLabel htmlFor={`${id}-certain`}>{c('certain.title')}</FormLabel>
        <Select
          id={`${id}-certain`}
          value={String(certain)}
          aria-describedby={`${id}-certain-note`}
          onChange={(event: Value) => setCertain(Number(event.target.value))}
        >
          {thresholds.map((one) => (
            <SelectOption key={one} value={String(one)}>
              {c('certain.least', { share: share(one) })}
            </SelectOption>
          ))}
        </Select>
      </div>
    </div>
  );
}

/** Proposals in batches. */
function ProposalList({ of, item }: { of: readonly Proposal[]; item: (proposal: Proposal) => ReactNode }) {
  const c = useTexts();
  const { count } = useWords();
  const [shown, setShown] = useState(batch);
  return (
    <>
      <ol className="proposals">{of.slice(0, shown).map(item)}</ol>
      {of.length > shown && (
        <Button appearance="secondary-action-button" onClick={() => setShown(shown + batch)}>
          {c('list.more', { n: count(Math.min(batch, of.length - shown)) })}
        </Button>
      )}
    </>
  );
}

/** Everything about one document that was read. */
export function Judging({
  work,
  setWork,
  lasting,
  forget,
}: WorkProps & { readonly lasting: boolean; readonly forget: () => void }) {
  const c = useTexts();
  const { count } = useWords();
  const { units } = useAgenda().region;
  const id = useId();
  const [filter, setFilter] = useState<Filter>('open');
  const [certain, setCertain] = useState(0.8);
  const [editing, setEditing] = useState<string | null>(null);
  const list = useRef<HTMLDivElement | null>(null);
  const { joined, standing } = useStandings(work);
  const { doing, back, said, setSaid } = useDoing({ work, setWork }, list);
  useKeys(list, back);
  const seen = seenOf(work.file.proposals, standing, filter, editing);
  const rest = seen.filter(({ confidence }) => confidence < unsure);
  const ready = acceptable(work, certain, units);
  const acceptReady = (): void => {
    const changes = ready.map((one): [string, Decision] => [one.id, { action: 'accept' }]);
    setWork(decide(work, Object.fromEntries(changes)));
    setSaid(c('certain.done', { n: count(ready.length) }));
  };
  const item = (proposal: Proposal) => (
    <ProposalItem
      key={proposal.id}
      proposal={proposal}
      passage={work.passages[proposal.id]}
      doubts={work.doubts[proposal.id]}
      decision={work.decisions[proposal.id]}
      standing={standing.get(proposal.id) ?? 'open'}
      joined={joined.get(proposal.id)}
      language={work.file.document.language}
      editing={editing === proposal.id}
      setEditing={setEditing}
      doing={doing}
    />
  );
  return (
    <>
      <section className="reading__part" aria-labelledby={`${id}-work`}>
        <Summary work={work} standing={standing} lasting={lasting} id={id} />
        <Tools id={id} filter={filter} setFilter={setFilter} certain={certain} setCertain={setCertain} />
        <p className="take">
          <Button appearance="secondary-action-button" disabled={ready.length === 0} onClick={acceptReady}>
            {c('certain.accept', { n: count(ready.length) })}
          </Button>
          <Button appearance="subtle-button" disabled={work.past.length === 0} onClick={back}>
            {c('undo')}
          </Button>
          <Button appearance="subtle-button" onClick={forget}>
            {c('work.forget')}
          </Button>
        </p>
        <p id={`${id}-certain-note`} className="small">
          {c('certain.note')}
        </p>
        <details className="small">
          <summary>{c('keys.title')}</summary>
          <p>{c('keys.text')}</p>
        </details>
        <p role="status" className="small reading__said">
          {said}
        </p>
      </section>
      <div ref={list} tabIndex={-1}>
        <section className="reading__part" aria-labelledby={`${id}-sure`}>
          <h2 id={`${id}-sure`} className="utrecht-heading-2">
            {c('list.sure')}
          </h2>
          {seen.length === 0 && <p>{c('list.nothing')}</p>}
          <ProposalList of={seen.filter(({ confidence }) => confidence >= unsure)} item={item} />
        </section>
        {rest.length > 0 && (
          <details className="reading__unsure">
            <summary>{c('list.unsure', { n: count(rest.length) })}</summary>
            <ProposalList of={rest} item={item} />
          </details>
        )}
      </div>
      <Relations work={work} />
      <Save work={work} setWork={setWork} />
    </>
  );
}
