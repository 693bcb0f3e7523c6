import type { ApiClaim, SourcesResponse } from '@schaalsprong/wire';
import { at } from '@schaalsprong/words';
import { Button, FormLabel, Paragraph } from '@utrecht/component-library-react';
import { useId, useMemo, useState } from 'react';
import { A } from '../../components/Link.tsx';
import { Marked } from '../../components/Marked.tsx';
import { Page } from '../../components/Page.tsx';
import { useAgenda, useWords } from '../../lib/hooks.tsx';
import {
  figuresByPlace,
  numbered,
  type OwnCopy,
  readOwnCopy,
  setOwnCopy,
  standsInCopy,
  useOwnCopy,
} from '../../lib/own-copy.ts';

function MarkedText({ copy, claims }: { copy: OwnCopy; claims: readonly ApiClaim[] }) {
  const { t, tx, count } = useWords();
  const byLine = useMemo(() => {
    const map = new Map<number, { starts: ApiClaim[]; figures: string[] }>();
    const of = (line: number) => {
      const known = map.get(line) ?? { starts: [], figures: [] };
      map.set(line, known);
      return known;
    };
    for (const claim of claims) {
      const figures = figuresByPlace(claim);
      for (const [i, place] of claim.places.entries()) {
        if (!of(place.from).starts.includes(claim)) of(place.from).starts.push(claim);
        for (let line = place.from; line <= place.to; line += 1) of(line).figures.push(at(figures, i));
      }
    }
    return map;
  }, [claims]);
  const found = claims.filter((claim) => standsInCopy(copy, claim)).length;
  return (
    <>
      <p role="status">
        {t('text.lines', {
          name: copy.name,
          n: count(copy.lines.length),
          claims: count(claims.length),
          found: count(found),
        })}{' '}
        {t(copy.same === null ? 'text.unchecked' : copy.same ? 'text.same' : 'text.different')}
      </p>
      <Button appearance="secondary-action-button" onClick={() => setOwnCopy(null)}>
        {t('text.close')}
      </Button>
      <section className="own-text" aria-label={t('text.region')}>
        {numbered(copy).map(({ number, text }) => {
          const here = byLine.get(number);
          if (text.trim() === '' && here === undefined) return null;
          return (
            <div key={number} className={here === undefined ? 'own-line' : 'own-line own-line--claim'}>
              <span className="own-line__number">{number}</span>
              <p lang="nl">
                <Marked line={text} figures={here?.figures ?? []} />
              </p>
              {here !== undefined && here.starts.length > 0 && (
                <ul className="own-line__claims">
                  {here.starts.map((claim) => (
                    <li key={claim.id}>
                      <A to={`/bronnen/beweringen/${claim.id}`}>{tx(claim.text)}</A>
                    </li>
                  ))}
                </ul>
              )}
            </div>
          );
        })}
      </section>
    </>
  );
}

/** The reader opens their own copy of the agenda text and sees the claims marked in it. */
export default function OwnCopyPage({ sources }: { sources: SourcesResponse }) {
  const { t } = useWords();
  const { region } = useAgenda();
  const copy = useOwnCopy();
  const id = useId();
  const [unreadable, setUnreadable] = useState(false);
  const open = async (file: File | undefined) => {
    if (file === undefined) return;
    setUnreadable(false);
    try {
      setOwnCopy(await readOwnCopy(file, region.document.sha256));
    } catch {
      setUnreadable(true);
    }
  };
  return (
    <Page cite={false} title={t('text.title')} trail={[{ to: '/bronnen', label: t('sources.title') }]}>
      <Paragraph>{t('text.lead')}</Paragraph>
      <div className="file">
        <FormLabel htmlFor={id}>{t('text.choose')}</FormLabel>
        <input
          id={id}
          type="file"
          accept=".txt,text/plain"
          onChange={(event) => void open(event.target.files?.[0])}
        />
      </div>
      {unreadable && <p role="alert">{t('text.unreadable')}</p>}
      {copy !== null && <MarkedText copy={copy} claims={sources.claims} />}
    </Page>
  );
}
