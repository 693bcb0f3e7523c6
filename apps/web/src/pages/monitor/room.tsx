import { page, type Room } from '../../room.tsx';

export const monitorRoom = {
  pages: { monitor: page(() => import('./MonitorPages.tsx')) },
  // It shows what was measured.
  withoutStanding: true,
} satisfies Room;
