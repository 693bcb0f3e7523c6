import { type ReactNode, useState } from 'react';

interface Props {
  readonly summary: ReactNode;
  readonly className?: string;
  readonly open?: boolean;
  readonly children: () => ReactNode;
}

/** A `details` whose content is rendered lazily, when it is first opened. */
export function Fold({ summary, className, open = false, children }: Props) {
  const [opened, setOpened] = useState(open);
  return (
    <details
      {...(className === undefined ? {} : { className })}
      open={opened}
      onToggle={(event) => setOpened(event.currentTarget.open)}
    >
      <summary>{summary}</summary>
      {opened && children()}
    </details>
  );
}
