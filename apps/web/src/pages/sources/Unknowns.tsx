import type { Text, Unknown } from '@schaalsprong/wire';
import { Heading2, Heading3, Paragraph } from '@utrecht/component-library-react';
import type { ReactNode } from 'react';
import { A } from '../../components/Link.tsx';
import { Page } from '../../components/Page.tsx';
import { useAgenda, useNames, useResource, useWords } from '../../lib/hooks.tsx';
import { useRevealed } from '../../lib/reveal.ts';
import { monitorResource } from '../../monitor/resources.ts';
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

/** Kinds of unknowns, in the order of the page. */
const kinds = ['open-in-text', 'not-found', 'not-fetched', 'uncertain'] as const;

/** Reasons why a target has no standing, in the order of the page. */
const reasons = ['not-fetched', 'not-published', 'secret', 'no-definition', 'no-baseline', 'other'] as const;

function UnknownItem({ unknown }: { unknown: Unknown }) {
  const { t, tx } = useWords();
  const names = useNames();
  return (
    <li id={unknown.id}>
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
  );
}

/** One kind of what is missing: how much of it there is, and its list. */
interface Missing {
  readonly id: string;
  readonly title: string;
  readonly count: number;
  readonly list: ReactNode;
}

/** Everything that is missing, per kind; kinds of which there is nothing are left out. */
function useMissing(): readonly Missing[] {
  const { t, tx } = useWords();
  const s = useTexts();
  const agenda = useAgenda();
  const { value: monitor } = useResource(monitorResource);
  const targets = (
    ids: readonly { readonly id: string; readonly title: Text; readonly why: Text | undefined }[],
  ) => (
    <ul className="claims">
      {ids.map(({ id, title, why }) => (
        <li key={id}>
          <A to={`/doelen/${id}`}>{tx(title)}</A>{' '}
          {why !== undefined && <span className="small">{tx(why)}</span>}
        </li>
      ))}
    </ul>
  );
  const notModelled = agenda.targets.flatMap(({ id, title, notModelled: why }) =>
    why === null ? [] : [{ id, title, why }],
  );
  const assumed = agenda.targets
    .filter(({ valueIs }) => valueIs === 'assumed')
    .map(({ id, title, valueReason }) => ({ id, title, why: valueReason }));
  const unjudged = (monitor?.standings ?? []).flatMap(({ target: id, computed }) => {
    const target = agenda.targetById.get(id);
    return computed === 'unknown' && target !== undefined ? [target] : [];
  });
  const noFigure = (monitor?.indicators ?? []).filter(({ latest }) => latest === null);
  return [
    ...kinds.map((kind) => {
      const found = agenda.unknowns.filter((unknown) => unknown.kind === kind);
      return {
        id: kind,
        title: s(`kind.${kind}`),
        count: found.length,
        list: (
          <ol className="unknowns">
            {found.map((unknown) => (
              <UnknownItem key={unknown.id} unknown={unknown} />
            ))}
          </ol>
        ),
      };
    }),
    {
      id: 'standing',
      title: s('standing.title'),
      count: unjudged.length,
      list: reasons.map((reason) => {
        const found = unjudged.filter(({ missing }) => (missing?.kind ?? 'other') === reason);
        return found.length === 0 ? null : (
          <div key={reason}>
            <Heading3>
              {s(`missing.${reason}`)} ({found.length})
            </Heading3>
            {targets(found.map(({ id, title }) => ({ id, title, why: undefined })))}
          </div>
        );
      }),
    },
    {
      id: 'indicators',
      title: s('indicators.title'),
      count: noFigure.length,
      list: (
        <ul className="claims">
          {noFigure.map(({ id, title, notObserved }) => (
            <li key={id}>
              <A to={`/monitor/${id}`}>{tx(title)}</A>{' '}
              {notObserved !== null && <span className="small">{tx(notObserved)}</span>}
            </li>
          ))}
        </ul>
      ),
    },
    {
      id: 'not-modelled',
      title: t('unknown.notModelled'),
      count: notModelled.length,
      list: targets(notModelled),
    },
    { id: 'assumed', title: t('unknown.assumed'), count: assumed.length, list: targets(assumed) },
    {
      id: 'not-built',
      title: s('notBuilt.title'),
      count: notBuilt.length,
      list: (
        <>
          <Paragraph>{s('notBuilt.lead')}</Paragraph>
          <ul className="claims">
            {notBuilt.map((key) => (
              <li key={key}>{s(key)}</li>
            ))}
          </ul>
        </>
      ),
    },
  ].filter(({ count }) => count > 0);
}

/** What we do not know, what is not modelled, where we set a bound ourselves, and what is not built: counted, then listed. */
export function Unknowns() {
  const { t, count } = useWords();
  const s = useTexts();
  const missing = useMissing();
  useRevealed(missing.length > 0);
  return (
    <Page title={t('unknown.title')} trail={[{ to: '/bronnen', label: t('sources.title') }]}>
      <Paragraph>{t('unknown.lead')}</Paragraph>
      <Heading2>{s('kinds.title')}</Heading2>
      <Paragraph>{s('kinds.lead')}</Paragraph>
      {missing.map(({ id, title, list, count: n }) => (
        <details key={id} id={id} className="fold missing" data-stays-open>
          <summary>
            <Heading2>
              {title} (<span className="figure">{count(n)}</span>)
            </Heading2>
          </summary>
          {list}
        </details>
      ))}
    </Page>
  );
}
