import { isMap, isSeq, parseDocument, stringify } from 'yaml';
import { schemaLine } from '../schema/json-schema.ts';
import type { ConflictVerdict, Judgement } from '../schema/schema.ts';

/**
 * The text of `verdicts.yaml` with some verdicts in it. A verdict takes the place of the one on the same conflict; what
 * else is in the file, its comments included, stays.
 *
 * @param existing the text of the file; null where there is none
 */
export const verdictsWith = (existing: string | null, verdicts: readonly ConflictVerdict[]): string =>
  listWith(existing, { list: 'verdicts', key: 'conflict' }, verdicts);

/**
 * The same for `judgements.yaml`: a judgement takes the place of the one on the same target.
 *
 * @param existing the text of the file; null where there is none
 */
export const judgementsWith = (existing: string | null, judgements: readonly Judgement[]): string =>
  listWith(existing, { list: 'judgements', key: 'target' }, judgements);

/** A file of people's statements: one list, one entry per subject. */
interface SaidFile<Key extends string> {
  readonly list: 'verdicts' | 'judgements';
  /** the field with the subject of an entry */
  readonly key: Key;
}

function listWith<Key extends string>(
  existing: string | null,
  { list: name, key }: SaidFile<Key>,
  entries: readonly Readonly<Record<Key, string>>[],
): string {
  if (existing === null) {
    return `${schemaLine(name, `${name}.yaml`)}\n${stringify({ [name]: entries }, { lineWidth: 0 })}`;
  }
  const document = parseDocument(existing);
  const list = isMap(document.contents) ? document.contents.get(name, true) : undefined;
  if (!isSeq(list)) {
    document.set(name, entries);
    return document.toString({ lineWidth: 0 });
  }
  // A flow-style list (`[]`) would put added entries on one line.
  list.flow = false;
  for (const entry of entries) {
    const node = document.createNode(entry);
    const at = list.items.findIndex((item) => isMap(item) && item.get(key) === entry[key]);
    if (at === -1) list.add(node);
    else list.items[at] = node;
  }
  return document.toString({ lineWidth: 0 });
}
