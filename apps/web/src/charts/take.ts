import { type CsvAbout, csvText } from '@schaalsprong/tables/csv';
import { todayIso } from '../lib/time.ts';

/** One cell of the table behind a chart. */
export type Cell = string | number | null;

/** A table of raw values. */
export interface CsvTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly (Cell | undefined)[])[];
}

export const csvType = 'text/csv;charset=utf-8';

/** Rasterizes SVG text at a device pixel ratio of 2. Rejects where the browser has no canvas. */
export async function toPng(svg: { text: string; width: number; height: number }): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([svg.text], { type: 'image/svg+xml' }));
  try {
    const image = new Image(svg.width, svg.height);
    image.src = address;
    await image.decode();
    const canvas = globalThis.document.createElement('canvas');
    canvas.width = svg.width * 2;
    canvas.height = svg.height * 2;
    const pen = canvas.getContext('2d');
    if (pen === null) throw new Error('this browser has no canvas');
    pen.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((done, fail) =>
      canvas.toBlob((blob) => (blob === null ? fail(new Error('no image came')) : done(blob)), 'image/png'),
    );
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** Downloads a table. Takes what it says of itself, without the day. */
export function saveCsv(name: string, { head, rows }: CsvTable, about: Omit<CsvAbout, 'retrieved'>): void {
  const text = csvText(head, rows, { ...about, retrieved: todayIso() });
  save(name, new Blob([text], { type: csvType }));
}

/** Downloads a blob as a file. */
export function save(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = globalThis.document.createElement('a');
  link.href = address;
  link.download = name;
  globalThis.document.body.append(link);
  link.click();
  link.remove();
  // The browser reads the object URL after the click handler returns.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
