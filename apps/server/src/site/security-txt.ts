const days = 180;

/**
 * The text of `/.well-known/security.txt` (RFC 9116).
 *
 * @param contact required by the RFC; without one there is no file
 * @param now it expires half a year later
 */
export function securityTxt(contact: string | null, now: Date): string | null {
  if (contact === null) return null;
  // Rounded to days, so that the ETag changes once a day.
  const day = 24 * 60 * 60 * 1000;
  const expires = new Date((Math.floor(now.getTime() / day) + days) * day);
  return [`Contact: ${contact}`, `Expires: ${expires.toISOString()}`, 'Preferred-Languages: nl, en', ''].join(
    '\n',
  );
}

/** Whether a text is a valid contact: a mailto:, https: or tel: URI. */
export function isContact(text: string): boolean {
  return /^(mailto:|https:\/\/|tel:)[^\s]+$/.test(text);
}
