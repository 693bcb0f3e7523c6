import { useResource, useWords } from '../lib/hooks.tsx';
import { outsideOf } from '../monitor/outside.ts';
import { backTestCountResource } from '../monitor/resources.ts';
import { A } from './Link.tsx';

/** Of ten futures so many are in the band of a fan, so of a hundred outcomes so many belong outside it. */
const expectedOutside = 0.2;

/**
 * How the model did in the past, in one line for beside a fan: how many outcomes fell outside the band.
 *
 * @param props.indicator the indicator of the fan: its own outcomes count where it was tested, all outcomes otherwise or for null
 */
export function BackTestLine({ indicator }: { indicator: string | null }) {
  const { t, count, share } = useWords();
  const { value } = useResource(backTestCountResource);
  const { found, isOwn } = outsideOf(value, indicator);
  if (value !== null && found === null && !value.running) {
    return <p className="small back-test-line">{t('back.line.none')}</p>;
  }
  // The room of the line is kept while it loads.
  if (found === null) return <p className="small back-test-line">{t('back.line.waiting')}</p>;
  const narrow = found.outside / found.cases > expectedOutside;
  const fill = { outside: count(found.outside), cases: count(found.cases), expected: share(expectedOutside) };
  return (
    <p className="small back-test-line">
      {t(
        !isOwn
          ? narrow
            ? 'back.line.narrow'
            : 'back.line.fits'
          : narrow
            ? 'back.line.own.narrow'
            : 'back.line.own.fits',
        fill,
      )}{' '}
      <A to="/monitor/voorspelkracht">{t('back.line.link')}</A>
    </p>
  );
}
