import { guest, nextPersonalNumber } from '../support/builders';
import { createTestApi, type TestApi } from '../support/test-api';

describe('POST /v1/stays', () => {
  let api: TestApi;
  let key: string;
  let facilityId: string;

  beforeAll(async () => {
    api = await createTestApi();
    const hotel = await api.build.facility({ rooms: ['203', '305'] });
    facilityId = hotel.facilityId;
    key = await api.build.apiKey([hotel]);
  });
  afterAll(() => api.close());

  it('records a guest by card QR and answers with the deadline', async () => {
    const number = nextPersonalNumber();
    const qr = `${number}||TRẦN THỊ BÌNH|15081990|Nữ|Phường Minh An, Thành phố Hội An, Quảng Nam|10052021`;
    const answer = await api.declare(key, { ...guest(), person: { qr } });
    expect(answer.body).toMatchObject({
      facilityId,
      kind: 'guest',
      state: 'in_house',
      status: 'pending',
      arrivedAt: '2026-11-23T21:50:00+07:00',
      declaredAt: '2026-11-23T21:56:00+07:00',
      dueAt: '2026-11-23T23:00:00+07:00',
      late: false,
      warnings: [],
    });
    expect(answer.status).toBe(201);
    expect(answer.headers.location).toBe(`/v1/stays/${answer.body.stayId}`);

    const stay = await api.call('get', answer.headers.location ?? '', key);
    expect(stay.status).toBe(200);
    expect(stay.body).toMatchObject({
      stayId: answer.body.stayId,
      person: { fullName: 'TRẦN THỊ BÌNH', birthDate: '1990-08-15', sex: 'F', nationality: 'VNM', documentNumber: number },
      place: { room: '203' },
      delivery: { status: 'pending' },
    });
  });
});
