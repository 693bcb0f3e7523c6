import type { SourcesResponse, Text } from '@schaalsprong/wire';
import { type Page, pages } from '@schaalsprong/wire/pages';
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

/** The groups of the navigation, each with its pages that have a title. */
const groups: readonly Group[] = (pages as readonly Page[]).reduce<Group[]>((all, page) => {
  const { frame, group, title, path } = page;
  if (frame !== 'sources' || group === undefined) return all;
  const last = all.at(-1);
  const into = last?.title.nl === group.nl ? last : { title: group, pages: [] };
  if (into !== last) all.push(into);
  if (title !== null) into.pages.push({ path, title });
  return all;
}, []);

interface Group {
  readonly title: Text;
  readonly pages: { readonly path: string; readonly title: Text }[];
}

const isUnder = (path: string, to: string): boolean => path === to || path.startsWith(`${to}/`);

/** Three groups, and the pages of the one where the reader is; the first page of the frame shows the claims. */
function PartsNav() {
  const { t, tx } = useWords();
  const { path: here } = splitPath(useLocation().pathname);
  const path = here === '/bronnen' ? (groups[0]?.pages[0]?.path ?? here) : here;
  const current = groups.find(({ pages: of }) => of.some((page) => isUnder(path, page.path)));
  return (
    <nav aria-label={t('sources.nav')} className="parts parts--groups">
      <ul className="parts__groups">
        {groups.map((group) => (
          <li key={group.title.nl}>
            <A
              to={group.pages[0]?.path ?? '/bronnen'}
              {...(group === current ? { 'aria-current': 'true' as const } : {})}
            >
              {tx(group.title)}
            </A>
          </li>
        ))}
      </ul>
      {current !== undefined && (
        <ul className="parts__pages" aria-label={tx(current.title)}>
          {current.pages.map((page) => (
            <li key={page.path}>
              <A to={page.path} {...(isUnder(path, page.path) ? { 'aria-current': 'page' as const } : {})}>
                {tx(page.title)}
              </A>
            </li>
          ))}
        </ul>
      )}
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
