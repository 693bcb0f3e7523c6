import type { Text } from '@schaalsprong/wire';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Follow } from '../../../table/contract.ts';

/** What an error of our packages says for people, in both languages; nothing for any other error. */
export function problemsOf(error: unknown): readonly Text[] {
  if (!(error instanceof Error && 'problems' in error && Array.isArray(error.problems))) return [];
  return error.problems.flatMap((problem: (Partial<Text> & { readonly message?: Text }) | null) => {
    const { nl, en } = problem?.message ?? problem ?? {};
    return nl === undefined || en === undefined ? [] : [{ nl, en }];
  });
}

/** A longer question to the table, and how far it is. */
export type Asked<Answer> =
  | { readonly phase: 'rest' }
  /** `part` of 0 to 1; null as long as nothing is known of it. */
  | { readonly phase: 'busy'; readonly part: number | null }
  | { readonly phase: 'done'; readonly answer: Answer }
  | { readonly phase: 'stopped' }
  | { readonly phase: 'failed'; readonly problems: readonly Text[] };

/** Starts, tracks and aborts a request. A new request, or unmounting, aborts the previous one. */
export function useQuestion<Answer>(): {
  readonly asked: Asked<Answer>;
  readonly ask: (question: (follow: Follow) => Promise<Answer>) => void;
  readonly stop: () => void;
} {
  const [asked, setAsked] = useState<Asked<Answer>>({ phase: 'rest' });
  const asking = useRef<AbortController | null>(null);
  useEffect(() => () => asking.current?.abort(), []);
  const ask = useCallback((question: (follow: Follow) => Promise<Answer>): void => {
    asking.current?.abort();
    const controller = new AbortController();
    asking.current = controller;
    const isCurrent = (): boolean => asking.current === controller && !controller.signal.aborted;
    setAsked({ phase: 'busy', part: null });
    question({
      signal: controller.signal,
      onProgress: (part) => {
        if (isCurrent()) setAsked({ phase: 'busy', part });
      },
    }).then(
      (answer) => {
        if (isCurrent()) setAsked({ phase: 'done', answer });
      },
      (error: unknown) => {
        if (!isCurrent()) return;
        setAsked({ phase: 'failed', problems: problemsOf(error) });
      },
    );
  }, []);
  const stop = useCallback((): void => {
    asking.current?.abort();
    setAsked({ phase: 'stopped' });
  }, []);
  return { asked, ask, stop };
}
