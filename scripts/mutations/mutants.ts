/** One change that a test must notice. */
export interface Mutant {
  readonly file: string;
  /** stands in the file exactly once */
  readonly from: string;
  readonly to: string;
}

const of =
  (file: string) =>
  (from: string, to: string): Mutant => ({ file, from, to });
const figure = of('packages/monitor/src/figure.ts');
const status = of('packages/monitor/src/status.ts');

/** Rules that decide what a reader is told of a target: `meets`, the degree of change and the status. */
export const mutants: readonly Mutant[] = [
  figure("fact.state === 'value' && fact.value !== null", 'fact.value !== null'),
  figure("&& fact.standing !== 'expected'", ''),
  figure('const slack = 1e-9;', 'const slack = 0;'),
  figure('const slack = 1e-9;', 'const slack = 1e-6;'),
  figure('slack * Math.abs(goal)', 'slack * goal'),
  figure('value >= goal - off', 'value > goal + off'),
  figure('value >= goal - off', 'value >= goal + off'),
  figure('value <= goal + off', 'value < goal - off'),
  figure('value <= goal + off', 'value <= goal - off'),
  figure("direction === 'at-least' ? value", "direction !== 'at-least' ? value"),
  status('onCourse: 0.95', 'onCourse: 0.96'),
  status('onCourse: 0.95', 'onCourse: 0.94'),
  status('lagging: 0.6,', 'lagging: 0.61,'),
  status('lagging: 0.6,', 'lagging: 0.59,'),
  status('offCourse: 0 }', 'offCourse: 0.01 }'),
  status('offCourse: 0 }', 'offCourse: -0.01 }'),
  status('if (meets(base.value, goal.value, direction)) return null;', ''),
  status('Math.min(1, (latest.time - base.time)', 'Math.max(0, (latest.time - base.time)'),
  status('if (!(goal.time > base.time) || !(passed > 0)) return null;', ''),
  status('(goal.value - base.value) / passed', '(goal.value - base.value) * passed'),
  status('(latest.value - base.value) / (goal.value', '(latest.value + base.value) / (goal.value'),
  status("if (meets(latest.value, goal.value, direction)) return 'reached';", ''),
  status("if (meets(base.value, goal.value, direction)) return 'away';", ''),
  status("if (degree === null) return 'unknown';", "if (degree === null) return 'away';"),
  status('degree >= thresholds.onCourse)', 'degree > thresholds.onCourse)'),
  status('latest.time >= goal.time ?', 'latest.time > goal.time ?'),
  status('degree >= thresholds.lagging)', 'degree > thresholds.lagging)'),
  status('degree >= thresholds.offCourse ?', 'degree > thresholds.offCourse ?'),
];
