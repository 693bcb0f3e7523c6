import { FormLabel, Paragraph } from '@utrecht/component-library-react';
import { useId, useState } from 'react';
import { useAgenda } from '../../lib/hooks.tsx';
import { type BoundaryFault, largestFile, type Outlines, readBoundaries } from '../../monitor/boundaries.ts';
import { useTexts } from './texts.ts';

/** Lets a reader open a file with boundaries: in sight where there are none, else folded. */
export function OpenBoundaries({
  opened,
  none = false,
}: {
  readonly opened: (outlines: Outlines) => void;
  readonly none?: boolean;
}) {
  const c = useTexts();
  const id = useId();
  const { areas } = useAgenda();
  const municipalities = areas.filter(({ kind }) => kind === 'municipality');
  const [fault, setFault] = useState<BoundaryFault | null>(null);
  const read = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    const found = file.size > largestFile ? 'too-large' : readBoundaries(await file.text(), municipalities);
    if (typeof found === 'string') setFault(found);
    else {
      setFault(null);
      opened(found);
    }
  };
  const form = (
    <div className="file">
      <Paragraph>{c(none ? 'boundaries.none' : 'boundaries.ownText')}</Paragraph>
      <FormLabel htmlFor={id}>{c('boundaries.open')}</FormLabel>
      <input
        id={id}
        type="file"
        accept=".geojson,.json,application/geo+json,application/json"
        onChange={(event) => void read(event.target.files?.[0])}
      />
      <p className="form-error" role="alert">
        {fault === null ? '' : c(`fault.${fault}`)}
      </p>
    </div>
  );
  if (none) return form;
  return (
    <details className="map-own">
      <summary>{c('boundaries.own')}</summary>
      {form}
    </details>
  );
}
