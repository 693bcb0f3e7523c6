import { type Document, isMap, isNode, isScalar, LineCounter, type ParsedNode, parseDocument } from 'yaml';
import { z } from 'zod';
import { nearest } from './nearest.ts';
import { offer, type Place, type Problem, problem } from './problems.ts';
import { formats, type Text } from './schema.ts';

export type FieldPath = readonly (string | number)[];

/** `['targets', 3, 'unit']` as `targets[3].unit`. */
export const showPath = (path: FieldPath): string =>
  path.reduce<string>(
    (text, part) => (typeof part === 'number' ? `${text}[${part}]` : text === '' ? part : `${text}.${part}`),
    '',
  );

/** A YAML file as data, with the place of every field. */
export interface YamlSource {
  readonly file: string;
  readonly data: unknown;
  /** the place of a field's value; of its key with `key`; of the nearest block around it where it is absent */
  at(path: FieldPath, key?: boolean): Place;
}

function locate(doc: Document.Parsed, lines: LineCounter, path: FieldPath, key: boolean) {
  for (let depth = path.length; depth >= 0; depth--) {
    const inner = path.slice(0, depth);
    if (key && depth === path.length && depth > 0) {
      const map = depth === 1 ? doc.contents : doc.getIn(path.slice(0, -1), true);
      const pair = isMap(map)
        ? map.items.find((p) => isScalar(p.key) && String(p.key.value) === String(path.at(-1)))
        : undefined;
      if (isScalar(pair?.key) && pair.key.range) return lines.linePos(pair.key.range[0]);
    }
    const node: unknown = depth === 0 ? doc.contents : doc.getIn(inner, true);
    if (isNode(node) && node.range) return lines.linePos((node as ParsedNode).range[0]);
  }
  return { line: 1, col: 1 };
}

/** Reads YAML text; a text that is not YAML gives problems instead of data. Dates and the like stay text (YAML 1.2). */
export function readYaml(file: string, text: string): { source: YamlSource | null; problems: Problem[] } {
  const lines = new LineCounter();
  const doc = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  if (doc.errors.length > 0) {
    const problems = doc.errors.map((error) => {
      const { line, col } = lines.linePos(error.pos[0]);
      const detail = error.message.replace(/\.$/, '');
      return problem(
        'REGION_YAML_SYNTAX',
        { file, line, column: col, path: '' },
        { expected: 'YAML 1.2', found: error.code, detail },
      );
    });
    return { source: null, problems };
  }
  let data: unknown;
  try {
    data = doc.toJS();
  } catch (error) {
    // An alias that leads nowhere, or so many aliases that the file would not fit in memory.
    const detail = error instanceof Error ? error.message : String(error);
    const place = { file, line: 1, column: 1, path: '' };
    return {
      source: null,
      problems: [problem('REGION_YAML_SYNTAX', place, { expected: 'YAML 1.2', found: '', detail })],
    };
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

/** The part of a schema that a path leads to; of a union the first member that goes on. */
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
    return options.map((option) => schemaAt(option, path)).find((found) => found !== undefined);
  }
  return undefined;
}

/** The names of the fields allowed where a path leads; those of all members for a union. */
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

/** What stands in the file, short enough for a message. */
const show = (value: unknown): string => {
  const text = JSON.stringify(value) ?? 'undefined';
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
};

const valueAt = (data: unknown, path: FieldPath): unknown =>
  path.reduce<unknown>(
    (inner, part) =>
      typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>)[part] : undefined,
    data,
  );

const bound = (issue: {
  origin?: string;
  minimum?: number | bigint;
  maximum?: number | bigint;
  inclusive?: boolean | undefined;
}): Text => {
  const at = issue.minimum ?? issue.maximum ?? 0;
  const least = issue.minimum !== undefined;
  if (issue.origin === 'string' || issue.origin === 'array') {
    const nl = issue.origin === 'string' ? 'tekens' : 'onderdelen';
    const en = issue.origin === 'string' ? 'characters' : 'items';
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

/** Turns what zod found into problems with a place in the file and with offers. */
export function schemaProblems(schema: z.ZodType, source: YamlSource): Problem[] {
  const result = schema.safeParse(source.data);
  if (result.success) return [];
  const seen: Problem[] = [];
  const add = (issue: z.core.$ZodIssue, before: FieldPath): void => {
    const path = [...before, ...issue.path.map((p) => (typeof p === 'number' ? p : String(p)))];
    const value = valueAt(source.data, path);
    const field = String(path.at(-1) ?? '');
    if (issue.code === 'unrecognized_keys') {
      const known = fieldsAt(schema, path);
      for (const key of issue.keys) {
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
      const expected = typeWords[issue.expected] ?? describeType(schemaAt(schema, path));
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
          expected: bound(issue),
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
  for (const issue of result.error.issues) add(issue, []);
  return seen;
}
