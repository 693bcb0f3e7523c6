import type { Measure, ThingResponse } from '@schaalsprong/wire';
import { thingPath } from '@schaalsprong/wire/things';
import { Paragraph } from '@utrecht/component-library-react';
import { useParams } from 'react-router';
import { Cost, Payers } from '../../components/Cost.tsx';
import { Kind, kindOfSource } from '../../components/Kind.tsx';
import { A } from '../../components/Link.tsx';
import { Row } from '../../components/Row.tsx';
import { SourceName } from '../../components/Sources.tsx';
import { FoldedTable } from '../../components/Table.tsx';
import { Listed, NodeLink, PartyLinks, ThingLink } from '../../components/Things.tsx';
import { useAgenda, useComputed, useNames, useNumber, useStanding, useWords } from '../../lib/hooks.tsx';
import { NotFound } from '../NotFound.tsx';
import { carriedTargets } from './carried.ts';
import { Part, ThingPage } from './layout.tsx';
import { ClaimsPart, entryKinds, LeadTime, LinksPart, nodeKinds, Places } from './parts.tsx';
import { useTexts } from './texts.ts';

function useCarried(measure: string) {
  const { detail, complete } = useStanding();
  return detail === null || (!complete && !detail.assessment.provenance.leftOut)
    ? null
    : carriedTargets(detail.assessment, measure);
}

function Lead({ measure }: { measure: Measure }) {
  const { count } = useWords();
  const names = useNames();
  const c = useTexts();
  const carried = useCarried(measure.id);
  const partners = measure.partners.length;
  const [first] = carried ?? [];
  const effect = () => {
    if (carried === null) return c('measure.effect.pending');
    if (first === undefined) return c('measure.effect.none');
    const target = names.target(first.id);
    return carried.length === 1
      ? c('measure.effect.one', { target })
      : c('measure.effect', { n: count(carried.length), target });
  };
  return c('measure.lead', {
    owner: names.party(measure.owner),
    partners:
      partners === 0
        ? ''
        : partners === 1
          ? c('measure.with.one')
          : c('measure.with', { n: count(partners) }),
    effect: effect(),
  });
}

/** Who draws it, what it costs, how long it takes, and the way to its lever. */
function First({ measure, thing }: { measure: Measure; thing: ThingResponse }) {
  const { tx } = useWords();
  const c = useTexts();
  const { owner, ownerSource, partners, lever, summary } = measure;
  return (
    <>
      {summary !== undefined && <Paragraph>{tx(summary)}</Paragraph>}
      <dl className="about">
        <Row label={c('measure.owner')}>
          <ThingLink kind="party" id={owner} /> <Kind of={kindOfSource(ownerSource)} />
        </Row>
        <Row label={c('measure.partners')}>
          {partners.length === 0 ? c('measure.partners.none') : <PartyLinks ids={partners} />}
        </Row>
        <Row label={c('measure.cost')}>
          <Cost measure={measure} sources={thing.sources} none={c('measure.cost.none')} />
        </Row>
        <Row label={c('measure.payers')}>
          <Payers measure={measure} none={c('measure.payers.none')} />
        </Row>
        <Row label={c('measure.time')}>
          <LeadTime measure={measure} />
        </Row>
        <Row label={c('measure.agreedBy')}>
          {lever.agreedBy.length === 0 ? (
            c('measure.agreedBy.none')
          ) : (
            <Listed>
              {lever.agreedBy.map((id) => (
                <ThingLink key={id} kind="agreement" id={id} />
              ))}
            </Listed>
          )}
        </Row>
      </dl>
    </>
  );
}

/** The positions of the lever, by name and value, and why they are there. */
function Positions({ measure: { id, lever }, thing }: { measure: Measure; thing: ThingResponse }) {
  const { tx } = useWords();
  const c = useTexts();
  const show = useNumber();
  const { table } = useAgenda();
  const said = (value: number) => show(value, lever.unit, { precise: true });
  return (
    <Part title={c('measure.positions')}>
      <dl className="about">
        {Object.entries(lever.positions).map(([name, value]) => (
          <Row key={name} label={tx(table.positions[name] ?? { nl: name, en: name })}>
            <span className="figure">{said(value)}</span>
          </Row>
        ))}
      </dl>
      <Paragraph>{tx(lever.reason)}</Paragraph>
      <p className="small">
        {c('measure.range', { min: said(lever.min), max: said(lever.max) })} {c('about.source')}:{' '}
        <SourceName text={lever.source} sources={thing.sources} />
      </p>
      <p>
        <A to={`/tafel?maatregel=${id}`}>{c('measure.table')}</A>
      </p>
    </Part>
  );
}

/** By how much each target changes without this measure alone. */
function Changes({ measure }: { measure: Measure }) {
  const { count, met } = useWords();
  const c = useTexts();
  const computed = useComputed();
  const { detail } = useStanding();
  const carried = useCarried(measure.id);
  if (carried === null || detail === null || carried.length === 0) return null;
  return (
    <Part title={c('measure.changes')}>
      <p className="small">
        {c('measure.changes.note', { n: count(detail.assessment.provenance.futures) })} <Kind of="computed" />
      </p>
      <FoldedTable
        caption={c('measure.changes')}
        hideCaption
        stacks
        more={(n) => c('target.more', { n })}
        rows={carried}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'target',
            head: c('measure.changes.target'),
            names: true,
            cell: ({ id }) => <ThingLink kind="target" id={id} />,
          },
          {
            key: 'delta',
            head: c('measure.changes.delta'),
            numeric: true,
            cell: ({ delta, unit }) => computed.difference(delta, unit, { signed: true }),
          },
          {
            key: 'with',
            head: c('measure.changes.with'),
            numeric: true,
            cell: ({ met: of }) => (of === null ? '–' : met(of)),
          },
          {
            key: 'without',
            head: c('measure.changes.without'),
            numeric: true,
            cell: ({ met: of, metWithout }) => (of === null ? '–' : met({ count: metWithout, of: of.of })),
          },
        ]}
      />
    </Part>
  );
}

/** What does this measure change, who draws it, and what does it cost? */
export default function MeasurePage() {
  const { id = '' } = useParams();
  const c = useTexts();
  const agenda = useAgenda();
  const measure = agenda.measureById.get(id);
  if (measure === undefined) return <NotFound />;
  const rules = agenda.table.rules.filter(({ measure: one, other }) => one === id || other === id);
  return (
    <ThingPage
      kind="measure"
      id={id}
      title={measure.title}
      kicker={c('kind.measure')}
      lead={<Lead measure={measure} />}
    >
      {(thing) => (
        <>
          <First measure={measure} thing={thing} />
          <Changes measure={measure} />
          <Positions measure={measure} thing={thing} />
          <Rules id={id} rules={rules} />
          <ClaimsPart thing={thing} />
          <Part title={c('measure.about')}>
            <dl className="about">
              <Row label={c('measure.serves')}>
                <Listed>
                  {measure.nodes.map((node) => (
                    <NodeLink key={node} id={node} />
                  ))}
                </Listed>
              </Row>
              <Row label={c('about.place')}>
                {measure.places.length === 0 ? c('about.place.none') : <Places places={measure.places} />}
              </Row>
              <Row label={c('measure.variable')}>
                <code>{measure.lever.variable}</code>
              </Row>
            </dl>
          </Part>
          <LinksPart
            thing={thing}
            shown={['party', 'agreement', 'measure', 'claim', ...nodeKinds, ...entryKinds]}
          />
        </>
      )}
    </ThingPage>
  );
}

/** Other measures that this one needs or excludes, with the reason. */
function Rules({
  id,
  rules,
}: {
  id: string;
  rules: readonly {
    readonly kind: 'excludes' | 'needs';
    readonly measure: string;
    readonly other: string;
    readonly reason: { readonly nl: string; readonly en: string };
  }[];
}) {
  const { tx } = useWords();
  const c = useTexts();
  if (rules.length === 0) return null;
  return (
    <Part title={c('measure.rules')}>
      <ul className="plain">
        {rules.map(({ kind, measure, other, reason }) => (
          <li key={`${kind} ${measure} ${other}`}>
            <A to={thingPath('measure', measure === id ? other : measure)}>
              <MeasureName id={measure === id ? other : measure} />
            </A>{' '}
            <span className="small">({c(`as.${kind}`)})</span>
            <span className="small block-line">{tx(reason)}</span>
          </li>
        ))}
      </ul>
    </Part>
  );
}

function MeasureName({ id }: { id: string }) {
  return useNames().measure(id);
}
