import { Heading2, Paragraph } from '@utrecht/component-library-react';
import { A, Out } from '../../components/Link.tsx';
import { Page } from '../../components/Page.tsx';
import { useAgenda, useResource, useStanding, useWords } from '../../lib/hooks.tsx';
import { monitorResource } from '../../monitor/resources.ts';
import { useTexts } from './texts.ts';

/** Licences that are no name, in words. */
const inWords: ReadonlyMap<string, 'licence.unverified' | 'licence.closed'> = new Map([
  ['not verified', 'licence.unverified'],
  ['nietHerdistribueerbaar', 'licence.closed'],
]);

/** How many sources of figures stand under each licence, the most first. */
function Licences() {
  const { count } = useWords();
  const c = useTexts();
  const { value } = useResource(monitorResource);
  const by = new Map<string, number>();
  for (const { licence } of value?.sources ?? []) by.set(licence, (by.get(licence) ?? 0) + 1);
  if (by.size === 0) return null;
  return (
    <ul>
      {[...by]
        .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
        .map(([name, n]) => {
          const key = inWords.get(name);
          return [key === undefined ? name : c(key), n] as const;
        })
        .map(([licence, n]) => (
          <li key={licence}>
            {n === 1
              ? c('about.data.licence.one', { licence })
              : c('about.data.licence', { licence, n: count(n) })}
          </li>
        ))}
    </ul>
  );
}

/** Who publishes this, in what standing, and what it was made of. */
export default function AboutPage() {
  const { tx, count } = useWords();
  const c = useTexts();
  const { region } = useAgenda();
  const { detail } = useStanding();
  const { publisher, document } = region;
  const p = detail?.assessment.provenance;
  const status =
    publisher === undefined
      ? c('about.status.none')
      : c(publisher.official ? 'about.status.official' : 'about.status.unofficial', { name: publisher.name });
  return (
    <Page title={c('about.title')} cite={false}>
      <p className="lead">{c('about.lead', { region: tx(region.title) })}</p>
      <div className="prose">
        <Heading2>{c('about.status')}</Heading2>
        <Paragraph>{status}</Paragraph>
        <Paragraph>
          {c('about.status.document')} <Out href={document.address}>{document.title}</Out>
        </Paragraph>
        <Heading2>{c('about.contact')}</Heading2>
        {publisher?.contact === undefined ? (
          <Paragraph>{c('about.contact.none')}</Paragraph>
        ) : (
          <Paragraph>
            {c('about.contact.at')}{' '}
            <Out href={publisher.contact}>{publisher.contact.replace(/^mailto:/, '')}</Out>
          </Paragraph>
        )}
        <Heading2>{c('about.code')}</Heading2>
        {publisher?.code === undefined ? (
          <Paragraph>{c('about.code.none')}</Paragraph>
        ) : (
          <Paragraph>
            {c('about.code.at')} <Out href={publisher.code}>{publisher.code}</Out>
          </Paragraph>
        )}
        <Heading2>{c('about.data')}</Heading2>
        <Paragraph>
          {c('about.data.text')} <A to="/bronnen/gegevens">{c('about.data.link')}</A>
        </Paragraph>
        <Licences />
        <Paragraph>{c('about.synthetic')}</Paragraph>
        <Heading2>{c('about.made')}</Heading2>
        <Paragraph>
          {p === undefined
            ? c('about.made.waiting')
            : c('about.made.text', {
                agenda: p.agenda.slice(0, 8),
                data: p.data.slice(0, 8),
                model: p.model.slice(0, 8),
                futures: count(p.futures),
                seed: p.seed,
              })}
        </Paragraph>
        <Heading2>{c('about.more')}</Heading2>
        <ul>
          <li>
            <A to="/over/toegankelijkheid">{c('access.title')}</A>
          </li>
          <li>
            <A to="/over/privacy">{c('privacy.title')}</A>
          </li>
          <li>
            <A to="/over/programmeurs">{c('program.title')}</A>
          </li>
        </ul>
      </div>
    </Page>
  );
}
