const nn = '<non_negative/>';
/** For tests: a `<flow>`. */
export const flow = (name: string, equation: string, inside = nn, attributes = ''): string =>
  `<flow name="${name}"${attributes}><eqn>${equation.replace(/</g, '&lt;')}</eqn>${inside}</flow>`;
/** A `<stock>`. */
export const stock = (name: string, initial: string, inside: string): string =>
  `<stock name="${name}"><eqn>${initial}</eqn>${inside}</stock>`;

export interface Parts {
  readonly initial?: string;
  /** Inside `<conveyor>`, escaped. */
  readonly inside?: string;
  readonly attributes?: string;
  readonly inflow?: string;
  /** Fraction, and attributes of its zone. */
  readonly leak?: string;
  readonly zone?: string;
}

/** For tests, synthetic: `source` -> on -> `belt` -> off -> `done`, with `lost` leaking into `gone`. */
export function conveyor({
  initial = '0',
  inside = '<len>2</len>',
  attributes = '',
  inflow = '8',
  ...leaks
}: Parts): string {
  const { leak, zone = '' } = leaks;
  const lost = leak === undefined ? '' : '<outflow>lost</outflow>';
  return [
    stock('source', '1000', '<outflow>on</outflow>'),
    stock(
      'belt',
      initial,
      `<inflow>on</inflow><outflow>off</outflow>${lost}<conveyor${attributes}>${inside}</conveyor>`,
    ),
    stock('done', '0', '<inflow>off</inflow>'),
    flow('on', inflow),
    '<flow name="off"/>',
    ...(leak === undefined
      ? []
      : [
          stock('gone', '0', '<inflow>lost</inflow>'),
          `<flow name="lost"${zone}><leak>${leak.replace(/</g, '&lt;')}</leak></flow>`,
        ]),
  ].join('\n');
}
