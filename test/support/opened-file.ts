import { text } from 'node:stream/consumers';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { fromBufferPromise } from 'yauzl';

/** All that stands in a file, whatever it is: of a workbook every part of it, of a document every page and what it says of itself. */
export async function textOfFile(body: Buffer): Promise<string> {
  const start = body.subarray(0, 5).toString('latin1');
  if (start.startsWith('PK')) return textOfArchive(body);
  return start === '%PDF-' ? textOfDocument(body) : body.toString();
}

/** Each part as it is, and as it reads without its tags. */
async function textOfArchive(body: Buffer): Promise<string> {
  const archive = await fromBufferPromise(body, { lazyEntries: true });
  const parts: string[] = [];
  for await (const entry of archive.eachEntry()) {
    const xml = await text(await archive.openReadStreamPromise(entry));
    parts.push(entry.fileName, xml, unescaped(xml.replace(/<[^>]*>/g, ' ')), unescaped(xml.replace(/<[^>]*>/g, '')));
  }
  return parts.join('\n');
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const unescaped = (xml: string): string =>
  xml
    .replace(/&#(x?)([0-9a-f]+);/gi, (_all, hex: string, digits: string) =>
      String.fromCodePoint(parseInt(digits, hex ? 16 : 10)),
    )
    .replace(/&([a-z]+);/g, (all, name: string) => NAMED[name] ?? all);

/** With spaces between the pieces of a line and without any: where a line is broken says nothing of what is meant. */
async function textOfDocument(body: Buffer): Promise<string> {
  const { about, sheets } = await openDocument(body);
  const together = sheets.map((sheet) => sheet.replaceAll(/\s/g, '').normalize('NFC'));
  return [about, ...sheets, ...together].join('\n');
}

/** What stands on each sheet of a PDF. */
export const sheetsOf = async (pdf: Buffer): Promise<readonly string[]> => (await openDocument(pdf)).sheets;

async function openDocument(pdf: Buffer): Promise<{ readonly about: string; readonly sheets: readonly string[] }> {
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: 0 });
  const document = await task.promise;
  const { info } = await document.getMetadata();
  const sheets: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    const pieces = items.map((item) => ('str' in item ? item.str : ''));
    // Marks that a font sets apart are letters again.
    sheets.push(pieces.join(' ').normalize('NFC'));
  }
  await task.destroy();
  return { about: JSON.stringify(info), sheets };
}
