import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Caller } from '@luutru/access';
import { localDate } from '@luutru/calendar';
import {
  type ActCommand,
  type DeclarationAnswer,
  DeclarationService,
  StayActionService,
  StayReadModel,
} from '@luutru/declaration';
import { FacilityReadModel } from '@luutru/facility';
import { AppError, CLOCK, type Clock, type Issue } from '@luutru/platform';
import { ReferenceDataService } from '@luutru/reference-data';
import { type PortalElement, readChange, readForeigner, readVietnamese } from './portal-declaration';

/** Elements of one call, as many as a coach brings. */
export const MAX_ELEMENTS = 200;

/** The calls of the national portal's partner API, on our own rules and records. Arrays are all or nothing, as there. */
@Injectable()
export class KbttService {
  constructor(
    private readonly declarations: DeclarationService,
    private readonly actions: StayActionService,
    private readonly stays: StayReadModel,
    private readonly facilities: FacilityReadModel,
    private readonly reference: ReferenceDataService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Declares a list. The protocol has no key for repeats: a list sent again after a silence is refused as already there,
   * which is what clients of the portal expect.
   * @throws `validation-failed` or `already-in-house` with pointers such as `/0/person/fullName`
   */
  async declare(
    caller: Caller,
    facilityId: string,
    about: 'vietnamese' | 'foreigner',
    elements: readonly PortalElement[],
  ): Promise<readonly DeclarationAnswer[]> {
    const kind = await this.kindOf(facilityId);
    const now = this.clock.now();
    const read = about === 'foreigner' ? readForeigner : readVietnamese;
    const declarations = elements.map((element) => {
      const { input, issues } = read(element, kind, now);
      return { input, shapeIssues: issues };
    });
    const { answers } = await this.declarations.declareAll({
      caller,
      facilityId,
      channel: 'kbtt',
      declarations,
      body: null,
      key: { reference: `kbtt:${randomUUID()}` },
    });
    return answers;
  }

  /** Lets guests leave early (TS) or stay longer (GH), by the numbers of their papers. Throws as {@link declare} does. */
  async change(caller: Caller, facilityId: string, elements: readonly PortalElement[]): Promise<void> {
    const faults: Issue[] = [];
    const commands: ActCommand[] = [];
    const seen = new Map<string, number>();
    for (const [at, element] of elements.entries()) {
      const change = readChange(element);
      if (!change.ok) {
        faults.push(...change.issues.map((issue) => ({ ...issue, pointer: `/${at}${issue.pointer}` })));
        continue;
      }
      const [stay] = await this.stays.findPresentByDocument(facilityId, change.document);
      const twice = seen.get(`${change.document.type}|${change.document.number}`);
      seen.set(`${change.document.type}|${change.document.number}`, at);
      if (twice !== undefined) {
        faults.push({ code: 'listed-twice-in-list', pointer: `/${at}`, params: { other: twice + 1 } });
      } else if (!stay) faults.push({ code: 'kbtt-not-in-house', pointer: `/${at}` });
      else {
        commands.push({
          caller,
          stayId: stay.stayId,
          channel: 'kbtt',
          // Leaving counts as early or not by the expected day; that the day has come is no reason to refuse a departure.
          order:
            change.action === 'TS' ? { action: 'check-out' } : { action: 'extend', expectedDepartureAt: change.until },
          version: stay.version,
          shapeIssues: [],
          body: element,
        });
      }
    }
    if (faults.length > 0) throw new AppError('validation-failed', 'invalid', {}, faults);
    await this.actions.actAll(facilityId, commands);
  }

  private async kindOf(facilityId: string): Promise<'guest' | 'tenant'> {
    const facility = await this.facilities.find(facilityId);
    if (!facility) throw new AppError('not-found', 'not-found');
    const { stayKinds } = this.reference.facilityKind(facility.kind, localDate(this.clock.now()));
    return stayKinds.includes('guest') || !stayKinds.includes('tenant') ? 'guest' : 'tenant';
  }
}
