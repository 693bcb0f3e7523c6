export {
  type ChartLine,
  type ChartPoint,
  type ChartSize,
  drawChart,
  escapeXml,
  type LineChart,
} from './draw.ts';
export { type IndicatorChartInput, indicatorChart } from './indicator-chart.ts';
