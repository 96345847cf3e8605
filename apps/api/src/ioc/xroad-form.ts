import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AppError, ErrorDefinition, IssueDefinition } from '@luutru/platform';
import type { ProblemCatalogue } from '../http/problem';
import type { OtherForm } from '../http/send-problem';
import { XROAD_FAULTS } from './xroad-message';

const faultOf = ({ code }: AppError): (typeof XROAD_FAULTS)[keyof typeof XROAD_FAULTS] | undefined =>
  Object.hasOwn(XROAD_FAULTS, code) ? XROAD_FAULTS[code as keyof typeof XROAD_FAULTS] : undefined;

/** Faults of the envelope as a security server tells them; whatever else we refuse is the provider's own answer, as it is. */
function sendXRoadFault(
  catalogue: ProblemCatalogue,
  error: AppError,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  const fault = faultOf(error) ?? XROAD_FAULTS['xroad-client-missing'];
  void reply
    .status(fault.status)
    .header('Content-Type', 'application/json; charset=utf-8')
    .header('X-Road-Error', fault.type)
    .send(
      JSON.stringify({
        type: fault.type,
        message: catalogue.texts(error.code, error.params).detail.en,
        detail: request.id,
      }),
    );
}

export const XROAD_FORM: OtherForm = {
  speaks: ({ url }, error) => url.startsWith('/r1/') && faultOf(error) !== undefined,
  send: sendXRoadFault,
};

export const xroadErrors: readonly ErrorDefinition[] = [
  {
    code: 'xroad-client-missing',
    kind: 'invalid',
    title: { vi: 'Thiếu hoặc sai X-Road-Client', en: 'X-Road-Client is missing or malformed' },
    detail: {
      vi: 'Gửi X-Road-Client dạng instance/class/member/subsystem, từng phần mã hóa phần trăm.',
      en: 'Send X-Road-Client as instance/class/member/subsystem, each part percent-encoded.',
    },
  },
  {
    code: 'xroad-client-not-allowed',
    kind: 'forbidden',
    title: { vi: 'Thành viên không được phép', en: 'The client is not allowed' },
    detail: {
      vi: 'Khóa này không được dùng thay cho thành viên ghi trong X-Road-Client.',
      en: 'This key may not ask in the name of the member in X-Road-Client.',
    },
  },
  {
    code: 'xroad-service-unknown',
    kind: 'not-found',
    title: { vi: 'Không có dịch vụ này', en: 'There is no such service' },
    detail: {
      vi: 'Đường dẫn không phải dịch vụ của hệ thống này trên trục liên thông.',
      en: 'The path names no service that is registered under this subsystem.',
    },
  },
];

export const xroadIssues: readonly IssueDefinition[] = [
  {
    code: 'xroad-client-malformed',
    valueClass: 'code',
    message: { vi: 'Không phải thành viên X-Road', en: 'Not an X-Road member' },
    fix: {
      vi: 'Ghi dạng instance/class/member/subsystem, chỉ cho khóa figures',
      en: 'Write instance/class/member/subsystem, and only for keys for figures',
    },
  },
];
