import { page, type Room } from '../../room.tsx';
import { Home } from './Home.tsx';

export const standingRoom = {
  pages: {
    // Most people begin here: it comes with the app.
    home: <Home />,
    target: page(() => import('./TargetPage.tsx')),
    challenge: page(() => import('./ChallengePage.tsx')),
  },
} satisfies Room;
