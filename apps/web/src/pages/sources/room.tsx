import { page, type Room } from '../../room.tsx';

export const sourcesRoom = {
  pages: { sources: page(() => import('./SourcesPages.tsx')) },
} satisfies Room;
