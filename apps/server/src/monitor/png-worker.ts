import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parentPort } from 'node:worker_threads';
import type { Drawn } from './png.ts';

/** Pixels of the picture per pixel of the drawing: sharp on paper and on high-density screens. */
const zoom = 2;

const fileOf = (name: string): Promise<Buffer> => readFile(fileURLToPath(import.meta.resolve(name)));
const font = (weight: number): string =>
  `@fontsource/source-sans-3/files/source-sans-3-latin-${weight}-normal.woff2`;
const fontExtra = (weight: number): string =>
  `@fontsource/source-sans-3/files/source-sans-3-latin-ext-${weight}-normal.woff2`;

async function load(): Promise<(svg: string) => Uint8Array> {
  const [{ initWasm, Resvg }, wasm, ...fontBuffers] = await Promise.all([
    import('@resvg/resvg-wasm'),
    fileOf('@resvg/resvg-wasm/index_bg.wasm'),
    ...[400, 600].flatMap((weight) => [fileOf(font(weight)), fileOf(fontExtra(weight))]),
  ]);
  await initWasm(wasm);
  return (svg) => {
    const drawing = new Resvg(svg, {
      fitTo: { mode: 'zoom', value: zoom },
      font: { fontBuffers, defaultFontFamily: 'Source Sans 3' },
    });
    try {
      const image = drawing.render();
      try {
        return image.asPng();
      } finally {
        image.free();
      }
    } finally {
      drawing.free();
    }
  };
}

const ready = load();

parentPort?.on('message', async ({ id, svg }: { readonly id: number; readonly svg: string }) => {
  let drawn: Drawn;
  try {
    drawn = { id, png: (await ready)(svg) };
  } catch (error) {
    drawn = { id, fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
  parentPort?.postMessage(drawn);
});
