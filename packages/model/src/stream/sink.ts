/** Destination of bytes: a file, a socket, memory. */
export interface ByteSink {
  /** Writes bytes, which must not change afterwards. Await it before writing more: that is the backpressure. */
  write(bytes: Uint8Array): Promise<void>;
}
