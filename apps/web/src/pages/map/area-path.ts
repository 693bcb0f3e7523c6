import { hasPage, thingPath } from '@schaalsprong/wire/things';
import { useAgenda } from '../../lib/hooks.tsx';

/** The kind of a municipality as a thing, where its pages are part of the site. */
const municipality: string = 'municipality';

/** The address of the page of a municipality; that of its party in a site without such pages. */
export function useAreaPath(): (code: string) => string | null {
  const { parties } = useAgenda();
  return (code) => {
    if (hasPage(municipality)) return thingPath(municipality, code);
    const party = parties.find(({ area }) => area === code);
    return party === undefined ? null : thingPath('party', party.id);
  };
}
