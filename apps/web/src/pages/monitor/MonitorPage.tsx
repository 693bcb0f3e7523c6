import type { ApiIndicatorSummary, MonitorResponse } from '@schaalsprong/wire';
import { downloads } from '@schaalsprong/wire';
import { Button, Heading2, Heading3, Paragraph } from '@utrecht/component-library-react';
import { useSearchParams } from 'react-router';
import { LineMark } from '../../charts/LineMark.tsx';
import { FigureKind } from '../../components/FigureKind.tsx';
import { A, Out } from '../../components/Link.tsx';
import { Page } from '../../components/Page.tsx';
import { Row } from '../../components/Row.tsx';
import { StandingMark } from '../../components/StandingMark.tsx';
import { Failed, Loading } from '../../components/states.tsx';
import { useAgenda, useComputed, useNames, useResource, useWords } from '../../lib/hooks.tsx';
import { monitorResource } from '../../monitor/resources.ts';
import { tally } from '../../monitor/statuses.ts';
import { MapSlot } from '../map/MapSlot.tsx';
import { useDay, useFigure } from './Figure.tsx';
import { Formula } from './Formula.tsx';
import { Revisions } from './Revisions.tsx';
import { SourcesTable } from './SourcesTable.tsx';
import { useTexts } from './texts.ts';

/** What the statistics say of the targets, in one or two sentences. */
function Lead({ monitor }: { monitor: MonitorResponse }) {
  const { list, count, period } = useWords();
  const c = useTexts();
  const { difference } = useComputed();
  const names = useNames();
  const agenda = useAgenda();
  const counted = tally(monitor.standings);
  const known = counted.flatMap(({ status, count: n }) =>
    status === 'unknown' ? [] : [c(`count.${status}`, { n: count(n) })],
  );
  const unknown = counted.find(({ status }) => status === 'unknown')?.count ?? 0;
  const measured = new Set(
    monitor.indicators.flatMap(({ latest, targets }) => (latest === null ? [] : targets)),
  ).size;
  const newest = [
    ...monitor.indicators.map(({ lastUpdate }) => lastUpdate),
    ...monitor.sources.map(({ lastPublished }) => lastPublished),
  ]
    .flatMap((day) => day ?? [])
    .sort()
    .at(-1);
  const all = count(monitor.standings.length);
  const good = monitor.standings.filter(({ computed }) => computed === 'reached' || computed === 'on-course');
  // Of the first target that has to speed up: in the order of the agenda that is the one on homes.
  const behind = monitor.standings.flatMap(({ target: id, pace }) => {
    const target = agenda.targetById.get(id);
    return pace === null || target === undefined ? [] : [{ target, pace }];
  })[0];
  const paceOf = (perYear: number, unit: string): string =>
    difference(perYear, unit, { signed: unit === 'rank' });
  const said = [
    c('lead.good', { n: count(good.length), all }),
    known.length === 0
      ? c('lead.none', { all, measured: count(measured) })
      : unknown === 0
        ? c('lead', { all, list: list(known) })
        : c('lead.both', { all, list: list(known), n: count(unknown) }),
    ...(behind === undefined
      ? []
      : [
          c('lead.pace', {
            target: names.target(behind.target.id),
            came: paceOf(behind.pace.came, behind.target.unit),
            asked: paceOf(behind.pace.asked, behind.target.unit),
            needed: paceOf(behind.pace.needed, behind.target.unit),
          }),
        ]),
    newest === undefined ? c('lead.undated') : c('lead.updated', { date: period(newest) }),
  ];
  return (
    <>
      <p className="lead">{said.join(' ')}</p>
      <ul className="tally" aria-label={c('tally')}>
        {counted.map(({ status, count: n }) => (
          <li key={status}>
            <span className="tally__count">{count(n)}</span> <StandingMark status={status} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** Why targets have no status: each reason once, with the targets that it holds for. */
function WhyUnknown({ monitor }: { monitor: MonitorResponse }) {
  const { tx, count } = useWords();
  const c = useTexts();
  const names = useNames();
  const unknown = monitor.standings.filter(({ computed }) => computed === 'unknown');
  const reasons = [...new Map(unknown.map(({ reason }) => [reason?.nl, reason])).values()];
  if (unknown.length === 0) return null;
  return (
    <details>
      <summary>{c('why', { n: count(unknown.length) })}</summary>
      <dl className="about">
        {reasons.map((reason) => (
          <Row key={reason?.nl ?? ''} label={reason === null ? c('why.none') : tx(reason)}>
            <ul className="plain">
              {unknown
                .filter((one) => one.reason?.nl === reason?.nl)
                .map(({ target, indicator }) => (
                  <li key={target}>
                    <A to={`/monitor/${indicator}`}>{names.target(target)}</A>
                  </li>
                ))}
            </ul>
          </Row>
        ))}
      </dl>
    </details>
  );
}

function Item({ indicator }: { indicator: ApiIndicatorSummary }) {
  const { tx, period } = useWords();
  const c = useTexts();
  const agenda = useAgenda();
  const figure = useFigure();
  const area = agenda.areas.find(({ code }) => code === indicator.area);
  const target = indicator.targets
    .map((id) => agenda.targetById.get(id))
    .find((found) => found !== undefined);
  const { latest } = indicator;
  return (
    <li className="measured-row">
      <div className="measured-row__name">
        <A to={`/monitor/${indicator.id}`}>{tx(indicator.title)}</A>
        <span className="small block-line">{area?.name ?? indicator.area}</span>
      </div>
      <div className="measured-row__line">
        <LineMark indicator={indicator} target={target?.value ?? null} />
      </div>
      <div className="measured-row__value">
        {latest !== null && (
          <>
            <span className="figure measured-row__figure">{figure(latest, indicator.unit)}</span>
            <span className="small block-line">
              {period(latest.period)} <FigureKind fact={latest} />
            </span>
          </>
        )}
      </div>
      <div className="measured-row__status">
        {indicator.status === null ? (
          <span className="small">{c('row.noTarget')}</span>
        ) : (
          <StandingMark status={indicator.status} />
        )}
        <span className="small block-line">
          {indicator.overdue && indicator.lastUpdate !== null ? (
            <strong>{c('row.overdue', { date: period(indicator.lastUpdate) })}</strong>
          ) : indicator.overdue ? (
            <strong>{c('row.overdueUndated')}</strong>
          ) : indicator.lastUpdate === null ? (
            ''
          ) : (
            c('row.updated', { date: period(indicator.lastUpdate) })
          )}
        </span>
        {indicator.targets.length > 1 && (
          <span className="small block-line">{c('row.targets', { n: indicator.targets.length })}</span>
        )}
      </div>
    </li>
  );
}

/** Indicators of one theme or pillar: those that are measured, then those that are not, with why. */
function Group({ title, indicators }: { title: string; indicators: readonly ApiIndicatorSummary[] }) {
  const { tx, count } = useWords();
  const c = useTexts();
  const measured = indicators.filter(({ latest }) => latest !== null);
  const unknown = indicators.filter(({ latest }) => latest === null);
  return (
    <section className="block" aria-label={title}>
      <Heading2>{title}</Heading2>
      {measured.length === 0 ? (
        <Paragraph>{c('group.nothing')}</Paragraph>
      ) : (
        <ul className="measured-rows">
          {measured.map((indicator) => (
            <Item key={indicator.id} indicator={indicator} />
          ))}
        </ul>
      )}
      {unknown.length > 0 && (
        <details>
          <summary>
            {c(unknown.length === 1 ? 'group.unknown.one' : 'group.unknown', { n: count(unknown.length) })}
          </summary>
          <ul className="unknown-rows">
            {unknown.map((indicator) => (
              <li key={indicator.id}>
                <A to={`/monitor/${indicator.id}`}>{tx(indicator.title)}</A>
                <span className="small block-line">
                  {indicator.notObserved === null ? c('group.noReason') : tx(indicator.notObserved)}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function Groups({ monitor }: { monitor: MonitorResponse }) {
  const { tx } = useWords();
  const c = useTexts();
  const names = useNames();
  const agenda = useAgenda();
  const [search, setSearch] = useSearchParams();
  const byPillar = search.get('op') === 'pijler';
  const pillars = agenda.nodes.filter(({ id }) => monitor.indicators.some(({ pillar }) => pillar === id));
  const groups = byPillar
    ? [
        ...pillars.map(({ id }) => ({ id: id as string, title: names.node(id) })),
        { id: null, title: c('group.noPillar') },
      ]
    : [
        ...monitor.themes.map(({ id, title }) => ({ id, title: tx(title) })),
        { id: null, title: c('group.noTheme') },
      ];
  const switchTo = (to: boolean): void =>
    setSearch(to ? { op: 'pijler' } : {}, { replace: true, preventScrollReset: true });
  return (
    <>
      <fieldset className="either">
        <legend className="only-read">{c('groups')}</legend>
        {[false, true].map((pillar) => (
          <Button
            key={String(pillar)}
            appearance="subtle-button"
            aria-pressed={byPillar === pillar}
            onClick={() => switchTo(pillar)}
          >
            {c(pillar ? 'groups.pillar' : 'groups.theme')}
          </Button>
        ))}
      </fieldset>
      {groups.map(({ id, title }) => {
        const indicators = monitor.indicators.filter((one) => (byPillar ? one.pillar : one.theme) === id);
        return indicators.length === 0 ? null : (
          <Group key={id ?? ''} title={title} indicators={indicators} />
        );
      })}
    </>
  );
}

function Whole({ monitor }: { monitor: MonitorResponse }) {
  const c = useTexts();
  const day = useDay();
  return (
    <>
      <Lead monitor={monitor} />
      <WhyUnknown monitor={monitor} />
      <MapSlot place="monitor" />
      <Formula />
      <Groups monitor={monitor} />
      <section className="block" id="herzieningen">
        <Heading2>{c('revisions')}</Heading2>
        <Revisions revisions={monitor.revisions} indicators={monitor.indicators} />
      </section>
      <section className="block" id="gegevensbronnen">
        <Heading2>{c('sources')}</Heading2>
        <SourcesTable sources={monitor.sources} today={monitor.today} />
        <Heading3 className="spaced">{c('take')}</Heading3>
        <p className="take">
          <Out href={downloads.catalogue.path}>{c('take.catalogue')}</Out>
          <Out href="/v1/indicatoren" download>
            {c('take.list')}
          </Out>
          <span className="small">{c('take.day', { day: day(monitor.today) })}</span>
        </p>
      </section>
    </>
  );
}

/** What do the statistics say? */
export function MonitorPage() {
  const c = useTexts();
  const monitor = useResource(monitorResource);
  return (
    <Page title={c('title')} kicker={c('kicker')}>
      {monitor.value !== null ? (
        <Whole monitor={monitor.value} />
      ) : monitor.failing !== null ? (
        <Failed error={monitor.failing} retry={() => void monitorResource.refresh()} />
      ) : (
        <Loading />
      )}
    </Page>
  );
}
