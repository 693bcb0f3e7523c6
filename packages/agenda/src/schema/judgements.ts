import { z } from 'zod';
import { Period, TargetId } from './values.ts';

/** How a target stands, from good to bad; `unknown` where too little is known to say. */
export const targetStatuses = ['reached', 'on-course', 'lagging', 'off-course', 'away', 'unknown'] as const;

/** A person's judgement of the status of a target, next to the computed one. */
export const Judgement = z.strictObject({
  target: TargetId,
  status: z.enum(targetStatuses),
  by: z.string().min(1).max(200).describe('a function or body, not a name'),
  on: Period,
  why: z.string().min(1).max(2000),
});

export type Judgement = z.infer<typeof Judgement>;

/** A note of observations in both languages: the column `note` of a CSV holds one or more of `en`, with `; ` between them. */
export const ObservationNote = z.strictObject({ en: z.string().min(1), nl: z.string().min(1) });

export type ObservationNote = z.infer<typeof ObservationNote>;

/** notes.yaml */
export const NotesFile = z.strictObject({ notes: z.array(ObservationNote) });

/** judgements.yaml */
export const JudgementsFile = z.strictObject({ judgements: z.array(Judgement) });

export type JudgementsFile = z.infer<typeof JudgementsFile>;
