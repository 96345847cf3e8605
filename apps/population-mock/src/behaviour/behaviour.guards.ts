import { type CanActivate, Injectable } from '@nestjs/common';
import { BehaviourService } from './behaviour.service';

/** First on every operation. */
@Injectable()
export class DownGuard implements CanActivate {
  constructor(private readonly behaviour: BehaviourService) {}

  canActivate(): boolean {
    this.behaviour.refuseWhenDown();
    return true;
  }
}

/** Last on every operation, when it is known who calls. */
@Injectable()
export class EnduranceGuard implements CanActivate {
  constructor(private readonly behaviour: BehaviourService) {}

  async canActivate(): Promise<boolean> {
    await this.behaviour.endure();
    return true;
  }
}
