import type { ModelProblem } from '@schaalsprong/model';
import { Alert, Heading2, Paragraph } from '@utrecht/component-library-react';
import type { ReactNode } from 'react';
import type { LabState, Opened } from '../../../lab/lab.ts';
import { useWords } from '../../../lib/hooks.tsx';

const mostShown = 12;

/** Every fault of a model: where it is, what was found and expected, and what to do. */
export function ModelProblems({ problems }: { problems: readonly ModelProblem[] }) {
  const { t, tx, count } = useWords();
  return (
    <Alert type="error" role="alert">
      <Heading2>{t('model.faults.title', { n: count(problems.length) })}</Heading2>
      <ul className="faults">
        {problems.slice(0, mostShown).map((problem) => (
          <li key={`${problem.line} ${problem.code} ${problem.message.en}`}>
            <strong>
              {problem.line > 0
                ? t('model.faults.line', { file: problem.file, line: problem.line })
                : problem.file}
            </strong>
            : {tx(problem.message)} {problem.expected !== undefined && tx(problem.expected)}{' '}
            {tx(problem.hint)}
          </li>
        ))}
      </ul>
      {problems.length > mostShown && (
        <Paragraph>{t('model.faults.more', { n: count(problems.length - mostShown) })}</Paragraph>
      )}
    </Alert>
  );
}

/** What is shown of a model: itself once it is read, and until then how far it is or what is wrong. */
export function ModelState({
  state,
  children,
}: {
  state: LabState;
  children: (opened: Opened) => ReactNode;
}) {
  const { t } = useWords();
  if (state.phase === 'opening') {
    return (
      <p className="loading" role="status">
        {t('model.opening')}
      </p>
    );
  }
  if (state.phase === 'unreadable') return <ModelProblems problems={state.problems} />;
  if (state.phase === 'failed') {
    return (
      <Alert type="error" role="alert">
        <Paragraph>{t('model.failed')}</Paragraph>
      </Alert>
    );
  }
  return children(state.opened);
}
