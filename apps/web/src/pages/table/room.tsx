import { page, type Room } from '../../room.tsx';

export const tableRoom = {
  pages: { table: page(() => import('./TablePage.tsx')) },
  // It computes by itself.
  withoutStanding: true,
  // A table is used on the widest screen that there is.
  isWide: true,
} satisfies Room;
