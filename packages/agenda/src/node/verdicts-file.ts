import { isMap, isSeq, parseDocument, stringify } from 'yaml';
import { schemaLine } from '../json-schema.ts';
import type { ConflictVerdict } from '../schema.ts';

const path = 'verdicts.yaml';

/**
 * The text of `verdicts.yaml` with some verdicts in it. A verdict takes the place of the one on the same conflict; what
 * else stands in the file, its comments included, stays.
 *
 * @param existing the text of the file; null where there is none
 */
export function verdictsWith(existing: string | null, verdicts: readonly ConflictVerdict[]): string {
  if (existing === null)
    return `${schemaLine('verdicts', path)}\n${stringify({ verdicts }, { lineWidth: 0 })}`;
  const document = parseDocument(existing);
  const list = isMap(document.contents) ? document.contents.get('verdicts', true) : undefined;
  if (!isSeq(list)) {
    document.set('verdicts', verdicts);
    return document.toString({ lineWidth: 0 });
  }
  // A list that was written `[]` would put what is added on one line.
  list.flow = false;
  for (const verdict of verdicts) {
    const node = document.createNode(verdict);
    const at = list.items.findIndex((item) => isMap(item) && item.get('conflict') === verdict.conflict);
    if (at === -1) list.add(node);
    else list.items[at] = node;
  }
  return document.toString({ lineWidth: 0 });
}
