/** What an error of the file system says, in a word: `ENOENT`; null where it is no error of the file system. */
export const systemReason = (error: unknown): string | null =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && 'syscall' in error
    ? error.code
    : null;
