import type { Operation, Scalar } from '../ir/scalar.ts';
import { say } from '../problems/say.ts';
import { commonTexts } from '../problems/texts.ts';
import { print } from '../syntax/ast.ts';
import { dimensionless } from '../syntax/unit.ts';
import { type Builder, builder, type Call } from './call.ts';
import { num, op } from './scalar.ts';
import { functionTexts } from './texts.ts';
import { allBare, likeFirst } from './units.ts';

/** Terms per expression; a longer sum continues from a helper element, so that expressions stay shallow. */
const maxTerms = 200;

/** Folds the terms from the first to the last, in order. */
function fold(call: Call, operation: Operation): Scalar {
  let total: Scalar | undefined;
  call.over(0).forEach(([term], i) => {
    if (term === undefined) return;
    if (total !== undefined && i % maxTerms === 0) total = call.lift(total, 'so far');
    total = total === undefined ? term : op(operation, total, term);
  });
  return total ?? num(0);
}

const folded = (name: string, operation: Operation, units: Builder['units']): Builder =>
  builder(`${name}(x[Dim!])`, units, (call) => fold(call, operation), { bindsMarked: true });

/** Functions over subscripts. */
export const arrays: Readonly<Record<string, Builder>> = {
  elmcount: builder(
    'ELMCOUNT(dimension)',
    () => dimensionless,
    (call) => {
      const [of] = call.args;
      const axis = of?.kind === 'name' ? call.axis(of.name) : undefined;
      if (axis !== undefined) return num(axis.elements.length);
      return call.fail(
        'MODEL_SUBSCRIPT',
        say(functionTexts.notAnIndex, { sub: of === undefined ? '' : print(of) }),
        say(commonTexts.noNearest),
      );
    },
  ),
  prod: folded('PROD', 'mul', allBare),
  sum: folded('SUM', 'add', likeFirst),
  vmax: folded('VMAX', 'max', likeFirst),
  vmin: folded('VMIN', 'min', likeFirst),
};
