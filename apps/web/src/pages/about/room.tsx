import { page, type Room } from '../../room.tsx';

export const aboutRoom = {
  pages: {
    about: page(() => import('./AboutPage.tsx')),
    accessibility: page(() => import('./AccessibilityPage.tsx')),
    privacy: page(() => import('./PrivacyPage.tsx')),
    programmers: page(() => import('./ProgrammersPage.tsx')),
  },
  withoutStanding: true,
} satisfies Room;
