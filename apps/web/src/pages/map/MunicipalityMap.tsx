import type { MapItem, MapResponse } from '@schaalsprong/wire';
import {
  FormField,
  FormLabel,
  Heading2,
  Paragraph,
  Select,
  SelectOption,
} from '@utrecht/component-library-react';
import { useId, useState } from 'react';
import { A } from '../../components/Link.tsx';
import { Failed, Loading } from '../../components/states.tsx';
import { useResource, useWords } from '../../lib/hooks.tsx';
import { MapPart } from './MapPart.tsx';
import { mapResource, mapValuesResource, noMapValues } from './resources.ts';
import { useTexts } from './texts.ts';
import type { MapView } from './view.ts';

/** Where a map stands. */
export type MapPlace = 'home' | 'monitor' | 'target' | 'table' | 'municipality';

/** Where a map stands, and what it is of. */
export interface MapOf {
  readonly place: MapPlace;
  /** The target whose measurements it shows; those of all indicators without one. */
  readonly target?: string;
  /** Code of the municipality of the page, which gets an outline. */
  readonly own?: string;
}

/** What the map shows, by theme where there are several. */
function Chooser({
  items,
  id,
  pick,
}: {
  readonly items: readonly MapItem[];
  readonly id: string;
  readonly pick: (id: string) => void;
}) {
  const { tx } = useWords();
  const c = useTexts();
  const field = useId();
  return (
    <FormField>
      <FormLabel htmlFor={field}>{c('choose')}</FormLabel>
      <Select
        id={field}
        value={id}
        onChange={(event: { target: { value: string } }) => pick(event.target.value)}
      >
        {items.map((item) => (
          <SelectOption key={item.id} value={item.id}>
            {tx(item.title)}
          </SelectOption>
        ))}
      </Select>
    </FormField>
  );
}

function Drawn({
  map,
  items,
  place,
  own,
}: Omit<MapOf, 'target'> & { readonly map: MapResponse; readonly items: readonly MapItem[] }) {
  const { tx } = useWords();
  const c = useTexts();
  const [view, setView] = useState<MapView>({ shape: null, mode: null, period: null });
  const [picked, pick] = useState<string | null>(null);
  const item = items.find(({ id }) => id === picked) ?? items.find(({ id }) => id === map.first) ?? items[0];
  // While another is fetched the map that was stays, so that nothing jumps.
  const [drawn, setDrawn] = useState(item?.id ?? '');
  const { value, failing } = useResource(item === undefined ? noMapValues : mapValuesResource(item.id));
  if (value !== null && value.id !== drawn) setDrawn(value.id);
  const before = useResource(drawn === '' ? noMapValues : mapValuesResource(drawn)).value;
  if (item === undefined) return null;
  const shown = value ?? before;
  return (
    <>
      <Heading2 id={`${place}-map`}>{c(place === 'table' ? 'head.monitor' : `head.${place}`)}</Heading2>
      <Paragraph>{c(`lead.${place}`)}</Paragraph>
      {shown === null ? (
        failing === null ? (
          <Loading />
        ) : (
          <Failed error={failing} retry={() => void mapValuesResource(item.id).refresh()} />
        )
      ) : (
        <MapPart
          subject={{
            id: shown.id,
            title: tx(shown.title),
            unit: shown.unit,
            publishers: tx(shown.publishers),
          }}
          figures={shown.figures}
          map={map}
          {...(own === undefined ? {} : { own })}
          view={view}
          choose={(some) => setView({ ...view, ...some })}
        >
          {items.length > 1 && (
            <Chooser
              items={items}
              id={item.id}
              pick={(id) => {
                pick(id);
                setView({ ...view, period: null });
              }}
            />
          )}
        </MapPart>
      )}
      <p className="small">
        <A to={`/monitor/${item.id}`}>
          {c('monitor.open')}: {tx(item.title)}
        </A>
      </p>
    </>
  );
}

/**
 * A map of the municipalities with a chooser of what it shows; of a target only what measures it. Nothing where no municipality has
 * figures of it.
 */
export default function MunicipalityMap({ target, ...stands }: MapOf) {
  const { value: map, failing } = useResource(mapResource);
  if (map === null)
    return failing === null ? (
      <Loading />
    ) : (
      <Failed error={failing} retry={() => void mapResource.refresh()} />
    );
  const items =
    target === undefined ? map.items : map.items.filter(({ targets }) => targets.includes(target));
  return items.length === 0 ? null : <Drawn map={map} items={items} {...stands} />;
}
