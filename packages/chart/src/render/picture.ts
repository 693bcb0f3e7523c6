import { textWidth, wrapText } from '../layout/labels.ts';
import { type Mark, type Scene, textAt } from '../scene/scene.ts';

/** What a picture is about: all that must go with it once it leaves its page. Texts are in the language of the picture already. */
export interface Meaning {
  /** unique in the page that the picture is in: its title and description are found by it */
  readonly id: string;
  readonly lang: string;
  readonly title: string;
  /** below the title: the area, and the unit of the values */
  readonly unit: string;
  /** what there is to know to read it: breaks, open circles, dashes */
  readonly notes: readonly string[];
  /** who published the figures, or what computed them */
  readonly source: string;
  /** of which day the figures are */
  readonly date: string;
  /** full address of the page that the picture comes from */
  readonly address: string;
}

/** A scene with its title above and its sources below. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly meaning: Meaning;
  readonly scene: Scene;
  /** where the scene is in the picture */
  readonly at: { readonly x: number; readonly y: number };
  /** title and foot */
  readonly marks: readonly Mark[];
}

const pad = 16;
const sizes = { title: 18, subtitle: 13, foot: 11 };
const rows = { title: 23, subtitle: 18, foot: 15 };

/** Width that scenes are placed at for a picture of a width: the rest is its margin. */
export const sceneWidth = (width: number): number => width - 2 * pad;

/** Puts a scene, which was placed at `sceneWidth(width)`, between its title and its foot. */
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
