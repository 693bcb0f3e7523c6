import type { AuditInput, AuditReport, AuditSwitches } from '@schaalsprong/audit';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { type Answer, makeAuditing, type Question } from './auditing.ts';
import { Auditor, type Post } from './auditor.ts';
import { conflict, input, report } from './fixture.test-data.ts';

const tried = { homes: { min: 60, max: 60, minOpen: false, maxOpen: false } };

/** Audits by rule: bare adds one, a repair of the homes takes one away. */
const audit = (_: AuditInput, { setting, repairs }: AuditSwitches): AuditReport =>
  report([
    ...(repairs?.homes === undefined ? [conflict('sum')] : []),
    ...(setting === 'bare' ? [conflict('bare-one')] : []),
  ]);

/** A worker whose answers come when the test says so. */
function slowWorker() {
  const answer = makeAuditing(audit);
  const waiting: (() => void)[] = [];
  const asked: Question[] = [];
  let hear: (message: { id: number; answer: Answer | null }) => void = () => undefined;
  let fault = (): void => undefined;
  let closed = 0;
  const post: Post = {
    postMessage: ({ id, question }) => {
      asked.push(question);
      waiting.push(() => hear({ id, answer: answer(question) }));
    },
    onAnswer: (listener) => {
      hear = listener;
    },
    onFault: (listener) => {
      fault = listener;
    },
    close: () => {
      closed += 1;
      // What was asked of a worker that is gone is never answered.
      waiting.length = 0;
    },
  };
  return {
    start: () => post,
    closed: () => closed,
    asked,
    next: () => waiting.shift()?.(),
    all: () => {
      while (waiting.length > 0) waiting.shift()?.();
    },
    break: () => fault(),
  };
}

const ids = (auditor: Auditor) => auditor.audited().report.conflicts.map(({ id }) => id);

beforeAll(() => {
  vi.stubGlobal('requestAnimationFrame', (run: () => void) => setImmediate(run));
});

describe('the auditor', () => {
  it('shows the published report until another is asked, and works that out again to see whether it agrees', () => {
    const worker = slowWorker();
    const auditor = new Auditor({ input, report: audit(input, {}) }, worker.start);
    auditor.open();
    expect(ids(auditor)).toEqual(['sum']);
    expect(auditor.audited().agrees).toBeNull();
    worker.all();
    expect(auditor.audited().agrees).toBe(true);
    const other = new Auditor({ input, report: report([]) }, worker.start);
    other.open();
    worker.all();
    expect(other.audited().agrees).toBe(false);
  });

  it('says with each answer what it is without the tried repairs', () => {
    const worker = slowWorker();
    const auditor = new Auditor({ input, report: audit(input, {}) }, worker.start);
    auditor.ask({ setting: 'bare', repairs: tried });
    expect(auditor.audited().busy).toBe(true);
    worker.all();
    expect(auditor.audited().busy).toBe(false);
    expect(ids(auditor)).toEqual(['bare-one']);
    expect(auditor.audited().withoutRepairs.conflicts.map(({ id }) => id)).toEqual(['sum', 'bare-one']);
  });

  it('answers only the newest of many questions', () => {
    const worker = slowWorker();
    const auditor = new Auditor({ input, report: audit(input, {}) }, worker.start);
    auditor.open();
    worker.all();
    auditor.ask({ setting: 'bare' });
    auditor.ask({ setting: 'generous' });
    auditor.ask({ setting: 'bare', repairs: tried });
    worker.next();
    expect(ids(auditor)).toEqual(['sum']);
    worker.all();
    expect(ids(auditor)).toEqual(['bare-one']);
    expect(worker.asked.filter(({ kind }) => kind === 'ask')).toHaveLength(3);
  });

  it('goes back to the published report at once, and does not listen to what is still under way', () => {
    const worker = slowWorker();
    const auditor = new Auditor({ input, report: audit(input, {}) }, worker.start);
    auditor.open();
    worker.all();
    auditor.ask({ setting: 'bare' });
    auditor.ask({});
    expect(ids(auditor)).toEqual(['sum']);
    worker.all();
    expect(ids(auditor)).toEqual(['sum']);
    expect(auditor.audited().busy).toBe(false);
  });

  it('does not wait for a worker that is long at an older question, and gives up on one that never answers', () => {
    vi.useFakeTimers();
    try {
      const worker = slowWorker();
      const auditor = new Auditor({ input, report: audit(input, {}) }, worker.start);
      auditor.ask({ setting: 'generous' });
      vi.advanceTimersByTime(5_000);
      expect(worker.closed()).toBe(0);
      auditor.ask({ setting: 'bare' });
      expect(worker.closed()).toBe(1);
      worker.all();
      expect(ids(auditor)).toEqual(['sum', 'bare-one']);
      auditor.ask({ setting: 'generous' });
      vi.advanceTimersByTime(60_000);
      expect(auditor.audited()).toMatchObject({ busy: false, late: true });
      expect(ids(auditor)).toEqual(['sum', 'bare-one']);
      auditor.ask({});
      expect(auditor.audited().late).toBe(false);
    } finally {
      vi.useRealTimers();
    }
  });

  it('keeps showing the published report where the browser cannot audit, and says so', () => {
    const worker = slowWorker();
    const auditor = new Auditor({ input, report: audit(input, {}) }, worker.start);
    auditor.ask({ setting: 'bare' });
    worker.break();
    expect(auditor.audited()).toMatchObject({ broken: true, busy: false });
    expect(ids(auditor)).toEqual(['sum']);
    const without = new Auditor({ input, report: audit(input, {}) }, () => {
      throw new Error('no workers here');
    });
    without.open();
    expect(without.audited().broken).toBe(true);
  });
});

describe('what the worker does', () => {
  it('works out nothing twice', () => {
    let times = 0;
    const answer = makeAuditing((of, switches) => {
      times += 1;
      return audit(of, switches);
    });
    answer({ kind: 'open', input });
    answer({ kind: 'ask', switches: { setting: 'bare' } });
    answer({ kind: 'ask', switches: { setting: 'bare', repairs: tried } });
    answer({ kind: 'ask', switches: { setting: 'bare' } });
    expect(times).toBe(2);
  });

  it('refuses a question before it has an input', () => {
    expect(() => makeAuditing(audit)({ kind: 'ask', switches: {} })).toThrow(/before there was an input/);
  });
});
