import './monitor.css';
import { Route, Routes, useLocation } from 'react-router';
import { A } from '../../components/Link.tsx';
import { splitPath } from '../../i18n/i18n.ts';
import { frameRoutes, type PageElements } from '../../routes.tsx';
import { NotFound } from '../NotFound.tsx';
import { BackTestPage } from './BackTestPage.tsx';
import { IndicatorPage } from './IndicatorPage.tsx';
import { MonitorPage } from './MonitorPage.tsx';
import { useTexts } from './texts.ts';

const parts = ['/monitor', '/monitor/voorspelkracht'] as const;

function PartsNav() {
  const c = useTexts();
  const { path } = splitPath(useLocation().pathname);
  return (
    <nav aria-label={c('nav')} className="parts">
      <ul>
        {parts.map((to) => {
          // The pages of indicators belong to the list of them.
          const current = to === parts[0] ? path !== parts[1] : path === to;
          return (
            <li key={to}>
              <A to={to} {...(current ? { 'aria-current': 'page' as const } : {})}>
                {c(to === parts[0] ? 'nav.indicators' : 'nav.backTest')}
              </A>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

export const monitorElements: PageElements<'monitor'> = {
  monitor: <MonitorPage />,
  'back-test': <BackTestPage />,
  indicator: <IndicatorPage />,
};

/** The pages of what was measured. */
export default function MonitorPages() {
  return (
    <>
      <PartsNav />
      <Routes>
        {frameRoutes('monitor', monitorElements)}
        <Route path="*" element={<NotFound />} />
      </Routes>
    </>
  );
}
