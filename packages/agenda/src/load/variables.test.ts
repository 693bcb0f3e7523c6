import { expect, it } from 'vitest';
import { filesInMemory, variableReferences } from '../index.ts';

it('every variable that content names is found with its place, and whether it is set', () => {
  const files = filesInMemory('r', {
    'measures.yaml': 'measures:\n  - id: a\n    lever:\n      variable: builders relief\n',
    'model/outcomes.yaml':
      'outcomes:\n  - id: b\n    variable: homes built\n    limits:\n      - { constraint: c, variable: held back }\n',
    'tree.yaml': 'variable: no reference\n',
  });
  expect(variableReferences(files)).toEqual([
    {
      variable: 'builders relief',
      isSet: true,
      place: { file: 'r/measures.yaml', line: 4, column: 17, path: 'measures[0].lever.variable' },
    },
    {
      variable: 'homes built',
      isSet: false,
      place: { file: 'r/model/outcomes.yaml', line: 3, column: 15, path: 'outcomes[0].variable' },
    },
    {
      variable: 'held back',
      isSet: false,
      place: { file: 'r/model/outcomes.yaml', line: 5, column: 36, path: 'outcomes[0].limits[0].variable' },
    },
  ]);
});
