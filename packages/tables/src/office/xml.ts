import { OfficeFault } from './fault.ts';

/** What an XML reader meets, in the order of the text. */
export interface XmlHandler {
  /** Attributes are scanned only on request: most are never needed. `*:id` is `id` with any prefix. */
  open(name: string, attribute: (name: string) => string | undefined): void;
  close(name: string): void;
  text(text: string): void;
}

/** A part of an office file, for the error message when it is malformed. */
export interface XmlPart {
  readonly name: string;
  /** what kind of file it is a part of */
  readonly format: 'Word' | 'Excel';
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const withEntities = (text: string): string =>
  text.includes('&')
    ? text.replace(/&(#x[0-9a-fA-F]{1,6}|#\d{1,7}|[a-z]{1,8});/g, (whole, name: string) => {
        if (!name.startsWith('#')) return entities[name] ?? whole;
        const code = name[1] === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
        return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD';
      })
    : text;

/**
 * Walks through XML as office programs write it, from the first character to the last as a stream: depth
 * and size cost no memory. It knows the five entities that XML has of itself; a DOCTYPE, which could define others that grow
 * without end, is refused.
 *
 * @throws OfficeFault where the text is cut off, tags do not match, or it has a DOCTYPE
 */
export function walkXml(xml: string, part: XmlPart, handler: XmlHandler, check: () => void): void {
  const damaged = (): OfficeFault =>
    new OfficeFault('damaged', {
      format: part.format,
      detail: { nl: `${part.name} is geen goede XML`, en: `${part.name} is no good XML` },
    });
  const open: string[] = [];
  let at = 0;
  let count = 0;
  while (at < xml.length) {
    if ((++count & 0x3fff) === 0) check();
    const tag = xml.indexOf('<', at);
    if (tag < 0) break;
    if (tag > at && open.length > 0) handler.text(withEntities(xml.slice(at, tag)));
    const next = xml[tag + 1];
    if (next === '!' || next === '?') {
      const [begin, end] = xml.startsWith('<!--', tag)
        ? [4, '-->']
        : xml.startsWith('<![CDATA[', tag)
          ? [9, ']]>']
          : next === '?'
            ? [2, '?>']
            : [0, ''];
      if (begin === 0) throw entitiesIn(part);
      const to = xml.indexOf(end, tag + begin);
      if (to < 0) throw damaged();
      if (begin === 9) handler.text(xml.slice(tag + begin, to));
      at = to + end.length;
      continue;
    }
    const to = endOfTag(xml, tag);
    if (to < 0) throw damaged();
    const alone = xml[to - 1] === '/';
    const inner = xml.slice(tag + 1, alone ? to - 1 : to);
    at = to + 1;
    if (next === '/') {
      const closed = inner.slice(1).trim();
      if (open.pop() !== closed) throw damaged();
      handler.close(closed);
      continue;
    }
    const element = /^[^\s/>]+/.exec(inner)?.[0];
    if (element === undefined) throw damaged();
    handler.open(element, (wanted) => attributeOf(inner, wanted));
    if (alone) handler.close(element);
    else open.push(element);
  }
  if (open.length > 0 || count === 0) throw damaged();
}

const entitiesIn = ({ name, format }: XmlPart): OfficeFault =>
  new OfficeFault('entities', {
    format,
    detail: {
      nl: `${name} bepaalt eigen tekens (DOCTYPE)`,
      en: `${name} defines characters of its own (DOCTYPE)`,
    },
  });

/** Where a tag ends; a `>` within quotes is not its end. */
function endOfTag(xml: string, tag: number): number {
  let quote = '';
  for (let at = tag + 1; at < xml.length; at++) {
    const sign = xml[at];
    if (quote !== '') {
      if (sign === quote) quote = '';
    } else if (sign === '>') return at;
    else if (sign === '"' || sign === "'") quote = sign;
  }
  return -1;
}

function attributeOf(inner: string, wanted: string): string | undefined {
  if (wanted.startsWith('*:')) {
    const found = new RegExp(`\\s(?:[^\\s=:"']+:)?${wanted.slice(2)}=`).exec(inner)?.[0];
    return found === undefined ? undefined : attributeOf(inner.replace(/\s/g, ' '), found.slice(1, -1));
  }
  const at = inner.indexOf(` ${wanted}=`);
  if (at < 0) return undefined;
  const quote = inner[at + wanted.length + 2];
  if (quote !== '"' && quote !== "'") return undefined;
  const from = at + wanted.length + 3;
  const to = inner.indexOf(quote, from);
  return to < 0 ? undefined : withEntities(inner.slice(from, to));
}
