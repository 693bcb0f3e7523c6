import { downloads } from '@schaalsprong/wire';
import { type Page, pages } from '@schaalsprong/wire/pages';
import { PageFooter, PageHeader, SkipLink } from '@utrecht/component-library-react';
import { PageBody } from '@utrecht/page-body-react';
import { PageLayout } from '@utrecht/page-layout-react';
import { type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import { Route, Routes, useHref, useLinkClickHandler, useLocation } from 'react-router';
import { Kind } from './components/Kind.tsx';
import { A, Out } from './components/Link.tsx';
import { SearchBox } from './components/SearchBox.tsx';
import { Boundary, Failed, Loading, StandingNotice } from './components/states.tsx';
import { pathIn, splitPath } from './i18n/i18n.ts';
import { useEscape } from './lib/escape.ts';
import { AgendaProvider, useAgenda, useResource, useStanding, useWords } from './lib/hooks.tsx';
import { agendaResource } from './lib/resource.ts';
import { applyTheme, readTheme, themes } from './lib/theme.ts';
import { NotFound } from './pages/NotFound.tsx';
import type { Room, SiteElements } from './room.tsx';
import * as registered from './rooms.ts';
import { siteRoutes } from './routes.tsx';

function LanguageLink() {
  const { t, lang } = useWords();
  const { pathname, search } = useLocation();
  const other = lang === 'nl' ? 'en' : 'nl';
  const path = `${pathIn(other, splitPath(pathname).path)}${search}`;
  const follow = useLinkClickHandler<HTMLAnchorElement>(path);
  return (
    <a
      className="utrecht-link masthead__language"
      href={useHref(path)}
      hrefLang={other}
      lang={other}
      onClick={follow}
      title={t('app.language.label')}
    >
      {t('app.language')}
    </a>
  );
}

function ThemeButton() {
  const { t } = useWords();
  const [theme, setTheme] = useState(readTheme);
  const next = themes[(themes.indexOf(theme) + 1) % themes.length] ?? 'auto';
  return (
    <button
      type="button"
      className="masthead__theme"
      aria-label={t('app.theme.label', { now: t(`app.theme.${theme}`), next: t(`app.theme.${next}`) })}
      onClick={() => {
        applyTheme(next);
        setTheme(next);
      }}
    >
      <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true" focusable="false">
        <circle className="ink-stroke hollow" cx="8" cy="8" r="6.5" strokeWidth="1.4" />
        <path className="ink-fill" d="M8 1.5A6.5 6.5 0 0 1 8 14.5Z" />
      </svg>
      <span aria-hidden="true" className="masthead__theme-name">
        {t(`app.theme.${theme}`)}
      </span>
    </button>
  );
}

function NavItem({ to, children }: { to: string; children: ReactNode }) {
  const { path } = splitPath(useLocation().pathname);
  const current = to === '/' ? path === '/' : path === to || path.startsWith(`${to}/`);
  return (
    <li>
      <A to={to} {...(current ? { 'aria-current': 'page' as const } : {})}>
        {children}
      </A>
    </li>
  );
}

/** Pages that a part of the site begins with, by where they are listed. */
const listed = (where: Page['menu']) =>
  (pages as readonly Page[]).flatMap(({ title, frame, name, path, menu }) =>
    title !== null && menu === where && (frame === 'site' || name === frame) ? [{ path, title }] : [],
  );
const inMenu = listed(undefined);
const inFoot = listed('foot');

function Masthead() {
  const { t, tx } = useWords();
  const { pathname } = useLocation();
  // On a narrow screen the menu opens on demand; another page closes it.
  const [openAt, setOpenAt] = useState<string | null>(null);
  const isOpen = openAt === pathname;
  return (
    <PageHeader className={isOpen ? 'masthead' : 'masthead masthead--closed'}>
      <div className="masthead__content utrecht-page-header__content">
        <A to="/" className="masthead__name">
          {t('app.name')}
        </A>
        <SearchBox />
        <div className="masthead__tools">
          <ThemeButton />
          <LanguageLink />
        </div>
        <button
          type="button"
          className="masthead__menu"
          aria-expanded={isOpen}
          aria-controls="hoofdmenu"
          onClick={() => setOpenAt(isOpen ? null : pathname)}
        >
          {t('app.menu')}
        </button>
        <nav id="hoofdmenu" aria-label={t('app.nav')} className="masthead__nav">
          <ul>
            {inMenu.map(({ path, title }) => (
              <NavItem key={path} to={path}>
                {tx(title)}
              </NavItem>
            ))}
          </ul>
        </nav>
      </div>
    </PageHeader>
  );
}

function FootLinks() {
  const { t, tx } = useWords();
  if (inFoot.length === 0) return null;
  return (
    <nav aria-label={t('app.footer.nav')} className="foot__links">
      <ul>
        {inFoot.map(({ path, title }) => (
          <li key={path}>
            <A to={path}>{tx(title)}</A>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Foot() {
  const { t, to, count } = useWords();
  const { detail, complete } = useStanding();
  const p = detail?.assessment.provenance;
  return (
    <PageFooter className="foot">
      <div className="foot__content utrecht-page-footer__content">
        <div className="foot__kinds">
          <h2>{t('app.footer.kinds')}</h2>
          <ul>
            {(['stated', 'observed', 'assumed', 'computed'] as const).map((kind) => (
              <li key={kind}>
                <Kind of={kind} /> {t(`kind.${kind}.long`)}
              </li>
            ))}
          </ul>
        </div>
        <div className="foot__text">
          <p>
            {t('app.footer.synthetic')} <A to="/bronnen/methode">{t('app.footer.reproduce')}</A>
          </p>
          {complete && (
            <p>
              {t('app.footer.download')}: <Out href={to(downloads.standingCsv.path)}>CSV</Out>{' '}
              <Out href={downloads.standingJson.path}>JSON</Out>
            </p>
          )}
          {p !== undefined && (
            <p className="foot__hashes">
              {t('app.footer.hashes', {
                agenda: p.agenda.slice(0, 8),
                data: p.data.slice(0, 8),
                model: p.model.slice(0, 8),
                seed: p.seed,
                futures: count(p.futures),
                scenario: p.scenario,
              })}
            </p>
          )}
          <p>{t('app.footer.licence')}</p>
          <FootLinks />
        </div>
      </div>
    </PageFooter>
  );
}

/** Which region this is, once known. */
function RegionLine() {
  const { tx, t, period } = useWords();
  const { region } = useAgenda();
  return (
    <p className="region-line">
      <strong>{tx(region.title)}</strong>
      <span className="region-line__subtitle"> · {tx(region.subtitle)}</span>
      <span className="region-line__document">
        {' · '}
        {t('place.document', {
          title: region.document.title,
          published: period(region.document.published),
        })}
      </span>
    </p>
  );
}

const rooms: readonly Room[] = Object.values<Room>(registered);
type Registered = (typeof registered)[keyof typeof registered]['pages'];
type Merged = (Registered extends infer U ? (U extends unknown ? (of: U) => void : never) : never) extends (
  of: infer I,
) => void
  ? I
  : never;

/** What the site shows at its pages and frames: the compiler asks for every one of the contract. */
export const siteElements: SiteElements = Object.assign({}, ...rooms.map((room) => room.pages)) as Merged;

/** Paths of the pages, and of frames with all that is in them, of rooms that are so. */
const pathsOf = (is: (room: Room) => boolean): readonly string[] =>
  rooms
    .filter(is)
    .flatMap((room) => (pages as readonly Page[]).filter(({ name }) => name in room.pages))
    .map(({ path }) => path);
const withoutStanding = pathsOf((room) => room.withoutStanding === true);
const wide = pathsOf((room) => room.isWide === true);

const isUnder = (path: string, stems: readonly string[]): boolean =>
  stems.some((stem) => path === stem || path.startsWith(`${stem}/`));

function Pages() {
  return (
    <Suspense fallback={<Loading />}>
      <Routes>
        {siteRoutes('nl', siteElements)}
        {siteRoutes('en', siteElements)}
        <Route path="*" element={<NotFound />} />
      </Routes>
    </Suspense>
  );
}

function Content() {
  const agenda = useResource(agendaResource);
  const { path } = splitPath(useLocation().pathname);
  const byItself = isUnder(path, withoutStanding);
  if (agenda.value !== null) {
    return (
      <AgendaProvider response={agenda.value}>
        <RegionLine />
        {!byItself && <StandingNotice />}
        <Pages />
      </AgendaProvider>
    );
  }
  if (agenda.failing !== null) {
    return <Failed error={agenda.failing} retry={() => void agendaResource.refresh()} />;
  }
  return <Loading />;
}

/** The frame of every page. On another page the focus goes to its beginning, as it would without script. */
export function App() {
  const { pathname, hash } = useLocation();
  const { t, lang } = useWords();
  const main = useRef<HTMLElement | null>(null);
  const before = useRef(pathname);
  useEscape();
  useEffect(() => {
    globalThis.document.documentElement.lang = lang;
  }, [lang]);
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    // An address that names a place on its page is for that page to go to.
    if (hash === '') globalThis.scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [pathname, hash]);
  return (
    <PageLayout className={isUnder(splitPath(pathname).path, wide) ? 'page page--wide' : 'page'}>
      <SkipLink href="#inhoud" className="utrecht-skip-link--visible-on-focus">
        {t('app.skip')}
      </SkipLink>
      <Masthead />
      <PageBody>
        <main id="inhoud" tabIndex={-1} ref={main}>
          <Boundary at={pathname}>
            <Content />
          </Boundary>
        </main>
      </PageBody>
      <Foot />
    </PageLayout>
  );
}
