import { Inject, Injectable } from '@nestjs/common';
import { AppError } from '@luutru/platform';
import { SafeSender } from '@luutru/webhook';
import { isAllowedDomain, readAddress } from './domain/target';
import type { Channel } from './subscription.record';

/** Domains that mails and webhooks may go to; none: nothing leaves. */
export const REPORT_DOMAINS = Symbol('REPORT_DOMAINS');

/** Where reports may be sent to. */
@Injectable()
export class ReportTargets {
  constructor(
    private readonly sender: SafeSender,
    @Inject(REPORT_DOMAINS) private readonly domains: readonly string[],
  ) {}

  /** The address or URL as it is kept. Throws `validation-failed` for what is none, or lies in no allowed domain. */
  async read(channel: Channel, text: string): Promise<string> {
    return channel === 'mail' ? this.readMail(text) : this.readUrl(text);
  }

  private readMail(text: string): string {
    const read = readAddress(text);
    if (!read) refuse('address-malformed');
    return this.inDomain(read.domain, read.address);
  }

  private async readUrl(text: string): Promise<string> {
    const fault = await this.sender.fault(text);
    if (fault) refuse(fault);
    return this.inDomain(new URL(text).hostname, text);
  }

  private inDomain(domain: string, target: string): string {
    if (!isAllowedDomain(domain, this.domains)) {
      refuse('target-domain-not-allowed', { allowed: this.domains.join(', ') });
    }
    return target;
  }
}

function refuse(code: string, params?: Record<string, string>): never {
  throw new AppError('validation-failed', 'invalid', {}, [{ code, pointer: '/target', ...(params && { params }) }]);
}
