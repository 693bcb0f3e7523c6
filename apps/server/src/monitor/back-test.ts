import { explainFault } from '@schaalsprong/futures';
import type { BackTest, VintageFact } from '@schaalsprong/monitor';
import type { BackTestCountResponse, BackTestResponse } from '@schaalsprong/wire';
import { canonical, sha256 } from '@schaalsprong/words';
import { Cache, cacheKey, codeVersion } from '../cache.ts';
import { stopping } from '../stopping.ts';

export interface BackTestSettings {
  /** Runs the back-test with these figures. */
  run(facts: readonly VintageFact[], signal: AbortSignal): Promise<BackTest>;
  /** Current figures; identity changes only with content. */
  facts(): readonly VintageFact[];
  /** Further parts of the cache key. */
  readonly depends: Readonly<Record<string, string | number>>;
  /** Null disables the cache. */
  readonly cacheDir: string | null;
  log(line: string): void;
}

const running: BackTestResponse = {
  backTest: null,
  reason: {
    nl: 'Dit wordt nog berekend. Probeer het over enkele seconden opnieuw.',
    en: 'This is still being computed. Try again in a few seconds.',
  },
};
const failed: BackTestResponse = {
  backTest: null,
  reason: {
    nl: 'De terugblik kon niet worden berekend. Zie het logboek van de server.',
    en: 'The back-test could not be computed. See the log of the server.',
  },
};

/** Background job that runs the back-test, and again when the figures change. */
export class BackTesting {
  readonly #settings: BackTestSettings;
  readonly #cancel = new AbortController();
  #current: BackTestResponse = running;
  #of: readonly VintageFact[] | null = null;
  #work: Promise<void> | null = null;
  #started = false;

  constructor(settings: BackTestSettings) {
    this.#settings = settings;
  }

  /** The current answer; identity changes only with content. Stale while revalidating. */
  current(): BackTestResponse {
    if (this.#started) this.start();
    return this.#current;
  }

  /** Starts the job if the figures have changed; idempotent. */
  start(): void {
    this.#started = true;
    const facts = this.#settings.facts();
    if (this.#work !== null || this.#of === facts || this.#cancel.signal.aborted) return;
    this.#of = facts;
    this.#work = this.#compute(facts).finally(() => {
      this.#work = null;
    });
  }

  /** Resolves when the running job has ended. */
  async settled(): Promise<void> {
    this.start();
    await this.#work;
  }

  /** Aborts the job and waits for it. */
  async close(): Promise<void> {
    this.#cancel.abort(stopping);
    await this.#work;
  }

  async #compute(facts: readonly VintageFact[]): Promise<void> {
    const { run, depends, cacheDir, log } = this.#settings;
    const cache = cacheDir === null ? null : new Cache(cacheDir, 'voorspelkracht');
    try {
      const key = cacheKey({ ...depends, facts: await sha256(canonical(facts)), code: codeVersion() });
      const known = cache?.get(key);
      const backTest = isBackTest(known) ? known : await run(facts, this.#cancel.signal);
      this.#current = { backTest, reason: null };
      if (known === undefined) keep(() => cache?.put(key, backTest), log);
    } catch (error) {
      if (this.#cancel.signal.aborted) return;
      for (const line of explainFault(error, 'en') ?? [error instanceof Error ? error.stack : error]) {
        log(String(line));
      }
      this.#current = failed;
    }
  }
}

/** The back-test in counts: how many outcomes fell outside the band that eight in ten futures fill. */
export function backTestCount(answer: BackTestResponse): BackTestCountResponse {
  const { backTest } = answer;
  if (backTest === null) return { all: null, indicators: {}, running: answer === running };
  const count = (cases: BackTest['cases']) => ({
    cases: cases.length,
    outside: cases.filter(({ in80 }) => !in80).length,
  });
  return {
    all: backTest.cases.length === 0 ? null : count(backTest.cases),
    indicators: Object.fromEntries(
      [...Map.groupBy(backTest.cases, ({ indicator }) => indicator)].map(([id, cases]) => [id, count(cases)]),
    ),
    running: false,
  };
}

/** Best effort: a failed write only costs the next start some seconds. */
function keep(put: () => void, log: (line: string) => void): void {
  try {
    put();
  } catch (error) {
    log(`the back-test could not be kept: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** The cache guarantees integrity and code version, so a shallow check is enough. */
function isBackTest(value: unknown): value is BackTest {
  return typeof value === 'object' && value !== null && 'summaries' in value && 'cases' in value;
}
