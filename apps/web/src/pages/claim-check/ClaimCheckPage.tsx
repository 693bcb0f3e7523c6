import { ClaimChecker, mostCharacters, mostStatements } from '@schaalsprong/claim-check';
import type { AuditResponse, SourcesResponse } from '@schaalsprong/wire';
import { Button, FormField, FormLabel, Paragraph } from '@utrecht/component-library-react';
import { type FormEvent, type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { examplesOf, ledgerOf } from '../../claim-check/checker.ts';
import { hashOf, sentence, sentenceIn } from '../../claim-check/sentence.ts';
import { Copied } from '../../components/Copied.tsx';
import { A } from '../../components/Link.tsx';
import { Page } from '../../components/Page.tsx';
import { Failed, Loading } from '../../components/states.tsx';
import { useAgenda, useResource, useWords } from '../../lib/hooks.tsx';
import { auditResource, sourcesResource } from '../../lib/resource.ts';
import { StatementPart } from './StatementPart.tsx';
import { useTexts } from './texts.ts';
import './claim-check.css';

interface FormProps {
  readonly text: string;
  readonly onType: (text: string) => void;
  readonly onCheck: (text: string) => void;
  readonly onClear: () => void;
}

function SentenceForm({ text, onType, onCheck, onClear }: FormProps) {
  const { count } = useWords();
  const c = useTexts();
  const id = useId();
  const field = useRef<HTMLTextAreaElement | null>(null);
  const [isMissing, setIsMissing] = useState(false);
  const check = (): void => {
    setIsMissing(text.trim() === '');
    if (text.trim() === '') field.current?.focus();
    else onCheck(text);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    check();
  };
  const press = (event: KeyboardEvent): void => {
    // Enter checks, as in a search box; with shift it begins a line.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    check();
  };
  return (
    <form className="claim-check__form" onSubmit={submit} noValidate>
      <FormField>
        <FormLabel htmlFor={id}>{c('form.label')}</FormLabel>
        <p id={`${id}-hint`} className="small">
          {c('form.hint', { n: count(mostCharacters) })} {c('page.private')}{' '}
          <A to="/over/privacy">{c('page.privacy')}</A>
        </p>
        {isMissing && (
          <p id={`${id}-error`} className="form-error" role="alert">
            {c('form.empty')}
          </p>
        )}
        <textarea
          ref={field}
          id={id}
          className="utrecht-textbox"
          rows={3}
          value={text}
          autoComplete="off"
          aria-invalid={isMissing}
          aria-describedby={isMissing ? `${id}-hint ${id}-error` : `${id}-hint`}
          onChange={(event) => {
            setIsMissing(false);
            onType(event.target.value);
          }}
          onKeyDown={press}
        />
      </FormField>
      <p className="claim-check__buttons">
        <Button type="submit" appearance="primary-action-button">
          {c('form.go')}
        </Button>
        {text !== '' && (
          <Button
            appearance="subtle-button"
            onClick={() => {
              onClear();
              field.current?.focus();
            }}
          >
            {c('form.clear')}
          </Button>
        )}
      </p>
    </form>
  );
}

/** Puts the sentence in the address where the reader asks for it, and says that it did. */
function ShareSentence({ checked }: { readonly checked: string }) {
  const c = useTexts();
  const navigate = useNavigate();
  const { pathname, hash } = useLocation();
  if (sentenceIn(hash) !== checked) {
    return (
      <p>
        <Button
          appearance="subtle-button"
          onClick={() => void navigate({ pathname, hash: hashOf(checked) }, { replace: true })}
        >
          {c('share.make')}
        </Button>
      </p>
    );
  }
  return (
    <Copied label={c('share.copy')} text={globalThis.location.href}>
      <p className="small">{c('share.text')}</p>
    </Copied>
  );
}

interface AnswerProps {
  readonly checked: string;
  readonly sources: SourcesResponse;
  readonly audit: AuditResponse;
}

function Answer({ checked, sources, audit }: AnswerProps) {
  const { lang, count } = useWords();
  const c = useTexts();
  const agenda = useAgenda();
  const ledger = useMemo(() => ledgerOf(agenda, sources, audit), [agenda, sources, audit]);
  const checker = useMemo(() => new ClaimChecker(ledger), [ledger]);
  const check = useMemo(() => checker.check(checked, lang), [checker, checked, lang]);
  const { statements } = check;
  const numbers = statements.filter(({ figure }) => figure !== null).length;
  return (
    <section className="claim-check__answer">
      <p role="status" className="small">
        {statements.length === 0
          ? c('found.nothing')
          : numbers === 0
            ? c('found.words')
            : numbers === 1
              ? c('found.one')
              : c('found.many', { n: numbers })}
        {check.isCut && ` ${c('found.cut', { n: count(mostCharacters) })}`}
        {check.isMore && ` ${c('found.more', { n: mostStatements })}`}
      </p>
      {statements.map((statement, i) => (
        <StatementPart
          key={`${statement.figure?.text ?? ''} ${i.toString()}`}
          statement={statement}
          sources={sources}
          audit={audit}
          ledger={ledger}
          text={statement.text}
          isFirst={i === 0}
        />
      ))}
      <ShareSentence checked={checked} />
    </section>
  );
}

/** Whether a sentence is what the agenda says, and what was measured and computed about it. Nothing that is typed leaves the browser. */
export default function ClaimCheckPage() {
  const { tx } = useWords();
  const c = useTexts();
  const agenda = useAgenda();
  const sources = useResource(sourcesResource);
  const audit = useResource(auditResource);
  const { hash, pathname } = useLocation();
  const navigate = useNavigate();
  const [text, setText] = useState(() => sentenceIn(hash) ?? sentence.get());
  const [checked, setChecked] = useState(text);
  useEffect(() => {
    const shared = sentenceIn(hash);
    if (shared === null) return;
    setText(shared);
    setChecked(shared);
  }, [hash]);
  useEffect(() => sentence.set(checked), [checked]);
  const take = (next: string): void => {
    setText(next);
    setChecked(next);
    // What is shown is no longer the sentence of the address.
    const shared = sentenceIn(hash);
    if (shared !== null && shared !== next) void navigate({ pathname }, { replace: true });
  };
  const failing = sources.value === null ? sources.failing : audit.value === null ? audit.failing : null;
  return (
    <Page title={c('page.title')}>
      <p className="lead">{c('page.lead')}</p>
      <SentenceForm text={text} onType={setText} onCheck={take} onClear={() => take('')} />
      {sources.value !== null && (
        <div className="claim-check__examples">
          <p className="small">{c('form.examples')}</p>
          <ul className="plain">
            {examplesOf(agenda, sources.value).map((claim) => (
              <li key={claim.id}>
                <button type="button" className="claim-check__example" onClick={() => take(tx(claim.text))}>
                  {tx(claim.text)}
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
      {failing !== null ? (
        <Failed
          error={failing}
          retry={() => {
            void sourcesResource.refresh();
            void auditResource.refresh();
          }}
        />
      ) : sources.value === null || audit.value === null ? (
        <>
          <Paragraph>{c('page.loading')}</Paragraph>
          <Loading />
        </>
      ) : (
        checked.trim() !== '' && <Answer checked={checked} sources={sources.value} audit={audit.value} />
      )}
    </Page>
  );
}
