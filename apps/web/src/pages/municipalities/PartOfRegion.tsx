import { placeFan, valuesOfFan } from '@schaalsprong/chart';
import type { MunicipalityResponse } from '@schaalsprong/wire';
import { Paragraph } from '@utrecht/component-library-react';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import { BackTestLine } from '../../components/BackTestLine.tsx';
import { Kind } from '../../components/Kind.tsx';
import { useAgenda, useAxis, useComputed, useNumber, useUnitTitle, useWords } from '../../lib/hooks.tsx';
import { Part } from '../things/layout.tsx';
import { useTexts } from './texts.ts';

type OutcomeOfPart = MunicipalityResponse['outcomes'][number];

/** The fan of one outcome of a part of the region, read at the end of the year of the target. */
function Fan({ outcome, year, part }: { outcome: OutcomeOfPart; year: number; part: string }) {
  const { t, tx } = useWords();
  const c = useTexts();
  const axisOf = useAxis();
  const computed = useComputed();
  const show = useNumber();
  const unitTitle = useUnitTitle();
  const { region } = useAgenda();
  const { title, unit, time, p10, p50, p90 } = outcome;
  const at = time.findIndex((moment) => moment >= year + 1 - 1e-6);
  const [low, middle, high] = [p10[at], p50[at], p90[at]];
  if (low === undefined || middle === undefined || high === undefined) return null;
  const fan = { time, p10, p50, p90 };
  const finding = c('part.finding', {
    year: String(year),
    p50: computed.value(middle, unit),
    p10: computed.range(low, high, unit).low,
    p90: computed.value(high, unit),
  });
  const axis = axisOf(valuesOfFan({ fan, dots: [], target: null }), unit);
  return (
    <ChartFrame
      within
      title={tx(title)}
      finding={finding}
      file={outcome.outcome}
      subject={`${part}: ${tx(title)}`}
      unit={unitTitle(unit)}
      data={{
        head: [t('chart.period'), t('chart.value'), t('chart.low'), t('chart.high')],
        shown: time.flatMap((moment, i) =>
          Number.isInteger(moment)
            ? [
                [
                  t('target.horizon', { period: String(moment - 1) }),
                  ...[p50, p10, p90].map((of) => show(of[i] ?? Number.NaN, unit)),
                ],
              ]
            : [],
        ),
        csvHead: ['time', 'p50', 'p10', 'p90'],
        csv: time.map((moment, i) => [moment, p50[i] ?? null, p10[i] ?? null, p90[i] ?? null]),
      }}
      below={<p className="small">{finding}</p>}
      scene={(width) =>
        placeFan(
          {
            name: `${part}: ${tx(title)}. ${finding}`,
            fan,
            single: false,
            dots: [],
            target: null,
            read: { p10: low, p50: middle, p90: high },
            horizon: { time: year + 1, label: t('target.horizon', { period: String(year) }) },
            today: { time: region.model.today, label: t('chart.today') },
            show: (n) => computed.value(n, unit),
            brief: (n) => show(n, unit, { bare: true, rounded: true }),
            tick: axis.tick,
            axisTitle: axis.title,
            top: 'high',
            words: { low: t('chart.low'), median: t('chart.median'), high: t('chart.high') },
          },
          width,
        )
      }
    />
  );
}

/** What the model computes of the part of the region that a municipality lies in: of the part, not of the municipality. */
export function PartOfRegion({ municipality }: { municipality: MunicipalityResponse }) {
  const { count, list } = useWords();
  const c = useTexts();
  const { computed, homes, name, outcomes, part } = municipality;
  if (part === null) return null;
  return (
    <Part title={c('part.title', { part: part.name })}>
      <Paragraph>
        {c('part.note', { part: part.name, n: count(part.municipalities.length), name })}{' '}
        {c('part.members', { names: list(part.municipalities) })} <Kind of="computed" />
      </Paragraph>
      {outcomes.length === 0 ? (
        <Paragraph>{c(computed ? 'part.none' : 'part.pending')}</Paragraph>
      ) : (
        <>
          {outcomes.map((outcome) => (
            <Fan key={outcome.outcome} outcome={outcome} year={homes?.to ?? lastYear} part={part.name} />
          ))}
          <BackTestLine indicator={homes?.indicator ?? null} />
        </>
      )}
    </Part>
  );
}

/** The year at which a band is read where the region names no year for its homes. */
const lastYear = 2030;
