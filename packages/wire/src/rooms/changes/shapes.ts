import * as z from 'zod/mini';
import { type Answer, id, Text } from '../../words.ts';
import { Met } from '../standing/shapes.ts';

/**
 * What can make a state differ from the one before: observed figures, content of the region folder, the model, the program that computes,
 * and what was asked of it (seed, number of futures, scenario).
 */
export const ChangeCause = z.enum(['data', 'content', 'model', 'program', 'run']);
export type ChangeCause = Answer<typeof ChangeCause>;

/** Causes of one change: one where it is sure; several where they came together and cannot be told apart; none where none is known. */
const causes = z.array(ChangeCause);

/** A count of futures that changed; null where nothing was counted. */
const CountChange = z.object({
  target: id,
  title: Text,
  before: z.nullable(Met),
  after: z.nullable(Met),
  causes,
});

const Measured = z.object({ value: z.number(), period: z.string() });

/** A last measured value that changed; null where nothing was measured. */
const MeasuredChange = z.object({
  target: id,
  title: Text,
  unit: z.string(),
  before: z.nullable(Measured),
  after: z.nullable(Measured),
  causes,
});

/** How many of the targets that are counted are mostly met. */
const Tally = z.object({ most: z.int(), of: z.int() });

const AmbitionChange = z.object({ id, title: Text, before: Tally, after: Tally });

/** Things of one kind that differ, by id; names at most, the numbers count all. */
const Evidence = z.object({
  kind: z.enum(['target', 'claim', 'measure', 'uncertainty', 'variable', 'series']),
  added: z.array(z.string()),
  removed: z.array(z.string()),
  changed: z.array(z.string()),
  /** how many in all, of which the lists name the first */
  total: z.int(),
});
/** Things of one kind that differ between two states. */
export type ChangeEvidence = Answer<typeof Evidence>;

/** What changed between two states that a server kept. */
export const ChangeEntry = z.object({
  /** the same for the same two states */
  id: z.string(),
  /** when the later state and the one before were kept, `2026-12-03T09:15:00.000Z` */
  at: z.string(),
  since: z.string(),
  /** what differs at all, whether a count changed or not */
  changed: z.array(ChangeCause),
  counts: z.array(CountChange),
  measured: z.array(MeasuredChange),
  tally: z.object({ before: Tally, after: Tally }),
  ambitions: z.array(AmbitionChange),
  evidence: z.array(Evidence),
});
export type ChangeEntry = Answer<typeof ChangeEntry>;

/** GET /v1/wijzigingen: what changed since last time. */
export const ChangesResponse = z.object({
  /** `off`: this server keeps no states; `waiting`: the present state is not kept yet; `failed`: it cannot be kept or read */
  state: z.enum(['off', 'waiting', 'ready', 'failed']),
  /** when the first state that is compared was kept; null where none is */
  first: z.nullable(z.string()),
  /** newest first */
  entries: z.array(ChangeEntry),
});
export type ChangesResponse = Answer<typeof ChangesResponse>;
