/** A page in Vietnamese and English that needs nothing else to be shown. Texts are put in as they are. */
export const plainPage = (
  title: string,
  { vi, en, rest }: { vi: string; en: string; rest: string },
): string => `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>:root{color-scheme:light dark;font:17px/1.5 system-ui,sans-serif}body{max-width:36rem;margin:0 auto;padding:1.5rem 1rem}
h1{font-size:1.4rem;line-height:1.25}a{display:inline-block}
button,.button{font:inherit;display:inline-block;padding:.6rem 1.2rem;border:0;border-radius:.4rem;background:#14532d;color:#fff;text-decoration:none}
.button{margin-right:1rem}small{overflow-wrap:anywhere}</style></head>
<body><main><h1>${title}</h1><p>${vi}</p><p lang="en">${en}</p>${rest}</main></body></html>
`;
