import type { Text } from '@schaalsprong/words';

/** Result of a method that does not apply here: the reason in place of a number. */
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
