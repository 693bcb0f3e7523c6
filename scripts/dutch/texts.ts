import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { parse } from 'yaml';
import { globTracked } from '../tracked.ts';

/** One Dutch text, with the file that it stands in. */
export interface DutchText {
  readonly file: string;
  readonly text: string;
}

/** Strings and templates below a node; what a template fills in counts as one word. */
function stringsIn(node: ts.Node): string[] {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return [node.text];
  if (ts.isTemplateExpression(node)) {
    const whole = node.templateSpans.reduce((text, span) => `${text}{x}${span.literal.text}`, node.head.text);
    return [whole, ...node.templateSpans.flatMap(({ expression }) => stringsIn(expression))];
  }
  if (ts.isPropertyAssignment(node)) return stringsIn(node.initializer);
  return childrenOf(node).flatMap(stringsIn);
}

function childrenOf(node: ts.Node): ts.Node[] {
  const children: ts.Node[] = [];
  ts.forEachChild(node, (child) => {
    children.push(child);
  });
  return children;
}

/** What code says under the name `nl`: a property of a pair of texts, or a whole dictionary. */
function inCode(file: string, text: string): string[] {
  const visit = (node: ts.Node): string[] => {
    const named =
      (ts.isPropertyAssignment(node) || ts.isVariableDeclaration(node)) && node.name.getText() === 'nl';
    return named && node.initializer !== undefined
      ? stringsIn(node.initializer)
      : childrenOf(node).flatMap(visit);
  };
  return visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
}

/** Every text under a key `nl` of parsed YAML. */
function inContent(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(inContent);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'nl' && typeof inner === 'string' ? [inner] : inContent(inner),
  );
}

/**
 * Every Dutch text that a reader can meet: of the packages, the apps and the regions.
 *
 * @param root the top of the repository
 */
export function dutchTexts(root: string): readonly DutchText[] {
  const read = (file: string): string => readFileSync(join(root, file), 'utf8');
  const code = globTracked(['{apps,packages}/*/src/**/*.{ts,tsx}'], root).filter(
    (file) => !file.includes('.test.'),
  );
  return [
    ...code.flatMap((file) => {
      const text = read(file);
      return /\bnl\b/.test(text) ? inCode(file, text).map((one) => ({ file, text: one })) : [];
    }),
    ...globTracked(['regions/**/*.yaml'], root).flatMap((file) =>
      inContent(parse(read(file))).map((text) => ({ file, text })),
    ),
  ].map(({ file, text }) => ({ file, text: text.replaceAll(/\s+/g, ' ').trim() }));
}

/** The sentences of a text: each ends at a full stop, a question or an exclamation mark that a new sentence follows. */
export const sentencesOf = (text: string): readonly string[] =>
  text.split(/(?<=[.!?]['’)]?) (?=[\p{Lu}\d‘'`{(])/u);

/** How many words a sentence has. */
export const wordsIn = (sentence: string): number =>
  sentence.split(' ').filter((word) => /[\p{L}\d]/u.test(word)).length;
