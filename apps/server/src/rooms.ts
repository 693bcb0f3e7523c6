// One line per room, each in its own folder: what it exports registers its addresses. `http/app.ts` calls them all.
export { addAudit } from './audit/routes.ts';
export { addChanges } from './changes/routes.ts';
export { addEditing } from './editing/routes.ts';
export { addMap } from './map/routes.ts';
export { addMonitorApi } from './monitor/routes.ts';
export { addMonitorTaking } from './monitor/taking.ts';
export { addMunicipalities } from './municipalities/routes.ts';
export { addRegion } from './region/routes.ts';
export { addSearch } from './search/routes.ts';
export { addSite } from './site/routes.ts';
export { addStanding } from './standing/routes.ts';
export { addShares, addTable } from './table/routes.ts';
export { addThings } from './things/routes.ts';
