import type { AuditReport } from '@schaalsprong/audit';
import { SearchIndex } from '@schaalsprong/search';
import { routes, type SearchResponse } from '@schaalsprong/wire';
import { type Body, jsonBody } from '../http/body.ts';
import type { Router } from '../http/register.ts';
import { parameter, sendBody, sendProblem } from '../http/send.ts';
import { type Current, lastOf, perState } from '../server-state.ts';
import { searchDocuments } from './documents.ts';

type Conflicts = AuditReport['conflicts'];

const isLang = (text: string): text is 'nl' | 'en' => text === 'nl' || text === 'en';

/** Everything that can be found, per language; made again only when the content or the figures are others. */
export function addSearch(router: Router, current: Current): void {
  const conflicts = perState(current, async (state): Promise<Conflicts> => {
    try {
      return (await state.audit()).report.conflicts;
    } catch {
      // The page of conflicts says why; everything else can still be found.
      return [];
    }
  });
  const made = perState(current, ({ agenda, sources, monitor }) => {
    const bodies = (lang: 'nl' | 'en') => {
      const of = lastOf((found: Conflicts) =>
        lastOf((view: ReturnType<typeof monitor.view>): Body => {
          const content = {
            agenda,
            sources: sources(),
            indicators: view.list().indicators,
            conflicts: found,
          };
          const index = SearchIndex.of(searchDocuments(content, lang), lang);
          const answer: SearchResponse = { lang, size: index.size, index: index.serialized() };
          return jsonBody(answer);
        }),
      );
      return (found: Conflicts) => of(found)(monitor.view());
    };
    return { nl: bodies('nl'), en: bodies('en') };
  });
  router.read(routes.search, async (request, reply) => {
    const lang = parameter(request, 'lang');
    if (!isLang(lang)) return sendProblem(request, reply, 'taal-onjuist', { what: lang });
    return sendBody(request, reply, made()[lang](await conflicts()));
  });
}
