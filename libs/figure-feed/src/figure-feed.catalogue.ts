import type { ErrorDefinition } from '@luutru/platform';

export const figureFeedErrors: readonly ErrorDefinition[] = [
  {
    code: 'feed-cursor-unknown',
    kind: 'conflict',
    title: { vi: 'Con trỏ không còn dùng được', en: 'The cursor is not known any more' },
    detail: {
      vi: 'Thay đổi mà con trỏ since chỉ tới không còn ở đây: quá cũ, hoặc dữ liệu đã được khôi phục. Hãy đọc lại từ đầu, không gửi since.',
      en: 'The change that since points to is not there: it is too old, or the data was restored. Read from the start, without since.',
    },
  },
  {
    code: 'feed-endpoints-too-many',
    kind: 'conflict',
    title: { vi: 'Quá nhiều địa chỉ nhận số liệu', en: 'Too many endpoints' },
    detail: {
      vi: 'Mỗi đơn vị có tối đa {max} địa chỉ; hãy xóa bớt.',
      en: 'A unit may have {max}; remove one first.',
    },
  },
];
