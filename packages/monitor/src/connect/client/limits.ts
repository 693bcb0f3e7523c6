/** Retries, timeouts and rate limit of the client. Times in milliseconds, sizes in bytes. */
export interface Limits {
  /** attempts per request */
  readonly attempts: number;
  /** initial backoff; doubles with each retry, with jitter */
  readonly backOff: number;
  readonly longestBackOff: number;
  /** longest Retry-After that is honoured; a longer one is a fault that says when to try again */
  readonly longestAsked: number;
  /** rate limit: minimum time between two requests to one host */
  readonly between: number;
  /** idle timeout */
  readonly idle: number;
  /** total timeout of one response, over all attempts */
  readonly total: number;
  /** largest answer, unpacked */
  readonly most: number;
}

/** Default limits. */
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
