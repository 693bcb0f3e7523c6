/** The month in which a decimal year lies, as content writes it: `2027.2` gives `2027-03`. */
export function dayOf(time: number): string {
  // A time at the end of a month is still that month.
  const months = Math.ceil(time * 12 - 1e-6) - 1;
  const year = Math.floor(months / 12);
  return `${year}-${String(months - year * 12 + 1).padStart(2, '0')}`;
}
