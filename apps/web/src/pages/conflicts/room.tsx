import { page, type Room } from '../../room.tsx';

export const conflictsRoom = {
  pages: { conflicts: page(() => import('./ConflictsPage.tsx')) },
} satisfies Room;
