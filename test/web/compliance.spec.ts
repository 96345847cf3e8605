import { INDICATOR_IDS } from '@luutru/compliance';
import { createPoliceStage, type PoliceStage, PROVINCE, WARD, violationsOf } from './support/police-stage';
import { PHONE } from './support/visitor';

const FIGURES = INDICATOR_IDS.filter((id) => id !== 'silence');

describe('the compliance board', () => {
  let stage: PoliceStage;
  beforeAll(async () => {
    stage = await createPoliceStage();
    const silence = {
      state: 'silent',
      since: '2026-11-20',
      days: 5,
      expected: 14.2,
      chance: 0.00001,
      basis: 'history',
    };
    const figures = Object.fromEntries(FIGURES.map((id) => [id, { count: 0, of: 0 }]));
    const late = { ...figures, 'late-rate': { count: 12, of: 60 } };
    await stage.system.build.rows(
      `INSERT INTO compliance_standing VALUES ($1, 30, '{silence,late-rate}', $2, $3, '2026-11-25', now()),
                                              ($4, 0, '{}', $5, $6, '2026-11-25', now())
       ON CONFLICT (facility_id) DO UPDATE SET points = EXCLUDED.points, outside = EXCLUDED.outside,
         silence = EXCLUDED.silence, figures = EXCLUDED.figures`,
      [
        stage.hotel.facilityId,
        { ...silence, usual: [3, 3, 3, 3, 3, 3, 3] },
        late,
        stage.elsewhere.facilityId,
        { state: 'declaring', since: null, days: 0, expected: 0, chance: 1, basis: 'none', usual: [] },
        figures,
      ],
    );
  });
  afterAll(() => stage.close());

  it('shows who is silent and late in sentences, and a note on a visit with what the law gives', async () => {
    const officer = await stage.visit('ward-police', WARD);
    const { page } = officer;
    await officer.go('/compliance');
    await page.getByRole('link', { name: 'Khách sạn Sông Hoài' }).waitFor();
    expect(await page.getByRole('article').count()).toBe(1);
    expect(await violationsOf(officer)).toEqual([]);
    await officer.picture('compliance');
    await page.getByLabel('Chỉ cơ sở vượt ngưỡng ở').selectOption('seats-over');
    await page.getByText('Không có cơ sở nào').waitFor();
    await page.getByLabel('Chỉ cơ sở vượt ngưỡng ở').selectOption('silence');
    await page.getByRole('link', { name: 'Khách sạn Sông Hoài' }).click();
    await page.getByRole('heading', { name: 'Ngừng khai báo' }).waitFor();
    expect(await violationsOf(officer)).toEqual([]);
    await officer.picture('compliance-facility');
    await page.getByRole('button', { name: 'Viết ghi chú' }).click();
    await page.getByRole('textbox', { name: 'Ghi chú', exact: true }).fill('Ba khách ở phòng 204 không có trong sổ');
    await page.getByRole('button', { name: 'Lưu ghi chú' }).click();
    await page.getByRole('alert').first().waitFor();
    await page.getByLabel('Có khách không được khai báo').check();
    await page.getByRole('textbox', { name: 'Số khách không được khai báo' }).fill('3');
    expect(await violationsOf(officer)).toEqual([]);
    await officer.picture('compliance-note-form');
    await page.getByRole('button', { name: 'Lưu ghi chú' }).click();
    await page.getByText(/^Khung tiền phạt/).waitFor();
    await page.getByText('hệ thống không tự quyết định', { exact: false }).waitFor();
    await page.getByRole('button', { name: /^Cho cơ sở xem/ }).click();
    await page.getByText('Cơ sở xem được').waitFor();
    await page.getByRole('button', { name: /^Các phiên bản/ }).click();
    await page.getByText('Phiên bản 2: cho cơ sở xem').waitFor();
    expect(await violationsOf(officer)).toEqual([]);
    await officer.picture('compliance-note');
    await page.getByRole('link', { name: 'Ghi chú kiểm tra', exact: true }).click();
    await page.getByRole('link', { name: 'Khách sạn Sông Hoài' }).waitFor();
    expect(await violationsOf(officer)).toEqual([]);
    expect(officer.troubles).toEqual([]);
    await officer.leave();
  });

  it('ranks wards and gives the sheet of a month, on a phone too', async () => {
    const officer = await stage.visit('provincial-police', PROVINCE, { viewport: PHONE });
    const { page } = officer;
    await officer.go('/compliance/wards');
    await page.getByRole('heading', { name: '1. Phường Hội An' }).waitFor();
    expect(await violationsOf(officer)).toEqual([]);
    await officer.picture('compliance-wards');
    await officer.go('/compliance/monthly-sheet');
    await page.getByRole('rowheader', { name: 'Tổng cộng' }).waitFor();
    expect(await violationsOf(officer)).toEqual([]);
    await officer.picture('compliance-sheet');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Tải Excel' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^chap-hanh-\d{4}-\d{2}\.xlsx$/);
    expect(officer.troubles).toEqual([]);
    await officer.leave();
  });
});
