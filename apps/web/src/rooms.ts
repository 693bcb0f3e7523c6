// One line per room, each in its own folder; `App.tsx` makes the routes of them.
export { aboutRoom } from './pages/about/room.tsx';
export { changesRoom } from './pages/changes/room.tsx';
export { claimCheckRoom } from './pages/claim-check/room.tsx';
export { conflictsRoom } from './pages/conflicts/room.tsx';
export { monitorRoom } from './pages/monitor/room.tsx';
export { municipalitiesRoom } from './pages/municipalities/room.tsx';
export { searchRoom } from './pages/search/room.tsx';
export { sourcesRoom } from './pages/sources/room.tsx';
export { standingRoom } from './pages/standing/room.tsx';
export { tableRoom } from './pages/table/room.tsx';
export { thingsRoom } from './pages/things/room.tsx';
