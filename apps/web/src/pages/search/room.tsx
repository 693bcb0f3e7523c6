import { page, type Room } from '../../room.tsx';

export const searchRoom = {
  pages: {
    search: page(() => import('./SearchPage.tsx')),
  },
  withoutStanding: true,
} satisfies Room;
