import { page, type Room } from '../../room.tsx';

export const changesRoom = {
  pages: { changes: page(() => import('./ChangesPage.tsx')) },
} satisfies Room;
