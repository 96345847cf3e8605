/** `15/8/1990`, `8/1990` or `1990` as the API writes it; anything else as it is, so that the API says what is wrong. */
export function typedDate(text: string): string {
  const [, day, month, year] = /^(?:(?:(\d{1,2})[/.-])?(\d{1,2})[/.-])?(\d{4})$/.exec(text.trim()) ?? [];
  if (year === undefined) return text.trim();
  return [year, month?.padStart(2, '0'), day?.padStart(2, '0')].filter((part) => part !== undefined).join('-');
}
