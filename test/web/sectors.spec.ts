import type { Page } from 'playwright-core';
import { sheetsOf } from '../support/opened-file';
import { NEW_PASSWORD } from '../support/people';
import { AREA } from './support/figure-stage';
import { heardBy } from './support/heard';
import { csvRows, fileOf, tableOf, vietnameseOn } from './support/page-table';
import { EMPLOYERS, ZONES } from './support/sector-people';
import {
  changed,
  changedBy,
  figure,
  lastDayOf,
  monthName,
  nextMonth,
  stayCounts,
  tripCounts,
} from './support/sector-recount';
import { createSectorStage, lastClosed, monthsBefore, SECTOR_NAMES } from './support/sector-stage';
import { PHONE, Visitor } from './support/visitor';

const HEALTH = `f.kind = 'co-so-kham-chua-benh'`;
const WITHHELD = 'Không công bố';

describe('the authority of a sector', () => {
  const month = lastClosed();
  const before = monthsBefore(month, 1);
  let stage: Awaited<ReturnType<typeof createSectorStage>>;
  beforeAll(async () => {
    const mail = { smtpUrl: 'smtp://127.0.0.1:9', from: 'luutru@danang.example', publicUrl: 'http://127.0.0.1' };
    stage = await createSectorStage({
      mail: { ...mail, domains: ['danang.example', '127.0.0.1'] },
      webhook: { allowHttp: true, allowAddress: (address) => address === '127.0.0.1' },
    });
  }, 180_000);
  afterAll(() => stage.close());

  const build = () => stage.system.build;
  const tile = (page: Page, name: string) =>
    page
      .getByRole('list', { name: /^(Chỉ tiêu chính|Main figures)/ })
      .getByRole('listitem')
      .filter({ has: page.getByRole('heading', { name, exact: true }) });
  const breakBy = async (page: Page, by: string, measure: string): Promise<void> => {
    await page.getByLabel('Tiêu thức', { exact: true }).selectOption(by);
    await page.getByLabel('Chỉ tiêu', { exact: true }).selectOption(measure);
  };
  const readRecords = async (page: Page, resource?: string): Promise<void> => {
    if (resource !== undefined) await page.getByText(resource, { exact: true }).click();
    await page.getByRole('combobox', { name: 'Mục đích' }).selectOption('thong-ke');
    if (await page.getByLabel('Từ ngày').isVisible()) {
      await page.getByLabel('Từ ngày').fill(month);
      await page.getByLabel('Đến ngày').fill(lastDayOf(month));
    }
    await page.getByRole('button', { name: 'Đọc', exact: true }).click();
  };

  it('of health counts patients, relatives, departments and nights, and learns of no illness and nobody’s name', async () => {
    const { username, password } = await stage.people.account({ role: 'health-analyst', scope: AREA, expiresAt: null });
    const visitor = await Visitor.arrive(stage.browser, stage.system.apiUrl);
    const { page } = visitor;
    const answers = heardBy(visitor);
    await visitor.go('/figures?compare=previous');
    await page.getByLabel('Tên đăng nhập').fill(username);
    await page.getByLabel(/^Mật khẩu( \*)?$/).fill(password);
    const renewed = page.getByLabel(/^Mật khẩu mới( \*)?$/);
    // As people do, who press again when a busy server puts them off.
    for (let attempt = 0; attempt < 3 && !(await renewed.isVisible()); attempt += 1) {
      await page.keyboard.press('Enter');
      await renewed.waitFor({ timeout: 10_000 }).catch(() => undefined);
    }
    await renewed.fill(NEW_PASSWORD);
    await page.getByLabel('Nhập lại mật khẩu mới').fill(NEW_PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: `Chỉ tiêu chính: ${monthName(month)}` }).waitFor();
    for (const [name, kind] of [
      ['Lượt bệnh nhân nội trú', 'patient'],
      ['Lượt thân nhân người bệnh', 'relative'],
    ] as const) {
      const [now, then] = await Promise.all(
        [month, before].map(async (one) => (await stayCounts(build(), one, `s.kind = '${kind}'`))[0]?.persons ?? 0),
      );
      const text = await tile(page, name).innerText();
      expect(text).toContain(`${figure(now ?? 0)} lượt`);
      expect(text).toContain(changed(now ?? 0, then ?? 0));
    }
    const departments = await stayCounts(build(), month, HEALTH, 's.department');
    const name = (code: string): string => (code === 'SAN' ? code : `Khoa ${code}`);
    await breakBy(page, 'department', 'arrivals');
    const arrivals = await tableOf(page, 'Lượt khách đến theo Khoa');
    expect(arrivals.map((cells) => cells.slice(0, 2))).toEqual(
      departments.map(({ key, persons }) => [name(key), figure(persons)]),
    );
    const ofPatients = await stayCounts(build(), month, `s.kind = 'patient'`, 's.department');
    await breakBy(page, 'department', 'in-patients');
    const patients = await tableOf(page, 'Lượt bệnh nhân nội trú theo Khoa');
    expect(patients.map(([key, value]) => [key, value])).toEqual(
      ofPatients.map(({ key, persons }) => [name(key), figure(persons)]),
    );
    await breakBy(page, 'department', 'average-stay');
    const stays = await tableOf(page, 'Số đêm lưu trú bình quân theo Khoa');
    expect(stays.map(([key, value]) => [key, value]).sort()).toEqual(
      departments.map(({ key, persons, nights }) => [name(key), figure(nights / persons)]).sort(),
    );
    await breakBy(page, 'origin', 'arrivals');
    const origins = await tableOf(page, 'Lượt khách đến theo Tỉnh nơi đến từ');
    const [home] = await stayCounts(build(), month, HEALTH, 'u.name');
    expect(origins.map(([key, value]) => [key, value])).toEqual([
      [home?.key, figure(home?.persons ?? 0)],
      ['Thành phố Huế', WITHHELD],
      ['Tỉnh Quảng Ngãi', WITHHELD],
    ]);
    await page.getByText('Không có nghĩa là 0', { exact: false }).first().waitFor();
    expect(await visitor.violations()).toEqual([]);
    await visitor.picture('sector-health');

    await visitor.go('/authority');
    await readRecords(page);
    const recounted = await build().rows<{ cells: string[] }>(RECORDS_OF_PATIENTS, [month, nextMonth(month)]);
    const expected = recounted.map(({ cells }) => cells);
    expect(expected.length).toBeGreaterThan(5);
    // Names of units are asked for one by one and take the places of their codes.
    for (const name of new Set(expected.flatMap(([ward = '', , , , origin = '']) => [ward, origin])))
      await page.getByRole('cell', { name, exact: true }).first().waitFor();
    const counts = await tableOf(page, 'Dữ liệu: Lưu trú');
    expect(counts.map((cells) => cells.slice(1)).sort()).toEqual(expected.sort());
    expect(new Set(counts.map(([first]) => first))).toEqual(new Set([monthName(month)]));
    expect(await visitor.violations()).toEqual([]);
    await visitor.picture('sector-health-records');
    const file = await fileOf(page, page.getByRole('button', { name: 'Tải toàn bộ (CSV)' }));
    expect(
      csvRows(file)
        .map((cells) => cells.slice(1))
        .sort(),
    ).toEqual(expected.sort());

    const secrets = await build().rows<{ id: string }>(
      `SELECT patient_id::text AS id FROM patient UNION ALL SELECT stay_id::text FROM stay WHERE kind IN ('patient', 'relative')`,
    );
    const all = [...answers, file.toString(), await page.content()].join('\n').toUpperCase();
    const kin = [...SECTOR_NAMES, 'BA-KIN-9', '0905123456', ...secrets.map(({ id }) => id)];
    expect(kin.filter((one) => all.includes(one.toUpperCase()))).toEqual([]);
    const rows = answers.flatMap((text) =>
      text.includes('"policy":"health-analyst"') ? [JSON.parse(text) as Rows] : [],
    );
    expect(new Set(rows.flatMap((answer) => answer.rows.flatMap(Object.keys)))).toEqual(
      new Set(['arrivedOn', 'ward', 'stayKind', 'department', 'nights', 'origin', 'count']),
    );
    expect(visitor.troubles).toEqual([]);
    await visitor.leave();
  });

  it('of transport counts trips and passengers by route beside the month before, into a ward, and reads trips on a phone', async () => {
    const visitor = await stage.visit('transport-analyst', AREA, { viewport: PHONE });
    const { page } = visitor;
    await visitor.go('/figures?compare=previous');
    const [trips, tripsBefore] = await Promise.all([month, before].map((one) => tripCounts(build(), one)));
    const total = (of: typeof trips): number => (of ?? []).reduce((sum, one) => sum + one.trips, 0);
    await tile(page, 'Số chuyến xe').waitFor();
    const text = await tile(page, 'Số chuyến xe').innerText();
    expect(text).toContain(`${total(trips)} chuyến`);
    expect(text).toContain(changed(total(trips), total(tripsBefore)));
    expect(text).toContain(`Kỳ trước: ${total(tripsBefore)}`);
    const byRoute = `(SELECT r.name FROM route r WHERE r.facility_id = t.facility_id AND r.code = t.route_code)`;
    const [riders, ridersBefore] = await Promise.all(
      [month, before].map((one) => stayCounts(build(), one, `s.kind = 'passenger'`, byRoute)),
    );
    for (const [measure, title, now, then] of [
      [
        'trips',
        'Số chuyến xe theo Tuyến',
        trips?.map((one) => [one.key, one.trips]),
        tripsBefore?.map((one) => [one.key, one.trips]),
      ],
      [
        'passengers',
        'Lượt hành khách theo Tuyến',
        riders?.map((one) => [one.key, one.persons]),
        ridersBefore?.map((one) => [one.key, one.persons]),
      ],
    ] as const) {
      await breakBy(page, 'route', measure);
      const was = new Map(then as [string, number][]);
      expect(await tableOf(page, title)).toEqual(
        (now as [string, number][]).map(([key, value]) => {
          const earlier = was.get(key) ?? 0;
          return [key, figure(value), figure(earlier), changedBy(value, earlier)];
        }),
      );
    }
    expect(await visitor.violations()).toEqual([]);
    await visitor.picture('sector-transport');
    await breakBy(page, 'ward', 'passengers');
    await page.getByRole('cell').getByRole('button', { name: 'Phường Hội An', exact: true }).click();
    await page.getByRole('navigation', { name: 'Đang xem' }).getByText('Phường Hội An').waitFor();
    expect((await tableOf(page, 'Lượt hành khách theo Tuyến')).map(([key, value]) => [key, value])).toEqual(
      riders?.map(({ key, persons }) => [key, figure(persons)]),
    );

    await visitor.go('/authority');
    await readRecords(page, 'Chuyến xe');
    const read = await tableOf(page, 'Dữ liệu: Chuyến xe');
    const recounted = await build().rows<{ cells: string[] }>(RECORDS_OF_TRIPS, [month, nextMonth(month)]);
    expect(read.sort()).toEqual(recounted.map(({ cells }) => cells).sort());
    expect(read.filter((cells) => cells.at(-1) === 'để trống')).toHaveLength(1);
    expect(await visitor.violations()).toEqual([]);
    await visitor.picture('sector-transport-records');
    expect(visitor.troubles).toEqual([]);
    await visitor.leave();
  });

  it('of industrial zones counts workers, foreigners and who is due to register, in English, and has it sent', async () => {
    const visitor = await stage.visit('zone-analyst', AREA, { language: 'en' });
    const { page } = visitor;
    const provinces = ['Thành phố Huế', 'Tỉnh Quảng Ngãi', 'Thành phố Đà Nẵng', 'Phường Hội An Đông', 'Phường Hội An'];
    const names = [...Object.values(ZONES), ...EMPLOYERS, ...provinces, 'Người Thử Nghiệm'];
    await visitor.go('/figures');
    const workers = await tableOf(page, 'Workers in zone housing');
    const recounted = await build().rows<Recounted>(WORKERS);
    const named = recounted.filter(({ counts: [all = 0] }) => all >= 5);
    expect(named.length).toBeLessThan(recounted.length);
    expect(
      workers
        .map(([employer]) => employer)
        .filter((one) => one !== FEW)
        .sort(),
    ).toEqual(named.map(({ employer }) => employer).sort());
    for (const [employer = '', zone, ...told] of workers) {
      expect(told.filter((count) => Number(count) % 5 !== 0)).toEqual([]);
      const own = recounted.find((one) => one.employer === employer && one.zone === zone);
      // Of those in one of two houses, long there or not, foreign or not, at most four more or fewer are told of.
      if (own)
        for (const [at, count] of own.counts.entries())
          expect(Math.abs(Number(told[at]) - count)).toBeLessThanOrEqual(8 * 4);
    }
    expect(workers.filter(([employer]) => employer === FEW)).toHaveLength(1);
    expect(await page.content()).not.toContain(SMALL_EMPLOYER);
    const [foreign] = await stayCounts(build(), month, `f.kind = 'nha-o-kcn' AND s.nationality <> 'VNM'`);
    expect(await tile(page, 'International arrivals').innerText()).toContain(`${foreign?.persons} visits`);
    await page.getByLabel('By', { exact: true }).selectOption('employer');
    const employers = await tableOf(page, 'Arrivals by Employer');
    const group = page.getByRole('group', { name: /^Download this table/ });
    const inFile = csvRows(await fileOf(page, group.getByRole('button', { name: 'CSV' })));
    const shown = employers.filter(([, value]) => value !== 'Not shown');
    const counted = await stayCounts(build(), month, `f.kind = 'nha-o-kcn'`, 's.employer');
    expect(shown.length).toBeGreaterThan(0);
    for (const [employer, value] of shown) {
      expect(value).toBe(String(counted.find(({ key }) => key === employer)?.persons));
      expect(inFile.find((cells) => cells[2] === employer)?.[3]).toBe(value);
    }
    expect(inFile.map((cells) => cells[2]).sort()).toEqual(employers.map(([employer]) => employer).sort());
    expect([...inFile.flat(), ...employers.flat()]).not.toContain(SMALL_EMPLOYER);
    expect(counted.map(({ key }) => key)).toContain(SMALL_EMPLOYER);
    expect(await vietnameseOn(page, names)).toEqual([]);
    expect(await visitor.violations()).toEqual([]);
    await visitor.picture('sector-zone');

    await visitor.go('/reports');
    await page.getByRole('button', { name: 'Subscribe to a report' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Told apart by').selectOption('employer');
    expect(await dialog.getByRole('checkbox', { name: 'International arrivals' }).count()).toBe(0);
    await dialog.getByLabel('Webhook').check();
    await dialog.getByLabel('Address of the webhook').fill('http://127.0.0.1:9/luutru');
    expect(await vietnameseOn(page, names)).toEqual([]);
    await dialog.getByRole('button', { name: 'Subscribe to a report' }).click();
    await page.getByRole('dialog').locator('pre').waitFor();
    await page.getByRole('dialog').getByRole('button').last().click();
    const card = page.getByRole('list', { name: 'Scheduled reports' }).getByRole('listitem');
    expect(await card.first().innerText()).toContain('Arrivals, Departures · by Employer · Last month');
    expect(await vietnameseOn(page, names)).toEqual([]);
    expect(await visitor.violations()).toEqual([]);
    expect(visitor.troubles).toEqual([]);
    await visitor.leave();
  });

  it('tells leaders where people come from, more or fewer than before, and on paper', async () => {
    const visitor = await stage.visit('provincial-leader', AREA);
    const { page } = visitor;
    const counts = (one: string) => stayCounts(build(), one, 'true', 'u.name');
    const months = await Promise.all([month, before, monthsBefore(month, 12)].map(counts));
    const [all, allBefore, allYearBefore] = await Promise.all(
      [month, before, monthsBefore(month, 12)].map(
        async (one) => (await stayCounts(build(), one, 'true'))[0]?.persons ?? 0,
      ),
    );
    await visitor.go('/figures');
    for (const [compared, then] of [
      ['Cùng kỳ năm trước', allYearBefore],
      ['Kỳ trước', allBefore],
    ] as const) {
      await page.getByRole('radiogroup', { name: 'So sánh với' }).getByText(compared, { exact: true }).click();
      await tile(page, 'Lượt khách đến')
        .getByText(`${compared}: ${figure(then ?? 0)}`)
        .waitFor();
      expect(await tile(page, 'Lượt khách đến').innerText()).toContain(changed(all ?? 0, then ?? 0));
    }
    expect([Math.sign((all ?? 0) - (allYearBefore ?? 0)), Math.sign((all ?? 0) - (allBefore ?? 0))]).toEqual([1, -1]);
    await breakBy(page, 'origin', 'arrivals');
    const origins = await tableOf(page, 'Lượt khách đến theo Tỉnh nơi đến từ');
    const was = new Map(months[1]?.map(({ key, persons }) => [key, persons]));
    const known = (months[0] ?? []).filter(({ key }) => key !== null);
    expect(origins.filter(([key]) => key !== 'Không rõ')).toEqual(
      known.map(({ key, persons }) => {
        const earlier = was.get(key) ?? 0;
        return [key, figure(persons), figure(earlier), changedBy(persons, earlier)];
      }),
    );
    await breakBy(page, 'weekday', 'arrivals');
    const week = await tableOf(page, 'Lượt khách đến theo Thứ trong tuần (1: thứ Hai)');
    const days = ['Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy', 'Chủ nhật'];
    expect(week.map(([day]) => day)).toEqual(days);
    expect(week.filter(([, value]) => Number(value) % 5 !== 0)).toEqual([]);
    expect(await visitor.violations()).toEqual([]);
    await visitor.picture('sector-leader-weekdays');
    await breakBy(page, 'origin', 'arrivals');
    await tableOf(page, 'Lượt khách đến theo Tỉnh nơi đến từ');
    await visitor.picture('sector-leader');
    const kinds = `measures=arrivals&by=kind&from=${month}&to=${lastDayOf(month)}`;
    const english = await visitor.person.browser.send('get', `/v1/statistics/figures?${kinds}&language=en`);
    const { names } = english.body as { names: Record<string, Record<string, string>> };
    expect(names.kind?.['nha-xe']).toBe('Long-haul bus operator');
    const group = page.getByRole('group', { name: /^Tải bảng này/ });
    const sheets = await sheetsOf(await fileOf(page, group.getByRole('button', { name: 'PDF' })));
    const paper = sheets.join(' ').replace(/\s+/g, ' ');
    for (const { key, persons } of known) expect(paper).toMatch(new RegExp(`${key}\\s+${persons}\\b`));
    expect(visitor.troubles).toEqual([]);
    await visitor.leave();
  });
});

interface Rows {
  readonly rows: readonly object[];
}

const RECORDS_OF_PATIENTS = `
  SELECT array[ward, kind, name, nights, origin, (count(*) / 5 * 5)::text] AS cells FROM (
    SELECT w.name AS ward, CASE s.kind WHEN 'patient' THEN 'Bệnh nhân' ELSE 'Thân nhân' END AS kind, u.name AS origin,
           CASE s.department WHEN 'SAN' THEN 'SAN' ELSE 'Khoa ' || s.department END AS name,
           CASE (s.departed_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date - s.arrived_on
             WHEN 9 THEN '8–29 đêm' WHEN 4 THEN '4–7 đêm' WHEN 1 THEN '1 đêm' ELSE '2–3 đêm' END AS nights
    FROM stay s JOIN facility f USING (facility_id) JOIN admin_unit w ON w.unit_id = f.ward_id
    JOIN admin_unit u ON u.unit_id = s.origin_province_id
    WHERE s.kind IN ('patient', 'relative') AND s.arrived_on >= $1 AND s.arrived_on < $2) AS one
  GROUP BY ward, kind, name, nights, origin HAVING count(*) >= 5`;

const RECORDS_OF_TRIPS = `
  SELECT array[to_char(t.departs_at AT TIME ZONE 'Asia/Ho_Chi_Minh', 'DD/MM/YYYY'), f.name, r.name, 'Đã đến nơi',
               CASE WHEN count(*) < 5 THEN 'để trống' ELSE (count(*) / 5 * 5)::text END] AS cells
  FROM trip t JOIN facility f USING (facility_id) JOIN route r ON r.facility_id = f.facility_id AND r.code = t.route_code
  JOIN stay s ON s.facility_id = t.facility_id AND s.trip_id = t.trip_id
  WHERE t.departs_at >= $1::date AND t.departs_at < $2::date GROUP BY t.trip_id, t.departs_at, f.name, r.name`;

const FEW = 'Unknown, or an employer of few';
const SMALL_EMPLOYER = 'Xưởng mộc Nhỏ';
interface Recounted {
  readonly employer: string;
  readonly zone: string;
  readonly counts: readonly number[];
}
const LONG = `s.arrived_on <= (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date - 30`;
const WORKERS = `
  SELECT s.employer, z.name AS zone,
         array[count(*), count(*) FILTER (WHERE ${LONG}),
               count(*) FILTER (WHERE ${LONG} AND s.nationality = 'VNM' AND s.temporary_residence_on IS NULL),
               count(*) FILTER (WHERE ${LONG} AND s.nationality <> 'VNM')]::integer[] AS counts
  FROM stay s JOIN industrial_zone z ON z.zone_id = s.industrial_zone_id
  WHERE s.kind = 'tenant' AND s.state IN ('in_house', 'overdue') GROUP BY s.employer, z.name`;
