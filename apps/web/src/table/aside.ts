import type { InformationAsk } from '@schaalsprong/methods/why';
import type { FailQuestion } from './fails.ts';

/** What takes seconds of computing in one piece, as plain data for a worker. */
export type Aside =
  | { readonly of: 'boxes'; readonly ask: FailQuestion }
  | { readonly of: 'choice'; readonly ask: InformationAsk };
