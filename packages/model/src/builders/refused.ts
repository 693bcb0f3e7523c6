import type { TextKey } from '../texts.ts';

/** Functions that are known and not computed, with what to do instead. The first pattern that fits speaks. */
export const refused: readonly (readonly [RegExp, TextKey])[] = [
  [/^random /, 'altRandom'],
  [/^get /, 'altData'],
  [/^tabbed array$/, 'altData'],
  [/^vector |^invert matrix$|^elm /, 'altVector'],
  [/^allocate |^alloc p$|^demand at price$|^supply at price$|^market p$|^find market price$/, 'altAllocate'],
  [/^delay |^depreciate |^smooth |^shift if true$|^conveyor$|^queue /, 'altDelay'],
  [/^lookup /, 'altLookup'],
  [
    /^gamma ln$|^npv$|^irr$|^simultaneous$|^message$|^vmessage$|^a function of$|^internal rate/,
    'noAlternative',
  ],
  [/^sinteg$|^initial value$|^time base$|^reinitial$|^cumulate/, 'noAlternative'],
];
