import type { Lang } from '@schaalsprong/words';
import type { Fault } from '../problems/messages.ts';

/** Wrong use: which text says it, and what may have been meant. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly key: Fault;
  readonly values: Readonly<Record<string, string | number>>;
  readonly nearest: readonly string[];
  readonly lang: Lang;
  /** the command whose help says more; null where it is not known or that of whoever runs it */
  readonly command: string | null;
  constructor(
    lang: Lang,
    key: Fault,
    values: Readonly<Record<string, string | number>> = {},
    near: readonly string[] = [],
    command: string | null = null,
  ) {
    super(key);
    this.lang = lang;
    this.key = key;
    this.values = values;
    this.nearest = near;
    this.command = command;
  }
}
