import { canonical } from '@schaalsprong/words';
import { z } from 'zod';
import type { SampledUncertainty } from '../ensemble/sampling.ts';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const values = z.record(z.string(), z.number());

/** All on which kept numbers depend: with the model's text, these give every number again. */
export const questionSchema = z.strictObject({
  /** Id of the region; null for a model alone. */
  region: z.string().nullable(),
  /**
   * Hash of the region's agenda, for provenance; null for a model alone. All that numbers depend on is in the other fields, so
   * another agenda is no other question.
   */
  agenda: hash.nullable(),
  model: z.strictObject({ file: z.string(), sha256: hash }),
  /** Hash of the data that the model read; null where it read none. */
  data: hash.nullable(),
  design: z.literal('latin-hypercube'),
  futures: z.int().min(1),
  seed: z.int().min(0),
  mode: z.enum(['exact', 'fast']),
  /** Id of the scenario whose levers and assumptions are in `levers`; null where there is none. */
  scenario: z.string().nullable(),
  /** Constants of the model that are the same in all futures. */
  levers: values,
  uncertainties: z.array(
    z.strictObject({
      id: z.string(),
      variable: z.string(),
      distribution: z.custom<SampledUncertainty['distribution']>(
        (given) => typeof given === 'object' && given !== null && 'kind' in given,
      ),
    }),
  ),
  outcomes: z.array(z.strictObject({ name: z.string(), unit: z.string() })).min(1),
  /** Kept of every outcome: its value at these times. */
  times: z.array(z.number()).min(1),
});
/** Everything that determines a set of kept futures. */
export type KeptQuestion = z.infer<typeof questionSchema>;

/** The parts of a question in the order in which a difference is reported. */
export const questionParts = Object.keys(questionSchema.shape) as readonly (keyof KeptQuestion)[];

/** A question as text, the same however its fields are ordered: what is hashed. */
export const questionText = (question: KeptQuestion): string => canonical(question);

/** Parts in which two questions differ that decide about numbers. */
export const differences = (one: KeptQuestion, other: KeptQuestion): readonly (keyof KeptQuestion)[] =>
  questionParts.filter((part) => part !== 'agenda' && canonical(one[part]) !== canonical(other[part]));
