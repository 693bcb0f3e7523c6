import type { Conflict, Verdict } from '@schaalsprong/agenda/audit';
import {
  Button,
  FormField,
  FormLabel,
  Select,
  SelectOption,
  Textbox,
} from '@utrecht/component-library-react';
import { type FormEvent, useId, useState } from 'react';
import { accepts } from '../../audit/kinds.ts';
import { verdictWords } from '../../audit/verdicts.ts';
import { useWords } from '../../lib/hooks.tsx';
import { todayHere } from '../../lib/kept.ts';
import { useTexts } from './texts.ts';
import { useView } from './view.tsx';

/** Who gave the last verdict in this page, so that a row of verdicts asks for the name once. */
let lastName = '';

/** Longest texts that the file of verdicts takes. */
const longest = { by: 200, why: 2000 } as const;

/** A verdict in words, with who gave it, when and why. */
export function VerdictLine({ verdict, own }: { verdict: Verdict; own: boolean }) {
  const { period } = useWords();
  const c = useTexts();
  const { unjudge, lasting } = useView();
  return (
    <div className={accepts(verdict) ? 'verdict-line verdict-line--accepted' : 'verdict-line'}>
      <p>
        <strong>{c(`verdict.${verdict.verdict}`)}</strong>{' '}
        {c('verdict.by', { by: verdict.by, on: period(verdict.on) })}
        <span className="block-line">{verdict.why}</span>
        <span className="small block-line">
          {c(own ? (lasting ? 'verdict.own' : 'verdict.ownFleeting') : 'verdict.content')}
        </span>
      </p>
      {own && (
        <Button appearance="subtle-button" onClick={() => unjudge(verdict.conflict)}>
          {c('verdict.drop')}
        </Button>
      )}
    </div>
  );
}

function Form({ conflict, done }: { conflict: Conflict; done: () => void }) {
  const c = useTexts();
  const { judge } = useView();
  const id = useId();
  const [word, setWord] = useState<Verdict['verdict']>(conflict.verdict?.verdict ?? 'accepted-as-rounding');
  const [by, setBy] = useState(lastName);
  const [why, setWhy] = useState('');
  const [missing, setMissing] = useState<readonly ('by' | 'why')[]>([]);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    const lacks = (
      [
        ['by', by],
        ['why', why],
      ] as const
    )
      .filter(([, text]) => text.trim() === '')
      .map(([name]) => name);
    setMissing(lacks);
    const [first] = lacks;
    if (first !== undefined) {
      globalThis.document.getElementById(`${id}-${first}`)?.focus();
      return;
    }
    lastName = by.trim();
    judge({ conflict: conflict.id, verdict: word, by: by.trim(), on: todayHere(), why: why.trim() });
    done();
  };
  const lacks = (name: 'by' | 'why') => missing.includes(name);
  return (
    <form className="verdict-form" onSubmit={send} noValidate>
      <FormField>
        <FormLabel htmlFor={`${id}-verdict`}>{c('verdict.word')}</FormLabel>
        <Select
          id={`${id}-verdict`}
          value={word}
          onChange={(event: { target: { value: string } }) =>
            setWord(verdictWords.find((w) => w === event.target.value) ?? 'disputed')
          }
        >
          {verdictWords.map((w) => (
            <SelectOption key={w} value={w}>
              {c(`verdict.${w}`)}
            </SelectOption>
          ))}
        </Select>
      </FormField>
      <FormField>
        <FormLabel htmlFor={`${id}-by`}>{c('verdict.who')}</FormLabel>
        {lacks('by') && (
          <p id={`${id}-by-error`} className="form-error">
            {c('verdict.who.missing')}
          </p>
        )}
        <Textbox
          id={`${id}-by`}
          value={by}
          maxLength={longest.by}
          autoComplete="name"
          invalid={lacks('by')}
          aria-describedby={lacks('by') ? `${id}-by-error` : undefined}
          onChange={(event: { target: { value: string } }) => setBy(event.target.value)}
        />
      </FormField>
      <FormField>
        <FormLabel htmlFor={`${id}-why`}>{c('verdict.why')}</FormLabel>
        {lacks('why') && (
          <p id={`${id}-why-error`} className="form-error">
            {c('verdict.why.missing')}
          </p>
        )}
        <textarea
          id={`${id}-why`}
          className="utrecht-textbox"
          rows={3}
          value={why}
          maxLength={longest.why}
          aria-invalid={lacks('why')}
          aria-describedby={lacks('why') ? `${id}-why-error` : undefined}
          onChange={(event) => setWhy(event.target.value)}
        />
      </FormField>
      <Button type="submit" appearance="secondary-action-button">
        {c('verdict.keep')}
      </Button>
      <p className="small">{c('verdict.where')}</p>
    </form>
  );
}

/** What a person said of a conflict, and a form to say something. */
export function VerdictPart({ conflict }: { conflict: Conflict }) {
  const c = useTexts();
  const { ownVerdicts } = useView();
  const [open, setOpen] = useState(false);
  const { verdict } = conflict;
  const own = ownVerdicts.some((mine) => mine.conflict === conflict.id);
  return (
    <>
      {verdict !== null && <VerdictLine verdict={verdict} own={own} />}
      <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)} className="verdict-fold">
        <summary>{c(verdict === null ? 'verdict.give' : 'verdict.change')}</summary>
        <Form conflict={conflict} done={() => setOpen(false)} />
      </details>
    </>
  );
}
