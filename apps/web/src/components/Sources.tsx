import type { ReactNode } from 'react';
import type { ApiSource, SourcesResponse } from '../api.ts';
import { useResource, useWords } from '../lib/hooks.tsx';
import { sourcesResource } from '../lib/resource.ts';
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
export function SourceName({ text, sources }: { text: string; sources: readonly ApiSource[] }) {
  const { t } = useWords();
  if (text === 'assumption') return t('assumption.own');
  const known = sources.find((source) => source.text === text);
  return known === undefined ? text : <A to={`/bronnen/gegevens/${known.id}`}>{shortSource(text)}</A>;
}

const longest = 90;

/** The first words of a source, or the site where it has no words; its address and the rest stand on its own page. */
export function shortSource(text: string): string {
  const bare = text.replaceAll(/https?:\/\/\S+/g, '').replaceAll(/^[\s,;:()]+|[\s,;:(]+$/g, '');
  const site = /https?:\/\/(?:www\.)?([^/\s]+)/.exec(text)?.[1];
  const short = bare === '' && site !== undefined ? site : bare === '' ? text : bare;
  return short.length <= longest ? short : `${short.slice(0, longest - 1).trimEnd()}…`;
}
