import type { ClaimKind, Proposal } from '@schaalsprong/agenda';
import { type Edit, isName, isPeriod } from './work.ts';

/** What the fields of the form hold, as they were typed. */
export interface EditFields {
  readonly value: string;
  readonly unit: string;
  readonly qualifier: Proposal['qualifier'];
  readonly horizon: string;
  readonly period: string;
  readonly quantity: string;
  readonly kind: ClaimKind;
  readonly dutch: string;
  readonly english: string;
}

/** Fields that can be wrong; `text` is wrong where only one of both languages is filled in. */
export type CheckedField = 'value' | 'unit' | 'horizon' | 'period' | 'quantity' | 'text';

/**
 * The fields before anybody typed: what a person put otherwise before, else what the document says.
 *
 * @param units by id; a unit that the region does not have leaves the field empty, to be chosen
 */
export function fieldsOf(
  proposal: Proposal,
  edit: Edit | undefined,
  units: Readonly<Record<string, unknown>>,
): EditFields {
  const known = Object.hasOwn(units, proposal.unit) ? proposal.unit : '';
  return {
    value: String(edit?.value ?? proposal.value),
    unit: edit?.unit ?? known,
    qualifier: edit?.qualifier ?? proposal.qualifier,
    horizon: (edit?.horizon === undefined ? proposal.horizon : edit.horizon) ?? '',
    period: (edit?.period === undefined ? proposal.period : edit.period) ?? '',
    quantity: edit?.quantity ?? proposal.quantity,
    kind: edit?.kind ?? proposal.kind,
    dutch: edit?.text?.nl ?? '',
    english: edit?.text?.en ?? '',
  };
}

/** Which fields cannot be kept as they are, in the order of the form. */
export function wrongFields(fields: EditFields): readonly CheckedField[] {
  const { value, unit, horizon, period, quantity, dutch, english } = fields;
  const checks: readonly (readonly [CheckedField, boolean])[] = [
    ['value', !isEmpty(value) && Number.isFinite(Number(value))],
    ['unit', unit !== ''],
    ['horizon', isEmpty(horizon) || isPeriod(horizon.trim())],
    ['period', isEmpty(period) || isPeriod(period.trim())],
    ['quantity', isName(quantity.trim())],
    ['text', isEmpty(dutch) === isEmpty(english)],
  ];
  return checks.filter(([, right]) => !right).map(([field]) => field);
}

/** What the fields put otherwise than the document says; none of them may be wrong. */
export function editFrom(fields: EditFields, proposal: Proposal): Edit {
  const { unit, qualifier, kind, dutch, english } = fields;
  const value = Number(fields.value);
  const [horizon, period] = [timeIn(fields.horizon), timeIn(fields.period)];
  const quantity = fields.quantity.trim();
  return {
    // Of a negation a person has to say the number, even where it is the same.
    ...(value !== proposal.value || proposal.negated ? { value } : {}),
    ...(unit === proposal.unit ? {} : { unit }),
    ...(qualifier === proposal.qualifier ? {} : { qualifier }),
    ...(horizon === proposal.horizon ? {} : { horizon }),
    ...(period === proposal.period ? {} : { period }),
    ...(quantity === proposal.quantity ? {} : { quantity }),
    ...(kind === proposal.kind ? {} : { kind }),
    ...(isEmpty(dutch) ? {} : { text: { nl: dutch.trim(), en: english.trim() } }),
  };
}

const isEmpty = (text: string): boolean => text.trim() === '';
const timeIn = (text: string): string | null => (isEmpty(text) ? null : text.trim());
