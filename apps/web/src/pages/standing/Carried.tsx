import { type Bar, placeBars } from '@schaalsprong/chart';
import type { Measure, Target, TargetStanding } from '@schaalsprong/wire';
import { Heading2 } from '@utrecht/component-library-react';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import { ThingLink } from '../../components/Things.tsx';
import { useAgenda, useComputed, useNames, useStanding, useUnitTitle, useWords } from '../../lib/hooks.tsx';
import { endOf } from '../../lib/time.ts';

/** Measures drawn; the table behind the chart holds all that change the target. */
const mostBars = 8;

/** Measures of the same challenge that change a target by less than a thousandth, and how many others do. */
function useIdle(target: Target, found: TargetStanding): { near: readonly Measure[]; others: number } {
  const { measures } = useAgenda();
  const moving = new Set(found.carriedBy.map(({ measure }) => measure));
  const about = new Set<string>([target.challenge, ...target.challenges]);
  const idle = measures.filter(({ id }) => !moving.has(id));
  const near = idle.filter(({ nodes }) => nodes.some((node) => about.has(node)));
  return { near, others: idle.length - near.length };
}

/** Which measures of the same challenge do next to nothing for a target, with how long each takes to work. */
function Idle({ target, found }: { target: Target; found: TargetStanding }) {
  const { t, count, period } = useWords();
  const { region } = useAgenda();
  const { near, others } = useIdle(target, found);
  const left = (endOf(target.horizon) ?? region.model.stop) - region.model.today;
  if (near.length + others === 0) return null;
  const rest = others === 0 ? '' : t('target.carried.idle.others', { n: count(others) });
  if (near.length === 0) return <p className="chart__note">{rest}</p>;
  return (
    <div className="chart__note">
      <p>{t('target.carried.idle', { period: period(target.horizon) })}</p>
      <ul>
        {near.map(({ id, leadTimeYears: lead }) => (
          <li key={id}>
            <ThingLink kind="measure" id={id} />
            {lead !== null &&
              lead.value >= left &&
              `: ${t('target.carried.idle.lead', { n: count(lead.value) })}`}
          </li>
        ))}
      </ul>
      {rest !== '' && <p>{rest}</p>}
    </div>
  );
}

/** Which measures bring a target nearer and which work against it, each alone, beside what is lacking. */
export function Carried({ target, found }: { target: Target; found: TargetStanding }) {
  const { t, tx, met, count } = useWords();
  const unitTitle = useUnitTitle();
  const computed = useComputed();
  const names = useNames();
  const { complete } = useStanding();
  if (found.projected === null) return null;
  const top = found.carriedBy[0];
  if (top === undefined) {
    return (
      <section className="chart">
        <Heading2>{t('target.carried')}</Heading2>
        <p>{t(complete ? 'target.carried.none' : 'target.carried.pending')}</p>
        {complete && <Idle target={target} found={found} />}
      </section>
    );
  }
  const signed = (n: number) => computed.difference(n, target.unit, { signed: true });
  /** To the right is nearer to the target, also where that is lower. */
  const wanted = (delta: number) => (target.direction === 'at-least' ? delta : -delta);
  const named = ({ measure, delta }: (typeof found.carriedBy)[number]) =>
    wanted(delta) < 0
      ? t('target.carried.against', { measure: names.measure(measure) })
      : names.measure(measure);
  const finding = t(top.delta > 0 ? 'target.carried.finding' : 'target.carried.findingHigher', {
    measure: names.measure(top.measure),
    delta: computed.difference(Math.abs(top.delta), target.unit),
  });
  const drawn = found.carriedBy.slice(0, mostBars).sort((a, b) => wanted(b.delta) - wanted(a.delta));
  const lacking = found.gap !== null && found.gap < 0 ? -found.gap : 0;
  const bars: readonly Bar[] = [
    ...drawn.map((item) => ({
      key: item.measure,
      label: named(item),
      from: 0,
      to: wanted(item.delta),
      value: signed(item.delta),
      against: wanted(item.delta) < 0,
    })),
    ...(lacking === 0
      ? []
      : [
          {
            key: 'lacking',
            label: t('target.carried.lacking'),
            from: 0,
            to: lacking,
            value: computed.difference(lacking, target.unit),
            lacking: true,
          },
        ]),
  ];
  const of = found.met?.of ?? 0;
  return (
    <ChartFrame
      title={t('target.carried')}
      finding={finding}
      note={[
        t('target.carried.note'),
        ...(found.carriedBy.length > mostBars
          ? [t('target.carried.more', { n: count(mostBars), of: count(found.carriedBy.length) })]
          : []),
      ].join(' ')}
      file={`${target.id}-measures`}
      data={{
        head: [t('target.carried.measure'), t('target.carried.delta'), t('target.carried.without')],
        shown: found.carriedBy.map((item) => [
          named(item),
          signed(item.delta),
          met({ count: item.metWithout, of }),
        ]),
        csvHead: ['measure', 'delta', 'met_without', 'of'],
        csv: found.carriedBy.map((item) => [item.measure, item.delta, item.metWithout, of]),
      }}
      subject={tx(target.title)}
      unit={unitTitle(target.unit)}
      below={<Idle target={target} found={found} />}
      scene={(width) =>
        placeBars(
          {
            name: finding,
            domain: [Math.min(0, ...bars.map(({ to }) => to)), Math.max(0, ...bars.map(({ to }) => to))],
            marks: [],
            bars,
          },
          width,
        )
      }
    />
  );
}
