import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { usualLimits } from './limits.ts';
import { decide, errorText } from './retry.ts';

const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

describe('the decision on a retry', () => {
  it('waits ever longer, never longer than the longest backoff, until the attempts are used up', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), random, (attempts, chance) => {
        const found = decide({ attempts, retryAfter: null }, usualLimits, chance);
        if (attempts >= usualLimits.attempts) {
          expect(found).toEqual({ kind: 'give-up', because: 'attempts' });
          return;
        }
        const full = Math.min(usualLimits.longestBackOff, usualLimits.backOff * 2 ** (attempts - 1));
        if (found.kind !== 'wait') throw new Error('it gave up');
        expect(found.ms).toBeGreaterThanOrEqual(full / 2);
        expect(found.ms).toBeLessThanOrEqual(full);
      }),
    );
  });

  it('waits as long as the server asks, and gives up where that is too long', () => {
    expect(decide({ attempts: 1, retryAfter: 7000 }, usualLimits, 0)).toEqual({ kind: 'wait', ms: 7000 });
    expect(decide({ attempts: 1, retryAfter: 120_001 }, usualLimits, 0)).toEqual({
      kind: 'give-up',
      because: 'busy',
      ms: 120_001,
    });
  });
});

describe('the text of an error answer', () => {
  it('ends after its beginning, where the body has no end', async () => {
    let pulled = 0;
    let cancelled = false;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled += 1;
        if (pulled > 1000) controller.error(new Error('read too far'));
        else controller.enqueue(new TextEncoder().encode('x'.repeat(4096)));
      },
      cancel() {
        cancelled = true;
      },
    });
    expect((await errorText(new Response(body, { status: 400 }))).length).toBe(16_384);
    expect(cancelled).toBe(true);
    expect(pulled).toBeLessThan(10);
  });

  it('is whole where it is short, and empty where there is none', async () => {
    expect(await errorText(new Response('niet gevonden: é'))).toBe('niet gevonden: é');
    expect(await errorText(new Response(null))).toBe('');
  });
});
