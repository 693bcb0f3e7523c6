import { type ComponentProps, type ReactNode, useState } from 'react';

interface Props {
  readonly summary: ReactNode;
  readonly className?: string;
  readonly open?: boolean;
  /** Attributes of what it is opened by, such as those of an item of a list with roving focus. */
  readonly handle?: ComponentProps<'summary'>;
  readonly children: () => ReactNode;
}

/** A `details` whose content is rendered lazily, when it is first opened. */
export function Fold({ summary, className, open = false, handle = {}, children }: Props) {
  const [opened, setOpened] = useState(open);
  return (
    <details
      {...(className === undefined ? {} : { className })}
      open={opened}
      onToggle={(event) => setOpened(event.currentTarget.open)}
    >
      <summary {...handle}>{summary}</summary>
      {opened && children()}
    </details>
  );
}
