import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import type { Clock } from '@luutru/platform';
import { kbttExamples } from '../kbtt/kbtt.examples';
import { declareExamples } from '../stay/stay.examples';

/** The OpenAPI document. `now` dates its examples, so that they can be sent as they stand. */
export function openApiDocument(app: NestFastifyApplication, now: Date): OpenAPIObject {
  const document = SwaggerModule.createDocument(
    app,
    new DocumentBuilder()
      .setTitle('Luutru API')
      .setDescription(
        'Thông báo lưu trú cho khách sạn, nhà trọ, khu công nghiệp, bệnh viện và nhà xe. Lỗi theo RFC 9457, mỗi mã được giải thích tại /problems/{code}. / ' +
          'Residence declarations for hotels, rented housing, industrial zones, hospitals and bus operators. Errors follow RFC 9457; each code is explained at /problems/{code}.',
      )
      .setVersion('1')
      .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'Khóa API lt_… / API key lt_…' })
      .addCookieAuth(
        'luutru',
        {
          type: 'apiKey',
          description:
            "Phiên đăng nhập của một người; thao tác thay đổi dữ liệu cần thêm tiêu đề X-CSRF-Token / A person's session; what changes anything also needs X-CSRF-Token",
        },
        'session',
      )
      .addBasicAuth(
        { type: 'http', scheme: 'basic', description: 'Mã khóa API và bí mật / Id and secret of an API key' },
        'basic',
      )
      .build(),
  );
  return withExamples(document, now);
}

function withExamples(document: OpenAPIObject, now: Date): OpenAPIObject {
  const stays = declareExamples(now);
  const portal = kbttExamples(now);
  const bodies: Record<string, object> = {
    '/v1/stays': stays,
    '/v1/stays/validate': stays,
    '/client-service/kbtt-vn/kbtt-3th': portal.vietnamese,
    '/client-service/kbtt/kbtt-3th': portal.foreigners,
    '/client-service/kbtt-vn/kbtt-3th/doi-ngay-tra-phong': portal.changes,
    '/client-service/kbtt/kbtt-3th/doi-ngay-tra-phong': portal.changes,
  };
  for (const [path, examples] of Object.entries(bodies)) {
    const body = document.paths[path]?.post?.requestBody;
    const content = body && 'content' in body ? body.content['application/json'] : undefined;
    if (!content) throw new Error(`${path} takes no JSON to give an example of`);
    content.examples = { ...examples };
  }
  return document;
}

/** Serves the document at /docs and /docs-json, its examples dated by the day they are looked at. */
export function serveDocs(app: NestFastifyApplication, clock: Clock): void {
  SwaggerModule.setup('docs', app, () => openApiDocument(app, clock.now()), {
    jsonDocumentUrl: 'docs-json',
    customSiteTitle: 'Luutru API',
    patchDocumentOnRequest: (_request, _reply, document) => withExamples(document, clock.now()),
  });
}
