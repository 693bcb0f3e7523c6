import { filesInMemory, loadRegion, type ProposalsFile } from '@schaalsprong/agenda';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { synthetic } from '../../../agenda/test/synthetic.ts';
import { findQuantities } from '../read/index.ts';
import { choicesFrom } from './choices.ts';
import {
  type AcceptOptions,
  acceptProposals,
  checkAcceptance,
  filesWith,
  type ProposalChoice,
  proposalsOf,
  proposalsText,
  readDocument,
} from './index.ts';

const files = filesInMemory('voorbeeld', synthetic);
const region = await loadRegion(files);
const nought = '0'.repeat(64);
const text = `De regio bouwt tot 2030 ten minste 12.500 woningen.
In 2023 waren er 48.300 woningen.
Het college wil 12 tot 15 procent meer groen.
Er komen geen 900 woningen bij.
De gemeente telt ruim 7.100 zeemeeuwen.
Later staat er weer: ten minste 12.500 woningen.
`;
async function proposals(sha256 = nought): Promise<ProposalsFile> {
  const document = await readDocument(new Uint8Array(Buffer.from(text)), 'nota.txt');
  const reading = findQuantities(document, {
    qualifiers: region.qualifiers,
  });
  return proposalsOf({ document, reading, sha256 });
}
const own = await proposals();
const idOf = (figure: RegExp, nth = 0): string =>
  own.proposals.filter((proposal) => figure.test(proposal.figure))[nth]?.id ?? 'none';
const homes = idOf(/12\.500/);
const again = idOf(/12\.500/, 1);
const stock = idOf(/48\.300/);
const negated = idOf(/900/);
const birds = idOf(/7\.100/);
const accept = (choices: readonly ProposalChoice[], options: Partial<AcceptOptions> = {}, file = own) =>
  acceptProposals(file, choices, region, { name: 'nota', ...options });
const codes = (problems: readonly { readonly code: string }[]): string[] => problems.map(({ code }) => code);

describe('a file of proposals', () => {
  it('loads as part of the region, and changes nothing of what was promised', async () => {
    const loaded = await loadRegion(filesWith(files, { 'proposals/nota.yaml': proposalsText(own, 'nota') }));
    expect(loaded.proposals).toEqual([{ name: 'nota', ...own }]);
    expect(loaded.claims).toEqual(region.claims);
    expect(loaded.hashes).toEqual(region.hashes);
  });

  it('that refers to what is not there is told with its line', async () => {
    const good = proposalsText(own, 'nota');
    const broken = good.replace('state: proposed', 'state: accepted').replace(/id: q-2$/m, 'id: q-1');
    const problems = await checkAcceptance(files, { 'proposals/nota.yaml': broken });
    expect(problems.map(({ code, path }) => [code, path])).toEqual([
      ['REGION_VALUE_NOT_ALLOWED', 'proposals[0].state'],
      ['REGION_DUPLICATE_ID', 'proposals[1].id'],
    ]);
    expect(problems.every(({ file, line }) => file === 'voorbeeld/proposals/nota.yaml' && line > 5)).toBe(
      true,
    );
  });
});

describe('accepting', () => {
  it('makes a claim with its place, and the region loads with it', async () => {
    const {
      path,
      text: claims,
      problems,
      proposals: after,
      accepted,
    } = accept([{ id: homes, action: 'accept' }]);
    expect(problems).toEqual([]);
    expect(path).toBe('claims/nota.yaml');
    const writes = { [path]: claims ?? '', 'proposals/nota.yaml': proposalsText(after, 'nota') };
    expect(await checkAcceptance(files, writes)).toEqual([]);
    const loaded = await loadRegion(filesWith(files, writes));
    const claim = loaded.byId.claims.get(accepted[0]?.claim ?? '');
    expect(claim).toMatchObject({
      places: [{ from: 1, to: 1 }],
      value: 12_500,
      qualifier: 'ten-minste',
      unit: 'homes',
      horizon: '2030',
      interval: { min: 12_500, max: null },
      kind: 'target',
    });
    expect(claim?.text.nl).toContain('ten minste 12.500');
    expect(claim?.text.en).toContain('at least 12,500');
    // A generated sentence, not a quotation of the document.
    expect(text).not.toContain(claim?.text.nl ?? '');
    expect(loaded.proposals[0]?.proposals.find(({ id }) => id === homes)).toMatchObject({
      state: 'accepted',
      claim: claim?.id,
    });
  });

  it('joins two places to one claim, takes edits, and remembers what was rejected', async () => {
    const result = accept([
      {
        id: homes,
        action: 'accept',
        join: [again],
        edit: {
          id: 'my-homes',
          quantity: 'homes-built',
          text: { nl: 'Woningen erbij.', en: 'Homes added.' },
          horizon: null,
        },
      },
      { id: stock, action: 'reject' },
    ]);
    expect(result.problems).toEqual([]);
    const [claim] = parse(result.text ?? '').claims;
    expect(claim).toMatchObject({ id: 'my-homes', places: [1, 6], quantity: 'homes-built' });
    expect(claim).not.toHaveProperty('horizon');
    expect(result.rejected).toEqual([stock]);
    expect(
      result.proposals.proposals.flatMap(({ id, state }) => (state === 'proposed' ? [] : [[id, state]])),
    ).toEqual(
      expect.arrayContaining([
        [homes, 'accepted'],
        [again, 'accepted'],
        [stock, 'rejected'],
      ]),
    );
    expect(await checkAcceptance(files, { [result.path]: result.text ?? '' })).toEqual([]);
  });

  it('puts later claims behind those that the file has, and keeps its comments', async () => {
    const first = accept([{ id: homes, action: 'accept' }]);
    const existing = (first.text ?? '').replace('claims:', '# by hand\nclaims:');
    const second = accept([{ id: stock, action: 'accept' }], { existing }, first.proposals);
    expect(second.problems).toEqual([]);
    expect(second.text).toContain('# by hand');
    expect(parse(second.text ?? '').claims).toHaveLength(2);
    expect(await checkAcceptance(files, { [second.path]: second.text ?? '' })).toEqual([]);
  });

  it('gives a claim an id of its own where another has it', () => {
    const [claim] = region.claims;
    const { text: made } = accept([
      { id: homes, action: 'accept', edit: { id: 'a-1' } },
      { id: again, action: 'accept' },
      {
        id: stock,
        action: 'accept',
        edit: {
          quantity: parse(accept([{ id: again, action: 'accept' }]).text ?? '').claims[0].quantity,
          value: 12_500,
          qualifier: 'none',
        },
      },
    ]);
    const ids = parse(made ?? '').claims.map(({ id }: { id: string }) => id);
    expect(new Set(ids).size).toBe(3);
    expect(codes(accept([{ id: homes, action: 'accept', edit: { id: claim?.id ?? '' } }]).problems)).toEqual([
      'PROPOSAL_ID_TAKEN',
    ]);
  });

  it('never says by itself that the same word with another figure is the same thing', async () => {
    const words = 'In 2030 zijn er 300 woningen, 400 woningen en 500 woningen. In 2030 zijn er 300 woningen.';
    const document = await readDocument(new Uint8Array(Buffer.from(words)), 'nota.txt');
    const file = proposalsOf({ document, reading: findQuantities(document), sha256: nought });
    const homesOnly = file.proposals.filter(({ unit }) => unit === 'homes');
    expect(homesOnly.length).toBe(4);
    const result = accept(
      homesOnly.map(({ id }) => ({ id, action: 'accept' })),
      {},
      file,
    );
    expect(result.problems).toEqual([]);
    const claims: { id: string; quantity: string; value: number }[] = parse(result.text ?? '').claims;
    expect(new Set(claims.map(({ quantity, value }) => `${quantity} ${value}`)).size).toBe(3);
    expect(new Set(claims.map(({ quantity }) => quantity)).size).toBe(3);
    expect(result.apart).toHaveLength(2);
    // Who names them the same, means it.
    const joined = accept(
      homesOnly.map(({ id }) => ({ id, action: 'accept', edit: { quantity: 'homes' } })),
      {},
      file,
    );
    expect(joined.apart).toEqual([]);
  });

  it('takes nothing at all where something is wrong, and says of each proposal what', () => {
    const result = accept([
      { id: homes, action: 'accept' },
      { id: 'q-999', action: 'accept' },
      { id: negated, action: 'accept' },
      { id: birds, action: 'accept' },
      { id: homes, action: 'reject' },
      { id: stock, action: 'accept', edit: { entity: 'ATLANTIS', period: 'ooit', qualifier: 'misschien' } },
    ]);
    expect(result.text).toBeNull();
    expect(result.proposals).toEqual(own);
    expect(result.accepted).toEqual([]);
    expect(result.problems.map(({ code, id }) => [code, id])).toEqual([
      ['PROPOSAL_UNKNOWN', 'q-999'],
      ['PROPOSAL_NEGATED', negated],
      ['PROPOSAL_UNIT', birds],
      ['PROPOSAL_TWICE', homes],
      ['PROPOSAL_QUALIFIER', stock],
      ['PROPOSAL_FIELD', stock],
      ['PROPOSAL_REFERENCE', stock],
    ]);
    expect(
      result.problems.every(({ message, hint }) => !/[{}]/.test(message.nl + message.en + hint.nl + hint.en)),
    ).toBe(true);
  });

  it('of another document goes beside the agenda, and asks when that was published', async () => {
    const other = await proposals('1'.repeat(64));
    const choices: ProposalChoice[] = [{ id: homes, action: 'accept' }];
    expect(codes(accept(choices, {}, other).problems)).toEqual(['PROPOSAL_PUBLISHED']);
    expect(codes(accept(choices, { published: 'ooit' }, other).problems)).toEqual(['PROPOSAL_FIELD']);
    const result = accept(choices, { published: '2024-03' }, other);
    expect(result.path).toBe('compared/nota.yaml');
    const loaded = await loadRegion(
      filesWith(files, {
        [result.path]: result.text ?? '',
        'proposals/nota.yaml': proposalsText(result.proposals, 'nota'),
      }),
    );
    expect(loaded.compared[0]?.claims[0]).toMatchObject({ value: 12_500, unit: 'homes', source: 'p. 1, 1' });
    expect(loaded.claims).toHaveLength(region.claims.length);
  });

  it('writes the interval where the text gives a range', async () => {
    const range = idOf(/12 tot 15/);
    const { text: made, problems, path } = accept([{ id: range, action: 'accept' }]);
    expect(problems).toEqual([]);
    expect(parse(made ?? '').claims[0]).toMatchObject({ interval: { min: 12, max: 15 }, unit: 'percent' });
    expect(await checkAcceptance(files, { [path]: made ?? '' })).toEqual([]);
  });
});

describe('a file of choices', () => {
  it('is read, and what is wrong in it has a line', () => {
    expect(
      choicesFrom(
        'keuze.yaml',
        'choices:\n  - { id: q-1, action: accept, edit: { value: 5, horizon: 2030 } }\n',
      ),
    ).toEqual([{ id: 'q-1', action: 'accept', edit: { value: 5, horizon: '2030' } }]);
    expect(() => choicesFrom('keuze.yaml', 'choices:\n  - { id: q-1, action: maybe }\n')).toThrow(
      /keuze\.yaml:2:\d+ {2}REGION_VALUE_NOT_ALLOWED/,
    );
    expect(() => choicesFrom('keuze.yaml', 'choices: [')).toThrow(/REGION_YAML_SYNTAX/);
  });
});
