import type { ApiSource, SourcesResponse } from '@schaalsprong/wire';
import type { ReactNode } from 'react';
import { useResource, useWords } from '../lib/hooks.tsx';
import { sourcesResource } from '../lib/resource.ts';
import { sourceIn } from '../lib/source-words.ts';
import { A } from './Link.tsx';
import { Failed, Loading } from './states.tsx';

/** Fetches where every number comes from, for what is inside. */
export function WithSources({ children }: { children: (sources: SourcesResponse) => ReactNode }) {
  const sources = useResource(sourcesResource);
  if (sources.value !== null) return children(sources.value);
  if (sources.failing !== null) {
    return <Failed error={sources.failing} retry={() => void sourcesResource.refresh()} />;
  }
  return <Loading />;
}

/** A source as content names it, linked to its own page where it has one. */
export function SourceName({
  text,
  sources,
}: {
  text: string;
  sources: readonly Pick<ApiSource, 'id' | 'text'>[];
}) {
  const { t, lang } = useWords();
  if (text === 'assumption') return t('assumption.own');
  const known = sources.find((source) => source.text === text);
  const said = sourceIn(text, lang);
  const short = <span lang={said.lang}>{shortSource(said.text)}</span>;
  return known === undefined ? short : <A to={`/bronnen/gegevens/${known.id}`}>{short}</A>;
}

const longest = 90;

/** A source in few words: each address as the name of its site. The whole text is on the page of the source. */
export function shortSource(text: string): string {
  const short = text.replaceAll(/https?:\/\/(?:www\.)?([^/\s,;)]+)[^\s,;)]*/g, '$1');
  return short.length <= longest ? short : `${short.slice(0, longest - 1).trimEnd()}…`;
}
