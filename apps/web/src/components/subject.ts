import type { AuditInput, Conflict } from '@schaalsprong/agenda/audit';
import { useNames, useWords } from '../lib/hooks.tsx';

/** Names that a head has room for. */
const fewNames = 2;

/** What a conflict is about, for its head: the targets at stake, else the quantities of its claims. */
export function useSubject(
  input: Pick<AuditInput, 'claims' | 'variables'>,
): (conflict: Pick<Conflict, 'id' | 'claims' | 'targets'>) => string {
  const { t, tx, list, count } = useWords();
  const names = useNames();
  return (conflict) => {
    const quantities = conflict.claims.flatMap(({ id }) => {
      const variable = input.claims.find((claim) => claim.id === id)?.readings[0]?.variable;
      const title = input.variables.find((v) => v.id === variable)?.title;
      return title === undefined ? [] : [tx(title)];
    });
    const all = [...new Set(conflict.targets.length > 0 ? conflict.targets.map(names.target) : quantities)];
    if (all.length === 0) return conflict.id;
    const rest = all.length - fewNames;
    const said =
      rest > 0 ? list([...all.slice(0, fewNames), t('conflict.more', { n: count(rest) })]) : list(all);
    return said.charAt(0).toUpperCase() + said.slice(1);
  };
}
