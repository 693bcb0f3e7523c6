import type { Conflict, Verdict } from '@schaalsprong/audit';
import { Button } from '@utrecht/component-library-react';
import { useState } from 'react';
import { OpinionForm } from '../../components/OpinionForm.tsx';
import { accepts } from '../../conflicts/kinds.ts';
import { verdictWords } from '../../conflicts/verdicts.ts';
import { useWords } from '../../lib/hooks.tsx';
import { todayHere } from '../../lib/kept.ts';
import { useTexts } from './texts.ts';
import { useView } from './view.tsx';

/** Who gave the last verdict in this page, so that a row of verdicts asks for the name once. */
let lastName = '';

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
  return (
    <OpinionForm
      name="verdict"
      words={verdictWords.map((word) => ({ word, title: c(`verdict.${word}`) }))}
      first={conflict.verdict?.verdict ?? 'accepted-as-rounding'}
      by={lastName}
      autoComplete="name"
      labels={{
        word: c('verdict.word'),
        by: c('verdict.who'),
        byMissing: c('verdict.who.missing'),
        why: c('verdict.why'),
        whyMissing: c('verdict.why.missing'),
        keep: c('verdict.keep'),
        where: c('verdict.where'),
      }}
      onKeep={({ word, by, why }) => {
        lastName = by;
        judge({ conflict: conflict.id, verdict: word, by, on: todayHere(), why });
        done();
      }}
    />
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
