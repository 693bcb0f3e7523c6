import type { IndicatorResponse } from '@schaalsprong/wire';
import { downloads } from '@schaalsprong/wire';
import { Heading2, Heading3 } from '@utrecht/component-library-react';
import { Copied } from '../../components/Copied.tsx';
import { Out } from '../../components/Link.tsx';
import { useWords } from '../../lib/hooks.tsx';
import { todayIso } from '../../lib/time.ts';
import { useTexts } from './texts.ts';

/** Everything about the indicator as files, as a chart for another site, and how to cite it. */
export function TakeAway({ response }: { response: IndicatorResponse }) {
  const { t, tx, lang, period } = useWords();
  const c = useTexts();
  const { indicator, metadata, asKnownOn } = response;
  const then = asKnownOn === null ? '' : `?bekendOp=${asKnownOn}`;
  const languageOfPage = lang === 'nl' ? '' : `?taal=${lang}`;
  const address = `${globalThis.location.origin}${downloads.embed.path.replace('{id}', indicator.id)}${languageOfPage}`;
  const title = tx(indicator.title).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  // A server knows no address of its own; a citation without one is of no use elsewhere.
  const citation = `${tx(metadata.citation).replace(/(^|\s)\/(?=[a-z])/g, `$1${globalThis.location.origin}/`)} ${t('cite.consulted', { date: period(todayIso()) })}`;
  const code = `<iframe src="${address}" title="${title}" width="640" height="460" loading="lazy"></iframe>`;
  return (
    <section className="block" id="meenemen">
      <Heading2>{c('take')}</Heading2>
      <ul className="inline-list downloads">
        {metadata.downloads.map(({ path, mediaType }) => (
          <li key={path}>
            <Out href={/\.(svg|png)$/.test(path) ? `${path}${languageOfPage}` : `${path}${then}`} download>
              {path.split('/').at(-1)}
            </Out>{' '}
            <span className="small">{mediaType}</span>
          </li>
        ))}
      </ul>
      <Heading3>{c('take.cite')}</Heading3>
      <Copied label={c('take.copyCite')} text={citation}>
        <p className="citation">{citation}</p>
      </Copied>
      <Heading3>{c('take.embed')}</Heading3>
      <Copied label={c('take.copyEmbed')} text={code}>
        <pre className="equation">
          <code>{code}</code>
        </pre>
      </Copied>
    </section>
  );
}
