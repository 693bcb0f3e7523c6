import { type Contribution, placeContributions } from '@schaalsprong/chart';
import type { Target } from '@schaalsprong/wire';
import { Button } from '@utrecht/component-library-react';
import { ChartFrame } from '../../../charts/ChartFrame.tsx';
import { A } from '../../../components/Link.tsx';
import { DataTable } from '../../../components/Table.tsx';
import {
  useAgenda,
  useComputed,
  useNames,
  useResource,
  useUnitTitle,
  useWords,
} from '../../../lib/hooks.tsx';
import { sourcesResource } from '../../../lib/resource.ts';
import type { Why, WhyFurther } from '../../../table/contract.ts';
import { useTableIfAny } from '../context.tsx';
import { Fold } from '../Fold.tsx';
import { useSeenDifference } from '../outcomes/Change.tsx';
import { useOrigin, useSettingAddress } from '../outcomes/origin.ts';
import { Waiting } from '../outcomes/Waiting.tsx';
import { useTexts } from '../texts.ts';
import { useQuestion } from './use-question.ts';

type Player = Why['players'][number];

/** Contributions that are drawn apart; the rest is drawn as one. */
const drawnApart = 9;

/** Causes further back than this fold: the first steps say which flow made the difference. */
const shownAtFirst = 3;

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
          <CauseLines lines={asked.answer.causes.filter(({ depth }) => depth <= shownAtFirst)} />
          {asked.answer.causes.some(({ depth }) => depth > shownAtFirst) && (
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

/** What each player contributed, the largest first, and the steps of the chart: the small ones as one, and the total. */
function useContributions(why: Why, target: Target) {
  const { tx, count } = useWords();
  const c = useTexts();
  const names = useNames();
  const { difference } = useComputed();
  const sources = useResource(sourcesResource).value;
  const nameOf = ({ kind, id }: Player): string => {
    if (kind === 'lever') return names.measure(id);
    if (kind === 'timing') return c('why.timing', { name: names.measure(id) });
    if (kind === 'viewpoint') return c('why.viewpoint');
    const known = sources?.uncertainties.find((uncertainty) => uncertainty.id === id);
    return known === undefined ? id : tx(known.title);
  };
  const signed = (value: number): string => difference(value, target.unit, { signed: true });
  const wanted = target.direction === 'at-least' ? 1 : -1;
  const isBetter = (value: number): boolean => value * wanted >= 0;
  const players = [...why.players].sort((a, b) => Math.abs(b.value) - Math.abs(a.value));
  const rest = players.slice(drawnApart);
  const steps: readonly Contribution[] = [
    ...players.slice(0, drawnApart).map((player) => ({
      key: `${player.kind} ${player.id}`,
      label: nameOf(player),
      value: player.value,
      said:
        player.error > 0
          ? `${signed(player.value)} (± ${difference(player.error, target.unit)})`
          : signed(player.value),
      error: player.error,
      total: false,
      better: isBetter(player.value),
    })),
    ...(rest.length === 0
      ? []
      : [rest.reduce((sum, { value }) => sum + value, 0)].map((value) => ({
          key: 'rest',
          label: c('why.rest', { n: count(rest.length) }),
          value,
          said: signed(value),
          error: 0,
          total: false,
          better: isBetter(value),
        }))),
    {
      key: 'total',
      label: c('why.total'),
      value: why.total,
      said: signed(why.total),
      error: 0,
      total: true,
      better: isBetter(why.total),
    },
  ];
  return { players, steps, nameOf, signed };
}

/** Limits of which the part in the shortfall changed. */
function LimitsTable({ limits, unit }: { limits: Why['limits']; unit: string }) {
  const c = useTexts();
  const names = useNames();
  const { value } = useComputed();
  return (
    <DataTable
      caption={c('why.limits')}
      rows={limits}
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
          cell: ({ before }) => value(before, unit),
        },
        {
          key: 'after',
          head: c('why.limits.after'),
          numeric: true,
          cell: ({ after }) => value(after, unit),
        },
      ]}
    />
  );
}

/** Why did it change: what each move contributed, and which limits held back more or less. */
export function WhyChanged({ why, stale }: { why: Why; stale: boolean }) {
  const target = useAgenda().targetById.get(why.target);
  return target === undefined ? null : <ChangeOf why={why} target={target} stale={stale} />;
}

function ChangeOf({ why, target, stale }: { why: Why; target: Target; stale: boolean }) {
  const { tx, count } = useWords();
  const c = useTexts();
  const names = useNames();
  const isSeen = useSeenDifference();
  const origin = useOrigin();
  const address = useSettingAddress();
  const unitTitle = useUnitTitle();
  const { players, steps, nameOf, signed } = useContributions(why, target);
  // What shows the same number twice explains nothing.
  const moved = why.limits.filter(({ before, after }) => isSeen(after - before, why.limitUnit));
  const finding = tx(why.sentence);
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
            shown: players.map((player) => [nameOf(player), signed(player.value)]),
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
          origin={origin}
          address={address}
          subject={names.target(why.target)}
          unit={unitTitle(target.unit)}
          scene={(width) =>
            placeContributions({ name: `${names.target(why.target)}. ${finding}`, steps }, width)
          }
        />
      )}
      {why.limits.length > 0 && moved.length === 0 && <p>{c('why.limits.same')}</p>}
      {moved.length > 0 && <LimitsTable limits={moved} unit={why.limitUnit} />}
      {moved.length > 0 && moved.length < why.limits.length && (
        <p className="small">{c('why.limits.rest')}</p>
      )}
      <Further target={why.target} stale={stale} />
    </>
  );
}
