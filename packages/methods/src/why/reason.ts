import type { Text } from '@schaalsprong/words';

/** A method that cannot answer here says why, and gives no number. */
export interface NoAnswer {
  readonly kind: 'none';
  /** Kebab-case, for programs. */
  readonly code: string;
  readonly reason: Text;
}

export const noAnswer = (code: string, nl: string, en: string): NoAnswer => ({
  kind: 'none',
  code,
  reason: { nl, en },
});
