export const form = {
  errorSummary: 'Cần sửa những chỗ sau',
  error: 'Lỗi:',
  optional: '(không bắt buộc)',
  choose: 'Chọn…',
  copy: 'Chép',
  copied: 'Đã chép.',
}
