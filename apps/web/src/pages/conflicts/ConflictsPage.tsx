import type { AuditReport, AuditSwitches, Conflict } from '@schaalsprong/audit';
import type { AuditResponse } from '@schaalsprong/wire';
import { pageTitle } from '@schaalsprong/wire/pages';
import { Button, Paragraph } from '@utrecht/component-library-react';
import { type ReactNode, useDeferredValue, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { useLocation, useSearchParams } from 'react-router';
import { ConflictMark } from '../../components/ConflictMark.tsx';
import { A } from '../../components/Link.tsx';
import { Page } from '../../components/Page.tsx';
import { Failed, Loading } from '../../components/states.tsx';
import { Auditor } from '../../conflicts/auditor.ts';
import { changesBetween } from '../../conflicts/changes.ts';
import { clashes, kinds, leading, openClashes } from '../../conflicts/kinds.ts';
import { keyOf, readSwitches, writeSwitches } from '../../conflicts/switches.ts';
import { keptVerdicts, withVerdicts } from '../../conflicts/verdicts.ts';
import { useAgenda, useResource, useWords } from '../../lib/hooks.tsx';
import { browserStorage, keepInBrowser } from '../../lib/kept.ts';
import { useOwnCopy } from '../../lib/own-copy.ts';
import { auditResource } from '../../lib/resource.ts';
import { Card } from './Card.tsx';
import { Filters } from './Filters.tsx';
import { looksForAll, matches, readFilter, writeFilter } from './filter.ts';
import { isCarded, isOpen, type Lists, listsOf } from './lists.ts';
import { Brief, Honest, Missing, RuledOut, Section } from './Others.tsx';
import { Switches } from './Switches.tsx';
import { TakeAway } from './TakeAway.tsx';
import { useTexts } from './texts.ts';
import { VerdictLine } from './VerdictPart.tsx';
import { type View, ViewProvider } from './view.tsx';

/** The answer in one sentence, then how many of each kind. */
function Answer({ conflicts }: { conflicts: readonly Conflict[] }) {
  const { count, tx } = useWords();
  const c = useTexts();
  const open = openClashes(conflicts);
  const clashing = conflicts.filter(({ kind }) => clashes(kind));
  // As many as there are cards: twins are one.
  const shown = [...leading(conflicts.filter(isOpen)), ...conflicts.filter((conflict) => !isOpen(conflict))];
  const hard = open.filter(({ assumptions, everyReading }) => assumptions.length === 0 && everyReading);
  const accepted = conflicts.length - conflicts.filter(isOpen).length;
  const sentence =
    open.length === 0
      ? c(clashing.length === 0 ? 'lead.none' : 'lead.allAccepted')
      : [
          c(open.length === 1 ? 'lead.open.one' : 'lead.open', { n: count(open.length) }),
          c(hard.length === 0 ? 'lead.hard.none' : hard.length === 1 ? 'lead.hard.one' : 'lead.hard', {
            n: count(hard.length),
          }),
        ].join(' ');
  return (
    <>
      <p className="lead">{sentence}</p>
      <p>
        {c('claimCheck')} <A to="/klopt-dit">{tx(pageTitle('claim-check'))}</A>
      </p>
      <ul className="tally">
        {kinds.map((kind) => {
          const all = shown.filter((conflict) => conflict.kind === kind);
          if (all.length === 0) return null;
          const still = all.filter(isOpen).length;
          return (
            <li key={kind}>
              <span className="tally__count">{count(still)}</span> <ConflictMark kind={kind} />
              {still < all.length && (
                <span className="small"> {c('tally.accepted', { n: count(all.length - still) })}</span>
              )}
            </li>
          );
        })}
      </ul>
      {accepted > 0 && (
        <p className="small">
          <a className="utrecht-link" href="#aanvaard">
            {c(accepted === 1 ? 'lead.accepted.one' : 'lead.accepted', { n: count(accepted) })}
          </a>
        </p>
      )}
      <p className="notice">{c('sound')}</p>
    </>
  );
}

/** Goes to the place that the address names, also when it comes on the page later than the address does. */
function useAnchor(there: boolean): void {
  const { hash } = useLocation();
  useEffect(() => {
    if (hash === '' || !there) return;
    const place = globalThis.document.getElementById(decodeURIComponent(hash.slice(1)));
    if (place === null) return;
    for (let at: Element | null = place; at !== null; at = at.parentElement) {
      if (at instanceof HTMLDetailsElement) at.open = true;
    }
    place.scrollIntoView();
    place.focus({ preventScroll: true });
  }, [hash, there]);
}

function Jump({ parts }: { parts: readonly { readonly id: string; readonly title: string }[] }) {
  const c = useTexts();
  return (
    <nav aria-label={c('jump')} className="jump">
      {parts.map(({ id, title }) => (
        <a key={id} className="utrecht-link" href={`#${id}`}>
          {title}
        </a>
      ))}
    </nav>
  );
}

function OwnCopyLine() {
  const c = useTexts();
  const copy = useOwnCopy();
  return (
    <p className="small own-copy-line">
      {copy === null ? <A to="/bronnen/tekst">{c('copy.open')}</A> : c('copy.isOpen', { name: copy.name })}
    </p>
  );
}

/** What the reader sees of the audit, and what the switches and verdicts made of it. */
interface Audit {
  readonly view: View;
  readonly conflicts: readonly Conflict[];
  /** The same without the repairs that are tried, and with what the switches took away. */
  readonly before: readonly Conflict[];
  readonly report: AuditReport;
  /** Names in the address that the agenda no longer has. */
  readonly unknown: readonly string[];
}

/** The switches of the address; the address follows a moment later, and a switch must not spring back until then. */
function useSwitches(auditor: Auditor) {
  const [search, setSearch] = useSearchParams();
  const { input } = auditor;
  const asked = useMemo(() => readSwitches(search, input), [search, input]);
  const key = keyOf(asked.switches);
  const [chosen, setChosen] = useState<AuditSwitches | null>(null);
  const [address, setAddress] = useState(key);
  if (address !== key) {
    setAddress(key);
    setChosen(null);
  }
  const switches = chosen ?? asked.switches;
  useEffect(() => auditor.ask(switches), [auditor, switches]);
  const choose = (next: AuditSwitches, at: number): void => {
    auditor.moved(at);
    auditor.ask(next);
    setChosen(next);
    setSearch((now) => writeSwitches(now, next), { preventScrollReset: true });
  };
  return { switches, choose, unknown: asked.unknown };
}

function useAudit(response: AuditResponse): Audit {
  const auditor = useAuditor(response, response.report.hash);
  const { input } = auditor;
  const audited = useSyncExternalStore(auditor.subscribe, auditor.audited, auditor.audited);
  const { switches, choose, unknown } = useSwitches(auditor);
  const keeper = useMemo(() => keepInBrowser(keptVerdicts(input.region), browserStorage()), [input.region]);
  const own = useSyncExternalStore(keeper.subscribe, keeper.all, keeper.all);
  const claimById = useMemo(() => new Map(input.claims.map((claim) => [claim.id, claim])), [input]);
  const conflicts = useMemo(() => withVerdicts(audited.report.conflicts, own), [audited.report, own]);
  const before = useMemo(() => {
    const { withoutRepairs } = audited;
    const missing = changesBetween(withoutRepairs.conflicts, response.report.conflicts).come;
    return withVerdicts([...withoutRepairs.conflicts, ...missing], own);
  }, [audited, response, own]);
  const byRepairs = useMemo(
    () => changesBetween(audited.withoutRepairs.conflicts, audited.report.conflicts),
    [audited],
  );
  const view: View = {
    input,
    claimById,
    audited,
    switches,
    choose,
    byRepairs,
    ownVerdicts: own,
    judge: (verdict) => keeper.put(verdict),
    unjudge: (conflict) => keeper.drop(conflict),
    lasting: keeper.lasting(),
  };
  const accepted = conflicts.filter((conflict) => !isOpen(conflict)).length;
  const report: AuditReport = { ...audited.report, conflicts, accepted, seconds: 0 };
  return { view, conflicts, before, report, unknown };
}

/** What a reader has to know before the list. */
function Notices({ report, unknown }: { report: AuditReport; unknown: readonly string[] }) {
  const { tx } = useWords();
  const c = useTexts();
  return (
    <>
      {!report.complete && <p className="notice">{c('honest.incomplete')}</p>}
      {report.warnings.map((warning) => (
        <p key={warning.nl} className="notice">
          {tx(warning)}
        </p>
      ))}
      {unknown.length > 0 && (
        <p className="notice" role="alert">
          {c('link.unknown', { list: unknown.join(', ') })}
        </p>
      )}
    </>
  );
}

/** Links to the parts that are there. */
function Jumps({ lists, ruledOut }: { lists: Lists; ruledOut: number }) {
  const { count } = useWords();
  const c = useTexts();
  const { accepted, near, duplicates, missing } = lists;
  return (
    <Jump
      parts={[
        { id: 'tegenspraken', title: c('list.title') },
        ...(accepted.length > 0 ? [{ id: 'aanvaard', title: c('accepted.title') }] : []),
        ...(near.length > 0 ? [{ id: 'net', title: c('near.title') }] : []),
        ...(duplicates.length > 0 ? [{ id: 'dubbel', title: c('duplicate.title') }] : []),
        ...(missing.length > 0
          ? [{ id: 'ontbreekt', title: c('missing.title', { n: count(missing.length) }) }]
          : []),
        ...(ruledOut > 0 ? [{ id: 'uitgesloten', title: c('ruled.title', { n: count(ruledOut) }) }] : []),
        { id: 'grenzen', title: c('honest.title') },
        { id: 'gewicht', title: c('weight.title') },
        { id: 'meenemen', title: c('take.title') },
      ]}
    />
  );
}

/** The cards that fit what is looked for. */
function Cards({
  lists: { cards, shown, ranks },
  published,
  clear,
}: {
  lists: Lists;
  /** Ids of the report that the server published. */
  published: ReadonlySet<string>;
  clear: () => void;
}) {
  const c = useTexts();
  return (
    <section id="tegenspraken" aria-label={c('list.title')} tabIndex={-1}>
      {cards.length === 0 && <Paragraph>{c('list.none')}</Paragraph>}
      {cards.length > 0 && shown.length === 0 && (
        <Paragraph>
          {c('filter.none')}{' '}
          <Button appearance="subtle-button" onClick={clear}>
            {c('filter.clear')}
          </Button>
        </Paragraph>
      )}
      {shown.map(({ conflict, twins, gone }) => (
        <Card
          key={conflict.id}
          conflict={conflict}
          twins={twins}
          rank={ranks.get(conflict.id) ?? null}
          gone={gone}
          come={!gone && !published.has(conflict.id)}
        />
      ))}
    </section>
  );
}

function Briefs({ conflicts }: { conflicts: readonly Conflict[] }) {
  return (
    <ul className="plain brief-list">
      {conflicts.map((conflict) => (
        <Brief key={conflict.id} conflict={conflict} />
      ))}
    </ul>
  );
}

/** What stands below the cards: accepted, near, said twice, missing, and verdicts on what is no longer there. */
function Rest({
  lists: { accepted, near, duplicates, missing },
  orphans,
}: {
  lists: Lists;
  orphans: View['ownVerdicts'];
}) {
  const c = useTexts();
  return (
    <>
      {accepted.length > 0 && (
        <Section id="aanvaard" title={c('accepted.title')} note={c('accepted.note')}>
          {accepted.filter(isCarded).map((conflict) => (
            <Card key={conflict.id} conflict={conflict} rank={null} gone={false} come={false} />
          ))}
          <Briefs conflicts={accepted.filter((conflict) => !isCarded(conflict))} />
        </Section>
      )}
      {near.length > 0 && (
        <Section id="net" title={c('near.title')} note={c('near.note')}>
          <Briefs conflicts={near} />
        </Section>
      )}
      {duplicates.length > 0 && (
        <Section id="dubbel" title={c('duplicate.title')} note={c('duplicate.note')}>
          <Briefs conflicts={duplicates} />
        </Section>
      )}
      <Missing conflicts={missing} />
      {orphans.length > 0 && (
        <Section id="oud" title={c('orphan.title')} note={c('orphan.note')}>
          {orphans.map((verdict) => (
            <div key={verdict.conflict}>
              <p>
                <code>{verdict.conflict}</code>
              </p>
              <VerdictLine verdict={verdict} own />
            </div>
          ))}
        </Section>
      )}
    </>
  );
}

/** How many contradictions stand open, and what the switches changed of what was published. */
function useStandingSentence(
  { conflicts, view }: Audit,
  published: { readonly conflicts: readonly Conflict[] },
): string {
  const { count } = useWords();
  const c = useTexts();
  const changed = changesBetween(published.conflicts, view.audited.report.conflicts);
  const open = openClashes(conflicts);
  return [
    c('switches.standing', { n: count(open.length) }),
    ...(changed.gone.length + changed.come.length === 0
      ? []
      : [c('switches.changed', { gone: count(changed.gone.length), come: count(changed.come.length) })]),
  ].join(' ');
}

/** All that is shown once the report is there. */
function Report({ response, stale }: { response: AuditResponse; stale: ReactNode }) {
  const { count } = useWords();
  const c = useTexts();
  const agenda = useAgenda();
  const [search, setSearch] = useSearchParams();
  const audit = useAudit(response);
  const { view, conflicts, before, report } = audit;
  const standing = useStandingSentence(audit, response.report);
  useAnchor(true);
  const filter = readFilter(search);
  const wanted = useDeferredValue(filter);
  const lists = listsOf(conflicts, before, (conflict) => matches(conflict, wanted, agenda, view.claimById));
  const published = useMemo(() => new Set(response.report.conflicts.map(({ id }) => id)), [response]);
  const known = new Set([...conflicts, ...before].map(({ id }) => id));
  return (
    <ViewProvider value={view}>
      {stale}
      <Answer conflicts={conflicts} />
      <Notices report={report} unknown={audit.unknown} />
      <Jumps lists={lists} ruledOut={report.ruledOut.length} />
      <div className="conflicts">
        <Switches standing={standing} />
        <div className="conflicts__list" aria-busy={view.audited.busy}>
          <Filters
            filter={filter}
            conflicts={conflicts}
            change={(next) => setSearch((now) => writeFilter(now, next), { replace: true })}
          />
          <p role="status" className="small">
            {c('filter.count', { n: count(lists.shown.length), of: count(lists.cards.length) })}
          </p>
          <OwnCopyLine />
          <Cards
            lists={lists}
            published={published}
            clear={() => setSearch((now) => writeFilter(now, { text: '', kind: '', pillar: '', target: '' }))}
          />
        </div>
      </div>
      <Rest lists={lists} orphans={view.ownVerdicts.filter(({ conflict }) => !known.has(conflict))} />
      {looksForAll(filter) && <RuledOut report={report} />}
      <Honest report={report} />
      <TakeAway report={report} />
      <Paragraph className="only-print">{globalThis.location.href}</Paragraph>
    </ViewProvider>
  );
}

/** One auditor per report; the same report fetched again is no reason to start afresh. */
function useAuditor(response: AuditResponse, hash: string): Auditor {
  const [made, setMade] = useState(() => ({ hash, auditor: new Auditor(response) }));
  if (made.hash !== hash) setMade({ hash, auditor: new Auditor(response) });
  const { auditor } = made;
  useEffect(() => {
    // After the first paint: warming up the worker must not delay it.
    const soon = setTimeout(() => auditor.open(), 300);
    return () => {
      clearTimeout(soon);
      auditor.close();
    };
  }, [auditor]);
  return auditor;
}

/** Do the numbers of the agenda agree? */
export default function ConflictsPage() {
  const { tx, lang } = useWords();
  const c = useTexts();
  const snapshot = useResource(auditResource);
  const retry = () => void auditResource.refresh();
  const time =
    snapshot.failing === null || snapshot.at === null
      ? null
      : new Intl.DateTimeFormat(lang, { hour: '2-digit', minute: '2-digit' }).format(snapshot.at);
  return (
    <Page title={tx(pageTitle('conflicts'))} kicker={c('question')}>
      {snapshot.value !== null ? (
        <Report
          response={snapshot.value}
          stale={
            time === null ? null : (
              <p className="notice" role="status">
                {c('stale', { time })}
              </p>
            )
          }
        />
      ) : snapshot.failing !== null ? (
        <Failed error={snapshot.failing} retry={retry} />
      ) : (
        <Loading />
      )}
    </Page>
  );
}
