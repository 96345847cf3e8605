import type { IssueDefinition } from '@luutru/platform';

/** Faults and doubts of planning a trip, beside those it shares with declarations. */
export const tripIssues: readonly IssueDefinition[] = [
  {
    code: 'plate-malformed',
    valueClass: 'text',
    message: { vi: 'Biển số xe không đúng', en: 'The plate is not valid' },
    fix: { vi: 'Ghi như trên biển, ví dụ 43B-012.34', en: 'Write it as on the vehicle, such as 43B-012.34' },
  },
  {
    code: 'vehicle-not-listed',
    valueClass: 'text',
    message: { vi: 'Xe này chưa có trong danh sách xe của nhà xe', en: "The vehicle is not in the operator's list" },
    fix: {
      vi: 'Chuyến vẫn được ghi nhận; kiểm tra biển số hoặc bổ sung xe vào danh sách',
      en: 'The trip is recorded; check the plate or add the vehicle to the list',
    },
  },
  {
    code: 'route-unknown',
    valueClass: 'reference',
    message: { vi: 'Không có tuyến này', en: 'There is no such route' },
    fix: {
      vi: 'Dùng mã tuyến của nhà xe (GET /v1/facilities)',
      en: "Use one of the operator's route codes (GET /v1/facilities)",
    },
  },
  {
    code: 'departure-too-far-ahead',
    valueClass: 'date-time',
    message: { vi: 'Giờ xuất bến quá xa ({days} ngày)', en: 'The departure is more than {days} days ahead' },
    fix: { vi: 'Kiểm tra lại ngày, tháng, năm', en: 'Check day, month and year' },
  },
];
