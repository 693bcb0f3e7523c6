import type { ApiClaim, SourcesResponse } from '@schaalsprong/wire';
import { downloads } from '@schaalsprong/wire';
import { pageTitle } from '@schaalsprong/wire/pages';
import {
  Button,
  FormField,
  FormLabel,
  Heading2,
  Heading3,
  Paragraph,
  Select,
  SelectOption,
} from '@utrecht/component-library-react';
import { useDeferredValue, useId, useState } from 'react';
import { useParams } from 'react-router';
import { useClaimFigure } from '../../components/ClaimList.tsx';
import { Kind } from '../../components/Kind.tsx';
import { A, Out } from '../../components/Link.tsx';
import { Marked } from '../../components/Marked.tsx';
import { Page } from '../../components/Page.tsx';
import { Row } from '../../components/Row.tsx';
import { SearchField } from '../../components/SearchField.tsx';
import { FoldedTable } from '../../components/Table.tsx';
import { NodeLink, ThingLink } from '../../components/Things.tsx';
import { claimMatches } from '../../lib/find.ts';
import { useAgenda, useInterval, useNames, useWords, type Words } from '../../lib/hooks.tsx';
import { numbered, useOwnCopy } from '../../lib/own-copy.ts';
import { NotFound } from '../NotFound.tsx';
import { useTexts } from './texts.ts';

/** When a claim is about: over a period, or by a horizon. */
function whenWords(claim: ApiClaim, { period }: Words): string {
  if (claim.horizon !== undefined) return period(claim.horizon);
  return claim.period === undefined ? '–' : period(claim.period);
}

const places = (claim: ApiClaim, { place }: Words): string =>
  claim.places.map((lines, i) => place(lines, claim.pages[i] ?? claim.page)).join('; ');

/** What the ledger is narrowed to; an empty text narrows nothing. */
interface Filters {
  readonly question: string;
  readonly kind: string;
  readonly page: string;
}

const noFilters: Filters = { question: '', kind: '', page: '' };

function ClaimFilters({
  claims,
  filters,
  onChange,
}: {
  claims: readonly ApiClaim[];
  filters: Filters;
  onChange: (filters: Filters) => void;
}) {
  const { t } = useWords();
  const id = useId();
  const kinds = [...new Set(claims.map((claim) => claim.kind))];
  const pages = [...new Set(claims.flatMap((claim) => claim.pages.map((p) => p.number)))].sort(
    (a, b) => a - b,
  );
  return (
    <search className="filters">
      <SearchField
        label={t('claims.filter.text')}
        value={filters.question}
        onSearch={(question) => onChange({ ...filters, question })}
      />
      <FormField>
        <FormLabel htmlFor={`${id}-kind`}>{t('claims.filter.kind')}</FormLabel>
        <Select
          id={`${id}-kind`}
          value={filters.kind}
          onChange={(event: { target: { value: string } }) =>
            onChange({ ...filters, kind: event.target.value })
          }
        >
          <SelectOption value="">{t('claims.filter.all')}</SelectOption>
          {kinds.map((k) => (
            <SelectOption key={k} value={k}>
              {t(`claim.kind.${k}`)}
            </SelectOption>
          ))}
        </Select>
      </FormField>
      <FormField>
        <FormLabel htmlFor={`${id}-page`}>{t('claims.filter.page')}</FormLabel>
        <Select
          id={`${id}-page`}
          value={filters.page}
          onChange={(event: { target: { value: string } }) =>
            onChange({ ...filters, page: event.target.value })
          }
        >
          <SelectOption value="">{t('claims.filter.all')}</SelectOption>
          {pages.map((p) => (
            <SelectOption key={p} value={String(p)}>
              {String(p)}
            </SelectOption>
          ))}
        </Select>
      </FormField>
    </search>
  );
}

/** Of whom a claim speaks: a party, an entry of the registers or a node of the tree. */
function EntityLink({ id }: { id: string }) {
  const { entryById, nodeById, partyById } = useAgenda();
  const entry = entryById.get(id);
  if (entry !== undefined) return <ThingLink kind={entry.kind} id={id} />;
  if (nodeById.has(id)) return <NodeLink id={id} />;
  return partyById.has(id) ? <ThingLink kind="party" id={id} /> : id;
}

/** Claims that show at once of each kind; all that a search leaves, up to some two screens. */
const shownOfKind = 6;
const shownOfSearch = 24;

function ClaimTable({
  claims,
  caption,
  first,
}: {
  claims: readonly ApiClaim[];
  caption: string;
  first: number;
}) {
  const words = useWords();
  const { t, tx, count } = words;
  const s = useTexts();
  const figure = useClaimFigure();
  const interval = useInterval();
  return (
    <FoldedTable
      caption={caption}
      hideCaption
      stacks
      first={first}
      more={(n) => s('list.rest', { n: count(n) })}
      rows={claims}
      rowKey={(claim) => claim.id}
      columns={[
        {
          key: 'text',
          head: t('claims.column.claim'),
          names: true,
          cell: (claim) => <A to={`/bronnen/beweringen/${claim.id}`}>{tx(claim.text)}</A>,
        },
        {
          key: 'value',
          head: t('claims.column.value'),
          numeric: true,
          cell: figure,
        },
        {
          key: 'interval',
          head: t('claims.column.interval'),
          numeric: true,
          cell: (claim) => interval(claim.interval, claim.unit),
        },
        { key: 'when', head: t('claims.column.when'), cell: (claim) => whenWords(claim, words) },
        { key: 'kind', head: t('claims.column.kind'), cell: (claim) => t(`claim.kind.${claim.kind}`) },
        { key: 'place', head: t('claims.column.place'), cell: (claim) => places(claim, words) },
      ]}
    />
  );
}

/** Claims under their kind, of each the first; what a search left is one list. */
function ClaimsByKind({ claims, isSearched }: { claims: readonly ApiClaim[]; isSearched: boolean }) {
  const { t, count } = useWords();
  if (isSearched) return <ClaimTable claims={claims} caption={t('claims.title')} first={shownOfSearch} />;
  return [...new Set(claims.map(({ kind }) => kind))].map((kind) => {
    const own = claims.filter((claim) => claim.kind === kind);
    const name = t(`claim.kind.${kind}`);
    return (
      <section key={kind}>
        <Heading3>
          {name.charAt(0).toUpperCase() + name.slice(1)} ({count(own.length)})
        </Heading3>
        <ClaimTable claims={own} caption={name} first={shownOfKind} />
      </section>
    );
  });
}

/** The ledger of claims. `first`: it is on the first page of the sources. */
export function Claims({ sources, first = false }: { sources: SourcesResponse; first?: boolean }) {
  const { t, to, count } = useWords();
  const { nodeById } = useAgenda();
  const [filters, setFilters] = useState(noFilters);
  const { kind, page } = filters;
  const question = useDeferredValue(filters.question);
  const found = sources.claims.filter(
    (claim) =>
      (kind === '' || claim.kind === kind) &&
      (page === '' || claim.pages.some((p) => String(p.number) === page)) &&
      claimMatches(claim, question, nodeById),
  );
  return (
    <Page
      title={first ? t('sources.title') : t('claims.title')}
      kicker={first ? t('sources.question') : undefined}
    >
      {first && (
        <p className="lead">
          {t('sources.lead', {
            claims: count(sources.claims.length),
            assumptions: count(sources.uncertainties.length),
            sources: count(sources.sources.length),
            variables: count(sources.model.variables.length),
          })}
        </p>
      )}
      {first && <Heading2>{t('claims.title')}</Heading2>}
      <Paragraph>
        {t('claims.lead')} <Kind of="stated" />
      </Paragraph>
      <ClaimFilters claims={sources.claims} filters={filters} onChange={setFilters} />
      <p role="status" className="small">
        {t('claims.filter.count', { n: count(found.length), of: count(sources.claims.length) })}
      </p>
      {found.length === 0 ? (
        <Paragraph>
          {t('claims.filter.none')}{' '}
          <Button appearance="subtle-button" onClick={() => setFilters(noFilters)}>
            {t('claims.filter.clear')}
          </Button>
        </Paragraph>
      ) : (
        <ClaimsByKind claims={found} isSearched={found.length < sources.claims.length} />
      )}
      <p className="small">
        <Out href={to(downloads.claimsCsv.path)}>{t('claims.download')}</Out>
      </p>
    </Page>
  );
}

/** The lines of the reader's own copy around a claim. */
function InOwnCopy({ claim }: { claim: ApiClaim }) {
  const { t } = useWords();
  const copy = useOwnCopy();
  const figures = typeof claim.figure === 'string' ? [claim.figure] : claim.figure;
  if (copy === null) {
    return (
      <p>
        <A to="/bronnen/tekst">{t('claim.openText')}</A>
      </p>
    );
  }
  return (
    <>
      {claim.places.map((lines) => (
        <blockquote key={lines.from} className="own-lines" lang="nl">
          {numbered(copy, lines).map((line) => (
            <p key={line.number}>
              <Marked line={line.text} figures={figures} />
            </p>
          ))}
        </blockquote>
      ))}
    </>
  );
}

/** One claim at its own address. */
export function ClaimPage({ sources }: { sources: SourcesResponse }) {
  const { id = '' } = useParams();
  const words = useWords();
  const { t, tx } = words;
  const agenda = useAgenda();
  const names = useNames();
  const figure = useClaimFigure();
  const interval = useInterval();
  const claim = sources.claims.find((c) => c.id === id);
  if (claim === undefined) return <NotFound />;
  const area = agenda.areas.find((a) => a.code === claim.entity);
  const rule = agenda.region.qualifiers[claim.qualifier];
  return (
    <Page
      title={tx(claim.text)}
      kicker={`${t('claim.kicker')}: ${t(`claim.kind.${claim.kind}`)}`}
      trail={[
        { to: '/bronnen', label: t('sources.title') },
        { to: '/bronnen/beweringen', label: tx(pageTitle('claims')) },
      ]}
    >
      <dl className="about">
        <Row label={t('claim.value')}>
          <span className="figure">{figure(claim)}</span> <Kind of="stated" />
        </Row>
        <Row label={t('claim.figure')}>
          <q lang="nl">{typeof claim.figure === 'string' ? claim.figure : claim.figure.join(', ')}</q>
        </Row>
        <Row label={t('claim.qualifier')}>
          {claim.qualifier === 'none' || rule === undefined ? (
            t('claim.qualifier.none')
          ) : (
            <span lang="nl">{rule.words.join(', ')}</span>
          )}
        </Row>
        <Row label={t('claim.interval')}>
          <span className="figure">{interval(claim.interval, claim.unit)}</span>
        </Row>
        {claim.period !== undefined && <Row label={t('claim.period')}>{words.period(claim.period)}</Row>}
        {claim.horizon !== undefined && <Row label={t('claim.horizon')}>{words.period(claim.horizon)}</Row>}
        <Row label={t('claim.quantity')}>
          <code>{claim.quantity}</code>
        </Row>
        <Row label={t('claim.entity')}>
          {area === undefined ? <EntityLink id={claim.entity} /> : area.name}
        </Row>
        <Row label={t('target.place')}>{places(claim, words)}</Row>
        <Row label={t('claim.targets')}>
          {claim.targets.length === 0 ? (
            t('claim.none')
          ) : (
            <ul className="plain">
              {claim.targets.map((target) => (
                <li key={target}>
                  <A to={`/doelen/${target}`}>{names.target(target)}</A>
                </li>
              ))}
            </ul>
          )}
        </Row>
        {claim.nodes.length > 0 && (
          <Row label={t('claim.nodes')}>
            <ul className="plain">
              {claim.nodes.map((node) => (
                <li key={node}>
                  <NodeLink id={node} />
                </li>
              ))}
            </ul>
          </Row>
        )}
        {claim.note !== undefined && <Row label={t('claim.note')}>{tx(claim.note)}</Row>}
      </dl>
      <Heading2>{t('claim.near')}</Heading2>
      <InOwnCopy claim={claim} />
    </Page>
  );
}
