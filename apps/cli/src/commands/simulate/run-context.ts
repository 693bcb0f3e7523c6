/** What a simulation needs of the world around it. */
export interface RunContext {
  readonly cwd: string;
  readonly signal: AbortSignal;
  /** Version of the program. */
  readonly version: string;
  readonly onProgress: (progress: { readonly done: number; readonly of: number }) => void;
}
