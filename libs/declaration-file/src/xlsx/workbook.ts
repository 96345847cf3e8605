import { posix } from 'node:path';
import { AppError } from '@luutru/platform';
import type { FileSource } from '../read/file-source';
import { SharedStrings } from './shared-strings';
import { readXml, xmlEvents } from './xml-events';
import { ZipArchive } from './zip-archive';

export interface SheetEntry {
  readonly name: string;
  /** The part of the archive. */
  readonly part: string;
  readonly hidden: boolean;
}

/** What a workbook consists of. */
export interface Workbook {
  readonly archive: ZipArchive;
  readonly sheets: readonly SheetEntry[];
  /** Days are counted from 1904 (workbooks of old Macs) instead of 1900. */
  readonly date1904: boolean;
  readonly hasMacros: boolean;
  readonly sharedStringsPart: string | null;
  readonly stylesPart: string | null;
}

/** Opens a workbook; throws `file-not-a-workbook` for another kind of archive. */
export async function openWorkbook(source: FileSource): Promise<Workbook> {
  const archive = await ZipArchive.open(source);
  const root = await relations(archive, '_rels/.rels', '');
  const main = [...root.values()].find(({ type }) => type.endsWith('/officeDocument'))?.target ?? 'xl/workbook.xml';
  if (!archive.has(main)) throw new AppError('file-not-a-workbook', 'invalid');
  const folder = posix.dirname(main);
  const parts = await relations(archive, posix.join(folder, '_rels', `${posix.basename(main)}.rels`), folder);
  const sheets: SheetEntry[] = [];
  let date1904 = false;
  await readXml(await archive.text(main), {
    open: (name, attributes) => {
      if (name === 'workbookPr') date1904 = ['1', 'true'].includes(attributes.date1904 ?? '');
      if (name !== 'sheet') return;
      const id = Object.entries(attributes).find(([key]) => key === 'id' || key.endsWith(':id'))?.[1] ?? '';
      const part = parts.get(id)?.target;
      const hidden = attributes.state === 'hidden' || attributes.state === 'veryHidden';
      if (part !== undefined && archive.has(part)) sheets.push({ name: attributes.name ?? '', part, hidden });
    },
  });
  const partOf = (type: string): string | null =>
    [...parts.values()].find((part) => part.type.endsWith(type) && archive.has(part.target))?.target ?? null;
  return {
    archive,
    sheets,
    date1904,
    hasMacros: archive.names.some((name) => name.toLowerCase().endsWith('vbaproject.bin')),
    sharedStringsPart: partOf('/sharedStrings'),
    stylesPart: partOf('/styles'),
  };
}

async function relations(
  archive: ZipArchive,
  part: string,
  folder: string,
): Promise<Map<string, { type: string; target: string }>> {
  const found = new Map<string, { type: string; target: string }>();
  if (!archive.has(part)) return found;
  await readXml(await archive.text(part), {
    open: (name, { Id, Type, Target, TargetMode }) => {
      if (name !== 'Relationship' || Id === undefined || Target === undefined || TargetMode === 'External') return;
      const target = Target.startsWith('/') ? Target.slice(1) : posix.normalize(posix.join(folder, Target));
      found.set(Id, { type: Type ?? '', target });
    },
  });
  return found;
}

/** Reads the texts that cells refer to by number; phonetic hints are left out. */
export async function loadSharedStrings({ archive, sharedStringsPart }: Workbook): Promise<SharedStrings> {
  const strings = new SharedStrings();
  if (sharedStringsPart === null) return strings;
  const ready: string[] = [];
  let text = '';
  let inText = false;
  let phonetic = 0;
  const events = xmlEvents(archive.read(sharedStringsPart), {
    open: (name) => {
      if (name === 'si') text = '';
      else if (name === 'rPh') phonetic += 1;
      else if (name === 't') inText = phonetic === 0;
    },
    text: (part) => {
      if (inText) text += part;
    },
    close: (name) => {
      if (name === 't') inText = false;
      else if (name === 'rPh') phonetic -= 1;
      else if (name === 'si') ready.push(text);
    },
  });
  for await (const _ of events) {
    for (const one of ready) await strings.add(one);
    ready.length = 0;
  }
  return strings;
}
