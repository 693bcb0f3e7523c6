import type { PageRange, ReadLimits } from '@schaalsprong/reading/documents';
import type { Lang } from '@schaalsprong/words';

/** `read`: a document, or proposals that were kept before. */
export interface ReadRequest {
  readonly lang: Lang;
  /** null where kept proposals are decided on */
  readonly file: string | null;
  readonly form: 'table' | 'json' | 'csv' | 'text';
  /** whose units and words are used */
  readonly region: string | null;
  /** in which region folder proposals are kept */
  readonly into: string | null;
  readonly name: string | null;
  readonly force: boolean;
  readonly pages: PageRange | null;
  readonly language: 'nl' | 'en' | null;
  readonly limits: Partial<ReadLimits>;
  /** ids of proposals, or all that are sure enough */
  readonly accept: readonly string[] | 'all' | null;
  readonly reject: readonly string[];
  /** a YAML file with choices */
  readonly choices: string | null;
  /** 0 to 1; what is less certain is not accepted by `--accept all`, and not shown */
  readonly certain: number;
  readonly published: string | null;
  readonly out: string | null;
}
