/** What files of office programs are made of: an archive, and XML in it. For who reads other ones than documents. */
export { type ReadCode, ReadError } from './problems.ts';
export { sniff } from './sniff.ts';
export { startClock } from './text-of.ts';
export { walkXml, type XmlHandler, type XmlPart } from './xml.ts';
export { type Budget, unpackText, type ZipEntry, zipEntries } from './zip.ts';
