import type { SourcesResponse } from '@schaalsprong/wire';
import { pages } from '@schaalsprong/wire/pages';
import { lazy, type ReactNode, Suspense } from 'react';
import { Route, Routes, useLocation } from 'react-router';
import { A } from '../../components/Link.tsx';
import { WithSources } from '../../components/Sources.tsx';
import { Loading } from '../../components/states.tsx';
import { splitPath } from '../../i18n/i18n.ts';
import { useWords } from '../../lib/hooks.tsx';
import { frameRoutes, type PageElements } from '../../routes.tsx';
import { NotFound } from '../NotFound.tsx';
import { AssumptionPage, Assumptions } from './Assumptions.tsx';
import { ClaimPage, Claims } from './Claims.tsx';
import { Data, DataPage } from './Data.tsx';
import { Method } from './Method.tsx';
import { Tree } from './Tree.tsx';
import { Unknowns } from './Unknowns.tsx';

/** The model pages carry the reader of models with them: only who opens them fetches it. */
const Model = lazy(async () => ({ default: (await import('../model/Model.tsx')).Model }));
const VariablePage = lazy(async () => ({
  default: (await import('../model/VariablePage.tsx')).VariablePage,
}));
const OwnModel = lazy(async () => ({ default: (await import('../model/OwnModel.tsx')).OwnModel }));
const OwnCopyPage = lazy(() => import('./OwnCopyPage.tsx'));
const MethodsPage = lazy(() => import('../methods/MethodsPage.tsx'));
const ReadingPage = lazy(() => import('../reading/ReadingPage.tsx'));

/** Pages of the navigation: those with a title of their own below the first, which shows the claims. */
const parts = pages.flatMap(({ frame, title, path }) =>
  frame === 'sources' && title !== null && path !== '/bronnen' ? [{ path, title }] : [],
);

function PartsNav() {
  const { t, tx } = useWords();
  const { path } = splitPath(useLocation().pathname);
  return (
    <nav aria-label={t('sources.nav')} className="parts">
      <ul>
        {parts.map(({ path: to, title }, place) => {
          const first = place === 0 && path === '/bronnen';
          const current = first || path === to || path.startsWith(`${to}/`);
          return (
            <li key={to}>
              <A to={to} {...(current ? { 'aria-current': 'page' as const } : {})}>
                {tx(title)}
              </A>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

function Framed({ children }: { children: ReactNode }) {
  return (
    <>
      <PartsNav />
      {children}
    </>
  );
}

export const sourcesElements = (sources: SourcesResponse): PageElements<'sources'> => ({
  sources: <Claims sources={sources} first />,
  claims: <Claims sources={sources} />,
  claim: <ClaimPage sources={sources} />,
  tree: <Tree sources={sources} />,
  assumptions: <Assumptions sources={sources} />,
  assumption: <AssumptionPage sources={sources} />,
  data: <Data sources={sources} />,
  source: <DataPage sources={sources} />,
  model: <Model sources={sources} />,
  variable: <VariablePage sources={sources} />,
  'own-model': <OwnModel />,
  unknown: <Unknowns />,
  method: <Method />,
  methods: <MethodsPage />,
  'own-copy': <OwnCopyPage sources={sources} />,
  'read-document': <ReadingPage />,
});

/** Where does this number come from? */
export default function SourcesPages() {
  return (
    <Framed>
      <WithSources>
        {(sources) => (
          <Suspense fallback={<Loading />}>
            <Routes>
              {frameRoutes('sources', sourcesElements(sources))}
              <Route path="*" element={<NotFound />} />
            </Routes>
          </Suspense>
        )}
      </WithSources>
    </Framed>
  );
}
