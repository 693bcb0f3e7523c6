/**
 * The element at an index that must be there: a row of numbers that is shorter than its axis is an error, and not a point at zero.
 * @throws RangeError where the index lies outside or is no whole number
 */
export function at<T>(values: ArrayLike<T>, index: number): T {
  const value = values[index];
  if (value === undefined) throw new RangeError(`no element ${index} of ${values.length}`);
  return value;
}
