import { placeSmallFan } from '@schaalsprong/chart';
import { Paragraph } from '@utrecht/component-library-react';
import { memo, useMemo, useState } from 'react';
import { SmallScene } from '../../charts/SceneView.tsx';
import { BackTestLine } from '../../components/BackTestLine.tsx';
import { A } from '../../components/Link.tsx';
import { useAgenda, useComputed, useNumber, useWords } from '../../lib/hooks.tsx';
import { type Fan, scaled } from '../../model/fans.ts';
import type { ModelSession } from '../../model/model-session.ts';
import { type Lever, Levers } from './Levers.tsx';
import { Plot } from './Plot.tsx';
import { futuresInPage, useLabRun } from './region.tsx';
import { ModelProblems } from './states.tsx';

const leversAtOnce = 6;

interface OutcomeProps {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  /** What a value of the model is times to be in the unit. */
  readonly scale: number;
  readonly fan: Fan | undefined;
  readonly chosen: boolean;
  readonly onChoose: (id: string) => void;
}

/** One outcome, small: where eight of ten futures lie, and what the middle one comes to. */
const OutcomeFan = memo(function OutcomeFan({ id, title, unit, scale, fan, chosen, onChoose }: OutcomeProps) {
  const { value } = useComputed();
  const { t } = useWords();
  const last = fan?.p50.at(-1);
  return (
    <button type="button" className="outcome" aria-pressed={chosen} onClick={() => onChoose(id)}>
      <span className="outcome__title">{title}</span>
      {fan === undefined ? (
        <span className="outcome__empty" />
      ) : (
        <SmallScene className="small-fan" scene={placeSmallFan(scaled(fan, scale))} />
      )}
      <span className="outcome__value">
        {last === undefined
          ? ''
          : t('lab.outcome.end', {
              year: String(fan?.time.at(-1) ?? ''),
              value: value(last * scale, unit),
            })}
      </span>
    </button>
  );
});

/** The region's model under the reader's hand: levers, one large chart, and all outcomes small. */
export function Laboratory({ lab }: { lab: ModelSession }) {
  const { t, tx, count } = useWords();
  const agenda = useAgenda();
  const show = useNumber();
  const run = useLabRun(lab);
  const [chosen, setChosen] = useState<string | undefined>(agenda.outcomes[0]?.id);
  const [all, setAll] = useState(false);
  const outcome = agenda.outcomes.find(({ id }) => id === chosen) ?? agenda.outcomes[0];
  const levers = useMemo(
    () =>
      agenda.measures.map(({ lever, title }): Lever => {
        const own = lab.source.levers[lever.variable] ?? lever.positions.agenda;
        return {
          constant: lever.variable,
          title: tx(title),
          min: lever.min,
          max: lever.max,
          own,
          show: (value) => show(value, lever.unit),
        };
      }),
    [agenda, lab, show, tx],
  );
  const { answer } = run;
  return (
    <>
      <Paragraph>
        {t('lab.lead', { n: count(futuresInPage) })} <A to="/bronnen/aannamen">{t('lab.lead.link')}</A>.
      </Paragraph>
      <p role="status" className="small lab-status">
        {run.problems.length > 0
          ? ''
          : answer === null
            ? t('lab.running')
            : run.busy
              ? t('lab.partial', { n: count(answer.count), of: count(answer.of) })
              : t('lab.done', { n: count(answer.count) })}
      </p>
      {run.problems.length > 0 && <ModelProblems of="run" problems={run.problems} />}
      <div className="laboratory">
        <div>
          <Levers levers={all ? levers : levers.slice(0, leversAtOnce)} lab={lab} run={run} />
          {levers.length > leversAtOnce && (
            <button type="button" className="more-levers" aria-expanded={all} onClick={() => setAll(!all)}>
              {all ? t('lab.levers.less') : t('lab.levers.all', { n: count(levers.length) })}
            </button>
          )}
        </div>
        <div>
          {outcome !== undefined && (
            <Plot
              lab={lab}
              run={run}
              element={outcome.variable}
              title={tx(outcome.title)}
              scale={outcome.scale}
              unit={outcome.unit}
              today={agenda.region.model.today}
            />
          )}
        </div>
      </div>
      <h3 className="outcomes-head">{t('lab.outcomes')}</h3>
      <BackTestLine indicator={null} />
      <div className="outcomes">
        {agenda.outcomes.map(({ id, title, variable, unit, scale }) => (
          <OutcomeFan
            key={id}
            id={id}
            title={tx(title)}
            unit={unit}
            scale={scale}
            fan={answer?.fans.get(variable)}
            chosen={id === outcome?.id}
            onChoose={setChosen}
          />
        ))}
      </div>
    </>
  );
}
