import { placeFan, valueDomain } from '@schaalsprong/chart';
import { FormLabel, Select, SelectOption } from '@utrecht/component-library-react';
import { useEffect, useId, useMemo, useState } from 'react';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import { useComputed, useUnitTitle, useWords } from '../../lib/hooks.tsx';
import { scaled } from '../../model/fans.ts';
import type { ModelSession, SessionRun } from '../../model/model-session.ts';
import { figures } from './figures.ts';

/** A unit without the range of sensible values that a model may write behind it: `year [0,?]`. */
const bareUnit = (unit: string): string => unit.replace(/\s*\[[^\]]*\]\s*$/, '');

/** How somebody's own model is shown: its times are no years of ours, its names in no language that we know. */
export interface OwnTime {
  /** Unit in which the model counts time. */
  readonly unit: string;
}

interface Shown {
  readonly lab: ModelSession;
  readonly run: SessionRun;
  /** Decimal year in which the reader is; null in a model of their own. */
  readonly today: number | null;
  readonly own?: OwnTime;
  /** Unit as the model writes it, where no unit of the region is given. */
  readonly units?: string;
}

interface Props extends Shown {
  /** Full name of the element. */
  readonly element: string;
  /** What to call it; its name in the model if nothing is given. */
  readonly title?: string;
  /** Unit of the region and what a value of the model is times to be in it. */
  readonly unit?: string;
  readonly scale?: number;
}

const mostMovedNamed = 3;

/** Provenance of a picture: model, number of futures, and the levers that were moved. */
function originOf({ source }: ModelSession, { moved, answer }: SessionRun): string[] {
  const names = Object.keys(moved);
  return [
    ...source.origin(),
    ...(answer === null || answer.of === 1 ? [] : [`n = ${answer.count}`]),
    ...names.slice(0, mostMovedNamed).map((name) => `${name} = ${Number(moved[name]?.toPrecision(6))}`),
    ...(names.length > mostMovedNamed ? [`+ ${names.length - mostMovedNamed}`] : []),
  ];
}

/** One element of the model over all futures. */
export function Plot({ lab, run, element, today, own, title, unit, scale = 1, units = '' }: Props) {
  const { t, count, lang } = useWords();
  const unitTitle = useUnitTitle();
  const computed = useComputed();
  useEffect(() => lab.want([element]), [lab, element]);
  const raw = run.answer?.fans.get(element);
  const fan = useMemo(() => (raw === undefined ? undefined : scaled(raw, scale)), [raw, scale]);
  if (run.broken) return <p role="alert">{t('lab.broken')}</p>;
  if (run.problems.length > 0) return null;
  if (fan === undefined || run.answer === null) {
    return (
      <p className="loading loading--chart" role="status">
        {t('lab.running')}
      </p>
    );
  }
  const bare = figures(valueDomain([...fan.p10, ...fan.p90]), lang);
  const unitShown = bareUnit(units);
  const suffix = /^(dmnl|)$/i.test(unitShown) ? '' : ` ${unitShown}`;
  const show = (value: number): string =>
    unit === undefined ? `${bare(value)}${suffix}` : computed.value(value, unit);
  const end = (row: readonly number[]): number => row.at(-1) ?? Number.NaN;
  const name = title ?? element;
  const range =
    unit === undefined
      ? { low: bare(end(fan.p10)), high: show(end(fan.p90)) }
      : computed.range(end(fan.p10), end(fan.p90), unit);
  const single = run.answer.of === 1;
  const moment = new Intl.NumberFormat(lang, { useGrouping: false, maximumSignificantDigits: 10 });
  const timeIn = bareUnit(own?.unit ?? '');
  const timeUnit = /^(years?|dmnl|)$/i.test(timeIn) ? '' : ` (${timeIn})`;
  const fill = { year: `${moment.format(end(fan.time))}${timeUnit}`, middle: show(end(fan.p50)) };
  const finding = single
    ? t('lab.finding.one', { year: fill.year, value: fill.middle })
    : t(own === undefined ? 'lab.finding' : 'lab.finding.own', {
        ...fill,
        ...range,
        n: count(run.answer.count),
      });
  const rows = fan.time.map((time, k) =>
    single ? [time, fan.p50[k] ?? null] : [time, fan.p10[k] ?? null, fan.p50[k] ?? null, fan.p90[k] ?? null],
  );
  return (
    <ChartFrame
      title={name}
      {...(title === undefined && own === undefined ? { titleLang: 'en' as const } : {})}
      finding={finding}
      file={element.replaceAll(/[^\w]+/g, '-').toLowerCase()}
      origin={originOf(lab, run)}
      data={{
        head: single
          ? [t('chart.time'), t('chart.value')]
          : [t('chart.time'), t('chart.low'), t('chart.median'), t('chart.high')],
        shown: rows.map(([time, ...values]) => [
          typeof time === 'number' ? moment.format(time) : '',
          ...values.map((v) => (typeof v === 'number' ? show(v) : '')),
        ]),
        csvHead: single ? ['time', 'value'] : ['time', 'p10', 'p50', 'p90'],
        csv: rows,
      }}
      unit={unit === undefined ? suffix.trim() : unitTitle(unit)}
      scene={(width) =>
        placeFan(
          {
            name: `${name}. ${finding}`,
            fan,
            single,
            dots: [],
            target: null,
            read: null,
            horizon: null,
            today: today === null ? null : { time: today, label: t('chart.today') },
            show,
            brief: bare,
            tick: bare,
            axisTitle: unit === undefined ? suffix.trim() : unitTitle(unit),
            words: { low: t('chart.low'), median: t('chart.median'), high: t('chart.high') },
          },
          width,
        )
      }
    />
  );
}

interface VariableProps extends Shown {
  readonly variable: { readonly units: string; readonly elements: readonly string[] };
}

/** A variable over all futures; where it has several elements the reader chooses. */
export function PlotOfVariable({ variable, ...shown }: VariableProps) {
  const { t } = useWords();
  const id = useId();
  const [chosen, setChosen] = useState<string | null>(null);
  const element = variable.elements.find((e) => e === chosen) ?? variable.elements[0];
  if (element === undefined) return null;
  return (
    <>
      {variable.elements.length > 1 && (
        <p className="choose-element">
          <FormLabel htmlFor={id}>{t('lab.element')}</FormLabel>{' '}
          <Select
            id={id}
            value={element}
            lang={shown.own === undefined ? 'en' : undefined}
            onChange={(event: { target: { value: string } }) => setChosen(event.target.value)}
          >
            {variable.elements.map((e) => (
              <SelectOption key={e} value={e}>
                {e}
              </SelectOption>
            ))}
          </Select>
        </p>
      )}
      <Plot {...shown} element={element} units={variable.units} />
    </>
  );
}
