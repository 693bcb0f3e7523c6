import { type Fill, nearest, type Text } from '@schaalsprong/words';
import {
  type Alias,
  type Document,
  type ErrorCode,
  isMap,
  isNode,
  isScalar,
  LineCounter,
  type ParsedNode,
  parseDocument,
  visit,
  type YAMLMap,
} from 'yaml';
import { z } from 'zod';
import { offer, type Place, type Problem, problem } from '../problems/problems.ts';
import { formats } from '../schema/schema.ts';

export type FieldPath = readonly (string | number)[];

/** `['targets', 3, 'unit']` as `targets[3].unit`. */
export const showPath = (path: FieldPath): string =>
  path.reduce<string>(
    (text, part) => (typeof part === 'number' ? `${text}[${part}]` : text === '' ? part : `${text}.${part}`),
    '',
  );

/** A parsed YAML file with a source map of its fields. */
export interface YamlSource {
  readonly file: string;
  readonly data: unknown;
  /** the location of a field's value; of its key with `key`; of the nearest enclosing block where it is absent */
  at(path: FieldPath, key?: boolean): Place;
}

const offsets = new WeakMap<YAMLMap, ReadonlyMap<string, number>>();

/** Locations of the keys of a map. Memoized: a map of 100,000 unknown keys is looked up for each of them. */
function keyOffsets(map: YAMLMap): ReadonlyMap<string, number> {
  const known = offsets.get(map);
  if (known !== undefined) return known;
  const found = new Map<string, number>();
  for (const { key } of map.items) {
    if (isScalar(key) && key.range && !found.has(String(key.value)))
      found.set(String(key.value), key.range[0]);
  }
  offsets.set(map, found);
  return found;
}

function locate(doc: Document.Parsed, lines: LineCounter, path: FieldPath, key: boolean) {
  for (let depth = path.length; depth >= 0; depth--) {
    const inner = path.slice(0, depth);
    if (key && depth === path.length && depth > 0) {
      const map = depth === 1 ? doc.contents : doc.getIn(path.slice(0, -1), true);
      const offset = isMap(map) ? keyOffsets(map).get(String(path.at(-1))) : undefined;
      if (offset !== undefined) return lines.linePos(offset);
    }
    const node: unknown = depth === 0 ? doc.contents : doc.getIn(inner, true);
    if (isNode(node) && node.range) return lines.linePos((node as ParsedNode).range[0]);
  }
  return { line: 1, col: 1 };
}

/** Messages for parser errors of YAML, whose own texts are technical and English only. */
const faults: Partial<Record<ErrorCode, Text>> = {
  BAD_ALIAS: { nl: 'deze verwijzing (*) heeft geen goede naam', en: 'this alias (*) has no good name' },
  BAD_DQ_ESCAPE: {
    nl: 'in een tekst tussen " staat een \\ die niets betekent',
    en: 'a text between " holds a \\ that means nothing',
  },
  BAD_INDENT: {
    nl: 'deze regel springt anders in dan de regels waar zij bij hoort',
    en: 'this line is indented otherwise than the lines it belongs to',
  },
  BAD_SCALAR_START: {
    nl: 'een tekst mag niet met dit teken beginnen; zet haar tussen aanhalingstekens',
    en: 'a text may not begin with this character; put it between quotes',
  },
  BLOCK_AS_IMPLICIT_KEY: {
    nl: 'er staan twee dubbele punten achter elkaar op een regel; zet een tekst met een dubbele punt tussen aanhalingstekens',
    en: 'two colons follow each other on one line; put a text with a colon in it between quotes',
  },
  BLOCK_IN_FLOW: {
    nl: 'binnen { } of [ ] kan geen lijst met streepjes of blok beginnen',
    en: 'no list with dashes and no block can begin inside { } or [ ]',
  },
  DUPLICATE_KEY: { nl: 'dit veld staat hier al', en: 'this field is already here' },
  MISSING_CHAR: {
    nl: 'hier ontbreekt een teken, zoals een sluitende haak, een komma, een spatie of een aanhalingsteken',
    en: 'a character is missing here, such as a closing bracket, a comma, a space or a quote',
  },
  MULTILINE_IMPLICIT_KEY: {
    nl: 'een veld en zijn dubbele punt staan op een regel',
    en: 'a field and its colon stand on one line',
  },
  MULTIPLE_DOCS: {
    nl: 'hier begint een tweede document (---); een bestand heeft er een',
    en: 'a second document begins here (---); a file holds one',
  },
  RESOURCE_EXHAUSTION: { nl: 'dit is te diep genest', en: 'this is nested too deeply' },
  TAB_AS_INDENT: {
    nl: 'deze regel springt in met een tab; gebruik spaties',
    en: 'this line is indented with a tab; use spaces',
  },
  TAG_RESOLVE_FAILED: {
    nl: 'dit label (!) is onbekend; laat het weg',
    en: 'this tag (!) is unknown; leave it out',
  },
  UNEXPECTED_TOKEN: { nl: 'dit wordt hier niet verwacht', en: 'this is not expected here' },
};
const aliasFaults = {
  nowhere: {
    nl: 'deze verwijzing (*) wijst naar niets dat erboven staat',
    en: 'this alias (*) points at nothing above it',
  },
  itself: { nl: 'deze verwijzing (*) wijst naar zichzelf', en: 'this alias (*) points at itself' },
  many: {
    nl: 'de verwijzingen (*) vermenigvuldigen elkaar tot meer dan in het geheugen past',
    en: 'the aliases (*) multiply each other to more than fits in memory',
  },
} as const satisfies Record<string, Text>;

/** The first dangling or cyclic alias; else the first of all. Linear: `Alias.resolve` searches the whole text. */
function aliasFault(doc: Document.Parsed): { readonly offset: number; readonly detail: Text } | null {
  const anchors = new Map<string, unknown>();
  let first: { offset: number; detail: Text } | null = null;
  let wrong: { offset: number; detail: Text } | null = null;
  visit(doc, {
    Alias(_key, alias: Alias, path) {
      // the parser places every node: 0 is for its types only
      const offset = alias.range?.[0] ?? 0;
      first ??= { offset, detail: aliasFaults.many };
      const target = anchors.get(alias.source);
      const isInside = target !== undefined && path.includes(target as ParsedNode);
      if (target !== undefined && !isInside) return undefined;
      wrong = { offset, detail: isInside ? aliasFaults.itself : aliasFaults.nowhere };
      return visit.BREAK;
    },
    Node(_key, node) {
      if ('anchor' in node && typeof node.anchor === 'string') anchors.set(node.anchor, node);
    },
  });
  return wrong ?? first;
}

/** Duplicate keys of a map. Linear, where the check of the parser compares each key with all before it. */
function duplicateKeys(
  doc: Document.Parsed,
): { readonly code: ErrorCode; readonly pos: number; readonly message: string }[] {
  const found: { code: ErrorCode; pos: number; message: string }[] = [];
  visit(doc, {
    Map(_key, map) {
      const seen = new Set<unknown>();
      for (const { key } of map.items) {
        if (!isScalar(key)) continue;
        if (seen.has(key.value)) found.push({ code: 'DUPLICATE_KEY', pos: key.range?.[0] ?? 0, message: '' });
        seen.add(key.value);
      }
    },
  });
  return found;
}

/** Reads YAML text; a text that is not YAML gives problems instead of data. Dates and the like stay text (YAML 1.2). */
export function readYaml(file: string, text: string): { source: YamlSource | null; problems: Problem[] } {
  const lines = new LineCounter();
  // Silent: its warnings are reported as problems.
  const doc = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    logLevel: 'silent',
    uniqueKeys: false,
  });
  const syntax = (offset: number, detail: Fill, found: string): Problem => {
    const { line, col } = lines.linePos(offset);
    return problem(
      'REGION_YAML_SYNTAX',
      { file, line, column: col, path: '' },
      { expected: 'YAML 1.2', found, detail },
    );
  };
  const errors = [
    ...[...doc.errors, ...doc.warnings].map(({ code, message, pos }) => ({ code, message, pos: pos[0] })),
    ...duplicateKeys(doc),
  ];
  // Report only the first syntax error: the rest are follow-up errors. A duplicate key is a fault by itself.
  const firstOther = errors.find(({ code }) => code !== 'DUPLICATE_KEY');
  const reported = errors.filter((error) => error === firstOther || error.code === 'DUPLICATE_KEY');
  if (reported.length > 0) {
    const problems = reported.map(({ code, message, pos }) =>
      syntax(pos, faults[code] ?? message.replace(/\.$/, ''), code),
    );
    return { source: null, problems };
  }
  let data: unknown;
  try {
    data = doc.toJS();
    // A cyclic alias cannot be serialized.
    JSON.stringify(data);
  } catch (error) {
    const fault = aliasFault(doc);
    const detail = fault?.detail ?? (error instanceof Error ? error.message : String(error));
    // what is no fault of an alias has no place of its own
    return { source: null, problems: [syntax(fault?.offset ?? 0, detail, '')] };
  }
  return {
    source: {
      file,
      data,
      at(path, key = false) {
        const { line, col } = locate(doc, lines, path, key);
        return { file, line, column: col, path: showPath(path) };
      },
    },
    problems: [],
  };
}

const typeWords: Record<string, Text> = {
  string: { nl: 'een tekst', en: 'a text' },
  number: { nl: 'een getal', en: 'a number' },
  int: { nl: 'een geheel getal', en: 'a whole number' },
  boolean: { nl: 'true of false', en: 'true or false' },
  array: { nl: 'een lijst', en: 'a list' },
  object: { nl: 'een blok met velden', en: 'a block of fields' },
  record: { nl: 'een blok met velden', en: 'a block of fields' },
  null: { nl: 'null', en: 'null' },
};
const formatWords = new Map<string, Text>(Object.values(formats).map((f) => [f.en, f]));

const unwrap = (schema: unknown): unknown => {
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodReadonly
  ) {
    return unwrap(schema.unwrap());
  }
  if (schema instanceof z.ZodPipe) return unwrap(schema.in);
  return schema;
};

/** The subschema at a path; of a union the first member that has it. */
function schemaAt(schema: unknown, path: FieldPath): unknown {
  const here = unwrap(schema);
  const [head, ...rest] = path;
  if (head === undefined) return here;
  if (here instanceof z.ZodObject) {
    const shape: Record<string, unknown> = here.shape;
    return schemaAt(shape[head] ?? here.def.catchall, rest);
  }
  if (here instanceof z.ZodArray) return schemaAt(here.element, rest);
  if (here instanceof z.ZodRecord) return schemaAt(here.valueType, rest);
  if (here instanceof z.ZodUnion) {
    const options: readonly unknown[] = here.options;
    return options
      .map((option) => schemaAt(option, path))
      .find((found) => found !== undefined && !(found instanceof z.ZodNever));
  }
  return undefined;
}

/** The field names allowed at a path; those of all members for a union. */
function fieldsAt(schema: unknown, path: FieldPath): string[] {
  const here = schemaAt(schema, path);
  if (here instanceof z.ZodObject) return Object.keys(here.shape);
  if (here instanceof z.ZodUnion) {
    const options: readonly unknown[] = here.options;
    return [...new Set(options.flatMap((option) => fieldsAt(option, [])))];
  }
  return [];
}

const describeType = (schema: unknown): Text => {
  const here = unwrap(schema);
  if (here instanceof z.ZodEnum) {
    const words = here.options.join(', ');
    return { nl: `een van ${words}`, en: `one of ${words}` };
  }
  if (here instanceof z.ZodUnion) {
    const options: readonly unknown[] = here.options;
    const words = options.map(describeType);
    return {
      nl: [...new Set(words.map((w) => w.nl))].join(' of '),
      en: [...new Set(words.map((w) => w.en))].join(' or '),
    };
  }
  const type = here instanceof z.ZodType ? here.def.type : 'object';
  return typeWords[type] ?? { nl: type, en: type };
};

const withFields = ({ nl, en }: Text, fields: readonly string[]): Text => {
  const named = fields.length === 0 ? '' : ` (${fields.join(', ')})`;
  return { nl: nl + named, en: en + named };
};

/** The value found in the file, abbreviated for a message. */
const show = (value: unknown): string => {
  // JSON would write these as null.
  if (typeof value === 'number' && !Number.isFinite(value)) {
    return Number.isNaN(value) ? '.nan' : value > 0 ? '.inf' : '-.inf';
  }
  const text = JSON.stringify(value) ?? 'undefined';
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
};

const valueAt = (data: unknown, path: FieldPath): unknown =>
  path.reduce<unknown>(
    (inner, part) =>
      typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>)[part] : undefined,
    data,
  );

/** The violated bound of a value, as text. */
export const boundWords = (issue: {
  origin?: string;
  minimum?: number | bigint;
  maximum?: number | bigint;
  inclusive?: boolean | undefined;
}): Text => {
  // an issue of size has one of the two bounds
  const at = issue.minimum ?? issue.maximum ?? 0;
  const least = issue.minimum !== undefined;
  if (issue.origin === 'string' || issue.origin === 'array') {
    const one = at === 1;
    const nl = issue.origin === 'string' ? (one ? 'teken' : 'tekens') : one ? 'onderdeel' : 'onderdelen';
    const en = issue.origin === 'string' ? (one ? 'character' : 'characters') : one ? 'item' : 'items';
    return {
      nl: `${least ? 'ten minste' : 'ten hoogste'} ${at} ${nl}`,
      en: `${least ? 'at least' : 'at most'} ${at} ${en}`,
    };
  }
  const open = issue.inclusive === false;
  if (least)
    return open
      ? { nl: `meer dan ${at}`, en: `more than ${at}` }
      : { nl: `ten minste ${at}`, en: `at least ${at}` };
  return open
    ? { nl: `minder dan ${at}`, en: `less than ${at}` }
    : { nl: `ten hoogste ${at}`, en: `at most ${at}` };
};

/** Faults of one file that are reported; a file that has more is another kind of file, and their places would take gigabytes. */
const mostFaults = 10_000;

/** Converts zod issues into problems with a source location and suggestions. */
export function schemaProblems(schema: z.ZodType, source: YamlSource): Problem[] {
  if (source.data === null || source.data === undefined) {
    const expected = fieldsAt(schema, []).join(', ');
    return [problem('REGION_FILE_EMPTY', source.at([]), { expected, found: '' })];
  }
  const result = schema.safeParse(source.data);
  if (result.success) return [];
  const seen: Problem[] = [];
  const add = (issue: z.core.$ZodIssue, before: FieldPath): void => {
    const path = [...before, ...issue.path.map((p) => (typeof p === 'number' ? p : String(p)))];
    const value = valueAt(source.data, path);
    // an issue of the file as a whole has an empty path
    const field = String(path.at(-1) ?? '');
    if (issue.code === 'unrecognized_keys') {
      const known = fieldsAt(schema, path);
      for (const key of issue.keys.slice(0, mostFaults)) {
        seen.push(
          problem('REGION_FIELD_UNKNOWN', source.at([...path, key], true), {
            field: key,
            found: key,
            expected: known.join(', '),
            known: known.join(', '),
            nearest: offer(nearest(key, known)),
          }),
        );
      }
    } else if (value === undefined && issue.code !== 'custom') {
      const expected = describeType(schemaAt(schema, path));
      seen.push(problem('REGION_FIELD_MISSING', source.at(path), { field, found: '', expected }));
    } else if (issue.code === 'invalid_type') {
      const type = typeWords[issue.expected] ?? describeType(schemaAt(schema, path));
      const expected = issue.expected === 'object' ? withFields(type, fieldsAt(schema, path)) : type;
      seen.push(problem('REGION_TYPE_WRONG', source.at(path), { expected, found: show(value) }));
    } else if (
      issue.code === 'invalid_value' ||
      (issue.code === 'invalid_union' && issue.errors.length === 0)
    ) {
      const allowed: readonly unknown[] =
        issue.code === 'invalid_value'
          ? issue.values
          : 'options' in issue && Array.isArray(issue.options)
            ? issue.options
            : [];
      const known = allowed.map(String);
      seen.push(
        problem('REGION_VALUE_NOT_ALLOWED', source.at(path), {
          expected: known.join(', '),
          found: show(value),
          known: known.join(', '),
          nearest: offer(nearest(String(value), known)),
        }),
      );
    } else if (issue.code === 'too_small' || issue.code === 'too_big') {
      seen.push(
        problem('REGION_VALUE_OUT_OF_BOUNDS', source.at(path), {
          expected: boundWords(issue),
          found: show(value),
        }),
      );
    } else if (issue.code === 'invalid_union') {
      // The member of the union that got deepest into the value is the one that its author meant.
      const deepest = issue.errors
        .toSorted(
          (a, b) => Math.max(...b.map((i) => i.path.length)) - Math.max(...a.map((i) => i.path.length)),
        )
        .at(0);
      if (deepest?.some((inner) => inner.path.length > 0)) {
        for (const inner of deepest) add(inner, path);
      } else {
        const expected = describeType(schemaAt(schema, path));
        seen.push(problem('REGION_TYPE_WRONG', source.at(path), { expected, found: show(value) }));
      }
    } else {
      const expected = formatWords.get(issue.message) ?? issue.message;
      seen.push(problem('REGION_FORMAT_WRONG', source.at(path), { expected, found: show(value) }));
    }
  };
  for (const issue of result.error.issues.slice(0, mostFaults)) add(issue, []);
  return seen;
}
