import { createPoliceStage, type PoliceStage, PROVINCE, traces, violationsOf } from './support/police-stage';
import { PHONE } from './support/visitor';

describe('watch-lists', () => {
  let stage: PoliceStage;
  let listId: string;
  beforeAll(async () => {
    stage = await createPoliceStage();
    listId = await stage.watch.list({ nameVi: 'Truy nã thử nghiệm' });
    await stage.watch.entry(listId, { names: ['Trần Thị Bình'], reference: 'TN-1' });
  });
  afterAll(() => stage.close());

  it('takes an entry from one and puts it into force by another, who alone may', async () => {
    const keeper = await stage.visit('watch-list-officer', PROVINCE);
    const { page } = keeper;
    await keeper.go('/watch-lists');
    await page.getByRole('link', { name: 'Truy nã thử nghiệm' }).waitFor();
    expect(await violationsOf(keeper)).toEqual([]);
    await keeper.picture('watch-lists');
    await page.getByRole('link', { name: 'Truy nã thử nghiệm' }).press('Enter');
    await page.getByText('Trần Thị Bình').waitFor();
    await page.getByRole('button', { name: 'Đề nghị thêm mục' }).click();
    await page.getByRole('textbox', { name: 'Họ tên và các tên khác, ô 1' }).fill('Hoàng Văn Lạc');
    await page.getByRole('button', { name: 'Thêm ô: Họ tên và các tên khác' }).click();
    await page.getByRole('textbox', { name: 'Họ tên và các tên khác, ô 2' }).fill('Lạc Đen');
    await page.getByRole('button', { name: 'Thêm ô: Ngày sinh' }).click();
    await page.getByRole('textbox', { name: 'Ngày sinh, ô 1' }).fill('13/1999');
    await page.getByRole('button', { name: 'Đề nghị thêm', exact: true }).click();
    await page.getByText('Ngày sinh không đúng dạng').waitFor();
    expect(await page.getByRole('textbox', { name: 'Ngày sinh, ô 1' }).getAttribute('aria-invalid')).toBe('true');
    expect(await violationsOf(keeper)).toEqual([]);
    await keeper.picture('watch-entry-form');
    await page.getByRole('textbox', { name: 'Ngày sinh, ô 1' }).fill('5/1999');
    await page.getByRole('button', { name: 'Đề nghị thêm', exact: true }).click();
    await page.getByText('Đã gửi đề nghị').waitFor();
    expect(await page.getByText('Hoàng Văn Lạc').count()).toBe(0);
    expect(await traces(keeper, 'Bình', 'Lạc')).toEqual([]);

    await page.getByRole('link', { name: 'Xem đề nghị' }).click();
    await page.getByText('Đây là đề nghị của bạn: một người khác phải duyệt.').waitFor();
    expect(await page.getByRole('button', { name: 'Duyệt', exact: true }).count()).toBe(0);
    expect(await violationsOf(keeper)).toEqual([]);

    const other = await stage.visit('police-supervisor', PROVINCE);
    await other.go('/watch-list-proposals');
    await other.page.getByRole('link', { name: /Thay đổi các mục/ }).click();
    await other.page.getByText(/^Đề nghị: Người Thử Nghiệm/).waitFor();
    await other.page.getByText('Hoàng Văn Lạc').waitFor();
    await other.page.getByText('05/1999').waitFor();
    expect(await violationsOf(other)).toEqual([]);
    await other.picture('watch-proposal');
    await other.page.getByRole('button', { name: 'Duyệt', exact: true }).click();
    await other.page.getByText(/^Đề nghị: .* · Duyệt: bạn/).waitFor();

    await keeper.go(`/watch-lists/${listId}`);
    await page.getByText('Hoàng Văn Lạc').waitFor();
    await page.getByRole('button', { name: 'Lịch sử mục Hoàng Văn Lạc' }).click();
    await page.getByText(/Đề nghị: Người Thử Nghiệm .* · Duyệt: Người Thử Nghiệm/).waitFor();
    await page.getByRole('tab', { name: 'Thông tin' }).click();
    await page.getByRole('button', { name: 'Đề nghị rút cả danh sách' }).waitFor();
    expect(await violationsOf(keeper)).toEqual([]);
    await page.getByRole('tab', { name: 'Lịch sử' }).click();
    await page.getByText('Phiên bản 1: lập').waitFor();
    expect(await violationsOf(keeper)).toEqual([]);
    expect([keeper.troubles, other.troubles]).toEqual([[], []]);
    await Promise.all([keeper.leave(), other.leave()]);
  });

  it('takes a file, says what is wrong row by row, and proposes it as one', async () => {
    const keeper = await stage.visit('watch-list-officer', PROVINCE, { viewport: PHONE });
    const { page } = keeper;
    await keeper.go(`/watch-lists/${listId}`);
    await page.getByRole('tab', { name: 'Nhập từ tệp' }).click();
    const choose = async (name: string, rows: readonly string[]): Promise<void> => {
      const [chooser] = await Promise.all([
        page.waitForEvent('filechooser'),
        page.getByRole('button', { name: /Tệp danh sách/ }).click(),
      ]);
      const buffer = Buffer.from(['Mã hồ sơ;Họ tên;Ngày sinh', ...rows].join('\r\n'));
      await chooser.setFiles({ name, mimeType: 'text/csv', buffer });
    };
    await choose('sai.csv', ['TN-8;Phạm Thị Sen;1985', 'TN-9;;32/13/1990']);
    await page.getByRole('button', { name: 'Xem trước thay đổi' }).click();
    await page.getByRole('heading', { name: 'Các dòng sai' }).waitFor();
    await page.getByRole('cell', { name: /Thiếu họ tên/ }).waitFor();
    expect(await violationsOf(keeper)).toEqual([]);
    await keeper.picture('watch-import-faults');
    await page.getByRole('button', { name: 'Bỏ tệp' }).click();
    await choose('dung.csv', ['TN-8;Phạm Thị Sen;1985', 'TN-9;Vũ Đình Hải;05/1990']);
    await page.getByRole('button', { name: 'Xem trước thay đổi' }).click();
    await page.getByText('Vũ Đình Hải').waitFor();
    expect(await violationsOf(keeper)).toEqual([]);
    await page.getByRole('button', { name: 'Đề nghị 2 thay đổi này' }).click();
    await page.getByText('Đã gửi đề nghị').waitFor();
    await page.getByRole('link', { name: 'Xem đề nghị' }).click();
    await page.getByRole('button', { name: 'Rút lại đề nghị' }).click();
    await page.getByText('Đã rút lại').waitFor();
    expect(keeper.troubles).toEqual([]);
    await keeper.leave();
  });

  it('proposes a list, which somebody else refuses with a reason', async () => {
    const keeper = await stage.visit('watch-list-officer', PROVINCE);
    const other = await stage.visit('watch-list-officer', PROVINCE);
    const { page } = keeper;
    await keeper.go('/watch-lists');
    await page.getByRole('button', { name: 'Đề nghị lập danh sách' }).click();
    await page.getByLabel('Loại danh sách').selectOption('tre-em');
    await page.getByLabel('Tên tiếng Việt').fill('Trẻ em cần tìm');
    await page.getByLabel('Tên tiếng Anh').fill('Children looked for');
    await page.getByLabel('Căn cứ pháp lý').fill('Luật Trẻ em');
    expect(await violationsOf(keeper)).toEqual([]);
    await keeper.picture('watch-list-form');
    await page.getByRole('button', { name: 'Gửi đề nghị' }).click();
    await page.getByText('Đã gửi đề nghị').waitFor();
    await other.go('/watch-list-proposals');
    await other.page.getByRole('link', { name: /Trẻ em cần tìm/ }).click();
    await other.page.getByRole('button', { name: 'Từ chối' }).click();
    await other.page.getByLabel('Lý do từ chối').fill('Trùng với danh sách của Bộ');
    expect(await violationsOf(other)).toEqual([]);
    await other.page.getByRole('button', { name: 'Từ chối đề nghị' }).click();
    await other.page.getByText('Lý do từ chối: Trùng với danh sách của Bộ').waitFor();
    expect([keeper.troubles, other.troubles]).toEqual([[], []]);
    await Promise.all([keeper.leave(), other.leave()]);
  });
});
