import { createContext, useContext } from 'react';

/** What somebody came for: the levers of a target, or one lever. */
export interface Spot {
  /** Id of the target whose levers are marked; null for none. */
  readonly target: string | null;
  /** What is asked of the target at once; null for nothing. */
  readonly asks: 'reach' | null;
  /** The lever that takes the focus, and whether what is behind it opens; a new object each time that it is asked for. */
  readonly lever: { readonly id: string; readonly opens: boolean } | null;
}

export const noSpot: Spot = { target: null, asks: null, lever: null };

/** What is in the spot, for rows deep in the list. */
export const SpotContext = createContext<Spot>(noSpot);

export const useSpot = (): Spot => useContext(SpotContext);
