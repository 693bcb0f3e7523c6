import { synthetic, syntheticWith } from './synthetic.ts';

/** Made-up regions for tests: the synthetic region with claims and an audit.yaml of the test's own. JSON is YAML. */

export interface MadeClaim {
  readonly id: string;
  readonly kind?: string;
  readonly quantity: string;
  readonly entity?: string;
  readonly value: number;
  readonly unit?: string;
  readonly qualifier?: string;
  readonly interval?: { readonly min: number | null; readonly max: number | null };
  readonly period?: string;
  readonly horizon?: string;
  readonly targets?: readonly string[];
  readonly line?: number;
}

export interface Made {
  readonly claims: readonly MadeClaim[];
  /** fields of audit.yaml; null for a region without one */
  readonly audit?: object | null;
  readonly verdicts?: readonly object[];
  readonly compared?: object;
  /** changes of other files */
  readonly files?: Readonly<Record<string, string | null>>;
}

export const why = { nl: 'verzonnen', en: 'made up' };
export const title = { nl: 'titel', en: 'title' };

const claimFile = (claims: readonly MadeClaim[]): string =>
  JSON.stringify({
    claims: claims.map(({ line = 10, ...claim }, i) => ({
      places: [line + i],
      figure: String(claim.value),
      text: { nl: `Uitspraak ${claim.id}`, en: `Claim ${claim.id}` },
      kind: 'fact',
      entity: 'VAL',
      unit: 'homes',
      ...claim,
    })),
  });

/** The files of a made-up region. */
export const madeFiles = ({ claims, audit = {}, verdicts, compared, files = {} }: Made) =>
  syntheticWith({
    'claims/1-first.yaml': claims.length > 0 ? claimFile(claims) : null,
    'claims/2-second.yaml': null,
    'targets.yaml': (synthetic['targets.yaml'] ?? '').replace('claims: [top-ten]', 'claims: []'),
    ...(audit === null ? {} : { 'audit.yaml': JSON.stringify(audit) }),
    ...(verdicts === undefined ? {} : { 'verdicts.yaml': JSON.stringify({ verdicts }) }),
    ...(compared === undefined ? {} : { 'compared/other.yaml': JSON.stringify(compared) }),
    ...files,
  });
