import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** How many pixels of the picture a pixel of the drawing takes: sharp on paper and on fine screens. */
const zoom = 2;

const fileOf = (name: string): Promise<Buffer> => readFile(fileURLToPath(import.meta.resolve(name)));
const font = (weight: number): string =>
  `@fontsource/source-sans-3/files/source-sans-3-latin-${weight}-normal.woff2`;
const fontExtra = (weight: number): string =>
  `@fontsource/source-sans-3/files/source-sans-3-latin-ext-${weight}-normal.woff2`;

let ready: Promise<(svg: string) => Uint8Array> | undefined;

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

/**
 * SVG text as a PNG of twice its size, with letters of our own, so that it is the same on every machine. The program and the letters
 * are read with the first picture.
 */
export async function toPng(svg: string): Promise<Uint8Array> {
  ready ??= load();
  return (await ready)(svg);
}
