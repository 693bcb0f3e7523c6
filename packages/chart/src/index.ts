// Series: the data and what they mean.
export { valueDomain } from './layout/domain.ts';
export { type Classes, classesOf } from './map/classes.ts';
export { flat, type Located, type Place, type Point, placesOf } from './map/places.ts';
// Placed: pure layout, from numbers to a scene.
export { type Bar, type BarSeries, placeBars } from './place/bars.ts';
export { type Contribution, type ContributionSeries, placeContributions } from './place/contributions.ts';
export { type DotStatus, dotAt } from './place/dot.ts';
export {
  type Fan,
  type FanDot,
  type FanSeries,
  placeFan,
  type TargetLine,
  valuesOfFan,
} from './place/fan.ts';
export { type Forecast, type ForecastSeries, placeForecasts } from './place/forecast.ts';
export { type FuturesSeries, placeFutures } from './place/futures.ts';
export { type IntervalRow, type IntervalSeries, placeIntervals } from './place/intervals.ts';
export { type Limit, type LimitSeries, placeLimits } from './place/limits.ts';
export {
  type FormerLine,
  type LineDot,
  type LineSeries,
  type MeasuredLine,
  placeLine,
  type TimedValue,
} from './place/line.ts';
export { type MappedArea, type MapSeries, type Outline, placeMap } from './place/map.ts';
export { type OutcomeBand, type OutcomeSeries, placeOutcome } from './place/outcome.ts';
export { type PeelingSeries, type PeelingStep, placePeeling } from './place/peeling.ts';
export {
  type BlockBox,
  type PictureArrow,
  type PictureBlock,
  type PictureSeries,
  pictureBoxes,
  placePicture,
} from './place/picture.ts';
export { placeScatter, type ScatterAxis, type ScatterSeries } from './place/scatter.ts';
export {
  placeFanMark,
  placeLineMark,
  placeRangeMark,
  placeSmallFan,
  placeStandingMark,
} from './place/small.ts';
// Render: a scene as SVG text, and as elements for any other renderer.
export { type ElementOf, elementOf, type Palette } from './render/element.ts';
export { type Meaning, type Picture, pictureOf, sceneWidth } from './render/picture.ts';
export { escapeXml, onPaper, sceneText, svgText } from './render/svg.ts';
export { type Look, looks, type Role, type Tone } from './scene/looks.ts';
export { type Group, type Kind, type Mark, marksOf, type Scene } from './scene/scene.ts';
