import { Heading2 } from '@utrecht/component-library-react';
import { A } from '../../../components/Link.tsx';
import { changesResource } from '../../../lib/changes.ts';
import { useResource, useWords } from '../../../lib/hooks.tsx';

/** What changed last, in one line. */
export function LastChange() {
  const { t, lang, count } = useWords();
  const { value } = useResource(changesResource);
  const date = (iso: string): string =>
    new Intl.DateTimeFormat(lang === 'nl' ? 'nl-NL' : 'en-GB', { dateStyle: 'long' }).format(new Date(iso));
  const last = value?.entries[0];
  return (
    <section className="block">
      <Heading2>{t('home.changes')}</Heading2>
      <p className="last-change">
        {value === null || value.state === 'waiting'
          ? t('home.changes.waiting')
          : value.state === 'off'
            ? t('home.changes.off')
            : last !== undefined
              ? t('home.changes.last', {
                  date: date(last.at),
                  counts: count(last.counts.length),
                  measured: count(last.measured.length),
                })
              : value.first === null
                ? t('home.changes.failed')
                : t('home.changes.first', { date: date(value.first) })}{' '}
        <A to="/wijzigingen">{t('home.changes.link')}</A>
      </p>
    </section>
  );
}
