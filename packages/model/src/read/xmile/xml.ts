import { parseXml, XmlCdata, XmlElement, XmlError, XmlText } from '@rgrove/parse-xml';
import { at } from '@schaalsprong/words';
import type { ModelProblem } from '../../problems/problems.ts';
import { say } from '../../problems/say.ts';
import { firstLine } from '../scanner.ts';
import { xmileTexts } from './texts.ts';

/** One tag of an XMILE text. */
export interface Tag {
  /** Its name without prefix. */
  readonly name: string;
  /** `isee` of `isee:prefs`; empty where there is none. */
  readonly prefix: string;
  /** Attributes by their names without prefix. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly Tag[];
  /** All text right inside it, not that of its children. */
  readonly text: string;
  /** Line on which it begins, from 1. */
  readonly line: number;
}

/** Maximum nesting of tags. A model has about ten; the parser recurses once per level. */
const maxNesting = 200;

/** Tags of a text as they are there, comments and CDATA passed over; one walk, whatever the text. */
function* tagsOf(text: string): Generator<{ readonly tag: string; readonly index: number }> {
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
    const closing = text.startsWith('<!--', at) ? '-->' : text.startsWith('<![CDATA[', at) ? ']]>' : '>';
    const end = text.indexOf(closing, at);
    if (end < 0) return;
    if (closing === '>') yield { tag: text.slice(at, end + 1), index: at };
    at = end + closing.length;
  }
}

/** A text with its comments emptied: what is in them, also two dashes, which XML forbids, says nothing. */
function withoutComments(text: string): string {
  if (!text.includes('<!--')) return text;
  let result = '';
  let from = 0;
  for (let at = text.indexOf('<!'); at >= 0; at = text.indexOf('<!', at)) {
    const comment = text.startsWith('<!--', at);
    const closing = comment ? '-->' : text.startsWith('<![CDATA[', at) ? ']]>' : '>';
    const end = text.indexOf(closing, at);
    if (end < 0) break;
    if (comment) {
      result += text.slice(from, at) + text.slice(at, end + 3).replace(/[^\n]/g, ' ');
      from = end + 3;
    }
    at = end + closing.length;
  }
  return result + text.slice(from);
}

/** How deep the tags of a text go, without reading them properly. */
function nesting(source: string): number {
  let depth = 0;
  let most = 0;
  for (const { tag } of tagsOf(source)) {
    if (tag.startsWith('<!') || tag.startsWith('<?') || tag.endsWith('/>')) continue;
    depth += tag.startsWith('</') ? -1 : 1;
    most = Math.max(most, depth);
  }
  return most;
}

/** Turns places in a text into lines. */
class Lines {
  readonly #starts: number[] = [0];
  readonly #before: number;

  /** `before`: lines that are in front of the text. */
  constructor(source: string, before: number) {
    this.#before = before;
    for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) this.#starts.push(at + 1);
  }

  at(offset: number): number {
    let low = 0;
    let high = this.#starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (at(this.#starts, middle) <= offset) low = middle;
      else high = middle;
    }
    return low + 1 + this.#before;
  }
}

function simplified(element: XmlElement, lines: Lines): Tag {
  const local = (name: string): string => name.slice(name.indexOf(':') + 1);
  const children: Tag[] = [];
  let text = '';
  for (const child of element.children) {
    if (child instanceof XmlElement) children.push(simplified(child, lines));
    else if (child instanceof XmlText || child instanceof XmlCdata) text += child.text;
  }
  return {
    name: local(element.name),
    prefix: element.name.includes(':') ? element.name.slice(0, element.name.indexOf(':')) : '',
    attributes: new Map(Object.entries(element.attributes).map(([name, value]) => [local(name), value])),
    children,
    text,
    line: lines.at(element.start),
  };
}

/** The parsed root, and repairs: line and name of each tag that was not closed. */
interface Read {
  readonly root: Tag;
  readonly repaired: readonly { readonly tag: string; readonly name: string; readonly line: number }[];
}

/**
 * Closes variables that were not closed before the next one begins: a variable never holds another, so it is certain
 * where they end.
 */
function closeVariables(text: string): { text: string; repaired: Read['repaired'] } {
  const repaired: Read['repaired'][number][] = [];
  let result = '';
  let from = 0;
  let inside = false;
  let open: { tag: string; name: string } | undefined;
  let line = 1;
  let counted = 0;
  for (const { tag: whole, index } of tagsOf(text)) {
    const [, closes, tag] = /^<(\/?)(variables|stock|flow|aux|module)\b/.exec(whole) ?? [];
    if (tag === undefined) continue;
    if (open !== undefined && (closes === '' || tag === 'variables')) {
      for (; counted < index; counted++) if (text.charCodeAt(counted) === 10) line++;
      repaired.push({ ...open, line });
      result += `${text.slice(from, index)}</${open.tag}>`;
      from = index;
      open = undefined;
    }
    if (tag === 'variables') inside = closes === '';
    else if (closes !== '') open = undefined;
    else if (inside && !whole.endsWith('/>'))
      open = { tag, name: /\bname\s*=\s*["']([^"']*)/.exec(whole)?.[1] ?? '' };
  }
  return { text: result + text.slice(from), repaired };
}

/**
 * Reads an XML text. Entities that the text defines itself are not expanded, so a small text stays small.
 * Never throws for a fault in the text.
 */
export function readXml(source: string, file: string): Read | { problem: ModelProblem } {
  const fault = (detail: string, line: number): { problem: ModelProblem } => ({
    problem: {
      code: 'MODEL_SYNTAX',
      message: say(xmileTexts.xmlFault, { detail }),
      file,
      line,
      expected: say(xmileTexts.xmlExpected),
      hint: say(xmileTexts.xmlHint),
    },
  });
  // A mark of the byte order, blank lines and CR-only line ends are no fault of the model.
  const text = source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const lead = text.length - text.trimStart().length;
  const before = text.slice(0, lead).split('\n').length - 1;
  const body = withoutComments(text.slice(lead));
  if (nesting(body) > maxNesting) {
    return {
      problem: {
        code: 'MODEL_SYNTAX',
        message: say(xmileTexts.xmlTooDeep, { most: maxNesting }),
        file,
        line: 1,
        expected: say(xmileTexts.xmlExpected),
        hint: say(xmileTexts.xmlHint),
      },
    };
  }
  const parse = (xml: string): Tag | undefined => {
    const { root } = parseXml(xml, {
      includeOffsets: true,
      resolveUndefinedEntity: (entity) => (entity === '&nbsp;' ? ' ' : undefined),
    });
    return root === null ? undefined : simplified(root, new Lines(xml, before));
  };
  const faultOf = (error: unknown): { problem: ModelProblem } => {
    if (error instanceof XmlError) return fault(withoutPlace(error.message), error.line + before);
    if (error instanceof RangeError) return fault('', 1);
    throw error;
  };
  try {
    const root = parse(body);
    return root === undefined ? fault('', 1) : { root, repaired: [] };
  } catch (error) {
    const closed = closeVariables(body);
    if (closed.repaired.length === 0) return faultOf(error);
    try {
      const root = parse(closed.text);
      return root === undefined ? faultOf(error) : { root, repaired: closed.repaired };
    } catch {
      return faultOf(error);
    }
  }
}

/** The message of the parser without its own count of lines, which begins after the declaration. */
const withoutPlace = (message: string): string => firstLine(message).replace(/\s*\(line \d+.*$/, '');

/** The first child of a name. */
export const child = (tag: Tag, name: string): Tag | undefined => tag.children.find((c) => c.name === name);

/** Every child of a name. */
export const childrenNamed = (tag: Tag, name: string): readonly Tag[] =>
  tag.children.filter((c) => c.name === name);

/** The value of an attribute; empty where it is not there, which for a name is refused as an empty one is. */
export const attribute = (tag: Tag, name: string): string => tag.attributes.get(name) ?? '';

/** The text of the first child of a name, trimmed; empty where there is none. */
export const textOf = (tag: Tag, name: string): string => child(tag, name)?.text.trim() ?? '';

/** Whether a switch such as `<non_negative/>` is on; undefined where the tag is not there. */
export function switchOf(tag: Tag, name: string): boolean | undefined {
  const found = child(tag, name);
  if (found === undefined) return undefined;
  return !/^(false|0|off|no)$/i.test(found.text.trim());
}
