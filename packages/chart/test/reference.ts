import { pictureOf, sceneWidth, svgText } from '../src/index.ts';
import { meaning, scenes } from './series.ts';

/** Scenes that are also drawn where there is little room. */
const alsoNarrow = new Set(['line-six-areas', 'line-target-and-estimate', 'fan', 'map-tiles', 'intervals']);

/** Reference pictures as they are drawn now, by the name of their file. */
export const pictures: ReadonlyMap<string, string> = new Map(
  Object.entries(scenes).flatMap(([name, scene]) =>
    [760, ...(alsoNarrow.has(name) ? [340] : [])].map((width) => [
      `${name}-${width}.svg`,
      svgText(pictureOf(scene(sceneWidth(width)), meaning, width)),
    ]),
  ),
);
