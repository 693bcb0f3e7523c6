import { pageTitle } from '@schaalsprong/wire/pages';
import { A } from '../../../components/Link.tsx';
import { MunicipalityChooser } from '../../../components/MunicipalityChooser.tsx';
import { useWords } from '../../../lib/hooks.tsx';

/** Where the three doors lead. */
const doors = [
  { key: 'municipality', to: '/gemeenten' },
  { key: 'whatIf', to: '/tafel' },
  { key: 'agree', to: '/tegenspraken' },
] as const;

/** Three ways on, for who comes with a question of their own. */
export function Doors() {
  const { t, tx } = useWords();
  return (
    <nav aria-label={t('home.doors')}>
      <ul className="doors">
        {doors.map(({ key, to }) => (
          <li key={key} className="door">
            <A to={to} className="door__link">
              {t(`home.door.${key}`)}
            </A>
            <p className="small">{t(`home.door.${key}.text`)}</p>
            {key === 'municipality' && <MunicipalityChooser />}
            {key === 'agree' && (
              <A to="/klopt-dit" className="door__second">
                {tx(pageTitle('claim-check'))}
              </A>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}
