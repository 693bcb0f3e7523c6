import type { Certainty, ValueState } from '../facts.ts';

/** Columns of SDMX-CSV that have a meaning of their own, in the words of its content-oriented guidelines. */
export const sdmxColumns = {
  value: 'OBS_VALUE',
  period: 'TIME_PERIOD',
  unit: 'UNIT_MEASURE',
  power: 'UNIT_MULT',
  status: 'OBS_STATUS',
  secrecy: 'CONF_STATUS',
  decimals: 'DECIMALS',
} as const;

/** A name or code of a file that also gives labels: `GEO: Geopolitical entity` is GEO. */
export const bareCode = (text: string): string => text.replace(/:\s.*$/s, '').trim();

/** Code list CL_OBS_STATUS: what a status says of how sure a figure is; others say nothing of it. */
const standings: Readonly<Record<string, Certainty>> = {
  P: 'provisional',
  E: 'derived',
  I: 'derived',
  F: 'expected',
  R: 'revised',
};
/** And which of them say why there is no figure. */
const states: Readonly<Record<string, ValueState>> = {
  M: 'missing',
  L: 'missing',
  O: 'missing',
  H: 'missing',
  Q: 'secret',
  C: 'secret',
  Z: 'impossible',
};
/** Code list CL_CONF_STATUS: free, and what may not be told further but is given all the same. */
const free = new Set(['', 'F', 'N']);

/** How sure a figure is, by its flags (Eurostat writes them small, and more than one behind each other). */
export const certaintyOf = (status: string): Certainty =>
  [...bareCode(status).toUpperCase()].map((flag) => standings[flag]).find((known) => known !== undefined) ??
  'observed';

/** Why an empty cell is empty. */
export function emptinessOf(status: string, secrecy: string): ValueState {
  if (!free.has(bareCode(secrecy).toUpperCase())) return 'secret';
  return (
    [...bareCode(status).toUpperCase()].map((flag) => states[flag]).find((known) => known !== undefined) ??
    'missing'
  );
}
