import { placeRangeMark } from '@schaalsprong/chart';
import type { SourcesResponse, Uncertainty } from '@schaalsprong/wire';
import { pageTitle } from '@schaalsprong/wire/pages';
import { Heading2, Paragraph } from '@utrecht/component-library-react';
import { useDeferredValue, useState } from 'react';
import { useParams } from 'react-router';
import { SmallScene } from '../../charts/SceneView.tsx';
import { Kind } from '../../components/Kind.tsx';
import { A } from '../../components/Link.tsx';
import { Page } from '../../components/Page.tsx';
import { Row } from '../../components/Row.tsx';
import { SearchField } from '../../components/SearchField.tsx';
import { SourceName } from '../../components/Sources.tsx';
import { FoldedTable } from '../../components/Table.tsx';
import { allWordsIn } from '../../lib/find.ts';
import { useAgenda, useNumber, useWords } from '../../lib/hooks.tsx';
import { NotFound } from '../NotFound.tsx';
import { useTexts } from './texts.ts';

/** Ends and middle of a distribution, for drawing. */
function rangeOf({ distribution: d }: Pick<Uncertainty, 'distribution'>): {
  readonly min: number;
  readonly max: number;
  readonly mode: number | null;
} {
  switch (d.kind) {
    case 'uniform':
    case 'loguniform':
    case 'integer':
    case 'beta':
    case 'weibull':
      return { min: d.min, max: d.max, mode: null };
    case 'triangular':
    case 'pert':
      return { min: d.min, max: d.max, mode: d.mode };
    case 'normal':
      return { min: d.min, max: d.max, mode: d.mean };
    case 'lognormal':
      return { min: d.min, max: d.max, mode: d.median };
    case 'discrete': {
      const values = d.values.map((v) => v.value);
      return { min: Math.min(...values), max: Math.max(...values), mode: null };
    }
  }
}

function useShape(): (uncertainty: Uncertainty) => string {
  const { t, share, list } = useWords();
  const number = useNumber();
  return ({ distribution: d, unit }) => {
    const show = (value: number) => number(value, unit, { precise: true });
    const bare = (value: number) => number(value, '', { bare: true, precise: true });
    switch (d.kind) {
      case 'uniform':
      case 'loguniform':
      case 'integer':
        return t(`shape.${d.kind}`, { min: show(d.min), max: show(d.max) });
      case 'triangular':
      case 'pert':
        return t(`shape.${d.kind}`, { min: show(d.min), max: show(d.max), mode: show(d.mode) });
      case 'normal':
        return t('shape.normal', { mean: show(d.mean), sd: show(d.sd), min: show(d.min), max: show(d.max) });
      case 'lognormal':
        return t('shape.lognormal', {
          median: show(d.median),
          sigma: bare(d.sigma),
          min: show(d.min),
          max: show(d.max),
        });
      case 'beta':
        return t('shape.beta', {
          mean: show(d.min + (d.max - d.min) * (d.alpha / (d.alpha + d.beta))),
          alpha: bare(d.alpha),
          beta: bare(d.beta),
          min: show(d.min),
          max: show(d.max),
        });
      case 'weibull':
        return t('shape.weibull', {
          scale: show(d.scale),
          shape: bare(d.shape),
          min: show(d.min),
          max: show(d.max),
        });
      case 'discrete': {
        const total = d.values.reduce((sum, v) => sum + v.weight, 0);
        return t('shape.discrete', {
          values: list(
            d.values.map((v) =>
              t('shape.discrete.value', { value: show(v.value), weight: share(v.weight / total) }),
            ),
          ),
        });
      }
    }
  };
}

function Range({ uncertainty }: { uncertainty: Uncertainty }) {
  const { t } = useWords();
  const number = useNumber();
  const { min, max, mode } = rangeOf(uncertainty);
  const show = (value: number) => number(value, uncertainty.unit, { precise: true });
  const alt =
    mode === null
      ? t('range.alt', { min: show(min), max: show(max) })
      : t('range.altMode', { min: show(min), max: show(max), mode: show(mode) });
  return <SmallScene className="range" scene={placeRangeMark({ min, max, mode })} alt={alt} />;
}

/** Assumptions that show at once. */
const shownAtOnce = 30;

/** Every assumption with its range drawn small. */
export function Assumptions({ sources }: { sources: SourcesResponse }) {
  const { t, tx, count } = useWords();
  const s = useTexts();
  const shape = useShape();
  const [question, setQuestion] = useState('');
  const asked = useDeferredValue(question).trim();
  const found = sources.uncertainties.filter(({ id, title, variable }) =>
    allWordsIn(asked, [id, title.nl, title.en, variable]),
  );
  return (
    <Page title={t('assumptions.title')} trail={[{ to: '/bronnen', label: t('sources.title') }]}>
      <Paragraph>
        {t('assumptions.lead')} <Kind of="assumed" />
      </Paragraph>
      <search className="filters">
        <SearchField label={s('assumptions.search')} value={question} onSearch={setQuestion} />
      </search>
      <p role="status" className="small">
        {s('list.count', { n: count(found.length), of: count(sources.uncertainties.length) })}
      </p>
      <FoldedTable
        caption={t('assumptions.title')}
        hideCaption
        stacks
        first={shownAtOnce}
        more={(n) => s('list.rest', { n: count(n) })}
        rows={found}
        rowKey={(uncertainty) => uncertainty.id}
        columns={[
          {
            key: 'title',
            head: t('assumptions.column.title'),
            names: true,
            cell: (uncertainty) => <A to={`/bronnen/aannamen/${uncertainty.id}`}>{tx(uncertainty.title)}</A>,
          },
          {
            key: 'range',
            head: t('assumptions.column.range'),
            cell: (uncertainty) => (
              <>
                <Range uncertainty={uncertainty} />
                <span className="small block-line">{shape(uncertainty)}</span>
              </>
            ),
          },
          {
            key: 'source',
            head: t('assumptions.column.source'),
            cell: (uncertainty) =>
              uncertainty.source === 'assumption' ? (
                <Kind of="assumed" />
              ) : (
                <SourceName text={uncertainty.source} sources={sources.sources} />
              ),
          },
        ]}
      />
    </Page>
  );
}

/** What others hold for the same number: a disputed assumption has more than one range, and each can be run. */
function OtherViews({ uncertainty, sources }: { uncertainty: Uncertainty; sources: SourcesResponse }) {
  const { t, tx } = useWords();
  const shape = useShape();
  const { table } = useAgenda();
  if (uncertainty.views.length === 0) return null;
  return (
    <section aria-labelledby="anderen">
      <Heading2 id="anderen">{t('assumption.views')}</Heading2>
      <Paragraph>
        {t('assumption.views.note')} <A to="/tafel">{t('assumption.views.table')}</A>
      </Paragraph>
      {uncertainty.views.map((view) => {
        const viewpoint = table.viewpoints.find(({ id }) => id === view.by);
        const theirs = { ...uncertainty, distribution: view.distribution };
        return (
          <dl key={view.by} className="about">
            <Row label={t('assumption.views.by')}>
              {viewpoint === undefined ? view.by : tx(viewpoint.title)}
            </Row>
            <Row label={t('assumption.range')}>
              <Range uncertainty={theirs} />
            </Row>
            <Row label={t('assumption.shape')}>{shape(theirs)}</Row>
            <Row label={t('assumption.reason')}>{tx(view.reason)}</Row>
            <Row label={t('assumption.source')}>
              <SourceName text={view.source} sources={sources.sources} />
            </Row>
          </dl>
        );
      })}
    </section>
  );
}

/** One assumption at its own address. */
export function AssumptionPage({ sources }: { sources: SourcesResponse }) {
  const { id = '' } = useParams();
  const { t, tx } = useWords();
  const shape = useShape();
  const uncertainty = sources.uncertainties.find((u) => u.id === id);
  if (uncertainty === undefined) return <NotFound />;
  const variable = sources.model.variables.find((v) => v.uncertainties.includes(id));
  return (
    <Page
      title={tx(uncertainty.title)}
      kicker={t('assumption.kicker')}
      trail={[
        { to: '/bronnen', label: t('sources.title') },
        { to: '/bronnen/aannamen', label: tx(pageTitle('assumptions')) },
      ]}
    >
      <dl className="about">
        <Row label={t('assumption.range')}>
          <Range uncertainty={uncertainty} /> <Kind of="assumed" />
        </Row>
        <Row label={t('assumption.shape')}>{shape(uncertainty)}</Row>
        <Row label={t('assumption.reason')}>{tx(uncertainty.reason)}</Row>
        <Row label={t('assumption.source')}>
          <SourceName text={uncertainty.source} sources={sources.sources} />
        </Row>
        <Row label={t('assumption.variable')} lang="en">
          {variable === undefined ? (
            uncertainty.variable
          ) : (
            <A to={`/bronnen/model/${variable.id}`}>{uncertainty.variable}</A>
          )}
        </Row>
      </dl>
      <OtherViews uncertainty={uncertainty} sources={sources} />
    </Page>
  );
}
