export { type DocumentFile, type DocumentFileOptions, readDocumentFile } from './read-document.ts';
