import type { ApiClaim } from '@schaalsprong/wire';
import { useAgenda, useNumber, useWords } from '../lib/hooks.tsx';
import { Kind } from './Kind.tsx';
import { A } from './Link.tsx';

const written = ({ figure }: Pick<ApiClaim, 'figure'>): string =>
  typeof figure === 'string' ? figure : figure.join(', ');

/**
 * True where the text compares without a number (`voldoende`, `hoger`): the value is then the 1 or the 0 that it is
 * compared with, and means little to a reader: a 0 in any unit ("place 0", "0 homes"), a 1 in a unit that names nothing.
 */
export function compares(claim: Pick<ApiClaim, 'figure' | 'value'>, symbol: string): boolean {
  if (/\d/.test(written(claim))) return false;
  return claim.value === 0 || (claim.value === 1 && (symbol === '' || symbol === '%'));
}

/** The figure of a claim in its unit, or the word that stands for one. */
export function useClaimFigure(): (claim: ApiClaim) => string {
  const { t, lang } = useWords();
  const show = useNumber();
  const { units } = useAgenda().region;
  return (claim) =>
    claim.qualifier !== 'exact' && compares(claim, units[claim.unit]?.symbol[lang] ?? claim.unit)
      ? t('claim.comparison', {
          figure: typeof claim.figure === 'string' ? claim.figure : (claim.figure[0] ?? ''),
        })
      : show(claim.value, claim.unit, { precise: true });
}

/** Claims with the place in the text where each stands. */
export function ClaimList({ claims }: { claims: readonly ApiClaim[] }) {
  const { t, tx, place } = useWords();
  const figure = useClaimFigure();
  return (
    <ul className="claims">
      {claims.map((claim) => (
        <li key={claim.id}>
          <A to={`/bronnen/beweringen/${claim.id}`}>{tx(claim.text)}</A>{' '}
          <span className="small">
            {t(`claim.kind.${claim.kind}`)} · <span className="figure">{figure(claim)}</span>{' '}
            <Kind of="stated" /> ·{' '}
            {claim.places.map((lines, i) => place(lines, claim.pages[i] ?? claim.page)).join('; ')}
          </span>
        </li>
      ))}
    </ul>
  );
}
