import { type Fan as FanQuantiles, placeBars, placeFan, valueDomain, valuesOfFan } from '@schaalsprong/chart';
import type {
  ApiClaim,
  Indicator,
  ObservedPoint,
  SourcesResponse,
  Target,
  TargetStanding,
} from '@schaalsprong/wire';
import { downloads } from '@schaalsprong/wire';
import { pageTitle } from '@schaalsprong/wire/pages';
import { Heading2, Paragraph } from '@utrecht/component-library-react';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { type ChartData, ChartFrame } from '../../charts/ChartFrame.tsx';
import { BackTestLine } from '../../components/BackTestLine.tsx';
import { ClaimList } from '../../components/ClaimList.tsx';
import { WhenObserved } from '../../components/FigureKind.tsx';
import { Kind, kindOfSource } from '../../components/Kind.tsx';
import { A, Out } from '../../components/Link.tsx';
import { MeasuredBrief } from '../../components/MeasuredBrief.tsx';
import { MetBar } from '../../components/MetBar.tsx';
import { ConflictsOfTarget } from '../../components/OpenConflicts.tsx';
import { Page } from '../../components/Page.tsx';
import { Row } from '../../components/Row.tsx';
import { SourceName, WithSources } from '../../components/Sources.tsx';
import { StatusMark } from '../../components/StatusMark.tsx';
import { TargetSentence } from '../../components/TargetSentence.tsx';
import { Listed, NodeLink, ThingLink } from '../../components/Things.tsx';
import { pageOfLine } from '../../lib/agenda.ts';
import {
  useAgenda,
  useAxis,
  useComputed,
  useNames,
  useNumber,
  useStanding,
  useUnitTitle,
  useWords,
} from '../../lib/hooks.tsx';
import { statusOf } from '../../lib/standing.ts';
import { at, endOf } from '../../lib/time.ts';
import { MapSlot } from '../map/MapSlot.tsx';
import { NotFound } from '../NotFound.tsx';
import { Carried } from './Carried.tsx';

/** The target in words: `ten minste 62.000 woningen`. */
function useTargetWords(target: Target): string {
  const { t } = useWords();
  const show = useNumber();
  if (target.value === null) return t('target.value.none');
  const value = show(target.value, target.unit, { precise: true });
  return t(target.unit === 'rank' ? 'direction.rank' : `direction.${target.direction}`, { value });
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="fact">
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function KeyFigures({ target, found }: { target: Target; found: TargetStanding | undefined }) {
  const { t, tx, lang, met, period } = useWords();
  const unit = useAgenda().region.units[target.unit];
  const show = useNumber();
  const computed = useComputed();
  const inWords = useTargetWords(target);
  const observed = found?.observed ?? null;
  return (
    <dl className="facts">
      <Fact label={t('target.value')}>
        <span className="fact__figure">{inWords}</span>
        <span className="small">
          {t('target.horizon', { period: period(target.horizon) })}{' '}
          {target.value !== null && unit?.symbol[lang] === '' && `· ${tx(unit.title)} `}
          {target.value !== null && <Kind of={target.valueIs} />}
        </span>
      </Fact>
      <Fact label={t('target.latest')}>
        {found === undefined || observed === null ? (
          <>
            <span className="fact__figure fact__figure--none">{t('target.latest.none')}</span>
            <span className="small">{t('target.latest.noneWhy')}</span>
          </>
        ) : (
          <>
            <span className="fact__figure">{show(observed.value, target.unit, { precise: true })}</span>
            <span className="small">
              <WhenObserved found={found} />
            </span>
          </>
        )}
      </Fact>
      <Fact label={t('target.expected')}>
        {found?.projected ? (
          <>
            <span className="fact__figure">{computed.value(found.projected.p50, target.unit)}</span>
            <span className="small">
              {t(
                'target.expected.band',
                computed.range(found.projected.p10, found.projected.p90, target.unit),
              )}{' '}
              <Kind of="computed" />
            </span>
          </>
        ) : (
          <span className="fact__figure fact__figure--none">
            {found === undefined ? t('status.pending') : t('target.expected.none')}
          </span>
        )}
      </Fact>
      <Fact label={t('target.met')}>
        {found?.met ? (
          <>
            <span className="fact__figure">{met(found.met)}</span>
            <MetBar met={found.met} />
            <span className="small">
              <StatusMark status={statusOf(target, found)} />
            </span>
          </>
        ) : (
          <span className="fact__figure fact__figure--none">
            <StatusMark status={statusOf(target, found)} />
          </span>
        )}
      </Fact>
    </dl>
  );
}

interface FanProps {
  readonly target: Target;
  readonly found: TargetStanding | undefined;
  readonly observed: readonly ObservedPoint[];
}

/** The fan of a target in words: what was observed last, what is expected at the horizon, and what is asked. */
function useFanWords(target: Target, found: TargetStanding | undefined): string {
  const { t, period } = useWords();
  const show = useNumber();
  const computed = useComputed();
  const inWords = useTargetWords(target);
  const latest = found?.observed ?? null;
  const said =
    latest === null
      ? t('target.fan.noObserved')
      : t('target.fan.lastObserved', {
          value: show(latest.value, target.unit, { precise: true }),
          period: period(latest.period),
        });
  const goal = target.value === null ? t('target.fan.noTarget') : inWords;
  const projected = found?.projected ?? null;
  return projected === null
    ? t('target.fan.findingObserved', { observed: said, target: goal })
    : t('target.fan.finding', {
        observed: said,
        horizon: period(target.horizon),
        p10: computed.range(projected.p10, projected.p90, target.unit).low,
        p50: computed.value(projected.p50, target.unit),
        p90: computed.value(projected.p90, target.unit),
        target: goal,
      });
}

/** The table behind a fan: observed figures, then the model at the ends of years; in the CSV at each of its moments. */
function useFanRows(
  { unit }: Target,
  observed: readonly ObservedPoint[],
  midPeriod: boolean,
): (fan: FanQuantiles | null, model: string) => ChartData {
  const { t, period } = useWords();
  const show = useNumber();
  const value = (n: number) => show(n, unit);
  return (fan, model) => ({
    head: [t('chart.period'), t('chart.value'), t('chart.low'), t('chart.high'), t('chart.kind')],
    shown: [
      ...observed.map((point) => [
        period(point.period),
        value(point.value),
        '–',
        '–',
        t(`observed.${point.status}`),
      ]),
      ...(fan === null
        ? []
        : fan.time.filter(Number.isInteger).map((time) => {
            const of = (values: readonly number[]) => value(at(fan.time, values, time) ?? Number.NaN);
            return [
              t('target.horizon', { period: String(time - 1) }),
              of(fan.p50),
              of(fan.p10),
              of(fan.p90),
              t('kind.computed'),
            ];
          })),
    ],
    csvHead: ['time', 'period', 'value', 'p10', 'p90', 'kind', 'source'],
    csv: [
      ...observed.map((point) => [
        timeOfPoint(point, midPeriod),
        point.period,
        point.value,
        null,
        null,
        point.status,
        point.source,
      ]),
      ...(fan === null
        ? []
        : fan.time.map((time, i) => [
            time,
            null,
            fan.p50[i] ?? null,
            fan.p10[i] ?? null,
            fan.p90[i] ?? null,
            'computed',
            `model ${model}`,
          ])),
    ],
    textColumns: [4],
  });
}

function Fan({ target, found, observed }: FanProps) {
  const { t, tx, period } = useWords();
  const unitTitle = useUnitTitle();
  const agenda = useAgenda();
  const axisOf = useAxis();
  const show = useNumber();
  const computed = useComputed();
  const { detail } = useStanding();
  const inWords = useTargetWords(target);
  const fan = detail?.series[target.id] ?? null;
  const outcome = target.outcome === null ? undefined : agenda.outcomeById.get(target.outcome);
  const midPeriod = outcome?.read === 'mean-of-horizon-year';
  const end = endOf(target.horizon) ?? agenda.region.model.stop;
  const horizon = midPeriod ? end - 0.5 : end;
  const finding = useFanWords(target, found);
  const rows = useFanRows(target, observed, midPeriod);
  if (fan === null && observed.length === 0) return null;
  const brief = (n: number) => show(n, target.unit, { bare: true, rounded: true });
  const projected = found?.projected ?? null;
  const drawn = valuesOfFan({
    fan,
    dots: observed,
    target: target.value === null ? null : { value: target.value },
  });
  const [low, high] = valueDomain(drawn);
  const axis = axisOf(drawn, target.unit);
  const fromZero = low <= 0 && high >= 0;
  return (
    <ChartFrame
      title={t(fan === null ? 'target.fanObserved' : 'target.fan')}
      finding={finding}
      file={target.id}
      note={[
        ...(fan === null ? [] : [t('target.fan.note')]),
        ...(fromZero ? [] : [t('target.fan.zero')]),
        ...(target.caution === undefined ? [] : [tx(target.caution)]),
      ].join(' ')}
      data={rows(fan, detail?.assessment.provenance.model ?? '')}
      subject={tx(target.title)}
      unit={unitTitle(target.unit)}
      scene={(width) =>
        placeFan(
          {
            name: `${tx(target.title)}. ${finding}`,
            fan,
            single: false,
            dots: observed.map((point) => ({
              key: `${point.period} ${point.status}`,
              time: timeOfPoint(point, midPeriod),
              value: point.value,
              status: point.status,
              statusSaid: t(`observed.${point.status}`),
            })),
            target:
              target.value === null
                ? null
                : {
                    value: target.value,
                    direction: target.direction,
                    assumed: target.valueIs === 'assumed',
                    label: `${t('chart.target')}: ${inWords}`,
                    brief: `${t('chart.target')}: ${brief(target.value)}`,
                  },
            read: projected,
            horizon: { time: horizon, label: t('target.horizon', { period: period(target.horizon) }) },
            today: { time: agenda.region.model.today, label: t('chart.today') },
            show: (n) => computed.value(n, target.unit),
            brief,
            tick: axis.tick,
            axisTitle: axis.title,
            top: target.unit === 'rank' ? 'low' : 'high',
            words: { low: t('chart.low'), median: t('chart.median'), high: t('chart.high') },
          },
          width,
        )
      }
    />
  );
}

/** Decimal year at which a figure is drawn: the middle of its period for a rate, the end for a stock or a total. */
const timeOfPoint = (point: ObservedPoint, midPeriod: boolean): number =>
  midPeriod ? (point.start + point.end) / 2 : point.end;

function BindingShares({ target, found }: { target: Target; found: TargetStanding }) {
  const { t, tx, share } = useWords();
  const names = useNames();
  if (found.projected === null) return null;
  const rows = found.binding.filter((item) => item.share >= 0.005);
  const top = rows[0];
  if (top === undefined) {
    return (
      <section className="chart">
        <Heading2>{t('target.binding')}</Heading2>
        <p>{t('target.binding.none')}</p>
      </section>
    );
  }
  const finding = t('target.binding.finding', {
    constraint: names.brake(top.constraint),
    share: share(top.share),
  });
  return (
    <ChartFrame
      title={t('target.binding')}
      finding={finding}
      note={t('target.binding.note')}
      file={`${target.id}-limits`}
      data={{
        head: [t('home.why.constraint'), t('target.binding.share')],
        shown: found.binding.map((item) => [names.constraint(item.constraint), share(item.share)]),
        csvHead: ['constraint', 'share'],
        csv: found.binding.map((item) => [item.constraint, item.share]),
      }}
      subject={tx(target.title)}
      unit={t('target.binding.share')}
      scene={(width) =>
        placeBars(
          {
            name: finding,
            domain: [0, Math.max(...rows.map((item) => item.share))],
            marks: [],
            bars: rows.map((item) => ({
              key: item.constraint,
              label: names.constraint(item.constraint),
              from: 0,
              to: item.share,
              value: share(item.share),
            })),
          },
          width,
        )
      }
    />
  );
}

/** What the indicator of a target counts, where its figures mislead, and where its line breaks. */
function IndicatorRows({ indicator }: { indicator: Indicator }) {
  const { t, tx, period } = useWords();
  return (
    <>
      <Row label={t('target.indicator')}>
        {tx(indicator.title)}. {tx(indicator.definition)}
      </Row>
      {indicator.traps.length > 0 && (
        <Row label={t('target.traps')}>
          <ul className="plain">
            {indicator.traps.map((trap) => (
              <li key={trap.nl}>{tx(trap)}</li>
            ))}
          </ul>
        </Row>
      )}
      {indicator.breaks.length > 0 && (
        <Row label={t('target.breaks')}>
          <ul className="plain">
            {indicator.breaks.map((item) => (
              <li key={item.at}>
                {period(item.at)}: {tx(item.reason)}
              </li>
            ))}
          </ul>
        </Row>
      )}
    </>
  );
}

/** The way to what acts on a target: the measures that change it, and what holds it back. */
function ActingOn({ target }: { target: Target }) {
  const { t } = useWords();
  const agenda = useAgenda();
  const standing = useStanding();
  const limits = target.outcome === null ? [] : (agenda.outcomeById.get(target.outcome)?.limits ?? []);
  const carried = standing.of(target.id)?.carriedBy ?? [];
  return (
    <>
      {carried.length > 0 && (
        <Row label={t('target.links.measures')}>
          <Listed>
            {carried.map(({ measure }) => (
              <ThingLink key={measure} kind="measure" id={measure} />
            ))}
          </Listed>
        </Row>
      )}
      {limits.length > 0 && (
        <Row label={t('target.links.constraints')}>
          <Listed>
            {limits.map(({ constraint }) => (
              <ThingLink key={constraint} kind="constraint" id={constraint} />
            ))}
          </Listed>
        </Row>
      )}
    </>
  );
}

function About({
  target,
  sources,
  latest,
}: {
  target: Target;
  sources: SourcesResponse;
  latest: string | null;
}) {
  const { t, tx, to, place, period } = useWords();
  const agenda = useAgenda();
  const names = useNames();
  const show = useNumber();
  const indicator = agenda.indicatorById.get(target.indicator);
  const outcome = target.outcome === null ? undefined : agenda.outcomeById.get(target.outcome);
  const variable = sources.model.variables.find((v) => v.outcomes.some((id) => id === target.outcome));
  const unknowns = agenda.unknowns.filter((unknown) => unknown.targets.some((id) => id === target.id));
  return (
    <section className="block">
      <Heading2>{t('target.facts')}</Heading2>
      <dl className="about">
        {target.valueReason !== undefined && (
          <Row label={t('target.reason')}>
            {tx(target.valueReason)} {target.valueIs === 'assumed' && <Kind of="assumed" />}
          </Row>
        )}
        {target.note !== undefined && <Row label={t('target.note')}>{tx(target.note)}</Row>}
        <Row label={t('target.baseline')}>
          {target.baseline === null ? (
            t('target.baseline.none')
          ) : (
            <>
              <span className="figure">{show(target.baseline.value, target.unit, { precise: true })}</span>,{' '}
              {period(target.baseline.period)} (
              <SourceName text={target.baseline.source} sources={sources.sources} />){' '}
              <Kind of={kindOfSource(target.baseline.source)} />
            </>
          )}
        </Row>
        {indicator !== undefined && <IndicatorRows indicator={indicator} />}
        {latest !== null && (
          <Row label={t('target.observedSource')}>
            <SourceName text={latest} sources={sources.sources} />
          </Row>
        )}
        {outcome !== undefined && (
          <Row label={t('target.outcome')}>
            {variable === undefined ? (
              outcome.variable
            ) : (
              <A to={`/bronnen/model/${variable.id}`} lang="en">
                {outcome.variable}
              </A>
            )}{' '}
            <Kind of="computed" />
          </Row>
        )}
        <Row label={t('target.place')}>
          {target.places.map((lines) => place(lines, pageOfLine(agenda, lines.from))).join('; ')}
          {target.inAgendaAs !== 'goal' && (
            <p className="small">{t(`target.inAgendaAs.${target.inAgendaAs}`)}</p>
          )}
        </Row>
        <Row label={t('target.challenge')}>
          <ul className="plain">
            {[target.challenge, ...target.challenges].map((id) => (
              <li key={id}>
                <A to={`/opgaven/${id}`}>{names.node(id)}</A>
              </li>
            ))}
          </ul>
          {target.linkIsReading && <p className="small">{t('target.challenge.reading')}</p>}
        </Row>
        <Row label={t('target.pillar')}>
          <NodeLink id={target.pillar} />
        </Row>
        <Row label={t('target.ambitions')}>
          <Listed>
            {target.ambitions.map((id) => (
              <NodeLink key={id} id={id} />
            ))}
          </Listed>
        </Row>
        <ActingOn target={target} />
        {unknowns.length > 0 && (
          <Row label={t('target.unknowns')}>
            <ul className="plain">
              {unknowns.map((unknown) => (
                <li key={unknown.id}>{tx(unknown.text)}</li>
              ))}
            </ul>
          </Row>
        )}
        <Row label={t('target.data')}>
          <Out href={to(downloads.targetCsv.path.replace('{id}', target.id))}>{`${target.id}.csv`}</Out>
        </Row>
      </dl>
    </section>
  );
}

function TargetClaims({ claims }: { claims: readonly ApiClaim[] }) {
  const { t } = useWords();
  return (
    <section className="block">
      <Heading2>{t('target.claims')}</Heading2>
      {claims.length === 0 ? <Paragraph>{t('target.claims.none')}</Paragraph> : <ClaimList claims={claims} />}
    </section>
  );
}

/** Will this target be met, and why (not)? */
export default function TargetPage() {
  const { id = '' } = useParams();
  const { t, tx } = useWords();
  const agenda = useAgenda();
  const names = useNames();
  const standing = useStanding();
  const target = agenda.targetById.get(id);
  if (target === undefined) return <NotFound />;
  const found = standing.of(id);
  const challenge = agenda.nodeById.get(target.challenge);
  return (
    <Page
      title={tx(target.title)}
      kicker={t('target.kicker')}
      trail={[
        { to: '/', label: tx(pageTitle('home')) },
        {
          to: `/opgaven/${target.challenge}`,
          label:
            challenge === undefined
              ? target.challenge
              : `${t('challenge.kicker', { number: challenge.number ?? '' })}: ${names.node(target.challenge)}`,
        },
      ]}
    >
      <TargetSentence target={target} found={found} />
      <KeyFigures target={target} found={found} />
      <MeasuredBrief target={target} />
      {target.notModelled !== null && <Paragraph>{tx(target.notModelled)}</Paragraph>}
      <WithSources>
        {(sources) => (
          <>
            <Fan target={target} found={found} observed={sources.observed[id] ?? []} />
            {found?.projected && <BackTestLine indicator={target.indicator} />}
            {target.outcome !== null && target.value !== null && (
              <ul className="plain">
                <li>
                  <A to={`/tafel?doel=${target.id}`}>{t('target.table')}</A>
                </li>
                <li>
                  <A to={`/tafel?doel=${target.id}&vraag=halen`}>{t('target.reach')}</A>
                </li>
              </ul>
            )}
            <MapSlot place="target" target={target.id} />
            {found !== undefined && (
              <div className="two">
                <BindingShares target={target} found={found} />
                <Carried target={target} found={found} />
              </div>
            )}
            <TargetClaims
              claims={sources.claims.filter((claim) => claim.targets.some((other) => other === id))}
            />
            <ConflictsOfTarget target={id} />
            <About target={target} sources={sources} latest={found?.observed?.source ?? null} />
          </>
        )}
      </WithSources>
    </Page>
  );
}
