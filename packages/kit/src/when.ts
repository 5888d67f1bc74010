const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/;
const DAY = /^\d{4}-\d\d-\d\d$/;

/** Whether a text is an ISO instant in UTC, of a day that exists. */
export function isInstant(text: string): boolean {
  return INSTANT.test(text) && isReal(text);
}

/** Whether a text is a day (YYYY-MM-DD) that exists. */
export function isDay(text: string): boolean {
  return DAY.test(text) && isReal(text);
}

/** The calendar turns a 30 February into a day of March rather than refusing it. */
function isReal(text: string): boolean {
  const milliseconds = Date.parse(text);
  return !Number.isNaN(milliseconds) && new Date(milliseconds).toISOString().startsWith(text.slice(0, 10));
}
