/** Where the region stands when none is named, from the folder of the repository. */
export const defaultRegion = 'regions/brainport';
