export {
  type IndicatorChart,
  type IndicatorChartInput,
  indicatorChart,
  indicatorPicture,
} from './indicator-chart.ts';
export { type LineOfArea, measuredLine } from './measured-line.ts';
