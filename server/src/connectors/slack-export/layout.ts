/** What a path of an export is: a list, or one day of one channel. */
export type Place =
  | { readonly type: 'list'; readonly list: List; readonly root: string }
  | { readonly type: 'day'; readonly folder: string; readonly root: string };

export type List = 'users' | 'channels' | 'private';

const LISTS: ReadonlyMap<string, List> = new Map([
  ['users.json', 'users'],
  ['org_users.json', 'users'],
  ['channels.json', 'channels'],
  ['groups.json', 'private'],
  ['dms.json', 'private'],
  ['mpims.json', 'private'],
]);

/** `root` is the folder of the export itself: empty, or that of one run among several. */
export function placeOf(path: string): Place | undefined {
  const steps = path.split('/');
  const file = steps.pop() ?? '';
  const list = LISTS.get(file);
  if (list !== undefined) return { type: 'list', list, root: steps.join('/') };
  const folder = steps.pop();
  if (folder === undefined || !/^\d{4}-\d\d-\d\d\.json$/.test(file)) return undefined;
  return { type: 'day', folder, root: steps.join('/') };
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * When the export was made, as far as its folder tells: `run-2026-08-07T13:47:36`, or « … Slack export May 1 2024 -
 * Jun 1 2024 » as Slack names its archives. As sortable text.
 */
export function madeAt(root: string): string | undefined {
  const [, day, time] = /(?:^|\/)run-(\d{4}-\d\d-\d\d)(?:T([\d:.-]+))?[^/]*$/.exec(root) ?? [];
  if (day !== undefined) return time === undefined ? day : `${day}T${time.replaceAll('-', ':')}`;
  const [, month = '', date = '', year = ''] = /export .* - ([A-Z][a-z]{2}) (\d{1,2}) (\d{4})$/.exec(root) ?? [];
  const number = MONTHS.indexOf(month) + 1;
  return number === 0 ? undefined : `${year}-${String(number).padStart(2, '0')}-${date.padStart(2, '0')}`;
}
