import type { Conflict, Verdict } from '@schaalsprong/agenda/audit';
import { accepts } from './kinds.ts';

export const verdictWords = [
  'accepted-as-rounding',
  'accepted-as-reading',
  'to-be-repaired',
  'disputed',
] as const satisfies readonly Verdict['verdict'][];

/** Where the verdicts of a reader are kept. A server that keeps them for all can stand in its place. */
export interface VerdictKeeper {
  readonly all: () => readonly Verdict[];
  readonly subscribe: (listener: () => void) => () => void;
  /** Keeps a verdict instead of the one that the reader gave on the same conflict before. */
  put(verdict: Verdict): void;
  /** Forgets the reader's own verdict on a conflict. */
  drop(conflict: string): void;
  /** False where what is kept is lost when the page closes. */
  readonly lasting: () => boolean;
}

const isText = (value: unknown): value is string => typeof value === 'string';

function isVerdict(value: unknown): value is Verdict {
  if (typeof value !== 'object' || value === null) return false;
  const { conflict, verdict, by, on, why } = value as Record<string, unknown>;
  return [conflict, by, on, why].every(isText) && verdictWords.some((word) => word === verdict);
}

/** Verdicts from a text that may have been changed by others or cut short: what is no verdict is left out. */
export function readKept(text: string | null): readonly Verdict[] {
  if (text === null) return [];
  try {
    const parsed: unknown = JSON.parse(text);
    return Array.isArray(parsed) ? parsed.filter(isVerdict) : [];
  } catch {
    return [];
  }
}

/**
 * Keeps verdicts in this browser, per region.
 * @param storage null where the browser keeps nothing: then the memory of this page does
 */
export function keepInBrowser(region: string, storage: Storage | null): VerdictKeeper {
  const key = `schaalsprong-verdicts-${region}`;
  const listeners = new Set<() => void>();
  let lasting = storage !== null;
  let kept = readKept(storage?.getItem(key) ?? null);
  const keep = (next: readonly Verdict[]): void => {
    kept = next;
    try {
      storage?.setItem(key, JSON.stringify(next));
    } catch {
      // Full, or forbidden: the page still has it, and says that it will not last.
      lasting = false;
    }
    for (const listener of listeners) listener();
  };
  // Another window of this browser may keep verdicts too.
  const hear = (event: StorageEvent): void => {
    if (event.key !== key) return;
    kept = readKept(event.newValue);
    for (const listener of listeners) listener();
  };
  return {
    all: () => kept,
    subscribe: (listener) => {
      if (listeners.size === 0) globalThis.addEventListener?.('storage', hear);
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) globalThis.removeEventListener?.('storage', hear);
      };
    },
    put: (verdict) => keep([...kept.filter(({ conflict }) => conflict !== verdict.conflict), verdict]),
    drop: (conflict) => keep(kept.filter((verdict) => verdict.conflict !== conflict)),
    lasting: () => lasting,
  };
}

/** The storage of this browser; null where it is switched off, which throws when asked. */
export function browserStorage(): Storage | null {
  try {
    return globalThis.localStorage;
  } catch {
    return null;
  }
}

/** Conflicts with the reader's own verdicts before those of the content; accepted ones after the open ones. */
export function withVerdicts(conflicts: readonly Conflict[], own: readonly Verdict[]): readonly Conflict[] {
  const of = new Map(own.map((verdict) => [verdict.conflict, verdict]));
  const judged = conflicts.map((conflict) => {
    const verdict = of.get(conflict.id);
    return verdict === undefined ? conflict : { ...conflict, verdict };
  });
  return [
    ...judged.filter(({ verdict }) => !accepts(verdict)),
    ...judged.filter(({ verdict }) => accepts(verdict)),
  ];
}

/** Verdicts of the content and of the reader together; the reader's own go first on the same conflict. */
export function allVerdicts(content: readonly Verdict[], own: readonly Verdict[]): readonly Verdict[] {
  const mine = new Set(own.map(({ conflict }) => conflict));
  return [...content.filter(({ conflict }) => !mine.has(conflict)), ...own].sort((a, b) =>
    a.conflict < b.conflict ? -1 : 1,
  );
}

/** A text as YAML: in double quotes, as JSON writes it, which YAML reads the same. */
const quoted = (text: string): string => JSON.stringify(text);

/** The file `verdicts.yaml` of a region folder. */
export function verdictsYaml(verdicts: readonly Verdict[]): string {
  if (verdicts.length === 0) return 'verdicts: []\n';
  const entries = verdicts.map(
    ({ conflict, verdict, by, on, why }) =>
      `  - conflict: ${quoted(conflict)}\n    verdict: ${verdict}\n    by: ${quoted(by)}\n    on: ${quoted(on)}\n    why: ${quoted(why)}\n`,
  );
  return `verdicts:\n${entries.join('\n')}`;
}
