import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type StatisticsReport, statisticsReportPdf } from './statistics-report.pdf';

const columns = [
  { vi: 'Lượt khách', en: 'Arrivals' },
  { vi: 'Lượt khách quốc tế', en: 'International arrivals' },
  { vi: 'Thời gian lưu trú bình quân (ngày)', en: 'Average stay (days)' },
];

function aReport(rows: StatisticsReport['tables'][number]['rows']): StatisticsReport {
  return {
    title: { vi: 'BÁO CÁO THỐNG KÊ LƯU TRÚ', en: 'STATISTICS OF STAYS' },
    unit: 'Sở Văn hóa, Thể thao và Du lịch',
    area: 'Thành phố Đà Nẵng',
    period: 'quý 4/2026',
    made: new Date('2027-01-19T18:30:00Z'),
    tables: [
      { title: { vi: 'Theo phường, xã', en: 'By ward' }, head: { vi: 'Phường, xã', en: 'Ward' }, columns, rows },
    ],
    notes: [{ vi: 'Tính theo ngày đến.', en: 'By day of arrival.' }],
  };
}

const ROWS = [
  { name: 'Toàn thành phố', figures: [1234567, 8000, 2.25], isTotal: true },
  { name: 'Phường Hội An Đông Ơ Ư Ắ Ệ Ỡ Ẵ'.normalize('NFD'), figures: [12034, null, null] },
];

async function textOf(pdf: Buffer): Promise<{ pages: number; text: string }> {
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: 0 });
  const document = await task.promise;
  let text = '';
  for (let page = 1; page <= document.numPages; page += 1) {
    const { items } = await (await document.getPage(page)).getTextContent();
    text += items.map((item) => ('str' in item ? item.str : '')).join('');
  }
  const pages = document.numPages;
  await task.destroy();
  return { pages, text };
}

describe('printed statistics', () => {
  it('have title, unit, period, figures with Vietnamese separators and every diacritic', async () => {
    const { pages, text } = await textOf(await statisticsReportPdf(aReport(ROWS), 'vi'));
    expect(pages).toBe(1);
    const expected = [
      'BÁO CÁO THỐNG KÊ LƯU TRÚ',
      'Đơn vị báo cáo: Sở Văn hóa, Thể thao và Du lịch',
      'Kỳ báo cáo: quý 4/2026',
      'Lập lúc: 01:30 ngày 20/01/2027',
      '1.234.567',
      '2,25',
      'Phường Hội An Đông Ơ Ư Ắ Ệ Ỡ Ẵ',
      'Tính theo ngày đến.',
    ];
    expect(expected.filter((part) => !text.includes(part))).toEqual([]);
  });

  it('print a sign for what is hidden and say what it means, only where something is', async () => {
    const hidden = await textOf(await statisticsReportPdf(aReport(ROWS), 'vi'));
    expect(hidden.text).toMatch(/12\.034\s*x\s*x/);
    expect(hidden.text).toContain('x: Không công bố');
    const open = await textOf(await statisticsReportPdf(aReport(ROWS.slice(0, 1)), 'en'));
    expect(open.text).toContain('1,234,567');
    expect(open.text).not.toContain('Not shown');
  });

  it('repeat the head of a long table on each page', async () => {
    const rows = Array.from({ length: 94 }, (_, at) => ({ name: `Phường ${at + 1}`, figures: [at, at, 1] }));
    const { pages, text } = await textOf(await statisticsReportPdf(aReport(rows), 'vi'));
    expect(pages).toBeGreaterThan(1);
    expect(text.split('Phường, xã').length - 1).toBeGreaterThanOrEqual(pages);
  });

  it('are the same bytes for the same report', async () => {
    const [one, two] = [await statisticsReportPdf(aReport(ROWS), 'vi'), await statisticsReportPdf(aReport(ROWS), 'vi')];
    expect(one.equals(two)).toBe(true);
  });
});
