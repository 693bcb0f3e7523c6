import type { SearchFound, SearchHit, SearchIndex } from '@schaalsprong/search';
import {
  type FormEvent,
  type KeyboardEvent,
  type RefObject,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import { useLocation, useNavigate } from 'react-router';
import { useWords } from '../lib/hooks.tsx';
import { groupHits } from '../search/group.ts';
import { openSearch } from '../search/open.ts';

/** Results in the list under the box: what fits on a phone. */
const most = 8;

interface Opened {
  readonly lang: string;
  readonly index: SearchIndex;
  readonly kindTitle: (kind: string, lang: 'nl' | 'en') => string;
}

const isTypedInto = (element: EventTarget | null): boolean =>
  element instanceof HTMLElement &&
  (element.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(element.tagName));

type Option = SearchHit | 'all';

interface ListProps {
  readonly id: string;
  readonly options: readonly Option[];
  readonly active: number;
  readonly total: number;
  readonly kindTitle: (kind: string) => string;
  readonly onChoose: (option: Option) => void;
}

/** The list under the box, by kind. The box keeps the focus and takes the keys, as in the pattern of a combobox. */
function SearchList({ id, options, active, total, kindTitle, onChoose }: ListProps) {
  const { t, count } = useWords();
  const option = (of: Option, title: string, note: string) => {
    const i = options.indexOf(of);
    return (
      <div
        key={i}
        id={`${id}-${i}`}
        role="option"
        tabIndex={-1}
        aria-selected={i === active}
        className="search-box__option"
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => onChoose(of)}
        onKeyDown={(event) => event.key === 'Enter' && onChoose(of)}
      >
        {title}
        {note !== '' && <span className="search-box__note"> {note}</span>}
      </div>
    );
  };
  const groups = groupHits(options.filter((one) => one !== 'all'));
  return (
    <div
      id={`${id}-list`}
      role="listbox"
      tabIndex={-1}
      aria-label={t('search.list')}
      className="search-box__list"
      hidden={options.length === 0}
    >
      {groups.map(({ kind, hits }) => (
        <fieldset key={kind} className="search-box__group" aria-labelledby={`${id}-${kind}`}>
          <div id={`${id}-${kind}`} role="presentation" className="search-box__kind">
            {kindTitle(kind)}
          </div>
          {hits.map((hit) => option(hit, hit.title, hit.note))}
        </fieldset>
      ))}
      {options.length > 0 && option('all', t('search.all', { n: count(total) }), '')}
    </div>
  );
}

/** `/` goes to the box from anywhere but a field, and remembers where the focus was. */
function useSlash(input: RefObject<HTMLInputElement | null>, before: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const focusBox = (event: globalThis.KeyboardEvent): void => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTypedInto(event.target))
        return;
      event.preventDefault();
      before.current = globalThis.document.activeElement as HTMLElement | null;
      input.current?.focus();
    };
    globalThis.addEventListener('keydown', focusBox);
    return () => globalThis.removeEventListener('keydown', focusBox);
  }, [input, before]);
}

/**
 * The search box of every page: a combobox with the best results by kind. Index and the code that searches it come with the first
 * focus; Enter without a choice goes to the page with all results, also while they are on their way.
 */
export function SearchBox() {
  const { t, lang, to, count } = useWords();
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  const id = useId();
  const input = useRef<HTMLInputElement | null>(null);
  const before = useRef<HTMLElement | null>(null);
  const [text, setText] = useState('');
  const [opened, setOpened] = useState<Opened | null>(null);
  const [isOpen, setIsOpen] = useState(false);
  const [active, setActive] = useState(-1);

  useSlash(input, before);

  // Whoever went somewhere has found what they looked for.
  useEffect(() => {
    if (`${pathname}${search}` === '') return;
    setText('');
    setIsOpen(false);
  }, [pathname, search]);

  const prepare = (): void => {
    if (opened?.lang === lang) return;
    Promise.all([openSearch(lang), import('../pages/search/kinds.ts')]).then(
      ([index, { kindTitle }]) => setOpened({ lang, index, kindTitle }),
      // The page with all results says what is wrong, and offers to try again.
      () => setOpened(null),
    );
  };

  const question = text.trim();
  const found: SearchFound | null =
    isOpen && question !== '' && opened?.lang === lang ? opened.index.search(question, { most }) : null;
  const options: readonly Option[] =
    found === null || found.total === 0 ? [] : [...groupHits(found.hits).flatMap(({ hits }) => hits), 'all'];
  const isListed = options.length > 0;
  const optionId = (i: number): string => `${id}-${i}`;

  const go = (option: Option | undefined): void => {
    if (question === '') return;
    const path =
      option === undefined || option === 'all' ? `/zoeken?q=${encodeURIComponent(question)}` : option.path;
    setIsOpen(false);
    setText('');
    input.current?.blur();
    void navigate(to(path));
  };
  const press = (event: KeyboardEvent): void => {
    const { key } = event;
    if (key === 'Escape') {
      if (isListed) setIsOpen(false);
      else {
        setText('');
        if (before.current === null) input.current?.blur();
        else before.current.focus();
        before.current = null;
      }
      setActive(-1);
      event.preventDefault();
    } else if ((key === 'ArrowDown' || key === 'ArrowUp') && question !== '') {
      event.preventDefault();
      setIsOpen(true);
      const n = options.length;
      if (n > 0) setActive(key === 'ArrowDown' ? (active + 1) % n : (active <= 0 ? n : active) - 1);
    }
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    go(options[active]);
  };

  return (
    <search className="search-box">
      <form onSubmit={submit}>
        <input
          ref={input}
          type="text"
          inputMode="search"
          enterKeyHint="search"
          role="combobox"
          className="search-box__field"
          aria-label={t('search.label')}
          placeholder={t('search.placeholder')}
          aria-keyshortcuts="/"
          aria-expanded={isListed}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={isListed && active >= 0 ? optionId(active) : undefined}
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          value={text}
          onFocus={prepare}
          onBlur={() => setIsOpen(false)}
          onChange={(event) => {
            prepare();
            setText(event.target.value);
            setIsOpen(true);
            setActive(-1);
          }}
          onKeyDown={press}
        />
        {/* Enter in the field does the same: no stop of its own on the way to the page. */}
        <button type="submit" className="search-box__button" aria-label={t('search.go')} tabIndex={-1}>
          <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
            <circle className="ink-stroke hollow" cx="6.5" cy="6.5" r="4.5" strokeWidth="1.6" />
            <path className="ink-stroke" d="M10 10 14.5 14.5" strokeWidth="1.8" />
          </svg>
        </button>
      </form>
      <p role="status" className="only-read">
        {found === null ? '' : t('search.count', { n: count(found.total) })}
      </p>
      <SearchList
        id={id}
        options={options}
        active={active}
        total={found?.total ?? 0}
        kindTitle={(kind) => opened?.kindTitle(kind, lang) ?? kind}
        onChoose={go}
      />
      {isOpen && found?.total === 0 && <p className="search-box__none">{t('search.none')}</p>}
    </search>
  );
}
