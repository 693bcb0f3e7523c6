import type { AuditClaim, Conflict } from '@schaalsprong/audit';
import { Kind } from '../../components/Kind.tsx';
import { A } from '../../components/Link.tsx';
import { Marked } from '../../components/Marked.tsx';
import { pageOfLine } from '../../lib/agenda.ts';
import { useAgenda, useInterval, useWords } from '../../lib/hooks.tsx';
import { numbered, useOwnCopy } from '../../lib/own-copy.ts';
import { useTexts } from './texts.ts';
import { intervalIn, useFigure, useView } from './view.tsx';

/** Where a claim is in the text, in words. */
export function usePlaces(): (places: readonly { readonly from: number; readonly to: number }[]) => string {
  const { place } = useWords();
  const agenda = useAgenda();
  return (places) => places.map((lines) => place(lines, pageOfLine(agenda, lines.from))).join('; ');
}

/** The passages of a claim in the reader's own copy, with its figures marked; nothing where no copy is open. */
function Passages({ claim }: { claim: AuditClaim }) {
  const copy = useOwnCopy();
  const c = useTexts();
  if (copy === null || claim.document !== null) return null;
  return (
    <div className="passages">
      <p className="only-read">{c('claim.passage')}</p>
      {claim.places.map((lines) => (
        <blockquote key={lines.from} className="own-lines" lang="nl">
          {numbered(copy, lines).map((line) => (
            <p key={line.number}>
              <Marked line={line.text} figures={claim.figure} />
            </p>
          ))}
        </blockquote>
      ))}
    </div>
  );
}

function ClaimRow({ claim, conflict }: { claim: AuditClaim; conflict: Conflict }) {
  const { t, tx } = useWords();
  const c = useTexts();
  const figure = useFigure();
  const interval = useInterval();
  const places = usePlaces();
  const { switches } = useView();
  const taken = intervalIn(claim, conflict, switches);
  const said = taken === null ? null : interval(taken.interval, taken.unit);
  return (
    <li>
      {claim.document === null ? (
        <A to={`/bronnen/beweringen/${claim.id}`}>{tx(claim.text)}</A>
      ) : (
        <>
          {tx(claim.text)} <span className="small">({claim.document})</span>
        </>
      )}{' '}
      <span className="small">
        {(['target', 'baseline', 'forecast', 'fact', 'commitment', 'definition'] as const)
          .filter((kind) => kind === claim.kind)
          .map((kind) => `${t(`claim.kind.${kind}`)} · `)}
        <span className="figure">{figure(claim)}</span> <Kind of="stated" /> · {places(claim.places)}
        {said !== null && (
          <span className="block-line">
            {taken?.tried ? c('claim.tried', { interval: said }) : c('claim.taken', { interval: said })}
          </span>
        )}
      </span>
      <Passages claim={claim} />
    </li>
  );
}

/** The claims of a conflict, each with its figure, what it is taken as, and its place in the text. */
export function ConflictClaims({ conflict }: { conflict: Conflict }) {
  const { claimById } = useView();
  return (
    <ul className="claims">
      {conflict.claims.map(({ id }) => {
        const claim = claimById.get(id);
        return claim === undefined ? null : <ClaimRow key={id} claim={claim} conflict={conflict} />;
      })}
    </ul>
  );
}
