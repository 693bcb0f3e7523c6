import type { Lang } from '@schaalsprong/words';
import { isNumber } from '../../command/given.ts';
import { UsageError } from '../../command/usage-error.ts';

/** The values of `--set name=number`: the last `=` counts, because a quoted name may hold one. */
export function assignments(given: readonly string[], lang: Lang): Readonly<Record<string, number>> {
  const set: Record<string, number> = {};
  for (const text of given) {
    const at = text.lastIndexOf('=');
    const name = text.slice(0, Math.max(at, 0)).trim();
    const value = text.slice(at + 1).trim();
    if (name === '' || !isNumber(value)) {
      throw new UsageError(lang, 'not-assignment', { value: text });
    }
    set[name] = Number(value);
  }
  return set;
}
