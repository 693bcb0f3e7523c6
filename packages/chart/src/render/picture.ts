import { textWidth, wrapText } from '../layout/labels.ts';
import { type Mark, type Scene, textAt } from '../scene/scene.ts';

/** Metadata of a picture: everything that must accompany it outside its page. Texts are already in the language of the picture. */
export interface Meaning {
  /** unique within the page: prefix of the element ids of title and description */
  readonly id: string;
  readonly lang: string;
  readonly title: string;
  /** below the title: the area, and the unit of the values */
  readonly unit: string;
  /** notes on the encoding: breaks, open circles, dashes */
  readonly notes: readonly string[];
  /** publisher of the figures, or the model that computed them */
  readonly source: string;
  /** reference date of the figures */
  readonly date: string;
  /** absolute URL of the page of the picture */
  readonly address: string;
}

/** A scene with a header (title) and a footer (sources). */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly meaning: Meaning;
  readonly scene: Scene;
  /** offset of the scene within the picture */
  readonly at: { readonly x: number; readonly y: number };
  /** marks of header and footer */
  readonly marks: readonly Mark[];
}

const pad = 16;
const sizes = { title: 18, subtitle: 13, foot: 11 };
const rows = { title: 23, subtitle: 18, foot: 15 };

/** Width of a scene within a picture of this width: the rest is margin. */
export const sceneWidth = (width: number): number => width - 2 * pad;

/** Adds header and footer to a scene that was placed at `sceneWidth(width)`. */
export function pictureOf(scene: Scene, meaning: Meaning, width: number): Picture {
  const room = sceneWidth(width);
  const letters = (size: number): number => Math.max(8, room / textWidth('x', size));
  const title = wrapText(meaning.title, letters(sizes.title));
  const unit = wrapText(meaning.unit, letters(sizes.subtitle));
  const foot = [...meaning.notes, meaning.source, meaning.date, meaning.address]
    .filter((text) => text !== '')
    .flatMap((text) => wrapText(text, letters(sizes.foot), true));
  const underTitle = pad + title.length * rows.title;
  const top = underTitle + unit.length * rows.subtitle + 8;
  const floor = top + scene.height + 8;
  return {
    width,
    height: floor + foot.length * rows.foot + pad - 4,
    meaning,
    scene,
    at: { x: pad, y: top },
    marks: [
      ...title.map((text, i) => textAt(`title ${i}`, 'title', pad, pad + 17 + i * rows.title, text)),
      ...unit.map((text, i) =>
        textAt(`unit ${i}`, 'subtitle', pad, underTitle + 14 + i * rows.subtitle, text),
      ),
      ...foot.map((text, i) => textAt(`foot ${i}`, 'foot', pad, floor + 10 + i * rows.foot, text)),
    ],
  };
}
