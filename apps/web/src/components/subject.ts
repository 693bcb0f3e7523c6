import type { AuditInput, Conflict } from '@schaalsprong/audit';
import { useNames, useWords } from '../lib/hooks.tsx';

/** Names that a head has room for. */
const fewNames = 2;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What a conflict is about, for its head: what is missing, the targets at stake, or the quantities of its claims. */
export function useSubject(
  input: Pick<AuditInput, 'claims' | 'variables' | 'gaps'>,
): (conflict: Pick<Conflict, 'id' | 'claims' | 'targets' | 'gap'>) => string {
  const { t, tx, count } = useWords();
  const names = useNames();
  return (conflict) => {
    const gap = input.gaps.find(({ id }) => id === conflict.gap);
    if (gap !== undefined) return capital(tx(gap.title));
    const quantities = conflict.claims.flatMap(({ id }) => {
      const variable = input.claims.find((claim) => claim.id === id)?.readings[0]?.variable;
      const title = input.variables.find((v) => v.id === variable)?.title;
      return title === undefined ? [] : [tx(title)];
    });
    const all = [...new Set(conflict.targets.length > 0 ? conflict.targets.map(names.target) : quantities)];
    if (all.length === 0) return conflict.id;
    const rest = all.length - fewNames;
    // Names of targets begin with a capital: dots keep them apart where a comma would run them together.
    return capital(
      [...all.slice(0, fewNames), ...(rest > 0 ? [t('conflict.more', { n: count(rest) })] : [])].join(' · '),
    );
  };
}
