// One line per room, each in its own folder; `../rooms.ts` makes pages, routes and downloads of them.
export * from './about/index.ts';
export * from './agenda/index.ts';
export * from './audit/index.ts';
export * from './changes/index.ts';
export * from './claim-check/index.ts';
export * from './map/index.ts';
export * from './monitor/index.ts';
export * from './municipalities/index.ts';
export * from './saving/index.ts';
export * from './search/index.ts';
export * from './site/index.ts';
export * from './sources/index.ts';
export * from './standing/index.ts';
export * from './table/index.ts';
export * from './things/index.ts';
