import { Heading2 } from '@utrecht/component-library-react';
import { Kind } from '../../../components/Kind.tsx';
import { A } from '../../../components/Link.tsx';
import { type StandingState, useAgenda, useWords } from '../../../lib/hooks.tsx';

/** What the numbers of the home page do not say. */
export function Honest({ standing }: { standing: StandingState }) {
  const { t, count } = useWords();
  const agenda = useAgenda();
  const modelled = agenda.targets.filter((target) => target.outcome !== null).length;
  const assumed = agenda.targets.filter((target) => target.valueIs === 'assumed').length;
  const history = standing.detail?.assessment.history ?? [];
  const tests = history.filter((check) => check.fitted === null);
  return (
    <section>
      <Heading2>{t('home.honest')}</Heading2>
      <ul className="plain">
        <li>
          {t('home.honest.modelled', {
            n: count(agenda.targets.length),
            m: count(modelled),
            k: count(agenda.targets.length - modelled),
          })}
        </li>
        <li>
          {t('home.honest.assumed', { n: count(assumed) })} <Kind of="assumed" />
        </li>
        <li>
          <A to="/bronnen/onbekend">{t('home.honest.unknown', { n: count(agenda.unknowns.length) })}</A>
        </li>
        {history.length > 0 && (
          <li>
            {t('home.honest.history', {
              n: count(tests.length),
              of: count(history.length),
              m: count(tests.filter((check) => check.within).length),
              k: count(history.length - tests.length),
            })}{' '}
            <A to="/bronnen/methode">{t('home.honest.historyLink')}</A>
          </li>
        )}
      </ul>
    </section>
  );
}
