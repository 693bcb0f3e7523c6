import { Paragraph } from '@utrecht/component-library-react';
import { useLocation } from 'react-router';
import { A } from '../components/Link.tsx';
import { Page } from '../components/Page.tsx';
import { useWords } from '../lib/hooks.tsx';

/** What is at an address that does not exist. */
export function NotFound() {
  const { t } = useWords();
  const { pathname } = useLocation();
  return (
    <Page cite={false} title={t('notfound.title')}>
      <Paragraph>{t('notfound.text', { path: pathname })}</Paragraph>
      <ul className="plain">
        <li>
          <A to="/">{t('notfound.home')}</A>
        </li>
        <li>
          <A to="/bronnen">{t('notfound.sources')}</A>
        </li>
      </ul>
    </Page>
  );
}
