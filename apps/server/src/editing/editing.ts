import type { RegionEditor } from './save.ts';

/** Saving into the region folder, for whoever runs the server on this machine and has asked for it. */
export interface Editing {
  /** Whether editing is enabled and the server is bound to a loopback address only. */
  on(): boolean;
  readonly editor: RegionEditor;
}
