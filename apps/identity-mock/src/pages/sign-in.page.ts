import type { Context } from '../http/middleware';
import type { Person } from '../people/person';
import { Html, html, sendPage } from './page';

/** Why the form is shown again. */
export interface SignInFault {
  readonly status: 401 | 422;
  readonly vi: string;
  readonly en: string;
}

/** One message for both, so that the page does not tell which numbers are known. */
export const UNKNOWN: SignInFault = {
  status: 401,
  vi: 'Số định danh cá nhân hoặc mật khẩu không đúng. Vui lòng kiểm tra và nhập lại.',
  en: 'The personal number or the passcode is wrong. Please check them and try again.',
};
export const NOT_A_NUMBER: SignInFault = {
  status: 422,
  vi: 'Số định danh cá nhân gồm đúng 12 chữ số.',
  en: 'A personal number has exactly 12 digits.',
};

interface SignInForm {
  readonly clientId: string;
  readonly redirectUri: string;
  /** Offered to choose from. */
  readonly people: readonly Person[];
  readonly personalNumber?: string;
  readonly fault?: SignInFault;
}

const NOTHING = new Html('');

export function sendSignInPage(ctx: Context, form: SignInForm): void {
  const { clientId, redirectUri, people, personalNumber = '', fault } = form;
  sendPage(ctx, {
    status: fault?.status ?? 200,
    title: 'Đăng nhập định danh điện tử (mô phỏng) · Sign in (stand-in)',
    formTarget: new URL(redirectUri).origin,
    body: html`<h1>
        Đăng nhập bằng định danh điện tử <span class="en" lang="en">Sign in with electronic identity</span>
      </h1>
      <p>
        Ứng dụng <strong>${clientId}</strong> muốn biết bạn là ai.
        <span class="en" lang="en">The application <strong>${clientId}</strong> wants to know who you are.</span>
      </p>
      ${fault ? html`<p class="fault" role="alert">${fault.vi} <span class="en" lang="en">${fault.en}</span></p>` : NOTHING}
      <form method="post">
        <label for="number">Số định danh cá nhân <span class="en" lang="en">Personal number</span></label>
        <input
          id="number"
          name="personalNumber"
          value="${personalNumber}"
          list="people"
          inputmode="numeric"
          pattern="[0-9]{12}"
          maxlength="12"
          required
          title="12 chữ số / 12 digits"
        />
        <datalist id="people">${people.map(choice)}</datalist>
        <label for="passcode">Mật khẩu dùng thử <span class="en" lang="en">Demo passcode</span></label>
        <input id="passcode" name="passcode" type="password" autocomplete="off" required />
        <button>Đăng nhập <span class="en" lang="en">Sign in</span></button>
        <button name="cancel" value="1" formnovalidate>Huỷ <span class="en" lang="en">Cancel</span></button>
      </form>`,
  });
}

const choice = ({ personalNumber, fullName, level }: Person): Html =>
  html`<option value="${personalNumber}">${fullName} – mức ${String(level)}</option>`;
