import { askedOf } from '@schaalsprong/futures/table';
import { memo } from 'react';
import { SourceName } from '../../../components/Sources.tsx';
import { useAgenda, useNames, useNumber, useResource, useWords } from '../../../lib/hooks.tsx';
import { sourcesResource } from '../../../lib/resource.ts';
import { Fold } from '../Fold.tsx';
import { useTexts } from '../texts.ts';

type Budget = ReturnType<typeof useAgenda>['table']['budgets'][number];

interface Props {
  readonly budget: Budget;
  readonly levers: Readonly<Record<string, number>>;
}

/** What measures ask of one budget together, against what there is. More than there is may be asked; the page says so. */
function BudgetBar({ budget, levers }: Props) {
  const { tx } = useWords();
  const c = useTexts();
  const show = useNumber();
  const names = useNames();
  const sources = useResource(sourcesResource).value?.sources ?? [];
  const parts = budget.measures.map(({ measure, per }) => ({ measure, asked: per * (levers[measure] ?? 0) }));
  const asked = askedOf(budget.measures, { levers });
  const over = asked > budget.most;
  const widest = Math.max(asked, budget.most);
  const money = (value: number): string => show(value, budget.unit, { precise: true });
  return (
    <section className={over ? 'budget budget--over' : 'budget'} aria-label={tx(budget.title)}>
      <p className="budget__title">{tx(budget.title)}</p>
      <svg className="budget__bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
        <rect className="metbar__all" width={(budget.most / widest) * 100} height="10" />
        <rect className="bar" y="2" width={(Math.min(asked, budget.most) / widest) * 100} height="6" />
        {over && (
          <rect
            className="bar bar--against"
            x={(budget.most / widest) * 100}
            y="2"
            width={((asked - budget.most) / widest) * 100}
            height="6"
          />
        )}
      </svg>
      <p className="small" role={over ? 'alert' : undefined}>
        {over
          ? c('budget.over', {
              asked: money(asked),
              most: money(budget.most),
              over: money(asked - budget.most),
            })
          : c('budget.within', { asked: money(asked), most: money(budget.most) })}
      </p>
      <Fold className="small" summary={c('budget.more')}>
        {() => (
          <>
            <ul className="plain">
              {parts.map(({ measure, asked: of }) => (
                <li key={measure}>
                  {names.measure(measure)}: <span className="figure">{money(of)}</span>
                </li>
              ))}
            </ul>
            <p>{tx(budget.reason)}</p>
            <p>
              {c('help.source')}: <SourceName text={budget.source} sources={sources} />
            </p>
          </>
        )}
      </Fold>
    </section>
  );
}

/** Budgets that several measures draw on. */
export const Budgets = memo(function Budgets({ levers }: Pick<Props, 'levers'>) {
  const { budgets } = useAgenda().table;
  return budgets.map((budget) => <BudgetBar key={budget.id} budget={budget} levers={levers} />);
});
