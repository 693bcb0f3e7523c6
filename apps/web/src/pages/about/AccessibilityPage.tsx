import { Heading2, Paragraph } from '@utrecht/component-library-react';
import { A } from '../../components/Link.tsx';
import { Page } from '../../components/Page.tsx';
import { useTexts } from './texts.ts';

const tested = [
  'access.tested.axe',
  'access.tested.narrow',
  'access.tested.keyboard',
  'access.tested.chart',
] as const;
const untested = [
  'access.untested.people',
  'access.untested.files',
  'access.untested.script',
  'access.untested.model',
] as const;

/** What was tested for people with a disability, and what was not. */
export default function AccessibilityPage() {
  const c = useTexts();
  return (
    <Page title={c('access.title')} trail={[{ to: '/over', label: c('about.title') }]} cite={false}>
      <p className="lead">{c('access.lead')}</p>
      <div className="prose">
        <Heading2>{c('access.status')}</Heading2>
        <Paragraph>{c('access.status.text')}</Paragraph>
        <Heading2>{c('access.tested')}</Heading2>
        <ul>
          {tested.map((key) => (
            <li key={key}>{c(key)}</li>
          ))}
        </ul>
        <Heading2>{c('access.untested')}</Heading2>
        <ul>
          {untested.map((key) => (
            <li key={key}>{c(key)}</li>
          ))}
        </ul>
        <Heading2>{c('access.report')}</Heading2>
        <Paragraph>
          {c('access.report.text')} <A to="/over">{c('about.title')}</A>
        </Paragraph>
      </div>
    </Page>
  );
}
