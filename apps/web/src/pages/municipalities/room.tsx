import { page, type Room } from '../../room.tsx';

export const municipalitiesRoom = {
  pages: {
    municipalities: page(() => import('./MunicipalitiesPage.tsx')),
    municipality: page(() => import('./MunicipalityPage.tsx')),
  },
} satisfies Room;
