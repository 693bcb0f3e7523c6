import { type RuleBreak, ruleBreaks } from '@schaalsprong/futures/table';
import { Button } from '@utrecht/component-library-react';
import { useId, useMemo, useState } from 'react';
import { useAgenda, useNames, useWords } from '../../../lib/hooks.tsx';
import { roves, useRoving } from '../../../lib/roving.ts';
import { useTable, useTablePart } from '../context.tsx';
import { Fold } from '../Fold.tsx';
import type { Shown } from '../outcomes/shown.ts';
import { useTexts } from '../texts.ts';
import { Budgets } from './Budgets.tsx';
import { useSeenEffects } from './effects.ts';
import { isMovedFrom, leverGroups } from './grouping.ts';
import { useIdle } from './idle.ts';
import { groupItem, LeverGroup } from './LeverGroup.tsx';
import { Positions } from './Positions.tsx';
import { useSpot } from './spot.ts';

/** Id of what is done to all levers at once, among the items of the list. */
const allItem = 'all';

/** How many levers were moved, and what can be done to all of them. Its height does not depend on that. */
function AllLevers({ active }: { active: string }) {
  const { tx, count } = useWords();
  const c = useTexts();
  const agenda = useAgenda();
  const table = useTable();
  const setting = useTablePart((state) => state.setting);
  const base = useTablePart((state) => state.base);
  const movedCount = agenda.measures.filter(({ id }) => isMovedFrom(id, setting, base)).length;
  return (
    <>
      <div className="all-levers__state">
        <p className="small" role="status">
          {movedCount === 0
            ? c('levers.moved.none', { of: count(agenda.measures.length) })
            : c(movedCount === 1 ? 'levers.moved.one' : 'levers.moved', {
                n: count(movedCount),
                of: count(agenda.measures.length),
              })}
        </p>
        <Button
          appearance="secondary-action-button"
          disabled={movedCount === 0}
          onClick={() => table.reset('all')}
        >
          {c('levers.resetAll')}
        </Button>
      </div>
      <Fold
        className="all-levers"
        summary={c('levers.all')}
        // An item of the list, before the first group: one stop less on the way to a lever.
        handle={{ ...roves(allItem), tabIndex: active === allItem ? 0 : -1 }}
      >
        {() => (
          <>
            <Positions measures={agenda.measures} label={c('levers.positions')} />
            <fieldset className="positions">
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
    </>
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

/** All levers by opgave, one row each; below them what they ask together and what does not fit. */
export function Levers({ shown }: { readonly shown: Shown }) {
  const { count } = useWords();
  const c = useTexts();
  const agenda = useAgenda();
  const base = useTablePart((state) => state.base);
  const setting = useTablePart((state) => state.setting);
  const groups = useMemo(() => leverGroups(agenda), [agenda]);
  // Where levers are above the outcomes, all of them open would hide what they do.
  const [open] = useState(() => !globalThis.matchMedia('(width < 56rem)').matches);
  const breaks = useMemo(() => ruleBreaks(agenda, setting), [agenda, setting]);
  const broken = useBroken(breaks);
  const idle = useIdle(shown);
  const { target } = useSpot();
  const seen = useSeenEffects();
  const marked = useMemo(
    () =>
      new Set(
        [...(seen ?? [])].flatMap(([id, effects]) =>
          effects.some((effect) => effect.target === target) ? [id] : [],
        ),
      ),
    [seen, target],
  );
  const [first] = groups;
  const { active, list } = useRoving(
    first === undefined ? '' : open ? (first.measures[0]?.id ?? '') : groupItem(first),
  );
  const keys = useId();
  return (
    <>
      <div {...list}>
        <AllLevers active={active} />
        <fieldset className="levers" aria-labelledby="knoppen" aria-describedby={keys}>
          {groups.map((group) => (
            <LeverGroup
              key={groupItem(group)}
              group={group}
              setting={setting}
              base={base}
              broken={broken.byMeasure}
              idle={idle}
              marked={marked}
              open={open}
              active={active}
            />
          ))}
        </fieldset>
      </div>
      <p id={keys} className="small levers__keys">
        {c('levers.keys')}
      </p>
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
      <Budgets levers={setting.levers} />
    </>
  );
}
