import type { ApiClaim } from '@schaalsprong/wire';
import { at } from '@schaalsprong/words';
import { useSyncExternalStore } from 'react';

/** The reader's own copy of the agenda text. It lives in the memory of this page and is never sent. */
export interface OwnCopy {
  readonly name: string;
  readonly lines: readonly string[];
  /** Whether it is the copy that the claims were checked against; null where the browser cannot tell. */
  readonly same: boolean | null;
}

let copy: OwnCopy | null = null;
const listeners = new Set<() => void>();

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Opens a copy for all pages, or closes it with null. It never leaves the browser. */
export function setOwnCopy(next: OwnCopy | null): void {
  copy = next;
  for (const listener of listeners) listener();
}

/** The copy that is open; null where there is none. */
export function useOwnCopy(): OwnCopy | null {
  return useSyncExternalStore(
    subscribe,
    () => copy,
    () => null,
  );
}

const hex = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/**
 * Reads a text file and compares its sha256 with the expected one.
 * @throws TypeError where the bytes are not UTF-8 text.
 */
export async function readOwnCopy(file: File, sha256: string): Promise<OwnCopy> {
  const bytes = await file.arrayBuffer();
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  // crypto.subtle exists only on https and on this computer itself.
  const subtle = globalThis.crypto.subtle as SubtleCrypto | undefined;
  const same = subtle === undefined ? null : hex(await subtle.digest('SHA-256', bytes)) === sha256;
  return { name: file.name, lines: text.replace(/\r?\n$/, '').split(/\r\n|\n|\r/), same };
}

/** A piece of a line: plain, or the figure of a claim. */
export interface Piece {
  /** Where in the line it begins. */
  readonly from: number;
  readonly text: string;
  readonly marked: boolean;
}

/** Cuts a line so that every figure found in it is a piece of its own; figures that overlap become one. */
export function markFigures(line: string, figures: readonly string[]): readonly Piece[] {
  const hit = new Array<boolean>(line.length).fill(false);
  for (const figure of figures) {
    if (figure === '') continue;
    for (let i = line.indexOf(figure); i >= 0; i = line.indexOf(figure, i + 1))
      hit.fill(true, i, i + figure.length);
  }
  const pieces: { from: number; text: string; marked: boolean }[] = [];
  for (let i = 0; i < line.length; i += 1) {
    const last = pieces.at(-1);
    const marked = hit[i] ?? false;
    if (last === undefined || last.marked !== marked) pieces.push({ from: i, text: line[i] ?? '', marked });
    else last.text += line[i] ?? '';
  }
  return pieces;
}

/** Lines of a copy with their numbers, from one before a place to one after it; all lines without a place. */
export function numbered(
  { lines }: Pick<OwnCopy, 'lines'>,
  place?: { readonly from: number; readonly to: number },
): readonly { readonly number: number; readonly text: string }[] {
  const all = lines.map((text, i) => ({ number: i + 1, text }));
  return place === undefined ? all : all.slice(Math.max(0, place.from - 2), place.to + 1);
}

type Placed = Pick<ApiClaim, 'figure' | 'places'>;

/** The figure of a claim at each of its places: one for all, or one for each. */
export function figuresByPlace(claim: Placed): readonly string[] {
  const { figure } = claim;
  return claim.places.map((_, i) => (typeof figure === 'string' ? figure : at(figure, i)));
}

/**
 * Whether a claim has its figure at every place that it names. Lines are read on as running text: a word broken at
 * the end of a line is joined, blanks count as one.
 */
export function standsInCopy({ lines }: Pick<OwnCopy, 'lines'>, claim: Placed): boolean {
  const figures = figuresByPlace(claim);
  return claim.places.every(({ from, to }, i) => {
    const text = lines
      .slice(from - 1, to)
      .join('\n')
      .replaceAll(/-[ \t]*\n\s*/g, '')
      .replaceAll(/\s+/g, ' ');
    return text.includes(at(figures, i));
  });
}
