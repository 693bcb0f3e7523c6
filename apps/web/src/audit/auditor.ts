import type { AuditInput, AuditSwitches, Conflict } from '@schaalsprong/agenda/audit';
import type { ApiAuditReport, AuditResponse } from '../api.ts';
import type { Answer, Question } from './auditing.ts';
import { keepSame } from './changes.ts';
import { keyOf, published } from './switches.ts';

/** What the page knows. */
export interface Audited {
  /** The switches that the reports belong to. */
  readonly switches: AuditSwitches;
  readonly report: ApiAuditReport;
  /** The same without the repairs that the reader tries. */
  readonly withoutRepairs: ApiAuditReport;
  /** Another answer is under way. */
  readonly busy: boolean;
  /** This browser cannot audit: what stands here is the published report. */
  readonly broken: boolean;
  /** Whether this browser came to the same conflicts as the server; null until it has tried. */
  readonly agrees: boolean | null;
}

/** Name of the measurement in the browser's own timeline, from the press of a switch to the painted page. */
export const switchMeasure = 'schaalsprong-switch';
/** The part of it until the report is in the page. */
export const reportMeasure = 'schaalsprong-report';

/** A worker, as far as it is used here. */
export interface Post {
  postMessage(message: { readonly id: number; readonly question: Question }): void;
  onAnswer(listener: (message: { readonly id: number; readonly answer: Answer | null }) => void): void;
  onFault(listener: () => void): void;
  close(): void;
}

/** Starts the worker that audits. */
export function startWorker(): Post {
  const worker = new Worker(new URL('./audit.worker.ts', import.meta.url), { type: 'module' });
  return {
    postMessage: (message) => worker.postMessage(message),
    onAnswer: (listener) => worker.addEventListener('message', (event) => listener(event.data)),
    onFault: (listener) => {
      worker.addEventListener('error', listener);
      worker.addEventListener('messageerror', listener);
    },
    close: () => worker.terminate(),
  };
}

const said = (conflicts: readonly Conflict[]): string =>
  JSON.stringify(conflicts.map(({ id, kind, setting, arithmetic }) => [id, kind, setting, arithmetic]));

/** One published report, and what becomes of it when a reader moves switches; told to whoever listens. */
export class Auditor {
  readonly input: AuditInput;
  readonly report: ApiAuditReport;
  #audited: Audited;
  readonly #listeners = new Set<() => void>();
  readonly #start: () => Post;
  #post: Post | null = null;
  #last = 0;
  /** What the worker is at. It does one thing at a time, so only the newest question waits behind it. */
  #asking: { readonly id: number; readonly switches: AuditSwitches } | null = null;
  #waiting: AuditSwitches | null = null;
  #movedAt: number | null = null;
  #moves = 0;

  constructor({ input, report }: AuditResponse, start: () => Post = startWorker) {
    this.input = input;
    this.report = report;
    this.#start = start;
    this.#audited = {
      switches: published,
      report,
      withoutRepairs: report,
      busy: false,
      broken: false,
      agrees: null,
    };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly audited = (): Audited => this.#audited;

  #tell(change: Partial<Audited>): void {
    this.#audited = { ...this.#audited, ...change };
    for (const listener of this.#listeners) listener();
  }

  /** Starts the worker and lets it do the published report again, so that the first switch finds it warm. */
  open(): void {
    if (this.#post !== null) return;
    try {
      const post = this.#start();
      this.#post = post;
      post.onAnswer((message) => this.#hear(message));
      post.onFault(() => this.#break());
      post.postMessage({ id: 0, question: { kind: 'open', input: this.input } });
      this.#send(published);
    } catch {
      this.#break();
    }
  }

  /** Says when the reader pressed something, in the time of `performance.now()`: what follows is measured from there. */
  moved(at: number): void {
    this.#movedAt = at;
  }

  /** Audits with these switches. The report of before stays until the new one is there. */
  ask(switches: AuditSwitches): void {
    if (keyOf(switches) === keyOf(published)) {
      this.#waiting = null;
      this.#show(published, this.report, this.report);
      return;
    }
    if (this.#audited.broken) return;
    if (this.#asking === null && keyOf(switches) === keyOf(this.#audited.switches)) return;
    if (this.#audited.busy && keyOf(switches) === this.#newest()) return;
    this.open();
    this.#tell({ busy: true });
    if (this.#asking === null) this.#send(switches);
    else this.#waiting = switches;
  }

  /** What the reader asked last, as a key; null where nothing is under way. */
  #newest(): string | null {
    const newest = this.#waiting ?? this.#asking?.switches;
    return newest === undefined ? null : keyOf(newest);
  }

  #send(switches: AuditSwitches): void {
    this.#last += 1;
    this.#asking = { id: this.#last, switches };
    this.#post?.postMessage({ id: this.#last, question: { kind: 'ask', switches } });
  }

  #hear({ id, answer }: { readonly id: number; readonly answer: Answer | null }): void {
    const asked = this.#asking;
    if (asked === null || asked.id !== id || answer === null) return;
    this.#asking = null;
    if (this.#audited.agrees === null && keyOf(asked.switches) === keyOf(published)) {
      this.#tell({ agrees: said(answer.report.conflicts) === said(this.report.conflicts) });
    } else if (this.#waiting === null && this.#audited.busy) {
      this.#show(asked.switches, answer.report, answer.withoutRepairs);
    }
    const next = this.#waiting;
    this.#waiting = null;
    if (next !== null) this.#send(next);
  }

  #show(switches: AuditSwitches, report: ApiAuditReport, withoutRepairs: ApiAuditReport): void {
    const movedAt = this.#movedAt;
    this.#movedAt = null;
    if (movedAt !== null) performance.measure(reportMeasure, { start: movedAt, end: performance.now() });
    const before = this.#audited.report.conflicts;
    this.#tell({
      switches,
      report: { ...report, conflicts: keepSame(before, report.conflicts) },
      withoutRepairs,
      busy: false,
    });
    if (movedAt !== null) this.#measure(movedAt);
  }

  #break(): void {
    this.#asking = null;
    this.#waiting = null;
    this.#post?.close();
    this.#tell({
      switches: published,
      report: this.report,
      withoutRepairs: this.report,
      busy: false,
      broken: true,
    });
  }

  /** After the frame that shows the answer has been painted. */
  #measure(movedAt: number): void {
    this.#moves += 1;
    const detail = this.#moves;
    requestAnimationFrame(() => {
      const painted = new MessageChannel();
      painted.port1.onmessage = () => {
        performance.measure(switchMeasure, { start: movedAt, end: performance.now(), detail });
      };
      painted.port2.postMessage(null);
    });
  }

  /** Stops the worker. */
  close(): void {
    this.#post?.close();
    this.#post = null;
    this.#asking = null;
    this.#waiting = null;
  }
}
