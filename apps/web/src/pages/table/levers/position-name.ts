import { useCallback } from 'react';
import { useAgenda, useWords } from '../../../lib/hooks.tsx';

/** What a named position is called. */
export function usePositionName(): (name: string) => string {
  const { tx } = useWords();
  const { positions } = useAgenda().table;
  return useCallback(
    (name) => {
      const text = positions[name];
      return text === undefined ? name : tx(text);
    },
    [positions, tx],
  );
}
