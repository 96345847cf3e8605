/**
 * Shares of Vietnamese surnames and given names in percent of people (of men, of women), from the published tables of the
 * sample DKL01: 207,000 names of people of Đắk Lắk, a province settled from all over the country, born 1991 to 2002
 * (hoten.org: "100 họ phổ biến ở tỉnh Đắk Lắk", "100 tên nam …", "100 tên nữ …"). A few names that the published lists do
 * not show are left out.
 */
const table = (text: string): readonly (readonly [word: string, percent: number])[] =>
  text.split(', ').map((entry) => {
    const [word = '', percent = ''] = entry.split(' ');
    return [word, Number(percent)] as const;
  });

export const SURNAMES = table(
  'nguyễn 29.644, trần 10.136, lê 8.374, phạm 5.932, hoàng 4.058, phan 3.175, bùi 2.682, võ 2.574, hồ 2.174, vũ 1.988, ' +
    'đặng 1.901, đỗ 1.775, trương 1.682, huỳnh 1.615, ngô 1.579, đinh 1.549, dương 1.226, trịnh 1.011, nông 0.983, ' +
    'mai 0.977, hà 0.965, đoàn 0.927, lương 0.885, cao 0.856, đào 0.757, lưu 0.509, lý 0.493, triệu 0.492, phùng 0.37, ' +
    'đàm 0.357, chu 0.332, văn 0.331, vi 0.302, thái 0.299, lâm 0.293, tạ 0.279, vương 0.27, tô 0.255, hứa 0.226, ' +
    'đậu 0.223, châu 0.22, quách 0.152, lục 0.152, ma 0.145, lại 0.139, tống 0.129, la 0.118, bế 0.117, mã 0.102, ' +
    'mông 0.101, đồng 0.099, kiều 0.098, thân 0.094, tăng 0.08, sầm 0.071, lò 0.07, từ 0.069, vy 0.067, long 0.065, ' +
    'bạch 0.065, lăng 0.064',
);

export const MALE_GIVEN_NAMES = table(
  'tuấn 2.711, hoàng 2.461, huy 2.225, anh 2.05, hiếu 1.994, hùng 1.981, nam 1.975, sơn 1.902, đức 1.884, dũng 1.699, ' +
    'thành 1.618, đạt 1.56, cường 1.56, long 1.55, trung 1.549, hải 1.419, nguyên 1.401, thắng 1.399, minh 1.312, ' +
    'duy 1.154, tiến 1.142, quang 1.114, phúc 1.048, trường 1.017, tài 1.007, toàn 0.981, hưng 0.924, phong 0.909, ' +
    'tùng 0.894, linh 0.866, khánh 0.861, bảo 0.858, quân 0.825, dương 0.79, nghĩa 0.777, lâm 0.776, vinh 0.766, ' +
    'bình 0.764, mạnh 0.751, việt 0.704, thịnh 0.683, hòa 0.683, tâm 0.658, hiệp 0.65, tân 0.645, phú 0.643, ' +
    'phương 0.635, thiện 0.623, thái 0.615, nhật 0.599, công 0.594, sang 0.589, hậu 0.578, quý 0.567, an 0.565, ' +
    'phước 0.562, quốc 0.547, ngọc 0.535, nhân 0.53, vương 0.513, khoa 0.503, trí 0.497, kiên 0.487, lộc 0.478, ' +
    'thanh 0.478, thuận 0.476, chiến 0.475, trọng 0.452, giang 0.414, tín 0.383, phát 0.373, đại 0.372, thông 0.368, ' +
    'đông 0.346, phi 0.34, chung 0.332, lợi 0.301, quyền 0.292, luân 0.271, khải 0.25, hoàn 0.243, thiên 0.241, ' +
    'danh 0.24, thọ 0.24, kiệt 0.236, lực 0.233, khang 0.231, quyết 0.23, thạch 0.219, văn 0.215, cảnh 0.214, ' +
    'hiền 0.208, hào 0.199, tình 0.198, thảo 0.196, thương 0.191',
);

export const FEMALE_GIVEN_NAMES = table(
  'trang 4.193, thảo 3.518, linh 3.023, anh 2.462, phương 2.197, hằng 2.139, huyền 2.106, hiền 2.03, hương 1.719, ' +
    'ngọc 1.717, dung 1.697, nhung 1.685, thủy 1.648, nhi 1.622, duyên 1.554, vân 1.495, quỳnh 1.494, nga 1.487, ' +
    'yến 1.477, trinh 1.464, thương 1.34, uyên 1.336, hạnh 1.305, ngân 1.217, oanh 1.192, trâm 1.162, ly 1.156, ' +
    'mai 1.146, phượng 1.086, thúy 1.08, hoa 1.021, vy 1.018, hồng 0.993, tâm 0.961, thu 0.943, my 0.942, giang 0.928, ' +
    'loan 0.919, thanh 0.884, ánh 0.838, vi 0.836, lan 0.835, quyên 0.796, chi 0.795, thư 0.744, tiên 0.727, ' +
    'thùy 0.688, huệ 0.687, nguyệt 0.674, như 0.665, nguyên 0.663, tuyết 0.635, diễm 0.619, liên 0.598, hòa 0.562, ' +
    'hường 0.557, hoài 0.532, kiều 0.514, lệ 0.506, xuân 0.468, tuyền 0.468, thắm 0.464, diệu 0.399, dương 0.394, ' +
    'sương 0.383, an 0.377, bình 0.366, bích 0.344, châu 0.342, thi 0.338, hậu 0.323, mỹ 0.314, nhàn 0.313, minh 0.312, ' +
    'hiếu 0.309, trúc 0.29, hân 0.286, na 0.285, đào 0.276, hải 0.274, ý 0.266, hảo 0.253, cúc 0.248, trân 0.239, ' +
    'thoa 0.237, phúc 0.219, liễu 0.204, thơm 0.201, trà 0.196, thuận 0.178, thơ 0.176, phụng 0.174, lành 0.173, ' +
    'quý 0.162, hạ 0.152, diệp 0.149, tươi 0.143',
);

/**
 * Middle names in percent of all people. An ASSUMPTION: no table for people of all ages was found. Published is that Thị
 * and Ngọc are borne by about a sixth each of Saigon's girls born 2007 to 2011 and Văn by 3 % of the boys (hoten.org,
 * sample SG01), and both Thị and Văn by many more of their parents.
 */
export const MIDDLE_NAMES = table(
  'thị 30, văn 14, ngọc 6, minh 4, thanh 4, hoàng 3, đức 3, quốc 3, hữu 3, thu 2.5, xuân 2.5, kim 2.5, đình 2.5, ' +
    'phương 2, anh 2, hồng 2, bảo 2, công 2, quang 2, trọng 1.5, tuấn 1.5, gia 1.5, thành 1.5, khánh 1.5, mỹ 1.5, ' +
    'duy 1.2, nhật 1, như 1, thùy 1, hoài 1, bích 1, diệu 1, trung 1, viết 0.8, thế 0.8, tiến 0.8, huy 0.8, thúy 0.8, ' +
    'tuyết 0.8, quỳnh 0.8, tấn 0.7, bá 0.7, phúc 0.7, mạnh 0.7, việt 0.6, hải 0.6, trường 0.6, ánh 0.6, cẩm 0.6, ' +
    'tường 0.5, nguyễn 1, lê 1, trần 0.6',
);

/** Further words that Vietnamese names are made of. Their shares are small; that they are names is what counts. */
export const OTHER_NAME_WORDS = (
  'ái ân ấn ba bạc bách bằng bắc băng bảng bản bền biên biểu bổn bội bốn bửu cát căn cần cẩn cầm chân chánh ' +
  'chất chí chiêu chính chuyên chương cơ cúc cung cương cừ danh dân dậu di diên dinh doãn doanh du dư dực dưỡng ' +
  'đan đài đăng đào đệ định đĩnh đoan đô đôn đường gấm giáp hàn hanh hành hạo hân hiên hiển hoan hoạt hoạch hội ' +
  'hợi hợp hổ huân huấn huế hưởng hỷ kha khai khải khanh khiêm khiết khôi khuê khương kỳ kính kế ký lạc lai lam ' +
  'lãm lan lân lập lê liêm liệu lĩnh lời lưu lũy luyến luyện lương lượng mận mẫn mão mạch mậu mến miên miền mơ ' +
  'mộng mùi mười năm ngà ngàn ngân nghi nghiêm nghị ngoan ngôn ngộ nguyện nhã nhạn nhâm nhiên nhuận ninh nở nữ ' +
  'nụ oánh pháp phẩm phấn phi phiên phước phụng quế quí quyến quỳ rạng ri sáng sáu sen sinh song sử sự sửu tá ' +
  'tạo tám tần tế thạch thảnh thám thăng thanh thao thảo thắm thân thể thêu thi thiệp thiều thìn thoại thới ' +
  'thời thục thuần thuyên thuyết thư thường thưởng thy tịnh tiệp tín toản toại tôn trác trai trang trãi trí ' +
  'triết triều trinh trình trực trước tư tứ tuân tuệ tuy tuyên tưởng tựu tý uy uyển út vàng vẻ viên viện vĩ ' +
  'vĩnh vịnh vọng vượng vỹ xoan xuyến y yên ẩn âu bành biện bồ ca cái cam cấn chế chung chử cổ cù diệp đái điền ' +
  'điêu đới giàng hàng hàu hình hoa khổng khúc khuất kim lang liễu lỗ lộ lường mạc man ngụy nhan ông ôn phí phó ' +
  'phú phương quan quản sơn tào tề thang thẩm tiêu tiết trà tri uông ung vòng xa'
).split(' ');
