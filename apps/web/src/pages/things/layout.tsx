import type { LinkKind, ThingResponse } from '@schaalsprong/wire';
import { pageTitle } from '@schaalsprong/wire/pages';
import { listPath, type ThingKind } from '@schaalsprong/wire/things';
import { Heading2 } from '@utrecht/component-library-react';
import type { ReactNode } from 'react';
import { Page } from '../../components/Page.tsx';
import { Failed, Loading } from '../../components/states.tsx';
import { useResource, useWords } from '../../lib/hooks.tsx';
import { thingResource } from './resources.ts';
import { useTexts } from './texts.ts';
import './things.css';

type Title = { readonly nl: string; readonly en: string };

interface Props {
  readonly kind: ThingKind & LinkKind;
  readonly id: string;
  readonly title: Title;
  /** What the thing is, in a word. */
  readonly kicker: string;
  /** What it has to do with the reader, in one sentence. */
  readonly lead: ReactNode;
  /** What needs no answer of the server beyond the agenda. */
  readonly first?: ReactNode;
  readonly children: (thing: ThingResponse) => ReactNode;
}

/** The layout of a page of a thing: what it is, one sentence, its facts, and what links to it. */
export function ThingPage({ kind, id, title, kicker, lead, first, children }: Props) {
  const { lang, tx } = useWords();
  const c = useTexts();
  const { value, failing } = useResource(thingResource(kind, id));
  const list = listPath(kind);
  const other = lang === 'nl' ? 'en' : 'nl';
  return (
    <Page
      title={tx(title)}
      kicker={kicker}
      trail={[
        { to: '/', label: tx(pageTitle('home')) },
        ...(list === null ? [] : [{ to: list, label: c(`many.${kind}`) }]),
      ]}
    >
      <p className="lead thing-lead">{lead}</p>
      {title.nl !== title.en && (
        <p className="small">
          {c('other', { title: '' }).trimEnd()} <span lang={other}>{title[other]}</span>
        </p>
      )}
      {first}
      {value !== null ? (
        children(value)
      ) : failing !== null ? (
        <Failed error={failing} retry={() => void thingResource(kind, id).refresh()} />
      ) : (
        <div className="thing-waiting">
          <Loading />
        </div>
      )}
    </Page>
  );
}

/** A part of the page with a heading; nothing where there is nothing in it. */
export function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="block">
      <Heading2>{title}</Heading2>
      {children}
    </section>
  );
}
