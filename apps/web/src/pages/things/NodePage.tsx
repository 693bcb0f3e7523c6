import { kindOfNode } from '@schaalsprong/agenda/links';
import type { ApiNode, Target, ThingResponse } from '@schaalsprong/wire';
import { kindAt } from '@schaalsprong/wire/things';
import { Paragraph } from '@utrecht/component-library-react';
import { useLocation, useParams } from 'react-router';
import { Kind } from '../../components/Kind.tsx';
import { A } from '../../components/Link.tsx';
import { OfficialNames } from '../../components/OfficialNames.tsx';
import { Row } from '../../components/Row.tsx';
import { Listed, NodeLink, PartyLinks } from '../../components/Things.tsx';
import { splitPath } from '../../i18n/i18n.ts';
import { useAgenda, useStanding, useWords } from '../../lib/hooks.tsx';
import { statusOf } from '../../lib/standing.ts';
import { NotFound } from '../NotFound.tsx';
import { Part, ThingPage } from './layout.tsx';
import {
  AgreementsPart,
  ClaimsPart,
  EntryList,
  entryKinds,
  LinksPart,
  MeasuresTable,
  nodeKinds,
  Places,
  TargetsTable,
} from './parts.tsx';
import { useTexts } from './texts.ts';

/** Targets of a node: those of its own and of everything below it. */
function useTargets(node: ApiNode): readonly Target[] {
  const { nodes, targets } = useAgenda();
  const within = new Set<string>([node.id]);
  // Parents come before their children in the list of nodes.
  for (const { id, parents } of nodes) if (parents.some((parent) => within.has(parent))) within.add(id);
  const names = ({ challenge, pillar, ambitions }: Target): readonly string[] => [
    challenge,
    pillar,
    ...ambitions,
  ];
  // An ambition is named by its targets; what hangs below it by our reading may serve another ambition.
  const own = targets.filter((target) => names(target).some((id) => id === node.id));
  return own.length > 0 ? own : targets.filter((target) => names(target).some((id) => within.has(id)));
}

function Lead({ targets }: { targets: readonly Target[] }) {
  const { t, count, list } = useWords();
  const c = useTexts();
  const standing = useStanding();
  const statuses = targets.map((target) => statusOf(target, standing.of(target.id)));
  const counted = statuses.filter((status) => status !== 'unknown');
  if (counted.length === 0) return c('node.lead.none');
  if (counted.some((status) => status === 'pending')) return c('node.lead.pending');
  const tally = (['most', 'some', 'few'] as const).flatMap((status) => {
    const n = counted.filter((other) => other === status).length;
    return n === 0 ? [] : [{ n, status: t(`status.${status}`) }];
  });
  const [first] = tally;
  if (counted.length === 1 && first !== undefined) return c('node.lead.one', { status: first.status });
  return c('node.lead', {
    of: count(counted.length),
    list: list(tally.map(({ n, status }) => `${count(n)} ${status}`)),
  });
}

function First({ node }: { node: ApiNode }) {
  const { tx, metOf } = useWords();
  const c = useTexts();
  const agenda = useAgenda();
  const { detail } = useStanding();
  const met = detail?.assessment.ambitions.find(({ id }) => id === node.id)?.met ?? null;
  const children = agenda.nodes.filter(({ parents }) => parents.some((parent) => parent === node.id));
  return (
    <>
      <OfficialNames node={node} />
      {node.summary !== undefined && <Paragraph>{tx(node.summary)}</Paragraph>}
      <dl className="about">
        <Row label={c('node.owners')}>
          {node.owners.length === 0 ? c('node.owners.none') : <PartyLinks ids={node.owners} />}
        </Row>
        {met !== null && (
          <Row label={c('node.met')}>
            <span className="figure">{metOf(met)}</span> <Kind of="computed" />
          </Row>
        )}
        {node.parents.length > 0 && (
          <Row label={c('node.parents')}>
            <Listed>
              {node.parents.map((parent) => (
                <NodeLink key={parent} id={parent} />
              ))}
            </Listed>
            {node.linkIsReading && <span className="small block-line">{c('entry.serves.reading')}</span>}
          </Row>
        )}
        {children.length > 0 && (
          <Row label={c('node.parts')}>
            <ul className="plain">
              {children.map(({ id }) => (
                <li key={id}>
                  <NodeLink id={id} />
                </li>
              ))}
            </ul>
          </Row>
        )}
      </dl>
    </>
  );
}

function Below({
  node,
  thing,
  targets,
}: {
  node: ApiNode;
  thing: ThingResponse;
  targets: readonly Target[];
}) {
  const { tx } = useWords();
  const c = useTexts();
  const agenda = useAgenda();
  const said = agenda.targets.filter(
    ({ id }) =>
      !targets.some((target) => target.id === id) &&
      thing.claims.some((claim) => claim.targets.some((of) => of === id)),
  );
  const here = <T extends { readonly nodes: readonly string[] }>(things: readonly T[]): readonly T[] =>
    things.filter(({ nodes }) => nodes.some((id) => id === node.id));
  const measures = here(agenda.measures);
  const entries = agenda.registers.flatMap((register) => here(register.entries));
  return (
    <>
      {targets.length + said.length > 0 && (
        <Part title={c('node.targets')}>
          <TargetsTable
            targets={[...targets, ...said]}
            note={(target) => (said.includes(target) ? c('node.targets.via') : null)}
          />
        </Part>
      )}
      {node.statements.length > 0 && (
        <Part title={c('node.statements')}>
          <ul className="plain">
            {node.statements.map(({ text, places }) => (
              <li key={text.en}>
                {tx(text)}{' '}
                <span className="small">
                  <Places places={places} />
                </span>
              </li>
            ))}
          </ul>
        </Part>
      )}
      {measures.length > 0 && (
        <Part title={c('part.measures')}>
          <MeasuresTable measures={measures} thing={thing} />
        </Part>
      )}
      <AgreementsPart title={c('part.agreements')} agreements={here(agenda.agreements)} thing={thing} />
      {entries.length > 0 && (
        <Part title={c('part.entries')}>
          <EntryList entries={entries} />
        </Part>
      )}
      <ClaimsPart thing={thing} />
      <Part title={c('node.about')}>
        <dl className="about">
          <Row label={c('about.place')}>
            <Places places={node.places} />
          </Row>
        </dl>
        <p>
          <A to={`/bronnen/agenda#${node.id}`}>{c('node.tree')}</A>
        </p>
      </Part>
      <LinksPart
        thing={thing}
        shown={['target', 'party', 'measure', 'agreement', 'claim', ...nodeKinds, ...entryKinds]}
      />
    </>
  );
}

/** What is this part of the agenda, what hangs below it, and how do its targets stand? */
export default function NodePage() {
  const { id = '' } = useParams();
  const { path } = splitPath(useLocation().pathname);
  const agenda = useAgenda();
  const node = agenda.nodeById.get(id);
  return node === undefined || kindAt(path) !== kindOfNode(node, agenda.region.levels) ? (
    <NotFound />
  ) : (
    <Found node={node} />
  );
}

function Found({ node }: { node: ApiNode }) {
  const { tx } = useWords();
  const c = useTexts();
  const { region } = useAgenda();
  const targets = useTargets(node);
  const kind = kindOfNode(node, region.levels);
  const level = region.levels.find(({ id }) => id === node.level);
  const kicker = () => {
    const number = node.number ?? '';
    if (kind === 'part' || kind === 'challenge') {
      return c('kind.part', { level: level === undefined ? node.level : tx(level.title), number });
    }
    return c(`kind.${kind}`, { number });
  };
  return (
    <ThingPage
      kind={kind}
      id={node.id}
      title={node.title}
      kicker={kicker().trim()}
      lead={<Lead targets={targets} />}
      first={<First node={node} />}
    >
      {(thing) => <Below node={node} thing={thing} targets={targets} />}
    </ThingPage>
  );
}
