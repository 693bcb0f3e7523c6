/** One cell of the table behind a chart. */
export type Cell = string | number | null;

/** What a drawing takes from the style sheet, and must carry in itself once it leaves the page. */
const carried = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'paint-order',
  'opacity',
] as const;

const svgNamespace = 'http://www.w3.org/2000/svg';
const footHeight = 22;

/**
 * A drawing that stands on its own: styles as attributes, a background, and a foot that says where it comes from.
 * @returns SVG text with width and height in pixels.
 */
export function standaloneSvg(
  svg: SVGSVGElement,
  foot: string,
): { text: string; width: number; height: number } {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const originals = [svg, ...svg.querySelectorAll('*')];
  const copies = [copy, ...copy.querySelectorAll('*')];
  for (const [i, original] of originals.entries()) {
    const style = globalThis.getComputedStyle(original);
    const target = copies[i];
    for (const name of carried) target?.setAttribute(name, style.getPropertyValue(name));
    target?.removeAttribute('class');
  }
  const width = svg.width.baseVal.value;
  const height = svg.height.baseVal.value + footHeight;
  const page = globalThis.getComputedStyle(globalThis.document.documentElement);
  const ground = globalThis.document.createElementNS(svgNamespace, 'rect');
  ground.setAttribute('width', '100%');
  ground.setAttribute('height', '100%');
  ground.setAttribute('fill', page.backgroundColor);
  copy.prepend(ground);
  const line = globalThis.document.createElementNS(svgNamespace, 'text');
  line.setAttribute('x', '4');
  line.setAttribute('y', String(height - 7));
  line.setAttribute('font-family', 'sans-serif');
  line.setAttribute('font-size', '10');
  line.setAttribute('fill', page.color);
  line.textContent = foot;
  copy.append(line);
  copy.setAttribute('xmlns', svgNamespace);
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  copy.setAttribute('viewBox', `0 0 ${width} ${height}`);
  return { text: new XMLSerializer().serializeToString(copy), width, height };
}

/** Draws SVG text on a canvas at twice its size. Rejects where the browser cannot. */
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

/** Hands a file to the reader. */
export function save(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = globalThis.document.createElement('a');
  link.href = address;
  link.download = name;
  globalThis.document.body.append(link);
  link.click();
  link.remove();
  // The browser reads the address after the click returns.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
