import type { ApiNode, SourcesResponse } from '@schaalsprong/wire';
import { downloads } from '@schaalsprong/wire';
import { Paragraph } from '@utrecht/component-library-react';
import { useDeferredValue, useState } from 'react';
import { useLocation } from 'react-router';
import { A, Out } from '../../components/Link.tsx';
import { OfficialNames } from '../../components/OfficialNames.tsx';
import { Page } from '../../components/Page.tsx';
import { entriesOf, RegisterEntries } from '../../components/RegisterEntries.tsx';
import { SearchField } from '../../components/SearchField.tsx';
import { Listed, NodeLink, PartyLinks, ThingLink } from '../../components/Things.tsx';
import { pageOfLine, targetsOfChallenge } from '../../lib/agenda.ts';
import { allWordsIn, namesOf } from '../../lib/find.ts';
import { useAgenda, useNames, useWords } from '../../lib/hooks.tsx';
import { useRevealed } from '../../lib/reveal.ts';
import { useTexts } from './texts.ts';

/** What a node holds besides the nodes under it, folded where it is long. */
function Holds({ node, sources }: { node: ApiNode; sources: SourcesResponse }) {
  const { t, tx, count } = useWords();
  const agenda = useAgenda();
  const { own } = targetsOfChallenge(agenda, node.id);
  const measures = agenda.measures.filter((measure) => measure.nodes.some((other) => other === node.id));
  const entries = agenda.registers.reduce((sum, register) => sum + entriesOf(register, node.id).length, 0);
  return (
    <>
      {own.length > 0 && (
        <ul className="plain">
          {own.map((target) => (
            <li key={target.id}>
              {t('target.kicker')}: <A to={`/doelen/${target.id}`}>{tx(target.title)}</A>
            </li>
          ))}
        </ul>
      )}
      {measures.length > 0 && (
        <p className="small">
          {t('challenge.measures')}:{' '}
          <Listed>
            {measures.map(({ id }) => (
              <ThingLink key={id} kind="measure" id={id} />
            ))}
          </Listed>
        </p>
      )}
      {entries > 0 && (
        <details>
          <summary>
            {t('challenge.registers')} ({count(entries)})
          </summary>
          <RegisterEntries node={node.id} sources={sources} />
        </details>
      )}
    </>
  );
}

/** What the text says of a node without a figure, each with its place. */
function Statements({ node }: { node: ApiNode }) {
  const { t, tx, place } = useWords();
  const agenda = useAgenda();
  if (node.statements.length === 0) return null;
  return (
    <>
      <p className="small">{t('tree.statements')}</p>
      <ul className="branch__text">
        {node.statements.map(({ text, places }) => (
          <li key={text.en}>
            {tx(text)}{' '}
            <span className="small">
              {places.map((lines) => place(lines, pageOfLine(agenda, lines.from))).join('; ')}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Branch({ node, sources }: { node: ApiNode; sources: SourcesResponse }) {
  const { t, tx, place, count } = useWords();
  const s = useTexts();
  const agenda = useAgenda();
  const names = useNames();
  const { hash } = useLocation();
  const levels = agenda.region.levels;
  const level = levels.find(({ id }) => id === node.level);
  const children = agenda.nodes.filter((child) => child.parents.some((parent) => parent === node.id));
  return (
    <li id={node.id} className={hash === `#${node.id}` ? 'branch branch--here' : 'branch'}>
      <p className="branch__head">
        <span className="small">
          {level === undefined ? node.level : tx(level.title)} {node.number}
        </span>{' '}
        <strong>
          <NodeLink id={node.id} />
        </strong>
      </p>
      <OfficialNames node={node} />
      {node.summary !== undefined && <p className="branch__text">{tx(node.summary)}</p>}
      <Statements node={node} />
      <p className="small">
        {node.places.map((lines) => place(lines, pageOfLine(agenda, lines.from))).join('; ')}
        {'. '}
        {t('challenge.owners')}:{' '}
        {node.owners.length === 0 ? t('challenge.owners.none') : <PartyLinks ids={node.owners} />}
        {node.linkIsReading && `. ${t('tree.reading')}`}
      </p>
      <Holds node={node} sources={sources} />
      {children.length > 0 && (
        <details open={node.parents.length === 0} data-stays-open>
          <summary>
            {s(children.length === 1 ? 'tree.under.one' : 'tree.under', { n: count(children.length) })}
          </summary>
          <ul className="branches">
            {children.map((child) =>
              child.parents[0] === node.id ? (
                <Branch key={child.id} node={child} sources={sources} />
              ) : (
                <li key={child.id}>
                  <A to={`/bronnen/agenda#${child.id}`}>{tx(child.title)}</A>{' '}
                  <span className="small">
                    {t('tree.elsewhere', { parent: names.node(child.parents[0] ?? '') })}
                  </span>
                </li>
              ),
            )}
          </ul>
        </details>
      )}
    </li>
  );
}

/** Where a reader finds a node by any of its names, ours or that of the agenda. */
function FindNode() {
  const { t, tx, count } = useWords();
  const agenda = useAgenda();
  const [question, setQuestion] = useState('');
  const asked = useDeferredValue(question).trim();
  const found = asked === '' ? [] : agenda.nodes.filter((node) => allWordsIn(asked, namesOf(node)));
  return (
    <search>
      <SearchField label={t('tree.search')} value={question} onSearch={setQuestion} />
      <p role="status" className="small">
        {asked !== '' && t('tree.found', { n: count(found.length) })}
      </p>
      {found.length > 0 && (
        <ul className="plain">
          {found.map((node) => (
            <li key={node.id}>
              <A to={`/bronnen/agenda#${node.id}`}>{tx(node.title)}</A>
            </li>
          ))}
        </ul>
      )}
    </search>
  );
}

/** The results tree: what hangs under what, where it is in the text, and who answers for it. */
export function Tree({ sources }: { sources: SourcesResponse }) {
  const { t, to, count } = useWords();
  const agenda = useAgenda();
  useRevealed();
  return (
    <Page title={t('tree.title')} trail={[{ to: '/bronnen', label: t('sources.title') }]}>
      <Paragraph>
        {t('tree.lead', { nodes: count(agenda.nodes.length), targets: count(agenda.targets.length) })}
      </Paragraph>
      <FindNode />
      <ul className="branches branches--top">
        {agenda.nodes
          .filter((node) => node.parents.length === 0)
          .map((node) => (
            <Branch key={node.id} node={node} sources={sources} />
          ))}
      </ul>
      <p className="small">
        <Out href={to(downloads.treeCsv.path)}>{t('tree.download')}</Out>
      </p>
    </Page>
  );
}
