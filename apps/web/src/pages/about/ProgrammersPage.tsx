import { downloads, routes } from '@schaalsprong/wire';
import { Heading2, Paragraph } from '@utrecht/component-library-react';
import { A, Out } from '../../components/Link.tsx';
import { Page } from '../../components/Page.tsx';
import { DataTable } from '../../components/Table.tsx';
import { useAgenda } from '../../lib/hooks.tsx';
import { commands, futuresInPython, standingInPython } from './examples.ts';
import { useTexts } from './texts.ts';

const files = Object.values(downloads)
  .map(({ path, mediaType }) => ({ path, mediaType }))
  .sort((a, b) => (a.path < b.path ? -1 : 1));

function Code({ children }: { children: string }) {
  return (
    <pre className="equation">
      <code>{children}</code>
    </pre>
  );
}

/** How a program gets at everything that the site shows. */
export default function ProgrammersPage() {
  const c = useTexts();
  const { region, targets } = useAgenda();
  const target = targets.find(({ outcome }) => outcome !== null)?.id ?? 'TARGET';
  return (
    <Page title={c('program.title')} trail={[{ to: '/over', label: c('about.title') }]} cite={false}>
      <p className="lead">{c('program.lead')}</p>
      <div className="prose">
        <Heading2>{c('program.api')}</Heading2>
        <Paragraph>
          {c('program.api.text')} <Out href={routes.description.path}>{routes.description.path}</Out>
        </Paragraph>
        <Heading2>{c('program.python')}</Heading2>
        <Paragraph>{c('program.python.text')}</Paragraph>
      </div>
      <Code>{standingInPython(globalThis.location.origin, target)}</Code>
      <div className="prose">
        <Heading2>{c('program.futures')}</Heading2>
        <Paragraph>
          {c('program.futures.text')} <A to="/tafel">{c('program.futures.link')}</A>
        </Paragraph>
      </div>
      <Code>{futuresInPython(target)}</Code>
      <div className="prose">
        <Heading2>{c('program.command')}</Heading2>
        <Paragraph>{c('program.command.text')}</Paragraph>
      </div>
      <Code>{commands(region.id)}</Code>
      <div className="prose">
        <Paragraph>{c('program.ema')}</Paragraph>
        <Heading2>{c('program.files')}</Heading2>
        <Paragraph>{c('program.files.text')}</Paragraph>
      </div>
      <DataTable
        caption={c('program.files')}
        hideCaption
        stacks
        rows={files}
        rowKey={({ path }) => path}
        columns={[
          { key: 'path', head: c('program.address'), names: true, cell: ({ path }) => <code>{path}</code> },
          { key: 'type', head: c('program.type'), cell: ({ mediaType }) => mediaType },
        ]}
      />
    </Page>
  );
}
