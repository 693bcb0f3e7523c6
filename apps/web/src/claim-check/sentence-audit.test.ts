import { sentenceId } from '@schaalsprong/claim-check';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../conflicts/auditing.ts';
import type { Post } from '../conflicts/auditor.ts';
import { conflict, input, report } from '../conflicts/fixture.test-data.ts';
import { auditSentence, type SentenceAudit } from './sentence-audit.ts';

/** A worker that answers when the test says so. */
function worker() {
  let hear: (message: { id: number; answer: Answer | null }) => void = () => undefined;
  let break_ = (): void => undefined;
  const asked: string[] = [];
  let closed = 0;
  const post: Post = {
    postMessage: ({ question }) => asked.push(question.kind),
    onAnswer: (listener) => {
      hear = listener;
    },
    onFault: (listener) => {
      break_ = listener;
    },
    close: () => {
      closed += 1;
    },
  };
  const found = report([
    conflict('old'),
    conflict('new', { claims: [{ id: sentenceId, line: 0, value: 80, unit: 'homes' }] }),
  ]);
  return {
    start: () => post,
    asked,
    answer: () => hear({ id: 1, answer: { report: found, withoutRepairs: found } }),
    break: () => break_(),
    closed: () => closed,
  };
}

const run = (from: ReturnType<typeof worker>) => {
  const told: SentenceAudit[] = [];
  return { told, stop: auditSentence(input, (answer) => told.push(answer), from.start) };
};

describe('the audit of a sentence', () => {
  it('tells the conflicts that the sentence is in, once, and ends its worker', () => {
    const own = worker();
    const { told } = run(own);
    expect(own.asked).toEqual(['open', 'ask']);
    own.answer();
    own.answer();
    expect(told).toMatchObject([{ state: 'done', conflicts: [{ id: 'new' }] }]);
    expect(own.closed()).toBe(1);
  });

  it('says that it failed where the worker breaks or cannot start', () => {
    const own = worker();
    const { told } = run(own);
    own.break();
    expect(told).toEqual([{ state: 'failed' }]);
    const none: SentenceAudit[] = [];
    auditSentence(
      input,
      (answer) => none.push(answer),
      () => {
        throw new Error('no workers here');
      },
    );
    expect(none).toEqual([{ state: 'failed' }]);
  });

  it('that was stopped tells nothing any more', () => {
    const own = worker();
    const { told, stop } = run(own);
    stop();
    own.answer();
    own.break();
    expect(told).toEqual([]);
    expect(own.closed()).toBe(1);
  });
});
