import { type RuleBreak, ruleBreaks } from '@schaalsprong/futures/table';
import type { Measure } from '@schaalsprong/wire';
import { Button } from '@utrecht/component-library-react';
import { memo, useCallback, useId, useMemo, useState } from 'react';
import { A } from '../../../components/Link.tsx';
import { useAgenda, useNames, useNumber, useWords } from '../../../lib/hooks.tsx';
import { useTable, useTablePart } from '../context.tsx';
import { Fold } from '../Fold.tsx';
import { useTexts } from '../texts.ts';
import type { Track } from '../why/steps.ts';
import { Budgets } from './Budgets.tsx';
import { type LeverGroup, leverGroups, positionAt, positionsOf } from './grouping.ts';
import { Knob } from './Knob.tsx';
import { LeverHelp } from './LeverHelp.tsx';

/** What a named position is called. */
function usePositionName(): (name: string) => string {
  const { tx } = useWords();
  const { positions } = useAgenda().table;
  return useCallback(
    (name) => {
      const text = positions[name];
      return text === undefined ? name : tx(text);
    },
    [positions, tx],
  );
}

interface LeverProps {
  readonly measure: Measure;
  readonly value: number;
  readonly base: number;
  /** What is wrong with it beside others, one sentence each; joined, so that the same words are the same prop. */
  readonly broken: string;
}

const LeverKnob = memo(function LeverKnob({ measure, value, base, broken }: LeverProps) {
  const { tx } = useWords();
  const c = useTexts();
  const agenda = useAgenda();
  const table = useTable();
  const show = useNumber();
  const called = usePositionName();
  const id = useId();
  const { lever } = measure;
  const positions = useMemo(
    () => positionsOf([measure], Object.keys(agenda.table.positions)),
    [agenda, measure],
  );
  const track = useMemo(
    (): Track => ({ min: lever.min, max: lever.max, marks: [...new Set(Object.values(lever.positions))] }),
    [lever],
  );
  const move = useCallback((of: string, to: number) => table.move({ [of]: to }), [table]);
  const at = positionAt(measure, value);
  const words = show(value, lever.unit, { precise: true });
  const title = tx(measure.title);
  const hasMoved = value !== base;
  return (
    <div className={hasMoved ? 'knob knob--moved' : 'knob'}>
      <Knob
        id={measure.id}
        title={title}
        track={track}
        value={value}
        scale={agenda.region.units[lever.unit]?.scale ?? 1}
        base={base}
        said={at === null ? words : c('knob.at', { value: words, position: called(at) })}
        onMove={move}
        {...(broken === '' ? {} : { describedBy: `${id}-broken` })}
        tools={
          hasMoved && (
            <button
              type="button"
              className="link-button"
              aria-label={c('lever.resetOne', { name: title })}
              onClick={() => table.reset([measure.id])}
            >
              {c('lever.reset')}
            </button>
          )
        }
      />
      <fieldset className="knob__positions">
        <legend className="only-read">{c('lever.positions', { name: title })}</legend>
        {positions.map((name) => (
          <button
            key={name}
            type="button"
            className="chip"
            aria-pressed={lever.positions[name] === value}
            onClick={() => table.position(name, [measure.id])}
          >
            {called(name)}
          </button>
        ))}
      </fieldset>
      {broken !== '' && (
        <p id={`${id}-broken`} className="knob__broken">
          {broken}
        </p>
      )}
      <Fold className="knob__help" summary={c('lever.help')}>
        {() => <LeverHelp measure={measure} />}
      </Fold>
    </div>
  );
});

interface GroupProps {
  readonly group: LeverGroup;
  readonly levers: Readonly<Record<string, number>>;
  readonly base: Readonly<Record<string, number>>;
  readonly broken: ReadonlyMap<string, string>;
  /** Whether it stands open at first. */
  readonly open: boolean;
}

function Group({ group, levers, base, broken, open }: GroupProps) {
  const { tx, count } = useWords();
  const c = useTexts();
  const table = useTable();
  const { challenge, measures, elsewhere } = group;
  const ids = measures.map(({ id }) => id);
  const movedCount = ids.filter((id) => levers[id] !== base[id]).length;
  const brokenCount = ids.filter((id) => broken.has(id)).length;
  const title = challenge === null ? c('group.loose') : tx(challenge.title);
  return (
    <Fold
      className="lever-group"
      open={open}
      summary={
        <>
          {challenge?.number !== undefined && <span className="lever-group__number">{challenge.number}</span>}{' '}
          <span className="lever-group__title">{title}</span>{' '}
          <span className="lever-group__count">
            {movedCount === 0
              ? c(measures.length === 1 ? 'group.levers.one' : 'group.levers', { n: count(measures.length) })
              : c('group.moved', { n: count(movedCount), of: count(measures.length) })}
            {brokenCount > 0 && ` · ${c('group.broken')}`}
          </span>
        </>
      }
    >
      {() => (
        <>
          {measures.length > 1 && (
            <Positions
              measures={measures}
              label={c('group.positions')}
              reset={movedCount > 0 ? () => table.reset(ids) : null}
            />
          )}
          {measures.map((measure) => (
            <LeverKnob
              key={measure.id}
              measure={measure}
              value={levers[measure.id] ?? measure.lever.positions.agenda}
              base={base[measure.id] ?? measure.lever.positions.agenda}
              broken={broken.get(measure.id) ?? ''}
            />
          ))}
          {elsewhere.length > 0 && (
            <ul className="plain small lever-group__elsewhere">
              {elsewhere.map(({ measure, under }) => (
                <li key={measure.id}>
                  {c('group.elsewhere', { name: tx(measure.title), number: under.number ?? tx(under.title) })}
                </li>
              ))}
            </ul>
          )}
          {challenge !== null && (
            <p className="small">
              <A to={`/opgaven/${challenge.id}`}>{c('group.page')}</A>
            </p>
          )}
        </>
      )}
    </Fold>
  );
}

/** Puts several levers at one named position, and back where they began. */
function Positions({
  measures,
  label,
  reset,
}: {
  measures: readonly Measure[];
  label: string;
  reset: (() => void) | null;
}) {
  const c = useTexts();
  const agenda = useAgenda();
  const table = useTable();
  const called = usePositionName();
  const ids = measures.map(({ id }) => id);
  return (
    <fieldset className="group-positions">
      <legend className="small">{label}</legend>
      {positionsOf(measures, Object.keys(agenda.table.positions)).map((name) => (
        <button key={name} type="button" className="chip" onClick={() => table.position(name, ids)}>
          {called(name)}
        </button>
      ))}
      {reset !== null && (
        <button type="button" className="link-button" onClick={reset}>
          {c('group.reset')}
        </button>
      )}
    </fieldset>
  );
}

/** One sentence per rule between measures that the setting breaks, by measure. */
function useBroken(breaks: readonly RuleBreak[]): {
  readonly sentences: readonly string[];
  readonly byMeasure: ReadonlyMap<string, string>;
} {
  const { tx } = useWords();
  const c = useTexts();
  const names = useNames();
  const { rules } = useAgenda().table;
  return useMemo(() => {
    const sentences: string[] = [];
    const byMeasure = new Map<string, string>();
    for (const broken of breaks) {
      if (broken.kind === 'budget') continue;
      const reason = rules[broken.rule]?.reason;
      const said = [
        c(`rule.${broken.kind}`, {
          measure: names.measure(broken.measure),
          other: names.measure(broken.other),
        }),
        ...(reason === undefined ? [] : [tx(reason)]),
      ].join(' ');
      sentences.push(said);
      for (const id of [broken.measure, broken.other]) {
        byMeasure.set(id, [byMeasure.get(id), said].filter((text) => text !== undefined).join(' '));
      }
    }
    return { sentences, byMeasure };
  }, [breaks, rules, c, tx, names]);
}

/** All levers by opgave, what they ask together, and the ways back. */
export function Levers() {
  const { tx, count } = useWords();
  const c = useTexts();
  const agenda = useAgenda();
  const table = useTable();
  const { levers } = useTablePart((state) => state.setting);
  const base = useTablePart((state) => state.base).levers;
  const setting = useTablePart((state) => state.setting);
  const groups = useMemo(() => leverGroups(agenda), [agenda]);
  // Where levers are above the outcomes, all of them open would hide what they do.
  const [open] = useState(() => !globalThis.matchMedia('(width < 56rem)').matches);
  const breaks = useMemo(() => ruleBreaks(agenda, setting), [agenda, setting]);
  const broken = useBroken(breaks);
  const movedCount = agenda.measures.filter(({ id }) => levers[id] !== base[id]).length;
  return (
    <>
      <p className="small" role="status">
        {movedCount === 0
          ? c('levers.moved.none', { of: count(agenda.measures.length) })
          : c(movedCount === 1 ? 'levers.moved.one' : 'levers.moved', {
              n: count(movedCount),
              of: count(agenda.measures.length),
            })}
      </p>
      <Fold className="all-levers" summary={c('levers.all')}>
        {() => (
          <>
            <Positions measures={agenda.measures} label={c('levers.positions')} reset={null} />
            <fieldset className="group-positions">
              <legend className="small">{c('levers.scenario')}</legend>
              {agenda.scenarios.map(({ id, title }) => (
                <button key={id} type="button" className="chip" onClick={() => table.load({ scenario: id })}>
                  {tx(title)}
                </button>
              ))}
            </fieldset>
          </>
        )}
      </Fold>
      {movedCount > 0 && (
        <Button appearance="secondary-action-button" onClick={() => table.reset('all')}>
          {c('levers.resetAll')}
        </Button>
      )}
      {broken.sentences.length > 0 && (
        <div className="rules-broken" role="status">
          <p>
            <strong>
              {c(broken.sentences.length === 1 ? 'rules.title.one' : 'rules.title', {
                n: count(broken.sentences.length),
              })}
            </strong>
          </p>
          <ul className="plain">
            {broken.sentences.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </div>
      )}
      {groups.map((group) => {
        const id = group.challenge?.id ?? '';
        return (
          <Group key={id} group={group} levers={levers} base={base} broken={broken.byMeasure} open={open} />
        );
      })}
      <Budgets levers={levers} />
    </>
  );
}
