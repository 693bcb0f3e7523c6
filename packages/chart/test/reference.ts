import { pictureOf, sceneWidth, svgText } from '../src/index.ts';
import { meaning, scenes } from './series.ts';

/** Scenes that are also drawn in a narrow layout. */
const alsoNarrow = new Set([
  'line-six-areas',
  'line-target-and-estimate',
  'fan',
  'map-tiles',
  'intervals',
  'peeling',
  'scatter',
  'picture',
]);

/** Reference pictures as currently drawn, by file name. */
export const pictures: ReadonlyMap<string, string> = new Map(
  Object.entries(scenes).flatMap(([name, scene]) =>
    [760, ...(alsoNarrow.has(name) ? [340] : [])].map((width) => [
      `${name}-${width}.svg`,
      svgText(pictureOf(scene(sceneWidth(width)), meaning, width)),
    ]),
  ),
);
