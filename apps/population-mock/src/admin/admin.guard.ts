import { timingSafeEqual } from 'node:crypto';
import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Failure } from '../http/failure';
import { OPTIONS, type PopulationMockOptions } from '../options';
import { headerOf } from '../signature/signature.guard';
import { sha256Hex } from '../signature/signature';

@Injectable()
export class AdminGuard implements CanActivate {
  private readonly wanted: Buffer;

  constructor(@Inject(OPTIONS) { adminToken }: PopulationMockOptions) {
    this.wanted = Buffer.from(sha256Hex(adminToken));
  }

  canActivate(context: ExecutionContext): boolean {
    const given = headerOf(context.switchToHttp().getRequest<FastifyRequest>(), 'x-admin-token');
    // Hashes have one length, which the comparison needs.
    if (timingSafeEqual(Buffer.from(sha256Hex(given)), this.wanted)) return true;
    throw new Failure(401, 'ADMIN_TOKEN', 'X-Admin-Token is missing or wrong');
  }
}
