import type { EditingResponse } from '@schaalsprong/wire';

/** Whether the server saves into its region folder: only on the own machine, and only where it was asked to. */
export async function canSave(ask: () => Promise<EditingResponse>): Promise<boolean> {
  try {
    return (await ask()).editing;
  } catch {
    return false;
  }
}
