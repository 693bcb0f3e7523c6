import type { SearchIndex } from '@schaalsprong/search';
import { ClientError } from '@schaalsprong/wire';
import { Button, Paragraph } from '@utrecht/component-library-react';
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import { hashOf, isStatement } from '../../claim-check/sentence.ts';
import { A } from '../../components/Link.tsx';
import { Page } from '../../components/Page.tsx';
import { SearchField } from '../../components/SearchField.tsx';
import { Failed, Loading } from '../../components/states.tsx';
import { useWords } from '../../lib/hooks.tsx';
import { openSearch } from '../../search/open.ts';
import { kindTitle } from './kinds.ts';
import { useTexts } from './texts.ts';
import './search.css';

/** Results shown at first, and with each press more. */
const step = 30;

function useIndex(): { index: SearchIndex | null; failing: ClientError | null; retry: () => void } {
  const { lang } = useWords();
  const [state, setState] = useState<{ index: SearchIndex | null; failing: ClientError | null }>({
    index: null,
    failing: null,
  });
  const [attempt, setAttempt] = useState({ lang });
  if (attempt.lang !== lang) setAttempt({ lang });
  useEffect(() => {
    let isHere = true;
    setState({ index: null, failing: null });
    openSearch(attempt.lang).then(
      (index) => isHere && setState({ index, failing: null }),
      (cause: unknown) => {
        const failing = cause instanceof ClientError ? cause : new ClientError(String(cause), null, null);
        if (isHere) setState({ index: null, failing });
      },
    );
    return () => {
      isHere = false;
    };
  }, [attempt]);
  return { ...state, retry: () => setAttempt({ lang }) };
}

/** Everything that a question finds, with a filter by kind; the address can be sent to others. */
export default function SearchPage() {
  const { lang, count } = useWords();
  const c = useTexts();
  const { index, failing, retry } = useIndex();
  const [params, setParams] = useSearchParams();
  const typed = params.get('q') ?? '';
  const kind = params.get('soort') ?? undefined;
  const question = useDeferredValue(typed).trim();
  const [shown, setShown] = useState({ question, kind, most: step });
  const most = shown.question === question && shown.kind === kind ? shown.most : step;
  const everything = useMemo(() => index?.search(question) ?? null, [index, question]);
  const found = useMemo(
    () => (kind === undefined ? everything : (index?.search(question, { kind }) ?? null)),
    [index, question, kind, everything],
  );
  const ask = (q: string, soort?: string): void =>
    setParams({ ...(q === '' ? {} : { q }), ...(soort === undefined ? {} : { soort }) }, { replace: true });
  const n = found?.total ?? 0;
  return (
    <Page title={question === '' ? c('page.title') : `${c('page.title')}: ${question}`}>
      <search className="search-page">
        <SearchField label={c('page.label')} value={typed} onSearch={(q) => ask(q)} />
      </search>
      {failing !== null ? (
        <Failed error={failing} retry={retry} />
      ) : index === null || found === null || everything === null ? (
        <>
          <Paragraph>{c('page.loading')}</Paragraph>
          <Loading />
        </>
      ) : question === '' ? (
        <Paragraph>
          {c('page.hint')} {c('page.size', { n: count(index.size) })}
        </Paragraph>
      ) : (
        <>
          <p aria-live="polite" className="lead">
            {n === 0
              ? c('page.none', { question })
              : kind !== undefined
                ? c('page.found.of', { n: count(n), of: count(everything.total), question })
                : c(n === 1 ? 'page.found.one' : 'page.found', { n: count(n), question })}
          </p>
          {isStatement(question) && (
            <p>
              <A to={`/klopt-dit${hashOf(question)}`}>{c('page.claimCheck')}</A>
            </p>
          )}
          {everything.total === 0 && <Paragraph>{c('page.none.what')}</Paragraph>}
          {everything.kinds.length > 1 && (
            <fieldset className="search-kinds">
              <legend>{c('page.filter')}</legend>
              {[{ kind: undefined, count: everything.total }, ...everything.kinds].map((of) => (
                <button
                  key={of.kind ?? ''}
                  type="button"
                  className="search-kinds__one"
                  aria-pressed={of.kind === kind}
                  onClick={() => ask(typed, of.kind)}
                >
                  {of.kind === undefined
                    ? c('page.all', { n: count(of.count) })
                    : c('page.one', { kind: kindTitle(of.kind, lang), n: count(of.count) })}
                </button>
              ))}
            </fieldset>
          )}
          <ol className="search-hits">
            {found.hits.slice(0, most).map((hit) => (
              <li key={`${hit.kind} ${hit.id}`}>
                <span className="search-hits__kind">{kindTitle(hit.kind, lang)}</span>
                <A to={hit.path}>{hit.title}</A>
                {hit.note !== '' && <span className="small block-line">{hit.note}</span>}
              </li>
            ))}
          </ol>
          {n > most && (
            <Button
              appearance="secondary-action-button"
              onClick={() => setShown({ question, kind, most: most + step })}
            >
              {c('page.more')}
            </Button>
          )}
        </>
      )}
    </Page>
  );
}
