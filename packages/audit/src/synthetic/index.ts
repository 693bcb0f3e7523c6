/** Agendas of any size with conflicts that are known beforehand, to hold the audit to. */
export { type SyntheticAgenda, type SyntheticOptions, syntheticAgenda } from './agenda.ts';
export { type PlantKind, plantKinds } from './plants.ts';
