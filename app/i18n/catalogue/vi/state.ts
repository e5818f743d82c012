/** Keys are the states of app/campaign/campaign.ts. */
export const state = {
  draft: 'Dự thảo',
  collecting: 'Đang lấy ý kiến',
  closed: 'Đã khóa thu phiếu',
}
