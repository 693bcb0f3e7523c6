const days = 180;

/**
 * The text of `/.well-known/security.txt` (RFC 9116).
 *
 * @param contact where a weakness is reported; without one there is no such file, since it would lead nowhere
 * @param now the date from which it holds, half a year
 */
export function securityTxt(contact: string | null, now: Date): string | null {
  if (contact === null) return null;
  // Whole days, so that the text and its tag change once a day.
  const day = 24 * 60 * 60 * 1000;
  const expires = new Date((Math.floor(now.getTime() / day) + days) * day);
  return [`Contact: ${contact}`, `Expires: ${expires.toISOString()}`, 'Preferred-Languages: nl, en', ''].join(
    '\n',
  );
}

/** Whether an address may stand as contact: a mailto:, https: or tel: address on one line. */
export function isContact(text: string): boolean {
  return /^(mailto:|https:\/\/|tel:)[^\s]+$/.test(text);
}
