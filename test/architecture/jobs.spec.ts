import fc from 'fast-check';
import * as delivery from '@luutru/delivery';
import { DeliverStayEventHandler } from '../../apps/worker/src/population/deliver-stay-event.handler';

describe('jobs', () => {
  it('have ids that the queue takes', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.uuid(), fc.nat(), (facilityId, outboxId, claimNumber) => {
        expect(delivery.jobIdOf({ facilityId, outboxId, claimNumber })).toMatch(/^o[0-9a-f-]+-\d+$/);
      }),
    );
  });

  it('each have their handler', () => {
    const names = Object.entries(delivery)
      .filter(([name, value]) => /^[A-Z_]+$/.test(name) && typeof value === 'string' && value.includes('.'))
      .map(([, value]) => value);
    expect(names).toEqual([DeliverStayEventHandler.jobName]);
  });

  it('of another form are refused, not half done', async () => {
    const handler = new DeliverStayEventHandler({} as delivery.DeliveryService);
    for (const payload of [null, {}, { facilityId: 1 }, { facilityId: 'a', outboxId: 'b' }, 'text']) {
      await expect(handler.handle(payload)).rejects.toMatchObject({ code: 'job-payload-malformed' });
    }
  });
});
