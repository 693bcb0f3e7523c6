import type { ModelProblem } from '@schaalsprong/model';
import { Alert, Heading2, Paragraph } from '@utrecht/component-library-react';
import type { ReactNode } from 'react';
import type { TextKey } from '../../i18n/i18n.ts';
import { useWords } from '../../lib/hooks.tsx';
import type { Opened, SessionState } from '../../model/model-session.ts';
import type { Links } from '../../model/reading.ts';

const mostShown = 12;

/**
 * Texts of the model package are parts of a sentence as often as whole ones. Case stays: they may begin with a name of
 * the model.
 */
const sentence = (text: string): string => {
  const trimmed = text.trim();
  return /[.?!…|]$/.test(trimmed) ? trimmed : `${trimmed}.`;
};

const titles: Readonly<Record<'text' | 'run', readonly [one: TextKey, more: TextKey]>> = {
  text: ['model.faults.title.one', 'model.faults.title'],
  run: ['model.faults.run.one', 'model.faults.run'],
};

/** Faults or remarks as a list: where each is, what was found and expected, and what to do. */
export function ProblemList({ problems }: { problems: readonly ModelProblem[] }) {
  const { t, tx, count } = useWords();
  return (
    <>
      <ul className="faults">
        {problems.slice(0, mostShown).map((problem) => (
          <li key={`${problem.line} ${problem.code} ${problem.message.en}`}>
            <strong>
              {problem.line > 0
                ? t('model.faults.line', { file: problem.file, line: problem.line })
                : problem.file}
            </strong>
            : {sentence(tx(problem.message))}{' '}
            {problem.expected !== undefined &&
              sentence(t('model.faults.expected', { what: tx(problem.expected) }))}{' '}
            {sentence(tx(problem.hint))}
          </li>
        ))}
      </ul>
      {problems.length > mostShown && (
        <Paragraph>{t('model.faults.more', { n: count(problems.length - mostShown) })}</Paragraph>
      )}
    </>
  );
}

/** Every fault of a model, in its text or in a run of it. */
export function ModelProblems({
  problems,
  of,
  children,
}: {
  problems: readonly ModelProblem[];
  of: 'text' | 'run';
  children?: ReactNode;
}) {
  const { t, count } = useWords();
  const [one, more] = titles[of];
  return (
    <Alert type="error" role="alert">
      <Heading2>{t(problems.length === 1 ? one : more, { n: count(problems.length) })}</Heading2>
      <ProblemList problems={problems} />
      {children}
    </Alert>
  );
}

/** What to do in the page about data that a model asks for: only the command reads files with data. */
export function DataAdvice({ problems }: { problems: readonly ModelProblem[] }) {
  const { t } = useWords();
  return problems.some(({ code }) => code === 'MODEL_DATA') && <Paragraph>{t('own.data')}</Paragraph>;
}

/** What is shown of the links in a model: themselves once they are measured. */
export function LinksState({ opened, children }: { opened: Opened; children: (links: Links) => ReactNode }) {
  const { t } = useWords();
  if (opened.links === 'failed') return <p role="alert">{t('model.links.failed')}</p>;
  if (opened.links !== null) return children(opened.links);
  return (
    <p className="loading" role="status">
      {t('model.links.seeking')}
    </p>
  );
}

/** What is shown of a model: itself once it is read, and until then how far it is or what is wrong. */
export function ModelState({
  state,
  children,
  withProblems,
}: {
  state: SessionState;
  children: (opened: Opened) => ReactNode;
  /** What to say beside the faults of a text. */
  withProblems?: (problems: readonly ModelProblem[]) => ReactNode;
}) {
  const { t } = useWords();
  if (state.phase === 'opening') {
    return (
      <p className="loading loading--page" role="status">
        {t('model.opening')}
      </p>
    );
  }
  if (state.phase === 'unreadable') {
    return (
      <ModelProblems of="text" problems={state.problems}>
        {withProblems?.(state.problems)}
      </ModelProblems>
    );
  }
  if (state.phase === 'failed') {
    return (
      <Alert type="error" role="alert">
        <Paragraph>{t('model.failed')}</Paragraph>
      </Alert>
    );
  }
  return children(state.opened);
}
