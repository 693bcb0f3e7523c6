import { Heading2, Paragraph } from '@utrecht/component-library-react';
import { Kind } from '../../components/Kind.tsx';
import { Page } from '../../components/Page.tsx';
import { Row } from '../../components/Row.tsx';
import { StatusMark } from '../../components/StatusMark.tsx';
import { DataTable } from '../../components/Table.tsx';
import { useAgenda, useStanding, useWords } from '../../lib/hooks.tsx';
import { useTexts } from './texts.ts';

function History() {
  const { t, tx, lang } = useWords();
  const { detail } = useStanding();
  const percent = new Intl.NumberFormat(lang, { style: 'percent', maximumFractionDigits: 2 });
  if (detail === null) return <Paragraph>{t('method.history.pending')}</Paragraph>;
  const checks = detail.assessment.history;
  if (checks.length === 0) return <Paragraph>{t('method.history.none')}</Paragraph>;
  return (
    <DataTable
      caption={t('method.history')}
      hideCaption
      stacks
      rows={checks}
      rowKey={(check) => check.id}
      columns={[
        { key: 'title', head: t('method.history.series'), names: true, cell: (check) => tx(check.title) },
        {
          key: 'worst',
          head: t('method.history.worst'),
          numeric: true,
          cell: (check) => percent.format(check.worst),
        },
        {
          key: 'tolerance',
          head: t('method.history.tolerance'),
          numeric: true,
          cell: (check) => percent.format(check.tolerance),
        },
        {
          key: 'within',
          head: t('method.history.within'),
          cell: (check) => {
            if (check.fitted !== null) return t('method.history.fitted', { why: tx(check.fitted) });
            return (
              <span className={check.within ? 'verdict verdict--yes' : 'verdict verdict--no'}>
                {check.within ? `✓ ${t('method.history.yes')}` : `✗ ${t('method.history.no')}`}
              </span>
            );
          },
        },
      ]}
    />
  );
}

/** How the numbers come about. */
export function Method() {
  const { t, count } = useWords();
  const s = useTexts();
  const { region } = useAgenda();
  const { detail } = useStanding();
  const futures = detail?.assessment.provenance.futures ?? region.assessment.futures;
  const seed = detail?.assessment.provenance.seed ?? region.assessment.seed;
  const scenario = detail?.assessment.provenance.scenario ?? region.assessment.scenario;
  const command = `npm run schaalsprong -- assess --futures ${futures} --seed ${seed} --scenario ${scenario}`;
  return (
    <Page title={t('method.title')} trail={[{ to: '/bronnen', label: t('sources.title') }]}>
      <p className="lead">{t('method.lead')}</p>
      <div className="prose">
        <Heading2>{t('method.kinds')}</Heading2>
        <Paragraph>{t('method.kinds.text')}</Paragraph>
        <ul className="plain kinds">
          {(['stated', 'observed', 'assumed', 'computed'] as const).map((kind) => (
            <li key={kind}>
              <Kind of={kind} /> {t(`kind.${kind}.long`)}
            </li>
          ))}
        </ul>
        <Heading2>{t('method.futures')}</Heading2>
        <Paragraph>{t('method.futures.text', { n: count(futures), seed: String(seed) })}</Paragraph>
        <Heading2>{t('method.met')}</Heading2>
        <Paragraph>{t('method.met.text')}</Paragraph>
        <Heading2>{t('method.status')}</Heading2>
        <Paragraph>{t('status.bounds')}</Paragraph>
        <ul className="plain">
          {(['most', 'some', 'few', 'unknown'] as const).map((status) => (
            <li key={status}>
              <StatusMark status={status} />
            </li>
          ))}
        </ul>
        <Heading2>{t('method.binding')}</Heading2>
        <Paragraph>{t('method.binding.text')}</Paragraph>
        <Heading2>{t('method.carried')}</Heading2>
        <Paragraph>{t('method.carried.text')}</Paragraph>
        <Heading2>{t('method.history')}</Heading2>
        <Paragraph>{t('method.history.text')}</Paragraph>
      </div>
      <History />
      <div className="prose">
        <Heading2>{t('method.reproduce')}</Heading2>
        <Paragraph>{t('method.reproduce.text')}</Paragraph>
        <details>
          <summary>{s('method.command')}</summary>
          <pre className="equation">{command}</pre>
        </details>
        <dl className="about">
          {(['agenda', 'data', 'model'] as const).map((part) => (
            <Row key={part} label={t(`method.hash.${part}`)}>
              <code className="hash">{region.hashes[part]}</code>
            </Row>
          ))}
        </dl>
      </div>
    </Page>
  );
}
