import { SegmentedControl } from '@mantine/core';
import type { ReactNode } from 'react';

/** A few ways of looking at the same thing, one chosen: `Open (12)`, `Overdue (3)`, `All`. */
export function ViewTabs<Name extends string>({
  label,
  tabs,
  value,
  onChange,
}: {
  readonly label: string;
  readonly tabs: readonly { readonly value: Name; readonly label: string }[];
  readonly value: Name;
  readonly onChange: (value: Name) => void;
}): ReactNode {
  return (
    <SegmentedControl
      aria-label={label}
      data={tabs.map((tab) => ({ ...tab }))}
      value={value}
      onChange={(chosen) => onChange(chosen as Name)}
      size="sm"
      transitionDuration={0}
      withItemsBorders={false}
    />
  );
}
