/** Files of office programs: an archive, XML in it, and the cells of a workbook. */
export { OfficeFault, type OfficeFaultKind } from './fault.ts';
export { addressOf, openWorkbook, type SheetCell, type Workbook, type WorkbookLimits } from './workbook.ts';
export { walkXml, type XmlHandler, type XmlPart } from './xml.ts';
export { type Budget, unpackText, type ZipEntry, zipEntries } from './zip.ts';
