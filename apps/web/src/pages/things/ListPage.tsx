import { kindOfNode, municipalitiesIn } from '@schaalsprong/agenda/links';
import type { Party } from '@schaalsprong/wire';
import { pages, pageTitle } from '@schaalsprong/wire/pages';
import { kindAt, listPath, type ThingKind, thingKinds, thingPath } from '@schaalsprong/wire/things';
import { Heading2, Paragraph } from '@utrecht/component-library-react';
import { useDeferredValue, useState } from 'react';
import { useLocation } from 'react-router';
import { A } from '../../components/Link.tsx';
import { Page } from '../../components/Page.tsx';
import { SearchField } from '../../components/SearchField.tsx';
import { addressOf } from '../../components/Things.tsx';
import { splitPath } from '../../i18n/i18n.ts';
import type { Agenda } from '../../lib/agenda.ts';
import { allWordsIn } from '../../lib/find.ts';
import { useAgenda, useWords } from '../../lib/hooks.tsx';
import { NotFound } from '../NotFound.tsx';
import { useTexts } from './texts.ts';
import './things.css';

interface Item {
  readonly id: string;
  readonly title: { readonly nl: string; readonly en: string };
  readonly summary?: { readonly nl: string; readonly en: string } | undefined;
  /** Under which heading it stands; without one it stands under none. */
  readonly group?: Party['kind'];
}

/** Things of a kind, in the order of the files. */
function itemsOf(agenda: Agenda, kind: ThingKind): readonly Item[] {
  if (kind === 'municipality') {
    return municipalitiesIn(agenda.areas).map(({ code, name }) => ({
      id: code,
      title: { nl: name, en: name },
    }));
  }
  if (kind === 'party') {
    return agenda.parties.map(({ id, title, kind: group }) => ({ id, title, group }));
  }
  if (kind === 'measure') return agenda.measures;
  if (kind === 'constraint') {
    return agenda.constraints.map(({ id, title, relief }) => ({ id, title, summary: relief }));
  }
  const nodes = agenda.nodes.filter((node) => kindOfNode(node, agenda.region.levels) === kind);
  return nodes.length > 0
    ? nodes
    : agenda.registers.flatMap((register) => (register.kind === kind ? register.entries : []));
}

/** Lists that this page shows one of. */
const lists = thingKinds.flatMap((kind) => {
  const path = listPath(kind);
  const page = pages.find((one) => one.path === path);
  return page?.frame === 'site' && page.title !== null && path !== null
    ? [{ kind, path, title: page.title }]
    : [];
});

/** A list is long enough to search from here on. */
const searchable = 12;

/** Things under a heading, or under none. */
function Items({
  kind,
  heading,
  items,
}: {
  kind: ThingKind;
  heading: string | null;
  items: readonly Item[];
}) {
  const { tx } = useWords();
  const agenda = useAgenda();
  return (
    <section>
      {heading !== null && <Heading2>{heading.charAt(0).toUpperCase() + heading.slice(1)}</Heading2>}
      <ul className="plain thing-list">
        {items.map(({ id, title, summary }) => (
          <li key={id}>
            <A to={addressOf(agenda, { kind, id }) ?? thingPath(kind, id)}>{tx(title)}</A>
            {summary !== undefined && <span className="small block-line">{tx(summary)}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Everything of one kind. */
export default function ListPage() {
  const { tx, t, count } = useWords();
  const c = useTexts();
  const agenda = useAgenda();
  const { path } = splitPath(useLocation().pathname);
  const [typed, setTyped] = useState('');
  const question = useDeferredValue(typed).trim();
  const kind = kindAt(path);
  const list = lists.find((one) => one.kind === kind);
  if (kind === null || list === undefined) return <NotFound />;
  const items = itemsOf(agenda, kind);
  const found =
    question === ''
      ? items
      : items.filter(({ id, title, summary }) =>
          allWordsIn(question, [id, title.nl, title.en, summary?.nl ?? '', summary?.en ?? '']),
        );
  const groups = [...new Set(found.map(({ group }) => group))];
  return (
    <Page title={tx(list.title)} trail={[{ to: '/', label: tx(pageTitle('home')) }]}>
      <p className="lead">
        {items.length === 0 ? c('list.none') : c('list.lead', { n: count(items.length) })}
      </p>
      {items.length >= searchable && (
        <>
          <SearchField label={c('list.search')} value={typed} onSearch={setTyped} />
          <Paragraph aria-live="polite">
            {c('list.found', { n: count(found.length), of: count(items.length) })}
          </Paragraph>
        </>
      )}
      {groups.map((group) => (
        <Items
          key={group ?? ''}
          kind={kind}
          heading={group === undefined ? null : c(`party.${group}`)}
          items={found.filter((item) => item.group === group)}
        />
      ))}
      <section className="block">
        <Heading2>{c('list.others')}</Heading2>
        <ul className="inline-list">
          {lists
            .filter(
              (other) =>
                other.kind !== kind && (other.kind === 'agreement' || itemsOf(agenda, other.kind).length > 0),
            )
            .map((other) => (
              <li key={other.kind}>
                <A to={other.path}>{tx(other.title)}</A>
              </li>
            ))}
          <li>
            <A to="/bronnen/beweringen">{t('claims.title')}</A>
          </li>
        </ul>
      </section>
    </Page>
  );
}
