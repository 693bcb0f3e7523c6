import type { Text } from '../problems/say.ts';
import { functionTexts } from './texts.ts';

/**
 * Functions of Vensim that are known and not computed, with what to do instead: because what they give rests on something outside a run
 * that can be repeated (clock, date, messages, other programs), or because the documentation does not say to the last detail what they
 * compute. The first matching pattern applies.
 */
export const refused: readonly (readonly [pattern: RegExp, alternative: Text])[] = [
  [/^random /, functionTexts.altRandom],
  [/^get (?:data|time shift)|^time shift$/, functionTexts.altDataValue],
  [/^get /, functionTexts.altData],
  [/^tabbed array$/, functionTexts.altData],
  [/^x if missing$/, functionTexts.altMissing],
  [/^allocate |^alloc p$|^market ?p$/, functionTexts.altMarket],
  [/^delay conveyor$|^delay batch$|^delay profile$|^conveyor$/, functionTexts.altConveyor],
  [/^queue /, functionTexts.altQueue],
  [/^delay ?p?\b|^smooth /, functionTexts.altDelay],
  [/^depreciate /, functionTexts.altDepreciate],
  [/^shift if true$|^sample until$/, functionTexts.altShift],
  [/^initial value$/, functionTexts.altInitial],
  [/^sinteg$/, functionTexts.altWrapped],
  [/^cumulatef?$/, functionTexts.altCumulate],
  [/^internal rate of return$|^irr$/, functionTexts.altReturn],
  [/^net present value$/, functionTexts.altPresentValue],
  [/^simultaneous$|^find zero$|^solve$/, functionTexts.altSteady],
  [/^v?message$/, functionTexts.altMessage],
  [/^sshape$/, functionTexts.altShape],
  [/^external |^call /, functionTexts.altOutside],
  [/^date |^clock$/, functionTexts.altCalendar],
  [/^vector |^elm /, functionTexts.altVector],
  [/^lookup /, functionTexts.altLookup],
];
