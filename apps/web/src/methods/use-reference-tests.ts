import { useCallback, useEffect, useRef, useState } from 'react';
import type { Answer, Question, ReferenceTestAbout, ReferenceTestResult } from './reference-tests.ts';

/** The reference tests and what they have given so far; null while the worker still loads. */
export interface ReferenceTests {
  readonly checks: readonly ReferenceTestAbout[] | null;
  readonly results: ReadonlyMap<string, ReferenceTestResult>;
  /** Asked and not answered yet. */
  readonly waiting: ReadonlySet<string>;
  /** The worker could not be started. */
  readonly broken: boolean;
  readonly run: (ids: readonly string[]) => void;
}

/** Runs the reference tests in a worker; the quick ones as soon as it is there. */
export function useReferenceTests(): ReferenceTests {
  const [checks, setChecks] = useState<readonly ReferenceTestAbout[] | null>(null);
  const [results, setResults] = useState<ReadonlyMap<string, ReferenceTestResult>>(new Map());
  const [waiting, setWaiting] = useState<ReadonlySet<string>>(new Set());
  const [broken, setBroken] = useState(false);
  const worker = useRef<Worker | null>(null);

  const run = useCallback((ids: readonly string[]) => {
    if (worker.current === null || ids.length === 0) return;
    setWaiting((before) => new Set([...before, ...ids]));
    worker.current.postMessage({ kind: 'run', ids } satisfies Question);
  }, []);

  useEffect(() => {
    const started = new Worker(new URL('./reference-tests.worker.ts', import.meta.url), { type: 'module' });
    worker.current = started;
    started.onmessage = ({ data }: MessageEvent<Answer>) => {
      if (data.kind === 'list') {
        setChecks(data.checks);
        run(data.checks.filter(({ cost }) => cost === 'quick').map(({ id }) => id));
        return;
      }
      const { result } = data;
      setResults((before) => new Map([...before, [result.id, result]]));
      setWaiting((before) => new Set([...before].filter((id) => id !== result.id)));
    };
    started.onerror = () => setBroken(true);
    started.postMessage({ kind: 'list' } satisfies Question);
    return () => {
      worker.current = null;
      started.terminate();
    };
  }, [run]);

  return { checks, results, waiting, broken, run };
}
