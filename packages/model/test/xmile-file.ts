import { compile, type Model } from '../src/index.ts';
import { course } from './small-model.ts';

interface Around {
  /** Inside `<sim_specs>`; by default from 0 to 4 in steps of 1. */
  readonly specs?: string;
  readonly method?: string;
  /** Inside `<dimensions>`. */
  readonly dimensions?: string;
  /** Behind the root model: other models, macros. */
  readonly after?: string;
  /** Before the root model: behavior, units. */
  readonly before?: string;
  readonly vendor?: string;
}

/** For tests: an XMILE file with these variables in its root model. The first of them is on line 2. */
export function file(variables: string, around: Around = {}): string {
  const specs = around.specs ?? '<start>0</start><stop>4</stop><dt>1</dt>';
  const method = around.method === undefined ? '' : ` method="${around.method}"`;
  const head = `<xmile version="1.0"><header><vendor>${around.vendor ?? 'synthetic'}</vendor></header>`;
  const dimensions = around.dimensions === undefined ? '' : `<dimensions>${around.dimensions}</dimensions>`;
  return `${head}<sim_specs${method}>${specs}</sim_specs>${dimensions}${around.before ?? ''}<model><variables>
${variables}
</variables></model>${around.after ?? ''}</xmile>`;
}

export const model = (variables: string, around: Around = {}): Model =>
  compile(file(variables, around), { file: 'small.xmile', units: 'off' });

/** An `<aux>`. */
export const aux = (name: string, equation: string, more = ''): string =>
  `<aux name="${name}"><eqn>${equation.replace(/</g, '&lt;')}</eqn>${more}</aux>`;

/** The values over time of `y`, given its equation and what stands around it. */
export const valuesOf = (equation: string, variables = '', around: Around = {}): number[] =>
  course(model(`${aux('y', equation)}\n${variables}`, around), 'y');
