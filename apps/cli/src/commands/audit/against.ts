import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { loadRegion, type Region, type RegionFiles } from '@schaalsprong/agenda';
import { type AuditInput, auditInput, comparedInput } from '@schaalsprong/audit';
import { nearest, type Text } from '@schaalsprong/words';
import type { Surroundings } from '../../command/surroundings.ts';
import { UsageError } from '../../command/usage-error.ts';
import { regionFiles } from '../../region/region-files.ts';
import { isYamlFile, withFile } from '../../region/with-file.ts';
import type { AuditRequest } from './request.ts';

/** What an agenda is compared with. */
export interface Other {
  readonly id: string;
  readonly title: Text;
  readonly input: AuditInput;
  /** A document on a part of what the agenda speaks of: what it does not say is not gone. */
  readonly partial: boolean;
}

/**
 * What `--against` names: a document of the region by its id, a YAML file of the same shape (`compared/*.yaml`) from
 * anywhere, or the folder of another region, such as an older version of this one.
 *
 * @throws UsageError where it is none of these; RegionError with every fault of what is loaded
 */
export async function findOther(
  { against, lang }: Pick<AuditRequest, 'lang'> & { readonly against: string },
  region: Region,
  files: RegionFiles,
  world: Surroundings,
): Promise<Other> {
  const ofDocument = (owner: Region, id: string | undefined): Other | null => {
    const document = owner.compared.find((one) => one.document.id === id)?.document;
    const input = document === undefined ? null : comparedInput(owner, document.id);
    return document === undefined || input === null
      ? null
      : { id: document.id, title: document.title, input, partial: true };
  };
  const own = ofDocument(region, against);
  if (own !== null) return own;

  const path = resolve(world.cwd, against);
  if (isYamlFile(path)) {
    const together = await withFile(against, 'compared', files, world.cwd);
    const document = ofDocument(together.region, together.region.compared[together.index]?.document.id);
    if (document !== null) return document;
  }
  const home = resolve(world.home, against);
  if ([path, home].some((folder) => existsSync(folder) && statSync(folder).isDirectory())) {
    const others = regionFiles(against, lang, world);
    if (others !== null) {
      const other = await loadRegion(others);
      return { id: other.id, title: other.title, input: auditInput(other), partial: false };
    }
  }
  const known = region.compared.map(({ document }) => String(document.id));
  const values = { value: against, known: known.join(', ') || '-' };
  throw new UsageError(lang, 'against-unknown', values, nearest(against, known));
}
