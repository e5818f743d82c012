/** Codes of a village, the collector's list of households, entering a household's ballot. */
export const codes = {
  title: 'Mã của các hộ',
  lead: 'Cắt theo đường kẻ, phát cho từng hộ. Mã là quyền trả lời của hộ: phát tận tay, không chụp, không gửi chung.',
  issued: 'Đã ghi nhận phát phiếu cho {{count}} hộ.',
  issue: 'Ghi nhận đã phát phiếu',
  issueHint: 'Bấm khi đã phát xong cho cả thôn: {{issued}}/{{households}} hộ đã ghi nhận.',
  allIssued: 'Đã ghi nhận phát phiếu cho cả {{households}} hộ.',
}

export const collect = {
  title: 'Thu phiếu của hộ',
  chooseLead: 'Chọn thôn đang thu phiếu.',
  villageLine: '{{collected}}/{{households}} hộ đã trả lời',
  none: 'Không có thôn nào thuộc phần việc của bạn trong đợt này.',
  means: 'Hình thức thu',
  search: 'Tìm hộ',
  searchHint: 'Họ tên hoặc số hộ; không cần gõ dấu.',
  find: 'Tìm',
  all: 'Xem cả thôn',
  found: 'Tìm thấy {{count}} hộ cho “{{text}}”.',
  nothing: 'Không có hộ nào khớp. Thử gõ ngắn hơn, hoặc xem cả thôn.',
  households: 'Các hộ trong thôn: {{count}}',
  showWaiting: 'Chỉ xem hộ chưa trả lời',
  showAll: 'Xem cả hộ đã trả lời',
  number: 'Hộ số {{number}}',
  noNumber: 'Không có số',
  unnamed: 'Hộ đã bỏ tên',
  waiting: 'Chưa trả lời',
  answered: 'Đã trả lời: {{means}}',
  otherVillage: 'Chọn thôn khác',
  saved: 'Đã ghi phiếu của hộ. Mã biên nhận: {{receipt}}. Đọc hoặc chép mã này cho hộ.',
  stands:
    'Hộ này đã có phiếu từ trước. Phiếu trước vẫn được tính, phiếu vừa nhập không được ghi. Mã biên nhận của phiếu trước: {{receipt}}.',
}

export const entry = {
  title: 'Phiếu của hộ',
  how: {
    visit: 'Đọc từng câu cho đại diện hộ nghe, ghi đúng câu trả lời của hộ. Không gợi ý, không trả lời thay.',
    meeting: 'Ghi đúng câu trả lời của đại diện hộ tại cuộc họp. Không gợi ý, không trả lời thay.',
    paper:
      'Chép đúng như trên phiếu: ô để trống thì chọn “Để trống”, đánh cả hai ô thì chọn “Đánh cả hai ô”.',
  },
  invalid: 'Cả phiếu không hợp lệ',
  invalidHint:
    'Chỉ đánh dấu khi không đọc được phiếu (rách, bôi bẩn, không phải phiếu của đợt này). Khi đó các câu dưới đây không được ghi.',
  save: 'Ghi phiếu',
  saveHint: 'Sau khi ghi, không xem lại và không sửa được phiếu này.',
  back: 'Về danh sách hộ',
  answered: 'Hộ này đã trả lời ({{means}}). Mỗi hộ một phiếu, nên không nhập thêm được.',
}
