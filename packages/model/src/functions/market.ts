import { at } from '@schaalsprong/words';
import { CURVE } from '../groups/allocate.ts';
import type { Scalar } from '../ir/scalar.ts';
import { say } from '../problems/say.ts';
import { print } from '../syntax/ast.ts';
import { type Builder, builder, type Call, type UnitCall, type WholeArray } from './call.ts';
import { num } from './scalar.ts';
import { functionTexts } from './texts.ts';
import { along, axisOf, oneOf, rowOf, sized, spread } from './vector.ts';

/** Type, middle, width and extra of a priority profile: what CURVE holds besides the quantity. */
const PROFILE = CURVE - 1;

/** The four numbers of a profile from the place of the type on, which argument `i` names. */
function profileAt(call: Call, i: number, { all, sizes }: WholeArray, place: number): readonly Scalar[] {
  const room = at(sizes, sizes.length - 1);
  const profile = all.slice(place, place + PROFILE);
  if (profile.length < PROFILE || (place % room) + PROFILE > room) {
    const e = call.args[i];
    call.fail(
      'MODEL_SUBSCRIPT',
      say(functionTexts.profile, {
        fn: call.fn.toUpperCase(),
        text: e === undefined ? '' : print(e).slice(0, 40),
      }),
      say(functionTexts.profileHint),
    );
  }
  const type = call.known(at(profile, 0));
  if (type !== undefined && ![0, 1, 2, 3, 4].includes(type)) {
    call.fail(
      'MODEL_UNSUPPORTED',
      say(functionTexts.profileType, { fn: call.fn.toUpperCase(), type }),
      say(functionTexts.profileTypeHint),
      say(functionTexts.profileTypeExpected),
    );
  }
  return profile;
}

/** The curves of a whole row: argument `quantity` names its first element, the next one its first profile. */
function curvesOf(call: Call, quantity: number): { count: number; inputs: Scalar[] } {
  const quantities = rowOf(call, quantity);
  const profiles = call.array(quantity + 1);
  const width = at(profiles.sizes, profiles.sizes.length - 1);
  // An array of one dimension has no rows.
  const rows = profiles.sizes.at(-2) ?? 0;
  if (rows !== quantities.length) sizeFault(call, rows, quantities.length);
  const inputs = quantities.flatMap((q, i) => [
    q,
    ...profileAt(call, quantity + 1, profiles, profiles.at + i * width),
  ]);
  return { count: quantities.length, inputs };
}

const sizeFault = (call: Call, got: number, wanted: number): never =>
  call.fail(
    'MODEL_SUBSCRIPT',
    say(functionTexts.vectorSize, { fn: call.fn.toUpperCase(), got, wanted }),
    say(functionTexts.vectorSizeHint),
  );

/** DEMAND AT PRICE and SUPPLY AT PRICE: every agent for itself. */
const atPrice = (name: string, group: 'demandAtPrice' | 'supplyAtPrice'): Builder =>
  builder(
    `${name}(quantity, priority profile, price)`,
    (u) => {
      u.of(1);
      u.of(2);
      return u.of(0, u.wanted);
    },
    (call) => {
      const profiles = call.array(1);
      const profile = profileAt(call, 1, profiles, profiles.at);
      const [value] = call.group(group, [call.scalar(2), call.scalar(0), ...profile], 1);
      return value ?? num(Number.NaN);
    },
  );

/** The result is an amount like the request and the supply. */
const amounts = (supply: number) => (u: UnitCall) => {
  for (let i = 1; i < u.count; i++) if (i !== supply) u.of(i);
  return u.alike(u.of(0, u.wanted), u.of(supply, u.wanted));
};

/** Who gets what. Source: Vensim documentation, 'Allocation Functions'; see `groups/allocate.ts`. */
export const markets: Readonly<Record<string, Builder>> = {
  'allocate available': builder(
    'ALLOCATE AVAILABLE(request, priority profile, available)',
    amounts(2),
    (call) => {
      const axis = axisOf(call, 0);
      const left = spread(call, 0, axis);
      const profileAxis = axisOf(call, 1, 1);
      if (profileAxis.elements.length !== axis.elements.length) {
        sizeFault(call, profileAxis.elements.length, axis.elements.length);
      }
      const outputs = call.once([axis, left, profileAxis], () => {
        const requests = along(call, 0, axis);
        const inputs = profileAxis.elements.flatMap((element, i) => {
          const profiles = call.array(1, new Map([[profileAxis.key, element]]));
          return [requests[i] ?? num(Number.NaN), ...profileAt(call, 1, profiles, profiles.at)];
        });
        return call.group('allocateAvailable', [call.scalar(2), ...inputs], axis.elements.length);
      });
      return oneOf(outputs, left);
    },
  ),
  'allocate by priority': builder(
    'ALLOCATE BY PRIORITY(request, priority, size, width, supply)',
    amounts(4),
    (call) => {
      const [axis, priorityAxis] = [axisOf(call, 0), axisOf(call, 1)];
      const left = spread(call, 0, axis);
      const n = axis.elements.length;
      if (priorityAxis.elements.length !== n) sizeFault(call, priorityAxis.elements.length, n);
      sized(call, 2, n);
      const outputs = call.once([axis, priorityAxis, left], () => {
        const priorities = along(call, 1, priorityAxis);
        const asks = along(call, 0, axis).flatMap((request, i) => [
          request,
          priorities[i] ?? num(Number.NaN),
        ]);
        return call.group('allocateByPriority', [call.scalar(4), call.scalar(3), ...asks], n);
      });
      return oneOf(outputs, left);
    },
  ),
  'demand at price': atPrice('DEMAND AT PRICE', 'demandAtPrice'),
  'find market price': builder(
    'FIND MARKET PRICE(demand[first], demand profile[first,type], supply[first], supply profile[first,type])',
    (u) => {
      u.alike(u.of(0), u.of(2));
      u.of(1);
      u.of(3);
      return u.wanted;
    },
    (call) => {
      const [demand, supply] = [curvesOf(call, 0), curvesOf(call, 2)];
      const [price] = call.group('marketPrice', [...demand.inputs, ...supply.inputs], 1, [demand.count]);
      return price ?? num(Number.NaN);
    },
    { minArguments: 4, maxArguments: 4 },
  ),
  'supply at price': atPrice('SUPPLY AT PRICE', 'supplyAtPrice'),
};
