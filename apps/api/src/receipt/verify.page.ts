/** The page that a receipt's QR code opens. The receipt is in the fragment, which browsers keep to themselves. */
export const VERIFY_PAGE = `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Kiểm tra giấy tiếp nhận lưu trú</title>
<style>
  :root { color-scheme: light dark; font: 17px/1.5 system-ui, sans-serif; }
  body { max-width: 36rem; margin: 0 auto; padding: 1.5rem 1rem; }
  h1 { font-size: 1.35rem; margin: 0; }
  .en { opacity: .75; font-size: .9em; }
  textarea { width: 100%; box-sizing: border-box; min-height: 7rem; font: .85rem ui-monospace, monospace; margin: .35rem 0 .75rem; }
  button { font: inherit; padding: .6rem 1.2rem; border: 0; border-radius: .4rem; background: #14532d; color: #fff; }
  #result { margin-top: 1.25rem; padding: 1rem; border-radius: .5rem; border: 2px solid; }
  #result.good { border-color: #15803d; } #result.bad { border-color: #b91c1c; }
  #result strong { font-size: 1.15rem; }
  dl { display: grid; grid-template-columns: minmax(8rem, auto) 1fr; gap: .25rem 1rem; margin: .75rem 0 0; }
  dd { margin: 0; } [hidden] { display: none !important; }
</style>
</head>
<body>
<main>
  <h1>Kiểm tra giấy tiếp nhận thông báo lưu trú</h1>
  <p class="en" lang="en">Check a receipt of a residence declaration</p>
  <form id="form">
    <label for="receipt">Nội dung mã QR hoặc giấy tiếp nhận <span class="en" lang="en">(what the QR code holds)</span></label>
    <textarea id="receipt" autocomplete="off" spellcheck="false" required></textarea>
    <button>Kiểm tra · <span lang="en">Check</span></button>
  </form>
  <section id="result" role="status" hidden></section>
  <noscript><p>Trang này cần JavaScript; có thể kiểm tra ngoại tuyến bằng lệnh <code>npm run receipt -- verify</code>.</p></noscript>
</main>
<script src="/v1/receipts/verify.js"></script>
</body>
</html>
`;

export const VERIFY_SCRIPT = `'use strict';
const form = document.getElementById('form');
const field = document.getElementById('receipt');
const result = document.getElementById('result');

const add = (parent, tag, text, lang) => {
  const element = parent.appendChild(document.createElement(tag));
  element.textContent = text;
  if (lang) { element.lang = lang; element.className = 'en'; }
  return element;
};

function show(answer) {
  result.replaceChildren();
  result.hidden = false;
  result.className = answer.valid ? 'good' : 'bad';
  add(result, 'strong', answer.valid ? '✓ Giấy tiếp nhận hợp lệ' : '✗ Giấy tiếp nhận không hợp lệ');
  add(result, 'div', answer.valid ? 'The receipt is genuine' : 'The receipt is not genuine', 'en');
  if (answer.reason) {
    add(result, 'p', answer.reason.vi);
    add(result, 'p', answer.reason.en, 'en');
  }
  if (!answer.valid) return;
  const list = add(result, 'dl', '');
  add(list, 'dt', 'Mã cơ sở'); add(list, 'dd', answer.facilityCode);
  for (const { label, value } of answer.lines) { add(list, 'dt', label.vi); add(list, 'dd', value.vi); }
}

async function check() {
  const receipt = field.value.trim().split('#').pop();
  if (!receipt) return;
  try {
    const response = await fetch('/v1/receipts/verify', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ receipt }),
    });
    if (!response.ok) throw new Error(String(response.status));
    show(await response.json());
  } catch {
    show({ valid: false, reason: { vi: 'Chưa kiểm tra được, hãy thử lại sau ít phút.', en: 'It could not be checked; try again in a few minutes.' } });
  }
}

form.addEventListener('submit', (event) => { event.preventDefault(); void check(); });
if (location.hash.length > 1) {
  field.value = decodeURIComponent(location.hash.slice(1));
  void check();
}
`;
