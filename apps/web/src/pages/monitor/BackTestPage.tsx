import { placeForecasts } from '@schaalsprong/chart';
import type { BackTest, BackTestSummary } from '@schaalsprong/monitor';
import { Heading2, Heading3, Paragraph } from '@utrecht/component-library-react';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import { A } from '../../components/Link.tsx';
import { Page } from '../../components/Page.tsx';
import { Row } from '../../components/Row.tsx';
import { Failed, Loading } from '../../components/states.tsx';
import { DataTable } from '../../components/Table.tsx';
import {
  useAgenda,
  useAxis,
  useComputed,
  useNumber,
  useResource,
  useUnitTitle,
  useWords,
} from '../../lib/hooks.tsx';
import { byMisses, type ForecastGroup } from '../../monitor/misses.ts';
import { backTestResource } from '../../monitor/resources.ts';
import { useTexts } from './texts.ts';

/** Groups of forecasts that show at once; the rest is folded. */
const shownAtOnce = 6;

/** The end of the year before a decimal year, or the decimal year itself where it is no whole one. */
const originYear = (origin: number): string =>
  Number.isInteger(origin) ? String(origin - 1) : origin.toFixed(2);

function useNameOf(): (indicator: string, area: string) => string {
  const { tx } = useWords();
  const agenda = useAgenda();
  return (indicator, area) => {
    const found = agenda.indicatorById.get(indicator);
    const where = agenda.areas.find(({ code }) => code === area)?.name ?? area;
    return `${found === undefined ? indicator : tx(found.title)}, ${where}`;
  };
}

function Group({ group }: { group: ForecastGroup }) {
  const { t, period, count } = useWords();
  const c = useTexts();
  const agenda = useAgenda();
  const show = useNumber();
  const axisOf = useAxis();
  const computed = useComputed();
  const unitTitle = useUnitTitle();
  const nameOf = useNameOf();
  const unit = agenda.indicatorById.get(group.indicator)?.unit ?? '';
  const title = nameOf(group.indicator, group.area);
  const axis = axisOf(
    group.cases.flatMap(({ came, model }) => [came, ...model]),
    unit,
  );
  const said = c(group.missed === 0 ? 'back.groupNone' : 'back.group', {
    missed: count(group.missed),
    all: count(group.cases.length),
  });
  return (
    <section className="forecast-group" aria-label={title}>
      <Heading3>{title}</Heading3>
      <p className="small">{said}</p>
      <ChartFrame
        within
        title={c('back.chart')}
        finding={said}
        file={`${group.indicator}-${group.area}-back-test`}
        origin={[title]}
        data={{
          head: [
            c('back.origin'),
            t('chart.period'),
            c('back.came'),
            c('back.middle'),
            c('back.low'),
            c('back.high'),
            c('back.inside'),
          ],
          shown: group.cases.map((one) => [
            c('back.endOf', { year: originYear(one.origin) }),
            period(one.period),
            show(one.came, unit, { precise: true }),
            computed.value(one.model[2], unit),
            computed.value(one.model[0], unit),
            computed.value(one.model[4], unit),
            c(one.in50 ? 'back.in50' : one.in80 ? 'back.in80' : 'back.out'),
          ]),
          csvHead: [
            'indicator',
            'area',
            'origin',
            'period',
            'time',
            'came',
            'p10',
            'p25',
            'p50',
            'p75',
            'p90',
            'crps_model',
            'crps_trend',
            'crps_walk',
            'source',
          ],
          csv: group.cases.map((one) => [
            one.indicator,
            one.area,
            one.origin,
            one.period,
            one.time,
            one.came,
            ...one.model,
            one.scores.model.crps,
            one.scores.trend.crps,
            one.scores.walk.crps,
            one.source,
          ]),
          textColumns: [1, 6],
        }}
        subject={title}
        unit={unitTitle(unit)}
        scene={(width) =>
          placeForecasts(
            {
              name: `${title}. ${said}`,
              forecasts: group.cases.map((one) => ({
                origin: one.origin,
                time: one.time,
                period: one.period,
                quantiles: one.model,
                came: one.came,
                inside: one.in80,
              })),
              tick: axis.tick,
              axisTitle: axis.title,
            },
            width,
          )
        }
      />
    </section>
  );
}

/** In one word who forecast an indicator best; what is not better than naive says so. */
function Better({ summary }: { summary: BackTestSummary }) {
  const c = useTexts();
  const is = summary.better === 'model';
  if (summary.better === 'too-few') return <span className="muted">{c('back.better.too-few')}</span>;
  return (
    <span className={is ? 'verdict--yes' : 'verdict--no'}>
      {is ? '✓ ' : '✗ '}
      {c(`back.better.${summary.better}`)}
    </span>
  );
}

function Scores({ test }: { test: BackTest }) {
  const { tx, share, count } = useWords();
  const c = useTexts();
  const agenda = useAgenda();
  const computed = useComputed();
  const { lang } = useWords();
  const ratio = new Intl.NumberFormat(lang === 'nl' ? 'nl-NL' : 'en-GB', { maximumFractionDigits: 2 });
  const unitOf = (summary: BackTestSummary) => agenda.indicatorById.get(summary.indicator)?.unit ?? '';
  const score = (summary: BackTestSummary, who: 'model' | 'trend' | 'walk') =>
    computed.value(summary.mean[who].crps, unitOf(summary));
  return (
    <DataTable
      caption={c('back.scores')}
      hideCaption
      stacks
      rows={test.summaries}
      rowKey={({ indicator, area }) => `${indicator} ${area}`}
      columns={[
        {
          key: 'indicator',
          head: c('back.indicator'),
          names: true,
          cell: ({ indicator, area, cases }) => {
            const found = agenda.indicatorById.get(indicator);
            return (
              <>
                {found === undefined ? indicator : <A to={`/monitor/${indicator}`}>{tx(found.title)}</A>}
                <span className="small block-line">
                  {agenda.areas.find(({ code }) => code === area)?.name ?? area},{' '}
                  {cases === 1 ? c('back.cases.one') : c('back.cases', { n: count(cases) })}
                </span>
              </>
            );
          },
        },
        { key: 'better', head: c('back.better'), cell: (summary) => <Better summary={summary} /> },
        { key: 'c50', head: c('back.cover50'), numeric: true, cell: (s) => share(s.coverage50) },
        { key: 'c80', head: c('back.cover80'), numeric: true, cell: (s) => share(s.coverage80) },
        { key: 'model', head: c('back.crpsModel'), numeric: true, cell: (s) => score(s, 'model') },
        { key: 'trend', head: c('back.crpsTrend'), numeric: true, cell: (s) => score(s, 'trend') },
        { key: 'walk', head: c('back.crpsWalk'), numeric: true, cell: (s) => score(s, 'walk') },
        { key: 'skill', head: c('back.skill'), numeric: true, cell: (s) => ratio.format(s.skill) },
      ]}
    />
  );
}

/** The groups of forecasts, those with the most misses at once and the rest folded. */
function Misses({ groups }: { groups: readonly ForecastGroup[] }) {
  const { count } = useWords();
  const c = useTexts();
  return (
    <section className="block">
      <Heading2>{c('back.misses')}</Heading2>
      <Paragraph>{c('back.key')}</Paragraph>
      <div className="forecasts">
        {groups.slice(0, shownAtOnce).map((group) => (
          <Group key={`${group.indicator} ${group.area}`} group={group} />
        ))}
      </div>
      {groups.length > shownAtOnce && (
        <details className="rest">
          <summary>
            {groups.length - shownAtOnce === 1
              ? c('back.more.one')
              : c('back.more', { n: count(groups.length - shownAtOnce) })}
          </summary>
          <div className="forecasts">
            {groups.slice(shownAtOnce).map((group) => (
              <Group key={`${group.indicator} ${group.area}`} group={group} />
            ))}
          </div>
        </details>
      )}
    </section>
  );
}

/** Indicators that could not be tested, by the reason. */
function Untested({ untested }: { untested: BackTest['untested'] }) {
  const { tx, count, list } = useWords();
  const c = useTexts();
  const agenda = useAgenda();
  const reasons = [...new Map(untested.map(({ reason }) => [reason.nl, reason])).values()];
  const name = (id: string): string => {
    const found = agenda.indicatorById.get(id);
    return found === undefined ? id : tx(found.title);
  };
  return (
    <section className="block">
      <Heading2>{c('back.untested', { n: count(untested.length) })}</Heading2>
      <dl className="about">
        {reasons.map((reason) => (
          <Row key={reason.nl} label={tx(reason)}>
            {list(
              untested.filter((one) => one.reason.nl === reason.nl).map(({ indicator }) => name(indicator)),
            )}
          </Row>
        ))}
      </dl>
    </section>
  );
}

function Whole({ test }: { test: BackTest }) {
  const { tx, count, list, share } = useWords();
  const c = useTexts();
  const missed = test.cases.filter(({ in80 }) => !in80).length;
  const beaten = test.summaries.filter(({ better }) => better === 'trend' || better === 'walk');
  const judged = test.summaries.filter(({ better }) => better !== 'too-few');
  const groups = byMisses(test);
  const expected = share(0.2);
  return (
    <>
      <p className="lead">
        {test.cases.length === 0
          ? c('back.leadNone')
          : c('back.lead', {
              missed: count(missed),
              all: count(test.cases.length),
              share: share(missed / test.cases.length),
              expected,
            })}{' '}
        {beaten.length > 0
          ? c('back.beaten', { n: count(beaten.length), all: count(judged.length) })
          : judged.length > 0
            ? c('back.beatenNone')
            : ''}
      </p>
      <p className="small">
        {c('back.how', {
          origins: list(test.origins.map(originYear)),
          futures: count(test.futures),
          seed: test.seed,
        })}
      </p>
      {groups.length > 0 && <Misses groups={groups} />}
      {test.summaries.length > 0 && (
        <section className="block">
          <Heading2>{c('back.scores')}</Heading2>
          <Paragraph>{c('back.scoresText')}</Paragraph>
          <Scores test={test} />
        </section>
      )}
      <section className="block">
        <Heading2>{c('back.caveats')}</Heading2>
        {test.caveats.length === 0 ? (
          <Paragraph>{c('back.caveatsNone')}</Paragraph>
        ) : (
          <ul className="prose-list">
            {test.caveats.map((caveat) => (
              <li key={caveat.nl}>{tx(caveat)}</li>
            ))}
          </ul>
        )}
      </section>
      {test.untested.length > 0 && <Untested untested={test.untested} />}
    </>
  );
}

/** How well would the model have done? */
export function BackTestPage() {
  const c = useTexts();
  const answer = useResource(backTestResource);
  const test = answer.value?.backTest ?? null;
  return (
    <Page title={c('back')} kicker={c('back.question')} trail={[{ to: '/monitor', label: c('title') }]}>
      {test !== null ? (
        <Whole test={test} />
      ) : answer.value !== null ? (
        <p className="lead lead--waiting" role="status">
          {c('back.running')}
        </p>
      ) : answer.failing !== null ? (
        <Failed error={answer.failing} retry={() => void backTestResource.refresh()} />
      ) : (
        <Loading />
      )}
    </Page>
  );
}
