/** Words that the synthetic Vietnamese people are named from, common ones first. Of the benchmark's own; the scorer has its table. */
const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Surnames with the parts in a thousand of people that bear them, rounded. */
export const SURNAMES: readonly (readonly [string, number])[] = [
  ['Nguyễn', 320], ['Trần', 110], ['Lê', 92], ['Phạm', 65], ['Hoàng', 38], ['Huỳnh', 22], ['Phan', 38], ['Võ', 24],
  ['Vũ', 22], ['Đặng', 20], ['Bùi', 22], ['Đỗ', 17], ['Hồ', 16], ['Ngô', 15], ['Dương', 12], ['Đinh', 13], ['Trương', 15],
  ['Lý', 6], ['Mai', 9], ['Đoàn', 8], ['Đào', 8], ['Trịnh', 9], ['Hà', 8], ['Cao', 8], ['Lương', 7], ['Châu', 3], ['Lâm', 5],
  ['Tạ', 3], ['Tô', 3], ['Phùng', 4], ['Quách', 2], ['Thái', 3], ['Lưu', 4], ['Nông', 3], ['Triệu', 2], ['Vương', 3], ['Chu', 3],
  ['Tăng', 2], ['Kiều', 2], ['Doãn', 1], ['Khuất', 1], ['Giang', 1], ['Tống', 1], ['Từ', 1], ['Thân', 1], ['Lại', 1],
  ['Nghiêm', 1], ['Mạc', 1], ['Ông', 1], ['Cù', 1],
]; // prettier-ignore

export const MALE_MIDDLE = words(`
  Văn Minh Đức Hữu Quốc Thanh Hoàng Công Đình Ngọc Quang Xuân Anh Tuấn Trọng Thành Bảo Gia Duy Nhật Trung Viết Thế Tiến
  Huy Tấn Bá Phúc Mạnh Việt Hải Trường Khắc Sỹ Phước Hồng Khánh Chí Vĩnh Thiện Nguyên Đăng Tường Hoài An Kim Lê Nguyễn
`);
export const FEMALE_MIDDLE = words(`
  Thị Thị Thị Ngọc Thu Thanh Kim Phương Minh Thùy Hồng Mỹ Bích Như Khánh Thúy Quỳnh Hoàng Bảo Tuyết Ánh Cẩm Diệu Hoài Xuân
  Hải Lan Mai Tường Diễm Huyền Trúc Vân Yến Kiều Lệ Nhã Tú Thảo Gia Hà Linh Trâm Uyên An Nguyễn Lê
`);
export const MALE_GIVEN = words(`
  Anh Hùng Dũng Tuấn Minh Nam Hoàng Sơn Huy Đức Hiếu Long Thành Cường Trung Hải Thắng Hưng Quân Việt Tùng Bình Khánh Phong
  Duy Tiến Quang Phúc Đạt Toàn Tài Kiên Mạnh Vinh Thịnh Hòa Lâm Nghĩa Trường Khoa Dương An Bảo Tâm Thái Phú Hiệp Tân Thiện
  Nhật Lộc Trí Quý Công Quốc Phước Nhân Khôi Ngọc Hậu Sang Thuận Giang Chiến Tín Đông Phát Đại Thông Chung Lợi Luân Khải
  Danh Thọ Kiệt Lực Khang Quyết Thạch Cảnh Hào Lượng Bằng Đoàn Hoan Hoàn Khiêm Liêm Lương Mẫn Năng Ninh Phan Quyền Sáng Tấn
  Thanh Thân Thìn Thường Tình Triều Triết Trọng Tuệ Tường Viên Viễn Vượng Xuân Doanh Du Định Đôn Ân Biên Bách Cẩn Chí Chính
  Cương Dân Điệp Đồng Hạnh Hân Hóa Huân Hữu Kha Kỳ Lãm Lân Luận Lưu Nguyên Nhuận Pháp Phi Phụng Quảng Sử Tạo Thăng Thế Thức
  Tịnh Toại Trác Tráng Trực Tuyên Văn Vương Vỹ
`);
export const FEMALE_GIVEN = words(`
  Trang Thảo Linh Anh Hương Phương Hà Hằng Huyền Hiền Ngọc Dung Nhung Thủy Nhi Vân Quỳnh Nga Yến Trinh Thương Uyên Hạnh Ngân
  Oanh Trâm Ly Mai Phượng Thúy Hoa Vy Hồng Tâm Thu My Giang Loan Thanh Ánh Lan Quyên Chi Thư Tiên Thùy Huệ Nguyệt Như Nguyên
  Tuyết Diễm Liên Hòa Hường Hoài Kiều Lệ Xuân Tuyền Thắm Diệu Dương Sương An Bình Bích Châu Thi Hậu Mỹ Nhàn Minh Hiếu Trúc Hân
  Na Đào Hải Ý Hảo Cúc Trân Thoa Phúc Liễu Thơm Trà Thuận Thơ Phụng Lành Quý Hạ Diệp Tươi Duyên Sen Nụ Gấm Hoàn Lài Lựu Mận
  Miên Mơ Nết Ngà Ngoan Nhạn Nữ Phấn Quế Sâm San Tần Thêu Thục Tình Út Vui Vẻ Xoan Xuyến Yên Ái Bông Bé Cẩm Chinh Chung Dịu
  Đoan Hiên Hợi Huế Khánh Khuê Kim Lam Lụa Lương Ngần Ngọ Nhã Nhiên Ninh Tú Tuệ Túc Tường Vinh Mùi Thân Tỵ
`);

export const surname = (share: number): string => {
  const total = SURNAMES.reduce((sum, [, weight]) => sum + weight, 0);
  let left = share * total;
  for (const [word, weight] of SURNAMES) {
    left -= weight;
    if (left < 0) return word;
  }
  return 'Nguyễn';
};
