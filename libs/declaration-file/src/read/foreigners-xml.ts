import { FORMS } from '../forms/forms';
import type { Cell, SheetRow } from '../xlsx/sheet-rows';
import { xmlEvents } from '../xlsx/xml-events';
import type { FileSource } from './file-source';
import type { Header } from './header';
import { fold } from './fold';
import { textOf, type TextEncoding } from './text-encoding';

/** The foreigners' form as elements: each is one of its columns, by the alias that is the element's name. */
const COLUMNS = FORMS.foreigners.columns.map((column, place) => {
  const element = (column.aliases ?? []).find((alias) => alias.includes('_')) ?? '';
  return { column, place, element: fold(element) };
});
const PLACE_OF = new Map(COLUMNS.map(({ element, place }) => [element, place]));

export const XML_HEADER: Header = {
  form: FORMS.foreigners,
  columns: new Map(COLUMNS.map(({ column, place }) => [place, column])),
  unknown: [],
  missing: [],
  width: COLUMNS.length,
};

/** The guests of a `KHAI_BAO_TAM_TRU` file as rows, numbered from 1. */
export async function* foreignersXmlRows(source: FileSource, encoding: TextEncoding): AsyncGenerator<SheetRow> {
  const ready: SheetRow[] = [];
  let number = 0;
  let cells: Map<number, Cell> | null = null;
  let place: number | undefined;
  let text = '';
  const events = xmlEvents(utf8Of(source, encoding), {
    open: (name) => {
      if (name === 'THONG_TIN_KHACH') cells = new Map();
      place = cells ? PLACE_OF.get(fold(name)) : undefined;
      text = '';
    },
    text: (part) => {
      if (place !== undefined) text += part;
    },
    close: (name) => {
      if (name === 'THONG_TIN_KHACH' && cells) {
        ready.push({ number: (number += 1), cells });
        cells = null;
      } else if (cells && place !== undefined && text.trim() !== '') cells.set(place, { kind: 'text', text });
      place = undefined;
    },
  });
  for await (const _ of events) {
    yield* ready;
    ready.length = 0;
  }
}

async function* utf8Of(source: FileSource, encoding: TextEncoding): AsyncGenerator<Buffer> {
  for await (const text of textOf(source, encoding)) yield Buffer.from(text);
}
