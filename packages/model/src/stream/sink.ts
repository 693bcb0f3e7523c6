/** Where bytes go: a file, a socket, memory. */
export interface ByteSink {
  /**
   * Takes bytes, which must not change after. Wait for it before writing more, so that nothing piles up where the
   * other end is slow.
   */
  write(bytes: Uint8Array): Promise<void>;
}
