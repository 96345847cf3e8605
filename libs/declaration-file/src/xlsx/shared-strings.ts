import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { open, type FileHandle, unlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PAGE_STRINGS = 1_024;
/** Pages kept in memory, some 20 MB of text; further ones go to a temporary file. */
const PAGES_IN_MEMORY = 256;
const CACHED_PAGES = 64;

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
  private file?: FileHandle;
  private fileSize = 0;
  private readonly key = randomBytes(32);
  private readonly cache = new Map<number, readonly string[]>();

  async add(text: string): Promise<void> {
    this.filling.push(text);
    if (this.filling.length < PAGE_STRINGS) return;
    const page = this.filling;
    this.filling = [];
    this.pages.push(this.pages.length < PAGES_IN_MEMORY ? page : await this.spill(page));
  }

  /** The text of that number, or undefined where the workbook refers to none. */
  async get(index: number): Promise<string | undefined> {
    const number = Math.floor(index / PAGE_STRINGS);
    const page = number === this.pages.length ? this.filling : this.pages[number];
    if (page === undefined) return undefined;
    const texts = 'offset' in page ? await this.load(number, page) : page;
    return texts[index % PAGE_STRINGS];
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
