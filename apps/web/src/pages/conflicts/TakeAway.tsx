import type { AuditReport } from '@schaalsprong/audit';
import { downloads } from '@schaalsprong/wire';
import { pageTitle } from '@schaalsprong/wire/pages';
import { Button } from '@utrecht/component-library-react';
import { useState } from 'react';
import { csvType, save } from '../../charts/take.ts';
import { Out } from '../../components/Link.tsx';
import { keyOf, published } from '../../conflicts/switches.ts';
import { allVerdicts, verdictsYaml } from '../../conflicts/verdicts.ts';
import { useAgenda, useWords } from '../../lib/hooks.tsx';
import { todayIso } from '../../lib/time.ts';
import { FolderVerdicts } from './FolderVerdicts.tsx';
import { Section } from './Others.tsx';
import { useTexts } from './texts.ts';
import { useView } from './view.tsx';

/** The report as a document and as a table, and the verdicts as a file for the region folder. */
export function TakeAway({ report }: { report: AuditReport }) {
  const { lang, t, tx, to } = useWords();
  const { region } = useAgenda();
  const c = useTexts();
  const { input, switches, ownVerdicts } = useView();
  const [failed, setFailed] = useState('');
  const asPublished = keyOf(switches) === keyOf(published) && ownVerdicts.length === 0;
  const make = async (format: 'md' | 'csv'): Promise<void> => {
    setFailed('');
    try {
      const { reportCsv, reportMarkdown } = await import('@schaalsprong/audit');
      const about = {
        title: `${tx(pageTitle('conflicts'))}, ${tx(region.title)}`,
        unit: t('chart.unitByRow'),
        source: `${t('app.name')} · audit ${report.hash.slice(0, 8)}`,
        retrieved: todayIso(),
        address: globalThis.location.href,
      };
      const [text, type] =
        format === 'md'
          ? [reportMarkdown(report, input, lang), 'text/markdown;charset=utf-8']
          : [reportCsv(report, input, lang, about), csvType];
      save(`tegenspraken.${format}`, new Blob([text], { type }));
    } catch {
      setFailed(c('take.failed'));
    }
  };
  const verdicts = allVerdicts(input.verdicts, ownVerdicts);
  return (
    <Section id="meenemen" title={c('take.title')} note={c(asPublished ? 'take.published' : 'take.chosen')}>
      <p className="take">
        {asPublished ? (
          <>
            <Out href={to(downloads.auditMarkdown.path)} download>
              {c('take.markdown')}
            </Out>
            <Out href={to(downloads.auditCsv.path)} download>
              {c('take.csv')}
            </Out>
            <Out href={downloads.auditJson.path} download>
              {c('take.json')}
            </Out>
          </>
        ) : (
          <>
            <Button appearance="subtle-button" onClick={() => void make('md')}>
              {c('take.markdown')}
            </Button>
            <Button appearance="subtle-button" onClick={() => void make('csv')}>
              {c('take.csv')}
            </Button>
          </>
        )}
        <Button
          appearance="subtle-button"
          onClick={() =>
            save('verdicts.yaml', new Blob([verdictsYaml(verdicts)], { type: 'application/yaml' }))
          }
        >
          {c('take.verdicts')}
        </Button>
        <Button appearance="subtle-button" onClick={() => globalThis.print()}>
          {c('take.print')}
        </Button>
      </p>
      <p className="small">{c('take.verdicts.note')}</p>
      <FolderVerdicts verdicts={ownVerdicts} />
      <p role="status" className="small">
        {failed}
      </p>
    </Section>
  );
}
