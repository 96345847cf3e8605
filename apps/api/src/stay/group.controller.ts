import { Body, Controller, Headers, HttpCode, Post, Res } from '@nestjs/common';
import { ApiBody, ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Caller } from '@luutru/access';
import { toLocalIso } from '@luutru/calendar';
import { DeclarationService, KnownPeople } from '@luutru/declaration';
import { GuestDeskService } from '@luutru/guest-entry';
import { AppError, type Issue, type Transaction } from '@luutru/platform';
import { CurrentCaller } from '../http/api-request';
import { FacilityChoice } from '../http/facility-choice';
import { ProblemResponses } from '../http/problem-responses';
import { RequirePermission } from '../http/route-access';
import { type Shaped, ShapePipe, StrictShapePipe } from '../http/shape';
import { DeclaredGroupResponse, DeclareGroupRequest, SuggestionsResponse, SuggestRequest } from './group.dto';
import { maskNumber, StayPresenter } from './stay.presenter';

@ApiTags('Lưu trú / Stays')
@Controller('v1/stays')
export class GroupController {
  constructor(
    private readonly declarations: DeclarationService,
    private readonly known: KnownPeople,
    private readonly guestDesk: GuestDeskService,
    private readonly facilities: FacilityChoice,
    private readonly presenter: StayPresenter,
  ) {}

  @Post('group')
  @RequirePermission('stay.declare')
  @ApiOperation({
    operationId: 'declareGroup',
    summary: 'Khai báo cả gia đình, cả đoàn một lần / Declare a family or group at once',
    description: 'Ghi nhận tất cả hoặc không ai. / All or none.',
  })
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiBody({ type: DeclareGroupRequest })
  @ApiCreatedResponse({ type: DeclaredGroupResponse })
  @ProblemResponses(400, 401, 403, 404, 409, 413, 415, 422, 503)
  async declare(
    @CurrentCaller() caller: Caller,
    @Headers('idempotency-key') key: string | undefined,
    @Body(new ShapePipe(DeclareGroupRequest)) { raw, value, issues }: Shaped<DeclareGroupRequest>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DeclaredGroupResponse> {
    const { facilityId, persons = [], place, guestEntryId, ...shared } = value;
    const chosen = await this.facilities.resolve(caller, 'stay.declare', facilityId);
    const own = (issue: Issue): boolean => /^\/persons\/\d+/.test(issue.pointer);
    const common = issues.filter((issue) => !own(issue));
    const missing = persons.length === 0 && common.every(({ pointer }) => pointer !== '/persons');
    const faults = missing ? [...common, { code: 'field-required', pointer: '/persons' }] : common;
    if (faults.length > 0) throw new AppError('validation-failed', 'invalid', {}, [...faults, ...issues.filter(own)]);
    const { answers, groupId, replayed } = await this.declarations.declareAll({
      caller,
      facilityId: chosen,
      channel: 'rest',
      declarations: persons.map((member, at) => ({
        input: { ...shared, ...member, place: { ...place, ...member.place } },
        shapeIssues: issues.flatMap((issue) => below(issue, `/persons/${at}`)),
      })),
      pointer: '/persons',
      group: true,
      ...(guestEntryId !== undefined && {
        alongside: (tx: Transaction, stayIds: readonly string[]) =>
          this.guestDesk.confirmIn(tx, caller, { facilityId: chosen, entryId: guestEntryId, stayIds }),
      }),
      body: raw,
      key: { header: key },
    });
    if (replayed) void reply.header('Idempotent-Replayed', 'true');
    return { groupId, stays: answers.map((answer) => this.presenter.declared(answer)) };
  }

  @Post('suggestions')
  @HttpCode(200)
  @RequirePermission('stay.declare')
  @ApiOperation({
    operationId: 'suggestPeople',
    summary: 'Khách cũ của chính cơ sở / People who stayed here before',
    description: 'Khai báo lại với person.fromStayId, không phải nhập lại. / Declare with person.fromStayId.',
  })
  @ApiBody({ type: SuggestRequest })
  @ApiOkResponse({ type: SuggestionsResponse })
  @ProblemResponses(400, 401, 403, 404, 413, 415, 422, 503)
  async suggest(
    @CurrentCaller() caller: Caller,
    @Body(new StrictShapePipe(SuggestRequest)) { facilityId, text }: SuggestRequest,
  ): Promise<SuggestionsResponse> {
    const chosen = await this.facilities.resolve(caller, 'stay.declare', facilityId);
    const wanted = text?.trim() ?? '';
    if (wanted.length < 2)
      throw new AppError('validation-failed', 'invalid', {}, [{ code: 'field-required', pointer: '/text' }]);
    const people = await this.known.suggest(caller, chosen, wanted);
    return {
      people: people.map(({ stay, stays }) => ({
        stayId: stay.stayId,
        fullName: stay.personal.fullName,
        documentNumber: stay.personal.documentNumber && maskNumber(stay.personal.documentNumber),
        birthYear: stay.personal.birthDate.slice(0, 4),
        lastRoom: stay.place.room ?? stay.place.unit ?? null,
        lastArrivedAt: toLocalIso(stay.arrivedAt),
        stays,
      })),
    };
  }
}

const below = (issue: Issue, prefix: string): Issue[] =>
  issue.pointer.startsWith(`${prefix}/`) ? [{ ...issue, pointer: issue.pointer.slice(prefix.length) }] : [];
