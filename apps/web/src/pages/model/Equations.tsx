import type { ModelVariable, SourcesResponse } from '@schaalsprong/wire';
import { Button, Heading2, Paragraph } from '@utrecht/component-library-react';
import { memo, useDeferredValue, useMemo, useState } from 'react';
import { Kind, type NumberKind } from '../../components/Kind.tsx';
import { A } from '../../components/Link.tsx';
import { SearchField } from '../../components/SearchField.tsx';
import { allWordsIn } from '../../lib/find.ts';
import { useAgenda, useWords } from '../../lib/hooks.tsx';
import { variableLabel } from './labels.ts';
import { useTexts } from './texts.ts';

/** Equations that a search may show unfolded: about two screens. */
const unfoldedUpTo = 40;

/** The kind of number that an equation gives: its comment says whether it was assumed; what is no constant is computed. */
const kindOf = ({ kind, comment }: ModelVariable): NumberKind =>
  comment.includes('assumption:') ? 'assumed' : kind === 'constant' ? 'stated' : 'computed';

/** An equation on one line. */
const onOneLine = (equation: string): string => equation.replaceAll(/\s+/g, ' ');

interface Named {
  readonly variable: ModelVariable;
  readonly label: string | null;
}

/** One equation on a line: what it is called, what it says, its unit and of what kind it is; the rest on demand. */
const EquationRow = memo(function EquationRow({ variable, label }: Named) {
  const c = useTexts();
  return (
    <details className="equation-row">
      <summary>
        <code className="equation-row__line" lang="en">
          {onOneLine(variable.equation)}
        </code>
        {label !== null && <span className="equation-row__label">{label}</span>}
        <span className="equation-row__units" lang="en">
          {variable.units}
        </span>
        <Kind of={kindOf(variable)} />
      </summary>
      <pre className="equation" lang="en">
        {variable.equation}
      </pre>
      <p lang="en">{variable.comment}</p>
      <p>
        <A to={`/bronnen/model/${variable.id}`}>{c('equation.page', { name: variable.name })}</A>
      </p>
    </details>
  );
});

/** Every equation of the model by sector, folded, with a search over names, equations, units and comments. */
export const Equations = memo(function Equations({ sources }: { sources: SourcesResponse }) {
  const { t, tx, count } = useWords();
  const c = useTexts();
  const agenda = useAgenda();
  const { variables } = sources.model;
  const [question, setQuestion] = useState('');
  const asked = useDeferredValue(question).trim();
  const named = useMemo(
    (): readonly Named[] =>
      variables.map((variable) => ({ variable, label: variableLabel(variable, agenda, sources, tx) })),
    [variables, agenda, sources, tx],
  );
  const found = named.filter(
    ({ variable: { name, comment, units, equation }, label }) =>
      asked === '' || allWordsIn(asked, [name, label ?? '', comment, units, equation]),
  );
  const sectors = [...new Set(found.map(({ variable }) => variable.sector))];
  const isFew = found.length <= unfoldedUpTo;
  return (
    <section className="block">
      <Heading2>{t('model.equations')}</Heading2>
      <Paragraph>{c('equations.lead')}</Paragraph>
      <search className="filters">
        <SearchField label={t('model.filter')} value={question} onSearch={setQuestion} />
      </search>
      <p role="status" className="small">
        {t('model.filter.count', { n: count(found.length), of: count(variables.length) })}
      </p>
      {found.length === 0 && (
        <Paragraph>
          {t('model.filter.none')}{' '}
          <Button appearance="subtle-button" onClick={() => setQuestion('')}>
            {t('claims.filter.clear')}
          </Button>
        </Paragraph>
      )}
      {sectors.map((sector) => {
        const own = found.filter(({ variable }) => variable.sector === sector);
        return (
          // A search that leaves few shows them; what the reader opened by hand stays open while the search does.
          <details key={`${sector} ${isFew}`} className="fold equations" open={isFew} data-stays-open>
            <summary>
              <h3 lang="en">{sector}</h3> <span className="small">{count(own.length)}</span>
            </summary>
            {own.map(({ variable, label }) => (
              <EquationRow key={variable.id} variable={variable} label={label} />
            ))}
          </details>
        );
      })}
    </section>
  );
});
