import { useLocation } from 'react-router';
import { useAgenda, useStanding, useWords } from '../lib/hooks.tsx';
import { todayIso } from '../lib/time.ts';
import { Copied } from './Copied.tsx';

/** How to cite a page: what it is, what its numbers were computed from, its full address and the day. */
export function Cite({ title }: { title: string }) {
  const { t, tx, count, period } = useWords();
  const { region } = useAgenda();
  const { detail } = useStanding();
  const { pathname, search } = useLocation();
  const p = detail?.assessment.provenance;
  const text = [
    t('cite.page', { title, region: tx(region.title) }),
    ...(p === undefined
      ? []
      : [
          t('cite.computed', {
            model: p.model.slice(0, 8),
            futures: count(p.futures),
            seed: p.seed,
            data: p.data.slice(0, 8),
            agenda: p.agenda.slice(0, 8),
          }),
        ]),
    `${globalThis.location.origin}${pathname}${search}.`,
    t('cite.consulted', { date: period(todayIso()) }),
  ].join(' ');
  return (
    <details className="cite">
      <summary>{t('cite.title')}</summary>
      <Copied label={t('cite.copy')} text={text}>
        <p className="citation">{text}</p>
      </Copied>
    </details>
  );
}
