import { type Fill, fill, type Text } from '@schaalsprong/words';

/** The texts of one kind of fault; `{…}` is filled in. */
export interface MonitorEntry {
  readonly message: Text;
  readonly expected?: Text;
  readonly hint: Text;
}

/** Faults by code, `MONITOR_…`: `docs/errors.md` is the same table for readers. */
export type MonitorCatalogue = Readonly<Record<`MONITOR_${string}`, MonitorEntry>>;

/** Something wrong with what a source gave, or with how it is described, for people: in both languages. */
export interface MonitorProblem {
  readonly code: string;
  /** where: `file.csv:12`, an address, or a place in sources.yaml */
  readonly path: string;
  readonly message: Text;
  /** null where the message says it already */
  readonly expected: Text | null;
  readonly hint: Text;
}

/** Every problem found at once; nothing was taken. */
export class MonitorError extends Error {
  override readonly name = 'MonitorError';
  readonly problems: readonly MonitorProblem[];
  /** true where something could not be reached, so that trying later may help; false where what came is wrong */
  readonly unreachable: boolean;
  constructor(problems: readonly MonitorProblem[], unreachable = false) {
    super(problems.map((p) => `${p.code} ${p.path}: ${p.message.en} (${p.hint.en})`).join('\n'));
    this.problems = problems;
    this.unreachable = unreachable;
  }
}

const both = (text: Text, values: Readonly<Record<string, Fill>>): Text => ({
  nl: fill(text.nl, values, 'nl'),
  en: fill(text.en, values, 'en'),
});

/**
 * A problem of a catalogue, filled in.
 *
 * @param catalogue the faults of a part of this package
 * @param code which one
 * @param path where it is
 * @param values what is between braces
 */
export function monitorProblem<C extends MonitorCatalogue>(
  catalogue: C,
  code: keyof C & string,
  path: string,
  values: Readonly<Record<string, Fill>> = {},
): MonitorProblem {
  const { message, expected, hint }: MonitorEntry = catalogue[code] as MonitorEntry;
  return {
    code,
    path,
    message: both(message, values),
    expected: expected === undefined ? null : both(expected, values),
    hint: both(hint, values),
  };
}
