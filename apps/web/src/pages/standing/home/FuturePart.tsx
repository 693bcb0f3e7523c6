import { placeFutures } from '@schaalsprong/chart';
import { Heading2 } from '@utrecht/component-library-react';
import { SmallScene } from '../../../charts/SceneView.tsx';
import { BackTestLine } from '../../../components/BackTestLine.tsx';
import { A } from '../../../components/Link.tsx';
import { type StandingState, useAgenda, useNumber, useWords } from '../../../lib/hooks.tsx';

/** Pixels that the small picture is drawn at; it scales with its column. */
const pictureWidth = 340;

/** What a future is: one sentence and a few real ones of one target; and how the model did in the past. */
export function FuturePart({ standing }: { standing: StandingState }) {
  const { t, count } = useWords();
  const futures = standing.detail?.assessment.provenance.futures ?? null;
  return (
    <section className="future-part">
      <Heading2>{t('home.future')}</Heading2>
      <p>
        {t('home.future.what')}{' '}
        {futures !== null &&
          t(futures === 1 ? 'home.future.count.one' : 'home.future.count', { n: count(futures) })}
      </p>
      <Picture standing={standing} />
      <BackTestLine indicator={null} />
    </section>
  );
}

/** Room for the picture is kept while it is computed. */
function Picture({ standing }: { standing: StandingState }) {
  const { t, tx, count } = useWords();
  const show = useNumber();
  const { targetById } = useAgenda();
  const examples = standing.detail?.examples ?? null;
  const target = examples === null ? undefined : targetById.get(examples.target);
  if (examples === null || target === undefined || target.value === null) {
    return standing.detail === null ? <div className="future-part__room" /> : null;
  }
  const { time, futures } = examples;
  /** A moment of the model is the end of the year before it. */
  const endOfYear = (moment = 0): string => t('target.horizon', { period: String(moment - 1) });
  const said = t('home.future.picture', {
    n: count(futures.length),
    met: count(futures.filter(({ met }) => met).length),
  });
  return (
    <figure className="future-part__picture">
      <SmallScene
        className="future-part__lines"
        alt={said}
        scene={placeFutures(
          {
            name: said,
            time,
            futures,
            target: {
              value: target.value,
              label: `${t('chart.target')}: ${show(target.value, target.unit, { precise: true })}`,
            },
            from: endOfYear(time[0]),
            to: endOfYear(time.at(-1)),
            top: target.unit === 'rank' ? 'low' : 'high',
          },
          pictureWidth,
        )}
      />
      <figcaption className="small">
        <A to={`/doelen/${target.id}`}>{tx(target.title)}</A>: {said}
      </figcaption>
    </figure>
  );
}
