import { at } from '@schaalsprong/words';
import { operate } from '../evaluate/interpret.ts';
import type { Scalar } from '../ir/scalar.ts';
import { say } from '../problems/say.ts';
import { type Expression, print } from '../syntax/ast.ts';
import { dimensionless, multiply } from '../syntax/unit.ts';
import { type Axis, type Builder, builder, type Call, type UnitCall } from './call.ts';
import { num, op } from './scalar.ts';
import { functionTexts } from './texts.ts';
import { likeFirst } from './units.ts';

const { NaN: nan } = Number;

/** The subscripts of the first name with subscripts in an expression. */
function subscriptsIn(e: Expression): readonly string[] | undefined {
  switch (e.kind) {
    case 'name':
      return e.subs.length > 0 ? e.subs : undefined;
    case 'parens':
    case 'negative':
    case 'not':
      return subscriptsIn(e.of);
    case 'binary':
      return subscriptsIn(e.left) ?? subscriptsIn(e.right);
    case 'call':
      return e.args.map(subscriptsIn).find((subs) => subs !== undefined);
    default:
      return undefined;
  }
}

const textOf = (call: Call, i: number): string => {
  const e = call.args[i];
  return e === undefined ? '' : print(e).slice(0, 40);
};

function misfit(call: Call, i: number): never {
  return call.fail(
    'MODEL_SUBSCRIPT',
    say(functionTexts.vectorLength, { fn: call.fn.toUpperCase(), text: textOf(call, i) }),
    say(functionTexts.vectorLengthHint),
  );
}

/** The range `fromEnd` places before the last subscript of argument `i`. */
export function axisOf(call: Call, i: number, fromEnd = 0): Axis {
  const e = call.args[i];
  const sub = e === undefined ? undefined : subscriptsIn(e)?.at(-1 - fromEnd);
  return (sub === undefined ? undefined : call.axis(sub)) ?? misfit(call, i);
}

/** The last range of the left side, over which the vector of argument `i` is spread out. */
export function spread(call: Call, i: number, axis: Axis): Axis {
  const left = call.left.at(-1);
  const elsewhere = left?.key !== axis.key && call.left.some(({ key }) => key === axis.key);
  const fits = left !== undefined && left.elements.length === axis.elements.length && !elsewhere;
  return fits ? left : misfit(call, i);
}

/** Argument `i` for each element of an axis. */
export const along = (call: Call, i: number, axis: Axis): Scalar[] =>
  axis.elements.map((element) => {
    const e = call.args[i];
    return e === undefined ? num(nan) : call.scalarOf(e, new Map([[axis.key, element]]));
  });

/** The last dimension of a variable whose first element argument `i` names. */
export function rowOf(call: Call, i: number, { all, at: first, sizes } = call.array(i)): readonly Scalar[] {
  const n = at(sizes, sizes.length - 1);
  if (first % n !== 0) {
    call.fail(
      'MODEL_SUBSCRIPT',
      say(functionTexts.firstElement, { fn: call.fn.toUpperCase(), text: textOf(call, i) }),
      say(functionTexts.firstElementHint),
    );
  }
  return all.slice(first, first + n);
}

/** One output of a group of which each element of the last range on the left has its own. */
export const oneOf = (outputs: readonly Scalar[], left: Axis): Scalar => outputs[left.at] ?? num(nan);

/** Every element of a matrix, row by row. */
function matrixOf(call: Call, row: Axis, column: Axis): Scalar[] {
  const [matrix] = call.args;
  return call
    .combinations([row, column])
    .map((bound) => (matrix === undefined ? num(nan) : call.scalarOf(matrix, bound)));
}

/** The same where both subscripts are one range, `m[D, D]`: then the variable itself says which is row and column. */
function wholeMatrix(call: Call, n: number): readonly Scalar[] {
  const { all, at, sizes } = call.array(0);
  if (sizes.at(-1) !== n || sizes.at(-2) !== n) misfit(call, 0);
  const from = Math.floor(at / (n * n)) * n * n;
  return all.slice(from, from + n * n);
}

/** VECTOR SORT ORDER and VECTOR RANK: the vector, and a direction. */
const ordered = (name: string, group: 'sortOrder' | 'rank'): Builder =>
  builder(
    `${name}(vector, direction)`,
    (u) => {
      u.of(0);
      u.bare(1);
      return dimensionless;
    },
    (call) => {
      const axis = axisOf(call, 0);
      const left = spread(call, 0, axis);
      const outputs = call.once([axis, left], () =>
        call.group(group, [call.scalar(1), ...along(call, 0, axis)], axis.elements.length),
      );
      return oneOf(outputs, left);
    },
  );

/** The value of an expression of numbers alone. Constants of the model are not such: they may be given another value. */
function literalOf(s: Scalar): number | undefined {
  if (s.k === 'n') return s.v;
  if (s.k !== 'f') return undefined;
  const values = s.a.map(literalOf);
  const [a = 0, b = 0, c = 0] = values;
  return values.includes(undefined) ? undefined : operate(s.f, a, b, c);
}

const selectUnits = (u: UnitCall) => {
  u.bare(0);
  u.bare(3);
  u.bare(4);
  return u.alike(u.of(1, u.wanted), u.of(2, u.wanted));
};

/** Functions of vectors and matrices. Source: Vensim documentation, 'Arrays, Vectors, and Subscripts'. */
export const vectors: Readonly<Record<string, Builder>> = {
  'invert matrix': builder(
    'INVERT MATRIX(matrix, size)',
    (u) => {
      u.bare(1);
      return multiply(dimensionless, u.of(0), -1);
    },
    (call) => {
      const [row, column] = [axisOf(call, 0, 1), axisOf(call, 0)];
      const [down, across] = call.left.slice(-2);
      const n = column.elements.length;
      if (down === undefined || across === undefined) return misfit(call, 0);
      const square = [row, down, across].every(({ elements }) => elements.length === n);
      const turned = row.key !== column.key && (across.key === row.key || down.key === column.key);
      if (!square || turned) misfit(call, 0);
      sized(call, 1, n);
      const outputs = call.once([row, column, down, across], () =>
        call.group(
          'invertMatrix',
          row.key === column.key ? wholeMatrix(call, n) : matrixOf(call, row, column),
          n * n,
        ),
      );
      return outputs[down.at * n + across.at] ?? num(nan);
    },
  ),
  'vector elm map': builder(
    'VECTOR ELM MAP(variable[element], offset)',
    (u) => {
      u.bare(1);
      return likeFirst(u);
    },
    (call) => {
      // Counted from the element named.
      const array = call.array(0);
      const place = op('add', num(array.at), call.scalar(1));
      const literal = literalOf(place);
      // A place that is written out is the element itself: nothing to look up in the run.
      if (literal !== undefined) return array.all[Math.floor(literal + 1e-6)] ?? num(nan);
      const [value] = call.group('pick', [place, ...array.all], 1);
      return value ?? num(nan);
    },
  ),
  'vector lookup': builder(
    'VECTOR LOOKUP(vector[first], x, xmin, xmax, mode)',
    (u) => {
      u.bare(4);
      u.alike(u.alike(u.of(1), u.of(2)), u.of(3));
      u.of(0);
      return u.wanted;
    },
    (call) => {
      const mode = call.constant(4);
      if (mode !== undefined && ![0, 1, 2, 3, 4, 5, 6, 7, 9].includes(mode)) {
        call.fail(
          'MODEL_UNSUPPORTED',
          say(functionTexts.vectorLookupMode, { mode }),
          say(functionTexts.vectorLookupModeHint),
          say(functionTexts.vectorLookupModeExpected),
        );
      }
      const values = rowOf(call, 0);
      if (values.length < 2) misfit(call, 0);
      const [value] = call.group('vectorLookup', [...[1, 2, 3, 4].map((i) => call.scalar(i)), ...values], 1);
      return value ?? num(nan);
    },
  ),
  'vector rank': ordered('VECTOR RANK', 'rank'),
  'vector reorder': builder(
    'VECTOR REORDER(vector, order)',
    (u) => {
      u.bare(1);
      return likeFirst(u);
    },
    (call) => {
      const [values, order] = [axisOf(call, 0), axisOf(call, 1)];
      const left = spread(call, 0, values);
      if (order.elements.length !== values.elements.length) misfit(call, 1);
      const outputs = call.once([values, order, left], () =>
        call.group('reorder', [...along(call, 0, values), ...along(call, 1, order)], values.elements.length),
      );
      return oneOf(outputs, left);
    },
  ),
  'vector select': builder(
    'VECTOR SELECT(selection[Dim!], expression[Dim!], missing, numerical action, error action)',
    selectUnits,
    (call) => {
      const action = call.constant(3);
      if (action !== undefined && !(Number.isInteger(action) && action >= 0 && action <= 10)) {
        call.fail(
          'MODEL_UNSUPPORTED',
          say(functionTexts.selectAction, { action }),
          say(functionTexts.selectActionHint),
          say(functionTexts.selectActionExpected),
        );
      }
      const rows = call.over(0, 1);
      const column = (i: 0 | 1): Scalar[] => rows.map((row) => row[i] ?? num(nan));
      const [value] = call.group(
        'select',
        [...[2, 3, 4].map((i) => call.scalar(i)), ...column(0), ...column(1)],
        1,
      );
      return value ?? num(nan);
    },
    { bindsMarked: true },
  ),
  'vector sort order': ordered('VECTOR SORT ORDER', 'sortOrder'),
};

/** Demands that argument `i`, a number of elements, is that of the vector. */
export function sized(call: Call, i: number, wanted: number): void {
  const got = call.constant(i);
  if (got === wanted) return;
  call.fail(
    'MODEL_SUBSCRIPT',
    say(functionTexts.vectorSize, { fn: call.fn.toUpperCase(), got: got ?? textOf(call, i), wanted }),
    say(functionTexts.vectorSizeHint),
  );
}
