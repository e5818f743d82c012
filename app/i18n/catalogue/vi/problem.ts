/** An expected "no" in words: keys are the codes that rules and services return; each says what to do. */
export const problem = {
  'answer-missing': 'Chọn “Hài lòng” hoặc “Chưa hài lòng”.',
  'answer-unknown': 'Câu trả lời không đọc được. Chọn lại.',
  'text-too-long': 'Viết quá dài. Rút ngắn lại.',
  'text-unreadable': 'Có ký tự không đọc được. Gõ lại.',
  'days-reversed': 'Ngày kết thúc phải từ ngày bắt đầu trở đi.',
  'campaign-step-not-now': 'Đợt lấy ý kiến đang ở bước khác, chưa làm được việc này.',
}
