import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { Combobox } from '#web/ui/combobox.tsx';
import { zoneChoices } from './zones.ts';

interface ZoneChoiceProps {
  readonly value: string;
  /** The zone of the workspace, which is among the choices though browsers may not list it. */
  readonly used: string;
  readonly onChange: (zone: string) => void;
}

/** One time zone: type a city to find it. Its four hundred lines stand in the page only while it is open. */
export function ZoneChoice({ value, used, onChange }: ZoneChoiceProps): ReactNode {
  const options = useMemo(() => zoneChoices(used), [used]);
  return (
    <Combobox
      options={options}
      value={value}
      onChange={(zone) => {
        if (zone !== undefined) onChange(zone);
      }}
    />
  );
}
