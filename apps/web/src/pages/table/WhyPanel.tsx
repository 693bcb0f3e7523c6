import { Button } from '@utrecht/component-library-react';
import { scaleLinear } from 'd3-scale';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import { Plot } from '../../charts/Plot.tsx';
import { A } from '../../components/Link.tsx';
import { DataTable } from '../../components/Table.tsx';
import { useAgenda, useComputed, useNames, useResource, useWords } from '../../lib/hooks.tsx';
import { sourcesResource } from '../../lib/resource.ts';
import type { Why, WhyFurther } from '../../table/face.ts';
import { useSeenDifference } from './Change.tsx';
import { useTableIfAny } from './context.tsx';
import { Fold } from './Fold.tsx';
import { useTexts } from './texts.ts';
import { useQuestion } from './useQuestion.ts';
import { Waiting } from './Waiting.tsx';

type Player = Why['players'][number];

/** Contributions that are drawn apart; the rest is drawn as one. */
const drawnApart = 9;

interface Step {
  readonly key: string;
  readonly label: string;
  readonly value: number;
  readonly said: string;
  /** Standard error; 0 where exact, and for a total. */
  readonly error: number;
  /** Begins at zero: the sum of all before it. */
  readonly total: boolean;
}

/** Below this width a name and its number do not fit beside each other. */
const roomForBoth = 420;

/** From nothing to the whole change, one contribution after the other. */
function Waterfall({
  width,
  titleId,
  alt,
  steps,
  better,
}: {
  width: number;
  titleId: string;
  alt: string;
  steps: readonly Step[];
  /** Whether a change of this sign is wanted. */
  better: (value: number) => boolean;
}) {
  let sum = 0;
  const placed = steps.map((step) => {
    const from = step.total ? 0 : sum;
    sum = step.total ? sum : sum + step.value;
    return { ...step, from, to: step.total ? step.value : sum };
  });
  const ends = placed.flatMap(({ from, to, error }) => [from, to - error, to + error]);
  const x = scaleLinear()
    .domain([Math.min(0, ...ends), Math.max(0, ...ends)])
    .nice()
    .range([6, width - 6]);
  const under = width < roomForBoth ? 16 : 0;
  const row = 36 + under;
  const height = placed.length * row + 4;
  return (
    <Plot width={width} height={height} titleId={titleId} alt={alt}>
      {placed.map(({ key, label, said, value, error, total, from, to }, i) => {
        const top = i * row;
        const bar = top + 18 + under;
        const [left, right] = [x(Math.min(from, to)), x(Math.max(from, to))];
        return (
          <g key={key}>
            <text className={total ? 'label label--strong' : 'label'} x={4} y={top + 13}>
              {label}
            </text>
            <text className="label label--strong" x={width - 4} y={top + 13 + under} textAnchor="end">
              {said}
            </text>
            <rect
              className={better(value) ? 'bar' : 'bar bar--against'}
              x={left}
              y={bar}
              width={Math.max(1, right - left)}
              height={11}
            />
            {error > 0 && (
              <path
                className="axis"
                d={`M${x(to - error)} ${bar + 5.5}H${x(to + error)}M${x(to - error)} ${bar + 2}v7M${x(to + error)} ${bar + 2}v7`}
              />
            )}
            <line className="axis" x1={x(0)} x2={x(0)} y1={bar - 2} y2={bar + 13} />
          </g>
        );
      })}
    </Plot>
  );
}

/** Causes further back than this fold: the first steps say which flow made the difference. */
const toldAtFirst = 3;

/** One cause a line, the deeper the further in. */
function CauseLines({ lines }: { lines: WhyFurther['causes'] }) {
  const { tx } = useWords();
  return (
    <ul className="plain why-further__causes">
      {lines.map(({ depth, text }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of one answer, which never change their places.
        <li key={i} style={{ marginInlineStart: `${depth}rem` }}>
          {tx(text)}
        </li>
      ))}
    </ul>
  );
}

/** What lies behind the change, asked for apart: it takes seconds. */
function Further({ target, stale }: { target: string; stale: boolean }) {
  const { tx, count } = useWords();
  const c = useTexts();
  const table = useTableIfAny();
  const { asked, ask, stop } = useQuestion<WhyFurther>();
  if (table === null) return null;
  const go = (): void => ask((follow) => table.further(target, follow));
  return (
    <div className="why-further">
      {asked.phase === 'rest' && (
        <Button appearance="secondary-action-button" disabled={stale} onClick={go}>
          {c('further.ask')}
        </Button>
      )}
      <Waiting asked={asked} stop={stop} again={go} />
      {asked.phase === 'done' && (
        <>
          <h5 role="status">{c('further.choice')}</h5>
          <p>{tx(asked.answer.choice)}</p>
          <h5>{c('further.causes')}</h5>
          <CauseLines lines={asked.answer.causes.filter(({ depth }) => depth <= toldAtFirst)} />
          {asked.answer.causes.some(({ depth }) => depth > toldAtFirst) && (
            <Fold summary={c('further.all', { n: count(asked.answer.causes.length) })}>
              {() => <CauseLines lines={asked.answer.causes} />}
            </Fold>
          )}
          <p className="small">
            {c('further.note')} <A to="/bronnen/model">{c('further.model')}</A>
          </p>
        </>
      )}
    </div>
  );
}

/** Why did it change: what each move contributed, and which limits held back more or less. */
export function WhyChanged({ why, stale }: { why: Why; stale: boolean }) {
  const { tx, count } = useWords();
  const c = useTexts();
  const agenda = useAgenda();
  const names = useNames();
  const { difference, value: shown } = useComputed();
  const isSeen = useSeenDifference();
  const sources = useResource(sourcesResource).value;
  const target = agenda.targetById.get(why.target);
  if (target === undefined) return null;
  const called = ({ kind, id }: Player): string => {
    if (kind === 'lever') return names.measure(id);
    if (kind === 'viewpoint') return c('why.viewpoint');
    const known = sources?.uncertainties.find((uncertainty) => uncertainty.id === id);
    return known === undefined ? id : tx(known.title);
  };
  const said = (value: number): string => difference(value, target.unit, { signed: true });
  const players = [...why.players].sort((a, b) => Math.abs(b.value) - Math.abs(a.value));
  const rest = players.slice(drawnApart);
  const steps: readonly Step[] = [
    ...players.slice(0, drawnApart).map((player) => ({
      key: `${player.kind} ${player.id}`,
      label: called(player),
      value: player.value,
      said:
        player.error > 0
          ? `${said(player.value)} (± ${difference(player.error, target.unit)})`
          : said(player.value),
      error: player.error,
      total: false,
    })),
    ...(rest.length === 0
      ? []
      : [rest.reduce((sum, { value }) => sum + value, 0)].map((value) => ({
          key: 'rest',
          label: c('why.rest', { n: count(rest.length) }),
          value,
          said: said(value),
          error: 0,
          total: false,
        }))),
    { key: 'total', label: c('why.total'), value: why.total, said: said(why.total), error: 0, total: true },
  ];
  // What shows the same number twice explains nothing.
  const moved = why.limits.filter(({ before, after }) => isSeen(after - before, target.unit));
  const finding = tx(why.sentence);
  const wanted = target.direction === 'at-least' ? 1 : -1;
  return (
    <>
      <p className="finding">{finding}</p>
      {players.some(({ value }) => isSeen(value, target.unit)) && (
        <ChartFrame
          title={c('why.drawing')}
          finding={finding}
          within
          file={`waarom-${why.target}`}
          note={c(why.exact ? 'why.exact' : 'why.drawn', { n: count(why.runs) })}
          data={{
            head: [c('why.head.what'), c('why.head.contribution')],
            shown: players.map((player) => [called(player), said(player.value)]),
            csvHead: ['target', 'kind', 'id', 'contribution', 'standard_error', 'unit'],
            csv: players.map(({ kind, id, value, error }) => [
              why.target,
              kind,
              id,
              value,
              error,
              target.unit,
            ]),
          }}
          draw={(width, titleId) => (
            <Waterfall
              width={Math.min(width, 560)}
              titleId={titleId}
              alt={`${names.target(why.target)}. ${finding}`}
              steps={steps}
              better={(value) => value * wanted >= 0}
            />
          )}
        />
      )}
      {why.limits.length > 0 && moved.length === 0 && <p>{c('why.limits.same')}</p>}
      {moved.length > 0 && (
        <DataTable
          caption={c('why.limits')}
          rows={moved}
          rowKey={({ constraint }) => constraint}
          columns={[
            {
              key: 'constraint',
              head: c('why.limits.constraint'),
              names: true,
              cell: ({ constraint }) => names.constraint(constraint),
            },
            {
              key: 'before',
              head: c('why.limits.before'),
              numeric: true,
              cell: ({ before }) => shown(before, target.unit),
            },
            {
              key: 'after',
              head: c('why.limits.after'),
              numeric: true,
              cell: ({ after }) => shown(after, target.unit),
            },
          ]}
        />
      )}
      {moved.length > 0 && moved.length < why.limits.length && (
        <p className="small">{c('why.limits.rest')}</p>
      )}
      <Further target={why.target} stale={stale} />
    </>
  );
}
