import './methods.css';
import type { MethodGroup } from '@schaalsprong/methods/reference-tests';
import { Button, Heading2, Heading3, Paragraph } from '@utrecht/component-library-react';
import { memo } from 'react';
import { Page } from '../../components/Page.tsx';
import { DataTable } from '../../components/Table.tsx';
import { useWords } from '../../lib/hooks.tsx';
import type { ReferenceTestAbout, ReferenceTestResult } from '../../methods/reference-tests.ts';
import { type ReferenceTests, useReferenceTests } from '../../methods/use-reference-tests.ts';
import { useTexts } from './texts.ts';

/** The groups in the order in which they are shown. */
const groups: readonly MethodGroup[] = [
  'sampling',
  'distributions',
  'sensitivity',
  'discovery',
  'robustness',
  'search',
  'why',
  'models',
];

/** Digits enough to see a difference, and no more. */
function useFigure(): (value: number) => string {
  const { lang } = useWords();
  const plain = new Intl.NumberFormat(lang, { maximumSignificantDigits: 7 });
  const small = new Intl.NumberFormat(lang, { notation: 'scientific', maximumSignificantDigits: 4 });
  return (value) =>
    value !== 0 && Number.isFinite(value) && (Math.abs(value) < 1e-4 || Math.abs(value) >= 1e9)
      ? small.format(value)
      : plain.format(value);
}

function Verdict({ holds }: { holds: boolean }) {
  const c = useTexts();
  return (
    <span className={holds ? 'verdict verdict--yes' : 'verdict verdict--no'}>
      {holds ? `✓ ${c('holds.yes')}` : `✗ ${c('holds.no')}`}
    </span>
  );
}

interface CheckProps {
  readonly check: ReferenceTestAbout;
  readonly result: ReferenceTestResult | undefined;
  readonly waiting: boolean;
  readonly run: (ids: readonly string[]) => void;
}

const Check = memo(function Check({ check, result, waiting, run }: CheckProps) {
  const { tx } = useWords();
  const c = useTexts();
  const figure = useFigure();
  return (
    <section className="check" aria-label={tx(check.title)}>
      <Heading3>{tx(check.title)}</Heading3>
      <p className="small" lang="en">
        {c('check.source', { source: check.source })}
      </p>
      {result === undefined &&
        (waiting ? (
          <p className="small">{c('check.running')}</p>
        ) : (
          <Button
            appearance="secondary-action-button"
            aria-label={`${c('check.run')}: ${tx(check.title)}`}
            onClick={() => run([check.id])}
          >
            {c('check.run')}
          </Button>
        ))}
      {result !== undefined && result.failed !== null && (
        <p role="alert">{c('check.failed', { why: result.failed })}</p>
      )}
      {result !== undefined && result.values.length > 0 && (
        <DataTable
          caption={tx(check.title)}
          hideCaption
          rows={result.values}
          rowKey={(value) => value.name}
          columns={[
            { key: 'name', head: c('column.name'), names: true, cell: (value) => value.name },
            {
              key: 'expected',
              head: c('column.expected'),
              numeric: true,
              cell: (value) => figure(value.expected),
            },
            { key: 'found', head: c('column.found'), numeric: true, cell: (value) => figure(value.found) },
            {
              key: 'tolerance',
              head: c('column.tolerance'),
              numeric: true,
              cell: (value) => figure(value.tolerance),
            },
            { key: 'holds', head: c('column.holds'), cell: (value) => <Verdict holds={value.holds} /> },
          ]}
        />
      )}
    </section>
  );
});

function Tally({ checks, results, waiting }: ReferenceTests) {
  const { count } = useWords();
  const c = useTexts();
  if (checks === null) return <p role="status">{c('loading')}</p>;
  const values = [...results.values()].flatMap((result) => result.values);
  const failed = [...results.values()].filter((result) => result.failed !== null).length;
  const good = values.filter((value) => value.holds).length;
  const left = checks.length - results.size - waiting.size;
  const fill = {
    n: count(good),
    of: count(values.length + failed),
    checks: count(results.size),
    off: count(values.length - good + failed),
  };
  return (
    <p role="status" className="lead">
      {waiting.size > 0
        ? c('tally.busy', { n: count(results.size), of: count(results.size + waiting.size) })
        : good === values.length && failed === 0
          ? c('tally.all', fill)
          : c('tally.some', fill)}
      {waiting.size === 0 && left > 0 && ` ${c('tally.slow', { n: count(left) })}`}
    </p>
  );
}

function Group({ group, checks }: { group: MethodGroup; checks: ReferenceTests }) {
  const { count } = useWords();
  const c = useTexts();
  const own = checks.checks?.filter(({ method }) => method === group) ?? [];
  if (own.length === 0) return null;
  const values = own.flatMap(({ id }) => checks.results.get(id)?.values ?? []);
  const good = values.filter((value) => value.holds).length;
  const wrong = good < values.length || own.some(({ id }) => checks.results.get(id)?.failed != null);
  return (
    <details className="check-group" open={wrong}>
      <summary>
        <Heading2>{c(`group.${group}`)}</Heading2>
        <span className={wrong ? 'verdict verdict--no' : 'verdict verdict--yes'}>
          {values.length === 0
            ? c('group.pending')
            : `${wrong ? '✗' : '✓'} ${c('group.holds', { n: count(good), of: count(values.length) })}`}
        </span>
      </summary>
      <Paragraph>{c(`group.${group}.what`)}</Paragraph>
      {own.map((check) => (
        <Check
          key={check.id}
          check={check}
          result={checks.results.get(check.id)}
          waiting={checks.waiting.has(check.id)}
          run={checks.run}
        />
      ))}
    </details>
  );
}

/** Every method of the policy table, run again on cases with a known answer. */
export default function MethodsPage() {
  const { t } = useWords();
  const c = useTexts();
  const checks = useReferenceTests();
  const all = checks.checks ?? [];
  const slow = all.filter(({ id }) => !checks.results.has(id) && !checks.waiting.has(id));
  return (
    <Page title={c('title')} trail={[{ to: '/bronnen', label: t('sources.title') }]}>
      <p className="lead">{c('lead')}</p>
      {checks.broken ? <p role="alert">{c('broken')}</p> : <Tally {...checks} />}
      <Paragraph>{c('intro')}</Paragraph>
      <p className="check-buttons">
        {slow.length > 0 && (
          <Button
            appearance="primary-action-button"
            disabled={checks.waiting.size > 0}
            onClick={() => checks.run(slow.map(({ id }) => id))}
          >
            {c('run.slow')}
          </Button>
        )}
        <Button
          appearance="secondary-action-button"
          disabled={checks.waiting.size > 0 || all.length === 0}
          onClick={() => checks.run(all.map(({ id }) => id))}
        >
          {c('run.again')}
        </Button>
      </p>
      {groups.map((group) => (
        <Group key={group} group={group} checks={checks} />
      ))}
    </Page>
  );
}
