import type { TextKey } from '../problems/texts.ts';

/**
 * Functions of Vensim that are known and not computed, with what to do instead: because what they give rests on
 * something outside a run that can be repeated (clock, date, messages, other programs), or because the documentation
 * does not say to the last detail what they compute. The first pattern that fits speaks.
 */
export const refused: readonly (readonly [pattern: RegExp, alternative: TextKey])[] = [
  [/^random /, 'altRandom'],
  [/^get (?:data|time shift)|^time shift$/, 'altDataValue'],
  [/^get /, 'altData'],
  [/^tabbed array$/, 'altData'],
  [/^x if missing$/, 'altMissing'],
  [/^allocate |^alloc p$|^market ?p$/, 'altMarket'],
  [/^delay conveyor$|^delay batch$|^delay profile$|^conveyor$/, 'altConveyor'],
  [/^queue /, 'altQueue'],
  [/^delay ?p?\b|^smooth /, 'altDelay'],
  [/^depreciate /, 'altDepreciate'],
  [/^shift if true$|^sample until$/, 'altShift'],
  [/^initial value$/, 'altInitial'],
  [/^sinteg$/, 'altWrapped'],
  [/^cumulatef?$/, 'altCumulate'],
  [/^internal rate of return$|^irr$/, 'altReturn'],
  [/^net present value$/, 'altPresentValue'],
  [/^simultaneous$|^find zero$|^solve$/, 'altSteady'],
  [/^a function of$/, 'altUnwritten'],
  [/^v?message$/, 'altMessage'],
  [/^sshape$/, 'altShape'],
  [/^external |^call /, 'altOutside'],
  [/^date |^clock$/, 'altCalendar'],
  [/^vector |^elm /, 'altVector'],
  [/^lookup /, 'altLookup'],
];
