import { type Builder, builder } from './call.ts';

/** Functions that read lookups. */
export const lookups: Readonly<Record<string, Builder>> = {
  'with lookup': builder(
    'WITH LOOKUP(x, ((x1,y1),(x2,y2)))',
    (u) => {
      u.of(0);
      return u.wanted;
    },
    (call) => call.read(call.lookupOf(1), call.scalar(0)),
    { least: 2, most: 2 },
  ),
};
