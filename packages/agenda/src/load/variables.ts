import type { Place } from '../problems/problems.ts';
import type { RegionFiles } from './files.ts';
import { type FieldPath, readYaml } from './yaml.ts';

/** A reference in the content to a variable of the model. */
export interface VariableReference {
  readonly variable: string;
  /** True for an input, which must be a constant of the model; false where it is only read. */
  readonly isSet: boolean;
  /** True where it may name a quantity as a whole, without the element of an array. */
  readonly asWhole?: true;
  readonly place: Place;
}

/** Files that refer to variables, and whether they set them; `within` is the list of the file that does. */
const files: readonly {
  readonly path: string;
  readonly isSet: boolean;
  readonly asWhole?: true;
  readonly within?: string;
}[] = [
  { path: 'measures.yaml', isSet: true },
  { path: 'model/uncertainties.yaml', isSet: true },
  { path: 'model/outcomes.yaml', isSet: false },
  { path: 'model/history.yaml', isSet: false },
  { path: 'model/back-test.yaml', isSet: true, within: 'follows' },
  { path: 'model/back-test.yaml', isSet: true, within: 'refit' },
  { path: 'model/back-test.yaml', isSet: false, within: 'compare' },
  { path: 'table.yaml', isSet: false, within: 'balance' },
  { path: 'table.yaml', isSet: true, within: 'relief' },
  { path: 'picture.yaml', isSet: false, asWhole: true },
];

/**
 * Every place in the content that names a variable of the model, in the order of the files. This package does not know
 * the model; who has both can say with file and line which name the model does not have.
 *
 * @param region files of a region that `loadRegion` has accepted
 */
export function variableReferences(region: RegionFiles): readonly VariableReference[] {
  const present = new Set(region.list());
  return files.flatMap(({ path, isSet, asWhole, within }) => {
    if (!present.has(path)) return [];
    const { source } = readYaml(`${region.root}/${path}`, region.read(path));
    if (source === null) return [];
    const found: VariableReference[] = [];
    const walk = (value: unknown, at: FieldPath): void => {
      if (Array.isArray(value)) {
        for (const [i, item] of value.entries()) walk(item, [...at, i]);
      } else if (typeof value === 'object' && value !== null) {
        for (const [key, inner] of Object.entries(value)) {
          if (at.length === 0 && within !== undefined && key !== within) continue;
          const here = [...at, key];
          if ((key === 'variable' || key === 'of') && typeof inner === 'string') {
            found.push({
              variable: inner,
              isSet,
              ...(asWhole ? { asWhole } : {}),
              place: source.at(here),
            });
          } else walk(inner, here);
        }
      }
    };
    walk(source.data, []);
    return found;
  });
}

/** Source location of a field of a YAML file of a valid region, for errors found later. */
export function placeOf(region: RegionFiles, path: string, field: FieldPath): Place {
  const file = `${region.root}/${path}`;
  const { source } = readYaml(file, region.read(path));
  return source?.at(field) ?? { file, line: 1, column: 1, path: '' };
}
