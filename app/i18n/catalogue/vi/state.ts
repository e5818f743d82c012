/** Keys are the states of app/campaign/campaign.ts. */
export const state = {
  draft: 'Dự thảo',
  planned: 'Đã ban hành kế hoạch',
  collecting: 'Đang lấy ý kiến',
  closed: 'Đã khóa thu phiếu',
  posted: 'Đang niêm yết',
  'awaiting-verification': 'Chờ thẩm tra',
  returned: 'Trả lại bổ sung',
  verified: 'Đã thẩm tra',
  filed: 'Đã đưa vào hồ sơ',
  cancelled: 'Đã hủy',
}
