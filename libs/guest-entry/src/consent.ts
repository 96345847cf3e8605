import type { LocalizedText } from '@luutru/platform';

/** What guests agree to before anything of them is sent, as it was shown to them. */
export interface ConsentText {
  /** Kept with every entry as the proof of what was agreed to. Texts are never changed under the same version. */
  readonly version: string;
  readonly paragraphs: readonly { readonly title: LocalizedText; readonly text: LocalizedText }[];
  /** Beside the box that is ticked. */
  readonly agreement: LocalizedText;
}

/**
 * Luật 118/2025/QH15, Điều 4 khoản 9 (the duty), Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15 and Nghị định 356/2025/NĐ-CP, which took
 * the place of Nghị định 13/2023/NĐ-CP. That a stay is declared needs no consent, since the law demands it; that somebody enters
 * it beforehand does, because they might as well show their papers at the desk.
 */
export const CONSENT: ConsentText = {
  version: '2026-11',
  paragraphs: [
    {
      title: { vi: 'Ai hỏi và vì sao', en: 'Who asks, and why' },
      text: {
        vi: 'Cơ sở nơi bạn đến ở có nghĩa vụ thông báo lưu trú với công an cấp xã (Luật số 118/2025/QH15, Điều 4 khoản 9). Tự khai ở đây giúp bạn làm thủ tục nhanh hơn; bạn cũng có thể không khai và chỉ xuất trình giấy tờ tại quầy.',
        en: 'The place you are staying at must by law notify the commune police of your stay (Law 118/2025/QH15, Article 4.9). Entering your details here makes check-in faster. You may also skip it and just show your papers at the desk.',
      },
    },
    {
      title: { vi: 'Dữ liệu của bạn được dùng thế nào', en: 'What happens with your data' },
      text: {
        vi: 'Chỉ nhân viên của cơ sở này xem được nội dung bạn khai, để đối chiếu với giấy tờ của bạn. Sau khi nhân viên xác nhận, thông báo lưu trú được gửi tới cơ quan công an. Ảnh giấy tờ không rời khỏi điện thoại của bạn.',
        en: 'Only the staff of this place can see what you enter, to compare it with your papers. Once they confirm it, the notice of your stay goes to the police. Pictures of your papers never leave your phone.',
      },
    },
    {
      title: { vi: 'Lưu trong bao lâu', en: 'How long it is kept' },
      text: {
        vi: 'Bản tự khai chỉ chờ tại quầy tối đa 24 giờ. Khi được xác nhận, bị trả lại, khi bạn rút lại hoặc hết giờ, nội dung bạn khai bị hủy ngay; chỉ còn dấu vết rằng bạn đã đồng ý, không có thông tin cá nhân. Thông báo lưu trú đã gửi được lưu ít nhất 36 tháng theo luật.',
        en: 'What you enter waits at the desk for 24 hours at most. When it is confirmed, sent back, withdrawn by you or out of time, the content is destroyed at once; only a record that you agreed remains, without personal data. A notice of stay that was sent is kept for at least 36 months, as the law requires.',
      },
    },
    {
      title: { vi: 'Quyền của bạn', en: 'Your rights' },
      text: {
        vi: 'Theo Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15 và Nghị định 356/2025/NĐ-CP, bạn được rút lại bản tự khai bất cứ lúc nào trước khi quầy xác nhận, được xem và yêu cầu đính chính lưu trú của mình khi đăng nhập bằng VNeID.',
        en: 'Under the Law on Personal Data Protection 91/2025/QH15 and Decree 356/2025/NĐ-CP you may withdraw your entry at any time before the desk confirms it, and see your stays and ask for corrections by signing in with VNeID.',
      },
    },
  ],
  agreement: {
    vi: 'Tôi đồng ý gửi thông tin này tới quầy lễ tân. Nếu khai cho người đi cùng, tôi được họ (hoặc là cha mẹ, người giám hộ) cho phép.',
    en: 'I agree to send these details to the desk. For anyone I enter besides myself, I have their permission or am their parent or guardian.',
  },
};
