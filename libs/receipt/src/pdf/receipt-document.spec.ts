import { inflateSync } from 'node:zlib';
import jsQR from 'jsqr';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { signingKey } from '@luutru/platform';
import { ReceiptSigner } from '../receipt.signer';
import { aReceipt } from '../testing/receipt.builder';
import { type PrintedReceipt, receiptPdf } from './receipt-document';

const VERIFY_URL = 'https://luutru.example.vn/kiem-tra';
const signer = new ReceiptSigner(signingKey('receipt', 1, Buffer.alloc(32, 7)));
const stayId = '01a208e8-2000-7d3b-9960-6828ffad04e5';

function printed(facts: Parameters<typeof aReceipt>[0] = {}, change: Partial<PrintedReceipt> = {}): PrintedReceipt {
  const claims = aReceipt({ stayId, contentFingerprint: 'A'.repeat(43), ...facts });
  const facility = { name: 'Khách sạn Ơ Ư Ắ Ệ Ỡ Ẵ', address: '12 Võ Nguyên Giáp, phường Ngũ Hành Sơn, Đà Nẵng' };
  return { claims, jws: signer.issue(claims), facility, ...change };
}

async function textOf(pdf: Buffer): Promise<{ pages: number; text: string }> {
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: 0 });
  const document = await task.promise;
  const { items } = await (await document.getPage(1)).getTextContent();
  const text = items.map((item) => ('str' in item ? item.str : '')).join('');
  await task.destroy();
  return { pages: document.numPages, text };
}

/** What a scanner reads from the black squares on the page. */
function scan(pdf: Buffer): string | undefined {
  const squares = contentOf(pdf).matchAll(/([\d.]+) ([\d.]+) ([\d.]+) \3 re\n\S+ cs\n0 0 0 scn/g);
  const modules = [...squares].map(([, x, y, side]) => ({ x: Number(x), y: Number(y), side: Number(side) }));
  const [left, top] = [Math.min(...modules.map(({ x }) => x)), Math.min(...modules.map(({ y }) => y))];
  const side = modules[0]?.side ?? 1;
  const places = modules.map(({ x, y }) => [Math.round((x - left) / side), Math.round((y - top) / side)] as const);
  const [scale, quiet] = [3, 4];
  const width = (Math.max(...places.map(([column]) => column)) + 1 + 2 * quiet) * scale;
  const pixels = new Uint8ClampedArray(width * width * 4).fill(255);
  for (const [column, row] of places) {
    for (let dot = 0; dot < scale * scale; dot += 1) {
      const [x, y] = [(column + quiet) * scale + (dot % scale), (row + quiet) * scale + Math.floor(dot / scale)];
      pixels.fill(0, (y * width + x) * 4, (y * width + x) * 4 + 3);
    }
  }
  return jsQR(pixels, width, width)?.data;
}

function contentOf(pdf: Buffer): string {
  for (let at = pdf.indexOf('stream\n'); at >= 0; at = pdf.indexOf('stream\n', at + 1)) {
    const end = pdf.indexOf('\nendstream', at);
    if (pdf.subarray(at - 3, at).toString() === 'end' || pdf[at + 7] !== 0x78) continue;
    const content = inflateSync(pdf.subarray(at + 7, end)).toString('latin1');
    if (content.includes(' re\n')) return content;
  }
  throw new Error('The page has no squares');
}

describe('printed receipt', () => {
  it('is one page, Vietnamese first, with every diacritic', async () => {
    const { pages, text } = await textOf(await receiptPdf(printed(), VERIFY_URL));
    expect(pages).toBe(1);
    const inOrder = [
      'GIẤY TIẾP NHẬN THÔNG BÁO LƯU TRÚ',
      'Receipt of a residence declaration',
      'Khách sạn Ơ Ư Ắ Ệ Ỡ Ẵ',
      '12 Võ Nguyên Giáp, phường Ngũ Hành Sơn, Đà Nẵng',
      'KS-DN-0001',
      'Khách lưu trú',
      '21:30 ngày 23/11/2026',
      '21:56 ngày 23/11/2026',
      '23:00 ngày 23/11/2026',
      'Đúng hạn',
      'On time',
      stayId,
      'không nêu tên hay thông tin cá nhân',
      'names nobody',
    ];
    const places = inOrder.map((part) => text.indexOf(part));
    expect(inOrder.filter((_, index) => (places[index] ?? -1) < 0)).toEqual([]);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(text).not.toContain('Trễ hạn');
  });

  it('says that a declaration was late, corrected or cancelled', async () => {
    const dueAt = new Date('2026-11-23T14:00:00Z');
    const corrected = await textOf(
      await receiptPdf(printed({ version: 2, act: 'corrected', dueAt, previousReceipt: 'a.b.c' }), VERIFY_URL),
    );
    expect(corrected.text).toContain('GIẤY TIẾP NHẬN ĐIỀU CHỈNH THÔNG BÁO LƯU TRÚ');
    expect(corrected.text).toContain('Trễ hạn');
    expect(corrected.text).not.toContain('Đúng hạn');
    const cancelled = await textOf(await receiptPdf(printed({ version: 3, act: 'cancelled' }), VERIFY_URL));
    expect(cancelled.text).toContain('GIẤY TIẾP NHẬN HỦY THÔNG BÁO LƯU TRÚ');
  });

  it('carries the receipt in its QR code, after the # that no server sees', async () => {
    for (const receipt of [printed(), printed({ version: 2, act: 'corrected', previousReceipt: 'a.b.c' })]) {
      const read = scan(await receiptPdf(receipt, VERIFY_URL));
      expect(read).toBe(`${VERIFY_URL}#${receipt.jws}`);
      expect(new URL(read ?? '').hash.slice(1)).toBe(receipt.jws);
    }
  });

  it('stays one page with a long name, a long address and a note', async () => {
    const facility = { name: 'Nhà trọ Hoa Phượng '.repeat(8), address: 'đường Nguyễn Hữu Thọ, '.repeat(10) };
    const note = { vi: 'Bản tiếng Việt là bản chính.', en: 'The Vietnamese text prevails.' };
    const { pages, text } = await textOf(await receiptPdf(printed({}, { facility, note }), VERIFY_URL));
    expect(pages).toBe(1);
    expect(text).toContain('Bản tiếng Việt là bản chính.');
  });

  it('writes composed letters for decomposed ones', async () => {
    const facility = { name: 'Huế Ệ'.normalize('NFD'), address: 'Đà Nẵng'.normalize('NFD') };
    expect((await textOf(await receiptPdf(printed({}, { facility }), VERIFY_URL))).text).toContain('Huế Ệ');
  });

  it('is the same bytes for the same receipt', async () => {
    const [one, two] = [await receiptPdf(printed(), VERIFY_URL), await receiptPdf(printed(), VERIFY_URL)];
    expect(one.equals(two)).toBe(true);
    expect(one.equals(await receiptPdf(printed({ version: 2, act: 'cancelled' }), VERIFY_URL))).toBe(false);
  });

  it('is laid out beside the event loop, so that others are served meanwhile', async () => {
    await receiptPdf(printed(), VERIFY_URL);
    let turns = 0;
    let going = true;
    const others = (): void => {
      turns += 1;
      if (going) setImmediate(others);
    };
    setImmediate(others);
    await Promise.all(Array.from({ length: 5 }, () => receiptPdf(printed(), VERIFY_URL)));
    going = false;
    // In one thread there would be a turn or two for each page.
    expect(turns).toBeGreaterThan(100);
  });
});
