/** Whether every dimension has a group and the groups are numbered from 0 without gaps. */
export function isGrouping(groups: readonly number[], dimensions: number): boolean {
  const distinct = new Set(groups).size;
  return (
    groups.length === dimensions &&
    groups.every((group) => Number.isSafeInteger(group) && group >= 0 && group < distinct)
  );
}
