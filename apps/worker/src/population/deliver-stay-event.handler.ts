import { Injectable } from '@nestjs/common';
import { DELIVER_STAY_EVENT, DeliveryService, type DeliverStayEvent } from '@luutru/delivery';
import { AppError } from '@luutru/platform';

/** Takes a job off the population queue: checks its form and calls the service. */
@Injectable()
export class DeliverStayEventHandler {
  static readonly jobName = DELIVER_STAY_EVENT;

  constructor(private readonly delivery: DeliveryService) {}

  async handle(payload: unknown): Promise<void> {
    await this.delivery.deliver(parse(payload));
  }
}

function parse(payload: unknown): DeliverStayEvent {
  const { facilityId, outboxId, claimNumber } = (payload ?? {}) as Partial<DeliverStayEvent>;
  if (typeof facilityId !== 'string' || typeof outboxId !== 'string' || typeof claimNumber !== 'number') {
    throw new AppError('job-payload-malformed', 'invalid', { name: DELIVER_STAY_EVENT });
  }
  return { facilityId, outboxId, claimNumber };
}
