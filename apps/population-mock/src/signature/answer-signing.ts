import { createPrivateKey } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { headerOf } from './signature.guard';
import { answerText, signText } from './signature';

export const OPERATIONS = '/v1/';

/** Signs every answer to an operation, refusals included, over the bytes that leave; `onAnswer` is told its status. */
export function signAnswers(app: NestFastifyApplication, privateKey: string, onAnswer: (status: number) => void): void {
  const key = createPrivateKey(privateKey);
  const server = app.getHttpAdapter().getInstance();
  server.addHook('onSend', (request, reply, payload, done) => {
    if (request.raw.url?.startsWith(OPERATIONS)) {
      const body = Buffer.isBuffer(payload) ? payload : Buffer.from(typeof payload === 'string' ? payload : '');
      const text = answerText(headerOf(request, 'x-request-id'), reply.statusCode, body);
      void reply.header('X-Response-Signature', signText(text, key));
      onAnswer(reply.statusCode);
    }
    done(null, payload);
  });
}
