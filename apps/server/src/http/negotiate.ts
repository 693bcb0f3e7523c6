interface Preference {
  readonly name: string;
  readonly weight: number;
}

function preferences(header: string): readonly Preference[] {
  return header
    .split(',')
    .map((part) => {
      const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase());
      const q = parameters.find((parameter) => parameter.startsWith('q='));
      const weight = q === undefined ? 1 : Number(q.slice(2));
      return { name, weight: Number.isFinite(weight) ? weight : 0 };
    })
    .filter((preference) => preference.name !== '');
}

/**
 * Whether a media type may be sent to somebody with this Accept header (RFC 9110 section 12.5.1).
 *
 * @param header the Accept header; absent or empty accepts everything
 * @param mediaType for instance `application/json`, without parameters
 */
export function accepts(header: string | undefined, mediaType: string): boolean {
  if (header === undefined || header.trim() === '') return true;
  const [type = ''] = mediaType.split('/');
  const all = preferences(header);
  // The most specific range decides, so `application/json;q=0, */*` is a refusal.
  for (const range of [mediaType, `${type}/*`, '*/*']) {
    const found = all.find((preference) => preference.name === range);
    if (found) return found.weight > 0;
  }
  return false;
}

export type Encoding = 'br' | 'gzip' | 'identity';

/**
 * The best encoding of ours that this Accept-Encoding header allows; brotli before gzip at equal weight.
 *
 * @param header the Accept-Encoding header; absent means no encoding
 */
export function chooseEncoding(header: string | undefined): Encoding {
  if (header === undefined) return 'identity';
  const all = preferences(header);
  const weight = (name: string): number =>
    (all.find((preference) => preference.name === name) ?? all.find((preference) => preference.name === '*'))
      ?.weight ?? 0;
  const br = weight('br');
  const gzip = weight('gzip');
  if (br <= 0 && gzip <= 0) return 'identity';
  return br >= gzip ? 'br' : 'gzip';
}

/** Whether an If-None-Match header names this entity tag (weak comparison, RFC 9110 section 13.1.2). */
export function matchesTag(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false;
  if (header.trim() === '*') return true;
  const bare = (text: string): string => text.trim().replace(/^W\//, '');
  return header.split(',').some((candidate) => bare(candidate) === bare(tag));
}
