import type { MonitorError } from '../../problems.ts';
import { fault } from '../problems.ts';
import { type Limits, usualLimits } from './limits.ts';
import type { KeptAnswer, Port } from './port.ts';
import { decide, errorText } from './retry.ts';

/** What to ask for at an address. */
export interface Ask {
  /** what must come: JSON, or a file of any type that is no web page */
  readonly type: 'json' | 'file';
  /** only what is newer than this; the answer is null where nothing is */
  readonly since?: { readonly etag: string | null; readonly lastModified: string | null };
  /** cache the response under this group, so that a next run resumes it; `version` as `KeptHead` has it */
  readonly keep?: { readonly group: string; readonly name: string; readonly version: string };
}

/** A whole answer. */
export interface Answer {
  readonly address: string;
  /** media type in small letters, without parameters; empty where the server does not say */
  readonly type: string;
  readonly bytes: Uint8Array;
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** Progress events of the client. */
export interface Listener {
  /** bytes that came in; expected where the server said how many there are in all */
  bytes(size: number, expected: number | null): void;
  /** that it waits, and why */
  waits(ms: number, why: MonitorError): void;
}

/** A partially received response. */
interface Part {
  chunks: Uint8Array[];
  size: number;
  type: string;
  etag: string | null;
  lastModified: string | null;
  /** whether the server supports range requests for it */
  resumable: boolean;
}

const emptyPart = (): Part => ({
  chunks: [],
  size: 0,
  type: '',
  etag: null,
  lastModified: null,
  resumable: false,
});

/** A retryable fault; `after` where the server says how long to wait. */
class Passing {
  readonly why: MonitorError;
  readonly after: number | null;
  constructor(why: MonitorError, after: number | null = null) {
    this.why = why;
    this.after = after;
  }
}

const htmlish = (type: string): boolean => /\bx?html\b/.test(type);
const jsonish = (type: string): boolean => /[/+]json$/.test(type);

/** Seconds or a date of Retry-After, in milliseconds from now; null where there is none that can be read. */
export function retryAfter(header: string | null, now: number): number | null {
  if (header === null) return null;
  const text = header.trim();
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}

/** The cause of a failed fetch, in as few words as it has: `ENOTFOUND`, `ECONNREFUSED`. */
function causeOf(error: unknown): string {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    if ('code' in at && typeof at.code === 'string') return at.code;
    if (!(at.cause instanceof Error)) return at.message;
  }
  return String(error);
}

const certificate = /CERT|SELF_SIGNED|ERR_TLS|UNABLE_TO/;

/** Text of an answer that says what went wrong, short enough to show. */
const saidIn = (body: string): string =>
  body
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 200);

const joined = (chunks: readonly Uint8Array[], size: number): Uint8Array => {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
};

/** A validator that may be in If-Range: a strong ETag, else the date. */
const validator = (part: Pick<Part, 'etag' | 'lastModified'>): string | null =>
  part.etag !== null && !part.etag.startsWith('W/') ? part.etag : part.lastModified;

const isHttpDate = (text: string): boolean => /GMT$/.test(text);

/** HTTP client with rate limit, retry with backoff, and resume of interrupted responses. */
export interface Client {
  /**
   * The whole answer at an address, or null where nothing is newer than `ask.since`.
   *
   * @throws MonitorError for everything that goes wrong, with the address
   * @throws the reason of the signal where that stops it
   */
  get(address: string, ask: Ask): Promise<Answer | null>;
  readonly port: Port;
  readonly signal: AbortSignal | undefined;
}

interface ClientOptions {
  readonly limits?: Partial<Limits>;
  readonly signal?: AbortSignal | undefined;
  readonly listener?: Listener | undefined;
}

/**
 * A client over a port.
 *
 * @param options limits beside the usual ones, a signal that stops it, and who hears of its progress
 */
export function makeClient(port: Port, options: ClientOptions = {}): Client {
  return new PoliteClient(port, options);
}

function headersOf(ask: Ask, part: Part): Record<string, string> {
  const headers: Record<string, string> = {
    accept: ask.type === 'json' ? 'application/json' : '*/*',
    'user-agent': 'schaalsprong (statistics of a regional agenda)',
  };
  // A packed answer cannot go on from the middle; pages of JSON are small and worth packing, files are not small.
  if (ask.type === 'file') headers['accept-encoding'] = 'identity';
  if (part.size > 0) {
    headers.range = `bytes=${part.size}-`;
    const condition = validator(part);
    if (condition !== null) headers['if-range'] = condition;
    headers['accept-encoding'] = 'identity';
  } else if (ask.since !== undefined) {
    const { etag, lastModified } = ask.since;
    if (etag !== null) headers['if-none-match'] = etag;
    if (lastModified !== null && isHttpDate(lastModified)) headers['if-modified-since'] = lastModified;
  }
  return headers;
}

function checkType(address: string, ask: Ask, type: string): void {
  const wrong = ask.type === 'json' ? type !== '' && !jsonish(type) : htmlish(type);
  if (!wrong) return;
  const expected =
    ask.type === 'json'
      ? { nl: 'JSON', en: 'JSON' }
      : { nl: 'een bestand met gegevens', en: 'a file with data' };
  throw fault('MONITOR_CONTENT_TYPE', address, { host: new URL(address).host, found: type, expected });
}

const tooLarge = (address: string, most: number, found: number): MonitorError =>
  fault('MONITOR_TOO_LARGE', address, { most, found });

class PoliteClient implements Client {
  readonly port: Port;
  readonly signal: AbortSignal | undefined;
  readonly #limits: Limits;
  readonly #listener: Listener | undefined;
  /** When each host may be asked again. */
  readonly #free = new Map<string, number>();

  constructor(port: Port, { limits = {}, signal, listener }: ClientOptions) {
    this.port = port;
    this.signal = signal;
    this.#limits = { ...usualLimits, ...limits };
    this.#listener = listener;
  }

  /** Rate limiter: waits for the next slot of this host. */
  async #turn(host: string): Promise<void> {
    const now = this.port.now();
    const at = Math.max(now, this.#free.get(host) ?? 0);
    this.#free.set(host, at + this.#limits.between);
    if (at > now) await this.port.sleep(at - now, this.signal);
  }

  /** Throws for a status that is no answer. */
  async #refuse(address: string, response: Response, times: number): Promise<never> {
    const host = new URL(address).host;
    const { status } = response;
    const said = saidIn(await errorText(response));
    const found = said === '' ? String(status) : `${status}: ${said}`;
    if (status >= 500 || status === 408 || status === 425 || status === 429) {
      throw new Passing(
        fault('MONITOR_SERVER_FAULT', address, { host, times, found: String(status) }),
        retryAfter(response.headers.get('retry-after'), this.port.now()),
      );
    }
    if (status === 404 || status === 410)
      throw fault('MONITOR_NOT_FOUND', address, { found: String(status) });
    const code =
      status === 401 || status === 403 || status === 407 ? 'MONITOR_REFUSED' : 'MONITOR_REQUEST_WRONG';
    throw fault(code, address, { host, found });
  }

  /** One attempt; adds to `part`. Gives false where nothing is newer. */
  async #attempt(address: string, ask: Ask, part: Part, times: number, stopAt: number): Promise<boolean> {
    const host = new URL(address).host;
    const slow = new AbortController();
    const overdue = () =>
      fault('MONITOR_SLOW', address, {
        host,
        seconds: Math.round(this.#limits.total / 1000),
        bytes: part.size,
      });
    const total = setTimeout(() => slow.abort(overdue()), Math.max(0, stopAt - this.port.now()));
    let idle: ReturnType<typeof setTimeout> | undefined;
    const heard = () => {
      clearTimeout(idle);
      idle = setTimeout(() => {
        const seconds = this.#limits.idle / 1000;
        slow.abort(new Passing(fault('MONITOR_SLOW', address, { host, seconds, bytes: part.size })));
      }, this.#limits.idle);
    };
    heard();
    const stop = this.signal === undefined ? slow.signal : AbortSignal.any([this.signal, slow.signal]);
    /** The reason of who stopped it, else the fault given. */
    const because = (otherwise: unknown): unknown => {
      if (this.signal?.aborted) return this.signal.reason;
      return slow.signal.aborted ? slow.signal.reason : otherwise;
    };
    try {
      let response: Response;
      try {
        response = await this.port.fetch(address, { headers: headersOf(ask, part), signal: stop });
      } catch (error) {
        const found = causeOf(error);
        const why = fault('MONITOR_UNREACHABLE', address, { host, found, times });
        throw because(certificate.test(found) ? why : new Passing(why));
      }
      heard();
      if (response.status === 304) return false;
      if (response.status === 416 && part.size > 0) {
        Object.assign(part, emptyPart());
        await response.body?.cancel();
        throw new Passing(fault('MONITOR_CUT', address, { host, times, bytes: 0 }));
      }
      if (!response.ok) await this.#refuse(address, response, times);
      await this.#receive(address, ask, part, response, { heard, because, times });
      return true;
    } finally {
      clearTimeout(total);
      clearTimeout(idle);
    }
  }

  /** Reads the body of a good answer into `part`. */
  async #receive(
    address: string,
    ask: Ask,
    part: Part,
    response: Response,
    { heard, because, times }: { heard(): void; because(otherwise: unknown): unknown; times: number },
  ): Promise<void> {
    const host = new URL(address).host;
    const { headers } = response;
    const type = (headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
    checkType(address, ask, type);
    const range = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(headers.get('content-range') ?? '');
    const goesOn = response.status === 206 && range !== null && Number(range[1]) === part.size;
    if (response.status === 206 && !goesOn) {
      Object.assign(part, emptyPart());
      await response.body?.cancel();
      throw new Passing(fault('MONITOR_CUT', address, { host, times, bytes: 0 }));
    }
    const packed = !['', 'identity'].includes(headers.get('content-encoding') ?? '');
    if (!goesOn) {
      Object.assign(part, emptyPart(), {
        type,
        etag: headers.get('etag'),
        lastModified: headers.get('last-modified'),
      });
      part.resumable =
        !packed && headers.get('accept-ranges')?.trim() === 'bytes' && validator(part) !== null;
    }
    const announced = packed ? null : headers.get('content-length');
    const expected = announced === null ? null : part.size + Number(announced);
    if (expected !== null && expected > this.#limits.most) {
      await response.body?.cancel();
      throw tooLarge(address, this.#limits.most, expected);
    }
    const keeping = this.#makeKeeping(address, ask, part, goesOn);
    try {
      await this.#readBody(address, part, response, { heard, because, times, expected, keep: keeping.keep });
    } finally {
      await keeping.done();
    }
  }

  /** Writes what comes in to where it is kept, beside the reading: bytes that wait to be read are lost when the line breaks. */
  #makeKeeping(address: string, ask: Ask, part: Part, goesOn: boolean) {
    const { kept } = this.port;
    if (kept === undefined || ask.keep === undefined || !part.resumable) {
      return { keep: () => undefined, done: async () => undefined };
    }
    const { group, name, version } = ask.keep;
    const { type, etag, lastModified } = part;
    let failed: { readonly why: unknown } | null = null;
    let writing = goesOn
      ? Promise.resolve()
      : kept.start(group, name, { address, version, type, etag, lastModified });
    const next = (work: () => Promise<void>) => {
      writing = writing.then(work).catch((why: unknown) => {
        failed ??= { why };
      });
    };
    next(async () => undefined);
    return {
      keep: (bytes: Uint8Array) =>
        next(async () => (failed === null ? kept.append(group, name, bytes) : undefined)),
      async done() {
        await writing;
        if (failed !== null) throw failed.why;
      },
    };
  }

  /** Reads the pieces of a body into `part`, up to what was announced. */
  async #readBody(
    address: string,
    part: Part,
    response: Response,
    {
      heard,
      because,
      times,
      expected,
      keep,
    }: {
      heard(): void;
      because(otherwise: unknown): unknown;
      times: number;
      expected: number | null;
      keep(bytes: Uint8Array): void;
    },
  ): Promise<void> {
    const { host } = new URL(address);
    const cut = () => new Passing(fault('MONITOR_CUT', address, { host, times, bytes: part.size }));
    const reader = response.body?.getReader();
    if (reader === undefined) return;
    for (;;) {
      let step: Awaited<ReturnType<typeof reader.read>>;
      try {
        step = await reader.read();
      } catch {
        throw because(cut());
      }
      if (step.done) break;
      heard();
      part.chunks.push(step.value);
      part.size += step.value.length;
      this.#listener?.bytes(step.value.length, expected);
      if (part.size > this.#limits.most) {
        await reader.cancel();
        throw tooLarge(address, this.#limits.most, part.size);
      }
      keep(step.value);
    }
    if (expected !== null && part.size !== expected) throw cut();
  }

  /** The cached part of this response, from an earlier run. */
  async #kept(address: string, ask: Ask): Promise<KeptAnswer | null> {
    if (ask.keep === undefined || this.port.kept === undefined) return null;
    const found = await this.port.kept.read(ask.keep.group, ask.keep.name);
    const same = found?.head.address === address && found.head.version === ask.keep.version;
    // A whole file without a version may be an old one: only its server can tell, so it is fetched.
    return same && !(found.whole && ask.keep.version === '') ? found : null;
  }

  async get(address: string, ask: Ask): Promise<Answer | null> {
    const { host } = new URL(address);
    const part = emptyPart();
    const before = await this.#kept(address, ask);
    if (before !== null) {
      const { type, etag, lastModified } = before.head;
      Object.assign(part, {
        chunks: [before.bytes],
        size: before.bytes.length,
        type,
        etag,
        lastModified,
        resumable: true,
      });
    }
    const whole = before?.whole === true;
    const stopAt = this.port.now() + this.#limits.total;
    for (let times = 1; !whole; times++) {
      const had = part.size;
      try {
        this.signal?.throwIfAborted();
        await this.#turn(host);
        if (!(await this.#attempt(address, ask, part, times, stopAt))) return null;
        break;
      } catch (error) {
        if (!(error instanceof Passing)) throw error;
        // Progress resets the retry counter; the total timeout still applies.
        if (part.resumable && part.size > had) times = 1;
        const retry = decide({ attempts: times, retryAfter: error.after }, this.#limits, this.port.random());
        if (retry.kind === 'give-up') {
          if (retry.because === 'attempts') throw error.why;
          const seconds = Math.ceil(retry.ms / 1000);
          throw fault('MONITOR_BUSY', address, { host, seconds, most: this.#limits.longestAsked / 1000 });
        }
        if (!part.resumable) Object.assign(part, emptyPart());
        this.#listener?.waits(retry.ms, error.why);
        await this.port.sleep(retry.ms, this.signal);
      }
    }
    const bytes = joined(part.chunks, part.size);
    if (!whole && ask.keep !== undefined && this.port.kept !== undefined) {
      const { group, name, version } = ask.keep;
      const { type, etag, lastModified } = part;
      // A response that cannot resume is cached when complete, and reused only where its version is known.
      if (!part.resumable && version !== '') {
        await this.port.kept.start(group, name, { address, version, type, etag, lastModified });
        await this.port.kept.append(group, name, bytes);
      }
      if (part.resumable || version !== '') await this.port.kept.finish(group, name);
    }
    const { type, etag, lastModified } = part;
    return { address, type, bytes, etag, lastModified };
  }
}
