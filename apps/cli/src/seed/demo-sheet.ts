import type { NewFacility } from '@luutru/facility';
import type { DemoAccount, DemoPerson } from './accounts';

/** The demo's keys, by what they are for. */
export interface DemoKeys {
  readonly hotel: DemoKey;
  readonly hospital: DemoKey;
  readonly operator: DemoKey;
  readonly vendor: DemoKey;
}

export interface DemoKey {
  readonly facilities: readonly NewFacility[];
  readonly text: string;
}

/** What the demo prints: whom one may be, and what to try. `${API}` stands for the address of the API. */
export interface DemoSheet {
  readonly credentials: readonly {
    readonly label_vi: string;
    readonly label_en: string;
    readonly facility: string;
    readonly apiKey: string;
  }[];
  /** They sign in at `${API}/v1/sign-in/vneid` with their number and the passcode of the stand-in. */
  readonly people: readonly Pick<DemoPerson, 'label_vi' | 'label_en' | 'fullName' | 'personalNumber'>[];
  readonly accounts: readonly DemoAccount[];
  readonly tries: readonly { readonly vi: string; readonly en: string; readonly command: string }[];
}

export function demoSheet(
  { hotel, hospital, operator, vendor }: DemoKeys,
  { people, clerks }: { people: readonly DemoPerson[]; clerks: readonly DemoAccount[] },
): DemoSheet {
  const names = (key: { facilities: readonly { code: string; name: string }[] }): string =>
    key.facilities.map((facility) => `${facility.code} ${facility.name}`).join('; ');
  const room = hotel.facilities[0]?.rooms[0]?.code ?? '101';
  const declare = JSON.stringify({
    kind: 'guest',
    person: { qr: '049190001234||TRẦN THỊ BÌNH|15081990|Nữ|Phường Minh An, Thành phố Hội An, Quảng Nam|10052021' },
    expectedDepartureAt: '__TOMORROW__T12:00',
    reason: 1,
    place: { room },
  }).replace('__TOMORROW__', `'"$(date -d tomorrow +%F)"'`);
  const bearer = `-H 'Authorization: Bearer ${hotel.text}'`;
  return {
    credentials: [
      { label_vi: 'Lễ tân khách sạn', label_en: 'Hotel desk', facility: names(hotel), apiKey: hotel.text },
      { label_vi: 'Bệnh viện', label_en: 'Hospital', facility: names(hospital), apiKey: hospital.text },
      { label_vi: 'Nhà xe', label_en: 'Bus operator', facility: names(operator), apiKey: operator.text },
      {
        label_vi: 'Phần mềm của nhiều cơ sở',
        label_en: 'Vendor of several facilities',
        facility: names(vendor),
        apiKey: vendor.text,
      },
    ],
    people: people.map(({ label_vi, label_en, fullName, personalNumber }) => ({
      label_vi,
      label_en,
      fullName,
      personalNumber,
    })),
    accounts: clerks,
    tries: [
      {
        vi: 'Khai báo một khách bằng mã QR trên thẻ CCCD',
        en: 'Declare a guest by the QR code of an identity card',
        command: `curl -s \${API}/v1/stays ${bearer} -H "Idempotency-Key: $(date +%s%N)" -H 'Content-Type: application/json' -d '${declare}'`,
      },
      {
        vi: 'Xem hệ thống đang giữ gì, và CSDL dân cư trả lời ra sao',
        en: 'See what is held and what the population database answered',
        command: `curl -s '\${API}/v1/stays?limit=3' ${bearer}`,
      },
      {
        vi: 'Kiểm tra giấy tiếp nhận: mở trang này và dán giá trị receipt của câu trả lời ở bước 1',
        en: 'Check a receipt: open this page and paste the receipt that step 1 answered',
        command: '${API}/v1/receipts/verify',
      },
      {
        vi: 'Đăng nhập bằng định danh giả lập (bên trên), rồi xem ai đã xem lưu trú của mình',
        en: 'Sign in through the stand-in (above), then see who looked at your stays',
        command: '${API}/v1/sign-in/vneid  →  ${API}/v1/self/looks',
      },
      {
        vi: 'Bàn trực: đăng nhập là công an phường (bên trên), mở luồng cảnh báo, rồi làm bước 1 — khách ở bước 1 có trong danh sách mẫu',
        en: 'The duty desk: sign in as ward police (above), open the stream of alerts, then do step 1: its guest is on a sample list',
        command: '${API}/v1/sign-in/vneid  →  ${API}/v1/police/alerts/events  (${API}/v1/police/alerts)',
      },
      {
        vi: 'Tìm phường hiện nay của một địa chỉ trước sáp nhập',
        en: "Find today's ward of a pre-merger address",
        command: `curl -s -G '\${API}/v1/reference/addresses' --data-urlencode 'address=Phường Minh An, Thành phố Hội An, Quảng Nam'`,
      },
    ],
  };
}
