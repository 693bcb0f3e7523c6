import { useCallback, useEffect, useRef, useState } from 'react';
import type { Answer, CheckAbout, CheckResult, Question } from './checking.ts';

/** The checks and what they have given so far; null while the worker still loads. */
export interface Checks {
  readonly checks: readonly CheckAbout[] | null;
  readonly results: ReadonlyMap<string, CheckResult>;
  /** Asked and not answered yet. */
  readonly waiting: ReadonlySet<string>;
  /** The worker could not be started. */
  readonly broken: boolean;
  readonly run: (ids: readonly string[]) => void;
}

/** Runs the checks in a worker; the quick ones as soon as it is there. */
export function useChecks(): Checks {
  const [checks, setChecks] = useState<readonly CheckAbout[] | null>(null);
  const [results, setResults] = useState<ReadonlyMap<string, CheckResult>>(new Map());
  const [waiting, setWaiting] = useState<ReadonlySet<string>>(new Set());
  const [broken, setBroken] = useState(false);
  const worker = useRef<Worker | null>(null);

  const run = useCallback((ids: readonly string[]) => {
    if (worker.current === null || ids.length === 0) return;
    setWaiting((before) => new Set([...before, ...ids]));
    worker.current.postMessage({ kind: 'run', ids } satisfies Question);
  }, []);

  useEffect(() => {
    const started = new Worker(new URL('./checking.worker.ts', import.meta.url), { type: 'module' });
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
