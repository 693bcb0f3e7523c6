import { page, type Room } from '../../room.tsx';

export const claimCheckRoom = {
  pages: { 'claim-check': page(() => import('./ClaimCheckPage.tsx')) },
  withoutStanding: true,
} satisfies Room;
