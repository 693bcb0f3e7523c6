import { lazy, type ReactNode, Suspense } from 'react';
import { Route, Routes, useLocation } from 'react-router';
import { A } from '../components/Link.tsx';
import { WithSources } from '../components/Sources.tsx';
import { Loading } from '../components/states.tsx';
import { splitPath, type TextKey } from '../i18n/i18n.ts';
import { useWords } from '../lib/hooks.tsx';
import { NotFound } from './NotFound.tsx';
import { AssumptionPage, Assumptions } from './sources/Assumptions.tsx';
import { ClaimPage, Claims } from './sources/Claims.tsx';
import { Data, DataPage } from './sources/Data.tsx';
import { Method } from './sources/Method.tsx';
import { Tree } from './sources/Tree.tsx';
import { Unknowns } from './sources/Unknowns.tsx';

/** The model pages carry the reader of models with them: only who opens them fetches it. */
const Model = lazy(async () => ({ default: (await import('./sources/model/Model.tsx')).Model }));
const VariablePage = lazy(async () => ({
  default: (await import('./sources/model/VariablePage.tsx')).VariablePage,
}));
const OwnModel = lazy(async () => ({ default: (await import('./sources/model/OwnModel.tsx')).OwnModel }));
const OwnCopyPage = lazy(() => import('./sources/OwnCopyPage.tsx'));
const MethodsPage = lazy(() => import('./methods/MethodsPage.tsx'));
const ReadingPage = lazy(() => import('./reading/ReadingPage.tsx'));

const parts: readonly { readonly to: string; readonly key: TextKey; readonly also?: string }[] = [
  { to: '/bronnen/beweringen', key: 'sources.nav.claims', also: '/bronnen' },
  { to: '/bronnen/agenda', key: 'sources.nav.tree' },
  { to: '/bronnen/aannamen', key: 'sources.nav.assumptions' },
  { to: '/bronnen/gegevens', key: 'sources.nav.data' },
  { to: '/bronnen/model', key: 'sources.nav.model' },
  { to: '/bronnen/onbekend', key: 'sources.nav.unknown' },
  { to: '/bronnen/methode', key: 'sources.nav.method' },
  { to: '/bronnen/methoden', key: 'sources.nav.methods' },
  { to: '/bronnen/tekst', key: 'sources.nav.text' },
  { to: '/bronnen/lezen', key: 'sources.nav.read' },
];

function PartsNav() {
  const { t } = useWords();
  const { path } = splitPath(useLocation().pathname);
  return (
    <nav aria-label={t('sources.nav')} className="parts">
      <ul>
        {parts.map((part) => {
          const current = path === part.to || path === part.also || path.startsWith(`${part.to}/`);
          return (
            <li key={part.to}>
              <A to={part.to} {...(current ? { 'aria-current': 'page' as const } : {})}>
                {t(part.key)}
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

/** Where does this number come from? */
export default function SourcesPages() {
  return (
    <Framed>
      <WithSources>
        {(sources) => (
          <Suspense fallback={<Loading />}>
            <Routes>
              <Route index element={<Claims sources={sources} first />} />
              <Route path="beweringen" element={<Claims sources={sources} />} />
              <Route path="beweringen/:id" element={<ClaimPage sources={sources} />} />
              <Route path="agenda" element={<Tree sources={sources} />} />
              <Route path="aannamen" element={<Assumptions sources={sources} />} />
              <Route path="aannamen/:id" element={<AssumptionPage sources={sources} />} />
              <Route path="gegevens" element={<Data sources={sources} />} />
              <Route path="gegevens/:id" element={<DataPage sources={sources} />} />
              <Route path="model" element={<Model sources={sources} />} />
              <Route path="model/:id" element={<VariablePage sources={sources} />} />
              <Route path="eigen-model" element={<OwnModel />} />
              <Route path="onbekend" element={<Unknowns />} />
              <Route path="methode" element={<Method />} />
              <Route path="methoden" element={<MethodsPage />} />
              <Route path="tekst" element={<OwnCopyPage sources={sources} />} />
              <Route path="lezen" element={<ReadingPage />} />
              <Route path="*" element={<NotFound />} />
            </Routes>
          </Suspense>
        )}
      </WithSources>
    </Framed>
  );
}
