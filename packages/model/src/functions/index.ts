import { arrays } from './array.ts';
import type { Builder } from './call.ts';
import { delays } from './delay.ts';
import { finance } from './finance.ts';
import { lookups } from './lookup.ts';
import { markets } from './market.ts';
import { math } from './math.ts';
import { randoms } from './random.ts';
import { time } from './time.ts';
import { vectors } from './vector.ts';
import { xmile } from './xmile.ts';

/** Every function that is computed, by canonical name. */
export const builders: Readonly<Record<string, Builder>> = {
  ...arrays,
  ...delays,
  ...finance,
  ...lookups,
  ...markets,
  ...math,
  ...randoms,
  ...time,
  ...vectors,
  ...xmile,
};

/** The builder of a function by its canonical name; undefined where it is not computed. */
export const builderOf = (name: string): Builder | undefined =>
  Object.hasOwn(builders, name) ? builders[name] : undefined;

/** How a function is written, for messages. */
export const formOf = (name: string): string => builderOf(name)?.form ?? name;
