import { type LinePoint, pointsOf } from '@schaalsprong/monitor/lines';
import type { IndicatorResponse } from '@schaalsprong/wire';
import { Heading2, Paragraph } from '@utrecht/component-library-react';
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { FigureKind } from '../../components/FigureKind.tsx';
import { A } from '../../components/Link.tsx';
import { Page } from '../../components/Page.tsx';
import { StandingMark } from '../../components/StandingMark.tsx';
import { Failed, Loading } from '../../components/states.tsx';
import { useAgenda, useNames, useResource, useWords } from '../../lib/hooks.tsx';
import { type Choice, readChoice, writeChoice } from '../../monitor/address.ts';
import { indicatorResource, monitorResource } from '../../monitor/resources.ts';
import { NotFound } from '../NotFound.tsx';
import { AllFigures } from './AllFigures.tsx';
import { AreaMap } from './AreaMap.tsx';
import { BigLine } from './BigLine.tsx';
import { Compare } from './Compare.tsx';
import { useFigure } from './Figure.tsx';
import { KnownOn } from './KnownOn.tsx';
import { MetadataSheet } from './MetadataSheet.tsx';
import { Revisions } from './Revisions.tsx';
import { StandingPart } from './StandingPart.tsx';
import { TakeAway } from './TakeAway.tsx';
import { useTexts } from './texts.ts';

/** The area whose line the page opens with: that of the indicator, or the first that has figures. */
export function mainArea({
  indicator,
  facts,
}: Pick<IndicatorResponse, 'indicator' | 'facts'>): string | null {
  const own = indicator.area;
  if (own !== null && facts.some(({ area }) => area === own)) return own;
  return facts[0]?.area ?? own;
}

function Lead({ response, points }: { response: IndicatorResponse; points: readonly LinePoint[] }) {
  const { t, period } = useWords();
  const c = useTexts();
  const agenda = useAgenda();
  const names = useNames();
  const figure = useFigure();
  const { indicator, standings } = response;
  const last = points.findLast(({ fact }) => fact.standing !== 'expected') ?? points.at(-1);
  if (last === undefined) return null;
  const area = agenda.areas.find(({ code }) => code === last.fact.area)?.name ?? last.fact.area;
  const own = agenda.areas.find(({ code }) => code === indicator.area);
  return (
    <>
      <p className="lead">
        {own !== undefined && own.code !== last.fact.area && `${c('one.notOwn', { area: own.name })} `}
        {c('one.lead', {
          area,
          value: figure(last.fact, indicator.unit),
          period: period(last.fact.period),
        })}
      </p>
      <p className="one-standing">
        <FigureKind fact={last.fact} />
        {standings.map(({ target, computed }) => (
          <span key={target}>
            {t('target.kicker')} <A to={`/doelen/${target}`}>{names.target(target)}</A>:{' '}
            <StandingMark status={computed} />
          </span>
        ))}
      </p>
    </>
  );
}

/** Says that nothing is measured, or was known then, and why. */
function Nothing({ response }: { response: IndicatorResponse }) {
  const { tx, period } = useWords();
  const c = useTexts();
  const monitor = useResource(monitorResource);
  const why = monitor.value?.indicators.find(({ id }) => id === response.indicator.id)?.notObserved;
  return (
    <>
      <p className="lead">
        {response.asKnownOn === null
          ? c('one.nothing')
          : c('one.nothingThen', { date: period(response.asKnownOn) })}
      </p>
      {why !== undefined && why !== null && <Paragraph>{tx(why)}</Paragraph>}
    </>
  );
}

function Whole({
  response,
  choice,
  choose,
}: {
  response: IndicatorResponse;
  choice: Choice;
  choose: (some: Partial<Choice>) => void;
}) {
  const { indicator, facts } = response;
  const c = useTexts();
  const area = mainArea(response);
  const points = useMemo(() => (area === null ? [] : pointsOf(facts, area)), [facts, area]);
  // Deferred, so that the map and the long table do not block input.
  const later = useDeferredValue(response);
  const severalAreas = new Set(facts.map((fact) => fact.area)).size > 1;
  return (
    <>
      {points.length === 0 ? <Nothing response={response} /> : <Lead response={response} points={points} />}
      {(points.length > 0 || response.asKnownOn !== null) && <KnownOn response={response} choose={choose} />}
      {points.length > 1 && area !== null && <BigLine response={response} area={area} />}
      {points.length === 1 && <Paragraph>{c('one.single')}</Paragraph>}
      {response.standings.map((standing) => (
        <StandingPart key={standing.target} standing={standing} />
      ))}
      {severalAreas && area !== null && (
        <Compare response={response} main={area} choice={choice} choose={choose} />
      )}
      {severalAreas && <AreaMap response={later} choice={choice} choose={choose} />}
      {facts.length > 0 && <AllFigures response={later} main={area} />}
      {facts.length > 0 && (
        <section className="block">
          <Heading2>{c('one.revisions')}</Heading2>
          <Revisions revisions={response.revisions} indicators={[indicator]} />
        </section>
      )}
      <MetadataSheet response={response} />
      <TakeAway response={response} />
    </>
  );
}

/**
 * * The reader's choice, in sync with the address. Optimistic: a ticked box shows at once, before the router has updated the
 * address.
 */
function useChoice(): readonly [Choice, (some: Partial<Choice>) => void] {
  const [search, setSearch] = useSearchParams();
  const address = search.toString();
  const [ahead, setAhead] = useState<{ readonly choice: Choice; readonly to: string } | null>(null);
  useEffect(() => {
    if (ahead?.to === address) setAhead(null);
  }, [ahead, address]);
  const choice = ahead?.choice ?? readChoice(search);
  const choose = (some: Partial<Choice>): void => {
    const next = { ...choice, ...some };
    const written = writeChoice(next);
    setAhead({ choice: next, to: written.toString() });
    setSearch(written, { replace: true, preventScrollReset: true });
  };
  return [choice, choose];
}

/** Everything that is known of one indicator. */
function Found({ id }: { id: string }) {
  const { tx, t } = useWords();
  const c = useTexts();
  const agenda = useAgenda();
  const [choice, choose] = useChoice();
  const resource = indicatorResource(id, choice.asKnownOn);
  const answer = useResource(resource);
  const indicator = agenda.indicatorById.get(id);
  return (
    <Page
      cite={false}
      title={indicator === undefined ? id : tx(indicator.title)}
      kicker={t('target.indicator')}
      trail={[{ to: '/monitor', label: c('title') }]}
    >
      {answer.value !== null ? (
        <Whole response={answer.value} choice={choice} choose={choose} />
      ) : answer.failing !== null ? (
        <Failed error={answer.failing} retry={() => void resource.refresh()} />
      ) : (
        <Loading />
      )}
    </Page>
  );
}

/** What do the statistics say of this? */
export function IndicatorPage() {
  const { id = '' } = useParams();
  const agenda = useAgenda();
  return agenda.indicatorById.has(id) ? <Found key={id} id={id} /> : <NotFound />;
}
