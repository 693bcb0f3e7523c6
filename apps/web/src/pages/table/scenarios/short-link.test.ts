import { type Client, ClientError } from '@schaalsprong/wire';
import { describe, expect, it } from 'vitest';
import { keepsShares, shortened } from './short-link.ts';

const long = 'https://example.org/en/tafel?futures=500&bewaard=AgAB';
const full = new ClientError(
  'full',
  {
    type: '/fouten/delen-vol',
    title: 'Vol',
    status: 507,
    detail: 'Er kan er geen meer bij.',
    instance: '/v1/tafel/bewaard',
    en: { title: 'Full', detail: 'No more can be kept.' },
  },
  507,
);

describe('the address to share', () => {
  it('is a short one that the server keeps', async () => {
    const sent: unknown[] = [];
    const keepShare: Client['keepShare'] = async ({ body }) => {
      sent.push(body);
      return { id: '0123456789' };
    };
    expect(await shortened(long, { keepShare })).toEqual({
      link: 'https://example.org/en/tafel?futures=500&deel=0123456789',
      refused: null,
    });
    expect(sent).toEqual([{ shared: 'AgAB' }]);
  });

  it('is the long one where the server is full or gone, and says why', async () => {
    expect(await shortened(long, { keepShare: () => Promise.reject(full) })).toEqual({
      link: long,
      refused: { nl: 'Er kan er geen meer bij.', en: 'No more can be kept.' },
    });
    const gone = () => Promise.reject(new ClientError('no answer', null, null));
    expect(await shortened(long, { keepShare: gone })).toMatchObject({ link: long });
    expect(await keepsShares({ keepsShares: gone })).toBe(false);
    expect(await keepsShares({ keepsShares: async () => ({ keeps: true, most: 1 }) })).toBe(true);
  });
});
