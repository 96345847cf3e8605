import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { open, type FileHandle, unlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppError } from '@luutru/platform';

const PAGE_STRINGS = 1_024;
/** Characters kept in memory; further pages go to a temporary file. */
const MEMORY_CHARACTERS = 8 * 1024 * 1024;
/** A cell holds 32,767 characters at most; what is longer is no text of a spreadsheet. */
const LONGEST = 32_768;
/** Characters of a page, so that a few long texts make one as many short ones do. */
const PAGE_CHARACTERS = 256 * 1024;
/** Half a million people with all their fields have about 200 million characters. */
const MOST_CHARACTERS = 400 * 1024 * 1024;
const CACHED_PAGES = 16;

interface SpilledPage {
  readonly offset: number;
  readonly length: number;
}

/**
 * The texts of a workbook, which rows refer to by number. Texts lie in pages; when there are many, pages go to a temporary
 * file that no one else can open and whose key is never stored, so that memory does not grow with the workbook.
 */
export class SharedStrings {
  private readonly pages: (readonly string[] | SpilledPage)[] = [];
  private filling: string[] = [];
  private fillingCharacters = 0;
  private characters = 0;
  /** Texts in full pages, and the number of the first text of each. */
  private count = 0;
  private readonly firsts: number[] = [];
  private file?: FileHandle;
  private fileSize = 0;
  private readonly key = randomBytes(32);
  private readonly cache = new Map<number, readonly string[]>();

  /** Throws `file-zip-bomb` for more text than any list of people has. */
  async add(text: string): Promise<void> {
    const kept = text.length > LONGEST ? text.slice(0, LONGEST) : text;
    this.filling.push(kept);
    this.fillingCharacters += kept.length;
    if (this.filling.length < PAGE_STRINGS && this.fillingCharacters < PAGE_CHARACTERS) return;
    this.characters += this.fillingCharacters;
    if (this.characters > MOST_CHARACTERS) throw new AppError('file-zip-bomb', 'invalid');
    const page = this.filling;
    const spills = this.characters > MEMORY_CHARACTERS;
    this.filling = [];
    this.fillingCharacters = 0;
    this.firsts.push(this.count);
    this.count += page.length;
    this.pages.push(spills ? await this.spill(page) : page);
  }

  /** The text of that number, or undefined where the workbook refers to none. */
  async get(index: number): Promise<string | undefined> {
    if (index >= this.count) return this.filling[index - this.count];
    const number = this.pageOf(index);
    const page = this.pages[number];
    if (page === undefined) return undefined;
    const texts = 'offset' in page ? await this.load(number, page) : page;
    return texts[index - (this.firsts[number] ?? 0)];
  }

  /** The last page that begins at or before the text. */
  private pageOf(index: number): number {
    let [low, high] = [0, this.firsts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.firsts[middle] ?? 0) <= index) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  async close(): Promise<void> {
    await this.file?.close();
    this.file = undefined;
    this.cache.clear();
  }

  private async spill(page: readonly string[]): Promise<SpilledPage> {
    this.file ??= await this.createFile();
    const iv = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.key, iv);
    const body = Buffer.concat([cipher.update(JSON.stringify(page), 'utf8'), cipher.final()]);
    const box = Buffer.concat([iv, cipher.getAuthTag(), body]);
    const offset = this.fileSize;
    await this.file.write(box, 0, box.length, offset);
    this.fileSize += box.length;
    return { offset, length: box.length };
  }

  private async load(number: number, { offset, length }: SpilledPage): Promise<readonly string[]> {
    const known = this.cache.get(number);
    if (known) return known;
    const box = Buffer.alloc(length);
    await this.file?.read(box, 0, length, offset);
    const decipher = createDecipheriv('aes-256-gcm', this.key, box.subarray(0, 12));
    decipher.setAuthTag(box.subarray(12, 28));
    const text = Buffer.concat([decipher.update(box.subarray(28)), decipher.final()]).toString('utf8');
    const page = JSON.parse(text) as readonly string[];
    this.cache.set(number, page);
    const [oldest] = this.cache.keys();
    if (this.cache.size > CACHED_PAGES && oldest !== undefined) this.cache.delete(oldest);
    return page;
  }

  /** Unlinked at once: it lives only as long as this process holds it open. */
  private async createFile(): Promise<FileHandle> {
    const path = join(tmpdir(), `strings-${randomBytes(12).toString('hex')}`);
    const file = await open(path, 'wx+', 0o600);
    await unlink(path);
    return file;
  }
}
