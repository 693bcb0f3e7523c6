import type { ClaimMatch, Ledger, LedgerClaim, MatchedWord, Statement } from '@schaalsprong/claim-check';
import type { ApiClaim, AuditResponse, SourcesResponse, Target } from '@schaalsprong/wire';
import { contains } from '@schaalsprong/words';
import { Heading2, Heading3, Paragraph } from '@utrecht/component-library-react';
import type { ReactNode } from 'react';
import { ClaimList, useClaimFigure } from '../../components/ClaimList.tsx';
import { A } from '../../components/Link.tsx';
import { Row } from '../../components/Row.tsx';
import { StatusMark } from '../../components/StatusMark.tsx';
import { DataTable } from '../../components/Table.tsx';
import { PartyLinks, titleOf } from '../../components/Things.tsx';
import {
  useAgenda,
  useInterval,
  useNames,
  useNumber,
  useStanding,
  useUnitTitle,
  useWords,
} from '../../lib/hooks.tsx';
import { statusOf } from '../../lib/standing.ts';
import { ConflictsPart } from './ConflictsPart.tsx';
import { Futures, Measured } from './Evidence.tsx';
import type { ClaimCheckText } from './texts/nl.ts';
import { useTexts } from './texts.ts';
import { VerdictMark } from './VerdictMark.tsx';

/** Of whom or where a claim speaks. */
function useEntity(): (entity: string) => string {
  const agenda = useAgenda();
  const { tx } = useWords();
  return (entity) =>
    agenda.areas.find(({ code }) => code === entity)?.name ??
    tx(titleOf(agenda, { kind: 'party', id: entity }));
}

/** The number of a sentence as typed, with its unit where the region has it. */
function useTyped(): (statement: Statement, match: ClaimMatch) => string {
  const show = useNumber();
  return ({ figure }, { claim, number }) =>
    figure === null
      ? ''
      : number === null || number.value === null || figure.isRange
        ? figure.text
        : show(number.value, claim.unit, { precise: true });
}

const whenOf = ({ horizon, period }: Pick<LedgerClaim, 'horizon' | 'period'>): string | null =>
  horizon ?? period ?? null;

/** What differs between a sentence and a claim, in sentences. */
function useDifferences(
  sources: SourcesResponse,
): (statement: Statement, match: ClaimMatch) => readonly string[] {
  const c = useTexts();
  const { period } = useWords();
  const show = useNumber();
  const interval = useInterval();
  const typedIn = useTyped();
  const entity = useEntity();
  return (statement, match) => {
    const { claim, number, year, place } = match;
    const typed = typedIn(statement, match);
    const own = show(claim.value, claim.unit, { precise: true });
    const meant = ({ id, unit }: LedgerClaim): string => {
      const full = sources.claims.find((one) => one.id === id);
      return full === undefined ? own : interval(full.interval, unit);
    };
    const said: string[] = [];
    if (number !== null) {
      const { relation, unit, difference } = number;
      if (unit === 'rate') said.push(c('differs.rate'));
      else if (relation === 'apart') said.push(c('differs.unit'));
      else if (relation === 'opposite') said.push(c('differs.opposite'));
      else if (relation === 'allowed') said.push(c('differs.allowed', { claim: meant(claim), typed }));
      else if ((relation === 'above' || relation === 'below') && difference !== null) {
        const size = show(Math.abs(difference), claim.unit, { precise: true });
        said.push(c(`differs.${relation}`, { claim: own, typed, difference: size }));
      }
    }
    const when = whenOf(claim);
    if ((year === 'earlier' || year === 'later') && statement.year !== null && when !== null) {
      said.push(c('differs.year', { typed: statement.year, claim: period(when) }));
    }
    if (place === 'other') {
      const named = statement.places.map((one) => one.typed).join(', ');
      said.push(c('differs.place', { typed: named, claim: entity(claim.entity) }));
    }
    return said;
  };
}

interface Compared {
  readonly key: 'number' | 'unit' | 'year' | 'place' | 'words';
  readonly yours: ReactNode;
  readonly theirs: ReactNode;
  readonly judged: string;
}

/** A sentence beside a claim, part by part: which number, unit, year, place and words. */
function Comparison({
  statement,
  match,
  claim,
}: {
  statement: Statement;
  match: ClaimMatch;
  claim: ApiClaim;
}) {
  const c = useTexts();
  const { period } = useWords();
  const figure = useClaimFigure();
  const unitTitle = useUnitTitle();
  const entity = useEntity();
  const { number, subject } = match;
  const none = c('row.none');
  const word = ({ typed, found, how }: MatchedWord): string =>
    typed.toLowerCase() === found.toLowerCase() ? typed : c(`word.${how}`, { typed, found });
  const when = whenOf(claim);
  const rows: Compared[] = [
    ...(statement.figure === null || number === null
      ? []
      : [
          {
            key: 'number' as const,
            yours: statement.figure.text,
            theirs: figure(claim),
            judged: c(`judge.${number.relation}`),
          },
          {
            key: 'unit' as const,
            yours:
              statement.figure.counted === '' ? unitTitle(statement.figure.unit) : statement.figure.counted,
            theirs: unitTitle(claim.unit),
            judged: c(`judge.${number.unit}`),
          },
        ]),
    {
      key: 'year',
      yours: statement.year ?? none,
      theirs: when === null ? none : period(when),
      judged: c(`judge.${match.year}`),
    },
    {
      key: 'place',
      yours: statement.places.length === 0 ? none : statement.places.map(({ typed }) => typed).join(', '),
      theirs: entity(claim.entity),
      judged: c(`judge.${match.place}`),
    },
    {
      key: 'words',
      yours: (
        <>
          {subject.words.map(word).join('; ')}
          {subject.missing.length > 0 && (
            <span className="small block-line">
              {c('word.missing', { words: subject.missing.join(', ') })}
            </span>
          )}
        </>
      ),
      theirs: '',
      judged: c('judge.words', {
        n: subject.words.length,
        of: subject.words.length + subject.missing.length,
      }),
    },
  ];
  return (
    <>
      <Heading3>{c('part.compare')}</Heading3>
      <DataTable
        caption={c('part.compare')}
        hideCaption
        stacks
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          { key: 'what', head: c('part.what'), names: true, cell: ({ key }) => c(`row.${key}`) },
          { key: 'yours', head: c('part.yours'), cell: ({ yours }) => yours },
          { key: 'theirs', head: c('part.theirs'), cell: ({ theirs }) => theirs },
          { key: 'judged', head: c('part.judged'), cell: ({ judged }) => <strong>{judged}</strong> },
        ]}
      />
    </>
  );
}

/** What the number of a claim can mean, and in which of its meanings the number of the sentence fits. */
function Meanings({
  statement,
  match,
  audit,
  target,
}: {
  statement: Statement;
  match: ClaimMatch;
  audit: AuditResponse;
  target: Target | undefined;
}) {
  const c = useTexts();
  const { tx } = useWords();
  const interval = useInterval();
  const { claim, number } = match;
  const readings = audit.input.claims.find(({ id }) => id === claim.id)?.readings ?? [];
  const value = number?.value ?? null;
  const fits = (reading: (typeof readings)[number]): ClaimCheckText =>
    value === null || reading.unit !== claim.unit
      ? 'judge.apart'
      : contains(reading.intervals.default, value)
        ? 'means.fits.yes'
        : contains(reading.intervals.generous, value)
          ? 'means.fits.generous'
          : 'means.fits.no';
  // Without a number in the sentence there is none to give a meaning to.
  if (statement.figure === null && target?.note === undefined) return null;
  return (
    <>
      {statement.figure !== null && <Heading3>{c('means.title')}</Heading3>}
      {number?.interval != null && (
        <Paragraph>{c('means.yours', { interval: interval(number.interval, claim.unit) })}</Paragraph>
      )}
      {readings.length > 0 && statement.figure !== null && (
        <DataTable
          caption={c('means.title')}
          hideCaption
          stacks
          rows={readings}
          rowKey={({ id }) => id}
          columns={[
            { key: 'reading', head: c('means.reading'), names: true, cell: ({ title }) => tx(title) },
            {
              key: 'interval',
              head: c('means.interval'),
              cell: ({ intervals, unit }) => interval(intervals.default, unit),
            },
            {
              key: 'generous',
              head: c('means.generous'),
              cell: ({ intervals, unit }) => interval(intervals.generous, unit),
            },
            {
              key: 'fits',
              head: c('means.fits'),
              cell: (reading: (typeof readings)[number]) => <strong>{c(fits(reading))}</strong>,
            },
          ]}
        />
      )}
      {target?.note !== undefined && (
        <details>
          <summary>{c('means.note')}</summary>
          <Paragraph>{tx(target.note)}</Paragraph>
        </details>
      )}
    </>
  );
}

/** Who is responsible for a claim and how its target stands. */
function Responsible({ claim, target }: { claim: ApiClaim; target: Target | undefined }) {
  const c = useTexts();
  const { nodeById } = useAgenda();
  const names = useNames();
  const standing = useStanding();
  const nodes = [...(target === undefined ? [] : [target.challenge]), ...claim.nodes];
  const owners = [...new Set(nodes.flatMap((id) => nodeById.get(id)?.owners ?? []))];
  return (
    <dl className="about">
      <Row label={c('part.by')}>{owners.length === 0 ? c('part.by.none') : <PartyLinks ids={owners} />}</Row>
      {target !== undefined && (
        <Row label={c('part.status')}>
          <StatusMark status={statusOf(target, standing.of(target.id))} />{' '}
          <A to={`/doelen/${target.id}`}>{names.target(target.id)}</A>
        </Row>
      )}
    </dl>
  );
}

/** The target that a claim states: one with its own value before others. */
function useTargetOf(): (claim: ApiClaim) => Target | undefined {
  const { targetById } = useAgenda();
  return (claim) => {
    const targets = claim.targets.flatMap((id) => targetById.get(id) ?? []);
    return targets.find(({ value, unit }) => value === claim.value && unit === claim.unit) ?? targets[0];
  };
}

const verdictText = ({ verdict, claims, figure }: Statement): ClaimCheckText => {
  if (verdict === 'says-so')
    return claims[0]?.number?.relation === 'rounded' ? 'verdict.rounded' : 'verdict.says-so';
  return verdict === 'unknown' && figure === null ? 'verdict.silent' : `verdict.${verdict}`;
};

/** What is found of one number of what was pasted. */
export function StatementPart({
  statement,
  sources,
  audit,
  ledger,
  text,
  isFirst,
}: {
  statement: Statement;
  sources: SourcesResponse;
  audit: AuditResponse;
  ledger: Ledger;
  /** the sentence that it is of */
  text: string;
  isFirst: boolean;
}) {
  const c = useTexts();
  const targetOf = useTargetOf();
  const differences = useDifferences(sources);
  const { verdict, figure, claims, near, sameNumber } = statement;
  const full = (ids: readonly string[]): readonly ApiClaim[] =>
    ids.flatMap((id) => sources.claims.find((claim) => claim.id === id) ?? []);
  const [first, ...others] = claims;
  // Figures of the region say nothing of a sentence about another place.
  const isAtHome = statement.places.every(({ area }) => area?.code === ledger.area);
  const claim = first === undefined ? undefined : full([first.claim.id])[0];
  const target = claim === undefined ? undefined : targetOf(claim);
  return (
    <article className="claim-check__statement block">
      <Heading2>
        <VerdictMark verdict={verdict} />{' '}
        {figure !== null && <q className="claim-check__typed">{figure.text}</q>} {c(verdictText(statement))}
      </Heading2>
      {figure?.isDenied === true && <Paragraph>{c('because.denied')}</Paragraph>}
      {verdict !== 'otherwise' && <Paragraph>{c(`because.${verdict}`)}</Paragraph>}
      {verdict === 'otherwise' && first !== undefined && (
        <ul className="claim-check__differences">
          {differences(statement, first).map((said) => (
            <li key={said}>{said}</li>
          ))}
        </ul>
      )}
      {first !== undefined && claim !== undefined && (
        <>
          <Heading3>{c('part.says')}</Heading3>
          <ClaimList claims={[claim]} />
          <Responsible claim={claim} target={target} />
          <Comparison statement={statement} match={first} claim={claim} />
          <Meanings statement={statement} match={first} audit={audit} target={target} />
          <Measured target={target} indicators={statement.indicators} />
          <Futures statement={statement} match={first} target={target} />
          <ConflictsPart
            statement={statement}
            match={first}
            audit={audit}
            ledger={ledger}
            text={text}
            isFirst={isFirst}
          />
        </>
      )}
      {first === undefined && isAtHome && statement.indicators.length > 0 && (
        <Measured target={undefined} indicators={statement.indicators} />
      )}
      {others.length > 0 && (
        <details>
          <summary>{c('part.others', { n: others.length })}</summary>
          <ClaimList claims={full(others.map((one) => one.claim.id))} />
        </details>
      )}
      {verdict === 'unknown' && near.length > 0 && (
        <>
          <p>{c('part.near')}</p>
          <ClaimList claims={full(near.map((one) => one.claim.id))} />
        </>
      )}
      {sameNumber.length > 0 && verdict !== 'says-so' && (
        <>
          <p>{c('part.sameNumber')}</p>
          <ClaimList claims={full(sameNumber.map(({ id }) => id))} />
        </>
      )}
    </article>
  );
}
