import type { ProposalsFile } from '@schaalsprong/agenda';
import type { ProposalChoice } from '@schaalsprong/reading/documents';
import * as z from 'zod/mini';
import { type Answer, id, ProblemBody, Text } from '../../words.ts';
import type { Verdict } from '../audit/shapes.ts';
import type { Judgement } from '../monitor/shapes.ts';

/** GET of an address that saves: whether this server does. */
export const EditingResponse = z.object({ editing: z.boolean() });
export type EditingResponse = Answer<typeof EditingResponse>;

/** What was written into the region folder. */
export const SavedResponse = z.object({
  saved: z.literal(true),
  /** files that were written, within the region folder */
  paths: z.array(z.string()),
  accepted: z.array(z.object({ proposal: id, claim: id })),
  rejected: z.array(id),
  apart: z.array(id),
});
export type SavedResponse = Answer<typeof SavedResponse>;

/** One reason why a request was refused. */
export const FieldProblem = z.object({
  code: z.string(),
  /** a field of the request, a proposal, or the place in a file */
  where: z.string(),
  message: Text,
  hint: Text,
});
export type FieldProblem = Answer<typeof FieldProblem>;

/** A problem with the reasons one by one: of saving, and of a question to the policy table. */
export const FieldsProblem = z.object({
  ...ProblemBody.shape,
  problems: z.optional(z.array(FieldProblem)),
});
export type FieldsProblem = Answer<typeof FieldsProblem>;

/** A body that is content of the region folder: what such a file may hold is for the schemas of the content, with which the server parses it. */
const content = <T>() => z.custom<T>((value) => typeof value === 'object' && value !== null);

/** POST /v1/voorstellen: what a person decided of the proposals of a document. */
export const ProposalsBody = content<{
  /** of the proposals file, without `.yaml` */
  readonly name: string;
  readonly file: ProposalsFile;
  readonly choices: readonly ProposalChoice[];
  /** when a document that is not the region's own was published */
  readonly published: string | null;
}>();
/** POST /v1/oordelen: verdicts on conflicts. */
export const VerdictsBody = content<{ readonly verdicts: readonly Verdict[] }>();
/** POST /v1/beoordelingen: judgements on targets. */
export const JudgementsBody = content<{ readonly judgements: readonly Judgement[] }>();
