import * as S from '@schaalsprong/agenda';
import { RegionError, readYaml, schemaProblems } from '@schaalsprong/agenda';
import { z } from 'zod';
import type { ProposalChoice } from './proposals.ts';

/** Schema of a file with a person's choices about proposals. */
export const ChoicesFile = z.strictObject({
  choices: z.array(
    z.strictObject({
      id: z.string().describe('proposal, like q-12'),
      action: z.enum(['accept', 'reject']),
      join: z.array(z.string()).optional().describe('other proposals that say the same at another place'),
      edit: z
        .strictObject({
          id: z.string(),
          text: S.Text,
          kind: S.ClaimKind,
          quantity: z.string(),
          entity: z.string(),
          value: z.number(),
          qualifier: z.string(),
          interval: S.Interval,
          unit: z.string(),
          period: S.Period.nullable(),
          horizon: S.Period.nullable(),
          targets: z.array(z.string()),
          nodes: z.array(z.string()),
          note: S.Text,
        })
        .partial()
        .optional(),
    }),
  ),
});

/**
 * The choices of a YAML file.
 *
 * @param file its name, for the location in error messages
 * @throws RegionError with every problem, each with line and column
 */
export function choicesFrom(file: string, text: string): readonly ProposalChoice[] {
  const { source, problems } = readYaml(file, text);
  if (source === null) throw new RegionError(file, problems);
  const wrong = schemaProblems(ChoicesFile, source);
  if (wrong.length > 0) throw new RegionError(file, wrong);
  return ChoicesFile.parse(source.data).choices;
}
