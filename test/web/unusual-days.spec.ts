import { AnomalyReckoning } from '@luutru/anomaly';
import { addDays, localDate } from '@luutru/calendar';
import { openDatabase } from '@luutru/platform';
import { type ConsoleSystem, createConsoleSystem } from './support/console-system';
import { AREA } from './support/figure-stage';
import { violationsOf } from './support/police-stage';

describe('unusual days', () => {
  let stage: ConsoleSystem;
  const day = addDays(localDate(new Date()), -5);
  beforeAll(async () => {
    stage = await createConsoleSystem();
    await usualYears(stage, day);
    const { database, close } = await openDatabase({
      url: stage.system.database.urlFor('luutru_worker'),
      poolSize: 2,
      applicationName: 'test',
      entities: [],
    });
    // The worker looks by itself as well, now and then; whoever comes first finds them.
    const noted = () => stage.system.build.rows(`SELECT FROM anomaly_note WHERE value = 280`);
    for (const end = Date.now() + 30_000; (await noted()).length === 0 && Date.now() < end;) {
      await new AnomalyReckoning(database, { now: () => new Date() }).run();
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    await close();
  }, 120_000);
  afterAll(() => stage.close());

  it('come with the band and all that it was reckoned from, and are remarked on', async () => {
    const officer = await stage.visit('provincial-police', AREA);
    const { page } = officer;
    await officer.go('/unusual-days');
    const card = page.getByRole('article').filter({ hasText: 'Phường Hội An' }).first();
    await card.getByRole('img', { name: /^Thực tế 280; khoảng dự kiến 50–150/ }).waitFor();
    await card.getByText('Tính lại bằng tay').click();
    await card.getByText(/^Khoảng dự kiến: 100 ∓ 5 × 10, tức 50 đến 150\.$/).waitFor();
    expect(await violationsOf(officer)).toEqual([]);
    await officer.picture('unusual-days');
    await card.getByRole('button', { name: /^Ghi nhận xét/ }).click();
    await card.getByRole('button', { name: 'Lưu nhận xét' }).click();
    await card.getByText('Hãy ghi điều đã tìm hiểu được.').waitFor();
    await card.getByLabel('Đã tìm hiểu thấy gì').fill('Lễ hội đèn lồng, các cơ sở đã khai đủ');
    expect(await violationsOf(officer)).toEqual([]);
    await card.getByRole('button', { name: 'Lưu nhận xét' }).click();
    await card.getByText('Lễ hội đèn lồng, các cơ sở đã khai đủ').waitFor();
    expect(officer.troubles).toEqual([]);
    await officer.leave();
  });

  it('are of the rounded numbers of the whole scope for an analyst, who cannot remark', async () => {
    const analyst = await stage.visit('tourism-analyst', AREA);
    const { page } = analyst;
    await analyst.go('/unusual-days');
    await page.getByText('làm tròn xuống bội số của 5', { exact: false }).waitFor();
    const card = page.getByRole('article').first();
    await card.getByRole('heading', { name: /Toàn phạm vi$/ }).waitFor();
    expect(await page.getByText('Phường Hội An').count()).toBe(0);
    expect(await page.getByRole('button', { name: /^Ghi nhận xét/ }).count()).toBe(0);
    expect(await violationsOf(analyst)).toEqual([]);
    await page.getByLabel('Khoảng thời gian').selectOption('7');
    await page.getByLabel('Chỉ tiêu').selectOption('international');
    await page.getByText('Không có ngày nào khác thường').waitFor();
    expect(analyst.troubles).toEqual([]);
    await analyst.leave();
  });
});

/** Figures as the worker would have counted them: a hundred people a day for two years, and one day on which 280 came. */
async function usualYears({ system: { build } }: ConsoleSystem, unlike: string): Promise<void> {
  const [province] = await build.rows<{ id: number }>(
    `INSERT INTO statistic_place (level, province_id, kind) VALUES ('province', 'p48', 'khach-san') RETURNING place_id AS id`,
  );
  const [place] = await build.rows<{ id: number }>(
    `INSERT INTO statistic_place (level, province_place_id, province_id, ward_id, kind)
     VALUES ('area', $1, 'p48', 'w20410', 'khach-san') RETURNING place_id AS id`,
    [province?.id],
  );
  await build.rows(
    `INSERT INTO statistic_day (dimension, place_id, day, stay_kind, value, arrivals, foreign_arrivals)
     SELECT 'all', p, day, 'guest', '', CASE WHEN day = $3 THEN 280 ELSE 100 END, 20
     FROM (VALUES ($1::integer), ($2)) AS places(p)
     CROSS JOIN (SELECT day::date FROM generate_series('2024-12-01'::timestamp, (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date - 1, interval '1 day') AS day) AS days`,
    [place?.id, province?.id, unlike],
  );
}
