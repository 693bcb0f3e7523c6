import { useEffect } from 'react';
import { ChartFrame } from '../../../charts/ChartFrame.tsx';
import { FanChart } from '../../../charts/FanChart.tsx';
import { scaled } from '../../../lab/fans.ts';
import type { Lab, LabRun } from '../../../lab/lab.ts';
import { useComputed, useWords } from '../../../lib/hooks.tsx';
import { figures } from './figures.ts';

interface Props {
  readonly lab: Lab;
  readonly run: LabRun;
  /** Full name of the element. */
  readonly element: string;
  readonly today: number;
  /** What to call it; its name in the model if nothing is given. */
  readonly title?: string;
  /** Unit of the region and what a value of the model is times to be in it. */
  readonly unit?: string;
  readonly scale?: number;
  /** Unit as the model writes it, where no unit of the region is given. */
  readonly units?: string;
}

/** One element of the model over all futures. */
export function Plot({ lab, run, element, today, title, unit, scale = 1, units = '' }: Props) {
  const words = useWords();
  const { t, count, lang } = words;
  const computed = useComputed();
  useEffect(() => lab.want([element]), [lab, element]);
  const raw = run.answer?.fans.get(element);
  if (run.broken) return <p role="alert">{t('lab.broken')}</p>;
  if (raw === undefined || run.answer === null) {
    return (
      <p className="loading" role="status">
        {t('lab.running')}
      </p>
    );
  }
  const fan = scaled(raw, scale);
  const bare = figures([...fan.p10, ...fan.p90], lang);
  const suffix = units === '' || units === 'Dmnl' ? '' : ` ${units}`;
  const show = (value: number): string =>
    unit === undefined ? `${bare(value)}${suffix}` : computed.value(value, unit);
  const last = fan.time.length - 1;
  const end = (row: readonly number[]): number => row[last] ?? Number.NaN;
  const name = title ?? element;
  const range =
    unit === undefined
      ? { low: bare(end(fan.p10)), high: show(end(fan.p90)) }
      : computed.range(end(fan.p10), end(fan.p90), unit);
  const single = run.answer.of === 1;
  const finding = single
    ? t('lab.finding.one', { year: String(fan.time[last] ?? ''), value: show(end(fan.p50)) })
    : t('lab.finding', {
        year: String(fan.time[last] ?? ''),
        low: range.low,
        high: range.high,
        middle: show(end(fan.p50)),
        n: count(run.answer.count),
      });
  const rows = fan.time.map((time, k) =>
    single ? [time, fan.p50[k] ?? null] : [time, fan.p10[k] ?? null, fan.p50[k] ?? null, fan.p90[k] ?? null],
  );
  return (
    <ChartFrame
      title={name}
      {...(title === undefined ? { titleLang: 'en' as const } : {})}
      finding={finding}
      file={element.replaceAll(/[^\w]+/g, '-').toLowerCase()}
      data={{
        head: single
          ? [t('chart.time'), t('chart.value')]
          : [t('chart.time'), t('chart.low'), t('chart.median'), t('chart.high')],
        shown: rows.map(([time, ...values]) => [
          String(time),
          ...values.map((v) => (typeof v === 'number' ? show(v) : '')),
        ]),
        csvHead: single ? ['time', 'value'] : ['time', 'p10', 'p50', 'p90'],
        csv: rows,
      }}
      draw={(width, titleId) => (
        <FanChart
          width={width}
          titleId={titleId}
          alt={`${name}. ${finding}`}
          fan={fan}
          observed={[]}
          midPeriod={false}
          single={single}
          target={null}
          read={null}
          horizon={null}
          today={today}
          goal=""
          show={show}
          brief={bare}
          tick={bare}
          words={words}
        />
      )}
    />
  );
}
