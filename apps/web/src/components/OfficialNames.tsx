import type { ApiNode } from '@schaalsprong/wire';
import { useWords } from '../lib/hooks.tsx';

/** What the agenda itself calls a node, for readers who know it by that name; nothing where it has no name there. */
export function OfficialNames({ node }: { node: ApiNode }) {
  const { t } = useWords();
  if (node.official.length === 0) return null;
  return (
    <p className="small">
      {t('node.official')}: <span lang="nl">{node.official.join('; ')}</span>
    </p>
  );
}
