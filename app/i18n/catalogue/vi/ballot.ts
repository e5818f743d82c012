export const ballot = {
  meaning: 'Nghĩa là:',
  question: 'Câu {{number}}.',
  overall: 'Câu hỏi chung.',
  listen: 'Nghe: {{line}}',
  answer: {
    satisfied: 'Hài lòng',
    dissatisfied: 'Chưa hài lòng',
    blank: 'Để trống',
    both: 'Đánh cả hai ô',
  },
  reason: 'Lý do chưa hài lòng',
  otherOpinion: 'Ý kiến khác',
  otherOpinionHint: 'Điều gì cần làm thêm ở thôn, xã? Đừng ghi tên người.',
  submit: 'Gửi phiếu',
}
