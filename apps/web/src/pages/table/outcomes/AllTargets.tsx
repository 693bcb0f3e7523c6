import { placeFanMark } from '@schaalsprong/chart';
import type { TableTarget } from '@schaalsprong/futures/table';
import type { Target } from '@schaalsprong/wire';
import { Heading2 } from '@utrecht/component-library-react';
import { memo, useDeferredValue } from 'react';
import { SmallScene } from '../../../charts/SceneView.tsx';
import { Kind } from '../../../components/Kind.tsx';
import { A } from '../../../components/Link.tsx';
import { StatusMark } from '../../../components/StatusMark.tsx';
import { nodesOfLevel } from '../../../lib/agenda.ts';
import { useAgenda, useWords } from '../../../lib/hooks.tsx';
import { statusOfMet } from '../../../lib/standing.ts';
import { endOf } from '../../../lib/time.ts';
import { useTablePart } from '../context.tsx';
import { Fold } from '../Fold.tsx';
import { useTexts } from '../texts.ts';
import { MetDifference } from './Change.tsx';
import { targetChange } from './changes.ts';
import { type FirstBand, type FirstTarget, useFirstAnswer } from './preview.ts';

interface Props {
  readonly target: Target;
  readonly found: TableTarget | FirstTarget | null;
  readonly before: TableTarget | null;
  readonly band: FirstBand | null;
  /** The period at which targets are read; null for the horizon of each. */
  readonly year: string | null;
  readonly onShow: ((outcome: string) => void) | null;
}

/** One target, small: how it stands, its fan with the line of the target, and how that differs. */
const SmallTarget = memo(function SmallTarget({ target, found, before, band, year, onShow }: Props) {
  const { tx, met } = useWords();
  const c = useTexts();
  const horizon = endOf(target.horizon);
  const counted = found?.met ?? null;
  const { outcome } = target;
  const isElsewhere = year !== null && year !== target.horizon;
  const change =
    found !== null && 'values' in found && before !== null && before !== found
      ? targetChange(target, found, before)
      : null;
  const more = change?.more ?? null;
  return (
    <li className="small-target">
      <p className="small-target__title">
        <A to={`/doelen/${target.id}`}>{tx(target.title)}</A>
      </p>
      {outcome === null ? (
        <>
          <StatusMark status="unknown" />
          {target.notModelled !== null && (
            <Fold className="small" summary={c('targets.whyNot')}>
              {() => tx(target.notModelled ?? { nl: '', en: '' })}
            </Fold>
          )}
        </>
      ) : (
        <>
          {target.value !== null && horizon !== null && (
            <div className="small-target__spark">
              {band !== null && (
                <SmallScene className="spark" scene={placeFanMark(band, { value: target.value, horizon })} />
              )}
            </div>
          )}
          <p className="small-target__met">
            {counted === null ? (
              <span className="muted">
                {c(target.value === null ? 'outcome.noNumber' : 'outcome.waiting')}
              </span>
            ) : (
              <>
                <StatusMark status={statusOfMet(counted)} quiet={isElsewhere} />
                <span className="figure">
                  {isElsewhere
                    ? c('targets.inYear', { year, met: met(counted), horizon: target.horizon })
                    : met(counted)}
                </span>
              </>
            )}
          </p>
          <p className="small-target__more">
            {more !== null && <MetDifference more={more} isNoise={change?.isCounted !== true} />}
          </p>
          {onShow !== null && (
            <button
              type="button"
              className="link-button"
              aria-label={c('targets.showOf', { name: tx(target.title) })}
              onClick={() => onShow(outcome)}
            >
              {c('targets.show')}
            </button>
          )}
        </>
      )}
    </li>
  );
});

/** All targets of the agenda at once, by pillar, also those that are not modelled. */
export function AllTargets({ onShow }: { onShow: ((outcome: string) => void) | null }) {
  const { t, tx, metOf, count } = useWords();
  const c = useTexts();
  const agenda = useAgenda();
  const first = useFirstAnswer();
  const answer = useDeferredValue(useTablePart((state) => state.answer));
  const seen = answer ?? first;
  const compared = useDeferredValue(useTablePart((state) => state.compared));
  const year = useTablePart((state) => state.year);
  const before = compared !== null && compared.answer.count === answer?.count ? compared.answer : null;
  return (
    <section className="block" aria-labelledby="alle-doelen">
      <Heading2 id="alle-doelen" tabIndex={-1}>
        {c('targets.title', { n: count(agenda.targets.length) })}
      </Heading2>
      {answer !== null && (
        <p>
          {year === null
            ? c('targets.allMet', { met: metOf(answer.allMet) })
            : c('targets.allMet.year', { year, met: metOf(answer.allMet) })}{' '}
          <Kind of="computed" />
        </p>
      )}
      {year !== null && <p>{c('targets.year', { year })}</p>}
      {nodesOfLevel(agenda, 'pillar').map((pillar) => (
        <section key={pillar.id}>
          <h3 className="targets-pillar">{tx(pillar.title)}</h3>
          <ul className="small-targets">
            {agenda.targets
              .filter((target) => target.pillar === pillar.id)
              .map((target) => (
                <SmallTarget
                  key={target.id}
                  target={target}
                  found={seen?.targets.find(({ id }) => id === target.id) ?? null}
                  before={before?.targets.find(({ id }) => id === target.id) ?? null}
                  year={year}
                  band={target.outcome === null ? null : (seen?.bands[target.outcome] ?? null)}
                  onShow={onShow}
                />
              ))}
          </ul>
        </section>
      ))}
      <p className="small">{t('status.bounds')}</p>
    </section>
  );
}
