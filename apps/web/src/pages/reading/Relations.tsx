import type { Proposal } from '@schaalsprong/agenda';
import { useNumber, useWords } from '../../lib/hooks.tsx';
import type { Work } from '../../reading/work.ts';
import { useTexts } from './texts.ts';

/** Sums and growth that the document tells, and whether its figures fit them. */
export function Relations({ work }: { work: Work }) {
  const c = useTexts();
  const { list } = useWords();
  const number = useNumber();
  const byId = new Map(work.file.proposals.map((proposal) => [proposal.id, proposal]));
  const said = (id: Proposal['id']): string => {
    const found = byId.get(id);
    return found === undefined ? id : number(found.value, found.unit, { precise: true });
  };
  if (work.file.relations.length === 0) return null;
  return (
    <section className="reading__part" aria-labelledby="verbanden">
      <h2 id="verbanden" className="utrecht-heading-2">
        {c('relations.title')}
      </h2>
      <p className="small">{c('relations.note')}</p>
      <ul className="relations">
        {work.file.relations.map(({ kind, whole, parts, fits }) => {
          const [first, ...rest] = parts;
          const words = {
            whole: said(whole),
            parts: list((kind === 'growth' ? rest : parts).map(said)),
            from: first === undefined ? '' : said(first),
          };
          const total = parts.reduce((sum, part) => sum + (byId.get(part)?.value ?? Number.NaN), 0);
          // A part that is named alone need not be all of it.
          const isPart = kind === 'sum' && fits && total !== byId.get(whole)?.value;
          return (
            <li key={`${kind} ${whole} ${parts.join(' ')}`}>
              {c(
                isPart
                  ? 'relation.within'
                  : kind === 'growth' && rest.length === 0
                    ? 'relation.growth.plain'
                    : `relation.${kind}`,
                words,
              )}{' '}
              <strong>{c(fits ? 'relation.fits' : 'relation.clashes')}</strong>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
