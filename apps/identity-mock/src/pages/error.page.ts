import type { Context } from '../http/middleware';
import { html, sendPage } from './page';

/** `description` is the provider's own, in English. */
export function sendErrorPage(ctx: Context, status: number, code: string, description = ''): void {
  sendPage(ctx, {
    status,
    title: 'Không thể đăng nhập (mô phỏng) · Sign-in failed (stand-in)',
    body: html`<h1>Không thể đăng nhập <span class="en" lang="en">Sign-in failed</span></h1>
      <p role="alert">
        Yêu cầu đăng nhập không hợp lệ hoặc đã hết hạn. Hãy quay lại ứng dụng và thử lại.
        <span class="en" lang="en">
          The request is invalid or has expired. Go back to the application and try again. (${code}: ${description})
        </span>
      </p>`,
  });
}
