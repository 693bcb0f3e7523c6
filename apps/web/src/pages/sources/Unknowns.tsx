import { Heading2, Paragraph } from '@utrecht/component-library-react';
import { Kind } from '../../components/Kind.tsx';
import { A } from '../../components/Link.tsx';
import { Page } from '../../components/Page.tsx';
import { useAgenda, useNames, useWords } from '../../lib/hooks.tsx';
import { useTexts } from './texts.ts';

/** What the program cannot do yet, in the order of an agenda: the region, people, chains. docs/mission.md quotes these sentences. */
const notBuilt = [
  'notBuilt.dialogue',
  'notBuilt.pipeline',
  'notBuilt.programme',
  'notBuilt.amenities',
  'notBuilt.workLocations',
  'notBuilt.priority',
  'notBuilt.matching',
  'notBuilt.learning',
  'notBuilt.matrix',
  'notBuilt.roadmaps',
  'notBuilt.instruments',
  'notBuilt.shared',
  'notBuilt.network',
  'notBuilt.knowledge',
  'notBuilt.contagion',
  'notBuilt.missions',
  'notBuilt.pathways',
] as const;

/** What we do not know, what is not modelled, where we set a bound ourselves, and what is not built. */
export function Unknowns() {
  const { t, tx } = useWords();
  const s = useTexts();
  const agenda = useAgenda();
  const names = useNames();
  const notModelled = agenda.targets.flatMap(({ id, title, notModelled: reason }) =>
    reason === null ? [] : [{ id, title, reason }],
  );
  const assumed = agenda.targets.filter((target) => target.valueIs === 'assumed');
  return (
    <Page title={t('unknown.title')} trail={[{ to: '/bronnen', label: t('sources.title') }]}>
      <Paragraph>{t('unknown.lead')}</Paragraph>
      <ol className="unknowns">
        {agenda.unknowns.map((unknown) => (
          <li key={unknown.id} id={unknown.id}>
            <p>
              <strong>{tx(unknown.text)}</strong>
            </p>
            {unknown.consequence !== undefined && (
              <p className="small">
                {t('unknown.consequence')}: {tx(unknown.consequence)}
              </p>
            )}
            {unknown.where !== undefined && (
              <p className="small">
                {t('unknown.where')}: {tx(unknown.where)}
              </p>
            )}
            {unknown.targets.length > 0 && (
              <p className="small">
                {t('unknown.targets')}:{' '}
                {unknown.targets.map((target, i) => (
                  <span key={target}>
                    {i > 0 && ', '}
                    <A to={`/doelen/${target}`}>{names.target(target)}</A>
                  </span>
                ))}
              </p>
            )}
          </li>
        ))}
      </ol>
      <Heading2>{t('unknown.notModelled')}</Heading2>
      <ul className="claims">
        {notModelled.map((target) => (
          <li key={target.id}>
            <A to={`/doelen/${target.id}`}>{tx(target.title)}</A>{' '}
            <span className="small">{tx(target.reason)}</span>
          </li>
        ))}
      </ul>
      <Heading2>
        {t('unknown.assumed')} <Kind of="assumed" />
      </Heading2>
      <ul className="claims">
        {assumed.map((target) => (
          <li key={target.id}>
            <A to={`/doelen/${target.id}`}>{tx(target.title)}</A>{' '}
            {target.valueReason !== undefined && <span className="small">{tx(target.valueReason)}</span>}
          </li>
        ))}
      </ul>
      <Heading2>{s('notBuilt.title')}</Heading2>
      <Paragraph>{s('notBuilt.lead')}</Paragraph>
      <ul className="claims">
        {notBuilt.map((key) => (
          <li key={key}>{s(key)}</li>
        ))}
      </ul>
    </Page>
  );
}
