import {
  ConflictVerdict,
  Judgement,
  loadRegion,
  type Problem,
  ProposalsFile,
  RegionError,
  type RegionFiles,
} from '@schaalsprong/agenda';
import { judgementsWith, verdictsWith, writeAll } from '@schaalsprong/agenda/node';
import {
  acceptProposals,
  type ChoiceProblem,
  ChoicesFile,
  checkAcceptance,
  filesWith,
  isProposalsName,
  proposalsText,
  withDecisions,
} from '@schaalsprong/reading/documents';
import type { FieldProblem, SavedResponse } from '@schaalsprong/wire';
import * as z from 'zod';
import { type RegionSnapshot, snapshotOf } from './snapshot.ts';

/** Request body: decisions on the proposals of one document. */
export const ProposalsBody = z.strictObject({
  /** of the proposals file, without `.yaml` */
  name: z.string().refine(isProposalsName),
  file: ProposalsFile,
  choices: ChoicesFile.shape.choices,
  /** when a document that is not the region's own was published */
  published: z.string().nullable().default(null),
});
export type ProposalsBody = z.infer<typeof ProposalsBody>;

/** Request body: verdicts on conflicts. */
export const VerdictsBody = z.strictObject({ verdicts: z.array(ConflictVerdict).min(1).max(1000) });
export type VerdictsBody = z.infer<typeof VerdictsBody>;

/** Request body: judgements on targets. */
export const JudgementsBody = z.strictObject({ judgements: z.array(Judgement).min(1).max(1000) });
export type JudgementsBody = z.infer<typeof JudgementsBody>;

/** What was saved, or why nothing was. */
export type Saved = SavedResponse | { readonly saved: false; readonly problems: readonly FieldProblem[] };

/** The region folder that is edited, and how its new state goes live. */
export interface RegionPlace {
  /** The folder on disk. */
  readonly folder: string;
  /** Its files as they are now. */
  files(): RegionFiles;
  /**
   * Builds the new state from the pending writes, before they reach the disk.
   *
   * @returns `use` swaps it in, `drop` discards it
   * @throws RegionError, ModelError or FuturesError for invalid content
   */
  prepare(files: RegionFiles): Promise<{ readonly use: () => void; readonly drop: () => void }>;
}

/** The folder changed between reading and writing. */
const stale = Symbol('stale');
const mostTries = 3;

/** Saves into a region folder; saves are serialized in a queue. */
export class RegionEditor {
  readonly #place: RegionPlace;
  #last: Promise<unknown> = Promise.resolve();

  constructor(place: RegionPlace) {
    this.#place = place;
  }

  /** Saves proposals and the claims accepted from them, atomically: all files are written, or none. */
  proposals(body: ProposalsBody): Promise<Saved> {
    return this.#next(async (files) => {
      const region = await loadRegion(files);
      const before = region.proposals.find(({ name }) => name === body.name) ?? null;
      if (before !== null && before.document.sha256 !== body.file.document.sha256) {
        return refused('PROPOSALS_NAME_TAKEN', `proposals/${body.name}.yaml`, nameTaken);
      }
      // Earlier decisions come from the region, never from the client.
      const untouched = body.file.proposals.map(({ claim: _, ...proposal }) => ({
        ...proposal,
        state: 'proposed' as const,
      }));
      const kept = withDecisions({ ...body.file, proposals: untouched }, before);
      const path = `${kept.document.sha256 === region.document.sha256 ? 'claims' : 'compared'}/${body.name}.yaml`;
      const existing = files.list().includes(path) ? files.read(path) : null;
      const result = acceptProposals(kept, body.choices, region, {
        name: body.name,
        existing,
        published: body.published,
      });
      if (result.problems.length > 0) return { saved: false, problems: result.problems.map(ofChoice) };
      const writes = {
        ...(result.text === null ? {} : { [result.path]: result.text }),
        [`proposals/${body.name}.yaml`]: proposalsText(result.proposals, body.name),
      };
      const { accepted, rejected, apart } = result;
      return this.#write(files, writes, { accepted, rejected, apart });
    });
  }

  /** Upserts verdicts by conflict. */
  verdicts({ verdicts }: VerdictsBody): Promise<Saved> {
    return this.#listed('verdicts.yaml', (existing) => verdictsWith(existing, verdicts));
  }

  /** Upserts judgements by target. */
  judgements({ judgements }: JudgementsBody): Promise<Saved> {
    return this.#listed('judgements.yaml', (existing) => judgementsWith(existing, judgements));
  }

  #listed(path: string, text: (existing: string | null) => string): Promise<Saved> {
    return this.#next((files) => {
      const existing = files.list().includes(path) ? files.read(path) : null;
      return this.#write(files, { [path]: text(existing) }, { accepted: [], rejected: [], apart: [] });
    });
  }

  async #write(
    files: RegionSnapshot,
    writes: Readonly<Record<string, string>>,
    made: Pick<SavedResponse, 'accepted' | 'rejected' | 'apart'>,
  ): Promise<Saved | typeof stale> {
    const problems = await checkAcceptance(files, writes);
    if (problems.length > 0) return { saved: false, problems: problems.map(ofRegion) };
    const next = await this.#place.prepare(filesWith(files, writes));
    try {
      // Synchronous from here to the rename: no other code of this process runs in between.
      if (!files.isStill(this.#place.files())) {
        next.drop();
        return stale;
      }
      writeAll(this.#place.folder, writes);
    } catch (error) {
      next.drop();
      const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
      return refused('REGION_NOT_WRITTEN', Object.keys(writes).join(', '), notWritten(reason));
    }
    next.use();
    return { saved: true, paths: Object.keys(writes), ...made };
  }

  /**
   * Queues a save behind the previous one, since concurrent saves would lose updates. Optimistic locking against other processes and
   * hand edits: the folder is compared with the snapshot just before the write, and a save on a stale one is retried.
   */
  #next(save: (files: RegionSnapshot) => Promise<Saved | typeof stale>): Promise<Saved> {
    const attempt = async (): Promise<Saved> => {
      try {
        for (let tries = 0; tries < mostTries; tries++) {
          const saved = await save(snapshotOf(this.#place.files()));
          if (saved !== stale) return saved;
        }
        return refused('REGION_CHANGED', this.#place.folder, changedMeanwhile);
      } catch (error) {
        // Somebody edited the folder by hand and left it invalid.
        if (error instanceof RegionError) return { saved: false, problems: error.problems.map(ofRegion) };
        throw error;
      }
    };
    const done = this.#last.then(attempt, attempt);
    this.#last = done.catch(() => undefined);
    return done;
  }
}

const ofChoice = ({ code, id, message, hint }: ChoiceProblem): FieldProblem => ({
  code,
  where: id,
  message,
  // The default hint names a flag of the command line, which a page does not have.
  hint: code === 'PROPOSAL_PUBLISHED' ? published : hint,
});
const ofRegion = ({ code, message, hint, file, line }: Problem): FieldProblem => ({
  code,
  where: `${file}:${line}`,
  message,
  hint,
});

const refused = (
  code: string,
  where: string,
  { message, hint }: Pick<FieldProblem, 'message' | 'hint'>,
): Saved => ({ saved: false, problems: [{ code, where, message, hint }] });

const published = {
  nl: 'Vul in wanneer het document verschenen is, zoals 2024 of 2024-03.',
  en: 'Fill in when the document was published, like 2024 or 2024-03.',
};
const nameTaken = {
  message: {
    nl: 'Onder deze naam staan al voorstellen van een ander document in de regiomap.',
    en: 'The region folder has proposals of another document under this name.',
  },
  hint: { nl: 'Kies een andere naam.', en: 'Choose another name.' },
};
const changedMeanwhile = {
  message: {
    nl: 'De regiomap werd tijdens het opslaan steeds door iets anders veranderd. Er is niets opgeslagen.',
    en: 'Something else kept changing the region folder during the save. Nothing has been saved.',
  },
  hint: {
    nl: 'Sla opnieuw op zodra er geen ander programma meer in de map schrijft.',
    en: 'Save again once no other program writes into the folder.',
  },
};
const notWritten = (reason: string): Pick<FieldProblem, 'message' | 'hint'> => ({
  message: {
    nl: `De regiomap kan niet worden geschreven (${reason}). Er is niets veranderd.`,
    en: `The region folder cannot be written (${reason}). Nothing has changed.`,
  },
  hint: {
    nl: 'Kijk of de map op slot staat en of de schijf vol is.',
    en: 'See whether the folder is locked and whether the disk is full.',
  },
});
