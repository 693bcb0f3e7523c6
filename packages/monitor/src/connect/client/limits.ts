/** How patient and how polite the client is. Times in milliseconds, sizes in bytes. */
export interface Limits {
  /** times that a request is tried in all */
  readonly attempts: number;
  /** first wait after a fault; each next one is twice as long, and a random part of it is taken off */
  readonly backOff: number;
  readonly longestBackOff: number;
  /** longest wait that a server may ask for; longer is a fault that says when to come back */
  readonly longestAsked: number;
  /** least time between two requests to one host */
  readonly between: number;
  /** longest time without a byte */
  readonly idle: number;
  /** longest time for one answer, all attempts together */
  readonly total: number;
  /** largest answer, unpacked */
  readonly most: number;
}

export const usualLimits: Limits = {
  attempts: 5,
  backOff: 1_000,
  longestBackOff: 60_000,
  longestAsked: 120_000,
  between: 250,
  idle: 60_000,
  total: 15 * 60_000,
  most: 256 * 2 ** 20,
};
