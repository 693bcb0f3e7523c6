import type { HTMLAttributes } from 'react';

interface Props extends HTMLAttributes<HTMLElement> {
  readonly label: string;
}

/** One row of a list of facts (`<dl className="about">`): what it is, and the fact. */
export function Row({ label, ...fact }: Props) {
  return (
    <div>
      <dt>{label}</dt>
      <dd {...fact} />
    </div>
  );
}
