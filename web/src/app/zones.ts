/** The time zones to choose from. Browsers list no alias: one in use that is not listed (`UTC`) comes first. */
export function zoneChoices(used: string): readonly { readonly value: string; readonly label: string }[] {
  const known = Intl.supportedValuesOf('timeZone');
  const zones = known.includes(used) ? known : [used, ...known];
  return zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }));
}
