import type { Constraint } from '@schaalsprong/wire';
import { Paragraph } from '@utrecht/component-library-react';
import { useParams } from 'react-router';
import { Kind } from '../../components/Kind.tsx';
import { A } from '../../components/Link.tsx';
import { Row } from '../../components/Row.tsx';
import { FoldedTable } from '../../components/Table.tsx';
import { Listed, NodeLink, PartyLinks, ThingLink } from '../../components/Things.tsx';
import { useAgenda, useNames, useStanding, useWords } from '../../lib/hooks.tsx';
import { NotFound } from '../NotFound.tsx';
import { Part, ThingPage } from './layout.tsx';
import { ClaimsPart, LinksPart, nodeKinds } from './parts.tsx';
import { useTexts } from './texts.ts';

/** Targets that a constraint holds back, the largest share first; null until they are computed. */
function useHeld(id: string) {
  const { detail } = useStanding();
  if (detail === null) return null;
  return detail.assessment.targets
    .flatMap((target) => {
      const share = target.binding.find(({ constraint }) => constraint === id)?.share ?? 0;
      return share > 0 ? [{ target, share }] : [];
    })
    .sort((a, b) => b.share - a.share);
}

function Lead({ constraint }: { constraint: Constraint }) {
  const { count, share } = useWords();
  const names = useNames();
  const c = useTexts();
  const held = useHeld(constraint.id);
  if (held === null) return c('constraint.lead.pending');
  const [first] = held;
  if (first === undefined) return c('constraint.lead.none');
  const said = { target: names.target(first.target.id), share: share(first.share) };
  return held.length === 1
    ? c('constraint.lead.one', said)
    : c('constraint.lead', { ...said, n: count(held.length) });
}

/** Who can do something about it and what, and how much of everything it holds back. */
function First({ constraint }: { constraint: Constraint }) {
  const { t, tx, share, met } = useWords();
  const c = useTexts();
  const { detail } = useStanding();
  const all = detail?.assessment.holdingBack.find((row) => row.constraint === constraint.id);
  return (
    <dl className="about">
      <Row label={c('constraint.owners')}>
        {constraint.owners.length === 0 ? t('challenge.owners.none') : <PartyLinks ids={constraint.owners} />}
      </Row>
      <Row label={c('constraint.relief')}>{tx(constraint.relief)}</Row>
      {all !== undefined && (
        <>
          <Row label={c('constraint.all')}>
            <span className="figure">{share(all.share)}</span> <Kind of="computed" />
          </Row>
          <Row label={c('constraint.largest')}>
            <span className="figure">{met(all.largestIn)}</span>
          </Row>
        </>
      )}
    </dl>
  );
}

function Held({ id }: { id: string }) {
  const { count, share, met } = useWords();
  const c = useTexts();
  const { detail } = useStanding();
  const held = useHeld(id);
  if (held === null || detail === null || held.length === 0) return null;
  return (
    <Part title={c('constraint.targets')}>
      <p className="small">
        {c('constraint.targets.note', { n: count(detail.assessment.provenance.futures) })}{' '}
        <Kind of="computed" />
      </p>
      <FoldedTable
        caption={c('constraint.targets')}
        hideCaption
        stacks
        more={(n) => c('target.more', { n })}
        rows={held}
        rowKey={({ target }) => target.id}
        columns={[
          {
            key: 'target',
            head: c('target.column'),
            names: true,
            cell: ({ target }) => <ThingLink kind="target" id={target.id} />,
          },
          {
            key: 'share',
            head: c('constraint.share'),
            cell: (row) => (
              <span className="share">
                <svg
                  className="share__bar"
                  viewBox="0 0 100 10"
                  preserveAspectRatio="none"
                  aria-hidden="true"
                >
                  <rect className="bar" width={row.share * 100} height="10" />
                </svg>
                <span className="figure">{share(row.share)}</span>
              </span>
            ),
          },
          {
            key: 'heldBack',
            head: c('constraint.heldBack'),
            numeric: true,
            cell: ({ target }) => (target.heldBack === null ? '–' : met(target.heldBack)),
          },
        ]}
      />
    </Part>
  );
}

/** What a little more of it is, which measures give it, and where that is computed. */
function More({ id }: { id: string }) {
  const { tx, list } = useWords();
  const c = useTexts();
  const { table, measures } = useAgenda();
  const reliefs = table.relief.filter(({ constraint }) => constraint === id);
  const pulling = measures.filter(({ lever }) => reliefs.some(({ variable }) => variable === lever.variable));
  return (
    <Part title={c('constraint.more')}>
      <Paragraph>
        {reliefs.length === 0
          ? c('constraint.more.none')
          : c('constraint.more.text', { list: list(reliefs.map(({ title }) => tx(title))) })}
      </Paragraph>
      {pulling.length > 0 && (
        <p>
          {c('constraint.measures')}:{' '}
          <Listed>
            {pulling.map((measure) => (
              <ThingLink key={measure.id} kind="measure" id={measure.id} />
            ))}
          </Listed>
        </p>
      )}
      {reliefs.length > 0 && (
        <p>
          <A to="/tafel">{c('constraint.more.table')}</A>
        </p>
      )}
    </Part>
  );
}

/** What does this hold back, who can do something about it, and what would help? */
export default function ConstraintPage() {
  const { id = '' } = useParams();
  const c = useTexts();
  const agenda = useAgenda();
  const constraint = agenda.constraintById.get(id);
  if (constraint === undefined) return <NotFound />;
  return (
    <ThingPage
      kind="constraint"
      id={id}
      title={constraint.title}
      kicker={c(constraint.kind === 'response' ? 'kind.response' : 'kind.constraint')}
      lead={<Lead constraint={constraint} />}
      first={<First constraint={constraint} />}
    >
      {(thing) => (
        <>
          <Held id={id} />
          <More id={id} />
          {constraint.nodes.length > 0 && (
            <Part title={c('constraint.about')}>
              <ul className="plain">
                {constraint.nodes.map((node) => (
                  <li key={node}>
                    <NodeLink id={node} />
                  </li>
                ))}
              </ul>
            </Part>
          )}
          <ClaimsPart thing={thing} />
          <LinksPart thing={thing} shown={['party', 'target', 'claim', ...nodeKinds]} />
        </>
      )}
    </ThingPage>
  );
}
