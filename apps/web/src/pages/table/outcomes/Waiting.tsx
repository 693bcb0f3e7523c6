import { Button } from '@utrecht/component-library-react';
import { useWords } from '../../../lib/hooks.tsx';
import { useTexts } from '../texts.ts';
import type { Asked } from '../why/use-question.ts';

interface Props {
  readonly asked: Asked<unknown>;
  readonly stop: () => void;
  readonly again: () => void;
}

/** How far a longer question is, with a way to stop it; that it was stopped or failed, with a way to ask again. */
export function Waiting({ asked, stop, again }: Props) {
  const { tx } = useWords();
  const c = useTexts();
  switch (asked.phase) {
    case 'rest':
    case 'done':
      return null;
    case 'busy':
      return (
        <div className="notice waiting">
          <p role="status">{c('question.busy')}</p>
          <progress
            aria-label={c('question.progress')}
            {...(asked.part === null ? {} : { value: asked.part, max: 1 })}
          />
          <Button appearance="secondary-action-button" onClick={stop}>
            {c('question.stop')}
          </Button>
        </div>
      );
    case 'stopped':
    case 'failed':
      return (
        <div className="notice waiting" role="status">
          {asked.phase === 'stopped' ? (
            <p>{c('question.stopped')}</p>
          ) : asked.problems.length === 0 ? (
            <p>{c('question.failed')}</p>
          ) : (
            asked.problems.map((problem) => <p key={problem.nl}>{tx(problem)}</p>)
          )}
          <Button appearance="secondary-action-button" onClick={again}>
            {c('question.again')}
          </Button>
        </div>
      );
  }
}
