import * as z from 'zod/mini';

type Issue = z.core.$ZodIssue;

/** Items of a list that are checked in one go: 3 to 6 ms of the page's thread for the widest shape. */
const slice = 1000;

/** Lets the page paint and hear between two slices. */
const breathe = (): Promise<void> => new Promise((done) => setTimeout(done, 0));

/** The first issue of a list, a slice at a time; null where there is none. */
async function issueOfList(
  key: string,
  element: z.core.$ZodType,
  list: readonly unknown[],
): Promise<Issue | null> {
  const part = z.array(element);
  for (let from = 0; from < list.length; from += slice) {
    const parsed = part.safeParse(list.slice(from, from + slice));
    const [issue] = parsed.error?.issues ?? [];
    if (issue !== undefined) {
      const [at = 0, ...rest] = issue.path;
      return { ...issue, path: [key, from + Number(at), ...rest] };
    }
    await breathe();
  }
  return null;
}

/**
 * The first issue of a value, all of which is checked. Long lists at its top are checked in slices, with a pause after each: 25,000
 * figures of an indicator take 75 ms in all, in which a page would stand still.
 *
 * @returns null where the value is as the schema says
 */
export async function firstIssue(schema: z.ZodMiniType, value: unknown): Promise<Issue | null> {
  let rest = value;
  if (schema instanceof z.ZodMiniObject && typeof value === 'object' && value !== null) {
    for (const [key, part] of Object.entries<z.core.$ZodType>(schema.shape)) {
      const list: unknown = Reflect.get(value, key);
      if (!(part instanceof z.ZodMiniArray) || !Array.isArray(list) || list.length <= slice) continue;
      const issue = await issueOfList(key, part.def.element, list);
      if (issue !== null) return issue;
      rest = { ...(rest as object), [key]: [] };
    }
  }
  return schema.safeParse(rest).error?.issues[0] ?? null;
}
