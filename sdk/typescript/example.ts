// Declares a guest, waits for the outcome, checks out. LUUTRU_URL and LUUTRU_KEY say where and as whom.
import { createClient, LuutruProblem } from './src/index.ts';

const luutru = createClient({ baseUrl: process.env['LUUTRU_URL'] ?? '', apiKey: process.env['LUUTRU_KEY'] ?? '' });

try {
  const stay = await luutru.declareStay(
    {
      body: {
        kind: 'guest',
        person: {
          qr: '049190001234||TRẦN THỊ BÌNH|15081990|Nữ|Phường Minh An, Thành phố Hội An, Quảng Nam|10052021',
        },
        expectedDepartureAt: process.env['DEPARTURE'] ?? '',
        reason: 1,
        place: { room: '203' },
      },
    },
    { idempotencyKey: 'BK-0042' },
  );
  console.log(`recorded ${stay.stayId}, ${stay.late ? 'late' : 'in time'}`);
  for (const warning of stay.warnings) console.log(`${warning.pointer}: ${warning.fix.vi}`);

  const { version, status } = await luutru.getStay({ path: { stayId: stay.stayId } });
  const left = await luutru.checkOutStay({ path: { stayId: stay.stayId }, body: { version } });
  console.log(`${status}, then ${left.state}`);
} catch (error) {
  if (!(error instanceof LuutruProblem)) throw error;
  for (const issue of error.errors) console.error(`${issue.pointer} ${issue.message.vi}. ${issue.fix.vi}`);
  console.error(`${error.code} (${error.traceId})`);
}
