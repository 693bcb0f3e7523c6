import { Heading2, Paragraph } from '@utrecht/component-library-react';
import { Page } from '../../components/Page.tsx';
import { DataTable } from '../../components/Table.tsx';
import { keptKeys } from './keys.ts';
import { useTexts } from './texts.ts';

const rows = keptKeys.map(([name, text]) => ({ name, text }));

/** What is kept of a reader, where, and what is not. */
export default function PrivacyPage() {
  const c = useTexts();
  return (
    <Page title={c('privacy.title')} trail={[{ to: '/over', label: c('about.title') }]} cite={false}>
      <p className="lead">{c('privacy.lead')}</p>
      <div className="prose">
        <Heading2>{c('privacy.browser')}</Heading2>
        <Paragraph>{c('privacy.browser.text')}</Paragraph>
      </div>
      <DataTable
        caption={c('privacy.browser')}
        hideCaption
        stacks
        rows={rows}
        rowKey={({ name }) => name}
        columns={[
          { key: 'name', head: c('privacy.key'), names: true, cell: ({ name }) => <code>{name}</code> },
          { key: 'what', head: c('privacy.what'), cell: ({ text }) => c(text) },
        ]}
      />
      <div className="prose">
        <Paragraph>{c('privacy.pages')}</Paragraph>
        <Heading2>{c('privacy.files')}</Heading2>
        <Paragraph>{c('privacy.files.text')}</Paragraph>
        <Heading2>{c('privacy.server')}</Heading2>
        <Paragraph>{c('privacy.server.text')}</Paragraph>
        <Paragraph>{c('privacy.shared')}</Paragraph>
      </div>
    </Page>
  );
}
