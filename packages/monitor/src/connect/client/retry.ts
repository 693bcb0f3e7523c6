import type { Limits } from './limits.ts';

/** What is done after a failed attempt: wait and retry, or give up. */
export type Retry =
  | { readonly kind: 'wait'; readonly ms: number }
  | { readonly kind: 'give-up'; readonly because: 'attempts' }
  /** the server asked for a longer wait than the client accepts */
  | { readonly kind: 'give-up'; readonly because: 'busy'; readonly ms: number };

/** What is known when an attempt failed. */
export interface Failed {
  /** attempts without progress so far, this one included; from 1 */
  readonly attempts: number;
  /** milliseconds that the server asked for in Retry-After; null where it did not */
  readonly retryAfter: number | null;
}

/**
 * Decides on a retry: exponential backoff with jitter, or what the server asks for.
 *
 * The backoff doubles from `backOff` up to `longestBackOff`; up to half of it is taken off at random, so that many clients do not
 * return at the same moment.
 *
 * @param random from 0 up to 1
 */
export function decide(
  { attempts, retryAfter }: Failed,
  limits: Pick<Limits, 'attempts' | 'backOff' | 'longestBackOff' | 'longestAsked'>,
  random: number,
): Retry {
  if (attempts >= limits.attempts) return { kind: 'give-up', because: 'attempts' };
  const doubled = Math.min(limits.longestBackOff, limits.backOff * 2 ** (attempts - 1));
  const ms = retryAfter ?? doubled * (0.5 + random / 2);
  return ms > limits.longestAsked ? { kind: 'give-up', because: 'busy', ms } : { kind: 'wait', ms };
}

/** Bytes of an error answer that are read: enough for the words that are shown of it. */
const mostOfError = 16_384;

/** The beginning of an error answer as text. A body without an end is cancelled there; one that breaks off gives what came. */
export async function errorText({ body }: Response): Promise<string> {
  if (body === null) return '';
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let read = 0;
  try {
    while (read < mostOfError) {
      const { done, value } = await reader.read();
      if (done) return text + decoder.decode();
      read += value.length;
      text += decoder.decode(value.subarray(0, Math.max(0, value.length - (read - mostOfError))), {
        stream: true,
      });
    }
  } catch {
    return text;
  }
  await reader.cancel().catch(() => undefined);
  return text;
}
