import './reading.css';
import type { Proposal } from '@schaalsprong/agenda';
import { Button, FormLabel, Paragraph, Select, SelectOption } from '@utrecht/component-library-react';
import { useCallback, useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { Page } from '../../components/Page.tsx';
import { useAgenda, useNumber, useWords } from '../../lib/hooks.tsx';
import { browserStorage } from '../../lib/kept.ts';
import type { ReadFault, ReadStep } from '../../reading/messages.ts';
import { readFile, UnreadableDocument } from '../../reading/read-file.ts';
import {
  acceptable,
  type Decision,
  decide,
  goOn,
  joinedTo,
  keptText,
  standingOf,
  undo,
  type Work,
  workFrom,
} from '../../reading/work.ts';
import { type Doing, ProposalItem } from './ProposalItem.tsx';
import { Save } from './Save.tsx';
import { useTexts } from './texts.ts';

/** Below this confidence a proposal is folded away. */
const unsure = 0.5;
/** How many proposals stand in the page at first, and how many more each time. */
const batch = 50;
const thresholds = [0.5, 0.6, 0.7, 0.8, 0.9, 0.95] as const;
const filters = ['open', 'all', 'accepted', 'rejected'] as const;
type Filter = (typeof filters)[number];

/** The limits of reading, as the worker holds them; here for the words only. */
const most = { mb: 64, pages: 600 } as const;

type Reading =
  | { readonly kind: 'none' | 'cancelled' | 'forgotten' }
  | { readonly kind: 'busy'; readonly step: ReadStep; readonly stop: () => void }
  | { readonly kind: 'fault'; readonly fault: ReadFault | null };

/** The work of this region in this browser; kept at every step. */
function useKept(region: string): {
  work: Work | null;
  setWork: (work: Work | null) => void;
  lasting: boolean;
} {
  const key = `schaalsprong-reading-${region}`;
  const storage = useMemo(() => browserStorage(), []);
  const [work, show] = useState(() => workFrom(storage?.getItem(key) ?? null));
  const [lasting, setLasting] = useState(storage !== null);
  const setWork = useCallback(
    (next: Work | null) => {
      show(next);
      try {
        if (next === null) storage?.removeItem(key);
        else storage?.setItem(key, keptText(next));
        setLasting(storage !== null);
      } catch {
        // Full, or forbidden: the page still has it, and says that it will not last.
        setLasting(false);
      }
    },
    [key, storage],
  );
  return { work, setWork, lasting };
}

const itemOf = (id: string): HTMLElement | null => globalThis.document.getElementById(`voorstel-${id}`);

/** Keys for who judges many proposals in a row; they work only while the focus is on one. */
function useKeys(list: React.RefObject<HTMLElement | null>, back: () => void): void {
  useEffect(() => {
    const element = list.current;
    if (element === null) return;
    const hear = (event: KeyboardEvent): void => {
      const { target } = event;
      if (!(target instanceof HTMLElement) || event.ctrlKey || event.metaKey || event.altKey) return;
      if (target.closest('input, textarea, select') !== null) return;
      const item = target.closest<HTMLElement>('[data-proposal]');
      if (item === null) return;
      const all = [...element.querySelectorAll<HTMLElement>('[data-proposal]')];
      const at = all.indexOf(item);
      const press = (action: string): void =>
        item.querySelector<HTMLButtonElement>(`[data-action=${action}]`)?.click();
      const acts: Readonly<Record<string, () => void>> = {
        j: () => all[at + 1]?.focus(),
        ArrowDown: () => all[at + 1]?.focus(),
        k: () => all[at - 1]?.focus(),
        ArrowUp: () => all[at - 1]?.focus(),
        a: () => press('accept'),
        x: () => press('reject'),
        e: () => press('edit'),
        u: back,
      };
      const act = acts[event.key.length === 1 ? event.key.toLowerCase() : event.key];
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    element.addEventListener('keydown', hear);
    return () => element.removeEventListener('keydown', hear);
  }, [list, back]);
}

function Relations({ work }: { work: Work }) {
  const c = useTexts();
  const { list } = useWords();
  const number = useNumber();
  const byId = new Map(work.file.proposals.map((proposal) => [proposal.id, proposal]));
  const said = (id: Proposal['id']): string => {
    const found = byId.get(id);
    return found === undefined ? id : number(found.value, found.unit, { precise: true });
  };
  if (work.file.relations.length === 0) return null;
  return (
    <section className="reading__part" aria-labelledby="verbanden">
      <h2 id="verbanden" className="utrecht-heading-2">
        {c('relations.title')}
      </h2>
      <p className="small">{c('relations.note')}</p>
      <ul className="relations">
        {work.file.relations.map(({ kind, whole, parts, fits }) => {
          const [first, ...rest] = parts;
          const words = {
            whole: said(whole),
            parts: list((kind === 'growth' ? rest : parts).map(said)),
            from: first === undefined ? '' : said(first),
          };
          const total = parts.reduce((sum, part) => sum + (byId.get(part)?.value ?? Number.NaN), 0);
          // A part that is named alone need not be all of it.
          const isPart = kind === 'sum' && fits && total !== byId.get(whole)?.value;
          return (
            <li key={`${kind} ${whole} ${parts.join(' ')}`}>
              {c(isPart ? 'relation.within' : `relation.${kind}`, words)}{' '}
              <strong>{c(fits ? 'relation.fits' : 'relation.clashes')}</strong>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** Everything about one document that was read. */
function Judging({
  work,
  setWork,
  lasting,
  forget,
}: {
  work: Work;
  setWork: (work: Work) => void;
  lasting: boolean;
  forget: () => void;
}) {
  const c = useTexts();
  const { count, share, tx } = useWords();
  const { units } = useAgenda().region;
  const id = useId();
  const [filter, setFilter] = useState<Filter>('open');
  const [certain, setCertain] = useState(0.8);
  const [shown, setShown] = useState({ sure: batch, unsure: batch });
  const [editing, setEditing] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const list = useRef<HTMLDivElement | null>(null);
  const latest = useRef({ work, setWork });
  useEffect(() => {
    latest.current = { work, setWork };
  }, [work, setWork]);

  const joined = useMemo(() => joinedTo(work.decisions), [work.decisions]);
  const standing = useMemo(
    () =>
      new Map(
        work.file.proposals.map((proposal): [string, ReturnType<typeof standingOf>] => [
          proposal.id,
          standingOf(proposal, work.decisions, joined),
        ]),
      ),
    [work.file, work.decisions, joined],
  );
  const tally = (which: string): number => [...standing.values()].filter((one) => one === which).length;

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
    [],
  );
  const back = useCallback(() => {
    latest.current.setWork(undo(latest.current.work));
    setSaid(c('undone'));
  }, [c]);
  useKeys(list, back);

  const seen = work.file.proposals.filter((proposal) => {
    const now = standing.get(proposal.id);
    if (filter === 'all') return true;
    // What is being edited stays where it is.
    if (editing === proposal.id) return true;
    if (filter === 'accepted') return now === 'accepted' || now === 'joined' || now === 'saved';
    return now === filter;
  });
  const sure = seen.filter(({ confidence }) => confidence >= unsure);
  const rest = seen.filter(({ confidence }) => confidence < unsure);
  const ready = acceptable(work, certain, units);
  const items = (of: readonly Proposal[], which: 'sure' | 'unsure') => (
    <>
      <ol className="proposals">
        {of.slice(0, shown[which]).map((proposal) => (
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
        ))}
      </ol>
      {of.length > shown[which] && (
        <Button
          appearance="secondary-action-button"
          onClick={() => setShown({ ...shown, [which]: shown[which] + batch })}
        >
          {c('list.more', { n: count(Math.min(batch, of.length - shown[which])) })}
        </Button>
      )}
    </>
  );
  return (
    <>
      <section className="reading__part" aria-labelledby={`${id}-work`}>
        <h2 id={`${id}-work`} className="utrecht-heading-2">
          {c('work.title', { name: work.file.document.name })}
        </h2>
        <p>
          {work.file.proposals.length === 0
            ? c('work.none')
            : c('work.found', {
                n: count(work.file.proposals.length),
                pages: count(work.file.document.pages),
              })}{' '}
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
        <div className="reading__tools">
          <div>
            <FormLabel htmlFor={`${id}-filter`}>{c('filter.title')}</FormLabel>
            <Select
              id={`${id}-filter`}
              value={filter}
              onChange={(event: { target: { value: string } }) =>
                setFilter(filters.find((one) => one === event.target.value) ?? 'open')
              }
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
              onChange={(event: { target: { value: string } }) => setCertain(Number(event.target.value))}
            >
              {thresholds.map((one) => (
                <SelectOption key={one} value={String(one)}>
                  {c('certain.least', { share: share(one) })}
                </SelectOption>
              ))}
            </Select>
          </div>
        </div>
        <p className="take">
          <Button
            appearance="secondary-action-button"
            disabled={ready.length === 0}
            onClick={() => {
              setWork(
                decide(
                  work,
                  Object.fromEntries(ready.map((one): [string, Decision] => [one.id, { action: 'accept' }])),
                ),
              );
              setSaid(c('certain.done', { n: count(ready.length) }));
            }}
          >
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
          {items(sure, 'sure')}
        </section>
        {rest.length > 0 && (
          <details className="reading__unsure">
            <summary>{c('list.unsure', { n: count(rest.length) })}</summary>
            {items(rest, 'unsure')}
          </details>
        )}
      </div>
      <Relations work={work} />
      <Save work={work} setWork={setWork} />
    </>
  );
}

/** A person opens a document, and decides which of its figures become claims. */
export default function ReadingPage() {
  const c = useTexts();
  const { t, tx } = useWords();
  const { region } = useAgenda();
  const id = useId();
  const { work, setWork, lasting } = useKept(region.id);
  const [before, setBefore] = useState<Work | null>(null);
  const [reading, setReading] = useState<Reading>({ kind: 'none' });
  const stop = useRef<AbortController | null>(null);
  // A worker without a page has nobody to read for.
  useEffect(() => () => stop.current?.abort(), []);

  const open = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    stop.current?.abort();
    const mine = new AbortController();
    stop.current = mine;
    const busy = (step: ReadStep): void => setReading({ kind: 'busy', step, stop: () => mine.abort() });
    busy('open');
    try {
      const read = await readFile(
        { file, qualifiers: region.qualifiers, units: Object.keys(region.units) },
        mine.signal,
        busy,
      );
      setBefore(work);
      setWork(goOn(read, work));
      setReading({ kind: 'none' });
    } catch (error) {
      // Another file was chosen meanwhile: that one speaks now.
      if (stop.current !== mine) return;
      if (mine.signal.aborted) setReading({ kind: 'cancelled' });
      else setReading({ kind: 'fault', fault: error instanceof UnreadableDocument ? error.fault : null });
    }
  };
  const secure = globalThis.isSecureContext;
  return (
    <Page title={c('title')} trail={[{ to: '/bronnen', label: t('sources.title') }]}>
      <Paragraph>{c('lead')}</Paragraph>
      <p className="reading__private">{c('private')}</p>
      {secure ? (
        <div className="file">
          <FormLabel htmlFor={id}>{c('choose')}</FormLabel>
          <input
            id={id}
            type="file"
            accept=".pdf,.docx,.html,.htm,.txt,.md"
            aria-describedby={`${id}-limits`}
            onChange={(event) => {
              const { target } = event;
              void open(target.files?.[0]);
              // The same file can be chosen again, once it was changed.
              target.value = '';
            }}
          />
          <p id={`${id}-limits`} className="small">
            {c('limits', most)} {work !== null && c('replace')}
          </p>
        </div>
      ) : (
        <p role="alert">{c('insecure')}</p>
      )}
      <div role="status">
        {reading.kind === 'busy' && (
          <p className="take">
            <progress aria-label={c(`step.${reading.step}`)} /> {c(`step.${reading.step}`)}
            <Button appearance="secondary-action-button" onClick={reading.stop}>
              {c('cancel')}
            </Button>
          </p>
        )}
        {reading.kind === 'cancelled' && <p>{c('cancelled')}</p>}
        {reading.kind === 'forgotten' && <p>{c('work.forgotten')}</p>}
        {before !== null && reading.kind !== 'busy' && (
          <Button
            appearance="subtle-button"
            onClick={() => {
              setWork(before);
              setBefore(null);
              setReading({ kind: 'none' });
            }}
          >
            {c('work.back')}
          </Button>
        )}
      </div>
      {reading.kind === 'fault' && (
        <div role="alert" className="reading__fault">
          {reading.fault === null ? (
            <p>{c('fault.start')}</p>
          ) : (
            <>
              <p>
                <strong>{tx(reading.fault.text)}</strong> {tx(reading.fault.hint)}
              </p>
              <p className="small">{c('fault.code', { code: reading.fault.code })}</p>
            </>
          )}
        </div>
      )}
      {work !== null && (
        <Judging
          key={work.file.document.sha256}
          work={work}
          setWork={setWork}
          lasting={lasting}
          forget={() => {
            setBefore(work);
            setWork(null);
            setReading({ kind: 'forgotten' });
          }}
        />
      )}
    </Page>
  );
}
