import type { Limits } from '@schaalsprong/monitor/connect';

/** Dependencies of one run of the program (streams, environment, clock), injectable for tests. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly version: string;
  /** Folder in which `regions/brainport` is looked for when it is not in the working folder. */
  readonly home: string;
  /** Places on a line of the output. */
  readonly width: number;
  /** Whether stderr is a terminal, so that progress is shown. */
  readonly watched: boolean;
  /** Whether the output is a terminal, which control characters would steer. */
  readonly isTerminal?: boolean;
  readonly signal: AbortSignal;
  /** Other limits and waits for what goes out to the network than the usual ones. */
  readonly network?: Partial<Limits>;
  out(text: string): void;
  err(text: string): void;
}
