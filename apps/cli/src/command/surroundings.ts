import type { Limits } from '@schaalsprong/monitor/connect';

/** The world around one run of the program, so that a test can be that world. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly version: string;
  /** Folder in which `regions/brainport` is looked for when it is not in the working folder. */
  readonly home: string;
  /** Places on a line of the output. */
  readonly width: number;
  /** Whether somebody is watching the error output, and progress is worth showing. */
  readonly watched: boolean;
  /** Whether the output is a terminal, which control characters would steer. */
  readonly isTerminal?: boolean;
  readonly signal: AbortSignal;
  /** Other limits and waits for what goes out to the network than the usual ones. */
  readonly network?: Partial<Limits>;
  out(text: string): void;
  err(text: string): void;
}
