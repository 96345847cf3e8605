import { addDays, toLocalIso } from '@luutru/calendar';
import type { StatisticsQuestion } from '@luutru/statistics';

type Language = 'vi' | 'en';

const dayOf = (day: string, language: Language): string =>
  language === 'en' ? day : day.split('-').reverse().join('/');

/** What the report is called in a subject: kind and days, never a person or place that somebody typed. */
function titleOf(question: StatisticsQuestion, language: Language): string {
  if (question.report === 'form-015n')
    return language === 'vi' ? `Biểu 015.N năm ${question.year}` : `Form 015.N of ${question.year}`;
  const { from, until } = question.query.period;
  const last = addDays(until, -1);
  const days = from === last ? dayOf(from, language) : `${dayOf(from, language)} – ${dayOf(last, language)}`;
  return language === 'vi' ? `Số liệu lưu trú ${days}` : `Figures of stays, ${days}`;
}

export function reportMail(
  question: StatisticsQuestion,
  dueAt: Date,
  language: Language,
  unsubscribeUrl: string,
): { readonly subject: string; readonly text: string } {
  const title = titleOf(question, language);
  const due = toLocalIso(dueAt).slice(0, 16).replace('T', ' ');
  const text = {
    vi: [
      `${title}: xem tệp đính kèm.`,
      '',
      `Báo cáo được lập tự động cho kỳ hẹn ${due}, theo quyền của bạn tại thời điểm lập. Ô trống hoặc dấu "-" là số liệu không được hiển thị hoặc chưa có.`,
      '',
      `Ngừng nhận: ${unsubscribeUrl}`,
    ],
    en: [
      `${title}: see the attached file.`,
      '',
      `Made by the system for ${due}, with the rights that you had when it was made. Empty cells and "-" are figures that are not shown, or not known yet.`,
      '',
      `Unsubscribe: ${unsubscribeUrl}`,
    ],
  }[language];
  return { subject: title, text: text.join('\n') };
}

export function confirmMail(code: string, language: Language): { readonly subject: string; readonly text: string } {
  return language === 'vi'
    ? {
        subject: 'Mã xác nhận nhận báo cáo lưu trú',
        text: `Mã xác nhận: ${code}\n\nNhập mã này trong mục báo cáo định kỳ trong vòng 24 giờ. Nếu bạn không đăng ký, hãy bỏ qua thư này; sẽ không có gì được gửi.`,
      }
    : {
        subject: 'Code to confirm reports of stays',
        text: `Code: ${code}\n\nGive it with your subscription within 24 hours. If you did not subscribe, ignore this mail; nothing will be sent.`,
      };
}
