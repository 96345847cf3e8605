/** A room as the API takes it. */
export interface Room {
  readonly code: string;
  readonly beds: number;
}

/** `101, 2` a line, as people keep rooms in spreadsheets; commas, semicolons and tabs separate alike. */
export const textOfRooms = (rooms: readonly Room[]): string =>
  rooms.map(({ code, beds }) => `${code}, ${beds}`).join('\n');

/** The rooms of such a text, or the first line that is none. Beds left out are two, as in registrations. */
export function roomsOfText(
  text: string,
): { readonly rooms: Room[] } | { readonly line: number; readonly text: string } {
  const rooms: Room[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    const [code = '', beds = '2', ...rest] = line.split(/[,;\t]/).map((part) => part.trim());
    if (code === '' || rest.length > 0 || !/^\d{1,3}$/.test(beds)) return { line: index + 1, text: line.trim() };
    rooms.push({ code, beds: Number(beds) });
  }
  return { rooms };
}
