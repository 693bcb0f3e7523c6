import { payersOf } from '@schaalsprong/agenda/links';
import type { Agreement, ApiLink, Entry, LinkKind, Measure, Target, ThingResponse } from '@schaalsprong/wire';
import { hasPage, thingPath } from '@schaalsprong/wire/things';
import { Heading3 } from '@utrecht/component-library-react';
import { AgreementState, byUrgency } from '../../components/AgreementState.tsx';
import { ClaimList } from '../../components/ClaimList.tsx';
import { Cost } from '../../components/Cost.tsx';
import { Kind, kindOfStatus } from '../../components/Kind.tsx';
import { A } from '../../components/Link.tsx';
import { ConflictsOfClaims } from '../../components/OpenConflicts.tsx';
import { SourceName } from '../../components/Sources.tsx';
import { DataTable, FoldedTable } from '../../components/Table.tsx';
import { PartyLinks, ThingLink } from '../../components/Things.tsx';
import { useTargetColumns } from '../../components/target-columns.tsx';
import { pageOfLine } from '../../lib/agenda.ts';
import { useAgenda, useNumber, useWords } from '../../lib/hooks.tsx';
import { Part } from './layout.tsx';
import { moneyNote } from './money-notes.ts';
import { useTexts } from './texts.ts';

/** Kinds of nodes of the tree. */
export const nodeKinds = ['ambition', 'pillar', 'action-line', 'challenge', 'part'] as const;

/** Kinds of entries of the registers. */
export const entryKinds = [
  'instrument',
  'programme',
  'facility',
  'campus',
  'technology',
  'market',
  'project',
  'document',
] as const;

/** Ids of what a thing names, or is named by, of one kind and in one of some capacities. */
export const idsIn = (
  links: readonly ApiLink[],
  kind: LinkKind,
  as?: readonly ApiLink['as'][],
): readonly string[] => [
  ...new Set(
    links.flatMap((link) =>
      link.kind === kind && (as === undefined || as.includes(link.as)) ? [link.id] : [],
    ),
  ),
];

/** Places in the text of the agenda; nothing where there are none. */
export function Places({ places }: { places: readonly { readonly from: number; readonly to: number }[] }) {
  const { place } = useWords();
  const agenda = useAgenda();
  return places.map((lines) => place(lines, pageOfLine(agenda, lines.from))).join('; ');
}

/** Targets with what is asked, measured and expected of each. */
export function TargetsTable({
  targets,
  note,
}: {
  targets: readonly Target[];
  note?: (target: Target) => string | null;
}) {
  const c = useTexts();
  const columns = useTargetColumns(note);
  return (
    <FoldedTable
      caption={c('part.targets')}
      hideCaption
      stacks
      more={(n) => c('target.more', { n })}
      rows={targets}
      rowKey={(target) => target.id}
      columns={columns}
    />
  );
}

/** Targets that the claims of a thing speak of, with how they stand; nothing where they speak of none. */
export function TargetsOfClaims({ thing }: { thing: ThingResponse }) {
  const c = useTexts();
  const { targets } = useAgenda();
  const named = new Set([...thing.claims, ...thing.sameLines].flatMap((claim) => claim.targets));
  const found = targets.filter(({ id }) => named.has(id));
  if (found.length === 0) return null;
  return (
    <Part title={c('part.targets')}>
      <p className="small">{c('part.targets.note')}</p>
      <TargetsTable targets={found} />
    </Part>
  );
}

/** Agreements by urgency, with the last state that a source tells. */
export function AgreementsPart({
  agreements,
  thing,
  title,
}: {
  agreements: readonly Agreement[];
  thing: ThingResponse;
  title: string;
}) {
  const { tx, period } = useWords();
  const c = useTexts();
  if (agreements.length === 0) return null;
  return (
    <Part title={title}>
      <FoldedTable
        caption={title}
        hideCaption
        stacks
        more={(n) => c('agreements.more', { n })}
        rows={byUrgency(agreements, thing.today)}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'title',
            head: c('agreements.column.what'),
            names: true,
            cell: ({ id, title: name, date }) => (
              <>
                <A to={thingPath('agreement', id)}>{tx(name)}</A>
                <span className="small block-line">{period(date)}</span>
              </>
            ),
          },
          {
            key: 'state',
            head: c('agreements.column.state'),
            cell: (agreement) => <AgreementState agreement={agreement} day={thing.today} />,
          },
          {
            key: 'source',
            head: c('money.source'),
            cell: ({ source }) => <SourceName text={source} sources={thing.sources} />,
          },
        ]}
      />
    </Part>
  );
}

/** Measures with who draws them, what they cost and how long they take. */
export function MeasuresTable({
  measures,
  thing,
  role,
}: {
  measures: readonly Measure[];
  thing: ThingResponse;
  role?: (measure: Measure) => string;
}) {
  const { tx } = useWords();
  const c = useTexts();
  return (
    <DataTable
      caption={c('part.measures')}
      hideCaption
      stacks
      rows={measures}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'title',
          head: c('kind.measure'),
          names: true,
          cell: ({ id, title, summary }) => (
            <>
              <A to={thingPath('measure', id)}>{tx(title)}</A>
              {summary !== undefined && <span className="small block-line">{tx(summary)}</span>}
            </>
          ),
        },
        ...(role === undefined
          ? [
              {
                key: 'owner',
                head: c('measure.owner'),
                cell: ({ owner }: Measure) => <ThingLink kind="party" id={owner} />,
              },
            ]
          : [{ key: 'role', head: c('party.role'), cell: role }]),
        {
          key: 'cost',
          head: c('measure.cost'),
          numeric: true,
          cell: (measure: Measure) => (
            <Cost measure={measure} sources={thing.sources} none={c('measure.cost.none')} />
          ),
        },
        {
          key: 'time',
          head: c('measure.time'),
          numeric: true,
          cell: (measure: Measure) => <LeadTime measure={measure} />,
        },
      ]}
    />
  );
}

/** How long it takes until a measure works. */
export function LeadTime({ measure: { leadTimeYears } }: { measure: Measure }) {
  const c = useTexts();
  const show = useNumber();
  if (leadTimeYears === null) return <span className="muted">{c('measure.time.none')}</span>;
  return (
    <>
      {show(leadTimeYears.value, 'years', { precise: true })}{' '}
      <Kind of={/^(assumption|by definition)\b/i.test(leadTimeYears.source) ? 'assumed' : 'stated'} />
    </>
  );
}

/** The amounts of a register entry, each with who pays, how sure it is, its source and what it is part of. */
export function MoneyTable({ entry, sources }: { entry: Entry; sources: ThingResponse['sources'] }) {
  const { t, tx, lang } = useWords();
  const c = useTexts();
  const show = useNumber();
  return (
    <FoldedTable
      caption={`${c('money.title')}: ${tx(entry.title)}`}
      hideCaption
      stacks
      more={(n) => c('money.more', { n })}
      rows={entry.money.map((item, i) => ({ item, key: `${entry.id} ${i}` }))}
      rowKey={({ key }) => key}
      columns={[
        {
          key: 'item',
          head: c('money.item'),
          names: true,
          cell: ({ item }) => {
            const note = item.note === undefined ? null : moneyNote(item.note, lang);
            return (
              <>
                {tx(item.item)}
                {note !== null && (
                  <span className="small block-line" lang={note.lang}>
                    {note.text}
                  </span>
                )}
              </>
            );
          },
        },
        {
          key: 'payer',
          head: c('money.payer'),
          cell: ({ item }) =>
            payersOf(item.payer).length === 0 ? (
              <span className="muted">{c('money.unknown')}</span>
            ) : (
              <PartyLinks ids={payersOf(item.payer)} />
            ),
        },
        {
          key: 'amount',
          head: c('money.amount'),
          numeric: true,
          cell: ({ item }) => (
            <>
              {show(item.amount, item.unit, { precise: true })}{' '}
              <Kind of={kindOfStatus(item.status)} word={t(`money.${item.status}`)} />
            </>
          ),
        },
        {
          key: 'source',
          head: c('money.source'),
          cell: ({ item }) => <SourceName text={item.source} sources={sources} />,
        },
      ]}
    />
  );
}

/** Entries of the registers with what each is. */
export function EntryList({ entries }: { entries: readonly Entry[] }) {
  const { tx } = useWords();
  const c = useTexts();
  const kinds = [...new Set(entries.map(({ kind }) => kind))];
  return (
    <div className="columns">
      {kinds.map((kind) => (
        <section key={kind} className="columns__group">
          <Heading3>{c(`many.${kind}`)}</Heading3>
          <ul className="plain">
            {entries
              .filter((entry) => entry.kind === kind)
              .map(({ id, title, summary }) => (
                <li key={id}>
                  <A to={thingPath(kind, id)}>{tx(title)}</A>
                  {summary !== undefined && <span className="small block-line">{tx(summary)}</span>}
                </li>
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

/** What the text says of a thing, what stands in the same lines, and the conflicts that these claims run into. */
export function ClaimsPart({ thing }: { thing: ThingResponse }) {
  const c = useTexts();
  const { claims, sameLines } = thing;
  const all = [...claims, ...sameLines];
  if (all.length === 0) return null;
  return (
    <>
      {claims.length > 0 && (
        <Part title={c('part.claims')}>
          <ClaimList claims={claims} />
        </Part>
      )}
      {sameLines.length > 0 && (
        <Part title={c('part.sameLines')}>
          <ClaimList claims={sameLines} />
        </Part>
      )}
      <ConflictsOfClaims claims={all.map(({ id }) => id)} title={c('part.conflicts')} />
    </>
  );
}

/** Everything else that links to a thing, by kind; `shown` are kinds that the page has shown already. */
export function LinksPart({ thing, shown }: { thing: ThingResponse; shown: readonly LinkKind[] }) {
  const { tx } = useWords();
  const c = useTexts();
  const rest = [...thing.namedBy, ...thing.names].filter(({ kind }) => !shown.includes(kind));
  const kinds = [...new Set(rest.map(({ kind }) => kind))];
  if (kinds.length === 0) return null;
  return (
    <Part title={c('part.links')}>
      <div className="columns">
        {kinds.map((kind) => (
          <section key={kind} className="columns__group">
            <Heading3>{c(`many.${kind}`)}</Heading3>
            <ul className="plain">
              {byThing(rest.filter((link) => link.kind === kind)).map(({ id, title, as }) => (
                <li key={id}>
                  {hasPage(kind) ? <A to={thingPath(kind, id)}>{tx(title)}</A> : tx(title)}{' '}
                  <span className="small">({as.map((one) => c(`as.${one}`)).join(', ')})</span>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Part>
  );
}

/** Each thing once, with all capacities in which it is linked. */
function byThing(links: readonly ApiLink[]) {
  const found = new Map<
    string,
    { readonly id: string; readonly title: ApiLink['title']; readonly as: ApiLink['as'][] }
  >();
  for (const { id, title, as } of links) {
    const known = found.get(id) ?? { id, title, as: [] };
    if (!known.as.includes(as)) known.as.push(as);
    found.set(id, known);
  }
  return [...found.values()];
}
