import './table.css';
import type { SourcesResponse } from '@schaalsprong/wire';
import { Alert, Button } from '@utrecht/component-library-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { Page } from '../../components/Page.tsx';
import { WithSources } from '../../components/Sources.tsx';
import { useAgenda, useWords } from '../../lib/hooks.tsx';
import { OfflineNote } from '../../offline/OfflineNote.tsx';
import { PictureSlot } from '../picture/PictureSlot.tsx';
import { TableProvider, useTable, useTablePart } from './context.tsx';
import { Assumptions } from './levers/Assumptions.tsx';
import { Levers } from './levers/Levers.tsx';
import { noSpot, type Spot, SpotContext } from './levers/spot.ts';
import { openTable } from './open.ts';
import { AllTargets } from './outcomes/AllTargets.tsx';
import { Balance } from './outcomes/Balance.tsx';
import { Brief, Changed, MostChanged } from './outcomes/Changed.tsx';
import { Lead } from './outcomes/Lead.tsx';
import { LeversOfTarget } from './outcomes/LeversOfTarget.tsx';
import { cardId } from './outcomes/OutcomeCard.tsx';
import { Outcomes } from './outcomes/Outcomes.tsx';
import { readShown, type Shown, withFirst, writeShown } from './outcomes/shown.ts';
import { Frozen } from './scenarios/Frozen.tsx';
import { History, HistoryButtons } from './scenarios/History.tsx';
import { Scenarios } from './scenarios/Scenarios.tsx';
import { Share } from './scenarios/Share.tsx';
import { PrintSummary } from './screen/PrintSummary.tsx';
import { ScreenPage } from './screen/ScreenPage.tsx';
import { Presenter } from './screen/screen.ts';
import { TableMap } from './TableMap.tsx';
import { useTexts } from './texts.ts';
import { Constraints } from './why/Constraints.tsx';

const keyOf = (region: string): string => `schaalsprong-tafel-beelden:${region}`;

/** Which charts the reader has before them, kept in this browser where that is allowed. */
function useShown(): readonly [Shown, (shown: Shown) => void] {
  const agenda = useAgenda();
  const key = keyOf(agenda.region.id);
  const [shown, setShown] = useState<Shown>(() => {
    let kept: string | null = null;
    try {
      kept = globalThis.localStorage.getItem(key);
    } catch {
      // A browser that keeps nothing begins where the region does.
    }
    return readShown(
      kept,
      agenda.outcomes.map(({ id }) => id),
      agenda.table.outcomes,
    );
  });
  const show = useCallback(
    (next: Shown) => {
      setShown(next);
      try {
        globalThis.localStorage.setItem(key, writeShown(next));
      } catch {
        // What was chosen still shows.
      }
    },
    [key],
  );
  return [shown, show];
}

/** What was wrong with a link, a file or a move. What was on the table stays. */
function Problems() {
  const { tx } = useWords();
  const c = useTexts();
  const table = useTable();
  const problems = useTablePart((state) => state.problems);
  const phase = useTablePart((state) => state.phase);
  if (problems.length === 0 && phase !== 'failed') return null;
  return (
    <Alert type="error" role="alert">
      <p>
        <strong>{c(phase === 'failed' ? 'problems.failed' : 'problems.title')}</strong>
      </p>
      {problems.map((problem) => (
        <p key={problem.nl}>{tx(problem)}</p>
      ))}
      {phase === 'failed' ? (
        <Button appearance="secondary-action-button" onClick={() => globalThis.location.reload()}>
          {c('problems.reload')}
        </Button>
      ) : (
        <Button appearance="secondary-action-button" onClick={() => table.understood()}>
          {c('problems.understood')}
        </Button>
      )}
    </Alert>
  );
}

const parts = [
  ['uitkomsten', 'outcomes.title'],
  ['knelpunten', 'constraints.title'],
  ['balans', 'balance.short'],
  ['alle-doelen', 'targets.short'],
] as const;

/** To the parts of the page. */
function Jump() {
  const c = useTexts();
  return (
    <nav aria-label={c('jump')} className="jump table-jump">
      {parts.map(([id, title]) => (
        <a key={id} className="utrecht-link" href={`#${id}`}>
          {c(title)}
        </a>
      ))}
    </nav>
  );
}

function SecondScreenButton() {
  const { to } = useWords();
  const c = useTexts();
  return (
    <button
      type="button"
      className="link-button table-tools__screen"
      onClick={() => globalThis.open(`${to('/tafel')}?scherm=2`, 'schaalsprong-scherm-2', 'popup')}
    >
      {c('screen.button')}
    </button>
  );
}

function AtWork() {
  const c = useTexts();
  const agenda = useAgenda();
  const table = useTable();
  const [shown, setShown] = useShown();
  const presenter = useRef<Presenter | null>(null);
  const shownNow = useRef(shown);
  shownNow.current = shown;
  useEffect(() => {
    const made = new Presenter(agenda.region.id, table, shownNow.current);
    presenter.current = made;
    return () => made.close();
  }, [agenda, table]);
  useEffect(() => presenter.current?.show(shown), [shown]);
  useEffect(() => table.large(shown), [table, shown]);
  const [spot, setSpot] = useState<Spot>(noSpot);
  const showFirst = useCallback(
    (outcome: string) => {
      setShown(withFirst(shownNow.current, outcome));
      const head = globalThis.document.getElementById('uitkomsten');
      head?.scrollIntoView();
      head?.focus({ preventScroll: true });
    },
    [setShown],
  );
  const showChart = useCallback(
    (outcome: string) => {
      if (!shownNow.current.includes(outcome)) setShown(withFirst(shownNow.current, outcome));
      // After the card is there.
      requestAnimationFrame(() => {
        const card = globalThis.document.getElementById(cardId(outcome));
        card?.scrollIntoView({ block: 'nearest' });
        card?.focus({ preventScroll: true });
      });
    },
    [setShown],
  );
  const goToLever = useCallback(
    (id: string, opens = false) => setSpot((now) => ({ ...now, lever: { id, opens } })),
    [],
  );
  const showTarget = useCallback(
    (target: string, outcome: string, asks: Spot['asks']) => {
      setShown(withFirst(shownNow.current, outcome));
      setSpot({ target, asks, lever: null });
      requestAnimationFrame(() => {
        const card = globalThis.document.getElementById(cardId(outcome));
        globalThis.document.querySelector('.levers-of')?.scrollIntoView();
        card?.focus({ preventScroll: true });
      });
    },
    [setShown],
  );
  useNamed(showTarget, goToLever);
  return (
    <SpotContext value={spot}>
      <OfflineNote />
      <Problems />
      <Frozen />
      <Lead />
      <div className="table-bar">
        <Brief />
        <MostChanged />
        <HistoryButtons />
      </div>
      <div className="policy-table">
        <section className="policy-table__levers" aria-labelledby="knoppen">
          <h2 id="knoppen" className="utrecht-heading-2" tabIndex={-1}>
            {c('levers.title')}
          </h2>
          <Levers shown={shown} />
          <Assumptions />
        </section>
        <div className="policy-table__outcomes">
          <Jump />
          <div className="table-tools">
            <History />
            <Scenarios />
            <Share />
            <SecondScreenButton />
          </div>
          <Changed onShow={showChart} />
          <Outcomes shown={shown} onShow={setShown}>
            {spot.target !== null && (
              <LeversOfTarget
                target={spot.target}
                onLever={goToLever}
                onClose={() => setSpot(({ lever }) => ({ ...noSpot, lever }))}
              />
            )}
          </Outcomes>
        </div>
      </div>
      <PictureSlot on="table" />
      <TableMap />
      <Constraints />
      <Balance />
      <AllTargets onShow={showFirst} />
      <PrintSummary />
    </SpotContext>
  );
}

/**
 * Goes to the target or the lever that the address names, once, and takes it out of the address. A name that the region does not have, or a
 * target that is not modelled, changes nothing.
 */
function useNamed(
  showTarget: (target: string, outcome: string, asks: Spot['asks']) => void,
  goToLever: (measure: string, opens: boolean) => void,
): void {
  const agenda = useAgenda();
  const [search, setSearch] = useSearchParams();
  const target = search.get('doel');
  const measure = search.get('maatregel');
  const asks = search.get('vraag');
  useEffect(() => {
    if (target === null && measure === null) return;
    const found = target === null ? undefined : agenda.targetById.get(target);
    if (found !== undefined && found.outcome !== null) {
      showTarget(found.id, found.outcome, asks === 'halen' ? 'reach' : null);
    }
    const lever = agenda.measures.find(({ id }) => id === measure);
    if (lever !== undefined) goToLever(lever.id, true);
    setSearch(
      (now) => {
        now.delete('doel');
        now.delete('maatregel');
        now.delete('vraag');
        return now;
      },
      { replace: true, preventScrollReset: true },
    );
  }, [target, measure, asks, agenda, showTarget, goToLever, setSearch]);
}

function Opened({ sources }: { sources: SourcesResponse }) {
  const agenda = useAgenda();
  const [search] = useSearchParams();
  const table = openTable(agenda, sources, search.get('futures'));
  return (
    <TableProvider table={table}>
      <AtWork />
    </TableProvider>
  );
}

/** What if? Levers on the left, outcomes over all futures on the right. */
export default function TablePage() {
  const c = useTexts();
  const [search] = useSearchParams();
  if (search.get('scherm') === '2') return <ScreenPage />;
  return (
    <Page title={c('title')} kicker={c('question')}>
      <WithSources>{(sources) => <Opened sources={sources} />}</WithSources>
    </Page>
  );
}
