import type { Judgement } from '@schaalsprong/agenda';
import type { Verdict } from '@schaalsprong/agenda/audit';
import type { ProblemBody, Text } from '../api.ts';
import { choicesOf, type Work } from './work.ts';

/** One thing that stood in the way of saving. */
export interface SaveProblem {
  readonly code: string;
  readonly where: string;
  readonly message: Text;
  readonly hint: Text;
}

/** What the server wrote into the region folder. */
export interface Saved {
  readonly paths: readonly string[];
  readonly accepted: readonly { readonly proposal: string; readonly claim: string }[];
  readonly rejected: readonly string[];
  readonly apart: readonly string[];
}

/** Nothing was saved; `body` says why where the server answered. */
export class NotSaved extends Error {
  readonly body: (ProblemBody & { readonly problems?: readonly SaveProblem[] }) | null;
  constructor(body: NotSaved['body']) {
    super(body?.title ?? 'no answer');
    this.body = body;
  }
}

/** Whether the server saves into its region folder: only on the own machine, and only where it was asked to. */
export async function canSave(
  path: '/v1/voorstellen' | '/v1/oordelen' | '/v1/beoordelingen',
): Promise<boolean> {
  try {
    const answer = await fetch(path, { headers: { accept: 'application/json' } });
    if (!answer.ok) return false;
    const { editing } = (await answer.json()) as { readonly editing?: boolean };
    return editing === true;
  } catch {
    return false;
  }
}

async function post(path: string, body: unknown): Promise<Saved> {
  let answer: Response;
  try {
    answer = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json, application/problem+json' },
      body: JSON.stringify(body),
    });
  } catch {
    throw new NotSaved(null);
  }
  if (answer.ok) return (await answer.json()) as Saved;
  const isProblem = answer.headers.get('content-type')?.startsWith('application/problem+json') ?? false;
  throw new NotSaved(isProblem ? ((await answer.json()) as NotSaved['body']) : null);
}

/**
 * Saves what was decided into the region folder: all of it, or nothing.
 *
 * @throws NotSaved
 */
export const saveProposals = (work: Work): Promise<Saved> =>
  post('/v1/voorstellen', {
    name: work.name,
    file: work.file,
    choices: choicesOf(work),
    published: work.published === '' ? null : work.published,
  });

/**
 * Saves verdicts into the region folder.
 *
 * @throws NotSaved
 */
export const saveVerdicts = (verdicts: readonly Verdict[]): Promise<Saved> =>
  post('/v1/oordelen', { verdicts });

/**
 * Saves judgements of how targets stand into the region folder.
 *
 * @throws NotSaved
 */
export const saveJudgements = (judgements: readonly Judgement[]): Promise<Saved> =>
  post('/v1/beoordelingen', { judgements });
