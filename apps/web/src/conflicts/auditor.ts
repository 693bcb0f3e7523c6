import type { AuditInput, AuditSwitches, Conflict } from '@schaalsprong/audit';
import type { ApiAuditReport, AuditResponse } from '@schaalsprong/wire';
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
  /** A request is pending. */
  readonly busy: boolean;
  /** The request timed out; the previous report is shown. */
  readonly late: boolean;
  /** Fallback: this browser cannot audit, so the published report is shown. */
  readonly broken: boolean;
  /** Whether this browser came to the same conflicts as the server; null until it has tried. */
  readonly agrees: boolean | null;
}

/** Name of the `performance.measure` from the press of a switch to the paint. */
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

/** Milliseconds after which a newer request preempts a running one. */
const patience = 1_500;
/** Timeout of a request, in milliseconds. */
const limit = 30_000;

const said = (conflicts: readonly Conflict[]): string =>
  JSON.stringify(conflicts.map(({ id, kind, setting, arithmetic }) => [id, kind, setting, arithmetic]));

/** Store of the audit report under the reader's switches; notifies its subscribers of every change. */
export class Auditor {
  readonly input: AuditInput;
  readonly report: ApiAuditReport;
  #audited: Audited;
  readonly #listeners = new Set<() => void>();
  readonly #start: () => Post;
  #post: Post | null = null;
  #last = 0;
  /** The request that the worker is busy with. A queue of one: a newer request replaces the one that waits. */
  #asking: { readonly id: number; readonly switches: AuditSwitches; readonly at: number } | null = null;
  #alarm: ReturnType<typeof setTimeout> | null = null;
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
      late: false,
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

  /** Warms up: starts the worker and repeats the published report, so that the first switch finds warm code. */
  open(): void {
    if (this.#begin()) this.#send(published);
  }

  /** Starts a worker where there is none; true where it did. */
  #begin(): boolean {
    if (this.#post !== null || this.#audited.broken) return false;
    try {
      const post = this.#start();
      this.#post = post;
      post.onAnswer((message) => this.#hear(message));
      post.onFault(() => this.#break());
      post.postMessage({ id: 0, question: { kind: 'open', input: this.input } });
      return true;
    } catch {
      this.#break();
      return false;
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
    // A busy worker cannot be aborted by a message, so a stale request is ended with its worker.
    if (this.#asking !== null && performance.now() - this.#asking.at > patience) this.close();
    this.#begin();
    if (this.#audited.broken) return;
    this.#tell({ busy: true, late: false });
    if (this.#asking === null) this.#send(switches);
    else this.#waiting = switches;
  }

  /** Key of the pending request; null where none is. */
  #newest(): string | null {
    const newest = this.#waiting ?? this.#asking?.switches;
    return newest === undefined ? null : keyOf(newest);
  }

  #send(switches: AuditSwitches): void {
    this.#last += 1;
    const id = this.#last;
    this.#asking = { id, switches, at: performance.now() };
    this.#alarm = setTimeout(() => this.#giveUp(id), limit);
    this.#post?.postMessage({ id, question: { kind: 'ask', switches } });
  }

  #giveUp(id: number): void {
    if (this.#asking?.id !== id) return;
    const { busy } = this.#audited;
    this.close();
    if (!busy) return;
    this.#tell({ busy: false, late: true });
    // Start the replacement now, so that the next request does not pay for a cold start.
    this.open();
  }

  #hear({ id, answer }: { readonly id: number; readonly answer: Answer | null }): void {
    const asked = this.#asking;
    if (asked === null || asked.id !== id || answer === null) return;
    this.#settle();
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
      late: false,
    });
    if (movedAt !== null) this.#measure(movedAt);
  }

  #settle(): void {
    if (this.#alarm !== null) clearTimeout(this.#alarm);
    this.#alarm = null;
    this.#asking = null;
  }

  #break(): void {
    this.close();
    this.#tell({
      switches: published,
      report: this.report,
      withoutRepairs: this.report,
      busy: false,
      late: false,
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

  /** Stops the worker; another question starts it again. */
  close(): void {
    this.#post?.close();
    this.#post = null;
    this.#settle();
    this.#waiting = null;
  }
}
