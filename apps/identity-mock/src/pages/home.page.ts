import type { Middleware } from '../http/middleware';
import { html, sendPage } from './page';

/** For those who open the address of the stand-in itself. */
export const home: Middleware = (ctx, next) => {
  if (ctx.method !== 'GET' || ctx.path !== '/') return next();
  return sendPage(ctx, {
    status: 200,
    title: 'Định danh điện tử (mô phỏng) · Electronic identity (stand-in)',
    body: html`<h1>Định danh điện tử <span class="en" lang="en">Electronic identity</span></h1>
      <p>
        Ở đây không có gì để xem: hãy bắt đầu đăng nhập từ ứng dụng.
        <span class="en" lang="en">There is nothing to see here: begin to sign in at the application.</span>
      </p>`,
  });
};
