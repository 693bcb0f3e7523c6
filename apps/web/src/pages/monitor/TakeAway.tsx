import type { IndicatorResponse } from '@schaalsprong/wire';
import { downloads } from '@schaalsprong/wire';
import { Button, Heading2, Heading3 } from '@utrecht/component-library-react';
import { type ReactNode, useState } from 'react';
import { Out } from '../../components/Link.tsx';
import { useWords } from '../../lib/hooks.tsx';
import { useTexts } from './texts.ts';

/** Some text that a reader copies, with a button that does it. */
function Copied({ label, text, children }: { label: string; text: string; children: ReactNode }) {
  const c = useTexts();
  const [said, setSaid] = useState('');
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid(c('take.copied'));
    } catch {
      setSaid(c('take.notCopied'));
    }
  };
  return (
    <div className="copied">
      {children}
      <p className="take">
        <Button appearance="subtle-button" onClick={() => void copy()}>
          {label}
        </Button>
        <span role="status" className="small">
          {said}
        </span>
      </p>
    </div>
  );
}

/** Everything about the indicator as files, as a chart for another site, and how to cite it. */
export function TakeAway({ response }: { response: IndicatorResponse }) {
  const { tx, lang } = useWords();
  const c = useTexts();
  const { indicator, metadata, asKnownOn } = response;
  const then = asKnownOn === null ? '' : `?bekendOp=${asKnownOn}`;
  const languageOfPage = lang === 'nl' ? '' : `?taal=${lang}`;
  const address = `${globalThis.location.origin}${downloads.embed.path.replace('{id}', indicator.id)}${languageOfPage}`;
  const title = tx(indicator.title).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
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
      <Copied label={c('take.copyCite')} text={tx(metadata.citation)}>
        <p className="citation">{tx(metadata.citation)}</p>
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
