import { globSync, readdirSync, readFileSync } from 'node:fs';
import { strayFiles } from './scripts/tracked.ts';

/** What packages show of themselves: the files that their package.json exports. */
const faces = globSync('packages/*/package.json').flatMap((manifest) => {
  const { exports } = JSON.parse(readFileSync(manifest, 'utf8'));
  const folder = manifest.slice(0, -'/package.json'.length);
  return Object.values(exports).map((path) => `^${folder}/${path.slice(2).replaceAll('.', '\\.')}$`);
});

/** Files that git does not track are no part of the house. */
const stray = strayFiles(process.cwd()).map((path) => `^${path.replaceAll(/[.+()[\]{}^$|\\]/g, '\\$&')}$`);

/** The floors of the house (docs/architecture.md): a package imports only from floors below it. */
const floors = [
  ['words', 'tables', 'solver'],
  ['agenda', 'model', 'chart', 'search'],
  ['audit', 'reading', 'methods', 'chains'],
  ['monitor', 'dialogue', 'claim-check'],
  ['futures', 'programme'],
  ['store'],
  ['wire'],
];
const upward = floors.flatMap((rooms, floor) =>
  rooms.map((room) => ({
    name: `floor-${floor}-${room}-imports-downward-only`,
    severity: 'error',
    comment: 'A package imports only from floors below it; neighbours on one floor do not know each other.',
    from: { path: `^packages/${room}/` },
    to: {
      path: `^(packages/(${
        floors
          .slice(floor)
          .flat()
          .filter((other) => other !== room)
          .join('|') || '$^'
      })/|apps/|regions/)`,
    },
  })),
);

/** Phases of packages/model, lowest first (decision 0033). */
const phases = [
  ['problems', 'wasm'],
  ['syntax', 'ir'],
  ['math'],
  ['statistics'],
  ['groups'],
  ['evaluate'],
  ['functions', 'plan', 'graph'],
  ['read', 'kernel'],
  ['resolve', 'emit'],
  ['run'],
  ['summary', 'stream'],
  ['pool'],
  ['node', 'browser'],
];
/** Folders of parts of packages/methods in the same way: what methods share first, then methods, then what uses them. */
const designFolders = [
  ['space-filling', 'factorial', 'weights'],
  ['sensitivity'],
  ['correlations'],
  ['reference-tests'],
];
const discoveryFolders = [
  ['data'],
  ['boxes'],
  ['prim', 'cart', 'logistic', 'exploration'],
  ['sentences'],
  ['reference-tests'],
];

const sensitivityFolders = [
  ['test-functions', 'test-models', 'estimates'],
  ['given-data'],
  ['variance', 'screening', 'derivative', 'moment-independent', 'regional', 'feature-scoring'],
  ['study'],
  ['reference-tests'],
];
const whyFolders = [
  ['games'],
  ['change'],
  ['causes', 'drivers', 'relief', 'value-of-information'],
  ['sentences'],
];

/**
 * Rules that hold an order of folders.
 *
 * @param name begins the names of the rules
 * @param within the folder in which they lie
 * @param order folder names, lowest level first; neighbours on a level do not know each other
 * @param files pattern of files beside the folders that no folder imports
 */
function inOrder(name, within, order, files) {
  for (const entry of readdirSync(within, { withFileTypes: true })) {
    if (entry.isDirectory() && !order.flat().includes(entry.name)) {
      throw new Error(`${within}/${entry.name} has no level: list it in .dependency-cruiser.mjs`);
    }
  }
  return order.flatMap((folders, level) =>
    folders.map((folder) => ({
      name: `${name}-${folder}-imports-earlier-phases-only`,
      severity: 'error',
      comment: `A folder of ${within} imports only from levels below it; tests may use all of them.`,
      from: { path: `^${within}/${folder}/`, pathNot: '\\.test\\.ts$' },
      to: {
        path: `^${within}/(${[
          ...order
            .slice(level)
            .flat()
            .filter((other) => other !== folder)
            .map((other) => `${other}/`),
          files,
        ].join('|')})`,
      },
    })),
  );
}
const laterPhases = [
  ...inOrder('model', 'packages/model/src', phases, '[^/]+\\.ts$'),
  ...inOrder('designs', 'packages/methods/src/designs', designFolders, 'index\\.ts$'),
  ...inOrder('discovery', 'packages/methods/src/discovery', discoveryFolders, 'index\\.ts$'),
  ...inOrder('sensitivity', 'packages/methods/src/sensitivity', sensitivityFolders, 'index\\.ts$'),
  ...inOrder('why', 'packages/methods/src/why', whyFolders, 'index\\.ts$'),
];

export default {
  forbidden: [
    ...upward,
    ...laterPhases,
    {
      name: 'model-stands-alone',
      severity: 'error',
      comment:
        'packages/model could be published: of the project it has packages/tables and packages/words only, which are packed with it.',
      from: { path: '^packages/model/' },
      to: { path: '^(packages/(?!(model|tables|words)/)|apps/|regions/)' },
    },
    {
      name: 'chart-stands-alone',
      severity: 'error',
      comment:
        'packages/chart draws numbers and words that it is given: it knows no indicator, no unit and no language.',
      from: { path: '^packages/chart/' },
      to: { path: '^(packages/(?!chart/)|apps/|regions/)' },
    },
    {
      name: 'methods-know-no-region',
      severity: 'error',
      comment:
        'packages/methods could be published beside packages/model: methods for any runs, with no region in them.',
      from: { path: '^packages/methods/' },
      to: { path: '^(packages/(?!(methods|model|tables|words)/)|apps/|regions/)' },
    },
    {
      name: 'no-node-in-browser-packages',
      severity: 'error',
      comment: 'Only src/node/ of a package, tests and apps other than web may use Node.',
      from: { path: '^(packages/[^/]+/src/|apps/web/src/)', pathNot: '(/src/node/|\\.test\\.tsx?$|/test/)' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'node-parts-stay-out-of-the-browser',
      severity: 'error',
      comment: "The web app and the portable part of a package never reach into a package's node/ part.",
      from: { path: '^(packages/[^/]+/src/|apps/web/src/)', pathNot: '(/src/node/|\\.test\\.tsx?$|/test/)' },
      to: { path: '^packages/[^/]+/src/node/' },
    },
    {
      name: 'packages-through-their-face',
      severity: 'error',
      comment: 'Other packages are imported by their name, never by a path into their inside.',
      from: { path: '^(packages|apps)/([^/]+)/' },
      to: {
        path: '^packages/([^/]+)/src/',
        pathNot: [...faces, '^packages/$2/'],
      },
    },
    {
      name: 'apps-do-not-import-apps',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'no-circular',
      severity: 'error',
      comment: 'No circle, also not by types alone: what two files share belongs in a file of its own.',
      from: {},
      to: { circular: true },
    },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['(^|/)dist/', ...stray] },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
    },
  },
};
