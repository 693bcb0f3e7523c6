/**
 * Domains of a region folder. Each has a hash of its own, so that what is computed or kept goes stale only by an edit of the domains
 * that it depends on (decision 0042).
 *
 * - `agenda`: what was promised, by whom, in which units
 * - `levers`: measures, scenarios, and what the policy table adds to them
 * - `monitor`: indicators and the sources of their figures
 * - `judgements`: what people find of targets and of conflicts
 * - `audit`: relations, readings and assumptions of the audit, and the documents to compare with
 * - `data`: all CSV
 * - `model`: the model text, and what is uncertain, read and limited in it
 * - `checks`: the history and the back-test that the model is compared with
 * - `picture`: what is only drawn, on which no answer depends: how the whole hangs together, and boundaries
 */
export const domains = [
  'agenda',
  'levers',
  'monitor',
  'judgements',
  'audit',
  'data',
  'model',
  'checks',
  'picture',
] as const;
/** Name of a hash domain. */
export type Domain = (typeof domains)[number];

/** sha256 per domain over canonical content: the same content gives the same hash, whatever layout or order of files. */
export type DomainHashes = Readonly<Record<Domain, string>>;
