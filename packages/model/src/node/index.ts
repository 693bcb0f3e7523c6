export { dataFrom } from './files.ts';
