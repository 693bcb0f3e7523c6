import type { ApiClaim } from '../api.ts';
import { useNumber, useWords } from '../lib/hooks.tsx';
import { Kind } from './Kind.tsx';
import { A } from './Link.tsx';

/** Claims with the place in the text where each stands. */
export function ClaimList({ claims }: { claims: readonly ApiClaim[] }) {
  const { t, tx, place } = useWords();
  const show = useNumber();
  return (
    <ul className="claims">
      {claims.map((claim) => (
        <li key={claim.id}>
          <A to={`/bronnen/beweringen/${claim.id}`}>{tx(claim.text)}</A>{' '}
          <span className="small">
            {t(`claim.kind.${claim.kind}`)} ·{' '}
            <span className="figure">{show(claim.value, claim.unit, { precise: true })}</span>{' '}
            <Kind of="stated" /> ·{' '}
            {claim.places.map((lines, i) => place(lines, claim.pages[i] ?? claim.page)).join('; ')}
          </span>
        </li>
      ))}
    </ul>
  );
}
